//! Sets of rows, as bits: what several filters have in common is one AND and a count of ones.
//!
//! A set of everything has no words, so that what nobody filters takes neither room nor time. Any other set has words
//! for one stretch alone, outside of which nothing is in it: so what is chosen by days costs the rows of those days, and
//! whatever is held against it costs no more.

use std::ops::Range;

/// A set of numbers below a limit.
#[derive(Clone, Debug, Default, Eq)]
pub struct Bits {
    len: usize,
    /// Of which word the first one is: the numbers from 64 times that on.
    from: usize,
    /// None if everything is in it.
    words: Option<Vec<u64>>,
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
        Self::room(len, 0..len)
    }

    /// The empty set of numbers below `len`, with room for those in `numbers`: what else is put in is ignored.
    #[inline(never)]
    pub fn room(len: usize, numbers: Range<usize>) -> Self {
        let (from, to) = (numbers.start / 64, numbers.end.min(len).div_ceil(64));
        // None of nothing is all of it.
        Self { len, from, words: (len > 0).then(|| vec![0; to.saturating_sub(from)]) }
    }

    /// The empty set of the same limit, with room for the stretch that this one reaches.
    #[must_use]
    pub fn emptied(&self) -> Self {
        let stretch = self.stretch();
        Self::room(self.len, stretch.start * 64..stretch.end * 64)
    }

    /// The set of all numbers below `len`.
    pub fn all(len: usize) -> Self {
        Self { len, from: 0, words: None }
    }

    /// What is in all of these sets of numbers below `len`. It takes the words of the shortest stretch, for each of them.
    #[inline(never)]
    pub fn common(len: usize, sets: &[&Self]) -> Self {
        let mut stretch = 0..len.div_ceil(64);
        for set in sets {
            let own = set.stretch();
            stretch = stretch.start.max(own.start)..stretch.end.min(own.end);
        }
        let mut common: Option<Vec<u64>> = None;
        for words in sets.iter().filter_map(|set| set.words_in(&stretch)) {
            match &mut common {
                None => common = Some(words.to_vec()),
                Some(common) => common.iter_mut().zip(words).for_each(|(mine, theirs)| *mine &= theirs),
            }
        }
        Self { len, from: if common.is_some() { stretch.start } else { 0 }, words: common }
    }

    /// The limit.
    pub fn limit(&self) -> usize {
        self.len
    }

    /// Whether it is known to be everything.
    pub fn is_all(&self) -> bool {
        self.words.is_none()
    }

    /// Outside of which numbers, by 64, there is none.
    #[inline]
    pub(crate) fn stretch(&self) -> Range<usize> {
        match &self.words {
            Some(words) => self.from..self.from + words.len(),
            None => 0..self.len.div_ceil(64),
        }
    }

    /// The words of a stretch that is within its own; none if everything is in it.
    fn words_in(&self, stretch: &Range<usize>) -> Option<&[u64]> {
        let words = self.words.as_ref()?;
        let own = stretch.start.saturating_sub(self.from)..stretch.end.saturating_sub(self.from);
        Some(words.get(own).unwrap_or_default())
    }

    /// The bits of the numbers from 64 times `at` on.
    #[inline]
    pub(crate) fn word(&self, at: usize) -> u64 {
        match &self.words {
            Some(words) => words.get(at.wrapping_sub(self.from)).copied().unwrap_or_default(),
            None => below(self.len.saturating_sub(at * 64)),
        }
    }

    /// The words themselves, to be changed; none if everything is in it.
    #[inline]
    pub(crate) fn words_mut(&mut self) -> &mut [u64] {
        self.words.as_deref_mut().unwrap_or_default()
    }

    /// Puts `number` in. One that is out of reach is ignored.
    #[inline]
    pub fn insert(&mut self, number: usize) {
        let at = (number / 64).wrapping_sub(self.from);
        if number < self.len
            && let Some(word) = self.words_mut().get_mut(at)
        {
            *word |= 1 << (number % 64);
        }
    }

    /// Puts all of `numbers` in. Those that are out of reach are ignored.
    #[inline(never)]
    pub fn fill(&mut self, numbers: Range<usize>) {
        let start = self.from * 64;
        let (from, to) = (numbers.start.max(start) - start, numbers.end.min(self.len).saturating_sub(start));
        let words = self.words_mut();
        let to = to.min(words.len() * 64);
        if from >= to {
            return;
        }
        let (first, last) = (from / 64, (to - 1) / 64);
        let (head, tail) = (!below(from % 64), below(to - last * 64));
        if first == last {
            words[first] |= head & tail;
        } else {
            words[first] |= head;
            words[first + 1..last].fill(u64::MAX);
            words[last] |= tail;
        }
    }

    /// Whether `number` is in it.
    #[inline]
    pub fn contains(&self, number: usize) -> bool {
        match &self.words {
            Some(words) => {
                words.get((number / 64).wrapping_sub(self.from)).is_some_and(|word| word >> (number % 64) & 1 == 1)
            }
            None => number < self.len,
        }
    }

    /// How many there are.
    #[inline(never)]
    pub fn count(&self) -> usize {
        match &self.words {
            Some(words) => words.iter().map(|word| word.count_ones() as usize).sum(),
            None => self.len,
        }
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
    pub fn keep(&mut self, other: &Self) {
        if !other.is_all() {
            *self = Self::common(self.len, &[self, other]);
        }
    }

    /// Drops what is in `other`.
    #[inline(never)]
    pub fn drop_all(&mut self, other: &Self) {
        if other.is_all() {
            *self = Self::room(self.len, 0..0);
            return;
        }
        let (len, from) = (self.len, self.from);
        if self.is_all() {
            *self = Self::none(len);
            self.fill(0..len);
        }
        for (at, word) in (from..).zip(self.words_mut()) {
            *word &= !other.word(at);
        }
    }

    /// Adds what is in `other`.
    #[inline(never)]
    pub fn add(&mut self, other: &Self) {
        let (own, theirs) = (self.stretch(), other.stretch());
        let Some(more) = &other.words else {
            self.words = None;
            return;
        };
        if self.is_all() || theirs.is_empty() {
            return;
        }
        if theirs.start < own.start || theirs.end > own.end {
            let both =
                if own.is_empty() { theirs.clone() } else { own.start.min(theirs.start)..own.end.max(theirs.end) };
            let narrower = std::mem::replace(self, Self::room(self.len, both.start * 64..both.end * 64));
            self.add(&narrower);
        }
        let from = theirs.start - self.from;
        self.words_mut().iter_mut().skip(from).zip(more).for_each(|(mine, theirs)| *mine |= theirs);
    }

    /// The smallest number in it that isn't below `from`.
    #[inline(never)]
    pub fn next(&self, from: usize) -> Option<usize> {
        let stretch = self.stretch();
        let mut at = from / 64;
        let mut within = !below(from % 64);
        if at < stretch.start {
            (at, within) = (stretch.start, u64::MAX);
        }
        while at < stretch.end {
            let word = self.word(at) & within;
            if word != 0 {
                return Some(at * 64 + word.trailing_zeros() as usize);
            }
            (at, within) = (at + 1, u64::MAX);
        }
        None
    }

    /// The number in it before which there are so many others in it.
    #[inline(never)]
    pub fn nth(&self, number: usize) -> Option<usize> {
        let mut left = number;
        for at in self.stretch() {
            let mut word = self.word(at);
            let ones = word.count_ones() as usize;
            if left < ones {
                for _ in 0..left {
                    word &= word - 1;
                }
                return Some(at * 64 + word.trailing_zeros() as usize);
            }
            left -= ones;
        }
        None
    }

    /// Gives each of `numbers` that is in it, ascending.
    #[inline]
    pub(crate) fn each_in(&self, numbers: Range<usize>, mut give: impl FnMut(usize)) {
        let stretch = self.stretch();
        let (from, to) = (numbers.start.max(stretch.start * 64), numbers.end.min(stretch.end * 64));
        for at in from / 64..to.div_ceil(64) {
            let mut word = self.word(at) & below(to - at * 64);
            if at * 64 < from {
                word &= !below(from - at * 64);
            }
            while word != 0 {
                give(at * 64 + word.trailing_zeros() as usize);
                word &= word - 1;
            }
        }
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

    const LEN: usize = 400;

    /// Has room for all, or for its members and no more.
    fn bits(members: &BTreeSet<usize>) -> Bits {
        if members.len() == LEN {
            return Bits::all(LEN);
        }
        let ends = members.first().zip(members.last()).filter(|_| members.len().is_multiple_of(2));
        let mut bits = ends.map_or_else(|| Bits::none(LEN), |(first, last)| Bits::room(LEN, *first..last + 1));
        for &member in members {
            bits.insert(member);
        }
        bits
    }

    fn sets() -> impl Strategy<Value = BTreeSet<usize>> {
        let some = (0..LEN, 1..LEN).prop_flat_map(|(from, number)| {
            proptest::collection::btree_set(from..(from + number).min(LEN), 0..number.min(LEN - from))
        });
        prop_oneof![8 => some, 1 => Just((0..LEN).collect())]
    }

    proptest! {
        #[test]
        fn it_behaves_like_a_plain_set(a in sets(), b in sets(), c in sets()) {
            let (mut both, mut either, mut rest) = (bits(&a), bits(&a), bits(&a));
            both.keep(&bits(&b));
            either.add(&bits(&b));
            rest.drop_all(&bits(&b));
            prop_assert_eq!(both, bits(&(&a & &b)));
            prop_assert_eq!(either, bits(&(&a | &b)));
            prop_assert_eq!(rest, bits(&(&a - &b)));
            prop_assert_eq!(Bits::common(LEN, &[&bits(&a), &bits(&b), &bits(&c)]), bits(&(&(&a & &b) & &c)));
            prop_assert_eq!(Bits::common(LEN, &[]), Bits::all(LEN));
            prop_assert_eq!(bits(&a).count(), a.len());
            prop_assert!(bits(&a).iter().eq(a.iter().copied()));
            prop_assert!((0..LEN + 70).all(|number| bits(&a).contains(number) == a.contains(&number)));
            prop_assert!((0..LEN + 70).all(|from| bits(&a).next(from) == a.range(from..).next().copied()));
            prop_assert!((0..LEN + 70).all(|number| bits(&a).nth(number) == a.iter().nth(number).copied()));
        }

        #[test]
        fn what_there_is_no_room_for_is_ignored(a in sets(), from in 0..LEN + 70, number in 0..LEN, add in 0..LEN, more in 0..LEN) {
            let mut some = Bits::room(LEN, from..from + number);
            for &member in &a {
                some.insert(member);
            }
            some.fill(add..add + more);
            let room = from / 64 * 64..(from + number).div_ceil(64) * 64;
            let expected: BTreeSet<usize> = a.iter().copied().chain(add..(add + more).min(LEN)).filter(|at| room.contains(at)).collect();
            prop_assert!(some.iter().eq(expected));
        }

        #[test]
        fn a_stretch_is_put_in_and_counted(a in sets(), from in 0..LEN + 70, to in 0..LEN + 70) {
            let mut filled = bits(&a);
            let within: Vec<usize> = a.iter().copied().filter(|number| (from..to).contains(number)).collect();
            let mut given = Vec::new();
            filled.each_in(from..to, |number| given.push(number));
            prop_assert_eq!(filled.count_in(from..to), within.len());
            prop_assert_eq!(given, within);
            filled.add(&Bits::none(LEN)); // so that there is room
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
