//! Words, sentences, lines and quotation marks of news prose.

use std::ops::Range;

/// The words of a text: runs of letters and digits, held together by a hyphen, an apostrophe, or a point or comma
/// within (`U.S`, `5,000`).
pub fn words(text: &[char]) -> Vec<Range<u32>> {
    let mut found: Vec<Range<u32>> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if !text[at].is_alphanumeric() {
            at += 1;
            continue;
        }
        let start = at;
        while at < text.len() && (is_word(text[at]) || joins(text, at)) {
            at += 1;
        }
        found.push(start as u32..at as u32);
    }
    found
}

/// Whether a code point belongs to a word by itself; combining marks do.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

fn joins(text: &[char], at: usize) -> bool {
    let between = |test: fn(char) -> bool| at > 0 && test(text[at - 1]) && text.get(at + 1).is_some_and(|&c| test(c));
    match text[at] {
        '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' => between(char::is_alphanumeric),
        '.' => between(char::is_alphabetic) && is_initial(text, at) || between(|c| c.is_ascii_digit()),
        ',' => between(|c| c.is_ascii_digit()),
        _ => false,
    }
}

/// Whether the letter before the point at `at` stands alone, as in `U.S.`.
fn is_initial(text: &[char], at: usize) -> bool {
    at >= 1 && text[at - 1].is_alphabetic() && (at < 2 || !text[at - 2].is_alphanumeric())
}

/// The sentences of a text, without the white space between them. A line break ends one; so does a full stop, question
/// or exclamation mark before white space, unless it belongs to an initial or a title.
pub fn sentences(text: &[char]) -> Vec<Range<u32>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < text.len() {
        let end = if text[at] == '\n' { Some(at) } else { sentence_end(text, at) };
        if let Some(end) = end {
            push_trimmed(text, start..end, &mut found);
            start = end;
            at = end.max(at + 1);
        } else {
            at += 1;
        }
    }
    push_trimmed(text, start..text.len(), &mut found);
    found
}

/// The end of a sentence whose closing mark stands at `at`, closing quotation marks and brackets included.
fn sentence_end(text: &[char], at: usize) -> Option<usize> {
    if !matches!(text[at], '.' | '!' | '?' | '…') {
        return None;
    }
    let mut end = at + 1;
    while text.get(end).is_some_and(|c| matches!(c, '.' | '!' | '?' | '…' | '”' | '’' | '"' | '\'' | ')' | ']')) {
        end += 1;
    }
    let next = text[end..].iter().copied().find(|c| !c.is_whitespace());
    let apart = text.get(end).is_none_or(|c| c.is_whitespace());
    let goes_on = next.is_some_and(char::is_lowercase);
    let abbreviated = text[at] == '.' && end == at + 1 && is_abbreviation(text, at);
    (apart && !goes_on && !abbreviated).then_some(end)
}

/// Titles and the like, which a capital letter follows inside a sentence.
const ABBREVIATIONS: &[&str] = &[
    "Capt", "Col", "Dr", "Gen", "Gov", "Jr", "Lt", "Maj", "Mr", "Mrs", "Ms", "No", "Prof", "Rep", "Sen", "Sgt", "Sr",
    "St", "vs",
];

fn is_abbreviation(text: &[char], at: usize) -> bool {
    let start = text[..at].iter().rposition(|c| !c.is_alphabetic()).map_or(0, |before| before + 1);
    let word: String = text[start..at].iter().collect();
    word.chars().count() == 1 && is_initial(text, at) || ABBREVIATIONS.contains(&word.as_str())
}

/// The stretches between quotation marks, without the marks: “double”, "straight", ‘single’ and 'single straight'.
///
/// A stretch inside another isn't listed. An apostrophe is no mark. A paragraph that ends before the closing mark ends
/// its stretch, since news prose opens the mark anew in the next one and closes only the last.
pub fn quotations(text: &[char]) -> Vec<Range<u32>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let Some(close) = closing_mark(text, at) else {
            at += 1;
            continue;
        };
        let start = at + 1;
        let end = (start..text.len()).find(|&i| text[i] == '\n' || close(text, i)).unwrap_or(text.len());
        push_trimmed(text, start..end, &mut found);
        at = end + 1;
    }
    found
}

