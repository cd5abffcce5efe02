//! Sets of rows, as bits: what several filters have in common is one AND and a count of ones.
//!
//! A set of everything has no words, so that what nobody filters takes neither room nor time.

use std::ops::Range;

/// A set of numbers below a limit.
#[derive(Clone, Debug, Default, Eq)]
pub struct Bits {
    len: usize,
    /// None if everything is in it.
    words: Vec<u64>,
}

/// However it came about.
impl PartialEq for Bits {
    fn eq(&self, other: &Self) -> bool {
        let words = self.len.div_ceil(64);
        self.len == other.len && (0..words).all(|at| self.word(at) == other.word(at))
    }
}

impl Bits {
    /// The empty set of numbers below `len`.
    pub fn none(len: usize) -> Self {
        Self { len, words: vec![0; len.div_ceil(64)] }
    }

    /// The set of all numbers below `len`.
    pub fn all(len: usize) -> Self {
        Self { len, words: Vec::new() }
    }

    /// The limit.
    pub fn limit(&self) -> usize {
        self.len
    }

    /// Whether it is known to be everything.
    pub fn is_all(&self) -> bool {
        self.words.is_empty()
    }

    /// The bits of the numbers from 64 times `at` on.
    #[inline]
    pub(crate) fn word(&self, at: usize) -> u64 {
        match self.words.get(at) {
            Some(word) => *word,
            None if self.words.is_empty() => below(self.len.saturating_sub(at * 64)),
            None => 0,
        }
    }

    /// The words themselves, to be changed; none if everything is in it.
    #[inline]
    pub(crate) fn words_mut(&mut self) -> &mut [u64] {
        &mut self.words
    }

    /// Puts `number` in. One that is out of reach is ignored.
    #[inline]
    pub fn insert(&mut self, number: usize) {
        if number < self.len
            && let Some(word) = self.words.get_mut(number / 64)
        {
            *word |= 1 << (number % 64);
        }
    }

    /// Puts all of `numbers` in. Those that are out of reach are ignored.
    #[inline(never)]
    pub fn fill(&mut self, numbers: Range<usize>) {
        let (from, to) = (numbers.start, numbers.end.min(self.len));
        if from >= to || self.words.is_empty() {
            return;
        }
        let (first, last) = (from / 64, (to - 1) / 64);
        let (head, tail) = (!below(from % 64), below(to - last * 64));
        if first == last {
            self.words[first] |= head & tail;
        } else {
            self.words[first] |= head;
            self.words[first + 1..last].fill(u64::MAX);
            self.words[last] |= tail;
        }
    }

    /// Whether `number` is in it.
    #[inline]
    pub fn contains(&self, number: usize) -> bool {
        match self.words.get(number / 64) {
            Some(word) => word >> (number % 64) & 1 == 1,
            None => self.words.is_empty() && number < self.len,
        }
    }

    /// How many there are.
    #[inline(never)]
    pub fn count(&self) -> usize {
        if self.words.is_empty() { self.len } else { self.words.iter().map(|word| word.count_ones() as usize).sum() }
    }

    /// How many of `numbers` are in it.
    #[inline]
    pub fn count_in(&self, numbers: Range<usize>) -> usize {
        let (from, to) = (numbers.start, numbers.end.min(self.len));
        if from >= to {
            return 0;
        }
        let (first, last) = (from / 64, (to - 1) / 64);
        let (head, tail) = (!below(from % 64), below(to - last * 64));
        if first == last {
            return (self.word(first) & head & tail).count_ones() as usize;
        }
        let inner: u32 = (first + 1..last).map(|at| self.word(at).count_ones()).sum();
        ((self.word(first) & head).count_ones() + inner + (self.word(last) & tail).count_ones()) as usize
    }

    /// Keeps what is in `other` too.
    #[inline(never)]
    pub fn keep(&mut self, other: &Self) {
        if self.words.is_empty() {
            self.words.clone_from(&other.words);
        } else if !other.words.is_empty() {
            self.words.iter_mut().zip(&other.words).for_each(|(mine, theirs)| *mine &= theirs);
        }
    }

