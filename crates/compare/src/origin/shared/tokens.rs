//! Words as they are compared: without case, and whatever form their apostrophes and hyphens have.

use std::ops::Range;

use sidebyline_dataset::text;
use sidebyline_rows::dictionary::Words;

/// What takes texts apart, and remembers their words.
#[derive(Default)]
pub(super) struct Tokens {
    numbers: Words,
    /// The text at hand, and a word of it.
    chars: Vec<char>,
    word: String,
}

impl Tokens {
    /// The words of `text`, the same number for what counts as the same word, and where each stands, in code points; none if
    /// there are fewer than `least`.
    pub(super) fn of(&mut self, text: &str, least: usize) -> Option<(Vec<u32>, Vec<Range<u32>>)> {
        self.chars.clear();
        self.chars.extend(text.chars());
        let spans = text::words(&self.chars);
        if spans.len() < least {
            return None;
        }
        let mut words = Vec::with_capacity(spans.len());
        for span in &spans {
            let letters = self.chars.get(span.start as usize..span.end as usize).unwrap_or_default();
            self.word.clear();
            self.word.extend(letters.iter().flat_map(|&letter| plain(letter).to_lowercase()));
            words.push(self.numbers.number(&self.word));
        }
        Some((words, spans))
    }
}

fn plain(letter: char) -> char {
    match letter {
        '’' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(texts: &[&str]) -> Vec<Vec<u32>> {
        let mut tokens = Tokens::default();
        texts.iter().map(|text| tokens.of(text, 0).expect("they are enough").0).collect()
    }

    #[test]
    fn words_are_the_same_whatever_their_case_and_apostrophe() {
        assert_eq!(words(&["It’s “OVER”, he said.", "he it's over Said"]), [[0, 1, 2, 3], [2, 0, 1, 3]]);
        assert_eq!(words(&["five\u{2011}year plan", "plan: five-year"]), [[0, 1], [1, 0]]);
    }

    #[test]
    fn a_word_stands_where_its_letters_stand() {
        let (_, spans) = Tokens::default().of("“Über alles”", 2).expect("they are enough");
        assert_eq!(spans, [1..5, 6..11]);
        assert_eq!(Tokens::default().of("“Über alles”", 3), None);
    }
}
