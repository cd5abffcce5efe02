//! The ids that came, and nothing else of what was called so.

use std::collections::BTreeMap;

use super::is_id;
use crate::finding::Finding;
use crate::model::{Cited, SourceIdx};
use crate::table::{Idx, in_order};

/// Ids in the order in which they came, in one text.
#[derive(Default)]
pub(super) struct Seen {
    text: String,
    ends: Vec<usize>,
    /// Where each stands; none if that isn't known. Empty where nobody asks.
    sources: Vec<Option<SourceIdx>>,
}

impl Seen {
    /// The next id.
    pub fn push(&mut self, id: &str) {
        self.text.push_str(id);
        self.ends.push(self.text.len());
    }

    /// The next id, of something that stands in `source`.
    pub fn push_in(&mut self, id: &str, source: Option<SourceIdx>) {
        self.push(id);
        self.sources.push(source);
    }

    /// How many came.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    fn get(&self, position: usize) -> &str {
        let start = position.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..self.ends[position]]
    }

    /// All of them.
    pub fn all(&self) -> Vec<&str> {
        (0..self.ends.len()).map(|position| self.get(position)).collect()
    }

    /// All of them, to be referred to.
    pub fn sorted(&self) -> Sorted<'_> {
        Sorted { seen: self, by_id: in_order(self.all()) }
    }
}

/// Ids by which something is referred to.
pub(super) struct Sorted<'a> {
    seen: &'a Seen,
    by_id: Vec<u32>,
}

impl<I: Idx> Cited<I> for Sorted<'_> {
    fn cited(&self, id: &str) -> Option<(I, SourceIdx)> {
        // What stands in no source that is known was left out, so that the next with its id is meant.
        let by_id = &self.by_id;
        let from = by_id.partition_point(|&position| self.seen.get(position as usize) < id);
        let called = by_id[from..].iter().map(|&position| position as usize);
        let mut called = called.take_while(|&position| self.seen.get(position) == id);
        called.find_map(|position| Some((I::new(position), self.seen.sources[position]?)))
    }

    fn ids(&self) -> Vec<&str> {
        let known = self.seen.sources.iter().enumerate().filter(|(_, source)| source.is_some());
        known.map(|(position, _)| self.seen.get(position)).collect()
    }
}

/// Holds the ids of a list to their form, and to being different; `place` says where the one at a position stands.
pub(super) fn unique(list: &str, ids: &[&str], place: &dyn Fn(usize) -> String, out: &mut Vec<Finding>) {
    // Of each that comes again, its position and where it came first.
    let mut again: BTreeMap<usize, usize> = BTreeMap::new();
    let by_id = in_order(ids.to_vec());
    for alike in by_id.chunk_by(|&one, &other| ids[one as usize] == ids[other as usize]) {
        again.extend(alike[1..].iter().map(|&position| (position as usize, alike[0] as usize)));
    }
    for (position, id) in ids.iter().enumerate() {
        if !is_id(id) {
            out.push(Finding::error(
                place(position),
                format!("`{id}` is no id"),
                "An id has 1 to 64 of the characters a–z, 0–9, `_` and `-`, and begins with a letter or digit.",
            ));
        }
        if let Some(&first) = again.get(&position) {
            out.push(Finding::error(
                place(position),
                format!("`{id}` is the id of two {list}; the other is at {}", place(first)),
                "Rename one of them.",
            ));
        }
    }
}
