//! The words by which an index is searched. They come with it where it is built; where it is read they are looked for
//! when somebody searches, since they are as large as the texts that a reader has loaded already.

use sidebyline_rows::{Dictionary, Lists, Text};

use crate::search::Spellings;

/// All words of a dataset.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    /// Those of subjects, mentions, quotes, discrepancies.
    pub(crate) levels: Vec<LevelWords>,
    pub(crate) dictionary: Dictionary,
    /// What people, places and reporting verbs are called: all people, then all places, then the verbs.
    pub(crate) names: Text,
    pub(crate) spellings: Spellings,
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
