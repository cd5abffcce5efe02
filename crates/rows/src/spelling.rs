//! Texts as the numbers of their words, so that a text takes a third of its bytes and can be had alone.
//!
//! A text is taken apart into words and what stands between them, and each of those is a number in the order in which
//! they first occur; a single space between two words goes without saying. Common words come early and so have one byte
//! or two. The method is that of word-based compression with spaceless words (E. S. de Moura, G. Navarro, N. Ziviani and
//! R. Baeza-Yates, *Fast and flexible word searching on compressed text*, ACM TOIS 18(2), 2000), with plain numbers of
//! seven bits a byte in place of Huffman's.
//!
//! | number | means |
//! | --- | --- |
//! | 0 | a part that is in no dictionary: how many bytes follow, and those |
//! | more | the part that has one number less |

use crate::dictionary::Words;
use crate::input::{Input, put};
use crate::order::sorted;
use crate::varint;

/// Stands before a part that is written out.
const WRITTEN_OUT: u32 = 0;
/// What stands in the place of a part that isn't there.
const NOBODY_WROTE: &str = "\u{fffd}";
/// What is longer hardly comes again, in bytes.
const LONGEST: usize = 32;
/// As many parts get a number. What is rare has none any more when so many came before.
const MOST: usize = 1 << 21;

/// The parts that texts have in common.
#[derive(Clone, Debug, Default)]
pub struct Spelling {
    parts: Words,
    is_counting: bool,
    /// How often each was written.
    often: Vec<u32>,
}

