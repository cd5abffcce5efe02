//! The words of [spelt](crate::spelling) texts, by the numbers of their parts.
//!
//! Whoever looks for words folds each text, takes it apart and looks every word up. A spelt text is taken apart already, and
//! what makes a word of a part doesn't depend on the text: so each part is folded and looked up once, and a text is a walk
//! over its numbers. That is how words are sought in compressed text without making it (E. S. de Moura, G. Navarro,
//! N. Ziviani and R. Baeza-Yates; see [`crate::spelling`]), applied to building an index.
//!
//! Only a full stop may stand inside a word, as in *U.S.*: words that have nothing but that between them are folded
//! together, as they stand there.

use crate::dictionary::Words;
use crate::spelling::{Spelling, is_word};
use crate::stream::{self, Stream};
use crate::varint;

/// Adds the words of a text to another, each after a space.
///
/// Each ASCII character that is neither a letter nor a digit has to part words, whatever stands around it. A full stop may
/// be left out of a word instead, by what stands beside it; nothing that is further away may matter.
pub type Fold = fn(&str, &mut String);

/// What may stand inside a word.
const STOP: &str = ".";

/// What a part comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Nobody has looked at it.
    New,
    /// It stands between words.
    Between,
    /// This word.
    Word(u32),
    /// As many words as this place of a list has, which may be none.
    Words(u32),
}

/// Of each part of a spelling, its words.
#[derive(Clone, Debug)]
pub struct Parts<'a> {
    spelling: &'a Spelling,
    fold: Fold,
    /// By the number of a part, which is one less than what stands in texts.
    known: Vec<Part>,
    /// The words of parts that have none or several.
    several: Vec<Vec<u32>>,
    /// A full stop, as it stands in texts; nothing if it is no part.
    stop: Vec<u8>,
    /// The part at hand, and its words.
    text: String,
    folded: String,
}

impl<'a> Parts<'a> {
    /// The parts of a spelling, whose words are what `fold` makes of them.
    pub fn new(spelling: &'a Spelling, fold: Fold) -> Self {
        let mut stop = Vec::new();
        if let Some(code) = spelling.code(STOP) {
            varint::write(code, |byte| stop.push(byte));
        }
        let (text, folded) = (String::new(), String::new());
        Self { spelling, fold, known: vec![Part::New; spelling.len()], several: Vec::new(), stop, text, folded }
    }

    /// Whether they are those of this spelling, and of no other.
    pub fn are_of(&self, spelling: &Spelling) -> bool {
        std::ptr::eq(self.spelling, spelling)
    }

    /// Adds the words of a text to a stream: the same, and in the same order, as [`Stream::push_folded`] adds of the folded
    /// text. What is new to `words` has the same numbers.
    #[inline(never)]
    pub fn push(&mut self, text: &[u8], words: &mut Words, stream: &mut Stream) {
        let (before, stop) = (stream.mark(), self.stop.first().copied());
        let (mut at, mut next) = (0, 0);
        while let Some(code) = varint::read(text, &mut next) {
            match self.known.get((code as usize).wrapping_sub(1)) {
                Some(Part::Between) => {}
                // What may be a full stop is looked at more closely.
                Some(Part::Word(word)) if stop.is_none() || text.get(next).copied() != stop => stream.push(*word),
                _ => {
                    let Some(length) = self.push_next(&text[at..], words, stream) else {
                        stream.back_to(before);
                        return self.push_whole(text, words, stream);
                    };
                    next = at + length;
                }
            }
            at = next;
        }
    }

    /// Adds the words of the first part of some bytes, with what a full stop joins to it. Says how many bytes that takes;
    /// none if nobody writes so.
    #[inline(never)]
    fn push_next(&mut self, bytes: &[u8], words: &mut Words, stream: &mut Stream) -> Option<usize> {
        let mut end = 0;
        let part = self.spelling.part(bytes, &mut end)?;
        let number = varint::read(bytes, &mut 0)?.checked_sub(1).filter(|number| (*number as usize) < self.known.len());
        if !is_one_word(part)? {
            if let Some(number) = number {
                self.known[number as usize] = Part::Between;
            }
            // A full stop is known by its bytes.
            return (part != STOP || bytes.get(..end) == Some(&self.stop)).then_some(end);
        }
        self.text.clear();
        self.text.push_str(part);
        let alone = end;
        while let Some(more) = self.word_after_stop(bytes, &mut end) {
            self.text.push_str(STOP);
            self.text.push_str(more);
        }
        match number.filter(|_| end == alone) {
            Some(number) => self.push_part(number as usize, words, stream),
            None => self.push_text(words, stream),
        }
        Some(end)
    }

