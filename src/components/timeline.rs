//! All events in the order of time, the background folded. Everything is built once; what doesn't match is hidden, so
//! that nothing jumps, folds or loses the focus when a filter changes.

mod day;

use leptos::ev::Event;
use leptos::prelude::*;
use web_sys::Element;

use crate::components::event::event;
use crate::components::loose::{loose_discrepancies, loose_quotes};
use crate::components::parts::{row, span};
use crate::node::{Node, el, listener, live};
use crate::state::{memo, use_state, use_story};
use crate::strings;

/// The events.
pub fn timeline() -> Node {
    let story = use_story();
    let days: Vec<Node> = story.timeline.days.iter().map(day::day).collect();
    [background(), days.into(), loose_quotes(), loose_discrepancies()].into()
}

/// What came before, folded until a search finds something in it or a reader unfolds it.
fn background() -> Node {
    let (story, state) = (use_story(), use_state());
    let members = || story.timeline.background.iter().flat_map(|day| &day.events);
    let found = move || members().filter(|&&event| state.shows(event)).count();
    let wanted = memo(move || found() > 0 && state.view(|view| !view.text().is_empty()));
    let title = [strings::BACKGROUND, ": ", strings::BACKGROUND_HINT].concat();
    let count = live(move || strings::shown(found(), members().count()));
    let summary = row([el("h2").class("background__title").child(title), span("background__count", count)]);
    let mut children = vec![el("summary").class("background__summary").child(summary)];
    children.extend(members().map(|&index| event(story, state, index)));
    // What a search has unfolded is folded again after it.
    let folded = move |event: Event| {
        if let Some(details) = listener::<Element>(&event).filter(|_| !wanted.get_untracked()) {
            state.set_background_open(details.has_attribute("open"));
        }
    };
    el("details")
        .class("background")
        .hidden(move || found() == 0)
        .live("open", move || state.is_background_open() || wanted.get())
        .on("toggle", folded)
        .child(children)
}
