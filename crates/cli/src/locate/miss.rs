//! Why an item has no one place, and what to write instead.

use std::ops::Range;

use sidebyline_dataset::text::line_of;

use super::{EDGE_WORDS, FRAGMENT_WORDS, Haystack, near, search};
use crate::phrase::counted;

/// How many places are shown of words that stand in many.
const SHOWN: usize = 8;

/// Why an item has no one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Miss {
    /// The words stand nowhere inside the stretch; `near` comes nearest.
    Missing { words: String, within: Range<u32>, near: Vec<Range<u32>> },
    /// The words stand in several places.
    Ambiguous { words: String, places: Vec<Range<u32>> },
    /// The words stand in fewer places than the number says.
    NoSuchNumber { words: String, number: usize, places: Vec<Range<u32>> },
    /// More words than may be stored outside quotation marks.
    TooLong { span: Range<u32>, words: usize },
    /// More first or last words than may be stored.
    EdgeTooLong { span: Range<u32>, words: usize, first: bool },
    /// The item can't be read.
    Form { found: String, mend: String },
}

impl Miss {
    /// Words that stand nowhere inside `within`.
    pub fn missing(haystack: &Haystack<'_>, words: &str, within: &Range<u32>) -> Self {
        let near = near::near(haystack, words, within);
        Self::Missing { words: words.to_owned(), within: within.clone(), near }
    }

    /// An item that can't be read.
    pub fn form(typed: &str, problem: &str, mend: &str) -> Self {
        Self::Form { found: format!("`{}`: {problem}", typed.trim()), mend: mend.to_owned() }
    }

    /// What was found, and how to mend it.
    pub fn describe(&self, haystack: &Haystack<'_>) -> (String, String) {
        let name = haystack.name;
        match self {
            Self::Missing { words, within, near } => {
                let whole = within.start == 0 && within.end == haystack.text.len();
                let found = if whole {
                    format!("`{words}` doesn't stand in {name}")
                } else {
                    format!(
                        "`{words}` doesn't stand in {name} where it is looked for, from line {} on",
                        line_of(haystack.text.chars(), within.start)
                    )
                };
                let elsewhere = !whole && !search::occurrences(haystack, words, &(0..haystack.text.len())).is_empty();
                let mend = match near.as_slice() {
                    _ if elsewhere => "It stands elsewhere in the text.".into(),
                    [] => "Nothing in the text comes near: see whether it is the right source.".into(),
                    near => {
                        let mut lines: Vec<String> = near.iter().map(|place| named(haystack, place)).collect();
                        lines.dedup();
                        format!("Nearest to it:\n{}", lines.join("\n"))
                    }
                };
                (found, mend)
            }
            Self::Ambiguous { words, places } => {
                let found = format!("`{words}` stands in {name} {} times", places.len());
                (
                    found,
                    format!("Write more of the words, or which place you mean:\n{}", choices(haystack, words, places)),
                )
            }
            Self::NoSuchNumber { words, number, places } => {
                let found = format!("`{words}` stands in {name} {}, and not {number}", counted(places.len(), "time"));
                (found, format!("The places are:\n{}", choices(haystack, words, places)))
            }
            Self::TooLong { span, words } => {
                let found = format!("`{}` has {words} words outside quotation marks", gist(haystack, span));
                let mend = format!(
                    "At most {FRAGMENT_WORDS} may be stored verbatim. Write `{}` for the stretch.",
                    edges(haystack, span)
                );
                (found, mend)
            }
            Self::EdgeTooLong { span, words, first } => {
                let which = if *first { "first" } else { "last" };
                let found = format!("`{}`: these are {words} {which} words", gist(haystack, span));
                let mend = format!(
                    "At most {EDGE_WORDS} are stored at each end; write fewer, and `#2` or the like where they aren't unique."
                );
                (found, mend)
            }
            Self::Form { found, mend } => (found.clone(), mend.clone()),
        }
    }
}

/// A place with its line.
fn named(haystack: &Haystack<'_>, place: &Range<u32>) -> String {
    format!("{}:{} `{}`", haystack.name, line_of(haystack.text.chars(), place.start), shown(haystack, place))
}

/// One line for each place: what to write for it, and what stands round it.
fn choices(haystack: &Haystack<'_>, words: &str, places: &[Range<u32>]) -> String {
    let lines = places.iter().enumerate().take(SHOWN).map(|(index, place)| {
        let line = line_of(haystack.text.chars(), place.start);
        format!("`{words} #{}` {}:{line} {}", index + 1, haystack.name, around(haystack, place))
    });
    let more = places.len().saturating_sub(SHOWN);
    let rest = (more > 0).then(|| format!("and {more} more"));
    lines.chain(rest).collect::<Vec<_>>().join("\n")
}

/// A place between the few words that stand round it.
fn around(haystack: &Haystack<'_>, place: &Range<u32>) -> String {
    let before = haystack.words.iter().rev().filter(|word| word.end <= place.start).nth(3);
    let after = haystack.words.iter().filter(|word| word.start >= place.end).nth(3);
    let start = before.map_or(0, |word| word.start);
    let end = after.map_or(haystack.text.len(), |word| word.end);
    let one_line = |span: Range<u32>| haystack.text.slice(span).replace(['\n', '\r'], " ");
    format!("… {}[{}]{} …", one_line(start..place.start), one_line(place.clone()), one_line(place.end..end))
}

/// A stretch as a message shows it.
fn shown(haystack: &Haystack<'_>, span: &Range<u32>) -> String {
    haystack.text.slice(span.clone()).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A stretch in a message: all of it if it is short, else its ends.
fn gist(haystack: &Haystack<'_>, span: &Range<u32>) -> String {
    let stretch = shown(haystack, span);
    let parts: Vec<&str> = stretch.split(' ').collect();
    if parts.len() <= 8 {
        stretch
    } else {
        format!("{} … {}", parts[..4].join(" "), parts[parts.len() - 3..].join(" "))
    }
}

/// How to write a stretch by its first and last words, with a number if the first words need one.
fn edges(haystack: &Haystack<'_>, span: &Range<u32>) -> String {
    let inside: Vec<&Range<u32>> =
        haystack.words.iter().filter(|word| span.start <= word.start && word.end <= span.end).collect();
    let (Some(head), Some(tail)) = (inside.get(..3), inside.len().checked_sub(3).and_then(|from| inside.get(from..)))
    else {
        return "first words … last words".into();
    };
    let (head, tail) = (head[0].start..head[2].end, tail[0].start..tail[2].end);
    let places = search::occurrences(haystack, &haystack.text.slice(head.clone()), &(0..haystack.text.len()));
    let number = places.iter().position(|place| *place == head).filter(|_| places.len() > 1);
    let number = number.map_or_else(String::new, |index| format!(" #{}", index + 1));
    format!("{}{number} … {}", shown(haystack, &head), shown(haystack, &tail))
}
