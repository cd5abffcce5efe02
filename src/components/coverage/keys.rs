//! The keyboard in the table: Tab goes into it and out again, the arrow keys go from cell to cell.
//!
//! The table stays a table: a screen reader walks through it with its own keys. What can be pressed in it is a *stop*, and
//! is left out of the order of Tab, but for the one place where the reader is or would come in.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use crate::node::Node;

/// The rows that have such a thing and are shown.
const LINES: &str = "tbody:not([hidden])>tr:has(.coverage__stop)";
const STOPS: &str = ".coverage__stop";
/// Where Tab goes in.
const WAY_IN: &str = "tbody:not([hidden]) .coverage__stop[tabindex='0']";

/// Something to press in a cell.
pub fn stop(node: Node) -> Node {
    node.attr("tabindex", "-1")
}

/// The element that everything happens in, with the keys.
pub fn with_keys(table: Node) -> Node {
    table.on("focusin", |event: Event| enter(&event).unwrap_or_default()).on_as("keydown", |event: KeyboardEvent| {
        if !(event.alt_key() || event.meta_key() || event.shift_key())
            && let Some(next) = next(&event)
        {
            event.prevent_default();
            let _ = next.focus();
        }
    })
}

/// Makes sure that Tab has a way in, once the table is as it is to be.
pub fn keep_way_in(table: &Element) {
    let table = table.clone();
    request_animation_frame(move || {
        if table.query_selector(WAY_IN).ok().flatten().is_none()
            && let Ok(Some(first)) = table.query_selector("tbody:not([hidden]) .coverage__stop")
        {
            let _ = first.set_attribute("tabindex", "0");
        }
    });
}

/// The way in is where the reader is.
fn enter(event: &Event) -> Option<()> {
    let here = stop_of(event)?;
    let table = here.closest("table").ok()??;
    for earlier in all(&table, ".coverage__stop[tabindex='0']") {
        let _ = earlier.set_attribute("tabindex", "-1");
    }
    here.set_attribute("tabindex", "0").ok()
}

/// Where a key leads.
fn next(event: &KeyboardEvent) -> Option<HtmlElement> {
    let here = stop_of(event)?;
    let line = here.closest("tr").ok()??;
    let stops = all(&line, STOPS);
    let at = stops.iter().position(|stop| *stop == here)?;
    let ahead = event.ctrl_key();
    let next = match event.key().as_str() {
        "ArrowLeft" if !ahead => stops.get(at.checked_sub(1)?)?,
        "ArrowRight" if !ahead => stops.get(at + 1)?,
        "Home" if !ahead => stops.first()?,
        "End" if !ahead => stops.last()?,
        key @ ("ArrowUp" | "ArrowDown" | "Home" | "End") => {
            let lines = all(&line.closest("table").ok()??, LINES);
            let number = lines.iter().position(|other| *other == line)?;
            let other = match key {
                "ArrowUp" if !ahead => lines.get(number.checked_sub(1)?)?,
                "ArrowDown" if !ahead => lines.get(number + 1)?,
                "ArrowUp" | "Home" => lines.first()?,
                _ => lines.last()?,
            };
            let column = column(&here);
            let stops = all(other, STOPS);
            // Some cells have nothing to press; then the last one before it.
            let place = stops.iter().rposition(|stop| self::column(stop) <= column).unwrap_or_default();
            return stops.get(place)?.clone().dyn_into().ok();
        }
        _ => return None,
    };
    next.clone().dyn_into().ok()
}

fn stop_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(".coverage__stop").ok()?
}

/// How many cells stand before the one that this is in.
fn column(stop: &Element) -> usize {
    let mut cell = stop.closest("th,td").ok().flatten();
    let mut before = 0;
    while let Some(earlier) = cell.and_then(|cell| cell.previous_element_sibling()) {
        before += 1;
        cell = Some(earlier);
    }
    before
}

fn all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)).filter_map(|node| node.dyn_into().ok()).collect()
}
