//! What one source has on one event: its reports and its quotes.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{EventIdx, MentionIdx, QuoteIdx, SourceIdx};

/// What one source has on one event; never nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The source.
    pub source: SourceIdx,
    /// Its reports.
    pub mentions: Vec<MentionIdx>,
    /// Its quotes about the event, or made at it.
    pub quotes: Vec<QuoteIdx>,
}

/// What all sources have on one event, each thing with its source: so that who asks for many sources looks at it once.
pub(crate) struct Reported {
    mentions: Vec<(SourceIdx, MentionIdx)>,
    quotes: Vec<(SourceIdx, QuoteIdx)>,
}

impl Reported {
    /// What there is on `event`.
    pub(crate) fn of(dataset: &Dataset, event: EventIdx) -> Self {
        let event = &dataset.events[event];
        Self {
            mentions: event.mentions.iter().map(|&mention| (dataset.mentions.head(mention).source, mention)).collect(),
            quotes: event.quotes.iter().map(|&quote| (dataset.quotes.head(quote).source, quote)).collect(),
        }
    }

    /// What `source` has of it, if it has something.
    pub(crate) fn column(&self, source: SourceIdx) -> Option<Column> {
        let mentions: Vec<MentionIdx> =
            self.mentions.iter().filter(|(of, _)| *of == source).map(|(_, mention)| *mention).collect();
        let quotes: Vec<QuoteIdx> =
            self.quotes.iter().filter(|(of, _)| *of == source).map(|(_, quote)| *quote).collect();
        (!mentions.is_empty() || !quotes.is_empty()).then_some(Column { source, mentions, quotes })
    }

    /// Whether `source` has something of it.
    pub(crate) fn has(&self, source: SourceIdx) -> bool {
        self.mentions.iter().any(|(of, _)| *of == source) || self.quotes.iter().any(|(of, _)| *of == source)
    }
}

/// What each source has on `event`, in the order of the sources. A source that has nothing has no column.
pub fn columns(dataset: &Dataset, event: EventIdx) -> Vec<Column> {
    let reported = Reported::of(dataset, event);
    dataset.sources.indices().filter_map(|source| reported.column(source)).collect()
}

/// What `source` has on `event`, if it has something.
pub fn column(dataset: &Dataset, event: EventIdx, source: SourceIdx) -> Option<Column> {
    Reported::of(dataset, event).column(source)
}

/// Whether `source` has something on `event`.
pub fn reports(dataset: &Dataset, event: EventIdx, source: SourceIdx) -> bool {
    let event = &dataset.events[event];
    event.mentions.iter().any(|&mention| dataset.mentions.head(mention).source == source)
        || event.quotes.iter().any(|&quote| dataset.quotes.head(quote).source == source)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::harbour;

    #[test]
    fn a_source_that_only_quotes_has_a_column() {
        let dataset = harbour();
        let inspection = dataset.events.find("inspection").expect("it is there");
        let columns = columns(&dataset, inspection);
        let labels: Vec<&str> = columns.iter().map(|column| dataset.sources[column.source].label.as_str()).collect();
        assert_eq!(labels, ["A", "C"]);
        assert!(columns[0].mentions.is_empty() && columns[0].quotes.len() == 1);
    }

    #[test]
    fn every_mention_and_every_quote_of_an_event_stands_in_one_column() {
        let dataset = harbour();
        for (event, row) in dataset.events.iter() {
            let columns = columns(&dataset, event);
            for source in dataset.sources.indices() {
                assert_eq!(reports(&dataset, event, source), columns.iter().any(|column| column.source == source));
            }
            let mut mentions: Vec<MentionIdx> = columns.iter().flat_map(|column| column.mentions.clone()).collect();
            let mut quotes: Vec<QuoteIdx> = columns.iter().flat_map(|column| column.quotes.clone()).collect();
            mentions.sort_unstable();
            quotes.sort_unstable();
            assert_eq!((&mentions, &quotes), (&row.mentions, &row.quotes), "{}", row.id);
        }
    }
}
