//! The addresses of what is shared: as a link, and as it is embedded.

use leptos::prelude::*;
use sidebyline_query::{DataKind, Page, Theme, View};

use super::sheet::Sheet;
use super::subject::Subject;
use crate::components::copy_link::absolute;
use crate::state::altered;

impl Sheet {
    /// The address of what is shared, by itself.
    pub fn permalink(self) -> String {
        let (subject, dataset) = (self.subject.get(), &self.story().dataset);
        if !self.pinned.get()
            && let Some((id, page)) = subject.place(dataset)
        {
            return absolute(&self.state.link_to(page, id));
        }
        let version = if self.pinned.get() { &dataset.about.version } else { "" };
        let query = self.state.view(|view| subject.view(dataset, view).with_version(version).to_string());
        absolute(&whole(&query, &subject.hash(dataset)))
    }

    /// Whether other people can get at what is shared.
    pub fn is_reachable(self) -> bool {
        self.state.view(|view| view.data().kind() != DataKind::Local)
    }

    /// What an element of an embedded view is told to show, without what only concerns the embedding.
    pub fn embedded_view(self, page: Option<Page>) -> String {
        [self.embeddable(page).to_string(), self.subject.get().hash(&self.story().dataset)].concat()
    }

    /// The address that a frame shows.
    pub fn embedded(self, page: Option<Page>, theme: Theme) -> String {
        let view = altered(&self.embeddable(page), |view| (view.embed, view.theme) = (true, theme));
        absolute(&whole(&view.to_string(), &self.subject.get().hash(&self.story().dataset)))
    }

    fn embeddable(self, page: Option<Page>) -> View {
        let subject = self.subject.get();
        self.state.view(|view| of_page(subject, &subject.view(&self.story().dataset, view), page))
    }
}

/// Where the site lies, with a slash at its end. Where the page is a file with a name of its own, that file.
pub fn root() -> String {
    let here = absolute("");
    match here.strip_suffix("index.html") {
        Some(root) => root.into(),
        None => here,
    }
}

/// The view on this page; embedded, a view follows the data as they are corrected.
fn of_page(subject: Subject, view: &View, page: Option<Page>) -> View {
    let view = view.with_version("");
    match page {
        Some(page) if subject == Subject::View && page != view.page => view.with_page(page),
        _ => view,
    }
}

/// A query and what follows it, as the end of an address.
fn whole(query: &str, hash: &str) -> String {
    [if query.is_empty() { "" } else { "?" }, query, hash].concat()
}
