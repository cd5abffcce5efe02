//! What is looked up, built once a dataset: who reports what, which values hold of it, and its words.
//!
//! What is filtered is *subjects*: the events, and each quote and discrepancy that belongs to no event, which is then
//! looked at as an event of its own.

mod build;
mod words;

use sidebyline_dataset::Dataset;
use sidebyline_dataset::edtf::Extent;

use crate::bits::Bits;
use crate::facet::{Facet, Level, Value};
use crate::search::{Query, Spellings};
use crate::view::Unit;

/// What is looked up.
#[derive(Clone, Debug)]
pub struct Index {
    /// Subjects, mentions, quotes, discrepancies.
    pub(crate) levels: [LevelIndex; Level::ALL.len()],
    pub(crate) facets: [FacetIndex; Facet::ALL.len()],
    /// The events, as subjects.
    pub(crate) events: Bits,
    /// When each subject was, as far as is known.
    pub(crate) when: Vec<Option<Extent>>,
    spellings: Spellings,
}

/// The rows of one level: what they belong to, from which source they are, and their words.
#[derive(Clone, Debug, Default)]
pub(crate) struct LevelIndex {
    /// The subject of each.
    pub(crate) subject: Vec<u32>,
    /// Those that each source has. A subject can be of several.
    pub(crate) of_source: Vec<Bits>,
    /// The subjects that have none.
    pub(crate) without: Bits,
    /// All folded words of each. What stands in for an event has none itself.
    pub(crate) words: Vec<String>,
    /// The folded words of each that are a source's own.
    pub(crate) verbatim: Vec<String>,
}

/// The values of a facet and the rows, of the facet's level, of which each holds.
#[derive(Clone, Debug, Default)]
pub(crate) struct FacetIndex {
    pub(crate) values: Vec<Value>,
    pub(crate) rows: Vec<Bits>,
}

impl Index {
    /// The index of `dataset`.
    pub fn new(dataset: &Dataset) -> Self {
        build::index(dataset)
    }

    /// The values of a facet that occur in the dataset, in the order in which they are shown: sources, numbers and the
    /// format's own values in theirs, others by how often they occur, then by what they are called in the address;
    /// last, *the data do not say*.
    pub fn values(&self, facet: Facet) -> &[Value] {
        &self.facets[facet as usize].values
    }

    /// How many there are in all.
    pub fn total(&self, unit: Unit) -> usize {
        match unit {
            Unit::Events => self.events.len(),
            Unit::Mentions => self.level(Level::Mention).subject.len(),
            Unit::Quotes => self.level(Level::Quote).subject.len(),
        }
    }

    /// What a person looks for, read with the dataset's spellings.
    pub fn query(&self, text: &str) -> Query {
        Query::new(text, &self.spellings)
    }

    pub(crate) fn level(&self, level: Level) -> &LevelIndex {
        &self.levels[level as usize]
    }

    pub(crate) fn facet(&self, facet: Facet) -> &FacetIndex {
        &self.facets[facet as usize]
    }
}

impl LevelIndex {
    /// The subjects to which some of `rows` belong.
    pub(crate) fn lift(&self, rows: &Bits) -> Bits {
        let mut subjects = self.without.clone(); // as long as the set of all subjects
        subjects.clear();
        rows.iter().for_each(|row| subjects.insert(self.subject[row] as usize));
        subjects
    }

    /// The rows that belong to one of `subjects`.
    pub(crate) fn of(&self, subjects: &Bits) -> Bits {
        let mut rows = Bits::none(self.subject.len());
        let belonging = self.subject.iter().enumerate().filter(|(_, subject)| subjects.contains(**subject as usize));
        belonging.for_each(|(row, _)| rows.insert(row));
        rows
    }
}

#[cfg(test)]
mod tests;
