//! One quote in the list of its speaker: the words, and all that is known of how they came to us.

use leptos::prelude::*;
use sidebyline_dataset::model::QuoteIdx;
use sidebyline_query::timeline::said;
use sidebyline_query::{Page, View};

use crate::components::badge::{badge, hue};
use crate::components::event::names;
use crate::components::parts::{place_link, row, say, span, unseen};
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
    let label = strings::quotes::link_to(&speakers(story, index));
    let head = row([
        view! { <span aria-hidden="true">{badge(dataset, quote.source)}</span> }.into_any(),
        unseen(strings::source_name(&source.label, source.title.as_str())),
        when(story, index),
        span("said__kind", strings::quotes::kind(quote.content.kind())),
        view! { <a class="quote__link" href=["#", &quote.id].concat() aria-label=label>"#"</a> }.into_any(),
    ]);
    let words = content(story, &quote.content, &source.language);
    view! {
        <li class=["said ", hue(quote.source)].concat() hidden=move || !state.matches(|matches| matches.has_quote(index))>
            <figure class="said__quote" id=quote.id.clone() tabindex="-1">
                <p class="said__head">{head}</p>
                <blockquote class="quote__words">{words}</blockquote>
                <figcaption class="quote__more">{more(story, state, index)}</figcaption>
            </figure>
        </li>
    }
    .into_any()
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
    view! { <time class="said__when" datetime=date.and_then(dates::machine)>{words}</time> }.into_any()
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
