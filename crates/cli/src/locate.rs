//! From words to the place in a text where they stand.
//!
//! An item of a `words` column is *some words* (`ceasefire`), *the n-th of them* (`ceasefire #2`), *a stretch*
//! (`After months … sidelines`, `He #3 … war`), or one of these inside something longer
//! (`ceasefire @ after a complete ceasefire`). An item that stands in the text just as it is typed is taken literally.
//! There is one answer, or a [`Miss`] that knows the candidates; never a guess.

mod context;
mod item;
mod miss;
mod near;
mod search;

use std::ops::Range;

use sidebyline_dataset::text::{Canonical, Text, quotations, words};

pub use context::passage;
pub use item::split;
pub use miss::Miss;

use item::{Item, Numbered, Target};
pub use sidebyline_dataset::check::{EDGE_WORDS, FRAGMENT_WORDS};

/// A text that words are looked for in.
#[derive(Debug)]
pub struct Haystack<'a> {
    /// The name of its file, for messages.
    pub name: &'a str,
    /// The text.
    pub text: &'a Text,
    canonical: Canonical,
    words: Vec<Range<u32>>,
    /// Quoted speech and the headline, which may be stored at any length.
    free: Vec<Range<u32>>,
}

impl<'a> Haystack<'a> {
    /// Prepares a text and its headline.
    pub fn new(name: &'a str, text: &'a Text, headline: Option<&str>) -> Self {
        let chars = text.chars();
        let mut haystack =
            Self { name, text, canonical: Canonical::of(chars), words: words(chars), free: quotations(chars) };
        let place =
            headline.and_then(|headline| search::occurrences(&haystack, headline, &(0..text.len())).into_iter().next());
        haystack.free.extend(place);
        haystack
    }

    /// How many words of `span` stand outside of quotation marks and the headline, where only a few may be stored.
    fn words_outside_speech(&self, span: &Range<u32>) -> usize {
        let inside = |outer: &Range<u32>, word: &Range<u32>| outer.start <= word.start && word.end <= outer.end;
        let words = self.words.iter().filter(|word| word.start < span.end && span.start < word.end);
        words.filter(|word| !self.free.iter().any(|free| inside(free, word))).count()
    }
}

/// Where an item stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// These words.
    Exact(Range<u32>),
    /// The stretch from the first words' start to the last words' end.
    Stretch { head: Range<u32>, tail: Range<u32> },
}

impl Found {
    /// All of it.
    pub fn span(&self) -> Range<u32> {
        match self {
            Self::Exact(span) => span.clone(),
            Self::Stretch { head, tail } => head.start..tail.end,
        }
    }
}

/// Finds the place that an item names.
pub fn locate(haystack: &Haystack<'_>, typed: &str) -> Result<Found, Miss> {
    let whole = 0..haystack.text.len();
    let literal = search::occurrences(haystack, typed, &whole);
    let found = if literal.is_empty() {
        resolve(haystack, &item::parse(typed)?, &whole)?
    } else {
        Found::Exact(pick(haystack, &Numbered { words: typed, number: None }, &whole)?)
    };
    match &found {
        Found::Exact(span) => {
            let words = haystack.words_outside_speech(span);
            if words > FRAGMENT_WORDS {
                return Err(Miss::TooLong { span: span.clone(), words });
            }
        }
        Found::Stretch { head, tail } => {
            for edge in [head, tail] {
                let words = words(&haystack.text.chars()[edge.start as usize..edge.end as usize]).len();
                if words > EDGE_WORDS {
                    return Err(Miss::EdgeTooLong { span: edge.clone(), words, first: edge == head });
                }
            }
        }
    }
    Ok(found)
}

/// The place of an item inside `within`.
fn resolve(haystack: &Haystack<'_>, item: &Item<'_>, within: &Range<u32>) -> Result<Found, Miss> {
    let narrowed = match item.context {
        Some(context) => &resolve(haystack, &Item { target: item::target(context)?, context: None }, within)?.span(),
        None => within,
    };
    match &item.target {
        Target::Words(words) => pick(haystack, words, narrowed).map(Found::Exact),
        Target::Stretch { first, last } => {
            let head = pick(haystack, first, narrowed)?;
            let rest = head.end..narrowed.end;
            let tail = search::occurrences(haystack, last, &rest).into_iter().next();
            let tail = tail.ok_or_else(|| Miss::missing(haystack, last, &rest))?;
            Ok(Found::Stretch { head, tail })
        }
    }
}

/// The one place of some words inside `within`, or the one that is asked for by number.
fn pick(haystack: &Haystack<'_>, wanted: &Numbered<'_>, within: &Range<u32>) -> Result<Range<u32>, Miss> {
    let places = search::occurrences(haystack, wanted.words, within);
    match (places.as_slice(), wanted.number) {
        ([], _) => Err(Miss::missing(haystack, wanted.words, within)),
        ([one], None) => Ok(one.clone()),
        (_, None) => Err(Miss::Ambiguous { words: wanted.words.to_owned(), places }),
        (_, Some(number)) => match number.checked_sub(1).and_then(|index| places.get(index)) {
            Some(place) => Ok(place.clone()),
            None => Err(Miss::NoSuchNumber { words: wanted.words.to_owned(), number, places }),
        },
    }
}

#[cfg(test)]
mod tests;
