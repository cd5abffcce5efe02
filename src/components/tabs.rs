//! The pages of the app, as links: each keeps the filters, and can be opened beside this one.

use leptos::prelude::*;
use sidebyline_query::{Page, View};

use crate::components::parts::view_link;
use crate::state::use_state;
use crate::strings;

/// A link to each page.
#[component]
pub fn Tabs() -> impl IntoView {
    let state = use_state();
    let tab = |page: Page| {
        let there = move |view: &View| view.with_page(page);
        let current = move || (state.page() == page).then_some("page");
        view_link(state, "tabs__link", there, current, strings::page(page))
    };
    let tabs: Vec<AnyView> = [Page::Timeline, Page::Compare, Page::Quotes].map(tab).into();
    view! { <nav class="tabs" aria-label=strings::PAGES>{tabs}</nav> }.into_any()
}
