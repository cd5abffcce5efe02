//! The words that give an answer: the source's own where the data have them, else ours, said to be ours.

use sidebyline_compare::question::Proof;
use sidebyline_dataset::model::{EventIdx, EvidencePlace, MentionIdx, QuoteIdx};
use sidebyline_query::{Page, View};

use crate::components::parts::{div, p, place_link, row, say, span};
use crate::components::quote::{among_all, content, cue, speakers};
use crate::components::words::{own, verbatim};
use crate::load::Story;
use crate::node::Node;
use crate::state::State;
use crate::strings;
use crate::strings::discrepancies as words;

/// The places where a source gives an answer to a question about `event`, each with a link to where it stands.
pub fn proofs(story: &Story, state: State, event: Option<EventIdx>, proofs: &[Proof]) -> Vec<Node> {
    let proof = |proof: &Proof| match proof.place {
        EvidencePlace::Mention(mention) => report(story, state, event, mention),
        EvidencePlace::Quote(quote) => quoted(story, state, event, quote),
    };
    proofs.iter().map(proof).collect()
}

fn report(story: &Story, state: State, event: Option<EventIdx>, index: MentionIdx) -> Node {
    let dataset = &story.dataset;
    let mention = &dataset.mentions[index];
    let source = &dataset.sources[mention.source];
    let fragments = mention.fragments().map(|words| p("mention__fragment", verbatim(words, &source.language)));
    let mut children: Vec<Node> = fragments.collect();
    children.push(own(&mention.paraphrase, &dataset.about.language));
    let place = ["_in-", &mention.id].concat();
    let there = beside(state, Some(mention.event), event, &place);
    children
        .push(there.attr("aria-label", words::report_in_compare(&source.label)).child(strings::compare::ITS_REPORT));
    div("proof", children)
}

/// A quote, without the id that it has where it stands among others.
fn quoted(story: &Story, state: State, event: Option<EventIdx>, index: QuoteIdx) -> Node {
    let dataset = &story.dataset;
    let quote = &dataset.quotes[index];
    let source = &dataset.sources[quote.source];
    let who = row([
        span("quote__speaker", speakers(story, index)),
        span("quote__more", strings::CUE),
        cue(story, index),
        span("quote__more", row([say(" · "), say(strings::quotes::kind(quote.content.kind()))])),
    ]);
    let there = beside(state, quote.event, event, &quote.id);
    let children = row([
        p("quote__who", who),
        content(story, &quote.content, &source.language),
        there.attr("aria-label", words::quote_in_compare(&source.label)).child(strings::compare::ITS_QUOTE),
    ]);
    div("proof proof--quote", children)
}

/// A link to a place in the comparison of the event `of` it. The filters stay if it is the event of the question, which is
/// found; another may not be.
fn beside(state: State, of: Option<EventIdx>, event: Option<EventIdx>, place: &str) -> Node {
    let change: fn(&View) -> View = match of {
        None => among_all,
        of if of == event => |view| view.with_page(Page::Compare),
        _ => |view| view.bare(Page::Compare),
    };
    place_link(state, place, change).class("proof__link")
}
