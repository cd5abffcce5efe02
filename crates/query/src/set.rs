//! Sets of indices, as bits: what several filters have in common is one AND and a count of ones.

use std::marker::PhantomData;

use sidebyline_dataset::table::Idx;

/// A set of `I`.
#[derive(Debug, PartialEq, Eq)]
pub struct Set<I> {
    words: Vec<u64>,
    of: PhantomData<I>,
}

// By hand, because a derived one would ask `I: Clone`.
impl<I> Clone for Set<I> {
    fn clone(&self) -> Self {
        Self { words: self.words.clone(), of: PhantomData }
    }
}

impl<I: Idx> Set<I> {
    /// The empty set of indices below `len`.
    pub fn none(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(64)], of: PhantomData }
    }

    /// The set of all indices below `len`.
    pub fn all(len: usize) -> Self {
        let mut set = Self::none(len);
        (0..len).for_each(|position| set.insert(I::new(position)));
        set
    }

    /// Puts `index` in. One that is out of reach is ignored.
    pub fn insert(&mut self, index: I) {
        if let Some(word) = self.words.get_mut(index.position() / 64) {
            *word |= 1 << (index.position() % 64);
        }
    }

    /// Whether `index` is in it.
    pub fn contains(&self, index: I) -> bool {
        self.words.get(index.position() / 64).is_some_and(|word| word >> (index.position() % 64) & 1 == 1)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    /// How many are in both sets.
    pub fn shared(&self, other: &Self) -> usize {
        self.words.iter().zip(&other.words).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// Keeps what is in `other` too.
    pub fn keep(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(mine, theirs)| *mine &= theirs);
    }

    /// Adds what is in `other`.
    pub fn add(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(mine, theirs)| *mine |= theirs);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use sidebyline_dataset::model::EventIdx;

    use super::*;

    const LEN: usize = 200;

    fn set(members: &BTreeSet<u32>) -> Set<EventIdx> {
        let mut set = Set::none(LEN);
        for &member in members {
            set.insert(EventIdx(member));
        }
        set
    }

    proptest! {
        #[test]
        fn it_behaves_like_a_plain_set(a: BTreeSet<u8>, b: BTreeSet<u8>) {
            let of = |members: BTreeSet<u8>| -> BTreeSet<u32> { members.into_iter().map(u32::from).filter(|&m| m < LEN as u32).collect() };
            let (a, b) = (of(a), of(b));
            let (mut both, mut either) = (set(&a), set(&a));
            both.keep(&set(&b));
            either.add(&set(&b));
            prop_assert_eq!(set(&a).shared(&set(&b)), both.len());
            prop_assert_eq!(both, set(&(&a & &b)));
            prop_assert_eq!(either, set(&(&a | &b)));
            prop_assert_eq!(set(&a).len(), a.len());
            prop_assert_eq!(set(&a).is_empty(), a.is_empty());
            prop_assert!((0..LEN as u32).all(|m| set(&a).contains(EventIdx(m)) == a.contains(&m)));
        }
    }

    #[test]
    fn an_index_out_of_reach_is_never_in_it() {
        let mut all: Set<EventIdx> = Set::all(3);
        assert_eq!(all.len(), 3);
        all.insert(EventIdx(700));
        assert!(!all.contains(EventIdx(700)));
    }
}
