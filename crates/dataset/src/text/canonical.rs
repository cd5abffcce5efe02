//! The form of a text that survives copying: what a browser, a mail program or a CMS changes without changing a word.
//!
//! 1. Invisible characters (soft hyphen, zero-width space and joiners, word joiner, byte order mark) are left out.
//! 2. Unicode normalisation form C.
//! 3. A run of white space with a line break in it is one `\n`; any other run is one space; none at the start or end.
//! 4. Typographic quotation marks and apostrophes are straight.

use std::ops::Range;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The canonical form of `text`.
///
/// ```
/// use sidebyline_dataset::text::canonical;
/// assert_eq!(canonical(" “It’s  over”\r\n\r\n he said\u{a0}again."), "\"It's over\"\nhe said again.");
/// ```
pub fn canonical(text: &str) -> String {
    Canonical::of(&text.chars().collect::<Vec<_>>()).chars.into_iter().collect()
}

/// A canonical text that knows where each of its code points stands in the text that it was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Canonical {
    chars: Vec<char>,
    origin: Vec<Range<u32>>,
}

impl Canonical {
    /// The canonical form of a text of these code points.
    pub fn of(raw: &[char]) -> Self {
        let kept: Vec<(u32, char)> = (0..).zip(raw.iter().copied()).filter(|&(_, c)| !is_invisible(c)).collect();
        let mut out = Self::default();
        let mut space: Option<(Range<u32>, bool)> = None;
        let mut rest = kept.as_slice();
        while let Some(&(start, first)) = rest.first() {
            let (segment, after) = rest.split_at(segment_length(rest));
            rest = after;
            let end = segment.last().map_or(start, |&(last, _)| last) + 1;
            if first.is_whitespace() {
                let (run, broken) = space.get_or_insert((start..end, false));
                run.end = end;
                *broken |= is_line_break(first);
                continue;
            }
            if let Some((run, broken)) = space.take()
                && !out.chars.is_empty()
            {
                out.push(if broken { '\n' } else { ' ' }, run);
            }
            for c in segment.iter().map(|&(_, c)| c).nfc() {
                out.push(straight(c), start..end);
            }
        }
        out
    }

    /// Its code points.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// The raw code points from which those of `span` were made; empty for an empty or impossible span.
    pub fn raw(&self, span: Range<usize>) -> Range<u32> {
        match (self.origin.get(span.start), span.end.checked_sub(1).and_then(|last| self.origin.get(last))) {
            (Some(first), Some(last)) if span.start < span.end => first.start..last.end,
            _ => 0..0,
        }
    }

    fn push(&mut self, c: char, origin: Range<u32>) {
        self.chars.push(c);
        self.origin.push(origin);
    }
}

/// The length of the first run that normalisation may compose; it never composes across its end, nor with white space.
fn segment_length(text: &[(u32, char)]) -> usize {
    let composes =
        |c: char| canonical_combining_class(c) != 0 || is_nfc_quick(std::iter::once(c)) == IsNormalized::Maybe;
    if text[0].1.is_whitespace() {
        return 1;
    }
    1 + text[1..].iter().take_while(|&&(_, c)| composes(c)).count()
}

/// Whether a code point shows nothing and parts nothing.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Whether a code point ends a line.
pub fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn straight(c: char) -> char {
    match c {
        '“' | '”' | '„' | '‟' => '"',
        '‘' | '’' | '‚' | '‛' => '\'',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The rules, one pass each, without a map.
    fn naive(text: &str) -> String {
        let mut out = String::new();
        for c in text.chars().filter(|&c| !is_invisible(c)).nfc().map(straight) {
            if !c.is_whitespace() {
                out.push(c);
                continue;
            }
            let run_is_broken = is_line_break(c) || out.ends_with('\n');
            while out.ends_with([' ', '\n']) {
                out.pop();
            }
            if !out.is_empty() {
                out.push(if run_is_broken { '\n' } else { ' ' });
            }
        }
        out.trim_end().into()
    }

    fn texts() -> impl Strategy<Value = String> {
        let atom = prop_oneof![
            Just("e\u{301}".to_owned()),
            Just("\u{1100}\u{1161}\u{11a8}".to_owned()),
            Just("“".to_owned()),
            Just("’".to_owned()),
            Just(" ".to_owned()),
            Just("\n".to_owned()),
            Just("\r\n".to_owned()),
            Just("\u{a0}".to_owned()),
            Just("a".to_owned()),
            Just(".".to_owned()),
            "\\PC",
        ];
        prop::collection::vec(atom, 0..24).prop_map(|atoms| atoms.concat())
    }

    proptest! {
        #[test]
        fn it_is_what_the_rules_say_one_by_one(text in texts()) {
            prop_assert_eq!(canonical(&text), naive(&text));
        }

        #[test]
        fn a_canonical_text_is_its_own_canonical_form(text in texts()) {
            let once = canonical(&text);
            prop_assert_eq!(canonical(&once), once);
        }

        #[test]
        fn every_code_point_stands_where_the_map_says(text in texts()) {
            let raw: Vec<char> = text.chars().collect();
            let made = Canonical::of(&raw);
            let mut last = 0;
            for at in 0..made.chars().len() {
                let origin = made.raw(at..at + 1);
                prop_assert!(origin.start >= last && origin.end as usize <= raw.len());
                last = origin.start;
                let stretch: String = raw[origin.start as usize..origin.end as usize].iter().collect();
                if !made.chars()[at].is_whitespace() {
                    prop_assert!(canonical(&stretch).contains(made.chars()[at]));
                }
            }
        }
    }
}