/// What ends the quotation that opens at `at`, if one does.
fn closing_mark(text: &[char], at: usize) -> Option<fn(&[char], usize) -> bool> {
    let outside = |c: Option<&char>| c.is_none_or(|c| !c.is_alphanumeric());
    let opens = (at == 0 || outside(text.get(at - 1))) && text.get(at + 1).is_some_and(|c| !c.is_whitespace());
    match text[at] {
        '“' | '„' => Some(|text, i| text[i] == '”'),
        '"' if opens => Some(|text, i| text[i] == '"'),
        '‘' if opens => Some(|text, i| text[i] == '’' && text.get(i + 1).is_none_or(|c| !c.is_alphanumeric())),
        '\'' if opens => Some(|text, i| text[i] == '\'' && text.get(i + 1).is_none_or(|c| !c.is_alphanumeric())),
        _ => None,
    }
}

/// The number of the line on which the code point at `at` stands, counted from 1.
pub fn line_of(text: &[char], at: u32) -> u32 {
    1 + text.iter().take(at as usize).filter(|&&c| c == '\n').count() as u32
}

fn push_trimmed(text: &[char], span: Range<usize>, found: &mut Vec<Range<u32>>) {
    let inside = &text[span.clone()];
    let Some(first) = inside.iter().position(|c| !c.is_whitespace()) else { return };
    let last = inside.iter().rposition(|c| !c.is_whitespace()).unwrap_or(first);
    found.push((span.start + first) as u32..(span.start + last + 1) as u32);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(split: fn(&[char]) -> Vec<Range<u32>>, text: &str, expected: &[&str]) {
        let chars: Vec<char> = text.chars().collect();
        let parts: Vec<String> = split(&chars)
            .into_iter()
            .map(|span| chars[span.start as usize..span.end as usize].iter().collect())
            .collect();
        assert_eq!(parts, expected);
    }

    #[test]
    fn a_word_keeps_what_holds_it_together() {
        check(
            words,
            "The U.S.-led talks: Kyiv’s 5,000 men—gone.",
            &["The", "U.S", "led", "talks", "Kyiv’s", "5,000", "men", "gone"],
        );
        check(words, "face-to-face, ‘pass’ 3.5%", &["face-to-face", "pass", "3.5"]);
    }

    #[test]
    fn a_sentence_ends_at_its_mark_and_not_at_a_title() {
        check(
            sentences,
            "Lt. Gen. Keith came. The U.S. envoy left! “Why?” he asked. Done",
            &["Lt. Gen. Keith came.", "The U.S. envoy left!", "“Why?” he asked.", "Done"],
        );
        check(
            sentences,
            "A headline\nIt begins.  “We go.” They went.",
            &["A headline", "It begins.", "“We go.”", "They went."],
        );
    }

    #[test]
    fn quotation_marks_enclose_what_they_enclose() {
        check(quotations, "“A ‘b’ c,” he said. “D.”", &["A ‘b’ c,", "D."]);
        check(quotations, "He would ‘take a pass’ on Putin’s offer.", &["take a pass"]);
        check(quotations, "It's \"over\" and 'done'.", &["over", "done"]);
        check(quotations, "The sides’ talks.", &[]);
    }

    #[test]
    fn a_quotation_that_goes_over_paragraphs_is_one_stretch_in_each() {
        check(quotations, "“One.\n“Two.” End", &["One.", "Two."]);
    }

    proptest! {
        #[test]
        fn nothing_in_a_text_makes_a_splitter_panic(text in "[“”‘’\"'a-cA-C.!? \n,-]{0,60}") {
            let chars: Vec<char> = text.chars().collect();
            for split in [words, sentences, quotations] {
                let mut end = 0;
                for span in split(&chars) {
                    prop_assert!(span.start >= end && span.start < span.end && span.end as usize <= chars.len());
                    end = span.end;
                }
            }
        }

        #[test]
        fn every_letter_lies_in_a_word_and_in_a_sentence(text in "[a-cA-C.!? \n,’-]{0,60}") {
            let chars: Vec<char> = text.chars().collect();
            for split in [words, sentences] {
                let spans = split(&chars);
                for (at, c) in chars.iter().enumerate().filter(|(_, c)| c.is_alphanumeric()) {
                    prop_assert!(spans.iter().any(|span| span.contains(&(at as u32))), "{c} at {at}");
                }
            }
        }
    }
}
