//! One quote in the list of its speaker: the words, and all that is known of how they came to us.

use sidebyline_compare::Item;
use sidebyline_dataset::model::QuoteIdx;
use sidebyline_query::timeline::said;
use sidebyline_query::{Page, View};

use crate::components::badge::{badge, hue};
use crate::components::copy_link::copy_link;
use crate::components::event::names;
use crate::components::parts::{for_the_eye, maybe, p, place_link, row, say, span, unseen};
use crate::components::quote::{between, content, cue, speakers};
use crate::components::share::share_button;
use crate::components::variants::words_link;
use crate::components::words::text;
use crate::dates;
use crate::load::Story;
use crate::node::{Node, el};
use crate::state::State;
use crate::strings;

/// The quote at `index`; hidden if it isn't found. It names who says it, if what it stands in doesn't.
pub fn item(story: &Story, state: State, index: QuoteIdx, names_speaker: bool) -> Node {
    let dataset = &story.dataset;
    let quote = &dataset.quotes[index];
    let source = &dataset.sources[quote.source];
    let link = el("a")
        .class("quote__link")
        .attr("href", ["#", &quote.id].concat())
        .attr("aria-label", strings::quotes::link_to(&speakers(story, index)));
    let id = quote.id.clone();
    let link_to_copy = move || state.link_to(Page::Quotes, &id);
    let copy = strings::quotes::copy_link_to(&speakers(story, index));
    let mut head = row([
        for_the_eye(badge(dataset, quote.source)),
        unseen(strings::source_name(&source.label, source.title.as_str())),
        maybe(names_speaker.then(|| span("said__who findable", speakers(story, index)))),
        when(story, index),
        span("said__kind", strings::quotes::kind(quote.content.kind())),
        link.child("#"),
        copy_link("link-button said__copy", copy, link_to_copy),
        share_button("link-button said__copy", strings::share_quote(&speakers(story, index)), quote.id.clone()),
    ]);
    head.extend(compare_link(story, state, index));
    let words = content(story, &quote.content, &source.language);
    let figure = row([
        p("said__head", head),
        el("blockquote").class("quote__words").child(words),
        el("figcaption").class("quote__more").child(more(story, state, index)),
    ]);
    let place = el("figure").class("said__quote").attr("id", &quote.id).attr("tabindex", "-1");
    el("li")
        .class(["said ", hue(quote.source)].concat())
        .hidden(move || !state.matches(|matches| matches.has_quote(index)))
        .child(place.child(figure))
}

/// A link to its words beside those of its variants, if it has words.
fn compare_link(story: &Story, state: State, index: QuoteIdx) -> Option<Node> {
    let dataset = &story.dataset;
    Item::Quote(index).words(dataset)?;
    let of = |quotes: &[QuoteIdx]| quotes.iter().map(|&quote| dataset.quotes.id(quote)).collect::<Vec<&str>>();
    let known = dataset.variants.iter().find(|(_, variant)| variant.quotes.contains(&index));
    let ids = known.map_or_else(|| of(&[index]), |(_, variant)| of(&variant.quotes));
    let label = strings::variants::compare_of(&speakers(story, index));
    Some(words_link(state, &ids).class("link-button said__copy").attr("aria-label", label))
}

/// When it was said, if that is known; else when the event was, and that it is the event's date.
fn when(story: &Story, index: QuoteIdx) -> Node {
    let own = story.dataset.quotes[index].when.is_some();
    let date = said(&story.dataset, index);
    let words = match date.map(dates::words) {
        None => strings::UNKNOWN_DATE.into(),
        Some(date) if own => strings::said(&date),
        Some(date) => strings::quotes::of_the_event(&date),
    };
    el("time").class("said__when").attr("datetime", date.and_then(dates::machine)).child(words)
}

/// The reporting verb, whoever else is in it, and the event.
fn more(story: &Story, state: State, index: QuoteIdx) -> Vec<Node> {
    let quote = &story.dataset.quotes[index];
    let mut facts = Vec::new();
    facts.extend(
        quote
            .speakers
            .get(1..)
            .filter(|others| !others.is_empty())
            .map(|others| strings::quotes::with(&names(story, others))),
    );
    facts.extend(between(story, index));
    facts.extend(quote.event.map(|_| strings::quotes::EVENT.to_owned()));
    let facts: String = facts.iter().flat_map(|fact| [" · ", fact]).collect();
    let mut children = row([say(strings::quotes::CUE), cue(story, index), say(facts)]);
    children.extend(quote.event.map(|event| {
        let event = &story.dataset.events[event];
        place_link(state, &event.id, |view: &View| view.with_page(Page::Timeline))
            .class("said__event")
            .child(text(&event.title, &story.dataset.about.language))
    }));
    children
}
