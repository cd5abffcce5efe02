//! Words, each with a number, and their order, in which those that begin alike stand together.
//!
//! Numbers are given in the order in which words first occur, so that common words tend to have small ones; places are
//! those of the sorted words. Words are kept once, in one run of bytes. They are looked up by a small table of numbers
//! while the dictionary is built, and by their order afterwards.

use std::ops::Range;

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
    /// Numbers of words, at the places to which their bytes lead, or after; one more, so that 0 is nothing.
    table: Vec<u32>,
}

impl Words {
    /// The number of a word, which is new if it wasn't there.
    #[inline(never)]
    pub fn number(&mut self, word: &str) -> u32 {
        if self.ends.len() * 2 >= self.table.len() {
            self.grow();
        }
        let mask = self.table.len() - 1;
        let mut at = hash(word) & mask;
        while self.table[at] != 0 {
            let number = self.table[at] - 1;
            if self.is(number, word) {
                return number;
            }
            at = (at + 1) & mask;
        }
        let number = self.ends.len() as u32;
        self.table[at] = number + 1;
        self.all.push_str(word);
        self.ends.push(self.all.len() as u32);
        number
    }

    /// The number of a word, if it is there and [`Words::shrink`] wasn't called since it came.
    #[inline(never)]
    pub fn get(&self, word: &str) -> Option<u32> {
        let mask = self.table.len().checked_sub(1)?;
        let mut at = hash(word) & mask;
        while self.table[at] != 0 {
            let number = self.table[at] - 1;
            if self.is(number, word) {
                return Some(number);
            }
            at = (at + 1) & mask;
        }
        None
    }

    /// Whether a number is that of a word. Words are too short for it to pay to have them compared elsewhere.
    #[inline]
    fn is(&self, number: u32, word: &str) -> bool {
        let known = self.word(number);
        known.len() == word.len() && known.bytes().zip(word.bytes()).all(|(known, byte)| known == byte)
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
        is_whole.then(|| Self { all: all.to_owned(), ends, table: Vec::new() })
    }

    /// Gives back what only looking up needs, and what was taken ahead.
    pub fn shrink(&mut self) {
        self.table = Vec::new();
        self.all.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// The bytes that are kept.
    pub fn bytes(&self) -> usize {
        self.all.len() + (self.ends.len() + self.table.len()) * 4
    }

    /// The word that has a number; an empty one if none has.
    #[inline]
    pub fn word(&self, number: u32) -> &str {
        let number = number as usize;
        let start = if number == 0 { 0 } else { self.ends.get(number - 1).map_or(0, |end| *end as usize) };
        let end = self.ends.get(number).map_or(start, |end| *end as usize);
        self.all.get(start..end).unwrap_or_default()
    }

    fn grow(&mut self) {
        let size = (self.ends.len() * 4).max(64).next_power_of_two();
        self.table = vec![0; size];
        for number in 0..self.ends.len() as u32 {
            let mut at = hash(self.word(number)) & (size - 1);
            while self.table[at] != 0 {
                at = (at + 1) & (size - 1);
            }
            self.table[at] = number + 1;
        }
    }
}

/// FNV-1a by four bytes at a time, with its upper bits mixed in: words are short.
#[inline]
fn hash(word: &str) -> usize {
    let mut parts = word.as_bytes().chunks_exact(4);
    let mut hash = 0x811c_9dc5_u32;
    let mut mix = |part: u32| {
        hash = (hash ^ part).wrapping_mul(0x0100_0193);
        hash ^= hash >> 15;
    };
    for part in parts.by_ref() {
        mix(part.iter().rev().fold(0, |sum, byte| sum << 8 | u32::from(*byte)));
    }
    mix(parts.remainder().iter().fold(word.len() as u32, |sum, byte| sum << 8 | u32::from(*byte)));
    (hash ^ hash >> 13) as usize
}

impl Dictionary {
    /// The dictionary of all words that were collected. `sort` says in which order they stand; whoever uses this crate
    /// sorts words elsewhere too, and a second copy of that would weigh more than all else here.
    pub fn new(mut words: Words, sort: &dyn Fn(Vec<&str>) -> Vec<u32>) -> Self {
        words.shrink();
        let sorted = sort((0..words.len() as u32).map(|number| words.word(number)).collect());
        let mut places = vec![0; sorted.len()];
        for (place, &number) in (0..).zip(&sorted) {
            places[number as usize] = place;
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

    use super::*;
    use crate::testing::in_order;

    proptest! {
        #[test]
        fn words_have_numbers_in_the_order_of_their_coming_and_places_in_their_own(
            words in proptest::collection::vec("[abz]{0,4}", 0..300), sought in "[abz]{0,3}",
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
            let dictionary = Dictionary::new(collected, &in_order);
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