    /// The word that stands at `at` after nothing but a full stop; `at` is moved behind it.
    fn word_after_stop<'b>(&self, bytes: &'b [u8], at: &mut usize) -> Option<&'b str>
    where
        'a: 'b,
    {
        let mut end = at.checked_add(self.stop.len()).filter(|end| end > at)?;
        if bytes.get(*at..end) != Some(&self.stop) {
            return None;
        }
        let part = self.spelling.part(bytes, &mut end).filter(|part| is_one_word(part) == Some(true))?;
        *at = end;
        Some(part)
    }

    /// Adds the words of the part at hand, which has this number.
    fn push_part(&mut self, number: usize, words: &mut Words, stream: &mut Stream) {
        if self.known[number] == Part::New {
            self.folded.clear();
            (self.fold)(&self.text, &mut self.folded);
            let found: Vec<u32> = stream::apart(&self.folded).map(|word| words.number(word)).collect();
            self.known[number] = Part::Words(self.several.len() as u32);
            match found[..] {
                [word] => self.known[number] = Part::Word(word),
                _ => self.several.push(found),
            }
        }
        match self.known[number] {
            Part::Word(word) => stream.push(word),
            Part::Words(place) => self.several[place as usize].iter().for_each(|word| stream.push(*word)),
            Part::New | Part::Between => {}
        }
    }

    /// Adds the words of a text that nobody writes so.
    fn push_whole(&mut self, text: &[u8], words: &mut Words, stream: &mut Stream) {
        self.text.clear();
        self.spelling.read(text, &mut self.text);
        self.push_text(words, stream);
    }

    /// Adds the words of the text at hand.
    fn push_text(&mut self, words: &mut Words, stream: &mut Stream) {
        self.folded.clear();
        (self.fold)(&self.text, &mut self.folded);
        stream.push_folded(&self.folded, words);
    }
}

/// Whether a part is a word, and not what stands between words; none if it is neither.
fn is_one_word(part: &str) -> Option<bool> {
    let mut bytes = part.bytes().map(is_word);
    let first = bytes.next()?;
    bytes.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;
    use crate::input::Input;
    use crate::plain;

    /// The words of texts, and where they stand: of those that were folded as a whole, and of those by their parts.
    fn both(spelling: &Spelling, texts: &[Vec<u8>]) -> [(Words, Stream); 2] {
        let mut both = [(Words::default(), Stream::default()), (Words::default(), Stream::default())];
        let [(words, stream), (known, by_parts)] = &mut both;
        let mut parts = Parts::new(spelling, plain::fold);
        for text in texts {
            let (mut read, mut folded) = (String::new(), String::new());
            spelling.read(text, &mut read);
            plain::fold(&read, &mut folded);
            stream.push_folded(&folded, words);
            parts.push(text, known, by_parts);
            stream.end_row();
            by_parts.end_row();
        }
        both
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let (mut spelling, mut written) = (Spelling::default(), Vec::new());
        spelling.write(text, &mut written);
        let [_, (words, _)] = both(&spelling, &[written]);
        let found: Vec<&str> = (0..words.len() as u32).map(|number| words.word(number)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_full_stop_joins_what_it_would_in_the_whole_text() {
        check("The U.S.-led Talks.", &["the", "us", "led", "talks"]);
        check("a.b c.d e.5 f..g h. i x.", &["ab", "cd", "e", "5", "f", "g", "h", "i", "x"]);
        check(&["a.", &"b".repeat(40), ".c"].concat(), &[&["a", &"b".repeat(40)].concat(), "c"]);
        check("", &[]);
    }

    proptest! {
        #[test]
        fn the_words_of_parts_are_those_of_whole_texts(
            texts in vec("([a-cA-C]{1,3}|[a-cA-C]\\.|é|[0-9]|[ .,-]{1,2}|[ab]{33}){0,12}", 0..12),
        ) {
            let mut spelling = Spelling::default();
            let texts: Vec<Vec<u8>> = texts.iter().map(|text| {
                let mut written = Vec::new();
                spelling.write(text, &mut written);
                written
            }).collect();
            spelling.shrink();
            let [one, other] = both(&spelling, &texts);
            prop_assert_eq!(format!("{one:?}"), format!("{other:?}"));
        }

        #[test]
        fn whatever_the_parts_and_the_numbers_are_the_words_are_the_same(
            parts in vec("[ab.é ]{0,3}|\\.", 0..12),
            texts in vec(vec(prop_oneof![9 => 0u8..16, 1 => any::<u8>()], 0..16), 0..12),
        ) {
            let mut words = Words::default();
            for part in &parts {
                words.number(part);
            }
            let mut kept = Vec::new();
            words.to_bytes(&mut kept);
            let spelling = Spelling::from_bytes(&mut Input::new(&kept)).expect("they are words");
            let read = |(words, stream): &(Words, Stream)| -> Vec<Vec<String>> {
                let row = |row| {
                    let mut found = Vec::new();
                    stream.each(row, |word, _| found.push(words.word(word).to_owned()));
                    found
                };
                (0..stream.rows()).map(row).collect()
            };
            let [one, other] = both(&spelling, &texts);
            prop_assert_eq!(read(&one), read(&other));
        }
    }
}
