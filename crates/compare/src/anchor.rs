//! Where the passages of a source stand in a text that a reader supplies.
//!
//! The text may be the source's file, or a copy with other quotation marks, spaces and line breaks, other things round the
//! article and between its paragraphs, or another text altogether. Each passage is told as an [`Outcome`]; none is ever
//! put where nothing tells that it belongs.
//!
//! 1. A text with the source's digest has each passage at its offsets.
//! 2. Else the words are looked for in a folded form of the text, all in one pass. Of a passage that is known by its first and last
//!    words, stretches of about its length between these are held to its digest.
//! 3. Many words that stand once are in their place. Few words might stand anywhere: they need a neighbour, a passage that
//!    is found for certain and is as far off as in the source. Of several places, the dataset's context
//!    tells, or neighbours on both sides do, or nothing does.
//! 4. Words that stand nowhere are looked for by the least edit distance.
//!
//! The work is bounded ([`Work`]) whatever the text is; where that left something untried, [`Anchoring::bounded`] says so.
//!
//! ```
//! use sidebyline_compare::anchor::{Outcome, anchor};
//! use sidebyline_dataset::model::{Anchor, Passage, Verbatim};
//! use sidebyline_dataset::text::Text;
//! let passage = |words: &str| Passage {
//!     span: 40..40 + words.chars().count() as u32,
//!     anchor: Anchor::Exact { exact: Verbatim(words.into()), prefix: "“".into(), suffix: "”".into() },
//! };
//! let known = passage("The engine’s been repaired — and tested");
//! let copy = Text::new("Advertisement\r\n\r\n\"The engine's been repaired - and tested\", she said.");
//! let Outcome::Normalised { range, by } = &anchor(&copy, &[&known], None).outcomes[0] else { panic!() };
//! assert_eq!(copy.slice(range.clone()), "The engine's been repaired - and tested");
//! assert_eq!(by.iter().count(), 2, "quotation marks and dashes");
//! ```

mod audit;
mod digests;
mod echo;
mod edges;
mod fold;
mod haystack;
mod near;
mod search;
mod support;
mod verdict;
mod words;

use std::ops::Range;

use sidebyline_dataset::model::{Passage, SourceDigest};
use sidebyline_dataset::text::Text;

pub use audit::{Audit, Entry, PlaceIdx, Stretch, Subject, audit};
pub use fold::{Normalisation, Normalisations};

/// What became of one passage. Ranges are code points of the supplied text.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It stands here to the letter. Of a passage that is known by its edges: these do, it is as long as it was, and its words
    /// have the digest.
    Exact(Range<u32>),
    /// It stands here, spelt in another way.
    Normalised {
        /// Where.
        range: Range<u32>,
        /// What makes the spelling the same.
        by: Normalisations,
    },
    /// Something like it stands here.
    Fuzzy {
        /// Where.
        range: Range<u32>,
        /// How much of it is the same, below 1: code points of the passage (of the passage and its context, where only
        /// that differs); of one that is known by its edges, how near the length comes.
        score: f32,
        /// The same for the next best place; 0 if there is none. What lies between the two is how sure it is.
        second: f32,
    },
    /// It may stand in any of these places, and nothing tells in which, if it does at all. They are in order.
    Ambiguous(Vec<Range<u32>>),
    /// It stands nowhere.
    NotFound,
}

impl Outcome {
    /// Where the passage stands, if that is one place.
    pub fn range(&self) -> Option<&Range<u32>> {
        match self {
            Self::Exact(range) | Self::Normalised { range, .. } | Self::Fuzzy { range, .. } => Some(range),
            Self::Ambiguous(_) | Self::NotFound => None,
        }
    }

    /// Every place that it names.
    pub fn places(&self) -> &[Range<u32>] {
        match self {
            Self::Ambiguous(places) => places,
            _ => self.range().map_or(&[], std::slice::from_ref),
        }
    }
}

/// How much of the source's text the supplied one is, as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sameness {
    /// The same bytes.
    Bytes,
    /// Other bytes and the same words: its canonical form has the digest.
    Words,
    /// Other words, more of them, or fewer.
    Other,
}

/// A source's passages in a supplied text.
#[derive(Clone, Debug, PartialEq)]
pub struct Anchoring {
    /// How the text as a whole compares.
    pub sameness: Sameness,
    /// What became of each passage, in the order in which they were asked for.
    pub outcomes: Vec<Outcome>,
    /// How many of those with one place stand in the source's order: the most that can be kept without one that is out
    /// of it.
    pub in_order: usize,
    /// Whether the text is so long, or so repetitive, that not everything was tried.
    pub bounded: bool,
}

impl Anchoring {
    /// How many passages have one place.
    pub fn placed(&self) -> usize {
        self.outcomes.iter().filter(|outcome| outcome.range().is_some()).count()
    }
}

/// What is left of the work that may be done on one text.
#[derive(Debug)]
struct Work {
    /// Steps of the approximate search: code points of the text times 64 code points of the words.
    steps: usize,
    /// Digests.
    digests: usize,
    /// How stretches that were known by their digest alone turned out to be spelt.
    spellings: Vec<digests::Spelling>,
    /// Whether anything was left out.
    bounded: bool,
}

impl Default for Work {
    fn default() -> Self {
        Self { steps: 60_000_000, digests: 20_000, spellings: Vec::new(), bounded: false }
    }
}

impl Work {
    /// How much of a text of `length` is searched at `cost` each: all, as long as there is enough left; then `reach` round where
    /// the words are `expected`, or the start.
    fn window(&mut self, length: usize, cost: usize, expected: Option<usize>, reach: usize) -> Range<usize> {
        // No single passage may use up what the others need.
        let most = self.steps / 8 / cost.max(1);
        let middle = expected.unwrap_or(0).min(length);
        let window = if length <= most {
            0..length
        } else {
            self.bounded = true;
            middle.saturating_sub(reach)..middle.saturating_add(reach).min(length)
        };
        self.steps = self.steps.saturating_sub(window.len() * cost);
        window
    }
}

/// Finds `passages` of one source in `text`. With the source's `digest`, its own text is known by it.
pub fn anchor(text: &Text, passages: &[&Passage], digest: Option<&SourceDigest>) -> Anchoring {
    let sameness = match digest {
        Some(digest) if digest.raw == text.raw_digest() => Sameness::Bytes,
        Some(digest) if digest.canonical == text.canonical_digest() => Sameness::Words,
        _ => Sameness::Other,
    };
    let mut work = Work::default();
    let outcomes = search::search(text.chars(), passages, sameness, &mut work);
    let in_order = in_order(passages, &outcomes);
    Anchoring { sameness, outcomes, in_order, bounded: work.bounded }
}

/// How many passages with one place can be kept so that the text has them in the source's order: the longest run that
/// never goes back (Fredman 1975).
fn in_order(passages: &[&Passage], outcomes: &[Outcome]) -> usize {
    let placed = passages.iter().zip(outcomes).filter_map(|(passage, outcome)| {
        let range = outcome.range()?;
        Some(((passage.span.start, passage.span.end), (range.start, range.end)))
    });
    let mut placed: Vec<_> = placed.collect();
    placed.sort_unstable();
    // For each length, the least end of a run that is so long.
    let mut ends: Vec<(u32, u32)> = Vec::new();
    for (_, range) in placed {
        let at = ends.partition_point(|end| *end <= range);
        match ends.get_mut(at) {
            Some(end) => *end = range,
            None => ends.push(range),
        }
    }
    ends.len()
}

#[cfg(test)]
mod tests;
