//! Which events stand in the table, in which order, and what is counted of them.

use sidebyline_compare::coverage::{Line, arrange};
use sidebyline_compare::{self as compare, Coverage};
use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{EventIdx, SourceIdx};
use sidebyline_export::excerpt::fits;
use sidebyline_query::{Order, Rows};

use crate::load::Story;
use crate::state::Answer;

/// How the table is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The columns.
    pub columns: Vec<SourceIdx>,
    /// Whether those of an outlet stand together.
    pub grouped: bool,
    /// The order of the rows.
    pub order: Order,
}

/// All events across the sources, whatever is found.
pub struct Table {
    /// How it is laid out.
    pub layout: Layout,
    /// The cells, with the events in the order of time, the background last.
    pub coverage: Coverage,
    /// The events in the order of the rows, by their positions there.
    pub sorted: Vec<usize>,
    /// Where the background begins in that order, if it stands apart.
    pub background: Option<usize>,
    /// For each event, to how many origins its reports may come down.
    pub origins: Vec<usize>,
}

/// What of it is shown.
#[derive(PartialEq)]
pub struct Shown {
    /// For each event, in the order of time, whether it has a row.
    pub rows: Vec<bool>,
    /// What is counted in the events that are found, whichever of them have rows.
    pub found: Coverage,
    /// For all events, those with differences and those that all report: how many there are.
    pub counts: [usize; 3],
    /// How many have rows.
    pub count: usize,
    /// Which rows are chosen.
    pub chosen: Rows,
}

/// The choices of rows that don't speak of one source, in the order of [`Shown::counts`].
pub const CHOICES: [Rows; 3] = [Rows::All, Rows::Differences, Rows::Shared];

impl Layout {
    /// As the view asks for it.
    pub fn of(dataset: &Dataset, answer: &Answer) -> Self {
        let view = &answer.selection.view;
        let wanted: Vec<SourceIdx> = view.columns().iter().filter_map(|id| dataset.sources.find(id)).collect();
        let columns = arrange(dataset, &wanted, &answer.selection.columns(dataset), view.by_outlet);
        Self { columns, grouped: view.by_outlet, order: view.order }
    }
}

impl Table {
    /// All events of `story`, laid out so.
    pub fn new(story: &Story, layout: Layout) -> Self {
        let dataset = &story.dataset;
        let days = |days: &[sidebyline_query::timeline::Day]| -> Vec<EventIdx> {
            days.iter().flat_map(|day| &day.events).copied().collect()
        };
        let mut events = days(&story.timeline.days);
        let background = matches!(layout.order, Order::Date | Order::Fit).then_some(events.len());
        events.extend(days(&story.timeline.background));
        let coverage = Coverage::new(dataset, &events, &layout.columns, layout.grouped);
        let sorted = coverage.sorted(match layout.order {
            Order::Date | Order::Fit => compare::Order::Given,
            Order::Reports => compare::Order::Reports,
            Order::Disagreement => compare::Order::Disagreement,
        });
        let origins =
            events.iter().map(|&event| story.grounds().origins(dataset, event, &layout.columns).count()).collect();
        Self { layout, coverage, sorted, background, origins }
    }

    /// All places among the rows.
    pub fn places(&self) -> std::ops::Range<usize> {
        0..self.sorted.len()
    }

    /// The event at a position in the order of time.
    pub fn event(&self, at: usize) -> Option<EventIdx> {
        self.coverage.lines().get(at).map(|line| line.event)
    }
}

