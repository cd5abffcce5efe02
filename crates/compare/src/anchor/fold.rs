//! The form in which a text and the words that are looked for in it are compared.
//!
//! It folds what the canonical text folds (see [`sidebyline_dataset::text`]) and, since copies change these too, dashes,
//! the spaces round them, every kind of quotation mark, and line breaks. Case is kept, and so are look-alikes of other
//! scripts: a Cyrillic `а` is another letter than a Latin one.

use std::ops::Range;

use sidebyline_dataset::text::{is_invisible, is_line_break};
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// One kind of difference that changes no word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Normalisation {
    /// Typographic, straight and angular quotation marks, apostrophes and primes.
    QuotationMarks,
    /// Hyphens, dashes and minus signs of any length, with the spaces round them.
    Dashes,
    /// Which spaces stand between two words, and how many.
    Spaces,
    /// A line break where a space was, or one of another form, or more of them.
    LineBreaks,
    /// Letters with marks, in one code point or several (Unicode normalisation form C).
    Composition,
    /// Soft hyphens, zero-width spaces and joiners.
    Invisible,
}

use Normalisation::{Composition, Dashes, Invisible, LineBreaks, QuotationMarks, Spaces};

/// A set of normalisations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Normalisations(u8);

impl Normalisations {
    /// None.
    pub const NONE: Self = Self(0);
    /// Each of them.
    pub(super) const ALL: Self = Self(0b11_1111);
    const IN_ORDER: [Normalisation; 6] = [QuotationMarks, Dashes, Spaces, LineBreaks, Composition, Invisible];

    /// Whether `one` is in it.
    pub const fn has(self, one: Normalisation) -> bool {
        self.0 & (1 << one as u8) != 0
    }

    /// It and `one`.
    #[must_use]
    pub const fn with(self, one: Normalisation) -> Self {
        Self(self.0 | (1 << one as u8))
    }

    /// It and all of `others`.
    #[must_use]
    pub const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Whether there are none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Each, in a fixed order.
    pub fn iter(self) -> impl Iterator<Item = Normalisation> {
        Self::IN_ORDER.into_iter().filter(move |&one| self.has(one))
    }

    const fn without(self, one: Normalisation) -> Self {
        Self(self.0 & !(1 << one as u8))
    }
}

/// A folded text that knows where each of its code points stands in the text that it was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Folded {
    /// Its code points.
    pub chars: Vec<char>,
    start: Vec<u32>,
    end: Vec<u32>,
}

impl Folded {
    /// The raw code points from which those of `span` were made; empty for an empty or impossible span.
    pub fn raw(&self, span: &Range<usize>) -> Range<u32> {
        match (self.start.get(span.start), span.end.checked_sub(1).and_then(|last| self.end.get(last))) {
            (Some(&start), Some(&end)) if span.start < span.end => start..end,
            _ => 0..0,
        }
    }

    /// How many of its code points come from before the raw code point `at`.
    pub fn before(&self, at: u32) -> usize {
        self.start.partition_point(|&start| start < at)
    }

    fn push(&mut self, c: char, origin: Range<u32>) {
        self.chars.push(c);
        self.start.push(origin.start);
        self.end.push(origin.end);
    }
}

/// Folds `raw` by `classes`.
pub(super) fn fold(raw: &[char], classes: Normalisations) -> Folded {
    let mut out = Folded::default();
    let mut space: Option<Range<usize>> = None;
    let mut at = 0;
    while at < raw.len() {
        let c = raw[at];
        if classes.has(Invisible) && is_invisible(c) {
            at += 1;
        } else if c.is_whitespace() {
            space = Some(space.map_or(at, |run| run.start)..at + 1);
            at += 1;
        } else if classes.has(Dashes) && is_dash(c) {
            at += 1;
            space = None;
            match out.end.last_mut().filter(|_| out.chars.last() == Some(&'-')) {
                Some(end) => *end = at as u32,
                None => out.push('-', at as u32 - 1..at as u32),
            }
        } else {
            if let Some(run) = space.take() {
                white_space(raw, run, classes, &mut out);
            }
            at = letters(raw, at, classes, &mut out);
        }
    }
    out
}

/// Writes a run of white space, unless it stands at the start or after a dash.
fn white_space(raw: &[char], run: Range<usize>, classes: Normalisations, out: &mut Folded) {
    let broken = raw[run.clone()].iter().any(|&c| is_line_break(c));
    if out.chars.last().is_none_or(|&last| last == '-' && classes.has(Dashes)) {
        return;
    }
    if classes.has(if broken { LineBreaks } else { Spaces }) {
        out.push(' ', run.start as u32..run.end as u32);
        return;
    }
    for at in run.filter(|&at| !(classes.has(Invisible) && is_invisible(raw[at]))) {
        out.push(raw[at], at as u32..at as u32 + 1);
    }
}