/// Of each byte, whether it belongs to a word. All letters that aren't ASCII do, and so no character is cut.
static IS_WORD: [bool; 256] = {
    let mut is_word = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        is_word[byte] = byte >= 0x80 || (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    is_word
};

#[inline]
pub(crate) fn is_word(byte: u8) -> bool {
    IS_WORD[usize::from(byte)]
}

impl Spelling {
    /// One that counts how often it writes each part.
    pub fn counting() -> Self {
        Self { is_counting: true, ..Self::default() }
    }

    /// Adds a text to some bytes.
    #[inline(never)]
    pub fn write(&mut self, text: &str, to: &mut Vec<u8>) {
        let bytes = text.as_bytes();
        let (mut at, mut after_word) = (0, false);
        while at < bytes.len() {
            let word = is_word(bytes[at]);
            let mut end = at + 1;
            while end < bytes.len() && is_word(bytes[end]) == word {
                end += 1;
            }
            let part = &text[at..end];
            if !(after_word && part == " " && end < bytes.len()) {
                self.put(part, to);
            }
            (at, after_word) = (end, word);
        }
    }

    fn put(&mut self, part: &str, to: &mut Vec<u8>) {
        if part.len() > LONGEST || self.parts.len() >= MOST {
            put(WRITTEN_OUT as usize, to);
            put(part.len(), to);
            to.extend_from_slice(part.as_bytes());
        } else {
            let number = self.parts.number(part) as usize;
            if self.is_counting {
                if number == self.often.len() {
                    self.often.push(0);
                }
                self.often[number] += 1;
            }
            put(number + 1, to);
        }
    }

    /// Adds the text of these bytes to another. What nobody wrote stands as `�`.
    #[inline(never)]
    pub fn read(&self, bytes: &[u8], into: &mut String) {
        let (mut at, mut after_word) = (0, false);
        into.reserve(bytes.len() * 3);
        while let Some(part) = self.part(bytes, &mut at) {
            let word = part.bytes().next().is_some_and(is_word);
            if after_word && word {
                into.push(' ');
            }
            into.push_str(part);
            after_word = word;
        }
    }

    /// The part that stands at `at` in the bytes of a text, which is moved behind it; none at the end.
    #[inline]
    pub(crate) fn part<'a>(&'a self, bytes: &'a [u8], at: &mut usize) -> Option<&'a str> {
        let code = varint::read(bytes, at)?;
        if code == WRITTEN_OUT {
            let length = varint::read(bytes, at).unwrap_or_default() as usize;
            let written = bytes.get(*at..at.saturating_add(length)).unwrap_or_default();
            *at += written.len();
            return Some(std::str::from_utf8(written).unwrap_or(NOBODY_WROTE));
        }
        Some(if (code as usize) <= self.parts.len() { self.parts.word(code - 1) } else { NOBODY_WROTE })
    }

    /// What stands in texts for a part.
    pub(crate) fn code(&self, part: &str) -> Option<u32> {
        (0..self.len() as u32).find(|number| self.parts.word(*number) == part).map(|number| number + 1)
    }

    /// How many parts have a number.
    pub(crate) fn len(&self) -> usize {
        self.parts.len()
    }

    /// Gives back what only writing needs. What is written afterwards has numbers that go on all the same.
    pub fn shrink(&mut self) {
        self.parts.shrink();
        self.often = Vec::new();
    }

    /// The bytes that are kept.
    pub fn bytes(&self) -> usize {
        self.parts.bytes() + self.often.len() * 4
    }

    /// Adds the parts to some bytes.
    pub fn to_bytes(&self, to: &mut Vec<u8>) {
        self.parts.to_bytes(to);
    }

    /// Reads what [`Spelling::to_bytes`] wrote; none if that isn't there. A long part was never written: a short text could
    /// name it again and again, and come to more than anybody has room for.
    pub fn from_bytes(from: &mut Input<'_>) -> Option<Self> {
        let parts = Words::from_bytes(from)?;
        let is_short = (0..parts.len() as u32).all(|number| parts.word(number).len() <= LONGEST);
        is_short.then(|| Self { parts, ..Self::default() })
    }

    /// One that has the parts of this one, which was [counting](Spelling::counting): what was written most often has the
    /// smallest number.
    #[must_use]
    pub fn by_number(&self) -> Self {
        let keys = (0..).zip(&self.often).map(|(number, often)| (-i64::from(*often), i64::from(number), number));
        let mut parts = Words::default();
        for number in sorted(keys.collect()) {
            parts.number(self.parts.word(number));
        }
        Self { parts, ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, bytes: usize) {
        let (mut spelling, mut written, mut read) = (Spelling::default(), Vec::new(), String::new());
        spelling.write(text, &mut written);
        spelling.read(&written, &mut read);
        assert_eq!((read.as_str(), written.len()), (text, bytes));
    }

    #[test]
    fn a_space_between_two_words_takes_no_room() {
        check("we will sail", 3);
        check("we will, we will", 5);
        check(" we  will ", 5);
        check("", 0);
    }

    #[test]
    fn what_hardly_comes_again_is_written_out() {
        check(&"ab".repeat(17), 2 + 34);
    }

    #[test]
    fn a_part_that_is_longer_than_any_that_is_written_is_refused() {
        for (length, is_read) in [(LONGEST, true), (LONGEST + 1, false)] {
            let (mut parts, mut kept) = (Words::default(), Vec::new());
            parts.number(&"a".repeat(length));
            parts.to_bytes(&mut kept);
            assert_eq!(Spelling::from_bytes(&mut Input::new(&kept)).is_some(), is_read);
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back(texts in proptest::collection::vec("([a-c’é]{1,3}|[ .,]{1,2}|\\PC{0,40}){0,9}", 0..20)) {
            let (mut spelling, mut all) = (Spelling::counting(), Vec::new());
            for text in &texts {
                let mut written = Vec::new();
                spelling.write(text, &mut written);
                all.push(written);
            }
            let by_number = spelling.by_number();
            spelling.shrink();
            let mut kept = Vec::new();
            spelling.to_bytes(&mut kept);
            let mut input = Input::new(&kept);
            let again = Spelling::from_bytes(&mut input).expect("it was written just now");
            prop_assert_eq!(input.rest(), 0);
            let (mut anew, mut shorter) = (by_number, 0);
            for (text, written) in texts.iter().zip(&all) {
                let mut other = Vec::new();
                anew.write(text, &mut other);
                shorter += other.len();
                for (spelling, written) in [(&spelling, written), (&again, written), (&anew, &other)] {
                    let mut read = String::new();
                    spelling.read(written, &mut read);
                    prop_assert_eq!(&read, text);
                }
            }
            prop_assert!(shorter <= all.iter().map(Vec::len).sum());
        }

        #[test]
        fn whatever_the_bytes_are_they_are_read_as_a_text(kept: Vec<u8>, bytes: Vec<u8>) {
            let spelling = Spelling::from_bytes(&mut Input::new(&kept)).unwrap_or_default();
            let mut read = String::new();
            spelling.read(&bytes, &mut read);
        }
    }
}
