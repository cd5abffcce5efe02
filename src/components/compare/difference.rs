//! A question that the compared sources answer differently: the question once, and the answers source by source.

use sidebyline_dataset::model::{Answer, DiscrepancyIdx, EventIdx, EvidencePlace, SourceIdx};
use sidebyline_query::{Rows, View};

use crate::components::compare::cell::place;
use crate::components::compare::with_rows;
use crate::components::discrepancy::mark;
use crate::components::parts::{for_the_eye, maybe, p, place_link, row, say, span, unseen};
use crate::components::quote::among_all;
use crate::components::words::text;
use crate::intl::number;
use crate::load::Story;
use crate::node::{Node, el};
use crate::state::State;
use crate::strings;

/// The question, what it is about and why the answers differ.
pub fn question(story: &Story, index: DiscrepancyIdx) -> Vec<Node> {
    let discrepancy = &story.dataset.discrepancies[index];
    let ours = &story.dataset.about.language;
    let kind = [strings::dimension(discrepancy.dimension), strings::nature(discrepancy.nature)].join(" · ");
    row([
        p("difference__question", row([mark(), say(" "), text(&discrepancy.question, ours)])),
        p("difference__kind", kind),
        maybe(discrepancy.note.as_ref().map(|note| p("difference__kind", text(note, ours)))),
    ])
}

/// The answers of one source, each with where it gives them; none if it gives no answer.
pub fn answers(story: &Story, state: State, index: DiscrepancyIdx, source: SourceIdx) -> Vec<Node> {
    let discrepancy = &story.dataset.discrepancies[index];
    let of_source = |answer: &&Answer| answer.evidence.iter().any(|evidence| evidence.source == source);
    let answer = |answer: &Answer| {
        let mut children = vec![text(&answer.value, &story.dataset.about.language)];
        for link in evidence(story, state, discrepancy.event, answer, source) {
            children.push(say(" "));
            children.push(link);
        }
        p("difference__answer", children)
    };
    discrepancy.answers.iter().filter(of_source).map(answer).collect()
}

/// What leads from a view to another.
type Change = fn(&View) -> View;

/// Links to the words of `source` that give the answer: those in the event at hand, or else the first elsewhere.
fn evidence(story: &Story, state: State, event: Option<EventIdx>, answer: &Answer, source: SourceIdx) -> Vec<Node> {
    let dataset = &story.dataset;
    let mut here: Vec<(String, &'static str)> = Vec::new();
    let mut elsewhere: Option<(&str, Change)> = None;
    for evidence in answer.evidence.iter().filter(|evidence| evidence.source == source) {
        let (at, id, words) = match evidence.place {
            EvidencePlace::Mention(mention) => {
                (Some(dataset.mentions.head(mention).event), place(story, mention), strings::compare::ITS_REPORT)
            }
            EvidencePlace::Quote(quote) => {
                let quote = &dataset.quotes[quote];
                if quote.event.is_none() {
                    elsewhere = elsewhere.or(Some((&quote.id, among_all)));
                }
                (quote.event, quote.id.clone(), strings::compare::ITS_QUOTE)
            }
        };
        match at {
            at if at == event => here.push((id, words)),
            Some(at) => elsewhere = elsewhere.or(Some((&dataset.events[at].id, all_rows))),
            None => {}
        }
    }
    if let Some((id, change)) = elsewhere
        && here.is_empty()
    {
        let words = say(strings::compare::WITH_ANOTHER_EVENT);
        return vec![place_link(state, id, change).class("difference__evidence").child(words)];
    }
    let several = here.len() > 1;
    let mut links = Vec::new();
    for (at, (id, words)) in here.iter().enumerate() {
        let number = if several { [" ", &number(at + 1)].concat() } else { String::new() };
        let link = el("a").class("difference__evidence").attr("href", ["#", id].concat());
        links.push(link.child([words, number.as_str()].concat()));
    }
    links
}

fn all_rows(view: &View) -> View {
    with_rows(view, Rows::All)
}

/// How many differences there are: a mark with a number for the eye, and words for who listens.
pub fn tally(count: usize) -> Node {
    maybe((count > 0).then(|| {
        let number = for_the_eye(say([" ", &number(count), " "].concat()));
        span("difference__tally", row([mark(), number, unseen(strings::differences(count))]))
    }))
}
