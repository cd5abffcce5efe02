//! The words of each row in their order, by their numbers, with the borders that no phrase goes across.
//!
//! A row has texts, and a text has stretches: a source's own words and ours. A border between two texts parts words for
//! everybody; one between two stretches only for who looks at a source's own words.

use std::ops::Range;

use crate::dictionary::{Dictionary, Words};
use crate::varint;

/// What stands where no word is, in what [`Stream::read`] gives.
pub const BORDER: u32 = u32::MAX;

/// Ends a text.
const END: u32 = 0;
/// Begins a stretch of a source's own words.
const THEIRS: u32 = 1;
/// Begins a stretch of our words. So does a row.
const OURS: u32 = 2;
/// The first word.
const WORDS: u32 = 3;

/// The words of rows.
#[derive(Clone, Debug, Default)]
pub struct Stream {
    /// Where each row ends; nothing if no row has a word.
    ends: Vec<u32>,
    rows: usize,
    bytes: Vec<u8>,
    words: usize,
}

impl Stream {
    /// Adds a word of the row at hand.
    #[inline]
    pub fn push(&mut self, word: u32) {
        self.put(word.saturating_add(WORDS));
        self.words += 1;
    }

    /// Adds the words of a folded text, each of which stands after a space.
    #[inline(never)]
    pub fn push_folded(&mut self, folded: &str, words: &mut Words) {
        for word in apart(folded) {
            self.push(words.number(word));
        }
    }

    /// How much there is, to go [`back_to`](Self::back_to).
    pub(crate) fn mark(&self) -> (usize, usize) {
        (self.bytes.len(), self.words)
    }

    /// Takes away what was added to the row at hand since there was so much.
    pub(crate) fn back_to(&mut self, (bytes, words): (usize, usize)) {
        self.bytes.truncate(bytes);
        self.words = words;
    }

    /// What comes now is a source's own words, or ours.
    pub fn turn(&mut self, theirs: bool) {
        self.put(if theirs { THEIRS } else { OURS });
    }

    /// Ends a text of the row at hand.
    pub fn end_text(&mut self) {
        self.put(END);
    }

    /// Ends the row at hand.
    pub fn end_row(&mut self) {
        // Rows without a word before the first that has one are made up for then.
        if !self.bytes.is_empty() {
            self.ends.resize(self.rows, 0);
            self.ends.push(self.bytes.len() as u32);
        }
        self.rows += 1;
    }