    /// Drops what is in `other`.
    #[inline(never)]
    pub fn drop_all(&mut self, other: &Self) {
        if other.words.is_empty() {
            *self = Self::none(self.len);
        } else if self.words.is_empty() {
            self.words = other.words.iter().map(|word| !word).collect();
            self.trim();
        } else {
            self.words.iter_mut().zip(&other.words).for_each(|(mine, theirs)| *mine &= !theirs);
        }
    }

    /// Adds what is in `other`.
    #[inline(never)]
    pub fn add(&mut self, other: &Self) {
        if other.words.is_empty() {
            self.words = Vec::new();
        } else if !self.words.is_empty() {
            self.words.iter_mut().zip(&other.words).for_each(|(mine, theirs)| *mine |= theirs);
        }
    }

    /// The smallest number in it that isn't below `from`.
    #[inline]
    pub fn next(&self, from: usize) -> Option<usize> {
        let words = self.len.div_ceil(64);
        let mut at = from / 64;
        let mut word = self.word(at) & !below(from % 64);
        while word == 0 {
            at += 1;
            if at >= words {
                return None;
            }
            word = self.word(at);
        }
        Some(at * 64 + word.trailing_zeros() as usize)
    }

    /// The numbers, ascending.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let next = self.next(from)?;
            from = next + 1;
            Some(next)
        })
    }

    /// Takes out what is beyond the limit.
    pub(crate) fn trim(&mut self) {
        let beyond = self.words.len().saturating_sub(1) * 64;
        if let Some(last) = self.words.last_mut() {
            *last &= below(self.len - beyond);
        }
    }
}

/// As many ones as `bits`, at most all.
#[inline]
pub(crate) fn below(bits: usize) -> u64 {
    if bits >= 64 { u64::MAX } else { (1 << bits) - 1 }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    const LEN: usize = 200;

    fn bits(members: &BTreeSet<usize>) -> Bits {
        if members.len() == LEN {
            return Bits::all(LEN);
        }
        let mut bits = Bits::none(LEN);
        for &member in members {
            bits.insert(member);
        }
        bits
    }

    fn sets() -> impl Strategy<Value = BTreeSet<usize>> {
        prop_oneof![8 => proptest::collection::btree_set(0..LEN, 0..LEN), 1 => Just((0..LEN).collect())]
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
            prop_assert_eq!(bits(&a).count(), a.len());
            prop_assert!(bits(&a).iter().eq(a.iter().copied()));
            prop_assert!((0..LEN + 70).all(|number| bits(&a).contains(number) == a.contains(&number)));
            prop_assert!((0..LEN + 70).all(|from| bits(&a).next(from) == a.range(from..).next().copied()));
        }

        #[test]
        fn a_stretch_is_put_in_and_counted(a in sets(), from in 0..LEN + 70, to in 0..LEN + 70) {
            let mut filled = bits(&a);
            prop_assert_eq!(filled.count_in(from..to), a.iter().filter(|number| (from..to).contains(number)).count());
            filled.fill(from..to);
            prop_assert_eq!(filled, bits(&a.into_iter().chain((from..to).filter(|&number| number < LEN)).collect()));
        }

        #[test]
        fn all_are_all_below_the_limit(len in 0usize..200) {
            prop_assert!(Bits::all(len).iter().eq(0..len));
            let mut filled = Bits::none(len);
            filled.fill(0..len);
            prop_assert_eq!(&filled, &Bits::all(len));
            filled.drop_all(&Bits::all(len));
            prop_assert_eq!(filled.count(), 0);
        }
    }

    #[test]
    fn a_number_out_of_reach_is_never_in_it() {
        let mut some = Bits::none(3);
        some.insert(3);
        some.insert(700);
        some.fill(2..900);
        assert!(some.iter().eq([2]));
        assert!(!Bits::all(3).contains(3) && !Bits::all(3).contains(700));
    }
}
