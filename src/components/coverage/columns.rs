//! The order of the columns: each goes one place to the left or right, and those of an outlet can stand together.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use sidebyline_compare::coverage::needed;
use sidebyline_dataset::model::SourceIdx;
use sidebyline_query::View;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::components::badge::badge;
use crate::components::coverage::rows::Table;
use crate::components::parts::{div, for_the_eye, maybe, row, say, span};
use crate::load::Story;
use crate::node::{Node, el};
use crate::state::{State, altered};
use crate::strings::coverage as words;

/// After a change the number of events is said; that a column has moved is said after it, or it would not be heard.
const AFTER_THE_COUNT: Duration = Duration::from_millis(700);

/// What there is to do with the columns, folded.
pub fn columns(story: &'static Story, state: State, table: &Arc<Table>) -> Node {
    if table.layout.columns.len() < 2 {
        return ().into();
    }
    let items: Vec<Node> = (0..table.layout.columns.len()).map(|at| item(story, state, table, at)).collect();
    let outlets = story.dataset.sources.iter().any(|(_, source)| source.outlet.is_some());
    let grouped = table.layout.grouped;
    let together = outlets.then(|| {
        let input = el("input").attr("type", "checkbox").prop("checked", move || grouped);
        let input = input.on("change", move |_| state.choose(|view| altered(view, |view| view.by_outlet = !grouped)));
        el("label").class("rows__option").child([input, say(words::BY_OUTLET)])
    });
    let moved = state.view(|view| !view.columns().is_empty());
    let usual = moved.then(|| {
        let reset = move |_| state.choose(|view| view.with_columns([]));
        el("button").attr("type", "button").class("link-button").on("click", reset).child(words::USUAL_ORDER)
    });
    let children = row([
        el("ol").class("coverage__order-list").child(items),
        div("coverage__order-more", row([maybe(together), maybe(usual)])),
    ]);
    el("details").class("coverage__columns").child(el("summary").child(words::COLUMNS)).child(children)
}

fn item(story: &'static Story, state: State, table: &Arc<Table>, at: usize) -> Node {
    let Some(&index) = table.layout.columns.get(at) else { return ().into() };
    let source = &story.dataset.sources[index];
    let name = span("coverage__order-name", say(source.title.as_str().to_owned()));
    let children = row([
        step(story, state, table, at, true),
        step(story, state, table, at, false),
        for_the_eye(badge(&story.dataset, index)),
        name,
    ]);
    el("li").class("coverage__order-item").child(children)
}

/// A button that moves the column at a place to one side.
fn step(story: &'static Story, state: State, table: &Arc<Table>, at: usize, to_left: bool) -> Node {
    let label = &story.dataset.sources[table.layout.columns[at]].label;
    let (said, mark) = if to_left {
        (words::move_left(label), words::LEFT_MARK)
    } else {
        (words::move_right(label), words::RIGHT_MARK)
    };
    let id = id(story, table.layout.columns[at], to_left);
    let moved = table.coverage.moved(at, to_left);
    let (stays, table) = (moved.is_none(), Arc::clone(table));
    let go = move |_| {
        let Some(order) = &moved else { return };
        let index = table.layout.columns[at];
        state.choose(|view| ordered(story, &table, view, order));
        let place = order.iter().position(|&source| source == index).unwrap_or_default();
        let said = words::moved(&story.dataset.sources[index].label, place + 1, order.len());
        set_timeout(move || state.announce(said), AFTER_THE_COUNT);
        // The button goes along with its column, and the reader with the button.
        let button = self::id(story, index, to_left);
        request_animation_frame(move || {
            let element = document().get_element_by_id(&button);
            if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
                let _ = element.focus();
            }
        });
    };
    el("button")
        .attr("type", "button")
        .class("coverage__step")
        .attr("id", id)
        .attr("aria-label", said.clone())
        .attr("title", said)
        .attr("aria-disabled", stays.then_some("true"))
        .on("click", go)
        .child(mark)
}

fn id(story: &Story, source: SourceIdx, to_left: bool) -> String {
    [if to_left { "_left:" } else { "_right:" }, &story.dataset.sources[source].id].concat()
}

/// The view with the columns in this order, told as shortly as can be.
fn ordered(story: &Story, table: &Table, view: &View, order: &[SourceIdx]) -> View {
    let mut usual = table.layout.columns.clone();
    usual.sort_unstable();
    let first = needed(&story.dataset, order, &usual, table.layout.grouped);
    view.with_columns(order.iter().take(first).map(|&source| story.dataset.sources[source].id.as_str()))
}
