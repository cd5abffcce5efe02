//! One quote: who is said to say what, in whose words.

use sidebyline_dataset::model::{Content, QuoteIdx, Run};
use sidebyline_query::{Page, View};

use crate::components::event::names;
use crate::components::parts::{p, place_link, row, say, span};
use crate::components::share::share_button;
use crate::components::words::{own, own_with, text, verbatim};
use crate::dates;
use crate::load::Story;
use crate::node::{Node, el};
use crate::state::use_state;
use crate::strings;

/// The quote at `index`, with a link to where it stands among all that its speaker is quoted with.
pub fn quote(story: &Story, index: QuoteIdx) -> Node {
    let quote = &story.dataset.quotes[index];
    let language = &story.dataset.sources[quote.source].language;
    let words = content(story, &quote.content, language);
    let speakers = speakers(story, index);
    let (label, share) = (strings::quotes::link_to(&speakers), strings::share_quote(&speakers));
    let who = row([
        span("quote__speaker", speakers),
        span("quote__more", strings::CUE),
        cue(story, index),
        more(story, index),
        say(" "),
        place_link(use_state(), &quote.id, among_all).class("quote__link").attr("aria-label", label).child("#"),
        say(" "),
        share_button("link-button", share, quote.id.clone()),
    ]);
    let children =
        row([el("figcaption").class("quote__who").child(who), el("blockquote").class("quote__words").child(words)]);
    el("figure").class("quote").attr("id", &quote.id).attr("tabindex", "-1").child(children)
}

/// All quotes, whatever is filtered for.
pub(in crate::components) fn among_all(view: &View) -> View {
    view.bare(Page::Quotes)
}

/// The reporting verb, which is the source's own.
pub(in crate::components) fn cue(story: &Story, index: QuoteIdx) -> Node {
    let quote = &story.dataset.quotes[index];
    let language = &story.dataset.sources[quote.source].language;
    el("span").class("quote__cue").attr("lang", language).child(quote.cue.clone())
}

/// To whom the quote is attributed.
pub(in crate::components) fn speakers(story: &Story, index: QuoteIdx) -> String {
    match names(story, &story.dataset.quotes[index].speakers) {
        nobody if nobody.is_empty() => strings::NOBODY_NAMED.into(),
        speakers => speakers,
    }
}

/// What kind of quote it is, to whom it was said, who relays it, and when it was said, if not on the event's own date.
fn more(story: &Story, index: QuoteIdx) -> Node {
    let quote = &story.dataset.quotes[index];
    let event_when = quote.event.and_then(|event| story.dataset.events[event].when.as_ref());
    let other_date = quote.when.as_ref().filter(|when| Some(*when) != event_when);
    let mut more = vec![String::new(), strings::quotes::kind(quote.content.kind()).into()];
    more.extend(between(story, index));
    more.extend(other_date.map(|when| strings::said(&dates::words(when))));
    span("quote__more", more.join(" · "))
}

/// To whom it was said, and who relays it.
pub(in crate::components) fn between(story: &Story, index: QuoteIdx) -> Vec<String> {
    let quote = &story.dataset.quotes[index];
    let to = quote.addressee.map(|addressee| strings::to(&story.dataset.actors[addressee].name));
    let via = (!quote.via.is_empty()).then(|| strings::via(&names(story, &quote.via)));
    to.into_iter().chain(via).collect()
}

/// The words of a quote, each with its owner.
pub(in crate::components) fn content(story: &Story, content: &Content, language: &str) -> Node {
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
            own_with(strings::PARTLY_OUR_WORDS, runs.iter().map(run).collect::<Vec<Node>>())
        }
        Content::Indirect(words) => own(words, ours),
    }
}
