//! Events × sources: in each cell whether the source reports the event, and what it means if it doesn't.
//!
//! The table is one pass over the events, with one byte for a cell and nothing of its own allocated for one. What a
//! cell holds in words is asked for when it is opened; see [`row`](crate::row).
//!
//! ```
//! use sidebyline_compare::{Coverage, Kind, Order};
//! # let json = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/harbour.json"));
//! # let (dataset, _) = sidebyline_dataset::Dataset::from_wire(sidebyline_dataset::parse(json)?);
//! let events: Vec<_> = dataset.events.indices().collect();
//! let sources: Vec<_> = dataset.sources.indices().collect();
//! let coverage = Coverage::new(&dataset, &events, &sources, false);
//! let most_reported = coverage.sorted(Order::Reports)[0];
//! assert_eq!(dataset.events[coverage.lines()[most_reported].event].id, "letter");
//! assert_eq!(coverage.lines()[most_reported].totals.of(Kind::Reported), 5);
//! # Ok::<(), sidebyline_dataset::Finding>(())
//! ```

mod arrange;
mod totals;

use std::ops::Range;

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{DiscrepancyIdx, EventIdx, OutletIdx, SourceIdx};
use sidebyline_dataset::table::Idx;

pub use arrange::{arrange, needed};
pub use totals::{Kind, Totals};

use crate::row::sets_apart;
use crate::silence::{Knowable, Silence};

/// What one source does with one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It has something on it.
    Reported,
    /// It has something on it, and gives an answer to a question about it that sets the shown sources apart.
    Discrepant,
    /// It has nothing, and that means this.
    Silent(Silence),
}

/// All events that were asked for, across all sources that were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    columns: Vec<SourceIdx>,
    groups: Vec<Group>,
    lines: Vec<Line>,
    cells: Vec<State>,
    totals: Vec<Totals>,
    alone: Vec<u32>,
}

/// One event, summed up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The event.
    pub event: EventIdx,
    /// How many cells of the row are of each kind.
    pub totals: Totals,
    /// How many columns' groups report it: outlets, and sources without one; without grouping, sources.
    pub groups: u32,
    /// How many discrepancies about it set the sources apart.
    pub discrepancies: u32,
    /// How many answers the sources give to these.
    pub answers: u32,
}

/// Columns that stand together: the sources of one outlet, or one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The outlet, if the columns are grouped and these sources have one.
    pub outlet: Option<OutletIdx>,
    /// Its columns.
    pub columns: Range<usize>,
    /// How many events it reports, and is silent on in which way; see [`State::together`].
    pub totals: Totals,
}

/// In which order the events stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As they were given.
    #[default]
    Given,
    /// What most sources report first.
    Reports,
    /// What the sources tell most differently first: by discrepancies, then by answers to them.
    Disagreement,
}

impl State {
    /// What several sources of one outlet do with one event together. The outlet reports what one of them does. It could
    /// have reported what one of them could have, and could not what none of them could; else it is unknown, for the
    /// reason that the first of them gives.
    pub fn together(states: &[Self]) -> Option<Self> {
        let rank = |state: &Self| match state {
            Self::Discrepant => 0,
            Self::Reported => 1,
            Self::Silent(Silence::CouldHave) => 2,
            Self::Silent(Silence::Unknown(_)) => 3,
            Self::Silent(Silence::CouldNot) => 4,
        };
        states.iter().copied().min_by_key(rank)
    }

    /// Whether it is a report.
    pub fn is_report(self) -> bool {
        !matches!(self, Self::Silent(_))
    }
}

impl Line {
    /// Whether no source reports it.
    pub fn is_empty(&self) -> bool {
        self.totals.of(Kind::Reported) == 0
    }

    /// Whether every source reports it.
    pub fn in_all(&self) -> bool {
        self.totals.of(Kind::Reported) == self.totals.all()
    }

    /// Whether one source alone reports it.
    pub fn in_one(&self) -> bool {
        self.totals.of(Kind::Reported) == 1
    }
}

impl Coverage {
    /// The table of `events`, in their order, and `sources`, in the order that [`arrange`] gives them: the sources of an
    /// outlet together where they are `grouped`. A source that is given twice has one column.
    ///
    /// It takes the time of its cells, and of the discrepancies' evidence.
    pub fn new(dataset: &Dataset, events: &[EventIdx], sources: &[SourceIdx], grouped: bool) -> Self {
        let columns = arrange(dataset, &[], sources, grouped);
        let width = columns.len();
        let mut coverage = Self {
            groups: arrange::groups(dataset, &columns, grouped),
            lines: Vec::with_capacity(events.len()),
            cells: Vec::with_capacity(events.len() * width),
            totals: vec![Totals::default(); width],
            alone: vec![0; width],
            columns,
        };
        let mut place = vec![usize::MAX; dataset.sources.len()];
        coverage.columns.iter().enumerate().for_each(|(column, source)| place[source.position()] = column);
        for &event in events {
            coverage.add(dataset, event, &place);
        }
        coverage
    }

