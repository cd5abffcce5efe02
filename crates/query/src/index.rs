//! What is looked up, built once a dataset: who reports what, which values hold of it, and its words.
//!
//! What is filtered is *subjects*: the events, and each quote and discrepancy that belongs to no event, which is then
//! looked at as an event of its own. Subjects are numbered in the order of time, and the rows of each level (mentions,
//! quotes, discrepancies) stand in the order of their subjects, so that a range of days is a few stretches of rows, and
//! what a set of rows says of subjects is one walk forwards.
//!
//! | what is kept | room | time to use it |
//! | --- | --- | --- |
//! | where each event and row stands ([`order`]) | 4 bytes each, 8 for a quote; none where the file is in that order | a look-up |
//! | when each subject was ([`order::Runs`]) | 40 bytes for each change of date | one step for each change of date |
//! | to which subject a row belongs | 4 bytes a row and a subject; none where each subject has one row | the subjects that are met |
//! | the values of each facet, by row and by value | 0 to 4 bytes a value, and as much for its list | the rows that are counted; a 64th of all to filter |
//! | the words of each row, and the rows of each word | two to three bytes a word | the rows of the words that are looked for |
//! | names and verbs, and their rows | a byte or two for each time that a row names them | so too |
//!
//! No text is kept a second time: words are numbers, and each is spelt once. An index can be kept as bytes
//! ([`Index::to_bytes`]), but for its words.

mod build;
mod facets;
mod form;
mod layout;
pub(crate) mod order;
mod text;
mod values;
mod verbs;
mod words;

use std::sync::{Arc, OnceLock};

use sidebyline_dataset::Dataset;
use sidebyline_dataset::table::in_order;
use sidebyline_rows::{Bits, Column, Groups};
use sidebyline_turns::{Turns, Undivided, at_once};

use crate::facet::{Facet, Level, Value};
use crate::search::Query;
use crate::view::Unit;
use layout::Layout;
use order::{Orders, Runs};
use verbs::Verbs;
pub(crate) use words::Words;

/// What is looked up.
#[derive(Clone, Debug)]
pub struct Index {
    /// Subjects, mentions, quotes, discrepancies.
    pub(crate) levels: Vec<LevelIndex>,
    pub(crate) facets: Vec<FacetIndex>,
    /// The events, as subjects.
    pub(crate) events: Bits,
    /// When each subject was, as far as is known.
    pub(crate) when: Runs,
    pub(crate) orders: Arc<Orders>,
    /// None as long as nobody has searched an index that was read.
    words: OnceLock<Words>,
    /// The counts where no filter is in force, by unit; counted when they are first asked for.
    pub(crate) unfiltered: [OnceLock<Counts>; 3],
}

/// For each facet, a number for each of its values.
pub(crate) type Counts = Vec<Vec<usize>>;

/// The rows of one level: what they belong to, and from which source they are.
#[derive(Clone, Debug, Default)]
pub(crate) struct LevelIndex {
    /// The subject of each.
    pub(crate) groups: Groups,
    /// The sources of each; a subject can be of several.
    pub(crate) sources: Column,
}

/// The values of a facet and the rows, of the facet's level, of which each holds. Those of the sources are with the
/// level of the events.
#[derive(Clone, Debug, Default)]
pub(crate) struct FacetIndex {
    pub(crate) values: Vec<Value>,
    /// Their positions in the order of what they are called in the address; sorted when somebody first chooses one.
    pub(crate) by_token: OnceLock<Vec<u32>>,
    pub(crate) column: Column,
}

impl Index {
    /// The index of `dataset`, with its words.
    pub fn new(dataset: &Dataset) -> Self {
        at_once(async {
            let index = Self::in_turns(dataset, &Undivided).await;
            index.add_words(dataset, &Undivided).await;
            index
        })
    }

    /// The index of `dataset`, built in turns, still without its [words](Index::add_words).
    pub async fn in_turns(dataset: &Dataset, turns: &dyn Turns) -> Self {
        build::index(dataset, turns).await
    }