/// Writes the letter at `at` with the marks that belong to it, and gives the place after it.
fn letters(raw: &[char], at: usize, classes: Normalisations, out: &mut Folded) -> usize {
    let first = raw[at];
    let straight = |c| if classes.has(QuotationMarks) && is_quotation_mark(c) { '\'' } else { c };
    // Nothing in ASCII composes, and nearly all that is folded is that.
    if !classes.has(Composition) || (first.is_ascii() && raw.get(at + 1).is_none_or(char::is_ascii)) {
        out.push(straight(first), at as u32..at as u32 + 1);
        return at + 1;
    }
    let ignored = |c| classes.has(Invisible) && is_invisible(c);
    let mut end = at + 1 + raw[at + 1..].iter().take_while(|&&c| ignored(c) || composes(c)).count();
    while end > at + 1 && ignored(raw[end - 1]) {
        end -= 1;
    }
    let kept = raw[at..end].iter().copied().filter(|&c| !ignored(c));
    kept.nfc().map(straight).for_each(|c| out.push(c, at as u32..end as u32));
    end
}

/// Whether a code point may be composed with what stands before it.
fn composes(c: char) -> bool {
    !c.is_ascii() && (canonical_combining_class(c) != 0 || is_nfc_quick(std::iter::once(c)) == IsNormalized::Maybe)
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

pub(super) fn is_quotation_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '`' | '´' | '«' | '»' | '\u{2018}'..='\u{201f}' | '‹' | '›' | '′' | '″' | '\u{ff02}' | '\u{ff07}'
    )
}

/// The folded code points of some words.
pub(super) fn folded(words: &str) -> Vec<char> {
    fold(&words.chars().collect::<Vec<_>>(), Normalisations::ALL).chars
}

/// Which normalisations it takes to make `a` and `b` the same, given that all of them together do.
pub(super) fn needed(a: &[char], b: &[char]) -> Normalisations {
    if a == b {
        return Normalisations::NONE;
    }
    let apart = |classes| fold(a, classes).chars != fold(b, classes).chars;
    let each = Normalisations::IN_ORDER.into_iter().filter(|&one| apart(Normalisations::ALL.without(one)));
    let needed = each.fold(Normalisations::NONE, Normalisations::with);
    // Where either of two would do alone, none is needed: what differs is space then.
    if needed.is_empty() { needed.with(Spaces) } else { needed }
}

/// Whether `a` and `b`, side by side, are inside one word. Scripts that put no space between words have no such inside.
pub(super) fn in_one_word(a: char, b: char) -> bool {
    let is_word = |c: char| (c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)) && !is_unspaced(c);
    is_word(a) && is_word(b)
}

fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1100}'..='\u{11ff}' | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use sidebyline_dataset::text::canonical;

    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, expected: &[Normalisation]) {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        assert_eq!(fold(&a, Normalisations::ALL).chars, fold(&b, Normalisations::ALL).chars, "they fold to the same");
        assert_eq!(needed(&a, &b).iter().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn it_is_told_which_normalisations_were_needed() {
        check("“No”, he said", "\"No\", he said", &[QuotationMarks]);
        check("‘No’, he said", "«No», he said", &[QuotationMarks]);
        check("a plan — his", "a plan--his", &[Dashes]);
        check("three-year", "three\u{2011}year", &[Dashes]);
        check("a plan", "a\u{a0}plan", &[Spaces]);
        check("a  plan of his", "a plan\r\nof his", &[Spaces, LineBreaks]);
        check("it.\nThen", "it.\n\nThen", &[LineBreaks]);
        check("cafe\u{301}", "café", &[Composition]);
        check("govern\u{ad}ment", "government", &[Invisible]);
        check("“a plan—his”", "\"a\u{200b} plan - his\"", &[QuotationMarks, Dashes, Invisible]);
    }

    #[test]
    fn case_and_letters_of_other_scripts_stay_apart() {
        for (a, b) in [("Peace", "peace"), ("peace", "pe\u{430}ce"), ("10", "1О")] {
            assert_ne!(folded(a), folded(b));
        }
    }

    fn texts() -> impl Strategy<Value = String> {
        let atom = prop_oneof![
            Just("e\u{301}".to_owned()),
            Just("\u{1100}\u{1161}\u{11a8}".to_owned()),
            Just("“".to_owned()),
            Just("’".to_owned()),
            Just(" ".to_owned()),
            Just("\r\n".to_owned()),
            Just("\u{a0}".to_owned()),
            Just("\u{ad}".to_owned()),
            Just("—".to_owned()),
            Just("a".to_owned()),
            Just(".".to_owned()),
            "\\PC",
        ];
        prop::collection::vec(atom, 0..24).prop_map(|atoms| atoms.concat())
    }

    proptest! {
        #[test]
        fn texts_with_one_canonical_form_have_one_folded_form(text in texts()) {
            prop_assert_eq!(folded(&canonical(&text)), folded(&text));
        }

        #[test]
        fn every_code_point_stands_where_the_map_says(text in texts()) {
            let raw: Vec<char> = text.chars().collect();
            let made = fold(&raw, Normalisations::ALL);
            let mut last = 0;
            for at in 0..made.chars.len() {
                let origin = made.raw(&(at..at + 1));
                prop_assert!(origin.start >= last && origin.start < origin.end && origin.end as usize <= raw.len());
                last = origin.start;
                let stretch = &raw[origin.start as usize..origin.end as usize];
                if made.chars[at] != ' ' {
                    prop_assert!(fold(stretch, Normalisations::ALL).chars.contains(&made.chars[at]));
                }
            }
        }

        #[test]
        fn nothing_is_needed_only_where_nothing_differs(a in texts(), b in texts()) {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            prop_assert_eq!(needed(&a, &b).is_empty(), a == b);
        }
    }
}
