//! What counts as the same word: without case, without diacritics, whatever its punctuation.
//!
//! A text becomes its words, each after a space. *U.S.-led* becomes ` us led`, *Zelenskyy’s* becomes ` zelenskyy s`.
//! A search then looks for words that begin alike, so that *recogni* finds *recognised* and *us* doesn't find
//! *because*. The tables are small, because a reader waits for them: Latin, Greek and Cyrillic letters lose their
//! diacritics, other scripts their case.

use std::ops::Range;

use sidebyline_rows::plain;

/// The words of `text`, folded, each after a space.
pub fn words(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 1);
    fold(text, &mut folded);
    folded
}

/// The words of `text`, folded, with single spaces between them and none at the ends, of at most `limit` characters.
pub fn token(text: &str, limit: usize) -> String {
    let folded = words(text);
    let short: String = folded.trim_start().chars().take(limit).collect();
    short.trim_end().into()
}

/// Adds the words of `text` to `folded`.
pub fn fold(text: &str, folded: &mut String) {
    if text.is_ascii() {
        plain::fold(text, folded);
    } else {
        fold_with(text, folded, &mut |_, _| {});
    }
}

/// Adds the words of `text` to `folded`, and says of each letter in `text`: how long `folded` is before its folded
/// form is added, and what bytes of `text` it takes, with the marks on it.
pub(crate) fn fold_with(text: &str, folded: &mut String, letter: &mut dyn FnMut(usize, Range<usize>)) {
    let mut chars = text.char_indices().filter(|&(_, c)| !is_mark(c)).peekable();
    let mut open = false; // whether a word is at hand
    let mut letters = 0; // of it, or since its last full stop
    while let Some((at, c)) = chars.next() {
        if c.is_alphanumeric() {
            if !open {
                folded.push(' ');
                (open, letters) = (true, 0);
            }
            let before = folded.len();
            let end = chars.peek().map_or(text.len(), |&(next, _)| next); // with the marks on it
            letter(before, at..end);
            c.to_lowercase().filter(|&lower| !is_mark(lower)).for_each(|lower| push_plain(lower, folded));
            letters += folded[before..].chars().filter(|c| c.is_alphabetic()).count();
        } else if c == '.' && letters == 1 && chars.peek().is_some_and(|(_, next)| next.is_alphabetic()) {
            letters = 0; // an abbreviation goes on: U.S.
        } else {
            (open, letters) = (false, 0);
        }
    }
}

/// Adds the lower-case letter `c` without its diacritics.
fn push_plain(c: char, folded: &mut String) {
    let block = |table: &'static [u8], first: u32| {
        let letter = table.get((u32::from(c) - first) as usize).copied().filter(|&letter| letter != b'.');
        letter.map_or(c, char::from)
    };
    folded.push(match c {
        'ß' => return folded.push_str("ss"),
        'æ' | 'ǽ' | 'ǣ' => return folded.push_str("ae"),
        'œ' => return folded.push_str("oe"),
        'þ' => return folded.push_str("th"),
        'ĳ' => return folded.push_str("ij"),
        'ŉ' => return folded.push_str("ʼn"),
        '\u{c0}'..='\u{24f}' => block(LATIN, 0xC0),
        '\u{1e00}'..='\u{1eff}' => block(LATIN_ADDITIONAL, 0x1E00),
        'ς' => 'σ',
        'ΐ' | 'ί' | 'ϊ' => 'ι',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ΰ' | 'ϋ' | 'ύ' => 'υ',
        'ό' => 'ο',
        'ώ' => 'ω',
        'й' | 'ѝ' | 'ӣ' | 'ӥ' => 'и',
        'ѐ' | 'ё' | 'ӗ' => 'е',
        'ѓ' => 'г',
        'ї' => 'і',
        'ќ' => 'к',
        'ў' | 'ӯ' | 'ӱ' | 'ӳ' => 'у',
        'ѷ' => 'ѵ',
        'ӂ' | 'ӝ' => 'ж',
        'ӑ' | 'ӓ' => 'а',
        'ӛ' => 'ә',
        'ӟ' => 'з',
        'ӧ' => 'о',
        'ӫ' => 'ө',
        'ӭ' => 'э',
        'ӵ' => 'ч',
        'ӹ' => 'ы',
        other => other,
    });
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')
}

