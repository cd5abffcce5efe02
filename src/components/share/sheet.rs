//! What fills the dialog: what is shared, and the ways in which it can be taken along.

use leptos::prelude::*;
use leptos::task::spawn_local;
use sidebyline_query::Page;

use super::data::Whole;
use super::subject::Subject;
use super::tabs::{Tab, panel, tabs};
use super::{cite, download, embed, html, image, link, report_link};
use crate::components::compare::watch;
use crate::components::filters::choice;
use crate::components::parts::{div, maybe, p, row};
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::state::{State, use_state, use_story};
use crate::strings::share as words;

/// What the parts of the dialog have in common.
#[derive(Clone, Copy)]
pub struct Sheet {
    pub state: State,
    /// What is shared.
    pub subject: RwSignal<Subject>,
    /// Whether a link names the version of the data.
    pub pinned: RwSignal<bool>,
    /// The way that is shown.
    pub tab: RwSignal<Tab>,
    /// What stands in the dataset's JSON, once that is here.
    pub whole: RwSignal<Whole>,
    /// The SHA-256 of the dataset's JSON in hexadecimal digits, once that is known; empty if it can't be.
    pub digest: RwSignal<Option<String>>,
    /// What is said last: the page's own status can't be heard beneath a dialog.
    pub status: RwSignal<&'static str>,
}

/// The dialog's content.
pub fn sheet() -> Node {
    let (story, state) = (use_story(), use_state());
    let id = untrack(|| state.shared()).unwrap_or_default();
    let subject = Subject::of(&story.dataset, &id);
    let other = if subject == Subject::View { at_hand(story, state) } else { Subject::View };
    let pinned = untrack(|| state.view(|view| view.version() == story.dataset.about.version));
    let sheet = Sheet {
        state,
        subject: RwSignal::new(subject),
        pinned: RwSignal::new(pinned),
        tab: RwSignal::new(Tab::Link),
        whole: RwSignal::new(Whole::Unasked),
        digest: RwSignal::new(None),
        status: RwSignal::new(""),
    };
    spawn_local(async move {
        let digest = story.file.digest().await;
        // The dialog may be closed by now.
        let _ = sheet.digest.try_set(Some(digest.trim_start_matches("sha256:").into()));
    });
    let (options, chosen, dark) = (embed::Options::new(), download::Chosen::new(), RwSignal::new(is_dark()));
    let what = match other {
        Subject::View => live(move || p("sharing__what", sheet.name())),
        other => which(sheet, other),
    };
    let content = live(move || match sheet.tab.get() {
        Tab::Link => link::link(sheet),
        Tab::Embed => embed::embed(sheet, options),
        Tab::Cite | Tab::Download if sheet.digest.with(Option::is_none) => p("sharing__hint", words::FILE_WAITING),
        Tab::Cite => cite::cite(sheet),
        Tab::Download => download::download(sheet, chosen),
        Tab::Html => html::html(sheet),
        Tab::Image => image::image(sheet, dark),
    });
    let report = live(move || {
        let link = move || sheet.permalink();
        maybe(report_link(story, link).map(|link| p("sharing__report", link)))
    });
    div(
        "sharing__sheet",
        row([
            what,
            tabs(sheet),
            panel(sheet, content),
            el("p").class("sharing__status").attr("role", "status").child(live(move || sheet.status.get())),
            report,
        ]),
    )
}

/// The one thing that the reader has before her, if it is one: what the address points to, or the only open event.
fn at_hand(story: &Story, state: State) -> Subject {
    untrack(|| {
        let target = Subject::of(&story.dataset, &state.target());
        let mut open = story.dataset.events.indices().filter(|&event| state.is_open(event) && state.shows(event));
        match (target, open.next(), open.next()) {
            (Subject::View, Some(event), None) if state.page() == Page::Timeline => Subject::Event(event),
            (target, ..) => target,
        }
    })
}

/// Whether the page is dark now.
fn is_dark() -> bool {
    let chosen = document().document_element().and_then(|root| root.get_attribute("data-theme"));
    chosen.map_or_else(|| watch("(prefers-color-scheme: dark)".into()).get_untracked(), |theme| theme == "dark")
}

/// A choice between the view and one thing of it.
fn which(sheet: Sheet, other: Subject) -> Node {
    let both = [Subject::View, other];
    let options = move || both.map(|one| (one == sheet.subject.get(), sheet.name_of(one))).into();
    let pick = move |at: usize| {
        sheet.status.set("");
        sheet.subject.set(both[at.min(1)]);
        if !untrack(|| sheet.tabs()).contains(&sheet.tab.get_untracked()) {
            sheet.tab.set(Tab::Link);
        }
    };
    div("sharing__what", choice(words::WHAT, options, pick))
}

impl Sheet {
    /// The story that it is about.
    pub fn story(self) -> &'static Story {
        self.state.story
    }

    /// Whether all of the data is shared.
    pub fn is_all(self) -> bool {
        let excerpt = self.excerpt();
        excerpt.events.len() == self.story().dataset.events.len()
            && excerpt.quotes.len() == self.story().dataset.quotes.len()
    }

    /// What is shared, in words.
    pub fn name(self) -> String {
        self.name_of(self.subject.get())
    }

    /// The ways in which what is shared can be taken along.
    pub fn tabs(self) -> Vec<Tab> {
        let subject = self.subject.get();
        let is_there = |tab: &Tab| match tab {
            Tab::Link | Tab::Cite => true,
            Tab::Embed => self.is_reachable(),
            Tab::Download => matches!(subject, Subject::View | Subject::Event(_)),
            Tab::Html | Tab::Image => self.can_be_shown(),
        };
        Tab::ALL.into_iter().filter(is_there).collect()
    }

    fn name_of(self, subject: Subject) -> String {
        let dataset = &self.story().dataset;
        match subject {
            Subject::View => words::this_view(self.state.page()),
            Subject::Event(event) => words::event(&dataset.events[event].title.0),
            Subject::Quote(quote) => {
                let quote = &dataset.quotes[quote];
                let speakers = crate::components::event::names(self.story(), &quote.speakers);
                words::quote(&speakers, &dataset.sources[quote.source].label)
            }
            Subject::Difference(difference) => words::difference(&dataset.discrepancies[difference].question.0),
        }
    }
}
