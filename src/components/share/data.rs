//! Where what is shared comes from, and what of the data it is.

use std::sync::Arc;

use leptos::prelude::*;
use sidebyline_dataset::text::digest;
use sidebyline_dataset::wire;
use sidebyline_export::{Excerpt, Origin};

use super::address::root;
use super::sheet::Sheet;
use super::subject::Subject;
use crate::load::has_pages;

/// What the dataset's file says of itself.
#[derive(Default)]
pub struct File {
    /// The SHA-256 of its bytes, in hexadecimal digits.
    pub digest: String,
    /// What stands in it, with what the page has no use for; it was read before, so it can be read again.
    pub wire: Option<wire::Dataset>,
}

impl Sheet {
    /// The dataset's file, looked at once.
    pub fn file(self) -> Arc<File> {
        if let Some(file) = self.looked_at.get_value() {
            return file;
        }
        let bytes = &self.story.file;
        #[cfg(target_arch = "wasm32")]
        let wire = crate::json::read(bytes).ok();
        #[cfg(not(target_arch = "wasm32"))] // where there is no browser: in tests
        let wire = sidebyline_dataset::parse(bytes).ok();
        let file = Arc::new(File { digest: digest(bytes).trim_start_matches("sha256:").into(), wire });
        self.looked_at.set_value(Some(Arc::clone(&file)));
        file
    }

    /// Where what is shared comes from.
    pub fn origin(self, file: &File) -> Origin {
        let dataset = &self.story.dataset;
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
            digest: file.digest.clone(),
            accessed: today(),
        }
    }

    /// What is shared, as what the data have of it.
    pub fn excerpt(self) -> Excerpt {
        let (story, subject) = (self.story, self.subject.get());
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
        let dataset = &self.story.dataset;
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
