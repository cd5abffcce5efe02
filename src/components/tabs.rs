//! The pages of the app, as links: each keeps the filters, and can be opened beside this one.

use leptos::prelude::*;
use sidebyline_query::{Page, View};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::components::parts::view_link;
use crate::node::{Node, el};
use crate::state::{effect, use_state};
use crate::strings;

/// A link to each page.
pub fn tabs() -> Node {
    let state = use_state();
    let tab = |page: Page| {
        let there = move |view: &View| view.with_page(page);
        let current = move || (state.asked(|view| view.page) == page).then_some("page");
        view_link(state, there).class("tabs__link").live("aria-current", current).child(strings::page(page))
    };
    // Where they don't fit beside each other, the current one is brought into sight.
    effect(move || {
        let _ = state.page();
        request_animation_frame(|| show_current().unwrap_or_default());
    });
    let tabs: Vec<Node> = Page::ALL.map(|(page, _)| tab(page)).into();
    el("nav").class("tabs").attr("aria-label", strings::PAGES).child(tabs)
}

fn show_current() -> Option<()> {
    let current = document().query_selector(".tabs [aria-current]").ok()??;
    let tabs = current.parent_element()?;
    let current: &HtmlElement = current.unchecked_ref();
    let middle = current.offset_left() + (current.offset_width() - tabs.client_width()) / 2;
    tabs.set_scroll_left(middle - tabs.unchecked_ref::<HtmlElement>().offset_left());
    Some(())
}
