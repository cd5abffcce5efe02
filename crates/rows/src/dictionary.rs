//! Words, each with a number, and their order, in which those that begin alike stand together.
//!
//! Numbers are given in the order in which words first occur, so that common words tend to have small ones; places are
//! those of the sorted words. Words are kept once, in one run of bytes. They are looked up by a small table of numbers
//! while the dictionary is built, and by their order afterwards.

use std::iter::repeat;
use std::mem::swap;
use std::ops::Range;

use sidebyline_turns::{Turns, step};

use crate::input::{Input, put};

/// Words with numbers and places.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    words: Words,
    /// The numbers of the words in their order.
    sorted: Vec<u32>,
    /// The place of each number in that order.
    places: Vec<u32>,
}

/// Words that are being collected.
#[derive(Clone, Debug, Default)]
pub struct Words {
    all: String,
    /// Where each word ends.
    ends: Vec<u32>,
    /// Where words are looked up, at the places to which their bytes lead, or after: what their bytes come to, and their
    /// number; one more, so that 0 is nothing.
    table: Vec<(u32, u32)>,
}

impl Words {
    /// The number of a word, which is new if it wasn't there.
    #[inline(never)]
    pub fn number(&mut self, word: &str) -> u32 {
        // Two thirds of the places may be taken.
        if self.ends.len() * 3 >= self.table.len() * 2 {
            self.grow();
        }
        let hash = hash(word);
        let at = self.place(word, hash);
        let found = &mut self.table[at];
        if found.1 == 0 {
            self.all.push_str(word);
            self.ends.push(self.all.len() as u32);
            *found = (hash, self.ends.len() as u32);
        }
        found.1 - 1
    }

    /// The number of a word, if it is there and [`Words::shrink`] wasn't called since it came.
    #[inline(never)]
    pub fn get(&self, word: &str) -> Option<u32> {
        if self.table.is_empty() {
            return None;
        }
        self.table[self.place(word, hash(word))].1.checked_sub(1)
    }

    /// Where a word is in the table, or could be put. There has to be a free place.
    #[inline]
    fn place(&self, word: &str, hash: u32) -> usize {
        let mask = self.table.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let (known, number) = self.table[at];
            if number == 0 || known == hash && is(self.word(number - 1), word) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Adds them to some bytes: how many there are, how long each is, and all of them.
    pub fn to_bytes(&self, to: &mut Vec<u8>) {
        put(self.len(), to);
        for number in 0..self.len() {
            put(self.word(number as u32).len(), to);
        }
        to.extend_from_slice(self.all.as_bytes());
    }

    /// Reads what [`Words::to_bytes`] wrote; none if that isn't there.
    pub fn from_bytes(from: &mut Input<'_>) -> Option<Self> {
        let number = from.number().filter(|number| *number <= from.rest())?;
        let (mut ends, mut end) = (Vec::with_capacity(number), 0_u32);
        for _ in 0..number {
            end = end.checked_add(from.number()? as u32)?;
            ends.push(end);
        }
        let all = std::str::from_utf8(from.take(end as usize)?).ok()?;
        let is_whole = ends.iter().all(|end| all.is_char_boundary(*end as usize));
        is_whole.then(|| Self { all: all.to_owned(), ends, ..Self::default() })
    }

    /// Gives back what only looking up needs, and what was taken ahead.
    pub fn shrink(&mut self) {
        self.table = Vec::new();
        self.all.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// The bytes that are kept.
    pub fn bytes(&self) -> usize {
        self.all.len() + self.ends.len() * 4 + size_of_val(&self.table[..])
    }

    /// The word that has a number; an empty one if none has.
    #[inline]
    pub fn word(&self, number: u32) -> &str {
        let number = number as usize;
        let start = if number == 0 { 0 } else { self.ends.get(number - 1).map_or(0, |end| *end as usize) };
        let end = self.ends.get(number).map_or(start, |end| *end as usize);
        self.all.get(start..end).unwrap_or_default()
    }

    /// Makes room for as many words again.
    fn grow(&mut self) {
        let size = (self.ends.len() * 2).max(64).next_power_of_two();
        self.table = vec![(0, 0); size];
        for number in 0..self.ends.len() as u32 {
            let hash = hash(self.word(number));
            let mut at = hash as usize & (size - 1);
            while self.table[at].1 != 0 {
                at = (at + 1) & (size - 1);
            }
            self.table[at] = (hash, number + 1);
        }
    }
}

/// Whether two words are the same. They are too short for it to pay to have them compared elsewhere.
#[inline]
fn is(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).all(|(one, other)| one == other)
}

/// FNV-1a by four bytes at a time, with its upper bits mixed in.
#[inline]
fn hash(word: &str) -> u32 {
    let (parts, rest) = word.as_bytes().as_chunks::<4>();
    let mut hash = 0x811c_9dc5_u32;
    for part in parts {
        hash = (hash ^ u32::from_le_bytes(*part)).wrapping_mul(0x0100_0193);
        hash ^= hash >> 15;
    }
    let rest = rest.iter().fold(word.len() as u32, |rest, byte| rest << 8 | u32::from(*byte));
    hash = (hash ^ rest).wrapping_mul(0x0100_0193);
    hash ^ hash >> 15
}

/// The numbers of words in the order of the words.
///
/// It is a merge sort: at any time it can wait for its next turn, and what it compares lies side by side. Most words are
/// told apart by their first bytes.
async fn in_order(words: &Words, turns: &dyn Turns) -> Vec<u32> {
    let mut from = Vec::with_capacity(words.len());
    for number in 0..words.len() {
        step(turns, number, (number, words.len())).await;
        from.push((beginning(words.word(number as u32)), number as u32));
    }
    let (mut into, mut width) = (from.clone(), 1);
    while width < from.len() {
        // The next of the two stretches that are merged, and where they end.
        let (mut one, mut other, mut middle, mut end) = (0, 0, 0, 0);
        for (place, next) in into.iter_mut().enumerate() {
            step(turns, place, (place, from.len())).await;
            if place == end {
                (middle, end) = ((place + width).min(from.len()), (place + 2 * width).min(from.len()));
                (one, other) = (place, middle);
            }
            let is_first = other == end || one < middle && is_before(words, from[one], from[other]);
            let taken = if is_first { &mut one } else { &mut other };
            *next = from[*taken];
            *taken += 1;
        }
        swap(&mut from, &mut into);
        width *= 2;
    }
    from.into_iter().map(|(_, number)| number).collect()
}

/// The first bytes of a word as a number, which is no greater than that of a word that comes later.
fn beginning(word: &str) -> u64 {
    let bytes = word.as_bytes().iter().copied().chain(repeat(0));
    bytes.take(8).fold(0, |number, byte| number << 8 | u64::from(byte))
}

/// Whether a word comes before another, by their beginnings and numbers.
#[inline]
fn is_before(words: &Words, one: (u64, u32), other: (u64, u32)) -> bool {
    one.0 < other.0 || one.0 == other.0 && words.word(one.1) < words.word(other.1)
}

impl Dictionary {
    /// The dictionary of all words that were collected, which are put in their order in turns.
    pub async fn new(mut words: Words, turns: &dyn Turns) -> Self {
        words.shrink();
        let sorted = in_order(&words, turns).await;
        let mut places = vec![0; sorted.len()];
        for (place, &number) in sorted.iter().enumerate() {
            step(turns, place, (place, sorted.len())).await;
            places[number as usize] = place as u32;
        }
        Self { words, sorted, places }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.sorted.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.sorted.is_empty()
    }

