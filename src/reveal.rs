//! Brings the element that the address points to before the reader's eyes.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::state::State;

/// How far below the upper edge of a frame an element is shown, in pixels: a line sticks there.
const ROOM: f64 = 56.0;

/// Shows the element called `id`: opens what it is folded into, scrolls to it, and focuses it, so that the keyboard and
/// a screen reader go on from there.
pub fn reveal(id: &str) {
    if let Some(element) = unfolded(id) {
        element.scroll_into_view();
        let _ = element.focus();
    }
}

/// Does the same within this window, while the reader is in the page that frames it: that isn't scrolled, and keeps the
/// focus. `frame.js` gives the focus to the element when she comes into the frame.
pub fn reveal_within(id: &str) {
    if let Some(element) = unfolded(id) {
        let top = window().scroll_y().unwrap_or_default() + element.get_bounding_client_rect().top();
        window().scroll_to_with_x_and_y(0.0, top - ROOM);
    }
}

/// The element called `id`, out of all that it is folded into, and able to get the focus.
fn unfolded(id: &str) -> Option<HtmlElement> {
    let element = document().get_element_by_id(id)?;
    let mut folded: Option<Element> = element.closest("details").ok().flatten();
    while let Some(details) = folded {
        let _ = details.set_attribute("open", "");
        folded = details.parent_element().and_then(|parent| parent.closest("details").ok().flatten());
    }
    if !element.has_attribute("tabindex") {
        let _ = element.set_attribute("tabindex", "-1");
    }
    element.dyn_into().ok()
}

/// Does something that takes the button in focus away, and leaves the focus with the events instead of nowhere.
pub fn to_the_events(act: impl FnOnce()) {
    act();
    if let Some(events) = document().get_element_by_id("_events")
        && let Some(events) = events.dyn_ref::<HtmlElement>()
    {
        let _ = events.focus();
    }
}

/// Once the events have changed: if their beginning is above what the reader sees, goes back to it, since what is in
/// sight now may be the end of a much shorter list.
pub fn from_the_first_event(state: State) {
    state.once_shown(|| {
        if let Some(events) = document().get_element_by_id("_events")
            && events.get_bounding_client_rect().top() < 0.0
        {
            events.scroll_into_view();
        }
    });
}
