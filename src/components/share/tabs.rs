//! The ways in which something can be taken along, one at a time: tabs as the ARIA Authoring Practices have them, where
//! the arrow keys go from one to the next.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::sheet::Sheet;
use crate::components::parts::div;
use crate::node::{Node, el, live, said};
use crate::strings::share as words;

/// A way in which something can be taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Its address.
    Link,
    /// Code for another page.
    Embed,
    /// How to cite it.
    Cite,
    /// Files.
    Download,
    /// HTML that needs nothing else.
    Html,
    /// A drawing of it.
    Image,
}

impl Tab {
    /// All, in their order.
    pub const ALL: [Self; 6] = [Self::Link, Self::Embed, Self::Cite, Self::Download, Self::Html, Self::Image];

    /// The id of its tab.
    fn id(self) -> String {
        ["_share-", &(self as usize).to_string()].concat()
    }
}

/// The id of what a tab shows.
const PANEL: &str = "_share-panel";

/// The tabs.
pub fn tabs(sheet: Sheet) -> Node {
    let tab = move |tab: Tab| {
        let is = move || sheet.tab.get() == tab;
        el("button")
            .class("sharing__tab")
            .attr("type", "button")
            .attr("role", "tab")
            .attr("id", tab.id())
            .attr("aria-controls", PANEL)
            .live("aria-selected", move || said(is()))
            .live("tabindex", move || if is() { "0" } else { "-1" })
            .on("click", move |_| sheet.choose(tab))
            .child(words::tab(tab))
    };
    let turn = move |event: KeyboardEvent| {
        let all = untrack(|| sheet.tabs());
        let at = all.iter().position(|&tab| tab == sheet.tab.get_untracked()).unwrap_or(0);
        let to = match event.key().as_str() {
            "ArrowRight" => (at + 1) % all.len(),
            "ArrowLeft" => (at + all.len() - 1) % all.len(),
            "Home" => 0,
            "End" => all.len() - 1,
            _ => return,
        };
        event.prevent_default();
        sheet.choose(all[to]);
        let tab = document().get_element_by_id(&all[to].id());
        if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
            let _ = tab.focus();
        }
    };
    div("sharing__tabs", live(move || sheet.tabs().into_iter().map(tab).collect::<Vec<Node>>()))
        .attr("role", "tablist")
        .attr("aria-label", words::TABS)
        .on_as("keydown", turn)
}

/// What the chosen tab shows.
pub fn panel(sheet: Sheet, content: Node) -> Node {
    div("sharing__panel", content)
        .attr("id", PANEL)
        .attr("role", "tabpanel")
        .live("aria-labelledby", move || sheet.tab.get().id())
}

impl Sheet {
    fn choose(self, tab: Tab) {
        self.status.set("");
        self.tab.set(tab);
    }
}
