//! All quotes, by speaker. Everything is built once; what isn't found is hidden.

mod item;

use leptos::prelude::*;
use sidebyline_query::timeline::Voice;

use crate::components::parts::{div, maybe, p, row, span, ul};
use crate::components::quotes::item::item;
use crate::intl::number;
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::state::{State, memo, use_state, use_story};
use crate::strings;

/// How many quotes of each voice are found.
type Counts = Memo<Vec<usize>>;

/// The page.
pub fn quotes() -> Node {
    let (story, state) = (use_story(), use_state());
    let counts = {
        memo(move || {
            let voices = story.timeline.voices.iter();
            state.matches(|matches| {
                voices.map(|voice| voice.quotes.iter().filter(|&&quote| matches.has_quote(quote)).count()).collect()
            })
        })
    };
    let voices = || story.timeline.voices.iter().enumerate();
    let index: Vec<Node> = voices().map(|(at, voice)| entry(story, voice, at, counts)).collect();
    let sections: Vec<Node> = voices().map(|(at, voice)| section(story, state, voice, at, counts)).collect();
    let names = el("nav").class("voices").attr("aria-label", strings::quotes::SPEAKERS);
    [names.child(ul("voices__list", index)), sections.into()].into()
}

/// How many quotes of the voice at this position are found.
fn count(counts: Counts, at: usize) -> usize {
    counts.with(|counts| counts.get(at).copied().unwrap_or_default())
}

fn name(story: &Story, voice: &Voice) -> String {
    voice.speaker.map_or(strings::NOBODY_NAMED.into(), |speaker| story.dataset.actors[speaker].name.clone())
}

/// The id of a voice's heading.
fn place(story: &Story, voice: &Voice) -> String {
    ["_by-", voice.speaker.map_or("_none", |speaker| story.dataset.actors[speaker].id.as_str())].concat()
}

fn entry(story: &Story, voice: &Voice, at: usize, counts: Counts) -> Node {
    let href = ["#", &place(story, voice)].concat();
    let children = row([
        el("a").class("voices__link").attr("href", &href).child(name(story, voice)),
        span("voices__count", live(move || number(count(counts, at)))),
    ]);
    el("li").attr("class", "voices__entry").hidden(move || count(counts, at) == 0).child(children)
}

fn section(story: &'static Story, state: State, voice: &Voice, at: usize, counts: Counts) -> Node {
    let id = place(story, voice);
    let actor = voice.speaker.map(|speaker| &story.dataset.actors[speaker]);
    let affiliation = actor.and_then(|actor| actor.affiliation).map(|group| &story.dataset.actors[group].name);
    let role = actor.and_then(|actor| actor.role.as_ref());
    let role: Vec<&str> = role.into_iter().chain(affiliation).map(String::as_str).collect();
    let heading = el("h2").class("voice__name").attr("id", &id).attr("tabindex", "-1");
    let head = row([
        heading.child(name(story, voice)),
        maybe((!role.is_empty()).then(|| p("voice__role", role.join(" · ")))),
        p("voice__role", live(move || strings::quotes(count(counts, at)))),
    ]);
    let quotes: Vec<Node> = voice.quotes.iter().map(|&index| item(story, state, index)).collect();
    el("section")
        .class("voice")
        .attr("aria-labelledby", &id)
        .hidden(move || count(counts, at) == 0)
        .child([div("voice__head", head), ul("voice__quotes", quotes)])
}
