//! All quotes, by speaker. Everything is built once; what isn't found is hidden. If they are too many for that, a part of
//! what is found is built at a time.

mod item;

use sidebyline_dataset::model::QuoteIdx;
use sidebyline_query::part::WHOLE;
use sidebyline_query::timeline::Voice;

use crate::components::part_links::part_links;
use crate::components::parts::{div, maybe, p, row, span, ul};
use crate::components::quotes::item::item;
use crate::intl::number;
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::state::{State, use_state, use_story};
use crate::strings;

/// The page.
pub fn quotes() -> Node {
    let (story, state) = (use_story(), use_state());
    let voices = &story.timeline.voices;
    if story.dataset.quotes.len() <= WHOLE {
        return by_voice(story, state, voices);
    }
    live(move || {
        let wanted = story.dataset.quotes.find(&state.target());
        let (here, part) =
            state.answer(|answer| Voice::part(voices, &answer.matches, wanted, answer.selection.view.part));
        [by_voice(story, state, &here), part_links(&part.range, part.len)]
    })
}

/// Quotes by their speakers, with a way to each of those.
fn by_voice(story: &'static Story, state: State, here: &[Voice]) -> Node {
    // What is counted is all that somebody says, whatever is here of it.
    let whole = |here: &Voice| story.timeline.voices.iter().find(|voice| voice.speaker == here.speaker);
    let pairs = || here.iter().filter_map(|here| Some((whole(here)?, here)));
    let index: Vec<Node> = pairs().map(|(voice, _)| entry(story, state, voice)).collect();
    let sections: Vec<Node> = pairs().map(|(voice, here)| section(story, state, voice, &here.quotes)).collect();
    let names = el("nav").class("voices").attr("aria-label", strings::quotes::SPEAKERS);
    [names.child(ul("voices__list", index)), sections.into()].into()
}

/// How many quotes of a voice are found.
fn count(state: State, voice: &Voice) -> usize {
    state.matches(|matches| voice.quotes.iter().filter(|&&quote| matches.has_quote(quote)).count())
}

fn name(story: &Story, voice: &Voice) -> String {
    voice.speaker.map_or(strings::NOBODY_NAMED.into(), |speaker| story.dataset.actors[speaker].name.clone())
}

/// The id of a voice's heading.
fn place(story: &Story, voice: &Voice) -> String {
    ["_by-", voice.speaker.map_or("_none", |speaker| story.dataset.actors[speaker].id.as_str())].concat()
}

fn entry(story: &Story, state: State, voice: &'static Voice) -> Node {
    let href = ["#", &place(story, voice)].concat();
    let children = row([
        el("a").class("voices__link").attr("href", &href).child(name(story, voice)),
        span("voices__count", live(move || number(count(state, voice)))),
    ]);
    el("li").attr("class", "voices__entry").hidden(move || count(state, voice) == 0).child(children)
}

fn section(story: &'static Story, state: State, voice: &'static Voice, here: &[QuoteIdx]) -> Node {
    let id = place(story, voice);
    let actor = voice.speaker.map(|speaker| &story.dataset.actors[speaker]);
    let affiliation = actor.and_then(|actor| actor.affiliation).map(|group| &story.dataset.actors[group].name);
    let role = actor.and_then(|actor| actor.role.as_ref());
    let role: Vec<&str> = role.into_iter().chain(affiliation).map(String::as_str).collect();
    let heading = el("h2").class("voice__name").attr("id", &id).attr("tabindex", "-1");
    let head = row([
        heading.child(name(story, voice)),
        maybe((!role.is_empty()).then(|| p("voice__role", role.join(" · ")))),
        p("voice__role", live(move || strings::quotes(count(state, voice)))),
    ]);
    let quotes: Vec<Node> = here.iter().map(|&index| item(story, state, index)).collect();
    el("section")
        .class("voice")
        .attr("aria-labelledby", &id)
        .hidden(move || count(state, voice) == 0)
        .child([div("voice__head", head), ul("voice__quotes", quotes)])
}