    /// Whether it has its words. As long as it hasn't, a search finds everything.
    pub fn has_words(&self) -> bool {
        self.words.get().is_some()
    }

    /// Makes what a filter needs of the column that comes next after so many, so that the first filter is as quick as any
    /// other. Says whether there is more to make.
    pub fn prepare(&self, column: usize) -> bool {
        let columns = self.facets.iter().map(|facet| &facet.column);
        let next = self.levels.iter().map(|level| &level.sources).chain(columns).nth(column);
        next.map(Column::lists).is_some()
    }

    /// Where everything in `dataset` stands.
    pub(crate) fn orders(dataset: &Dataset) -> Orders {
        at_once(Layout::new(dataset, &Undivided)).orders
    }

    /// Adds the words of `dataset`, whose index it is, in turns.
    pub async fn add_words(&self, dataset: &Dataset, turns: &dyn Turns) {
        if !self.has_words() {
            let rows = Level::ALL.map(|level| self.level(level).groups.rows());
            let words = Words::new(dataset, &self.orders, rows, turns).await;
            // If somebody else has added them meanwhile, they are the same.
            let _ = self.words.set(words);
        }
    }

    /// The values of a facet that occur in the dataset, in the order in which they are shown: sources, numbers and the
    /// format's own values in theirs, others by how often they occur, then by what they are called in the address;
    /// last, *the data do not say*.
    pub fn values(&self, facet: Facet) -> &[Value] {
        &self.facets[facet as usize].values
    }

    /// The position of what is called so in the address among the values of a facet.
    pub(crate) fn position(&self, facet: Facet, token: &str) -> Option<usize> {
        let FacetIndex { values, by_token, .. } = &self.facets[facet as usize];
        let called = |at: u32| values[at as usize].token.as_str();
        let sorted = by_token.get_or_init(|| in_order(values.iter().map(|value| value.token.as_str()).collect()));
        let at = sorted.partition_point(|&at| called(at) < token);
        sorted.get(at).filter(|&&at| called(at) == token).map(|&at| at as usize)
    }

    /// How many there are in all.
    pub fn total(&self, unit: Unit) -> usize {
        match unit {
            Unit::Events => self.events.count(),
            Unit::Mentions => self.level(Level::Mention).groups.rows(),
            Unit::Quotes => self.level(Level::Quote).groups.rows(),
        }
    }

    /// What a person looks for, read with the dataset's spellings; nothing as long as there are no words.
    pub fn query(&self, text: &str) -> Query {
        self.words().map_or_else(Query::default, |words| (words.search.query)(text, &words.spellings))
    }

    /// The bytes that it keeps, but for the names of the values.
    pub fn bytes(&self) -> usize {
        let levels: usize = self.levels.iter().map(|level| level.groups.bytes() + level.sources.bytes()).sum();
        let facets: usize = self.facets.iter().map(|facet| facet.column.bytes()).sum();
        let words = self.words().map_or(0, Words::bytes);
        levels + facets + words + self.when.bytes() + self.orders.bytes()
    }

    pub(crate) fn words(&self) -> Option<&Words> {
        self.words.get()
    }

    pub(crate) fn level(&self, level: Level) -> &LevelIndex {
        &self.levels[level as usize]
    }

    /// Whether each subject has one row of a level other than the events', and none of any other.
    pub(crate) fn are_alone(&self, level: Level) -> bool {
        let rows: usize = self.levels.iter().skip(1).map(|level| level.groups.rows()).sum();
        let groups = &self.level(level).groups;
        groups.are_single() && groups.rows() == rows
    }

    /// The values of rows, of the facet's level.
    pub(crate) fn column(&self, facet: Facet) -> &Column {
        match facet {
            Facet::Source => &self.level(Level::Event).sources,
            _ => &self.facets[facet as usize].column,
        }
    }
}

#[cfg(test)]
mod tests;
