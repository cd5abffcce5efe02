//! What an event opens to: its sources side by side, then where they differ, then what can be done with it.

use sidebyline_compare::columns;
use sidebyline_dataset::model::EventIdx;
use sidebyline_query::{Page, View};

use crate::components::copy_link::copy_link;
use crate::components::discrepancy::discrepancy;
use crate::components::event::column::column;
use crate::components::parts::{div, maybe, place_link, row};
use crate::components::share::share_button;
use crate::load::Story;
use crate::node::{Node, el};
use crate::state::State;
use crate::strings;

/// The class of none, one or more columns.
const SHAPES: [&str; 3] = ["event__columns", "event__columns event__columns--one", "event__columns"];

/// What there is on the event at `index`.
pub fn body(story: &'static Story, state: State, index: EventIdx) -> Node {
    let event = &story.dataset.events[index];
    let columns: Vec<Node> = columns(&story.dataset, index).iter().map(|of_one| column(story, index, of_one)).collect();
    let mut differences: Vec<Node> = Vec::new();
    if !event.discrepancies.is_empty() {
        differences.push(el("h4").class("event__subtitle").child(strings::DIFFERENCES));
        differences.extend(event.discrepancies.iter().map(|&index| discrepancy(story, index)));
    }
    let id = event.id.clone();
    let actions = row([
        copy_link("link-button", strings::timeline::copy_link_to(&event.title.0), move || {
            state.link_to(Page::Timeline, &id)
        }),
        share_button("link-button", strings::share_what(&event.title.0), event.id.clone()),
        place_link(state, &event.id, |view: &View| view.with_page(Page::Compare))
            .class("link-button")
            .child(strings::timeline::COMPARE),
        maybe((columns.len() > 1).then(|| {
            place_link(state, &event.id, |view: &View| view.with_page(Page::Coverage))
                .class("link-button")
                .child(strings::timeline::ORIGINS)
        })),
    ]);
    let parts = row([
        div(SHAPES[columns.len().min(SHAPES.len() - 1)], columns),
        maybe((!differences.is_empty()).then(|| div("event__differences", differences))),
        div("event__actions", actions),
    ]);
    div("event__body", parts)
}
