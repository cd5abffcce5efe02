//! The words by which an index is searched. They come with it where it is built; where it is read they are looked for
//! when somebody searches, since they are as large as the texts that a reader has loaded already.

use sidebyline_rows::{Bits, Dictionary, Lists, Text};

use super::Index;
use crate::search::{Query, Spellings};
use crate::selection::Selection;

/// All words of a dataset.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    pub(crate) search: Search,
    /// Those of subjects, mentions, quotes, discrepancies.
    pub(crate) levels: Vec<LevelWords>,
    pub(crate) dictionary: Dictionary,
    /// What people, places and reporting verbs are called: all people, then all places, then the verbs.
    pub(crate) names: Text,
    pub(crate) spellings: Spellings,
}

/// What looks for words. It comes with them, so that a page without words needs nothing of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Search {
    /// Reads what a person has typed.
    pub(crate) query: fn(&str, &Spellings) -> Query,
    /// The rows of each level that contain the words, of subjects in a stretch.
    pub(crate) containing: fn(&Words, &Index, &Selection, &Bits) -> Vec<Bits>,
}

/// The words of one level.
#[derive(Clone, Debug)]
pub(crate) struct LevelWords {
    /// What stands in for an event has no words itself.
    pub(crate) text: Text,
    /// Of each name the rows in which it is used.
    pub(crate) naming: Lists,
}

impl Words {
    pub(crate) fn bytes(&self) -> usize {
        let levels = self.levels.iter().map(|level| level.text.bytes() + level.naming.bytes());
        levels.sum::<usize>() + self.names.bytes() + self.dictionary.bytes()
    }
}
