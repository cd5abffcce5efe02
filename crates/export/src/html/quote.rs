//! One quote: who is said to say what, in whose words.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{ActorIdx, Content, QuoteIdx, Run};
use sidebyline_words::{dates, phrases};

use super::words::{foreign, ours, own, own_with, p, span, verbatim};
use super::write::{Html, el};

/// The quote at `index`.
pub fn quote(dataset: &Dataset, index: QuoteIdx) -> Html {
    let quote = &dataset.quotes[index];
    let source = &dataset.sources[quote.source];
    let speakers = speakers(dataset, index);
    let label = phrases::link_to_quote(&speakers);
    let link = el("a").class("quote__link").local(&["#", &quote.id].concat()).attr("aria-label", &label).child("#");
    let who = el("figcaption")
        .class("quote__who")
        .child(span("quote__speaker", &speakers))
        .child(span("quote__more", phrases::CUE))
        .child(foreign(el("span").class("quote__cue"), &source.language).child(&quote.cue))
        .child(more(dataset, index))
        .child(link);
    let words = el("blockquote").class("quote__words");
    let words = match &source.url {
        Some(url) => words.attr("cite", url.as_str()),
        None => words,
    };
    let words = words.child(content(&quote.content, &source.language, &dataset.about.language));
    el("figure").class("quote").attr("id", &quote.id).child(who).child(words).into()
}

/// What kind of quote it is, to whom it was said, who relays it, and when it was said, if not on the event's own date.
fn more(dataset: &Dataset, index: QuoteIdx) -> Html {
    let quote = &dataset.quotes[index];
    let event_when = quote.event.and_then(|event| dataset.events[event].when.as_ref());
    let other_date = quote.when.as_ref().filter(|when| Some(*when) != event_when);
    let mut more = vec![String::new(), phrases::quote_kind(quote.content.kind()).into()];
    more.extend(quote.addressee.map(|addressee| phrases::to(&dataset.actors[addressee].name)));
    more.extend((!quote.via.is_empty()).then(|| phrases::via(&names(dataset, &quote.via))));
    more.extend(other_date.map(|when| phrases::said(&dates::words(when))));
    span("quote__more", more.join(" · "))
}

/// The words of a quote, each with its owner.
fn content(content: &Content, theirs: &str, our_language: &str) -> Html {
    match content {
        Content::Direct(parts) => {
            let mut words = Html::default();
            for (at, part) in parts.iter().enumerate() {
                let gap = (at > 0).then(|| span("quote__gap", " … "));
                words = words.and(gap).and(verbatim(part, theirs));
            }
            p("quote__direct", words)
        }
        Content::Mixed(runs) => {
            let run = |run: &Run| match run {
                Run::Quoted(words) => verbatim(words, theirs),
                Run::Own(words) => ours(words, our_language),
            };
            own_with(phrases::PARTLY_OUR_WORDS, runs.iter().map(run).collect())
        }
        Content::Indirect(words) => own(words, our_language),
    }
}

/// To whom the quote is attributed.
pub fn speakers(dataset: &Dataset, index: QuoteIdx) -> String {
    match names(dataset, &dataset.quotes[index].speakers) {
        nobody if nobody.is_empty() => phrases::NOBODY_NAMED.into(),
        speakers => speakers,
    }
}

/// The names of actors, in a row.
pub fn names(dataset: &Dataset, actors: &[ActorIdx]) -> String {
    let names: Vec<&str> = actors.iter().map(|&actor| dataset.actors[actor].name.as_str()).collect();
    names.join(", ")
}
