//! What an event opens to: its sources side by side, then where they differ, then what can be done with it.

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use sidebyline_compare::columns;
use sidebyline_dataset::model::EventIdx;
use sidebyline_query::{Page, View};

use crate::components::copy_link::copy_link;
use crate::components::discrepancy::discrepancy;
use crate::components::event::column::column;
use crate::components::live::live;
use crate::components::parts::{div, maybe, row};
use crate::load::Story;
use crate::state::State;
use crate::strings;

/// The class of none, one or more columns.
const SHAPES: [&str; 3] = ["event__columns", "event__columns event__columns--one", "event__columns"];

/// What there is on the event at `index`.
pub fn body(story: &Arc<Story>, state: State, index: EventIdx) -> AnyView {
    let event = &story.dataset.events[index];
    let columns: Vec<AnyView> =
        columns(&story.dataset, index).iter().map(|of_one| column(story, index, of_one)).collect();
    let mut differences: Vec<AnyView> = Vec::new();
    if !event.discrepancies.is_empty() {
        differences.push(live("h4", "event__subtitle", strings::DIFFERENCES, |_| ()));
        differences.extend(event.discrepancies.iter().map(|&index| discrepancy(story, index)));
    }
    let link = ["#", &event.id].concat();
    let actions = row([
        copy_link("link-button", strings::timeline::copy_link_to(&event.title.0), move || link.clone()),
        compare(state, event.id.clone()),
    ]);
    let parts = row([
        div(SHAPES[columns.len().min(SHAPES.len() - 1)], columns),
        maybe((!differences.is_empty()).then(|| div("event__differences", differences))),
        div("event__actions", actions),
    ]);
    div("event__body", parts)
}

/// A link to the same event on the page that compares.
fn compare(state: State, id: String) -> AnyView {
    let there = |view: &View| view.with_page(Page::Compare);
    live("a", "link-button", strings::timeline::COMPARE, move |link| {
        let (id, target) = (id.clone(), id.clone());
        link.says("href", move || [&state.link(there), "#", &id].concat()).on("click", move |event: MouseEvent| {
            if event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
                event.prevent_default();
                state.go_to(there, &target);
            }
        });
    })
}