/// The letters of U+00C0 to U+024F without their diacritics, in lower case; `.` where there is nothing to take away.
const LATIN: &[u8] = b"\
    aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggggggg\
    hhhhiiiiiiiiii..jjkkkllllll..llnnnnnn.nnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsbb......\
    ..d....e.ff....ikkl...n.oo.............uu....zz......................aaiioouuuuuuuuuu.aaaa..ggggkkoo\
    oo..j...gg..nnaa..ooaaaaeeeeiiiioooorrrruuuusstt..hhn.....aaeeooooooooyy.......ccl.....b..eejj..rryy";

/// The same for U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &[u8] = b"\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss\
    ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee\
    iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, folded: &str) {
        assert_eq!(words(text), folded);
    }

    #[test]
    fn case_and_diacritics_fall_away() {
        check("Volodymyr Zelenskyj, Česká Łódź", " volodymyr zelenskyj ceska lodz");
        check("Straße Ærø Œuvre İstanbul ﬁn", " strasse aero oeuvre istanbul ﬁn");
        check("Київ, Ёлка, Αθήνα", " киів елка αθηνα");
        check("e\u{301}te\u{301}", " ete");
    }

    #[test]
    fn punctuation_parts_words_and_abbreviations_stay_whole() {
        check("“U.S.-led” talks", " us led talks");
        check("Zelenskyy’s", " zelenskyy s");
        check("at 5 p.m. U.S.", " at 5 pm us");
        check("3.5 points, plan B. Then", " 3 5 points plan b then");
        check("—…", "");
    }

    #[test]
    fn a_token_is_short_and_has_no_space_to_spare() {
        assert_eq!(token(" Called  FOR: ", 64), "called for");
        assert_eq!(token("called for", 7), "called");
        assert_eq!(token("— …", 64), "");
    }

    #[test]
    fn a_letter_is_told_with_the_marks_on_it() {
        let mut told = Vec::new();
        fold_with("e\u{301}, Ö ß", &mut String::new(), &mut |at, bytes| told.push((at, bytes)));
        assert_eq!(told, [(1, 0..3), (3, 5..7), (5, 8..10)]);
    }

    proptest! {
        #[test]
        fn plain_texts_are_folded_like_all_others(text in "[a-zA-C0-9. ,'-]{0,30}") {
            let (mut plainly, mut by_letters) = (String::new(), String::new());
            fold(&text, &mut plainly);
            fold_with(&text, &mut by_letters, &mut |_, _| {});
            prop_assert_eq!(plainly, by_letters);
        }

        #[test]
        fn a_token_is_its_own_token(text: String, limit in 0usize..20) {
            let once = token(&text, limit);
            prop_assert!(once.chars().count() <= limit);
            prop_assert_eq!(token(&once, limit), once.clone());
        }

        #[test]
        fn every_letter_is_told_once_and_in_order(text: String) {
            let (mut folded, mut told) = (String::new(), Vec::new());
            fold_with(&text, &mut folded, &mut |at, bytes| told.push((at, bytes)));
            prop_assert_eq!(&folded, &words(&text));
            prop_assert!(told.iter().all(|(at, bytes)| folded.is_char_boundary(*at) && text.get(bytes.clone()).is_some()));
            prop_assert!(told.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1.end <= pair[1].1.start));
        }

        #[test]
        fn folding_twice_changes_nothing(text: String) {
            let once = words(&text);
            prop_assert_eq!(words(&once), once.clone());
        }

        #[test]
        fn the_case_never_matters(text in "[a-zA-ZÀ-ſ .]{0,20}") {
            prop_assert_eq!(words(&text.to_uppercase()), words(&text.to_lowercase()));
        }
    }
}
