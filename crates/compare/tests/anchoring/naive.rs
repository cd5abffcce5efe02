//! What may be said of a passage in a text whose every code point is tracked. Shares no code with the search.

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::mutation::Mark;

/// Where the passage stands now, and what part of its letters and marks is left: the stretch that holds all code points
/// that come from it. A copy of it counts where the original is torn.
pub fn truth(source: &[char], text: &[Mark], span: &Range<u32>) -> Option<(Range<usize>, f64)> {
    let stretch = |copy: bool| {
        let from_it = |mark: &Mark| mark.copy == copy && mark.origin.is_some_and(|origin| span.contains(&origin));
        let first = text.iter().position(from_it)?;
        let last = text.iter().rposition(from_it)?;
        let there: BTreeSet<u32> =
            text[first..=last].iter().filter(|mark| from_it(mark)).filter_map(|mark| mark.origin).collect();
        let shown: Vec<u32> = span.clone().filter(|&at| !source[at as usize].is_whitespace()).collect();
        let left = shown.iter().filter(|at| there.contains(at)).count();
        Some((first..last + 1, left as f64 / shown.len().max(1) as f64))
    };
    let (original, copy) = (stretch(false), stretch(true));
    let part = |found: &Option<(_, f64)>| found.as_ref().map_or(0.0, |(_, part)| *part);
    if part(&copy) > part(&original) { copy } else { original }
}

/// A text without what spelling makes of it: no spaces at all, one kind of mark.
pub fn bare(text: &str) -> String {
    let invisible = ['\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}'];
    let mut out = String::new();
    for c in text.chars().filter(|c| !invisible.contains(c) && !c.is_whitespace()).nfc() {
        match c {
            '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '"' | '«' | '»' | '‹' | '›' => {
                out.push('\'');
            }
            '–' | '—' | '‑' | '-' if out.ends_with('-') => {}
            '–' | '—' | '‑' => out.push('-'),
            _ => out.push(c),
        }
    }
    out
}

/// Whether two stretches are the same but for spaces and invisible code points at their ends.
pub fn same_stretch(text: &[Mark], a: &Range<usize>, b: &Range<usize>) -> bool {
    let trimmed = |range: &Range<usize>| {
        let shows = |at: &usize| !text[*at].c.is_whitespace() && !['\u{ad}', '\u{200b}'].contains(&text[*at].c);
        (range.clone().find(shows), range.clone().rev().find(shows))
    };
    trimmed(a) == trimmed(b)
}

/// Whether at least half of a stretch comes from the passage, and that is at least a third of the passage.
pub fn is_of(text: &[Mark], stretch: &Range<usize>, span: &Range<u32>) -> bool {
    let marks = text[stretch.clone()].iter();
    let shared = marks.filter(|mark| mark.origin.is_some_and(|origin| span.contains(&origin))).count();
    shared * 2 >= stretch.len() && shared * 3 >= span.len()
}

/// How often `words` stand in `text` whatever the spelling, in the middle of words too.
pub fn occurrences(text: &str, words: &str) -> usize {
    let (text, words): (Vec<char>, Vec<char>) = (bare(text).chars().collect(), bare(words).chars().collect());
    text.windows(words.len().max(1)).filter(|window| *window == words).count()
}
