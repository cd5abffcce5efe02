//! The pages of the app, as links: each keeps the filters, and can be opened beside this one.

use sidebyline_query::{Page, View};

use crate::components::parts::view_link;
use crate::node::{Node, el};
use crate::state::use_state;
use crate::strings;

/// A link to each page.
pub fn tabs() -> Node {
    let state = use_state();
    let tab = |page: Page| {
        let there = move |view: &View| view.with_page(page);
        let current = move || (state.page() == page).then_some("page");
        view_link(state, there).class("tabs__link").live("aria-current", current).child(strings::page(page))
    };
    let tabs: Vec<Node> = Page::ALL.map(|(page, _)| tab(page)).into();
    el("nav").class("tabs").attr("aria-label", strings::PAGES).child(tabs)
}
