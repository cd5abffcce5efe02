//! One event: a compact row that says what it is, when, and who reports it; opened in place, what each source has on
//! it, side by side, and where they differ.

mod body;
pub(in crate::components) use body::body;
mod column;
pub(in crate::components) use column::{mention_facts, names};
mod facts;
mod hits;
pub(in crate::components) use hits::hits;
mod outside;
pub(in crate::components) use outside::{is_outside, outside_label};

use leptos::ev::Event;
use leptos::prelude::*;
use sidebyline_dataset::model::EventIdx;
use web_sys::Element;

use crate::components::later::{Later, Wanted};
use crate::components::parts::{div, row};
use crate::components::words::text;
use crate::load::Story;
use crate::node::{Node, el, listener, live, said};
use crate::state::{State, memo};

/// The event at `index`; hidden if it doesn't match. What opens is a later part of the program; it is built when the event is
/// opened, and taken away when it is closed.
pub fn event(story: &'static Story, state: State, index: EventIdx) -> Node {
    let event = &story.dataset.events[index];
    // No id of a dataset has a colon.
    let title_id = ["_title:", &event.id].concat();
    let body_id = ["_body:", &event.id].concat();
    let (labelled_by, controls) = (title_id.clone(), body_id.clone());
    let open = memo(move || state.is_open(index));
    let name = {
        let title = text(&event.title, &story.dataset.about.language);
        el("span").class("findable").attr("id", &title_id).child(title)
    };
    let toggle = el("button")
        .class("event__toggle")
        .attr("type", "button")
        .attr("aria-controls", &controls)
        .live("aria-expanded", move || open.get().to_string())
        .on("click", move |event: Event| {
            let Some(toggle) = listener::<Element>(&event) else { return };
            let opens = toggle.get_attribute("aria-expanded").as_deref() != Some("true");
            // It says so before what it opens to is there.
            let _ = toggle.set_attribute("aria-expanded", said(opens));
            state.once_painted(move || state.set_open(index, opens));
        })
        .child(name);
    let title = el("h3").class("event__title").child(toggle);
    let later: Later = use_context().unwrap_or_default();
    let is_sought =
        move || state.answer(|answer| !answer.selection.query.is_empty() && answer.matches.has_event(index));
    let hits = live(move || (!open.get() && is_sought()).then(|| later.show_quietly(Wanted::Hits(index))));
    let body = live(move || open.get().then(|| later.show(Wanted::Body(index))));
    let id = event.id.clone();
    let children = row([
        div("event__head", row([title, facts::facts(story, state, index), hits])),
        el("div").class("event__place").attr("id", &body_id).child(body),
    ]);
    el("article")
        .class("event")
        .attr("id", &id)
        .attr("tabindex", "-1")
        .attr("aria-labelledby", &labelled_by)
        .live("hidden", move || !state.shows(index))
        .child(children)
}
