//! Quotes in the order in which they fit what is looked for.
//!
//! A quote fits a term better the more often it has it, the shorter it is, and the fewer other quotes have it: BM25 with
//! its usual constants (Robertson & Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond*, 2009), and with
//! one added within the logarithm, so that a term that most quotes have still speaks for those that have it. What counts
//! is what a quote says; whoever is found only by a name or a verb fits as little as can be.
//!
//! It costs the words of the quotes that are found, and for each term the rows that have it.

use std::ops::Range;

use sidebyline_dataset::model::QuoteIdx;
use sidebyline_dataset::table::Idx;
use sidebyline_rows::Bits;
use sidebyline_rows::stream::occurrences;

use crate::facet::Level;
use crate::index::Index;
use crate::matches::Matches;
use crate::selection::Selection;

/// How soon a further occurrence stops adding.
const K1: f64 = 1.2;
/// How much the length of a quote counts.
const B: f64 = 0.75;

impl Index {
    /// Of the quotes that `selection` has found, the `limit` that fit best what it looks for, best first, with how well
    /// they do; where that is the same, in the order of time. As long as there are no words, nothing fits anything.
    pub fn ranked(&self, selection: &Selection, matches: &Matches, limit: usize) -> Vec<(QuoteIdx, f32)> {
        let Some(index) = self.words() else { return Vec::new() };
        let text = &index.levels[Level::Quote as usize].text;
        let verbatim = selection.view.verbatim;
        let number = text.stream().rows() as f64;
        let mean = text.stream().words() as f64 / number.max(1.0);
        let mut terms: Vec<(Vec<Vec<Range<u32>>>, f64)> = Vec::new();
        for term in selection.query.terms.iter().filter(|term| !term.excluded) {
            let phrases = term.phrases(&index.dictionary);
            let mut having = Bits::none(text.stream().rows());
            for phrase in &phrases {
                text.add_having(phrase, verbatim, &index.dictionary, &mut having);
            }
            let having = having.count() as f64;
            terms.push((phrases, (1.0 + (number - having + 0.5) / (having + 0.5)).ln()));
        }
        let mut best: Vec<(u64, usize)> = Vec::new();
        let mut words = Vec::new();
        for (order, row) in (0_u64..).zip(matches.quote_rows()) {
            let length = text.stream().read(row, verbatim, index.dictionary.places(), &mut words) as f64;
            let mut score = 0.0;
            for (phrases, rare) in &terms {
                let times = occurrences(&words, phrases) as f64;
                if times > 0.0 {
                    score += rare * times * (K1 + 1.0) / (times + K1 * (1.0 - B + B * length / mean));
                }
            }
            // No score is negative, so its bits have its order; of what fits alike, the earlier comes first.
            best.push((u64::from(!(score as f32).to_bits()) << 32 | order, row));
            if best.len() > limit.saturating_mul(2) {
                best.sort_unstable();
                best.truncate(limit);
            }
        }
        best.sort_unstable();
        best.truncate(limit);
        let score = |key: u64| f32::from_bits(!((key >> 32) as u32));
        best.into_iter().map(|(key, row)| (QuoteIdx::new(matches.quote_at(row)), score(key))).collect()
    }
}
