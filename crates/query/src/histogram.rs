//! How many reports there are of the events of each day, by source.
//!
//! An event stands on the day under which the timeline has it; one that may as well have been on another day is counted
//! apart. The background, and what can't be put on a day, is left out and only counted.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::EventIdx;
use sidebyline_dataset::table::Idx;

use crate::facet::Level;
use crate::index::Index;
use crate::selection::Selection;
use crate::timeline::{Timeline, When};
use crate::view::Filter;

const DAY: i64 = 86_400;
/// The most bars that a person can tell apart and hit.
const MOST_BARS: i64 = 62;

/// The days of a dataset, as bars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Histogram {
    /// The first day of the first bar, counted from 1970-01-01.
    pub first: i64,
    /// How many days each bar stands for; 1 unless the dataset lasts too long.
    pub days: i64,
    /// The bars, one after the other in time.
    pub bars: Vec<Bar>,
    /// How many events that are found have no place in it.
    pub outside: usize,
}

/// A bar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// How many events are found.
    pub events: usize,
    /// For each source, how many of them it reports: those that were on these days, and those that may have been.
    pub reports: Vec<(usize, usize)>,
}

impl Histogram {
    /// What `selection` finds, whatever its range of days. The bars are the same for every selection.
    pub fn new(dataset: &Dataset, timeline: &Timeline, index: &Index, selection: &Selection) -> Self {
        let day_of = |when: When| match when {
            When::Day(first) => Some((first.div_euclid(DAY), true)),
            When::Around(first) => Some((first.div_euclid(DAY), false)),
            When::Unsure => None,
        };
        let groups = || timeline.days.iter().filter_map(|group| Some((day_of(group.when)?, group)));
        let first = groups().map(|((day, _), _)| day).min().unwrap_or(0);
        let last = groups().map(|((day, _), _)| day).max().unwrap_or(first - 1);
        let days = ((last - first + 1).max(1) as u64).div_ceil(MOST_BARS as u64) as i64;
        let number = (last - first + 1).max(0) as u64;
        let empty = Bar { events: 0, reports: vec![(0, 0); dataset.sources.len()] };
        let mut bars = vec![empty; number.div_ceil(days as u64) as usize];
        let found = index.subjects(&selection.without(Filter::Range));
        let reported = &index.rows(Level::Event).of_source;
        let mut inside = 0;
        for ((day, sure), group) in groups() {
            let bar = &mut bars[((day - first) / days) as usize];
            for event in
                group.events.iter().map(|event: &EventIdx| event.position()).filter(|&event| found.contains(event))
            {
                bar.events += 1;
                inside += 1;
                for (reports, reported) in bar.reports.iter_mut().zip(reported) {
                    let reports = if sure { &mut reports.0 } else { &mut reports.1 };
                    *reports += usize::from(reported.contains(event));
                }
            }
        }
        let events = (0..dataset.events.len()).filter(|&event| found.contains(event)).count();
        Self { first, days, bars, outside: events - inside }
    }

    /// The last day of the last bar.
    pub fn last(&self) -> i64 {
        self.first + self.days * self.bars.len() as i64 - 1
    }
}
