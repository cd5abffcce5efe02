//! What may be said of a passage in a text whose every code point is tracked. Shares no code with the search.

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::mutation::Mark;

/// Where a passage stands now.
#[derive(Clone, Debug)]
pub struct Truth {
    /// The stretch that holds all code points that come from it; those of a copy, where the original is torn.
    pub place: Range<usize>,
    /// What part of its letters and marks is left there: 1 if it stands there as it did, but for its spelling.
    pub left: f64,
    /// A whole copy of it that has more of what stood round it in the source than the original has. Then that is as good a
    /// place.
    pub copy: Option<Range<usize>>,
}

/// Where the passage stands now, if any of it is left.
pub fn truth(source: &[char], text: &[Mark], span: &Range<u32>) -> Option<Truth> {
    // Letters of another script, or words put in between, leave all of it there and change it all the same.
    let words = |letters: &mut dyn Iterator<Item = char>| bare(&letters.collect::<String>());
    let before = words(&mut source[span.start as usize..span.end as usize].iter().copied());
    let found = |copy: bool| {
        let (place, left) = left(source, text, span, copy)?;
        let now = words(&mut text[place.clone()].iter().map(|mark| mark.c));
        Some((place, if now == before { left } else { left.min(0.99) }))
    };
    let (original, copy) = (found(false), found(true));
    let part = |found: &Option<(Range<usize>, f64)>| found.as_ref().map_or(0.0, |(_, part)| *part);
    let round =
        |found: &Option<(Range<usize>, f64)>| found.as_ref().map_or(0, |(place, _)| surroundings(text, span, place));
    let better = part(&copy) >= 1.0 && part(&original) >= 1.0 && round(&copy) > round(&original);
    let as_good = copy.clone().filter(|_| better).map(|(place, _)| place);
    let (place, left) = if part(&copy) > part(&original) { copy } else { original }?;
    Some(Truth { place, left, copy: as_good })
}

/// How many code points stand round `place` that stood round the passage in the source.
fn surroundings(text: &[Mark], span: &Range<u32>, place: &Range<usize>) -> usize {
    let wider = span.start.saturating_sub(400)..span.end + 400;
    let window = &text[place.start.saturating_sub(450)..(place.end + 450).min(text.len())];
    let there: BTreeSet<u32> = window.iter().filter_map(|mark| mark.origin).filter(|at| wider.contains(at)).collect();
    there.len()
}

/// Whether a stretch is made of all of the passage in its order, of the original or of copies.
pub fn is_made_of(source: &[char], text: &[Mark], stretch: &Range<usize>, span: &Range<u32>) -> bool {
    let shown = |at: &u32| !source[*at as usize].is_whitespace();
    let mut made: Vec<u32> = text[stretch.clone()].iter().filter_map(|mark| mark.origin).filter(shown).collect();
    made.dedup();
    made.into_iter().eq(span.clone().filter(shown))
}

/// The stretch of the original or of the copy that holds what comes from `span`, and what part of it is left.
fn left(source: &[char], text: &[Mark], span: &Range<u32>, copy: bool) -> Option<(Range<usize>, f64)> {
    let from_it = |mark: &Mark| mark.copy == copy && mark.origin.is_some_and(|origin| span.contains(&origin));
    let first = text.iter().position(from_it)?;
    let last = text.iter().rposition(from_it)?;
    let there: BTreeSet<u32> =
        text[first..=last].iter().filter(|mark| from_it(mark)).filter_map(|mark| mark.origin).collect();
    let shown: Vec<u32> = span.clone().filter(|&at| !source[at as usize].is_whitespace()).collect();
    let left = shown.iter().filter(|at| there.contains(at)).count();
    Some((first..last + 1, left as f64 / shown.len().max(1) as f64))
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

impl Truth {
    /// Whether a stretch is this place, or the copy that is as good.
    pub fn is(&self, text: &[Mark], stretch: &Range<usize>) -> bool {
        self.places().any(|place| same_stretch(text, place, stretch))
    }

    /// Whether at least half of a stretch comes from the passage and stands here, and that is at least a third of the
    /// passage.
    pub fn holds(&self, text: &[Mark], stretch: &Range<usize>, span: &Range<u32>) -> bool {
        self.places().any(|place| {
            let inside = stretch.start.max(place.start)..stretch.end.min(place.end).max(stretch.start.max(place.start));
            let marks = text[inside].iter();
            let shared = marks.filter(|mark| mark.origin.is_some_and(|origin| span.contains(&origin))).count();
            shared * 2 >= stretch.len() && shared * 3 >= span.len()
        })
    }

    fn places(&self) -> impl Iterator<Item = &Range<usize>> {
        std::iter::once(&self.place).chain(&self.copy)
    }
}

/// How often `words` stand in `text` whatever the spelling, in the middle of words too.
pub fn occurrences(text: &str, words: &str) -> usize {
    let (text, words): (Vec<char>, Vec<char>) = (bare(text).chars().collect(), bare(words).chars().collect());
    text.windows(words.len().max(1)).filter(|window| *window == words).count()
}
