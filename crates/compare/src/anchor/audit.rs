//! Every passage of one source in a text, and the text in stretches that know which passages cover them.

use std::collections::BTreeMap;
use std::ops::Range;

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{MentionIdx, Passage, QuoteIdx, SourceIdx};
use sidebyline_dataset::text::Text;

use super::{Anchoring, Outcome, anchor};

/// What has a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A report of an event.
    Mention(MentionIdx),
    /// A quote.
    Quote(QuoteIdx),
}

/// One passage of the source, whoever has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<'a> {
    /// The passage.
    pub passage: &'a Passage,
    /// The mentions and quotes that have it, in the dataset's order.
    pub subjects: Vec<Subject>,
    /// What became of it.
    pub outcome: Outcome,
}

/// A stretch of the text that the same places of passages cover from end to end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// Code points of the text.
    pub range: Range<u32>,
    /// The places that cover it, the longest first.
    pub within: Vec<PlaceIdx>,
    /// Those of them that begin here, in the order of their entries.
    pub begins: Vec<PlaceIdx>,
}

/// A place of a passage: the entry, and which of its places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlaceIdx {
    /// The index of the entry.
    pub entry: usize,
    /// The index of the place among [`Outcome::places`].
    pub place: usize,
}

/// A source's passages in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Audit<'a> {
    /// How the text as a whole compares. Its outcomes are those of the entries.
    pub anchoring: Anchoring,
    /// The passages of mentions and quotes, in the source's order. One that several have is there once.
    pub entries: Vec<Entry<'a>>,
    /// All of the text, in order.
    pub stretches: Vec<Stretch>,
}

/// Finds the passages of all mentions and quotes of `source` in `text`.
pub fn audit<'a>(dataset: &'a Dataset, source: SourceIdx, text: &Text) -> Audit<'a> {
    let (passages, subjects) = passages(dataset, source);
    let anchoring = anchor(text, &passages, Some(&dataset.sources[source].digest));
    let entries = passages.into_iter().zip(subjects).zip(&anchoring.outcomes);
    let entries = entries.map(|((passage, subjects), outcome)| Entry { passage, subjects, outcome: outcome.clone() });
    let entries: Vec<Entry<'a>> = entries.collect();
    let stretches = stretches(text.len(), &anchoring.outcomes);
    Audit { anchoring, entries, stretches }
}

/// A passage, and what has it.
type Shared<'a> = (&'a Passage, Vec<Subject>);

/// The source's passages, in its order, each with what has it.
fn passages(dataset: &Dataset, source: SourceIdx) -> (Vec<&Passage>, Vec<Vec<Subject>>) {
    let Dataset { mentions, quotes, .. } = dataset;
    let of_mentions = mentions.indices().filter(|&mention| mentions.head(mention).source == source);
    let of_mentions =
        of_mentions.flat_map(|index| mentions[index].passages.iter().map(move |p| (p, Subject::Mention(index))));
    let of_quotes = quotes.indices().filter(|&quote| quotes.head(quote).source == source);
    let of_quotes = of_quotes.flat_map(|index| quotes[index].passages.iter().map(move |p| (p, Subject::Quote(index))));
    // The order of a source: where a passage starts; of two that start together, the wider one.
    let mut sorted: BTreeMap<(u32, u32), Vec<Shared<'_>>> = BTreeMap::new();
    for (passage, subject) in of_mentions.chain(of_quotes) {
        let same_span = sorted.entry((passage.span.start, u32::MAX - passage.span.end)).or_default();
        match same_span.iter_mut().find(|(other, _)| *other == passage) {
            Some((_, subjects)) if subjects.contains(&subject) => {}
            Some((_, subjects)) => subjects.push(subject),
            None => same_span.push((passage, vec![subject])),
        }
    }
    sorted.into_values().flatten().unzip()
}

/// Cuts a text of `length` code points where a place begins or ends.
fn stretches(length: u32, outcomes: &[Outcome]) -> Vec<Stretch> {
    let mut places: Vec<(PlaceIdx, &Range<u32>)> = Vec::new();
    for (entry, outcome) in outcomes.iter().enumerate() {
        let of_one = outcome.places().iter().enumerate();
        places.extend(
            of_one.map(|(place, range)| (PlaceIdx { entry, place }, range)).filter(|(_, range)| !range.is_empty()),
        );
    }
    let mut cuts: Vec<u32> = places.iter().flat_map(|(_, range)| [range.start, range.end]).chain([0, length]).collect();
    cuts.retain(|&cut| cut <= length);
    cuts.sort_unstable();
    cuts.dedup();
    places.sort_by_key(|(index, range)| (range.start, *index));
    let mut open: Vec<(PlaceIdx, &Range<u32>)> = Vec::new();
    let mut next = places.as_slice();
    let mut out = Vec::with_capacity(cuts.len());
    for (&start, &end) in cuts.iter().zip(cuts.iter().skip(1)) {
        open.retain(|(_, range)| range.end > start);
        let (beginning, rest) = next.split_at(next.iter().take_while(|(_, range)| range.start <= start).count());
        next = rest;
        open.extend_from_slice(beginning);
        let mut within = open.clone();
        within.sort_by_key(|(index, range)| (std::cmp::Reverse(range.len()), *index));
        out.push(Stretch {
            range: start..end,
            within: within.into_iter().map(|(index, _)| index).collect(),
            begins: beginning.iter().map(|(index, _)| *index).collect(),
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::harbour;

    fn outcomes() -> impl Strategy<Value = Vec<Outcome>> {
        let place = (0_u32..30, 1_u32..9).prop_map(|(start, length)| start..start + length);
        prop::collection::vec(prop::collection::vec(place, 0..3).prop_map(Outcome::Ambiguous), 0..6)
    }

    proptest! {
        #[test]
        fn stretches_are_all_of_the_text_and_know_what_covers_them(outcomes in outcomes()) {
            let stretches = stretches(40, &outcomes);
            let points: Vec<u32> = stretches.iter().flat_map(|stretch| stretch.range.clone()).collect();
            prop_assert_eq!(points, (0..40).collect::<Vec<_>>());
            for stretch in &stretches {
                for at in stretch.range.clone() {
                    let covering = outcomes.iter().map(|outcome| outcome.places().iter().filter(|place| place.contains(&at)).count());
                    prop_assert_eq!(stretch.within.len(), covering.sum::<usize>());
                }
                for index in &stretch.within {
                    let range = &outcomes[index.entry].places()[index.place];
                    prop_assert!(range.contains(&stretch.range.start));
                    prop_assert_eq!(stretch.begins.contains(index), range.start == stretch.range.start);
                }
            }
        }
    }

    #[test]
    fn each_passage_of_a_source_is_there_once_and_in_order_with_all_that_have_it() {
        let dataset = harbour();
        for (source, _) in dataset.sources.iter() {
            let audit = audit(&dataset, source, &Text::new("Nothing of it."));
            let mentions = dataset.mentions.iter().filter(|(_, mention)| mention.source == source);
            let quotes = dataset.quotes.iter().filter(|(_, quote)| quote.source == source);
            let all = mentions.map(|(_, m)| m.passages.len()).sum::<usize>()
                + quotes.map(|(_, q)| q.passages.len()).sum::<usize>();
            assert_eq!(audit.entries.iter().map(|entry| entry.subjects.len()).sum::<usize>(), all);
            assert!(audit.entries.is_sorted_by_key(|entry| entry.passage.span.start));
            assert!(audit.entries.iter().all(|entry| entry.outcome == Outcome::NotFound));
            assert_eq!(audit.stretches.len(), 1);
        }
    }
}
