//! Which of the events a choice of rows leaves.

use sidebyline_compare::{Coverage, Kind};
use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::EventIdx;
use sidebyline_query::{Rows, Selection, Stand};

/// Those of `events` that the selection's choice of rows leaves, across the sources that it compares.
pub(super) fn rows(dataset: &Dataset, selection: &Selection, events: &[EventIdx]) -> Vec<EventIdx> {
    let coverage = Coverage::new(dataset, events, &selection.columns(dataset), false);
    let left = (0..events.len()).filter(|&at| fits(dataset, &coverage, at, &selection.view.rows));
    left.map(|at| events[at]).collect()
}

/// Whether the event at this position of `coverage` is one of the rows that are chosen.
pub fn fits(dataset: &Dataset, coverage: &Coverage, at: usize, choice: &Rows) -> bool {
    let Some(line) = coverage.lines().get(at) else { return false };
    let has = |id: &str, kind: Kind| {
        let source = dataset.sources.find(id);
        source.and_then(|source| coverage.state(at, source)).is_some_and(|state| kind.has(state))
    };
    match choice {
        Rows::All => true,
        Rows::Differences => line.discrepancies > 0,
        Rows::Shared => line.in_all(),
        Rows::Only(id) => line.in_one() && has(id, Kind::Reported),
        Rows::Where(stand, id) => has(id, kind(*stand)),
    }
}

/// What is counted of what a source can have.
pub fn kind(stand: Stand) -> Kind {
    match stand {
        Stand::Reported => Kind::Reported,
        Stand::Discrepancy => Kind::Discrepant,
        Stand::Silent => Kind::CouldHave,
        Stand::CouldNot => Kind::CouldNot,
        Stand::Unknown => Kind::Unknown,
    }
}
