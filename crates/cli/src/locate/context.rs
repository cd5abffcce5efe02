//! What is stored of a place: the words with as little context as tells them apart, or a stretch's edges and digest.

use std::ops::Range;

use sidebyline_dataset::text::{canonical, canonical_digest};
use sidebyline_dataset::wire;

use super::{FRAGMENT_WORDS, Found, Haystack};

/// The passage to store for a place.
pub fn passage(haystack: &Haystack<'_>, found: &Found) -> wire::Passage {
    let slice = |span: Range<u32>| haystack.text.slice(span);
    let filled = |span: Range<u32>| Some(slice(span)).filter(|words| !words.is_empty());
    let span = found.span();
    let empty = wire::Passage {
        start: span.start,
        end: span.end,
        exact: None,
        prefix: None,
        suffix: None,
        head: None,
        tail: None,
        digest: None,
        extra: wire::Extra::new(),
    };
    match found {
        Found::Exact(_) => {
            let context = context(haystack, &span);
            wire::Passage {
                prefix: filled(context.start..span.start),
                exact: Some(slice(span.clone())),
                suffix: filled(span.end..context.end),
                ..empty
            }
        }
        Found::Stretch { head, tail } => wire::Passage {
            head: Some(slice(head.clone())),
            tail: Some(slice(tail.clone())),
            digest: Some(canonical_digest(&slice(span))),
            ..empty
        },
    }
}

/// The words with their context: the punctuation that adjoins, and then as few whole words as make it unique. Where
/// even as many as may be stored don't, the offsets alone tell the place.
fn context(haystack: &Haystack<'_>, span: &Range<u32>) -> Range<u32> {
    let least = with_punctuation(haystack.text.chars(), span);
    if is_unique(haystack, &least) {
        return least;
    }
    let before: Vec<u32> =
        haystack.words.iter().rev().map(|word| word.start).filter(|&start| start < least.start).collect();
    let after: Vec<u32> = haystack.words.iter().map(|word| word.end).filter(|&end| end > least.end).collect();
    let widened = |left: usize, right: usize| -> Option<Range<u32>> {
        let start = if left == 0 { least.start } else { *before.get(left - 1)? };
        let end = if right == 0 { least.end } else { *after.get(right - 1)? };
        Some(start..end)
    };
    // With the same number of words, those before are preferred: they are what a reader has just read.
    let by_words = (1..=FRAGMENT_WORDS).flat_map(|count| (0..=count).map(move |right| (count - right, right)));
    by_words
        .filter_map(|(left, right)| widened(left, right))
        .filter(|wider| haystack.words_outside_speech(wider) <= FRAGMENT_WORDS)
        .find(|wider| is_unique(haystack, wider))
        .unwrap_or(least)
}

/// `span` and the marks on both sides of it, up to the next space or word.
fn with_punctuation(chars: &[char], span: &Range<u32>) -> Range<u32> {
    let is_mark = |c: &&char| !c.is_whitespace() && !c.is_alphanumeric();
    let before = chars[..span.start as usize].iter().rev().take_while(is_mark).count() as u32;
    let after = chars[span.end as usize..].iter().take_while(is_mark).count() as u32;
    span.start - before..span.end + after
}

/// Whether the stretch stands once only, in the canonical text and as any part of a word, so that whoever looks for it
/// in a copy with other quotation marks finds one place.
fn is_unique(haystack: &Haystack<'_>, span: &Range<u32>) -> bool {
    let needle: Vec<char> = canonical(&haystack.text.slice(span.clone())).chars().collect();
    let windows = haystack.canonical.chars().windows(needle.len().max(1));
    windows.filter(|window| *window == needle).take(2).count() < 2
}
