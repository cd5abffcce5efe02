//! The reporting verbs of a dataset, each spelling once.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::QuoteHead;
use sidebyline_rows::dictionary::Words;
use sidebyline_turns::{Turns, step};

/// The spellings of the reporting verbs.
pub(super) struct Verbs<'a> {
    /// Each, in the order in which the dataset has them first.
    pub(super) spellings: Vec<&'a str>,
    /// The first quote that has each.
    pub(super) first: Vec<usize>,
    /// The spelling of each quote, in the dataset's order.
    pub(super) of_quote: Vec<u32>,
    /// The source of each, which stands beside it: who goes over them in another order needn't look for it.
    pub(super) sources: Vec<u32>,
}

impl<'a> Verbs<'a> {
    /// Those of a dataset, looked for in turns.
    pub(super) async fn of(dataset: &'a Dataset, turns: &dyn Turns) -> Self {
        let mut verbs = Self { spellings: Vec::new(), first: Vec::new(), of_quote: Vec::new(), sources: Vec::new() };
        let mut written = Words::default();
        for (at, quote) in dataset.quotes.indices().enumerate() {
            step(turns, at, (0, 0)).await; // what comes after it tells how far it is
            let QuoteHead { cue, source, .. } = dataset.quotes.head(quote);
            verbs.sources.push(source.0);
            let spelling = written.number(cue);
            verbs.of_quote.push(spelling);
            if spelling as usize == verbs.spellings.len() {
                verbs.spellings.push(cue);
                verbs.first.push(at);
            }
        }
        verbs
    }
}
