//! With which words sources introduce what somebody says.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{QuoteIdx, SourceIdx};
use sidebyline_dataset::table::Idx;

/// The reporting words of all sources, counted. What is counted are quotes; a share is of all quotes of a source, also of
/// those without a reporting word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cues {
    /// Each word, in the order in which the dataset first has it.
    rows: Vec<CueRow>,
    /// How many quotes each source has, in the order of the sources.
    quotes: Vec<usize>,
}

/// One reporting word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CueRow {
    /// The first quote that has it: how the word is written.
    pub first: QuoteIdx,
    /// How many quotes of each source have it, in the order of the sources.
    pub counts: Vec<usize>,
}

impl Cues {
    /// How many quotes `source` has in all.
    pub fn quotes(&self, source: SourceIdx) -> usize {
        self.quotes.get(source.position()).copied().unwrap_or_default()
    }

    /// The words that `source` uses: the most used first; of equally often used ones first the one that the others use
    /// more, then in the dataset's order.
    pub fn used_by(&self, source: SourceIdx) -> Vec<&CueRow> {
        let mut used: Vec<&CueRow> = self.rows.iter().filter(|row| row.of(source) > 0).collect();
        used.sort_by_key(|row| (usize::MAX - row.of(source), usize::MAX - row.total()));
        used
    }

    /// The words that only others use: the most used first, then in the dataset's order.
    pub fn only_others(&self, source: SourceIdx) -> Vec<&CueRow> {
        let mut others: Vec<&CueRow> = self.rows.iter().filter(|row| row.of(source) == 0).collect();
        others.sort_by_key(|row| usize::MAX - row.total());
        others
    }
}

impl CueRow {
    /// How many quotes of `source` have it.
    pub fn of(&self, source: SourceIdx) -> usize {
        self.counts.get(source.position()).copied().unwrap_or_default()
    }

    /// How many quotes of all sources have it.
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }
}

pub(super) fn count(dataset: &Dataset, same: &dyn Fn(&str) -> String) -> Cues {
    let mut quotes = vec![0; dataset.sources.len()];
    let mut rows: Vec<(String, CueRow)> = Vec::new();
    for index in dataset.quotes.indices() {
        let quote = dataset.quotes.head(index);
        let source = quote.source.position();
        quotes[source] += 1;
        let key = same(quote.cue);
        if key.is_empty() {
            continue;
        }
        let at = rows.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            rows.push((key, CueRow { first: index, counts: vec![0; dataset.sources.len()] }));
            rows.len() - 1
        });
        rows[at].1.counts[source] += 1;
    }
    Cues { rows: rows.into_iter().map(|(_, row)| row).collect(), quotes }
}
