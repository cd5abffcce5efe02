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
    short: Short,
    long: Long,
}

/// Where words are looked up that aren't long, as most are: by their bytes as two numbers, so that nothing else has to be
/// looked at. Beside those stands the number that the word has, or one more, so that 0 is nothing.
#[derive(Clone, Debug, Default)]
struct Short {
    table: Vec<(Key, u32)>,
    filled: usize,
}

/// The bytes of a word, and how many there are.
type Key = [u64; 2];

/// Where others are looked up: numbers of words, at the places to which their bytes lead, or after; one more, so that 0 is
/// nothing.
#[derive(Clone, Debug, Default)]
struct Long {
    table: Vec<u32>,
    filled: usize,
}

/// The key of a word of 15 bytes at most.
#[inline]
fn key(word: &str) -> Option<Key> {
    if word.len() > 15 {
        return None;
    }
    let (first, rest) = word.as_bytes().split_at(word.len().min(8));
    let number = |bytes: &[u8], length| bytes.iter().fold(length, |key, byte| key << 8 | u64::from(*byte));
    Some([number(first, 0), number(rest, word.len() as u64)])
}

/// Where a key leads to (Fibonacci hashing).
#[inline]
fn lead(key: Key) -> usize {
    ((key[0] ^ key[1].rotate_left(32)).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize
}

impl Words {
    /// The number of a word, which is new if it wasn't there.
    #[inline(never)]
    pub fn number(&mut self, word: &str) -> u32 {
        if self.short.filled * 2 >= self.short.table.len() || self.long.filled * 2 >= self.long.table.len() {
            self.grow();
        }
        let new = self.ends.len() as u32 + 1;
        let found = match key(word) {
            Some(key) => self.short.place(key, new),
            None => self.place(word, new),
        };
        if found == new {
            self.all.push_str(word);
            self.ends.push(self.all.len() as u32);
        }
        found - 1
    }

    /// The number of a word, if it is there and [`Words::shrink`] wasn't called since it came.
    #[inline(never)]
    pub fn get(&self, word: &str) -> Option<u32> {
        let at = match key(word) {
            Some(key) => self.short.table.get(self.short.find(key)?).map(|found| found.1),
            None => self.long.table.get(self.find(word)?).copied(),
        };
        at?.checked_sub(1)
    }

    /// Where a long word is, or could be put; none without a table.
    #[inline]
    fn find(&self, word: &str) -> Option<usize> {
        let mask = self.long.table.len().checked_sub(1)?;
        let mut at = hash(word) & mask;
        while self.long.table[at] != 0 && self.word(self.long.table[at] - 1) != word {
            at = (at + 1) & mask;
        }
        Some(at)
    }

    /// What stands for a long word, which is `new` if it wasn't there.
    #[inline]
    fn place(&mut self, word: &str, new: u32) -> u32 {
        let Some(at) = self.find(word) else { return new };
        if self.long.table[at] == 0 {
            self.long.table[at] = new;
            self.long.filled += 1;
        }
        self.long.table[at]
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
        (self.short, self.long) = (Short::default(), Long::default());
        self.all.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// The bytes that are kept.
    pub fn bytes(&self) -> usize {
        self.all.len() + (self.ends.len() + self.long.table.len()) * 4 + size_of_val(&self.short.table[..])
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
        let shorts = (0..self.ends.len() as u32).filter(|&number| key(self.word(number)).is_some()).count();
        let room = |words: usize| (words * 4).max(64).next_power_of_two();
        self.short = Short { table: vec![([0; 2], 0); room(shorts)], filled: 0 };
        self.long = Long { table: vec![0; room(self.ends.len() - shorts)], filled: 0 };
        for number in 0..self.ends.len() as u32 {
            match key(self.word(number)) {
                Some(key) => _ = self.short.place(key, number + 1),
                None => {
                    if let Some(at) = self.find(self.word(number)) {
                        self.long.table[at] = number + 1;
                        self.long.filled += 1;
                    }
                }
            }
        }
    }
}

impl Short {
    /// Where a word is, or could be put; none without a table.
    #[inline]
    fn find(&self, key: Key) -> Option<usize> {
        let mask = self.table.len().checked_sub(1)?;
        let mut at = lead(key) & mask;
        while self.table[at].1 != 0 && self.table[at].0 != key {
            at = (at + 1) & mask;
        }
        Some(at)
    }

    /// What stands for a word, which is `new` if it wasn't there.
    #[inline]
    fn place(&mut self, key: Key, new: u32) -> u32 {
        let Some(at) = self.find(key) else { return new };
        if self.table[at].1 == 0 {
            self.table[at] = (key, new);
            self.filled += 1;
        }
        self.table[at].1
    }
}

/// FNV-1a by four bytes at a time, with its upper bits mixed in.
#[inline]
fn hash(word: &str) -> usize {
    let mut hash = 0x811c_9dc5_u32;
    for part in word.as_bytes().chunks(4) {
        let part = part.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte));
        hash = (hash ^ part).wrapping_mul(0x0100_0193);
        hash ^= hash >> 15;
    }
    hash as usize
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
            words in proptest::collection::vec("[abz]{0,4}|[ab]{7,9}|[ab]{15,16}", 0..300), sought in "[abz]{0,3}",
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
