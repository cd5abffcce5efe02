//! One event across the compared sources, and what sets them apart.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{DiscrepancyIdx, EventIdx, SourceIdx};

use crate::column::{Column, Reported};
use crate::silence::{Knowable, Silence};

/// One event across the compared sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The event.
    pub event: EventIdx,
    /// A cell for each source, in the order in which they were asked for.
    pub cells: Vec<Cell>,
    /// The event's discrepancies that set these sources apart, in the dataset's order.
    pub discrepancies: Vec<DiscrepancyIdx>,
}

/// What one of the compared sources has on the event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// It has this.
    Reported(Column),
    /// It has nothing, and that means this.
    Silent(Silence),
}

/// What `sources` have on `event`, side by side.
pub fn row(dataset: &Dataset, event: EventIdx, sources: &[SourceIdx]) -> Row {
    let (reported, knowable) = (Reported::of(dataset, event), Knowable::of(dataset, event));
    let cell = |&source: &SourceIdx| match reported.column(source) {
        Some(column) => Cell::Reported(column),
        None => Cell::Silent(knowable.silence(&dataset.sources[source])),
    };
    let discrepancies = dataset.events[event].discrepancies.iter().copied();
    Row {
        event,
        cells: sources.iter().map(cell).collect(),
        discrepancies: discrepancies.filter(|&discrepancy| sets_apart(dataset, discrepancy, sources)).collect(),
    }
}

/// Whether two of `sources` give different answers to the question of `discrepancy`. A source that answers in two ways
/// differs from none by that alone.
pub fn sets_apart(dataset: &Dataset, discrepancy: DiscrepancyIdx, sources: &[SourceIdx]) -> bool {
    let mut given: Vec<(usize, SourceIdx)> = Vec::new();
    for (answer, answered) in dataset.discrepancies[discrepancy].answers.iter().enumerate() {
        for source in answered.evidence.iter().map(|evidence| evidence.source) {
            if !sources.contains(&source) {
                continue;
            }
            if given.iter().any(|&(other, by)| other != answer && by != source) {
                return true;
            }
            given.push((answer, source));
        }
    }
    false
}

#[cfg(test)]
mod tests;
