//! One event: a compact row that says what it is, when, and who reports it; opened in place, what each source has on
//! it, side by side, and where they differ.

mod body;
mod column;
pub(in crate::components) use column::names;
mod facts;
mod hits;
mod outside;
pub(in crate::components) use outside::{is_outside, outside_label};

use std::sync::Arc;

use leptos::prelude::*;
use sidebyline_dataset::model::EventIdx;

use crate::components::parts::{div, row};
use crate::components::words::text;
use crate::load::Story;
use crate::state::State;

/// The event at `index`; hidden if it doesn't match. What opens is built when it is opened, and taken away when it is
/// closed.
pub fn event(story: &Arc<Story>, state: State, index: EventIdx) -> AnyView {
    let event = &story.dataset.events[index];
    // No id of a dataset has a colon.
    let title_id = ["_title:", &event.id].concat();
    let body_id = ["_body:", &event.id].concat();
    let (labelled_by, controls) = (title_id.clone(), body_id.clone());
    let open = Memo::new(move |_| state.is_open(index));
    let title = view! {
        <h3 class="event__title">
            <button
                type="button"
                class="event__toggle"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls=controls
                on:click=move |_| state.set_open(index, !open.get_untracked())
            >
                <span class="findable" id=title_id>{text(&event.title, &story.dataset.about.language)}</span>
            </button>
        </h3>
    };
    let hits = {
        let story = Arc::clone(story);
        move || (!open.get()).then(|| hits::hits(&story, state, index))
    };
    let body = {
        let story = Arc::clone(story);
        move || open.get().then(|| body::body(&story, state, index))
    };
    let children = row([
        div("event__head", row([title.into_any(), facts::facts(story, state, index), hits.into_any()])),
        view! { <div id=body_id>{body}</div> }.into_any(),
    ]);
    view! {
        <article id=event.id.clone() class="event" tabindex="-1" aria-labelledby=labelled_by hidden=move || !state.shows(index)>
            {children}
        </article>
    }
    .into_any()
}
