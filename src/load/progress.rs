//! How far reading a file is, and what of it is known already.

use leptos::prelude::*;
use sidebyline_dataset::model;

use crate::dates;

/// So much of the beginning is shown.
const FIRST: usize = 20;
/// How many steps the second half of the bar has.
pub(super) const HALF: usize = 1_000;

/// What is told while a file comes and is read.
pub type Progress = RwSignal<Told>;

/// How far it is, and what comes first in it.
#[derive(Debug, Default)]
pub struct Told {
    /// So much of it is done. Until a file is here is the first half; to make of it what is shown, the second.
    pub here: usize,
    /// Of so much, if that is known.
    pub all: Option<usize>,
    /// What the dataset is called, once that is known.
    pub title: String,
    /// What comes first in it.
    pub first: Vec<First>,
}

/// An event, or a direct quote.
#[derive(Clone, Debug)]
pub struct First {
    /// When it is or was said, in words.
    pub when: String,
    /// The event's title, or what is said.
    pub words: String,
    /// The language of these.
    pub language: String,
    /// Of a quote: who says it, and in which source.
    pub by: Option<String>,
}

impl First {
    /// What is shown of something that comes first, or the title of the whole, if it is that.
    pub(super) fn of<'a>(first: &model::First<'a>) -> Result<Self, &'a str> {
        let (words, language, when, by) = match first {
            model::First::Title(title) => return Err(title),
            model::First::Event { title, language, when } => (&title.0, language, when, None),
            model::First::Quote { words, language, when, speakers, source } => {
                (&words.0, language, when, Some([&speakers.join(", "), " · ", source].concat()))
            }
        };
        let when = when.map(dates::words).unwrap_or_default();
        Ok(Self { when, words: words.clone(), language: (*language).to_owned(), by })
    }
}

/// Tells how far it is.
pub(super) fn tell(progress: Progress, here: usize, all: Option<usize>) {
    // Nobody may be there to hear it any more.
    let _ = progress.try_update(|told| (told.here, told.all) = (here, all));
}

/// Tells what the dataset is called.
pub(super) fn tell_title(progress: Progress, title: &str) {
    let _ = progress.try_update(|told| title.clone_into(&mut told.title));
}

/// Tells something that comes first; whether there is room for more.
pub(super) fn tell_first(progress: Progress, first: First) -> bool {
    let room = progress.try_update(|told| {
        told.first.push(first);
        told.first.len() < FIRST
    });
    room == Some(true)
}

/// Hears what comes first; whether there is room for more.
pub(super) fn hear(progress: Progress, first: &model::First<'_>) -> bool {
    match First::of(first) {
        Ok(first) => tell_first(progress, first),
        Err(title) => {
            let room = room(progress);
            tell_title(progress, title);
            room > 0
        }
    }
}

/// How much more of what comes first there is room for.
pub(super) fn room(progress: Progress) -> usize {
    // Of what has been told already, nothing is told again.
    let told = progress.try_with_untracked(|told| !told.title.is_empty() || !told.first.is_empty());
    if told == Some(false) { FIRST } else { 0 }
}
