//! Which events stand side by side, and how many each choice of rows would leave.

use sidebyline_compare::{Cell, Coverage, Row, row};
use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{EventIdx, SourceIdx};
use sidebyline_export::excerpt::fits;
use sidebyline_query::Rows;

use crate::components::compare::silence::published;
use crate::load::Story;
use crate::state::Answer;

/// All events across the compared sources.
#[derive(Debug)]
pub struct Side {
    /// The sources.
    pub sources: Vec<SourceIdx>,
    /// When each was published, in a sentence.
    pub published: Vec<String>,
    /// The events in the order of time, the background last.
    pub rows: Vec<Row>,
    /// What is counted of them.
    coverage: Coverage,
    /// Where the background begins.
    pub background: usize,
    /// The choices of rows.
    pub choices: Vec<Rows>,
}

/// What of it is shown.
#[derive(Debug, PartialEq)]
pub struct Shown {
    /// For each row, whether it is.
    pub rows: Vec<bool>,
    /// For each choice, how many rows it would leave.
    pub counts: Vec<usize>,
    /// For each source, how many events and quotes it has in the rows that are shown.
    pub tallies: Vec<(usize, usize)>,
    /// How many events are found on which no compared source has anything.
    pub left_out: usize,
}

impl Side {
    /// All events of `story` across `sources`.
    pub fn new(story: &Story, sources: Vec<SourceIdx>) -> Self {
        let dataset = &story.dataset;
        let mut choices = vec![Rows::All, Rows::Differences, Rows::Shared];
        let (mut rows, mut published) = (Vec::new(), Vec::new());
        for &source in &sources {
            choices.push(Rows::Only(dataset.sources[source].id.clone()));
            published.push(self::published(story, source));
        }
        let mut background = 0;
        for days in [&story.timeline.days, &story.timeline.background] {
            background = rows.len();
            for day in days {
                for &event in &day.events {
                    rows.push(row(dataset, event, &sources));
                }
            }
        }
        let events: Vec<EventIdx> = rows.iter().map(|row| row.event).collect();
        let coverage = Coverage::new(dataset, &events, &sources, false);
        Self { sources, published, rows, coverage, background, choices }
    }

    /// To how many origins the reports of a row may come down, if to fewer than there are reports. Worked out for the rows
    /// that are shown, since it takes the words of all reports.
    pub fn fewer(&self, story: &Story, across: &Row) -> Option<usize> {
        let origins = story.grounds().origins(&story.dataset, across.event, &self.sources);
        origins.may_be_fewer().then(|| origins.count())
    }

    /// Where the background begins among the rows that are `here`.
    pub fn background_of(&self, here: &[usize]) -> usize {
        here.partition_point(|&at| at < self.background)
    }
}

impl Shown {
    /// What of `side` is shown.
    pub fn new(side: &Side, dataset: &Dataset, answer: &Answer) -> Self {
        let chosen = &answer.selection.view.rows;
        let mut shown = Self {
            rows: Vec::with_capacity(side.rows.len()),
            counts: vec![0; side.choices.len()],
            tallies: vec![(0, 0); side.sources.len()],
            left_out: 0,
        };
        for (at, row) in side.rows.iter().enumerate() {
            let found = answer.matches.has_event(row.event);
            let empty = side.coverage.lines()[at].is_empty();
            let counted = found && !empty;
            let is_shown = counted && fits(dataset, &side.coverage, at, chosen);
            shown.left_out += usize::from(found && empty);
            shown.rows.push(is_shown);
            for (count, choice) in shown.counts.iter_mut().zip(&side.choices) {
                *count += usize::from(counted && fits(dataset, &side.coverage, at, choice));
            }
            for (tally, cell) in shown.tallies.iter_mut().zip(&row.cells) {
                if let Cell::Reported(column) = cell
                    && is_shown
                {
                    *tally = (tally.0 + 1, tally.1 + column.quotes.len());
                }
            }
        }
        shown
    }
}

#[cfg(test)]
mod tests {
    use sidebyline_dataset::table::Idx;
    use sidebyline_query::{Histogram, Selection};

    use super::*;
    use crate::testing::{harbour, view};

    /// Which rows of the second and the third source are shown, how many each choice would leave, how many events and
    /// quotes each source has, and how many events are left out.
    #[track_caller]
    fn check(query: &str, expected: &[&str], counts: [usize; 5], tallies: [(usize, usize); 2], left_out: usize) {
        let story = harbour();
        let (dataset, view) = (&story.dataset, view(query));
        let sources = vec![SourceIdx::new(1), SourceIdx::new(2)];
        let events: Vec<EventIdx> = dataset.events.indices().collect();
        let rows = events.iter().map(|&event| row(dataset, event, &sources)).collect();
        let coverage = Coverage::new(dataset, &events, &sources, false);
        let only = |source: &SourceIdx| Rows::Only(dataset.sources[*source].id.clone());
        let choices =
            [Rows::All, Rows::Differences, Rows::Shared].into_iter().chain(sources.iter().map(only)).collect();
        let side = Side { sources, published: Vec::new(), rows, coverage, background: 0, choices };
        let (selection, warnings) = Selection::of(&view, dataset, &story.index);
        let matches = story.index.matching(&selection);
        let histogram = Histogram::new(dataset, &story.timeline, &story.index, &selection);
        let shown = Shown::new(&side, dataset, &Answer { selection, warnings, matches, histogram, searched: true });
        let rows = side.rows.iter().zip(&shown.rows).filter(|(_, shown)| **shown);
        let rows: Vec<&str> = rows.map(|(row, _)| dataset.events[row.event].id.as_str()).collect();
        assert_eq!(rows, expected);
        assert_eq!((shown.counts.as_slice(), shown.tallies.as_slice()), (counts.as_slice(), tallies.as_slice()));
        assert_eq!(shown.left_out, left_out);
    }

    #[test]
    fn each_choice_of_rows_counts_what_it_would_leave_of_what_is_found() {
        let counts = [7, 1, 3, 2, 2];
        let all = ["port-moves", "letter", "petition", "inspection", "vote", "march", "repairs"];
        check("", &all, counts, [(5, 2), (5, 1)], 4);
        check("rows=shared", &["port-moves", "letter", "vote"], counts, [(3, 2), (3, 1)], 4);
        check("rows=differences", &["vote"], counts, [(1, 2), (1, 1)], 4);
        check("rows=only.c", &["inspection", "repairs"], counts, [(0, 0), (2, 0)], 4);
        check("q=jib", &["inspection", "repairs"], [2, 0, 0, 0, 2], [(0, 0), (2, 0)], 0);
    }

    #[test]
    fn only_in_a_source_that_isnt_compared_leaves_nothing() {
        check("rows=only.d", &[], [7, 1, 3, 2, 2], [(0, 0), (0, 0)], 4);
    }
}
