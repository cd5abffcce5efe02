//! Every place where some words stand, as whole words.

use std::ops::Range;

use sidebyline_dataset::text::canonical;

use super::Haystack;

/// The places of `words` inside `within`: just as they are typed, or, if they stand nowhere so, in the canonical text,
/// where straight quotation marks equal typographic ones.
pub fn occurrences(haystack: &Haystack<'_>, words: &str, within: &Range<u32>) -> Vec<Range<u32>> {
    let inside = |place: &Range<u32>| within.start <= place.start && place.end <= within.end;
    let typed: Vec<char> = words.trim().chars().collect();
    let verbatim = whole_words(haystack.text.chars(), &typed).map(|at| at.start as u32..at.end as u32);
    let verbatim: Vec<Range<u32>> = verbatim.filter(inside).collect();
    if !verbatim.is_empty() {
        return verbatim;
    }
    let folded: Vec<char> = canonical(words).chars().collect();
    let text = &haystack.canonical;
    whole_words(text.chars(), &folded).map(|at| text.raw(at)).filter(inside).collect()
}

/// The places of `needle` that part no word: a letter or digit at its edge has none beside it.
fn whole_words<'a>(text: &'a [char], needle: &'a [char]) -> impl Iterator<Item = Range<usize>> + 'a {
    let places = if needle.is_empty() { Vec::new() } else { places(text, needle) };
    places.into_iter().filter(|at| !parts_a_word(text, at.start) && !parts_a_word(text, at.end))
}

/// The places of `needle`, overlapping ones included.
pub fn places(text: &[char], needle: &[char]) -> Vec<Range<usize>> {
    text.windows(needle.len().max(1))
        .enumerate()
        .filter(|(_, window)| *window == needle)
        .map(|(at, _)| at..at + needle.len())
        .collect()
}

/// Whether a word goes on across the border before `at`.
pub fn parts_a_word(text: &[char], at: usize) -> bool {
    let is_word = |c: &char| c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(c);
    at > 0 && is_word(&text[at - 1]) && text.get(at).is_some_and(is_word)
}
