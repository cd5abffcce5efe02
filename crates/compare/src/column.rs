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

/// What each source has on `event`, in the order of the sources. A source that has nothing has no column.
pub fn columns(dataset: &Dataset, event: EventIdx) -> Vec<Column> {
    dataset.sources.indices().filter_map(|source| column(dataset, event, source)).collect()
}

/// What `source` has on `event`, if it has something.
pub fn column(dataset: &Dataset, event: EventIdx, source: SourceIdx) -> Option<Column> {
    let event = &dataset.events[event];
    let mentions: Vec<MentionIdx> =
        event.mentions.iter().copied().filter(|&mention| dataset.mentions.head(mention).source == source).collect();
    let quotes: Vec<QuoteIdx> =
        event.quotes.iter().copied().filter(|&quote| dataset.quotes.head(quote).source == source).collect();
    (!mentions.is_empty() || !quotes.is_empty()).then_some(Column { source, mentions, quotes })
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
