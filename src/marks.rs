//! Marks what a person searches for wherever its text is visible, by the browser's highlights: the elements stay as
//! they are. Where the browser has none, nothing is marked.

use js_sys::{Array, Function, Map, Reflect, Set};
use leptos::prelude::*;
use sidebyline_query::Query;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Node;

use crate::state::State;

/// The name of the marks in the style sheets.
const NAME: &str = "hit";

/// What holds words of the data, and not of the interface, in its own text nodes. The words may also stand in a child
/// that names their language.
const WORDS: &str = "#_events :is(.findable,.own,.quote__speaker,.quote__cue,.discrepancy__question,.discrepancy__answer,.discrepancy__note)";
/// What holds a source's own words.
const VERBATIM: &str = "#_events .verbatim>[lang]";

/// Marks the hits once what follows from the view and from what is open is on the page.
pub fn mark_hits(state: State) {
    state.opened();
    let query = state.answer(|answer| answer.selection.query.clone());
    let selector = if state.view(|view| view.verbatim) {
        VERBATIM.to_owned()
    } else {
        [VERBATIM, ",", WORDS, ",", WORDS, ">[lang]"].concat()
    };
    request_animation_frame(move || mark(&query, &selector).unwrap_or_default());
}

/// Marks the hits in the text nodes of what `selector` finds; nothing if the browser can't.
fn mark(query: &Query, selector: &str) -> Option<()> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined());
    let window = window();
    // They are like a map and a set, and share the names of their methods.
    let all: Map = get(&get(&window, "CSS")?, "highlights")?.unchecked_into();
    let highlight: Function = get(&window, "Highlight")?.unchecked_into();
    let marks: Set = Reflect::construct(&highlight, &Array::new()).ok()?.unchecked_into();
    if !query.is_empty() {
        let holders = document().query_selector_all(selector).ok()?;
        for holder in (0..holders.length()).filter_map(|at| holders.get(at)) {
            let mut node = holder.first_child();
            while let Some(text) = node {
                if text.node_type() == Node::TEXT_NODE {
                    mark_text(query, &text, &marks);
                }
                node = text.next_sibling();
            }
        }
    }
    all.set(&NAME.into(), &marks);
    Some(())
}

fn mark_text(query: &Query, node: &Node, marks: &Set) -> Option<()> {
    let text = node.node_value()?;
    // A browser counts in units of UTF-16.
    let units = |bytes: usize| text[..bytes].encode_utf16().count() as u32;
    for found in query.marks(&text) {
        let range = document().create_range().ok()?;
        range.set_start(node, units(found.start)).ok()?;
        range.set_end(node, units(found.end)).ok()?;
        marks.add(&range);
    }
    Some(())
}
