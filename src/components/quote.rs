//! One quote: who is said to say what, in whose words.

use leptos::prelude::*;
use sidebyline_dataset::model::{Content, QuoteIdx, Run};

use crate::components::event::names;
use crate::components::parts::{maybe, p, row, span};
use crate::components::words::{own, own_with, text, verbatim};
use crate::dates;
use crate::load::Story;
use crate::strings;

/// The quote at `index`.
pub fn quote(story: &Story, index: QuoteIdx) -> AnyView {
    let quote = &story.dataset.quotes[index];
    let language = &story.dataset.sources[quote.source].language;
    let words = content(story, &quote.content, language);
    let cue = view! { <span class="quote__cue" lang=language.clone()>{quote.cue.clone()}</span> }.into_any();
    let who = row([
        span("quote__speaker", speakers(story, index)),
        span("quote__more", strings::CUE),
        cue,
        more(story, index),
    ]);
    view! {
        <figure class="quote" id=quote.id.clone()>
            <figcaption class="quote__who">{who}</figcaption>
            <blockquote class="quote__words">{words}</blockquote>
        </figure>
    }
    .into_any()
}

fn speakers(story: &Story, index: QuoteIdx) -> String {
    match names(story, &story.dataset.quotes[index].speakers) {
        nobody if nobody.is_empty() => strings::NOBODY_NAMED.into(),
        speakers => speakers,
    }
}

/// To whom it was said, who relays it, and when it was said, if not on the event's own date.
fn more(story: &Story, index: QuoteIdx) -> AnyView {
    let quote = &story.dataset.quotes[index];
    let event_when = quote.event.and_then(|event| story.dataset.events[event].when.as_ref());
    let other_date = quote.when.as_ref().filter(|when| Some(*when) != event_when);
    let mut more = Vec::new();
    more.extend(quote.addressee.map(|addressee| strings::to(&story.dataset.actors[addressee].name)));
    more.extend((!quote.via.is_empty()).then(|| strings::via(&names(story, &quote.via))));
    more.extend(other_date.map(|when| strings::said(&dates::words(when))));
    maybe((!more.is_empty()).then(|| span("quote__more", [" · ", &more.join(" · ")].concat())))
}

/// The words of a quote, each with its owner.
fn content(story: &Story, content: &Content, language: &str) -> AnyView {
    let ours = &story.dataset.about.language;
    match content {
        Content::Direct(parts) => {
            let mut children = Vec::with_capacity(2 * parts.len());
            for words in parts {
                if !children.is_empty() {
                    children.push(span("quote__gap", " … "));
                }
                children.push(verbatim(words, language));
            }
            p("quote__direct", children)
        }
        Content::Mixed(runs) => {
            let run = |run: &Run| match run {
                Run::Quoted(words) => verbatim(words, language),
                Run::Own(words) => text(words, ours),
            };
            own_with(strings::PARTLY_OUR_WORDS, runs.iter().map(run).collect::<Vec<AnyView>>())
        }
        Content::Indirect(words) => own(words, ours),
    }
}
