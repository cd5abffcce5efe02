//! One quote in the list of its speaker: the words, and all that is known of how they came to us.

use leptos::prelude::*;
use sidebyline_dataset::model::QuoteIdx;
use sidebyline_query::timeline::said;
use sidebyline_query::{Page, View};

use crate::components::badge::{badge, hue};
use crate::components::event::names;
use crate::components::parts::{
    attr, attrs, element, for_the_eye, hidden_while, p, place_link, row, say, span, unseen,
};
use crate::components::quote::{between, content, cue, speakers};
use crate::components::words::text;
use crate::dates;
use crate::load::Story;
use crate::state::State;
use crate::strings;

/// The quote at `index`; hidden if it isn't found.
pub fn item(story: &Story, state: State, index: QuoteIdx) -> AnyView {
    let dataset = &story.dataset;
    let quote = &dataset.quotes[index];
    let source = &dataset.sources[quote.source];
    let label = attr("aria-label", &strings::quotes::link_to(&speakers(story, index)));
    let link = [attr("class", "quote__link"), attr("href", &["#", &quote.id].concat()), label];
    let head = row([
        for_the_eye(badge(dataset, quote.source)),
        unseen(strings::source_name(&source.label, source.title.as_str())),
        when(story, index),
        span("said__kind", strings::quotes::kind(quote.content.kind())),
        element("A", link.into(), "#"),
    ]);
    let words = content(story, &quote.content, &source.language);
    let figure = row([
        p("said__head", head),
        element("BLOCKQUOTE", attrs(&[("class", "quote__words")]), words),
        element("FIGCAPTION", attrs(&[("class", "quote__more")]), more(story, state, index)),
    ]);
    let place = attrs(&[("class", "said__quote"), ("id", &quote.id), ("tabindex", "-1")]);
    let missing = hidden_while(move || !state.matches(|matches| matches.has_quote(index)));
    let class = attr("class", &["said ", hue(quote.source)].concat());
    element("LI", vec![class, missing], element("FIGURE", place, figure))
}

/// When it was said, if that is known; else when the event was, and that it is the event's date.
fn when(story: &Story, index: QuoteIdx) -> AnyView {
    let own = story.dataset.quotes[index].when.is_some();
    let date = said(&story.dataset, index);
    let words = match date.map(dates::words) {
        None => strings::UNKNOWN_DATE.into(),
        Some(date) if own => strings::said(&date),
        Some(date) => strings::quotes::of_the_event(&date),
    };
    let mut attributes = attrs(&[("class", "said__when")]);
    attributes.extend(date.and_then(dates::machine).map(|machine| attr("datetime", &machine)));
    element("TIME", attributes, words)
}

/// The reporting verb, whoever else is in it, and the event.
fn more(story: &Story, state: State, index: QuoteIdx) -> Vec<AnyView> {
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
        place_link(
            state,
            "said__event",
            None,
            &event.id,
            |view: &View| view.with_page(Page::Timeline),
            text(&event.title, &story.dataset.about.language),
        )
    }));
    children
}
