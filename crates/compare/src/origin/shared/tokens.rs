//! Words as they are compared: without case, and whatever form their apostrophes and hyphens have.

use std::ops::Range;

use sidebyline_dataset::text;

/// The words of `text` and where they stand, in code points.
pub(super) fn tokens(text: &str) -> Vec<(String, Range<u32>)> {
    let chars: Vec<char> = text.chars().collect();
    let word = |span: Range<u32>| {
        let letters = &chars[span.start as usize..span.end as usize];
        (letters.iter().flat_map(|&letter| plain(letter).to_lowercase()).collect(), span)
    };
    text::words(&chars).into_iter().map(word).collect()
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

    #[test]
    fn words_are_the_same_whatever_their_case_and_apostrophe() {
        let words = |text| tokens(text).into_iter().map(|(word, _)| word).collect::<Vec<_>>();
        assert_eq!(words("It’s “OVER”, he said."), words("it's over he Said"));
        assert_eq!(words("five\u{2011}year plan"), ["five-year", "plan"]);
    }

    #[test]
    fn a_word_stands_where_its_letters_stand() {
        assert_eq!(tokens("“Über alles”")[1], ("alles".into(), 6..11));
    }
}
