//! Whether a stretch has the words of a digest.
//!
//! A digest is of canonical text, which keeps dashes and tells line breaks from spaces. Where a copy may have changed
//! these, the stretch is tried as it may have been written, one spelling for all of its dashes at a time.

use sidebyline_dataset::text::{canonical_digest, is_line_break};

use super::Work;
use super::fold::{Normalisation, Normalisations};

/// How many digests are made for one passage to find out its spelling.
const MOST_SPELLINGS: usize = 96;

/// Whether `stretch` as it is has this digest. No, too, once there have been too many to try in one text.
pub(super) fn digest_is(stretch: &[char], digest: &str, work: &mut Work) -> bool {
    if work.digests == 0 {
        work.bounded = true;
        return false;
    }
    work.digests -= 1;
    canonical_digest(&stretch.iter().collect::<String>()) == digest
}

/// The first of `stretches` that has this digest in another spelling, and what that has changed. Most of a copy is spelt in
/// one way, so `work` keeps the spellings that fitted before, and they come first.
pub(super) fn spelt_like(stretches: &[&[char]], digest: &str, work: &mut Work) -> Option<(usize, Normalisations)> {
    let known = work.spellings.clone();
    let stretches = || stretches.iter().copied().enumerate();
    let known = known.into_iter().flat_map(|spelling| stretches().map(move |(at, stretch)| (at, stretch, spelling)));
    let any = stretches().flat_map(|(at, stretch)| spellings(stretch).map(move |spelling| (at, stretch, spelling)));
    for (at, stretch, spelling) in known.chain(any).take(MOST_SPELLINGS) {
        let (spelt, by) = spell(stretch, spelling);
        if digest_is(&spelt, digest, work) {
            // Where a line ends is different every time.
            if !matches!(spelling.3, Breaks::After(_)) && !work.spellings.contains(&spelling) {
                work.spellings.push(spelling);
            }
            return Some((at, by));
        }
    }
    None
}

/// `stretch` in a certain spelling, and what that has changed.
fn spell(stretch: &[char], (quotes, dashes, hyphens, breaks): Spelling) -> (Vec<char>, Normalisations) {
    let mut by = Normalisations::NONE;
    let mut spelt = stretch.to_vec();
    if let Some(mark) = quotes {
        spelt = with_quotes(&spelt, mark);
        by = by.with(Normalisation::QuotationMarks);
    }
    if let Some((dash, spaced)) = dashes {
        spelt = with_dashes(&spelt, dash, spaced);
        by = by.with(Normalisation::Dashes);
    }
    if let Some(hyphen) = hyphens {
        let is_one: Vec<bool> = (0..spelt.len()).map(|at| is_hyphen(&spelt, at)).collect();
        spelt.iter_mut().zip(is_one).filter(|(_, is_one)| *is_one).for_each(|(c, _)| *c = hyphen);
        by = by.with(Normalisation::Dashes);
    }
    match breaks {
        Breaks::Kept => return (spelt, by),
        Breaks::None => spelt.iter_mut().filter(|c| is_line_break(**c)).for_each(|c| *c = ' '),
        Breaks::After(sentence) => {
            let end = sentence_ends(&spelt).nth(sentence);
            if let Some(at) = end {
                spelt[at] = '\n';
            }
        }
    }
    (spelt, by.with(Normalisation::LineBreaks))
}

/// How the line breaks of a stretch may have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Breaks {
    Kept,
    /// Each was a space.
    None,
    /// The space after the n-th sentence was one.
    After(usize),
}

/// What may have been written: the quotation marks outside of words, the dashes, the hyphens, the line breaks. The
/// stretch as it is comes first.
pub(super) type Spelling = (Option<char>, Option<(char, bool)>, Option<char>, Breaks);