    /// Adds the row of `event`. `place` tells for each source of the dataset its column, or a number that is none.
    fn add(&mut self, dataset: &Dataset, event: EventIdx, place: &[usize]) {
        let from = self.cells.len();
        let knowable = Knowable::of(dataset, event);
        let silent = |&source: &SourceIdx| State::Silent(knowable.silence(&dataset.sources[source]));
        self.cells.extend(self.columns.iter().map(silent));
        let cells = &mut self.cells[from..];

        let row = &dataset.events[event];
        let mentions = row.mentions.iter().map(|&mention| dataset.mentions.head(mention).source);
        let quotes = row.quotes.iter().map(|&quote| dataset.quotes.head(quote).source);
        for source in mentions.chain(quotes) {
            if let Some(cell) = cells.get_mut(place[source.position()]) {
                *cell = State::Reported;
            }
        }

        let (mut discrepancies, mut answers) = (0, 0);
        for &discrepancy in row.discrepancies.iter().filter(|&&at| sets_apart(dataset, at, &self.columns)) {
            discrepancies += 1;
            answers += answers_of(dataset, discrepancy, |source| {
                let column = place[source.position()];
                // Its evidence may stand in what it has on another event.
                if let Some(cell @ State::Reported) = cells.get_mut(column) {
                    *cell = State::Discrepant;
                }
                column < cells.len()
            });
        }

        let mut totals = Totals::default();
        for (state, column) in cells.iter().zip(&mut self.totals) {
            totals.add(*state);
            column.add(*state);
        }
        if totals.of(Kind::Reported) == 1
            && let Some(only) = cells.iter().position(|state| state.is_report())
        {
            self.alone[only] += 1;
        }
        let mut reporting = 0;
        for group in &mut self.groups {
            if let Some(state) = State::together(&cells[group.columns.clone()]) {
                group.totals.add(state);
                reporting += u32::from(state.is_report());
            }
        }
        self.lines.push(Line { event, totals, groups: reporting, discrepancies, answers });
    }

    /// The sources, in the order of the columns.
    pub fn columns(&self) -> &[SourceIdx] {
        &self.columns
    }

    /// The columns by outlet, in their order; one source each where they aren't grouped.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The events, in the order in which they were given.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The cells of the event at this position of [`Coverage::lines`]; none if there is no such event.
    pub fn cells(&self, line: usize) -> &[State] {
        self.cells.chunks_exact(self.columns.len().max(1)).nth(line).unwrap_or_default()
    }

    /// What `source` does with the event at this position of [`Coverage::lines`]. None if it has no column, or there is
    /// no such event.
    pub fn state(&self, line: usize, source: SourceIdx) -> Option<State> {
        let column = self.columns.iter().position(|&of| of == source)?;
        self.cells(line).get(column).copied()
    }

    /// The sources after that of the column at `at` has gone one place to the left, or else to the right. Among the sources
    /// of its outlet it goes alone; at their edge all of them go, past all of the next outlet. None if it can't.
    pub fn moved(&self, at: usize, to_left: bool) -> Option<Vec<SourceIdx>> {
        let mut columns = self.columns.clone();
        let group = self.groups.iter().position(|group| group.columns.contains(&at))?;
        let next = if to_left { at.checked_sub(1)? } else { at + 1 };
        if self.groups[group].columns.contains(&next) {
            columns.swap(at, next);
            return Some(columns);
        }
        let first = if to_left { group.checked_sub(1)? } else { group };
        let (one, other) = (&self.groups[first].columns, &self.groups.get(first + 1)?.columns);
        columns[one.start..other.end].rotate_left(one.len());
        Some(columns)
    }

    /// For each column, how many of its cells are of each kind.
    pub fn totals(&self) -> &[Totals] {
        &self.totals
    }

    /// For each column, how many events its source reports and no other of these sources does.
    pub fn alone(&self) -> &[u32] {
        &self.alone
    }

    /// How many cells of the whole table are of each kind.
    pub fn total(&self) -> Totals {
        let mut total = Totals::default();
        self.totals.iter().for_each(|&column| total.join(column));
        total
    }

    /// Positions in [`Coverage::lines`], in another order. Where it doesn't decide, the events stand as they were given.
    pub fn sorted(&self, order: Order) -> Vec<usize> {
        let mut positions: Vec<usize> = (0..self.lines.len()).collect();
        let key = |line: &Line| match order {
            Order::Given => (0, 0),
            Order::Reports => (line.totals.of(Kind::Reported), 0),
            Order::Disagreement => (line.discrepancies, line.answers),
        };
        positions.sort_by_key(|&at| std::cmp::Reverse(key(&self.lines[at])));
        positions
    }
}

/// How many answers to a discrepancy have evidence from one of the sources for which `shown` is true; it is asked for
/// each piece of evidence.
fn answers_of(dataset: &Dataset, discrepancy: DiscrepancyIdx, mut shown: impl FnMut(SourceIdx) -> bool) -> u32 {
    let mut answers = 0;
    for answer in &dataset.discrepancies[discrepancy].answers {
        let from_shown = answer.evidence.iter().filter(|evidence| shown(evidence.source)).count();
        answers += u32::from(from_shown > 0);
    }
    answers
}

#[cfg(test)]
mod tests;
