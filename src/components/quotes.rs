//! All quotes, by speaker, or by how well they fit what is searched for. By speaker, everything is built once; what isn't
//! found is hidden. If they are too many for that, a part of what is found is built at a time.

mod item;

use leptos::prelude::*;
use sidebyline_dataset::model::QuoteIdx;
use sidebyline_query::part::{Part, WHOLE};
use sidebyline_query::timeline::Voice;
use sidebyline_query::{Order, Unit};

use crate::components::filters::choice;
use crate::components::part_links::part_links;
use crate::components::parts::{div, maybe, p, row, span, ul};
use crate::components::quotes::item::item;
use crate::intl::number;
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::state::{Answer, State, altered, is_ranked, memo, use_state, use_story};
use crate::strings;

/// The page.
pub fn quotes() -> Node {
    let (story, state) = (use_story(), use_state());
    let is_searched = memo(move || state.view(|view| !view.text().is_empty()));
    let is_ranked = memo(move || state.answer(is_ranked));
    let is_whole = story.dataset.quotes.len() <= WHOLE;
    let list = move || {
        if is_ranked.get() {
            return ranked(story, state, is_whole);
        }
        if is_whole {
            return by_voice(story, state, story.voices());
        }
        let wanted = story.quote_of(&state.target());
        let (here, part) =
            state.answer(|answer| Voice::part(story.voices(), &answer.matches, wanted, answer.selection.view.part));
        [by_voice(story, state, &here), part_links(&part.range, part.len)].into()
    };
    [live(move || is_searched.get().then(|| order(state))), live(list)].into()
}

/// The choice of the order, where there are words that quotes can fit.
fn order(state: State) -> Node {
    const ORDERS: [Order; 2] = [Order::Date, Order::Fit];
    let options = move || {
        let is_fit = state.view(|view| view.order == Order::Fit);
        [!is_fit, is_fit].into_iter().zip(strings::quotes::ORDERS.map(str::to_owned)).collect()
    };
    let pick = move |at: usize| {
        state.choose(|view| altered(view, |view| view.order = ORDERS.get(at).copied().unwrap_or_default()));
    };
    div("voices__order", choice(strings::quotes::ORDER, options, pick))
}

/// The quotes that fit best what is searched for, first, each with who says it.
fn ranked(story: &'static Story, state: State, is_whole: bool) -> Node {
    let wanted = story.quote_of(&state.target());
    let part = state.answer(|answer| {
        let Answer { selection, matches, .. } = answer;
        let ranked = story.index.ranked(selection, matches, matches.total(Unit::Quotes));
        let list: Vec<QuoteIdx> = ranked.into_iter().map(|(quote, _)| quote).collect();
        if is_whole {
            return Part { range: 0..list.len(), len: list.len(), items: list };
        }
        Part::of(&list, wanted, selection.view.part)
    });
    let quotes: Vec<Node> = part.items.iter().map(|&index| item(story, state, index, true)).collect();
    let links = (!is_whole).then(|| part_links(&part.range, part.len));
    [ul("voice__quotes", quotes), maybe(links)].into()
}

/// Quotes by their speakers, with a way to each of those.
fn by_voice(story: &'static Story, state: State, here: &[Voice]) -> Node {
    let voices = here.iter().filter_map(|here| {
        // What is counted is all that somebody says, whatever is here of it.
        let voice = story.voices().iter().find(|voice| voice.speaker == here.speaker)?;
        let count = memo(move || count(state, voice));
        Some((entry(story, voice, count), section(story, state, voice, count, &here.quotes)))
    });
    let (index, sections): (Vec<Node>, Vec<Node>) = voices.unzip();
    let names = el("nav").class("voices").attr("aria-label", strings::quotes::SPEAKERS);
    [names.child(ul("voices__list", index)), sections.into()].into()
}

/// How many quotes of a voice are found.
fn count(state: State, voice: &Voice) -> usize {
    state.matches(|matches| matches.number_of(&voice.quotes))
}

fn name(story: &Story, voice: &Voice) -> String {
    voice.speaker.map_or(strings::NOBODY_NAMED.into(), |speaker| story.dataset.actors[speaker].name.clone())
}

/// The id of a voice's heading.
fn place(story: &Story, voice: &Voice) -> String {
    ["_by-", voice.speaker.map_or("_none", |speaker| story.dataset.actors[speaker].id.as_str())].concat()
}

fn entry(story: &Story, voice: &Voice, count: Memo<usize>) -> Node {
    let href = ["#", &place(story, voice)].concat();
    let children = row([
        el("a").class("voices__link").attr("href", &href).child(name(story, voice)),
        span("voices__count", live(move || number(count.get()))),
    ]);
    el("li").attr("class", "voices__entry").hidden(move || count.get() == 0).child(children)
}

fn section(story: &Story, state: State, voice: &Voice, count: Memo<usize>, here: &[QuoteIdx]) -> Node {
    let id = place(story, voice);
    let actor = voice.speaker.map(|speaker| &story.dataset.actors[speaker]);
    let affiliation = actor.and_then(|actor| actor.affiliation).map(|group| &story.dataset.actors[group].name);
    let role = actor.and_then(|actor| actor.role.as_ref());
    let role: Vec<&str> = role.into_iter().chain(affiliation).map(String::as_str).collect();
    let heading = el("h2").class("voice__name").attr("id", &id).attr("tabindex", "-1");
    let head = row([
        heading.child(name(story, voice)),
        maybe((!role.is_empty()).then(|| p("voice__role", role.join(" · ")))),
        p("voice__role", live(move || strings::quotes(count.get()))),
    ]);
    let quotes: Vec<Node> = here.iter().map(|&index| item(story, state, index, false)).collect();
    el("section")
        .class("voice")
        .attr("aria-labelledby", &id)
        .hidden(move || count.get() == 0)
        .child([div("voice__head", head), ul("voice__quotes", quotes)])
}
