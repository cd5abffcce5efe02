//! How much of a text the file reproduces.

use std::ops::Range;

use super::passages_of;
use crate::text::{Canonical, Text, quotations};
use crate::wire;

/// How much of a text is reproduced, in code points other than white space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The text's.
    pub length: u32,
    /// Those reproduced, wherever they stand.
    pub reproduced: u32,
    /// The text's outside of quoted speech and the headline.
    pub length_outside: u32,
    /// Those of them that are reproduced.
    pub reproduced_outside: u32,
    /// The stretches reproduced outside of quoted speech and the headline, white space between them included.
    pub runs: Vec<Range<u32>>,
}

impl Share {
    /// What part of the whole text is reproduced, 0 to 1.
    pub fn in_all(&self) -> f64 {
        ratio(self.reproduced, self.length)
    }

    /// What part of the text outside of quoted speech and the headline is reproduced, 0 to 1.
    pub fn outside_speech(&self) -> f64 {
        ratio(self.reproduced_outside, self.length_outside)
    }
}

fn ratio(part: u32, whole: u32) -> f64 {
    if whole == 0 { 0.0 } else { f64::from(part) / f64::from(whole) }
}

/// Measures how much of `text`, the text of `source`, stands in the file: the union of all words, contexts, heads and
/// tails of its passages, and its headline.
pub fn share(dataset: &wire::Dataset, source: &wire::Source, text: &Text) -> Share {
    let chars = text.chars();
    let mut reproduced = vec![false; chars.len()];
    let mut free = vec![false; chars.len()];
    for span in quotations(chars) {
        mark(&mut free, span);
    }
    if let Some(headline) = source.headline.as_deref().and_then(|headline| find(chars, headline)) {
        mark(&mut free, headline.clone());
        mark(&mut reproduced, headline);
    }
    for (_, _, passage) in passages_of(dataset, &source.id) {
        let length = |words: &Option<String>| words.as_ref().map_or(0, |words| words.chars().count() as u32);
        let (start, end) = (passage.start, passage.end);
        if passage.exact.is_some() {
            mark(
                &mut reproduced,
                start.saturating_sub(length(&passage.prefix))..end.saturating_add(length(&passage.suffix)),
            );
        }
        mark(&mut reproduced, start..start.saturating_add(length(&passage.head)));
        mark(&mut reproduced, end.saturating_sub(length(&passage.tail))..end);
    }
    let inked = |at: &usize| !chars[*at].is_whitespace();
    let count = |test: &dyn Fn(usize) -> bool| (0..chars.len()).filter(inked).filter(|&at| test(at)).count() as u32;
    Share {
        length: count(&|_| true),
        reproduced: count(&|at| reproduced[at]),
        length_outside: count(&|at| !free[at]),
        reproduced_outside: count(&|at| reproduced[at] && !free[at]),
        runs: runs(chars, &reproduced, &free),
    }
}

fn mark(marks: &mut [bool], span: Range<u32>) {
    let end = (span.end as usize).min(marks.len());
    let start = (span.start as usize).min(end);
    marks[start..end].fill(true);
}

/// Where the canonical form of `words` first stands in the text.
fn find(chars: &[char], words: &str) -> Option<Range<u32>> {
    let text = Canonical::of(chars);
    let wanted = Canonical::of(&words.chars().collect::<Vec<_>>());
    let length = wanted.chars().len();
    let at = text.chars().windows(length.max(1)).position(|window| window == wanted.chars())?;
    Some(text.raw(at..at + length))
}

/// Stretches of reproduced code points; white space between two doesn't part them.
fn runs(chars: &[char], reproduced: &[bool], free: &[bool]) -> Vec<Range<u32>> {
    let mut found: Vec<Range<u32>> = Vec::new();
    for at in 0..chars.len() {
        if !reproduced[at] || free[at] || chars[at].is_whitespace() {
            continue;
        }
        let (start, end) = (at as u32, at as u32 + 1);
        match found.last_mut() {
            Some(last) if chars[last.end as usize..at].iter().all(|c| c.is_whitespace()) => last.end = end,
            _ => found.push(start..end),
        }
    }
    found
}
