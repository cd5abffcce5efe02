//! A card for each event, with the sources one below the other: for where a table would be too narrow to read.

use std::sync::Arc;

use leptos::prelude::*;
use sidebyline_compare::{Cell, Row, Silence};
use sidebyline_dataset::model::{DiscrepancyIdx, SourceIdx};

use crate::components::badge::{badge, hue};
use crate::components::compare::cell::cell;
use crate::components::compare::rows::{Shown, Side};
use crate::components::compare::silence::{Reasons, silences};
use crate::components::compare::table::facts;
use crate::components::compare::{difference, some, with_any_of};
use crate::components::parts::{div, for_the_eye, li, row, ul, unseen};
use crate::components::words::text;
use crate::load::Story;
use crate::node::{Node, el};
use crate::state::State;
use crate::strings;

/// The cards of the rows that are `here`, the background after the others.
pub fn cards(story: &Story, state: State, side: &Side, shown: Memo<Arc<Shown>>, here: &[usize]) -> Node {
    let mut cards: Vec<Node> = here.iter().map(|&at| card(story, state, side, shown, at, &side.rows[at])).collect();
    let group = [strings::BACKGROUND, strings::BACKGROUND_HINT].join(": ");
    let group = el("h2").class("side__group").child(group);
    let background = side.background_of(here);
    if background < here.len() {
        cards.insert(background, with_any_of(shown, side.background..side.rows.len(), group));
    }
    div("cards", cards)
}

fn card(story: &Story, state: State, side: &Side, shown: Memo<Arc<Shown>>, at: usize, across: &Row) -> Node {
    let event = &story.dataset.events[across.event];
    let title_id = ["_", &event.id].concat();
    let (mut columns, mut silent): (Vec<Node>, Vec<(usize, Silence)>) = (Vec::new(), Vec::new());
    for (at, (cell_of, &source)) in across.cells.iter().zip(&side.sources).enumerate() {
        match cell_of {
            Cell::Reported(column) => columns.push(article(story, source, cell(story, state, across.event, column))),
            Cell::Silent(kind) => silent.push((at, *kind)),
        }
    }
    let title = text(&event.title, &story.dataset.about.language);
    let mut children = row([
        el("h3").class("side__title").attr("id", &title_id).child(title),
        facts(story, state, across, side.fewer(story, across)),
        div("card__articles", columns),
    ]);
    if !silent.is_empty() {
        children.push(silences(story, side, &Reasons::new(story, across.event), &silent));
    }
    let questions = across.discrepancies.iter().map(|&index| question(story, state, side, index)).collect();
    children.push(some("card__differences", questions));
    let card = el("article")
        .class("card")
        .attr("id", &event.id)
        .attr("tabindex", "-1")
        .attr("aria-labelledby", &title_id)
        .child(children);
    with_any_of(shown, at..at + 1, card)
}

fn article(story: &Story, index: SourceIdx, children: Node) -> Node {
    let source = &story.dataset.sources[index];
    let name = strings::source_name(&source.label, source.title.as_str());
    let head = row([for_the_eye(badge(&story.dataset, index)), unseen(name)]);
    let head = el("h4").class("column__head").child(head);
    el("div").class(["column ", hue(index)].concat()).child(row([head, children]))
}

/// A question with the answers, each beside the badge of its source.
fn question(story: &Story, state: State, side: &Side, index: DiscrepancyIdx) -> Node {
    let (mut answers, mut none): (Vec<Node>, Vec<&str>) = (Vec::new(), Vec::new());
    for &source in &side.sources {
        let given = difference::answers(story, state, index, source);
        if given.is_empty() {
            none.push(&story.dataset.sources[source].label);
        } else {
            answers.push(li("card__answer", row([badge(&story.dataset, source), div("card__given", given)])));
        }
    }
    if !none.is_empty() {
        answers.push(li("difference__none", strings::compare::no_answers(&none)));
    }
    let mut children = difference::question(story, index);
    children.push(ul("card__answers", answers));
    let id = &story.dataset.discrepancies[index].id;
    el("div").class("discrepancy").attr("id", id).attr("tabindex", "-1").child(children)
}
