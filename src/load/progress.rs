//! How far reading a file is, and what of it is known already.

use leptos::prelude::*;
use sidebyline_dataset::model;

use crate::dates;

/// So much of the beginning is shown.
const FIRST: usize = 20;

/// How far it is, and what comes first. Until a file is here is the first half; to make of it what is shown, the second.
#[derive(Clone, Copy)]
pub struct Progress {
    /// So much of so much, where that is known.
    pub far: RwSignal<(usize, Option<usize>)>,
    /// What the dataset is called, once that is known.
    pub title: RwSignal<String>,
    /// What comes first in it.
    pub first: RwSignal<Vec<First>>,
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

impl Progress {
    /// Nothing has come.
    pub fn new() -> Self {
        Self { far: RwSignal::new((0, None)), title: RwSignal::new(String::new()), first: RwSignal::new(Vec::new()) }
    }

    /// Begins anew.
    pub fn begin(self) {
        self.far.set((0, None));
        self.title.set(String::new());
        self.first.set(Vec::new());
    }

    /// Hears of what comes first; whether there is room for more.
    pub fn hear(self, first: model::First<'_>) -> bool {
        let (words, language, when, by) = match first {
            model::First::Title(title) => return self.title.try_set(title.to_owned()).is_none(),
            model::First::Event { title, language, when } => (&title.0, language, when, None),
            model::First::Quote { words, language, when, speakers, source } => {
                (&words.0, language, when, Some([&speakers.join(", "), " · ", source].concat()))
            }
        };
        let when = when.map(dates::words).unwrap_or_default();
        let first = First { when, words: words.clone(), language: language.to_owned(), by };
        self.first.try_update(|all| {
            all.push(first);
            all.len() < FIRST
        }) == Some(true)
    }
}

impl Default for Progress {
    fn default() -> Self {
        Self::new()
    }
}
