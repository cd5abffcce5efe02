//! Where there is no room for the facets beside the events, they move into a drawer, and back when it is closed. The
//! drawer is the browser's own modal dialog: it keeps the focus in, hears Escape, and gives the focus back.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::chips::number_chosen;
use super::press::{Press, press};
use crate::components::parts::{row, say, span};
use crate::intl::number;
use crate::node::{Node, live};
use crate::state::use_state;
use crate::strings;

/// The id of the drawer.
pub const DRAWER: &str = "_drawer";
/// The id of what moves.
pub const PANEL: &str = "_panel";

/// Opens the drawer.
pub fn filter_button() -> Node {
    let state = use_state();
    let count = move || {
        let count = state.view(number_chosen);
        if count == 0 { String::new() } else { number(count) }
    };
    let children = row([say(strings::filters::FILTERS), say(" "), span("filter-button__count", live(count))]);
    press(Press { class: "filter-button", ..Press::default() }, open, children)
}

/// Moves the facets into the drawer and shows it.
fn open() {
    let (Some(drawer), Some(panel)) = (drawer(), document().get_element_by_id(PANEL)) else { return };
    if drawer.append_child(&panel).is_ok() && drawer.show_modal().is_err() {
        put_back();
    }
}

/// Closes the drawer, which then [puts back](put_back) what is in it.
pub fn close() {
    if let Some(drawer) = drawer() {
        drawer.close();
    }
}

/// Moves the facets back to where they stand beside the events, right before the drawer.
pub fn put_back() {
    let place = drawer().and_then(|drawer| drawer.previous_element_sibling());
    if let (Some(place), Some(panel)) = (place, document().get_element_by_id(PANEL)) {
        let _ = place.append_child(&panel);
    }
}

fn drawer() -> Option<HtmlDialogElement> {
    document().get_element_by_id(DRAWER)?.dyn_into().ok()
}
