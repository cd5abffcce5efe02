//! What the dates of publication say of sources that answer differently.

use sidebyline_compare::question::Timing;
use sidebyline_dataset::model::SourceIdx;

use crate::components::parts::{li, row, ul};
use crate::load::Story;
use crate::node::{Node, el};
use crate::strings::discrepancies as words;

/// What is certain of the order in which they came out, with the pairs on request; nothing if no two of them differ.
pub fn timing(story: &Story, timing: &Timing) -> Option<Node> {
    let summary = match (timing.apart.is_empty(), timing.open.is_empty()) {
        (true, true) => return None,
        (false, true) => words::ALL_APART,
        (false, false) => words::SOME_APART,
        (true, false) => words::NONE_APART,
    };
    let label = |source: SourceIdx| story.dataset.sources[source].label.as_str();
    let mut lines: Vec<Node> = Vec::new();
    for (earlier, later) in grouped(&timing.apart) {
        lines.push(li(
            "question__pair",
            words::before(label(earlier), &later.into_iter().map(label).collect::<Vec<_>>()),
        ));
    }
    for (one, others) in grouped(&timing.open) {
        lines.push(li(
            "question__pair",
            words::either_order(label(one), &others.into_iter().map(label).collect::<Vec<_>>()),
        ));
    }
    let summary = el("summary").class("question__summary").child(summary);
    Some(el("details").class("question__timing").child(row([summary, ul("question__pairs", lines)])))
}

/// The pairs by their first.
fn grouped(pairs: &[(SourceIdx, SourceIdx)]) -> Vec<(SourceIdx, Vec<SourceIdx>)> {
    let mut pairs = pairs.to_vec();
    pairs.sort_unstable();
    let mut groups: Vec<(SourceIdx, Vec<SourceIdx>)> = Vec::new();
    for (one, other) in pairs {
        match groups.last_mut() {
            Some((first, others)) if *first == one => others.push(other),
            _ => groups.push((one, vec![other])),
        }
    }
    groups
}
