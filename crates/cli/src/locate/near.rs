//! What comes nearest to words that stand nowhere.

use std::collections::BTreeMap;
use std::ops::Range;

use sidebyline_dataset::text::{canonical, words};

use super::{Haystack, search};

/// How many candidates are named.
const MOST: usize = 3;

/// Stretches inside `within` that come near `typed`, best first: the same letters in another case or inside a longer
/// word, else those that share at least half of its words.
pub fn near(haystack: &Haystack<'_>, typed: &str, within: &Range<u32>) -> Vec<Range<u32>> {
    let inside = |place: &Range<u32>| within.start <= place.start && place.end <= within.end;
    let mut found: Vec<Range<u32>> = other_case(haystack, typed).into_iter().filter(inside).collect();
    if found.is_empty() {
        found = sharing_words(haystack, typed, within);
    }
    found.truncate(MOST);
    found
}

/// The places of `typed` in any case, widened to whole words.
fn other_case(haystack: &Haystack<'_>, typed: &str) -> Vec<Range<u32>> {
    let fold = |chars: &[char]| -> Vec<char> { chars.iter().map(|&c| c.to_lowercase().next().unwrap_or(c)).collect() };
    let needle = fold(&canonical(typed).chars().collect::<Vec<_>>());
    if needle.is_empty() {
        return Vec::new();
    }
    let text = haystack.canonical.chars();
    let places = search::places(&fold(text), &needle).into_iter().map(|mut at| {
        while search::parts_a_word(text, at.start) {
            at.start -= 1;
        }
        while search::parts_a_word(text, at.end) {
            at.end += 1;
        }
        haystack.canonical.raw(at)
    });
    places.collect()
}

/// Rows of words, as many as `typed` has, that share at least half of them.
fn sharing_words(haystack: &Haystack<'_>, typed: &str, within: &Range<u32>) -> Vec<Range<u32>> {
    let chars: Vec<char> = typed.chars().collect();
    let wanted: Vec<String> =
        words(&chars).iter().map(|word| key(&chars[word.start as usize..word.end as usize])).collect();
    let present: Vec<&Range<u32>> =
        haystack.words.iter().filter(|word| within.start <= word.start && word.end <= within.end).collect();
    let keys: Vec<String> =
        present.iter().map(|word| key(&haystack.text.chars()[word.start as usize..word.end as usize])).collect();
    if wanted.is_empty() || present.is_empty() {
        return Vec::new();
    }
    let width = wanted.len().min(present.len());
    let mut scored: Vec<(u32, usize)> = keys
        .windows(width)
        .enumerate()
        .map(|(at, row)| (score(&wanted, row), at))
        .filter(|&(score, _)| score as usize * 2 >= wanted.len() * WORD as usize)
        .collect();
    // The best first; of equals the first in the text. Rows that overlap a better one say nothing new.
    scored.sort_by_key(|&(score, at)| (std::cmp::Reverse(score), at));
    // Beside one that is much nearer the others only distract.
    let best = scored.first().map_or(0, |(score, _)| *score);
    scored.retain(|(score, _)| score * 4 >= best * 3);
    let mut chosen: Vec<usize> = Vec::new();
    for (_, at) in scored {
        if chosen.len() < MOST && chosen.iter().all(|other| other.abs_diff(at) >= width) {
            chosen.push(at);
        }
    }
    chosen.into_iter().map(|at| present[at].start..present[at + width - 1].end).collect()
}

/// What a word that both have is worth; a similar one is worth a part of it.
const WORD: u32 = 12;

/// How many words a row shares with those wanted. One of each is used up by one of the other.
fn score(wanted: &[String], row: &[String]) -> u32 {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for word in wanted {
        *left.entry(word).or_default() += 1;
    }
    let mut shared = 0;
    for word in row {
        if let Some(count) = left.get_mut(word.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            shared += WORD;
        } else if wanted.len() <= 3 {
            // In a short item a misspelt name is half of the words.
            shared += wanted.iter().map(|other| similarity(word, other)).max().unwrap_or(0);
        }
    }
    // Of two rows that share as much, the one that begins and ends as wanted is shown.
    let edge = |a: Option<&String>, b: Option<&String>| u32::from(a == b);
    if shared == 0 { 0 } else { shared + edge(wanted.first(), row.first()) + edge(wanted.last(), row.last()) }
}

/// How far two words are the same, by their pairs of letters (Dice 1945); nothing below two thirds.
fn similarity(a: &str, b: &str) -> u32 {
    let pairs = |word: &str| -> Vec<(char, char)> { word.chars().zip(word.chars().skip(1)).collect() };
    let (of_a, mut of_b) = (pairs(a), pairs(b));
    let total = of_a.len() + of_b.len();
    let mut shared: usize = 0;
    for pair in &of_a {
        if let Some(at) = of_b.iter().position(|other| other == pair) {
            of_b.swap_remove(at);
            shared += 2;
        }
    }
    let part = shared as u32 * WORD / total.max(1) as u32;
    if part * 3 >= WORD * 2 { part } else { 0 }
}

/// A word as it is compared.
fn key(word: &[char]) -> String {
    canonical(&word.iter().collect::<String>()).to_lowercase()
}
