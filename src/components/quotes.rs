//! All quotes, by speaker. Everything is built once; what isn't found is hidden.

mod item;

use std::sync::Arc;

use leptos::prelude::*;
use sidebyline_query::timeline::Voice;

use crate::components::parts::{attr, attrs, div, element, hidden_while, maybe, p, row, span, ul};
use crate::components::quotes::item::item;
use crate::intl::number;
use crate::load::Story;
use crate::state::{State, use_state, use_story};
use crate::strings;

/// How many quotes of each voice are found.
type Counts = Memo<Vec<usize>>;

/// The page.
#[component]
pub fn Quotes() -> impl IntoView {
    let (story, state) = (use_story(), use_state());
    let counts = {
        let story = Arc::clone(&story);
        Memo::new(move |_| {
            let voices = story.timeline.voices.iter();
            state.matches(|matches| {
                voices.map(|voice| voice.quotes.iter().filter(|&&quote| matches.has_quote(quote)).count()).collect()
            })
        })
    };
    let voices = || story.timeline.voices.iter().enumerate();
    let index: Vec<AnyView> = voices().map(|(at, voice)| entry(&story, voice, at, counts)).collect();
    let sections: Vec<AnyView> = voices().map(|(at, voice)| section(&story, state, voice, at, counts)).collect();
    let names = attrs(&[("class", "voices"), ("aria-label", strings::quotes::SPEAKERS)]);
    row([element("NAV", names, ul("voices__list", index)), sections.into_any()]).into_any()
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

fn entry(story: &Story, voice: &Voice, at: usize, counts: Counts) -> AnyView {
    let href = ["#", &place(story, voice)].concat();
    let children = row([
        element("A", attrs(&[("class", "voices__link"), ("href", &href)]), name(story, voice)),
        span("voices__count", move || number(count(counts, at))),
    ]);
    element("LI", vec![attr("class", "voices__entry"), hidden_while(move || count(counts, at) == 0)], children)
}

fn section(story: &Arc<Story>, state: State, voice: &Voice, at: usize, counts: Counts) -> AnyView {
    let id = place(story, voice);
    let actor = voice.speaker.map(|speaker| &story.dataset.actors[speaker]);
    let affiliation = actor.and_then(|actor| actor.affiliation).map(|group| &story.dataset.actors[group].name);
    let role = actor.and_then(|actor| actor.role.as_ref());
    let role: Vec<&str> = role.into_iter().chain(affiliation).map(String::as_str).collect();
    let heading = attrs(&[("class", "voice__name"), ("id", &id), ("tabindex", "-1")]);
    let head = row([
        element("H2", heading, name(story, voice)),
        maybe((!role.is_empty()).then(|| p("voice__role", role.join(" · ")))),
        p("voice__role", move || strings::quotes(count(counts, at))),
    ]);
    let quotes: Vec<AnyView> = voice.quotes.iter().map(|&index| item(story, state, index)).collect();
    let labelled = attr("aria-labelledby", &id);
    let attributes = vec![attr("class", "voice"), labelled, hidden_while(move || count(counts, at) == 0)];
    element("SECTION", attributes, row([div("voice__head", head), ul("voice__quotes", quotes)]))
}
