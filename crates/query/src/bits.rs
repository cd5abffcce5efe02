//! Sets of small numbers, as bits: what several filters have in common is one AND and a count of ones.
//!
//! They are sets of plain numbers, so that one copy of the code serves events, mentions, quotes and discrepancies; what
//! a number means is known where a set is asked.

/// A set of numbers below a limit.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// The empty set of numbers below `len`.
    pub(crate) fn none(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(64)] }
    }

    /// The set of all numbers below `len`.
    pub(crate) fn all(len: usize) -> Self {
        let mut set = Self { words: vec![u64::MAX; len.div_ceil(64)] };
        if let Some(last) = set.words.last_mut()
            && !len.is_multiple_of(64)
        {
            *last = (1 << (len % 64)) - 1;
        }
        set
    }

    /// Takes everything out.
    pub(crate) fn clear(&mut self) {
        self.words.fill(0);
    }

    /// Puts `number` in. One that is out of reach is ignored.
    pub(crate) fn insert(&mut self, number: usize) {
        if let Some(word) = self.words.get_mut(number / 64) {
            *word |= 1 << (number % 64);
        }
    }

    /// Takes `number` out.
    pub(crate) fn remove(&mut self, number: usize) {
        if let Some(word) = self.words.get_mut(number / 64) {
            *word &= !(1 << (number % 64));
        }
    }

    /// Whether `number` is in it.
    pub(crate) fn contains(&self, number: usize) -> bool {
        self.words.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    /// Keeps what is in `other` too.
    pub(crate) fn keep(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(mine, theirs)| *mine &= theirs);
    }

    /// Drops what is in `other`.
    pub(crate) fn drop_all(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(mine, theirs)| *mine &= !theirs);
    }

    /// Keeps what is in `other` too, or drops it.
    pub(crate) fn restrict(&mut self, other: &Self, dropping: bool) {
        if dropping {
            self.drop_all(other);
        } else {
            self.keep(other);
        }
    }

    /// Adds what is in `other`.
    pub(crate) fn add(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(mine, theirs)| *mine |= theirs);
    }

    /// The numbers, ascending.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> {
        self.words.iter().enumerate().flat_map(|(at, &word)| {
            let mut rest = word;
            std::iter::from_fn(move || {
                let next = (rest != 0).then(|| at * 64 + rest.trailing_zeros() as usize)?;
                rest &= rest - 1;
                Some(next)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    const LEN: usize = 200;

    fn bits(members: &BTreeSet<usize>) -> Bits {
        let mut bits = Bits::none(LEN);
        for &member in members {
            bits.insert(member);
        }
        bits
    }

    fn sets() -> impl Strategy<Value = BTreeSet<usize>> {
        proptest::collection::btree_set(0..LEN, 0..LEN)
    }

    proptest! {
        #[test]
        fn it_behaves_like_a_plain_set(a in sets(), b in sets()) {
            let (mut both, mut either, mut rest) = (bits(&a), bits(&a), bits(&a));
            both.keep(&bits(&b));
            either.add(&bits(&b));
            rest.drop_all(&bits(&b));
            prop_assert_eq!(both, bits(&(&a & &b)));
            prop_assert_eq!(either, bits(&(&a | &b)));
            prop_assert_eq!(rest, bits(&(&a - &b)));
            prop_assert_eq!(bits(&a).len(), a.len());
            prop_assert_eq!(bits(&a).is_empty(), a.is_empty());
            prop_assert!(bits(&a).iter().eq(a.iter().copied()));
            prop_assert!((0..LEN).all(|number| bits(&a).contains(number) == a.contains(&number)));
        }

        #[test]
        fn what_is_taken_out_is_gone_and_the_rest_stays(a in sets(), number in 0..LEN) {
            let mut without = bits(&a);
            without.remove(number);
            prop_assert_eq!(&without, &bits(&a.into_iter().filter(|&member| member != number).collect()));
            without.clear();
            prop_assert_eq!(without, Bits::none(LEN));
        }

        #[test]
        fn all_are_all_below_the_limit(len in 0usize..200) {
            prop_assert!(Bits::all(len).iter().eq(0..len));
        }
    }

    #[test]
    fn a_number_out_of_reach_is_never_in_it() {
        let mut all = Bits::all(3);
        all.insert(700);
        all.remove(700);
        assert_eq!(all.len(), 3);
        assert!(!all.contains(3) && !all.contains(700));
    }
}