    /// Gives back what was taken ahead.
    pub fn shrink(&mut self) {
        self.bytes.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    #[inline]
    fn put(&mut self, code: u32) {
        varint::write(code, |byte| self.bytes.push(byte));
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// How many words there are in all.
    pub fn words(&self) -> usize {
        self.words
    }

    /// Gives each word of a row, in order: its number, and whether it is a source's own.
    #[inline]
    pub fn each(&self, row: usize, mut word: impl FnMut(u32, bool)) {
        let bytes = self.bytes_of(row);
        let (mut at, mut theirs) = (0, false);
        while at < bytes.len() {
            match varint::read(bytes, &mut at) {
                None | Some(END) => {}
                Some(turn @ (THEIRS | OURS)) => theirs = turn == THEIRS,
                Some(code) => word(code - WORDS, theirs),
            }
        }
    }

    /// The words of a row, as places in the order of words; [`BORDER`] where a phrase can't go on. If `verbatim`, only a
    /// source's own. Says how many words the row has in all.
    #[inline(never)]
    pub fn read(&self, row: usize, verbatim: bool, places: &[u32], into: &mut Vec<u32>) -> usize {
        into.clear();
        let bytes = self.bytes_of(row);
        let (mut at, mut heard, mut number) = (0, !verbatim, 0);
        while let Some(code) = varint::read(bytes, &mut at) {
            match code {
                END => into.push(BORDER),
                THEIRS | OURS if verbatim => {
                    heard = code == THEIRS;
                    into.push(BORDER);
                }
                THEIRS | OURS => {}
                code => {
                    number += 1;
                    if heard {
                        into.push(places.get((code - WORDS) as usize).copied().unwrap_or(BORDER));
                    }
                }
            }
        }
        number
    }

    /// Whether a row has a phrase; if `verbatim`, as a source's own. It costs the bytes of the row, until the phrase is
    /// there: they are only compared, since what a word's length is can't be foretold by a processor.
    #[inline(never)]
    pub(crate) fn has(&self, row: usize, verbatim: bool, phrase: &Phrase<'_>) -> bool {
        let Some((first, others)) = phrase.words.split_first() else { return false };
        let (bytes, lead) = (self.bytes_of(row), first.lead());
        let mut inside = false; // of a word that has begun
        for (at, byte) in bytes.iter().enumerate() {
            let begins = !inside;
            inside = *byte >= 0x80;
            if lead.is_some_and(|lead| lead != *byte) || !begins {
                continue;
            }
            let mut next = at;
            let fits = varint::read(bytes, &mut next).is_some_and(|code| phrase.fits(first, code));
            if fits && phrase.goes_on(others, &bytes[next..], verbatim) && (!verbatim || ends_theirs(&bytes[..at])) {
                return true;
            }
        }
        false
    }

    #[inline]
    fn bytes_of(&self, row: usize) -> &[u8] {
        let start = if row == 0 { 0 } else { self.end(row - 1) };
        self.bytes.get(start..self.end(row)).unwrap_or_default()
    }

    fn end(&self, row: usize) -> usize {
        self.ends.get(row).map_or(self.bytes.len(), |end| *end as usize)
    }

    /// The bytes that are kept.
    pub fn bytes(&self) -> usize {
        self.bytes.len() + self.ends.len() * 4
    }
}

/// The words of a folded text, each of which stands after a space.
pub(crate) fn apart(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(' ').filter(|word| !word.is_empty())
}

/// Words that are to follow each other, as they stand in a stream.
pub(crate) struct Phrase<'a> {
    words: Vec<Wanted>,
    places: &'a [u32],
}

/// A word of a phrase.
enum Wanted {
    /// This one.
    Code(u32),
    /// One of these places in the order of words.
    Places(Range<u32>),
}

impl Wanted {
    /// The byte with which it begins, if that is known.
    fn lead(&self) -> Option<u8> {
        match *self {
            Self::Code(code) if code < 0x80 => Some(code as u8),
            Self::Code(code) => Some(code as u8 | 0x80),
            Self::Places(_) => None,
        }
    }
}

/// Whether what comes after these bytes of a row is a source's own.
fn ends_theirs(bytes: &[u8]) -> bool {
    let (mut at, mut theirs) = (0, false);
    while let Some(code) = varint::read(bytes, &mut at) {
        match code {
            THEIRS => theirs = true,
            OURS => theirs = false,
            _ => {}
        }
    }
    theirs
}

impl<'a> Phrase<'a> {
    /// Words of which each lies in its range of the dictionary's order.
    pub(crate) fn new(ranges: &[Range<u32>], dictionary: &'a Dictionary) -> Self {
        let mut words = Vec::new();
        for range in ranges {
            // What goes on in one way only needs no place: then words are compared as they stand.
            let is_one = range.len() == 1;
            let code = dictionary.number(range.start).saturating_add(WORDS);
            words.push(if is_one { Wanted::Code(code) } else { Wanted::Places(range.clone()) });
        }
        Self { words, places: dictionary.places() }
    }

    fn fits(&self, word: &Wanted, code: u32) -> bool {
        match word {
            Wanted::Code(wanted) => *wanted == code,
            Wanted::Places(wanted) => {
                let place = code.checked_sub(WORDS).and_then(|number| self.places.get(number as usize));
                place.is_some_and(|place| wanted.contains(place))
            }
        }
    }