fn spellings(stretch: &[char]) -> impl Iterator<Item = Spelling> + use<> {
    let has = |test: fn(&[char], usize) -> bool| (0..stretch.len()).any(|at| test(stretch, at));
    let mut quotes = vec![None];
    if has(is_outer_quote) {
        quotes.extend(['"', '\''].map(Some));
    }
    let mut breaks = vec![Breaks::Kept];
    if stretch.iter().any(|&c| is_line_break(c)) {
        breaks.push(Breaks::None);
    }
    let kept = breaks.len();
    breaks.extend((0..sentence_ends(stretch).take(4).count()).map(Breaks::After));
    let mut dashes = vec![None];
    if has(|stretch, at| is_dash(stretch[at]) && !is_hyphen(stretch, at)) {
        dashes.extend(['–', '—', '-'].into_iter().flat_map(|dash| [Some((dash, true)), Some((dash, false))]));
    }
    let mut hyphens = vec![None];
    if has(is_hyphen) {
        hyphens.extend(['–', '—', '\u{2011}', '-'].map(Some));
    }
    // What a copy changes most often varies first.
    let mut all = Vec::new();
    for &hyphens in &hyphens {
        for &dashes in &dashes {
            for &breaks in &breaks[..kept] {
                all.extend(quotes.iter().map(|&quotes| (quotes, dashes, hyphens, breaks)));
            }
        }
    }
    for &breaks in &breaks[kept..] {
        all.extend(quotes.iter().map(|&quotes| (quotes, None, None, breaks)));
    }
    all.into_iter().skip(1)
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Whether a dash stands alone between two letters or digits.
fn is_hyphen(text: &[char], at: usize) -> bool {
    let is_word = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(|c| c.is_alphanumeric());
    is_dash(text[at]) && is_word(at.checked_sub(1)) && is_word(Some(at + 1))
}

/// Whether a quotation mark stands at the edge of a word and isn't an apostrophe in it.
fn is_outer_quote(text: &[char], at: usize) -> bool {
    let is_word = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(|c| c.is_alphanumeric());
    matches!(text[at], '"' | '\'' | '`' | '´' | '«' | '»' | '\u{2018}'..='\u{201f}' | '‹' | '›' | '′' | '″')
        && !(is_word(at.checked_sub(1)) && is_word(Some(at + 1)))
}

fn with_quotes(text: &[char], mark: char) -> Vec<char> {
    (0..text.len()).map(|at| if is_outer_quote(text, at) { mark } else { text[at] }).collect()
}

/// Each dash as `dash`, with a space on either side or none. Hyphens stay.
fn with_dashes(text: &[char], dash: char, spaced: bool) -> Vec<char> {
    let mut out: Vec<char> = Vec::with_capacity(text.len() + 8);
    let mut after = false;
    for (at, &c) in text.iter().enumerate() {
        if is_dash(c) && !is_hyphen(text, at) {
            while out.last().is_some_and(|c| c.is_whitespace()) {
                out.pop();
            }
            if !after {
                out.extend(spaced.then_some(' '));
                out.push(dash);
            }
            after = true;
        } else if !(after && c.is_whitespace()) {
            out.extend((after && spaced).then_some(' '));
            out.push(c);
            after = false;
        }
    }
    out
}

/// The spaces that follow the end of a sentence.
fn sentence_ends(text: &[char]) -> impl Iterator<Item = usize> {
    let ends = |at: &usize| {
        text[*at].is_whitespace()
            && !is_line_break(text[*at])
            && at.checked_sub(1).is_some_and(|before| matches!(text[before], '.' | '!' | '?' | '”' | '’' | '"' | '\''))
    };
    (0..text.len()).filter(ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(original: &str, copy: &str, expected: Option<&[Normalisation]>) {
        let copy: Vec<char> = copy.chars().collect();
        let digest = canonical_digest(original);
        let as_it_is = digest_is(&copy, &digest, &mut Work::default()).then_some(Normalisations::NONE);
        let spelt = || spelt_like(&[&copy], &digest, &mut Work::default()).map(|(_, by)| by);
        let by = as_it_is.or_else(spelt);
        assert_eq!(by.map(|by| by.iter().collect::<Vec<_>>()).as_deref(), expected);
    }

    #[test]
    fn a_stretch_is_known_by_its_digest_however_its_marks_are_written() {
        use Normalisation::{Dashes, LineBreaks, QuotationMarks};
        check("He said “no” – twice.", "He said \"no\" – twice.", Some(&[]));
        check("He said “no” – twice.", "He said “no”—twice.", Some(&[Dashes]));
        check("He said ‘no’—it’s over.", "He said \"no\" - it's over.", Some(&[QuotationMarks, Dashes]));
        check("a three‑year war", "a three-year war", Some(&[Dashes]));
        check("He left. Then she did.", "He left.\nThen\nshe did.", Some(&[LineBreaks]));
        check("He left.\nThen she did.", "He left. Then she did.", Some(&[LineBreaks]));
    }

    #[test]
    fn another_word_or_a_letter_of_another_script_gives_another_digest() {
        check("He said no.", "He said so.", None);
        check("He said no.", "He s\u{430}id no.", None);
    }
}
