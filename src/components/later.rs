//! The pages that are loaded when they are first asked for, so that the first view stays small.
//!
//! A published page is two programs: the second holds what only [`page`] calls, and is fetched beside its style sheet.
//! Builds for development and tests are one program, and have everything at hand.

use leptos::prelude::*;
use leptos::task::spawn_local;
use sidebyline_query::Page;

use crate::components::compare::compare;
use crate::components::coverage::coverage;
use crate::components::discrepancies::discrepancies;
use crate::components::parts::{div, maybe, p, row};
use crate::components::quotes::quotes;
use crate::components::source::source;
use crate::components::variants::variants;
use crate::node::{Node, el, live};
use crate::strings;

/// Gives a page.
type Pages = fn(Page) -> Node;

/// The name of the element in `index.html` that says where their styles are.
const STYLES: &str = "meta[name=later-styles]";

/// Where the second program stands.
#[derive(Clone, Copy)]
enum Arrival {
    /// It is not here yet.
    Waiting,
    /// It is here.
    Here(Pages),
    /// It did not come.
    Failed,
}

/// What is loaded later. Created once, in the root.
#[derive(Clone, Copy)]
pub struct Later {
    pages: RwSignal<Arrival>,
    asked: RwSignal<bool>,
    /// Whether their styles are here, or can't be had: a page can be read without.
    styled: RwSignal<bool>,
}

impl Later {
    /// Nothing is asked for yet.
    pub fn new() -> Self {
        let pages = if cfg!(feature = "split") { Arrival::Waiting } else { Arrival::Here(page) };
        Self { pages: RwSignal::new(pages), asked: RwSignal::new(false), styled: RwSignal::new(false) }
    }

    /// This page, or what stands in for it until it is there.
    pub fn show(self, page: Page) -> Node {
        if !self.asked.get_untracked() {
            self.ask();
        }
        match self.pages.get() {
            Arrival::Here(pages) if self.styled.get() => pages(page),
            Arrival::Failed => {
                let again = el("button").attr("type", "button").class("button").on("click", move |_| self.ask());
                let why = el("p").attr("role", "alert").child(strings::LATER_FAILED);
                div("later", row([why, again.child(strings::RETRY)]))
            }
            _ => p("later", strings::LATER_WAITING),
        }
    }

    /// Whether this page is there; asked again when it comes.
    pub fn has(self, page: Page) -> bool {
        page == Page::Timeline || (matches!(self.pages.get(), Arrival::Here(_)) && self.styled.get())
    }

    /// The styles, from when they are asked for.
    pub fn styles(self) -> Node {
        live(move || {
            let href = self.asked.get().then(styles).flatten();
            let arrived = move |_| self.styled.set(true);
            let link = |href| el("link").attr("rel", "stylesheet").attr("href", &href);
            maybe(href.map(|href| link(href).on("load", arrived).on("error", arrived)))
        })
    }

    fn ask(self) {
        self.asked.set(true);
        self.styled.update(|styled| *styled |= styles().is_none());
        if matches!(self.pages.get_untracked(), Arrival::Here(_)) {
            return;
        }
        self.pages.set(Arrival::Waiting);
        spawn_local(async move {
            let arrival = pages().await.map_or(Arrival::Failed, Arrival::Here);
            self.pages.try_set(arrival);
        });
    }
}

impl Default for Later {
    fn default() -> Self {
        Self::new()
    }
}

/// Has the second program fetched while the data are on their way, since it will be asked for.
pub fn fetch_early() {
    spawn_local(async {
        // If it does not come, that is told when it is asked for.
        let _ = pages().await;
    });
}

/// Where their styles are, as the page's head says.
fn styles() -> Option<String> {
    document().query_selector(STYLES).ok()??.get_attribute("content")
}

#[cfg(feature = "split")]
mod split {
    use super::{Pages, page};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    #[wasm_split(later, fallible)]
    pub fn pages() -> Result<Pages, SplitLoaderError> {
        Ok(page)
    }
}
#[cfg(feature = "split")]
use split::pages;

#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "the split program has to wait for it")]
async fn pages() -> Option<Pages> {
    Some(page)
}

/// The page.
fn page(page: Page) -> Node {
    match page {
        Page::Timeline => ().into(),
        Page::Compare => compare(),
        Page::Coverage => coverage(),
        Page::Quotes => quotes(),
        Page::Variants => variants(),
        Page::Discrepancies => discrepancies(),
        Page::Source => source(),
    }
}