    /// The place of each number.
    pub fn places(&self) -> &[u32] {
        &self.places
    }

    /// The number of the word at a place.
    pub(crate) fn number(&self, place: u32) -> u32 {
        self.sorted.get(place as usize).copied().unwrap_or(u32::MAX)
    }

    /// The places of a word, or, if it is `open`, of all words that begin so.
    pub fn find(&self, word: &str, open: bool) -> Range<u32> {
        let from = self.sorted.partition_point(|&number| self.words.word(number) < word);
        let fits = |number: u32| {
            let known = self.words.word(number);
            if open { known.starts_with(word) } else { known == word }
        };
        let number = self.sorted.get(from..).unwrap_or_default().partition_point(|&number| fits(number));
        from as u32..(from + number) as u32
    }

    /// The bytes that are kept.
    pub fn bytes(&self) -> usize {
        self.words.bytes() + (self.sorted.len() + self.places.len()) * 4
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use sidebyline_turns::{Undivided, at_once};

    use super::*;

    proptest! {
        #[test]
        fn words_have_numbers_in_the_order_of_their_coming_and_places_in_their_own(
            words in proptest::collection::vec("[abz]{0,4}|[ab]{7,9}|[ab]{15,16}|[éж]{0,5}", 0..300), sought in "[abz]{0,3}",
        ) {
            let mut collected = Words::default();
            let mut known: Vec<&String> = Vec::new();
            for word in &words {
                if !known.contains(&word) {
                    known.push(word);
                }
                let number = known.iter().position(|known| *known == word).expect("it is there") as u32;
                prop_assert_eq!(collected.number(word), number);
            }
            let dictionary = at_once(Dictionary::new(collected, &Undivided));
            let sorted: Vec<&String> = words.iter().collect::<BTreeSet<_>>().into_iter().collect();
            prop_assert_eq!(dictionary.len(), sorted.len());
            for (number, word) in known.iter().enumerate() {
                prop_assert_eq!(sorted[dictionary.places()[number] as usize], *word);
            }
            for open in [false, true] {
                let fits = |word: &&String| if open { word.starts_with(&sought) } else { **word == sought };
                let expected: Vec<&String> = sorted.iter().copied().filter(|word| fits(word)).collect();
                let found = dictionary.find(&sought, open);
                let found: Vec<&String> = found.map(|place| sorted[place as usize]).collect();
                prop_assert_eq!(found, expected);
            }
        }
    }
}
