//! What a source has alone, and what it has nothing on though the others do.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{EventIdx, SourceIdx};

use super::{LeftOut, Only};
use crate::column::{Reported, reports};
use crate::silence::{Silence, silence};

/// How many events `source` reports.
pub fn reported(dataset: &Dataset, source: SourceIdx) -> usize {
    dataset.events.indices().filter(|&event| reports(dataset, event, source)).count()
}

/// The events that `source` alone reports.
pub fn only(dataset: &Dataset, source: SourceIdx) -> Vec<Only> {
    let alone = |event: EventIdx| {
        let reported = Reported::of(dataset, event);
        if !reported.has(source) {
            return None;
        }
        let mut silent = Vec::new();
        for other in dataset.sources.indices().filter(|&other| other != source) {
            if reported.has(other) {
                return None;
            }
            silent.push((other, silence(dataset, event, other)));
        }
        Some(Only { event, others: silent })
    };
    dataset.events.indices().filter_map(alone).collect()
}

/// The events on which `source` has nothing though all others do that could. An other of which it isn't known whether it
/// could have counts as one that could: what isn't proven excuses nobody, so the event isn't listed.
pub fn left_out(dataset: &Dataset, source: SourceIdx) -> Vec<LeftOut> {
    let fewest = dataset.sources.len().saturating_sub(1).min(2);
    let missing = |event: EventIdx| {
        let reported = Reported::of(dataset, event);
        if reported.has(source) {
            return None;
        }
        let (mut reporters, mut could_not) = (Vec::new(), Vec::new());
        for other in dataset.sources.indices().filter(|&other| other != source) {
            if reported.has(other) {
                reporters.push(other);
            } else if silence(dataset, event, other) == Silence::CouldNot {
                could_not.push(other);
            } else {
                return None;
            }
        }
        let enough = !reporters.is_empty() && reporters.len() >= fewest;
        enough.then(|| LeftOut { event, silence: silence(dataset, event, source), reporters, could_not })
    };
    dataset.events.indices().filter_map(missing).collect()
}
