//! The text that passages are looked for in, and every place of many words in one pass.

use std::ops::Range;

use super::fold::{Folded, Normalisations, fold, in_one_word};

/// How many places of the same words are kept. Whatever stands more often is told apart by what stands round it, or not
/// at all.
const MOST_PLACES: usize = 20_000;

/// A text, prepared.
pub(super) struct Haystack<'a> {
    /// Its code points.
    pub raw: &'a [char],
    /// Its folded form.
    pub folded: Folded,
}

/// A stretch of the text, in both forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Code points of the text.
    pub raw: Range<u32>,
    /// Code points of its folded form.
    pub folded: Range<usize>,
}

/// Folded words to look for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Needle {
    /// The words.
    pub words: Vec<char>,
    /// Whether a word may go on before them.
    pub open_start: bool,
    /// Whether a word may go on after them.
    pub open_end: bool,
}

impl Needle {
    /// Words that part no word.
    pub fn new(words: Vec<char>) -> Self {
        Self { words, open_start: false, open_end: false }
    }
}

impl<'a> Haystack<'a> {
    pub fn new(raw: &'a [char]) -> Self {
        Self { raw, folded: fold(raw, Normalisations::ALL) }
    }

    /// The folded code points.
    pub fn chars(&self) -> &[char] {
        &self.folded.chars
    }

    /// A stretch of the folded text as a place.
    pub fn place(&self, folded: Range<usize>) -> Place {
        Place { raw: self.folded.raw(&folded), folded }
    }

    /// A stretch of the raw text as a place.
    pub fn place_of_raw(&self, raw: Range<u32>) -> Place {
        Place { folded: self.folded.before(raw.start)..self.folded.before(raw.end), raw }
    }

    /// The raw code points of a place.
    pub fn slice(&self, raw: &Range<u32>) -> &'a [char] {
        self.raw.get(raw.start as usize..raw.end as usize).unwrap_or_default()
    }

    /// Whether a word goes on across the border before `at` of the folded text.
    pub fn parts_a_word(&self, at: usize) -> bool {
        at > 0 && self.chars().get(at).is_some_and(|&after| in_one_word(self.chars()[at - 1], after))
    }

    /// Where each needle starts, in the text's order; and whether that is every place.
    pub fn find(&self, needles: &[Needle]) -> (Vec<Vec<usize>>, bool) {
        let mut by_first: Vec<usize> = (0..needles.len()).filter(|&needle| !needles[needle].words.is_empty()).collect();
        by_first.sort_by_key(|&needle| needles[needle].words[0]);
        let group = |c: char| {
            let start = by_first.partition_point(|&needle| needles[needle].words[0] < c);
            let length = by_first[start..].iter().take_while(|&&needle| needles[needle].words[0] == c).count();
            start..start + length
        };
        let ascii: Vec<Range<usize>> = (0..128_u8).map(|c| group(char::from(c))).collect();
        let mut found = vec![Vec::new(); needles.len()];
        for (at, &c) in self.chars().iter().enumerate() {
            let group = ascii.get(c as usize).cloned().unwrap_or_else(|| group(c));
            if group.is_empty() {
                continue;
            }
            let inside = self.parts_a_word(at);
            for &which in &by_first[group] {
                let needle = &needles[which];
                let end = at + needle.words.len();
                if (!inside || needle.open_start)
                    && self.chars().get(at..end) == Some(&needle.words)
                    && (needle.open_end || !self.parts_a_word(end))
                    && found[which].len() < MOST_PLACES
                {
                    found[which].push(at);
                }
            }
        }
        let complete = found.iter().all(|places| places.len() < MOST_PLACES);
        (found, complete)
    }
}