impl Shown {
    /// What of `table` is shown.
    pub fn new(table: &Table, dataset: &Dataset, answer: &Answer) -> Self {
        let lines = table.coverage.lines();
        let found = |line: &Line| answer.matches.has_event(line.event);
        let events: Vec<EventIdx> = lines.iter().filter(|line| found(line)).map(|line| line.event).collect();
        let chosen = &answer.selection.view.rows;
        let fits = |at: usize, choice: &Rows| found(&lines[at]) && fits(dataset, &table.coverage, at, choice);
        let rows: Vec<bool> = (0..lines.len()).map(|at| fits(at, chosen)).collect();
        Self {
            counts: CHOICES.map(|choice| (0..lines.len()).filter(|&at| fits(at, &choice)).count()),
            found: Coverage::new(dataset, &events, &table.layout.columns, table.layout.grouped),
            count: rows.iter().filter(|shown| **shown).count(),
            chosen: chosen.clone(),
            rows,
        }
    }
}

impl Shown {
    /// Whether events are found and the choice of rows leaves none of them.
    pub fn is_emptied(&self) -> bool {
        self.count == 0 && self.counts[0] > 0
    }
}

#[cfg(test)]
mod tests {
    use sidebyline_compare::Kind;
    use sidebyline_query::{Histogram, Selection};

    use super::*;
    use crate::testing::{harbour, view};

    fn shown(query: &str) -> (&'static Story, Table, Shown) {
        let story = harbour();
        let (selection, warnings) = Selection::of(&view(query), &story.dataset, &story.index);
        let matches = story.index.matching(&selection);
        let histogram = Histogram::new(&story.dataset, &story.timeline, &story.index, &selection);
        let answer = Answer { selection, warnings, matches, histogram, searched: true };
        let layout = Layout::of(&story.dataset, &answer);
        let table = Table::new(story, layout);
        let shown = Shown::new(&table, &story.dataset, &answer);
        (story, table, shown)
    }

    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let (story, table, shown) = shown(query);
        let rows = table.sorted.iter().filter(|&&at| shown.rows[at]);
        let ids: Vec<&str> =
            rows.filter_map(|&at| table.event(at)).map(|event| story.dataset.events[event].id.as_str()).collect();
        assert_eq!(ids, expected, "{query}");
        assert_eq!(shown.count, expected.len());
    }

    #[test]
    fn each_choice_of_rows_leaves_what_its_number_says() {
        check("view=coverage&rows=only.d", &["party"]);
        check("view=coverage&rows=shared", &["letter"]);
        check("view=coverage&rows=could-not.a&q=crane", &["party"]);
        let (story, table, all) = super::tests::shown("view=coverage");
        for (column, &source) in table.layout.columns.iter().enumerate() {
            for (name, kind) in [
                ("reported", Kind::Reported),
                ("discrepancy", Kind::Discrepant),
                ("silent", Kind::CouldHave),
                ("could-not", Kind::CouldNot),
                ("unknown", Kind::Unknown),
            ] {
                let query = format!("view=coverage&rows={name}.{}", story.dataset.sources[source].id);
                let (_, _, shown) = super::tests::shown(&query);
                assert_eq!(shown.count, all.found.totals()[column].of(kind) as usize, "{query}");
                assert_eq!(shown.found, all.found, "a choice of rows changes no total");
            }
        }
    }

    #[test]
    fn the_order_is_that_of_time_unless_another_is_asked_for() {
        let (_, table, shown) = shown("view=coverage&order=reports");
        let reports: Vec<u32> =
            table.sorted.iter().map(|&at| table.coverage.lines()[at].totals.of(Kind::Reported)).collect();
        assert!(reports.is_sorted_by(|one, other| one >= other) && table.background.is_none());
        assert_eq!(shown.counts[0], 11);
        assert_eq!(super::tests::shown("view=coverage").1.background, Some(9));
    }

    #[test]
    fn columns_stand_as_the_address_says() {
        let columns = |query: &str| -> String {
            let (story, table, _) = shown(query);
            table.layout.columns.iter().map(|&at| story.dataset.sources[at].label.as_str()).collect()
        };
        assert_eq!(columns("view=coverage"), "ABCDE");
        assert_eq!(columns("view=coverage&columns=e,c"), "ECABD");
        assert_eq!(columns("view=coverage&columns=e,c&source=a,c"), "CA");
    }
}
