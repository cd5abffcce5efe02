//! How many reports there are of the events of each day, by source.
//!
//! An event stands on the day under which the timeline has it; one that may as well have been on another day is counted
//! apart. The background, and what can't be put on a day, is left out and only counted.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::EventIdx;
use sidebyline_dataset::table::Idx;

use crate::DAY;
use crate::facet::{Facet, Level};
use crate::index::Index;
use crate::selection::Selection;
use crate::timeline::{Day, Timeline, When};
use crate::view::Filter;

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
        // Groups stand in the order of time, so the first and the last say how long it takes.
        let groups: Vec<(i64, bool, &[EventIdx])> = timeline.days.iter().filter_map(placed).collect();
        let first = groups.first().map_or(0, |(day, ..)| *day);
        let last = groups.last().map_or(first - 1, |(day, ..)| *day);
        let days = (last - first).max(0) / MOST_BARS + 1;
        let position = |day: i64| usize::try_from((day - first) / days).unwrap_or(0);
        let empty = Bar { events: 0, reports: vec![(0, 0); dataset.sources.len()] };
        let mut bars = vec![empty; position(last + days)];
        let found = index.events(&selection.without(Filter::Range));
        let (reporting, order) = (index.column(Facet::Source), &index.orders.levels[Level::Event as usize]);
        let mut inside = 0;
        for (day, sure, events) in groups {
            let bar = &mut bars[position(day)];
            for event in events.iter().map(|event| order.row(event.position())).filter(|&event| found.contains(event)) {
                bar.events += 1;
                inside += 1;
                for place in reporting.places(event) {
                    let reports = &mut bar.reports[reporting.at(place)];
                    *(if sure { &mut reports.0 } else { &mut reports.1 }) += 1;
                }
            }
        }
        Self { first, days, bars, outside: found.count() - inside }
    }

    /// The last day of the last bar.
    pub fn last(&self) -> i64 {
        self.bars.iter().fold(self.first - 1, |last, _| last + self.days)
    }
}

/// On which day a group stands, counted from 1970-01-01, and whether surely; and its events.
fn placed(group: &Day) -> Option<(i64, bool, &[EventIdx])> {
    match group.when {
        When::Day(first) => Some((first.div_euclid(DAY), true, &group.events)),
        When::Around(first) => Some((first.div_euclid(DAY), false, &group.events)),
        When::Unsure => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::harbour;
    use crate::view::View;

    fn histogram(query: &str) -> Histogram {
        let dataset = harbour();
        let index = Index::new(&dataset);
        let (selection, _) = Selection::of(&View::parse(query).0, &dataset, &index);
        Histogram::new(&dataset, &Timeline::new(&dataset), &index, &selection)
    }

    #[track_caller]
    fn check(query: &str, events: &[usize], outside: usize) {
        let histogram = histogram(query);
        assert_eq!(histogram.bars.iter().map(|bar| bar.events).collect::<Vec<_>>(), events, "{query}");
        assert_eq!(histogram.outside, outside, "{query}");
    }

    #[test]
    fn every_day_from_the_first_to_the_last_has_a_bar() {
        let histogram = histogram("");
        assert_eq!((histogram.first, histogram.days, histogram.last()), (22_404, 1, 22_406));
        check("", &[3, 1, 2], 5);
    }

    #[test]
    fn the_bars_stay_whatever_is_selected() {
        check("source=d", &[1, 1, 1], 0);
        check("source=d&match=only", &[0, 0, 1], 0);
        check("q=freight", &[0, 0, 0], 1);
    }

    #[test]
    fn the_range_of_days_does_not_lower_the_bars() {
        check("from=2031-05-07", &[3, 1, 2], 5);
    }

    #[test]
    fn what_may_have_been_on_another_day_is_counted_apart() {
        let histogram = histogram("");
        // The letter, and with it the petition or the inspection, which may have been later.
        assert_eq!(histogram.bars[0].reports, [(1, 1), (2, 0), (1, 1), (1, 0), (2, 0)]);
        assert_eq!(histogram.bars[1].reports, [(0, 0), (0, 0), (0, 0), (0, 1), (0, 1)]);
    }
}
