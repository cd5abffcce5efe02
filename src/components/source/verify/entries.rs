//! The passages in the source's order: what became of each, where, and what has it.

use leptos::prelude::*;
use sidebyline_compare::anchor::{Entry, PlaceIdx, Subject};
use sidebyline_dataset::model::{Anchor, Passage};
use sidebyline_query::View;

use super::{Checked, Desk, result};
use crate::components::parts::{div, p, place_link, row, say, span};
use crate::components::quote::{cue, speakers};
use crate::components::words::{text, verbatim};
use crate::intl::number;
use crate::node::{Node, el};
use crate::strings;
use crate::strings::verify::{self as words, Kind};

/// The id of an entry.
pub fn entry_id(entry: usize) -> String {
    ["_passage-", &(entry + 1).to_string()].concat()
}

/// The list.
pub fn entries(desk: Desk, checked: &Checked) -> Node {
    let all: Vec<Node> = checked.audit.entries.iter().enumerate().map(|(at, entry)| one(desk, at, entry)).collect();
    el("section")
        .class("passages")
        .attr("aria-label", words::ENTRIES)
        .attr("tabindex", "0")
        .child(el("ol").class("passages__list").child(all))
}

fn one(desk: Desk, at: usize, entry: &Entry<'static>) -> Node {
    let kind = Kind::of(&entry.outcome);
    let places = entry.outcome.places().len();
    let show = |place: usize| {
        let (label, name) = match places {
            1 => (words::show(at + 1), words::SHOW.to_owned()),
            _ => (words::show_place(at + 1, place + 1), words::place(place + 1)),
        };
        let index = PlaceIdx { entry: at, place };
        let button = el("button").class("link-button passage__show").attr("type", "button").attr("aria-label", label);
        button.on("click", move |_| desk.show(index)).child(name)
    };
    let language = &desk.story.dataset.sources[desk.source].language;
    let head = row([span("passage__number", number(at + 1)), say(" "), result::outcome(kind)]);
    let children = row([
        p("passage__head", head),
        p("passage__words", passage(entry.passage, language)),
        p("passage__outcome", words::outcome(&entry.outcome, entry.passage.exact().is_none())),
        div("passage__places", (0..places).map(show).collect::<Vec<Node>>()),
        div("passage__subjects", entry.subjects.iter().map(|&of| subject(desk, of)).collect::<Vec<Node>>()),
    ]);
    el("li")
        .class(["passage passage--", kind.id()].concat())
        .child(children)
        .attr("id", entry_id(at))
        .attr("tabindex", "-1")
        .hidden(move || desk.shown.get().is_some_and(|shown| shown != kind))
}

/// What is known of the words.
fn passage(passage: &Passage, language: &str) -> Vec<Node> {
    match &passage.anchor {
        Anchor::Exact { exact, .. } => row([verbatim(exact, language)]),
        Anchor::Edges { head, tail, .. } => row([verbatim(head, language), say(words::GAP), verbatim(tail, language)]),
    }
}

/// The quote or report that has it, with a link to where it stands.
fn subject(desk: Desk, subject: Subject) -> Node {
    let dataset = &desk.story.dataset;
    let (of, id, name) = match subject {
        Subject::Quote(index) => {
            let name = row([say(speakers(desk.story, index)), say(strings::CUE), cue(desk.story, index)]);
            (words::QUOTE, dataset.quotes.id(index).to_owned(), Node::from(name))
        }
        Subject::Mention(index) => {
            let mention = &dataset.mentions[index];
            let title = text(&dataset.events[mention.event].title, &dataset.about.language);
            (words::REPORT, ["_in-", &mention.id].concat(), title)
        }
    };
    let link = place_link(desk.state, &id, View::clone).class("passage__link").child(name);
    p("passage__subject", row([say(of), link]))
}
