//! One source: what it is, what sets it apart, whom it quotes and how, and all that it tells in its own order. Without a
//! choice, all sources with their facts.

mod apart;
mod course;
mod cues;
mod head;
mod list;
mod tally;
pub mod verify;
mod voices;

use leptos::prelude::*;
use sidebyline_compare::profile;
use sidebyline_dataset::model::SourceIdx;

use crate::components::later::{Later, Wanted};
use crate::components::parts::{div, p, row, span, ul};
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::state::{State, memo, use_state, use_story};
use crate::strings::source as words;

/// The page.
pub fn source() -> Node {
    let (story, state) = (use_story(), use_state());
    let chosen = memo(move || state.view(|view| view.article().to_owned()));
    live(move || match chosen.with(|id| story.dataset.sources.find(id)) {
        Some(source) => one(story, state, source),
        None => list::list(story, state),
    })
}

/// The page of one source.
fn one(story: &'static Story, state: State, source: SourceIdx) -> Node {
    let (profile, later): (_, Later) = (profile(&story.dataset, source), expect_context());
    let sections = [
        ("_only", words::ONLY, apart::only(story, state, &profile)),
        ("_left-out", words::LEFT_OUT, apart::left_out(story, state, &profile)),
        ("_voices", words::VOICES, voices::voices(story, state, &profile)),
        ("_cues", words::CUES, cues::cues(story, state, source)),
        ("_course", words::COURSE, course::course(story, state, &profile)),
        ("_verify", words::VERIFY, row([live(move || later.show(Wanted::Verify(source)))])),
    ];
    let sections: Vec<_> = sections.into_iter().filter(|(.., body)| !body.is_empty()).collect();
    let links: Vec<Node> = (sections.iter())
        .map(|(id, title, _)| el("li").child(el("a").attr("href", ["#", id].concat()).child(*title)))
        .collect();
    let contents = el("nav").class("profile__contents").attr("aria-label", words::CONTENTS);
    let mut children = row([
        head::neighbours(story, state, source),
        head::head(story, state, source, &profile),
        contents.child(ul("profile__links", links)),
    ]);
    children.extend(sections.into_iter().map(|(id, title, body)| section(id, title, body)));
    div("profile", children)
}

/// A part of the page, under its title.
fn section(id: &'static str, title: &'static str, body: Vec<Node>) -> Node {
    let heading = el("h3").class("profile__title").attr("id", id).attr("tabindex", "-1").child(title);
    el("section").class("profile__part").attr("aria-labelledby", id).child(row([heading])).child(body)
}

/// What is said where a list would be empty.
fn nothing(words: &'static str) -> Node {
    p("profile__none", words)
}

/// What a figure is of, in small.
fn note(words: impl Into<Node>) -> Node {
    span("profile__note", words)
}
