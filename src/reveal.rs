//! Brings the element that the address points to before the reader's eyes.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Shows the element called `id`: opens what it is folded into, scrolls to it, and focuses it, so that the keyboard and
/// a screen reader go on from there.
pub fn reveal(id: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    let mut folded: Option<Element> = element.closest("details").ok().flatten();
    while let Some(details) = folded {
        let _ = details.set_attribute("open", "");
        folded = details.parent_element().and_then(|parent| parent.closest("details").ok().flatten());
    }
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.scroll_into_view();
        let _ = element.focus();
    }
}