    /// Whether `words` come next.
    fn goes_on(&self, words: &[Wanted], bytes: &[u8], verbatim: bool) -> bool {
        let (mut at, mut words) = (0, words.iter());
        let mut word = words.next();
        while let Some(wanted) = word {
            match varint::read(bytes, &mut at) {
                Some(THEIRS | OURS) if !verbatim => {}
                Some(code) if self.fits(wanted, code) => word = words.next(),
                _ => return false,
            }
        }
        true
    }
}

/// At how many places one of these phrases begins: words of which each lies in its range, one after the other.
#[inline(never)]
pub fn occurrences(words: &[u32], phrases: &[Vec<Range<u32>>]) -> usize {
    let begins = |at: &usize| {
        phrases.iter().any(|phrase| {
            let here = words.get(*at..*at + phrase.len()).unwrap_or_default();
            !here.is_empty() && here.iter().zip(phrase).all(|(word, range)| range.contains(word))
        })
    };
    (0..words.len()).filter(begins).count()
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    /// Of each row its texts, of each text its stretches.
    type Rows = Vec<Vec<Vec<(bool, Vec<u32>)>>>;

    fn rows() -> impl Strategy<Value = Rows> {
        let word = prop_oneof![0u32..5, 100u32..300, Just(70_000)];
        vec(vec(vec((any::<bool>(), vec(word, 0..5)), 0..4), 0..3), 0..8)
    }

    fn stream(rows: &Rows) -> Stream {
        let mut stream = Stream::default();
        for texts in rows {
            for stretches in texts {
                for (theirs, words) in stretches {
                    stream.turn(*theirs);
                    for &word in words {
                        stream.push(word);
                    }
                }
                stream.end_text();
            }
            stream.end_row();
        }
        stream.shrink();
        stream
    }

    proptest! {
        #[test]
        fn words_come_back_in_their_order_and_within_their_borders(rows in rows()) {
            let stream = stream(&rows);
            prop_assert_eq!(stream.rows(), rows.len());
            let places: Vec<u32> = (0..70_001).map(|number| number + 1).collect();
            let (mut read, mut all) = (Vec::new(), Vec::new());
            for (row, texts) in rows.iter().enumerate() {
                let pieces = |verbatim: bool| -> Vec<Vec<u32>> {
                    let words = |stretch: &(bool, Vec<u32>)| stretch.1.iter().map(|word| word + 1).collect::<Vec<u32>>();
                    let pieces = texts.iter().flat_map(|stretches| if verbatim {
                        stretches.iter().filter(|stretch| stretch.0).map(words).collect::<Vec<_>>()
                    } else {
                        vec![stretches.iter().flat_map(words).collect()]
                    });
                    pieces.filter(|piece| !piece.is_empty()).collect()
                };
                for verbatim in [false, true] {
                    let number = stream.read(row, verbatim, &places, &mut read);
                    prop_assert_eq!(number, texts.iter().flatten().map(|stretch| stretch.1.len()).sum::<usize>());
                    let found: Vec<Vec<u32>> = read.split(|&word| word == BORDER).filter(|piece| !piece.is_empty()).map(<[u32]>::to_vec).collect();
                    prop_assert_eq!(found, pieces(verbatim));
                }
                all.extend(texts.iter().flatten().flat_map(|(theirs, words)| words.iter().map(move |&word| (word, row, *theirs))));
            }
            let mut each = Vec::new();
            for row in 0..rows.len() {
                stream.each(row, |word, theirs| each.push((word, row, theirs)));
            }
            prop_assert_eq!(stream.words(), all.len());
            prop_assert_eq!(each, all);
        }

        #[test]
        fn a_phrase_begins_where_each_of_its_words_follows(
            words in vec(0u32..4, 0..20), phrases in vec(vec((0u32..4, 0u32..3), 0..4), 0..3),
        ) {
            let phrases: Vec<Vec<Range<u32>>> = phrases.into_iter()
                .map(|phrase| phrase.into_iter().map(|(from, more)| from..from + more).collect()).collect();
            let fits = |phrase: &Vec<Range<u32>>, at: usize| {
                !phrase.is_empty() && (0..phrase.len()).all(|i| words.get(at + i).is_some_and(|word| phrase[i].contains(word)))
            };
            let expected = (0..words.len()).filter(|&at| phrases.iter().any(|phrase| fits(phrase, at)));
            prop_assert_eq!(occurrences(&words, &phrases), expected.count());
        }
    }

    #[test]
    fn rows_without_a_word_take_no_room() {
        let mut stream = Stream::default();
        (0..1_000).for_each(|_| stream.end_row());
        assert_eq!((stream.rows(), stream.bytes()), (1_000, 0));
        let mut read = vec![7];
        stream.read(3, false, &[], &mut read);
        assert_eq!(read, []);
    }
}
