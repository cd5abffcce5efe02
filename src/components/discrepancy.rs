//! One question that the sources answer differently, with each source's answer. No verdict who is right.

use leptos::prelude::*;
use sidebyline_compare::question::{Stands, stands};
use sidebyline_dataset::model::{Answer, DiscrepancyIdx, EventIdx, SourceIdx};
use sidebyline_query::facet::Level;

use crate::components::badge::badge;
use crate::components::event::{is_outside, outside_label};
use crate::components::parts::{li, maybe, p, row, say, span, ul};
use crate::components::words::text;
use crate::load::Story;
use crate::node::{Node, el};
use crate::state::{memo, use_state};
use crate::strings;

/// The discrepancy at `index`; set back where the filters speak of discrepancies and don't find it.
pub fn discrepancy(story: &Story, index: DiscrepancyIdx) -> Node {
    let state = use_state();
    let outside = memo(move || is_outside(state, Level::Discrepancy, |matches| matches.has_discrepancy(index)));
    let discrepancy = &story.dataset.discrepancies[index];
    let ours = &story.dataset.about.language;
    let kind = [strings::dimension(discrepancy.dimension), strings::nature(discrepancy.nature)].join(" · ");
    let answers: Vec<Node> = discrepancy.answers.iter().map(|given| answer(story, discrepancy.event, given)).collect();
    let children = row([
        outside_label(outside),
        p("discrepancy__question", row([mark(), say(" "), text(&discrepancy.question, ours)])),
        p("discrepancy__kind", kind),
        ul("discrepancy__answers", answers),
        maybe(discrepancy.note.as_ref().map(|note| p("discrepancy__note", text(note, ours)))),
    ]);
    let id = discrepancy.id.clone();
    el("div").class("discrepancy").attr("id", &id).toggle("outside", move || outside.get()).child(children)
}

/// The mark of a discrepancy, for the eye.
pub fn mark() -> Node {
    el("span").class("discrepancy__mark").attr("aria-hidden", "true").child(strings::DIFFERENCE_MARK)
}

fn answer(story: &Story, event: Option<EventIdx>, answer: &Answer) -> Node {
    let givers = story.dataset.sources.indices().filter_map(|source| giver(story, event, answer, source));
    let givers: Vec<Node> = givers.collect();
    let value = text(&answer.value, &story.dataset.about.language);
    li("discrepancy__answer", row([span("discrepancy__who", givers), say(" "), value]))
}

/// The badge of `source`, if it gives the answer; a link to its words, if they don't stand in the event at hand.
fn giver(story: &Story, event: Option<EventIdx>, answer: &Answer, source: SourceIdx) -> Option<Node> {
    let dataset = &story.dataset;
    let badge = badge(dataset, source);
    let target = match stands(dataset, event, answer, source)? {
        Stands::Here => return Some(badge),
        Stands::Elsewhere(target) => target,
    };
    let label = strings::answers_elsewhere(&dataset.sources[source].label);
    let href = ["#", target].concat();
    Some(
        el("a")
            .class("discrepancy__elsewhere")
            .attr("href", &href)
            .attr("aria-label", &label)
            .attr("title", &label)
            .child(badge),
    )
}
