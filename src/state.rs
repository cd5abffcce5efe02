//! The view as signals and memos: address → view → matches → components, and never back.

use std::sync::Arc;

use leptos::prelude::*;
use sidebyline_dataset::model::EventIdx;
use sidebyline_query::{Filter, Matches, Selection, View, Warning};

use crate::history::Address;
use crate::load::Story;

/// All that the page's components share. Built once the dataset is there.
#[derive(Clone, Copy)]
pub struct State {
    address: Address,
    answer: Memo<Arc<Answer>>,
}

/// What the dataset answers to an address. All of it depends on all of the address, so it is one memo and not several.
#[derive(Debug, PartialEq)]
struct Answer {
    selection: Selection,
    warnings: Vec<Warning>,
    matches: Matches,
    without_each: Vec<(Filter, usize)>,
}

impl State {
    /// The state of `story` at `address`.
    pub fn new(story: &Arc<Story>, address: Address) -> Self {
        let story = Arc::clone(story);
        let answer = Memo::new(move |_| {
            let (view, mut warnings) = View::parse(&address.query());
            let (selection, more) = Selection::of(&view, &story.dataset);
            warnings.extend(more);
            let (matches, without_each) = (story.index.matching(&selection), story.index.without_each(&selection));
            Arc::new(Answer { selection, warnings, matches, without_each })
        });
        Self { address, answer }
    }

    /// Asks something about what the selection finds, and again when it changes.
    pub fn matches<T>(self, ask: impl FnOnce(&Matches) -> T) -> T {
        self.answer.with(|answer| ask(&answer.matches))
    }

    /// For each filter that is in force: how many events there would be without it.
    pub fn without_each(self) -> Vec<(Filter, usize)> {
        self.answer.with(|answer| answer.without_each.clone())
    }

    /// Asks something about the view, and again when it changes.
    pub fn view<T>(self, ask: impl FnOnce(&View) -> T) -> T {
        self.answer.with(|answer| ask(&answer.selection.view))
    }

    /// What the address says that can't be done.
    pub fn warnings(self) -> Vec<Warning> {
        self.answer.with(|answer| answer.warnings.clone())
    }

    /// Whether `event` is among the matches.
    pub fn shows(self, event: EventIdx) -> bool {
        self.matches(|matches| matches.events.contains(event))
    }

    /// The id that the address points to.
    pub fn target(self) -> String {
        self.address.target()
    }

    /// Chooses the source called `id`, or chooses it no more.
    pub fn toggle_source(self, id: &str) {
        self.choose(|view| view.toggled(id));
    }

    /// Lifts one filter.
    pub fn lift(self, filter: Filter) {
        self.choose(|view| view.without(filter));
    }

    /// Lifts all filters.
    pub fn clear(self) {
        self.choose(|_| View::default());
    }

    /// Looks for `text` while it is being typed.
    pub fn type_text(self, text: &str) {
        let query = self.answer.with_untracked(|answer| answer.selection.view.with_text(text).to_string());
        self.address.type_in(&query);
    }

    /// Says that the typing is over.
    pub fn end_typing(self) {
        self.address.end_typing();
    }

    fn choose(self, change: impl FnOnce(&View) -> View) {
        let query = self.answer.with_untracked(|answer| change(&answer.selection.view).to_string());
        self.address.choose(&query);
    }
}

/// The dataset, in any component.
pub fn use_story() -> Arc<Story> {
    expect_context()
}

/// The state, in any component.
pub fn use_state() -> State {
    expect_context()
}
