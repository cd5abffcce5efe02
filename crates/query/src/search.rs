//! What a person looks for, and where it occurs.
//!
//! | typed | finds |
//! | --- | --- |
//! | `crane harb` | the word *crane*, and a word that begins with *harb*: the last one may be unfinished |
//! | `"direct talks"` | these words in this order |
//! | `-london`, `-"direct talks"` | what lacks them |
//!
//! It is looked for in titles and paraphrases, in fragments and quotes with their verbs, in questions and their answers,
//! and in all names of the people and places of a report. *Verbatim* are only fragments and what stands in quotation marks.
//!
//! Case and diacritics never matter. A word that is one of several spellings of a name in the dataset finds them all:
//! *Zelenskyy* finds *Zelensky*.

use std::ops::Range;

use sidebyline_dataset::Dataset;
use sidebyline_dataset::nearest::distance;
use sidebyline_rows::Dictionary;
use sidebyline_rows::dictionary::Words;

use crate::fold::{fold_with, words};

/// What is looked for: each term has to occur, or must not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(crate) terms: Vec<Term>,
}

/// Words that have to follow each other, or mustn't.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// Folded; any of them will do.
    forms: Vec<String>,
    /// Whether the last word must end where the term ends.
    whole: bool,
    /// Whether it must not occur.
    pub(crate) excluded: bool,
}

impl Term {
    /// Its forms as the dictionary has their words: for each word, the places of those that will do. Forms with a word
    /// that the dictionary lacks are left out.
    pub(crate) fn phrases(&self, dictionary: &Dictionary) -> Vec<Vec<Range<u32>>> {
        let mut phrases = Vec::new();
        for form in &self.forms {
            let mut phrase = Vec::new();
            let mut rest = form.trim_start();
            while !rest.is_empty() {
                let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
                phrase.push(dictionary.find(word, after.is_empty() && !self.whole));
                rest = after;
            }
            if !phrase.iter().any(Range::is_empty) {
                phrases.push(phrase);
            }
        }
        phrases
    }
}

impl Query {
    /// Reads what a person has typed. `spellings` gives the other spellings of a word.
    pub fn new(text: &str, spellings: &Spellings) -> Self {
        let mut terms = Vec::new();
        let mut rest = text.trim();
        while !rest.is_empty() {
            let (excluded, start) = rest.strip_prefix('-').map_or((false, rest), |after| (true, after));
            let (word, after, closed) = first_term(start);
            let folded = words(word);
            rest = after.trim_start();
            if folded.is_empty() {
                continue;
            }
            // Only the last one may be unfinished; what is excluded is meant as it stands.
            let whole = closed || excluded || !rest.is_empty();
            let mut forms: Vec<String> = spellings.of(&folded).to_vec();
            forms.insert(0, folded);
            let term = Term { forms, whole, excluded };
            if !terms.contains(&term) {
                terms.push(term);
            }
        }
        Self { terms }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The stretches of `text` that answer the query, in bytes, in order and apart.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let mut folded = String::with_capacity(text.len() + 1);
        let mut letters: Vec<(usize, Range<usize>)> = Vec::new();
        fold_with(text, &mut folded, &mut |at, bytes| letters.push((at, bytes)));
        let mut marked = vec![false; letters.len()];
        for term in self.terms.iter().filter(|term| !term.excluded) {
            for form in &term.forms {
                let mut from = 0;
                while let Some(at) = next(&folded, form, term.whole, from) {
                    let position = |end: usize| letters.partition_point(|(letter, _)| *letter < end);
                    marked[position(at)..position(at + form.len())].fill(true);
                    from = at + 1; // the space: phrases may overlap
                }
            }
        }
        let mut marks: Vec<Range<usize>> = Vec::new();
        let mut before = false; // whether the letter before is marked
        for (mark, (_, bytes)) in marked.into_iter().zip(letters) {
            match marks.last_mut() {
                // What stands between two marked letters is marked too, unless a new word begins.
                Some(last) if mark && before && !text[last.end..bytes.start].contains(char::is_whitespace) => {
                    last.end = bytes.end;
                }
                _ if mark => marks.push(bytes),
                _ => {}
            }
            before = mark;
        }
        marks
    }
}

/// The first term of `text`, what comes after it, and whether it is a phrase with both its quotation marks.
fn first_term(text: &str) -> (&str, &str, bool) {
    const QUOTES: [char; 6] = ['"', '“', '”', '„', '«', '»'];
    if let Some(phrase) = text.strip_prefix(QUOTES) {
        return phrase.split_once(QUOTES).map_or((phrase, "", false), |(phrase, after)| (phrase, after, true));
    }
    let end = text.find(|c: char| c.is_whitespace() || QUOTES.contains(&c)).unwrap_or(text.len());
    (&text[..end], &text[end..], false)
}

/// Where `form` occurs next in `folded`, which both begin each word with a space.
fn next(folded: &str, form: &str, whole: bool, from: usize) -> Option<usize> {
    let mut from = from;
    loop {
        let at = from + folded.get(from..)?.find(form)?;
        let end = at + form.len();
        if !whole || matches!(folded.as_bytes().get(end), None | Some(b' ' | b'\n')) {
            return Some(at);
        }
        from = at + 1; // the space: it may begin again within what went on
    }
}

/// Words of names that are spellings of each other.
///
/// Two names of one actor or place that differ in a single word, and in not more than half of its letters, give two
/// spellings of that word: *Volodymyr Zelensky* and *Volodymyr Zelenskyy*, *Kyiv* and *Kiev*; but not *European
/// leaders* and *European officials*.
#[derive(Clone, Debug, Default)]
pub struct Spellings {
    words: Words,
    /// Of each word, by its number, the other spellings, with the space before a word.
    others: Vec<Vec<String>>,
}

impl Spellings {
    /// The spellings in the names of `dataset`.
    pub fn new(dataset: &Dataset) -> Self {
        let mut spellings = Self::default();
        let actors = dataset.actors.iter().map(|(_, actor)| (&actor.name, &actor.aliases));
        let places = dataset.places.iter().map(|(_, place)| (&place.name, &place.aliases));
        for (name, aliases) in actors.chain(places) {
            let names: Vec<String> = [name].into_iter().chain(aliases).map(|name| words(name)).collect();
            for (at, one) in names.iter().enumerate() {
                for other in &names[at + 1..] {
                    if let Some((one, other)) = differing_word(one, other) {
                        spellings.add(one, other);
                        spellings.add(other, one);
                    }
                }
            }
        }
        spellings
    }

    /// The other spellings of a folded word, which has a space before it.
    fn of(&self, word: &str) -> &[String] {
        let number = word.strip_prefix(' ').and_then(|word| self.words.get(word));
        number.and_then(|number| self.others.get(number as usize)).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, word: &str, other: &str) {
        let (number, other) = (self.words.number(word) as usize, [" ", other].concat());
        self.others.resize_with(self.others.len().max(number + 1), Vec::new);
        if !self.others[number].contains(&other) {
            self.others[number].push(other);
        }
    }
}

/// The one word in which two folded names differ, if they do in one only and are spellings of each other.
fn differing_word<'a>(one: &'a str, other: &'a str) -> Option<(&'a str, &'a str)> {
    if one.split(' ').count() != other.split(' ').count() {
        return None;
    }
    let mut differing = one.split(' ').zip(other.split(' ')).filter(|(one, other)| one != other);
    let (one, other) = differing.next()?;
    let alike = distance(one, other) * 2 <= one.chars().count().min(other.chars().count());
    (alike && differing.next().is_none()).then_some((one, other))
}

#[cfg(test)]
mod tests;
