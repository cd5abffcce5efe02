//! Where what is shared comes from, and what of the data it is.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use sidebyline_dataset::{parse_in_turns, wire};
use sidebyline_export::{Excerpt, Origin};

use super::address::root;
use super::sheet::Sheet;
use super::subject::Subject;
use crate::load::{Reading, has_pages};

/// What stands in the dataset's JSON, with what the page has no use for. Only a copy as JSON needs it.
#[derive(Clone)]
pub enum Whole {
    /// Nobody has asked for it.
    Unasked,
    /// It is on its way.
    Waiting,
    /// It is here.
    Here(Arc<wire::Dataset>),
    /// It can't be had.
    Nowhere,
}

impl Sheet {
    /// The dataset's JSON, asked for when it is first needed.
    pub fn whole(self) -> Whole {
        if matches!(self.whole.get_untracked(), Whole::Unasked) {
            self.whole.set(Whole::Waiting);
            let data = untrack(|| self.state.view(|view| view.data().clone()));
            spawn_local(async move {
                let wire = match self.story().json(&data).await {
                    Some(json) => parse_in_turns(&json, &Reading::new(None)).await.ok(),
                    None => None,
                };
                // The dialog may be closed by now.
                let _ = self.whole.try_set(wire.map_or(Whole::Nowhere, |wire| Whole::Here(Arc::new(wire))));
            });
        }
        self.whole.get()
    }

    /// Where what is shared comes from; `digest` is the SHA-256 of the dataset's JSON in hexadecimal digits, where it is to be
    /// told.
    pub fn origin(self, digest: String) -> Origin {
        let dataset = &self.story().dataset;
        let one = self.subject.get() != Subject::View;
        Origin {
            filter: if one {
                String::new()
            } else {
                self.state.answer(|answer| sidebyline_export::words(&answer.selection, dataset))
            },
            view: self.permalink(),
            root: root(),
            data: self.state.view(|view| view.data().as_str().to_owned()),
            has_pages: has_pages(),
            digest,
            accessed: today(),
        }
    }

    /// What is shared, as what the data have of it.
    pub fn excerpt(self) -> Excerpt {
        let (story, subject) = (self.story(), self.subject.get());
        match subject {
            Subject::View => self
                .state
                .answer(|answer| Excerpt::of_view(&story.dataset, &story.timeline, &answer.selection, &answer.matches)),
            Subject::Event(event) => Excerpt::of_event(&story.dataset, event),
            Subject::Quote(quote) => Excerpt { quotes: vec![quote], ..Excerpt::default() },
            Subject::Difference(difference) => Excerpt { discrepancies: vec![difference], ..Excerpt::default() },
        }
    }

    /// What a file of this is called: whose it is, from when, and what is in it.
    pub fn file_name(self, what: &str, extension: &str) -> String {
        let dataset = &self.story().dataset;
        let id = self.subject.get().place(dataset).map(|(id, _)| id);
        let today = today();
        let parts = ["sidebyline", &dataset.about.id, &today].into_iter().chain(id).chain([what]);
        let name: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        [name.join("-").as_str(), ".", extension].concat()
    }
}

/// The day, as ISO 8601 writes it.
fn today() -> String {
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    now.split('T').next().unwrap_or_default().into()
}
