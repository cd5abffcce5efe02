//! The sources of which one at least must report. The counts ignore the choice itself, so that each says what it
//! would find; a source that would find nothing stays where it is.

use leptos::prelude::*;
use sidebyline_dataset::model::SourceIdx;
use sidebyline_dataset::table::Idx;

use crate::components::badge::{badge, hue};
use crate::intl::number;
use crate::reveal::from_the_first_event;
use crate::state::{use_state, use_story};
use crate::strings;

/// A button for each source.
#[component]
pub fn SourceChoice() -> impl IntoView {
    let buttons: Vec<AnyView> = use_story().dataset.sources.indices().map(button).collect();
    view! {
        <div class="source-choice" role="group" aria-labelledby="_reported-by">
            <span id="_reported-by" class="source-choice__label">{strings::REPORTED_BY}</span>
            {buttons}
        </div>
    }
    .into_any()
}

fn button(index: SourceIdx) -> AnyView {
    let (story, state) = (use_story(), use_state());
    let source = &story.dataset.sources[index];
    let (id, title) = (source.id.clone(), source.title.as_str().to_owned());
    let tooltip = title.clone();
    let count = move || state.matches(|matches| matches.by_source[index.position()]);
    let pressed = {
        let id = id.clone();
        Memo::new(move |_| state.view(|view| view.sources().any(|source| source == id)))
    };
    view! {
        <button
            type="button"
            class=["choice ", hue(index)].concat()
            aria-pressed=move || if pressed.get() { "true" } else { "false" }
            title=tooltip
            on:click=move |_| {
                state.toggle_source(&id);
                from_the_first_event();
            }
        >
            <span class="choice__mark" aria-hidden="true"></span>
            {badge(&story.dataset, index)}" "
            <span class="choice__count">{move || number(count())}</span>
            <span class="visually-hidden">{move || strings::events_of(count(), &title)}</span>
        </button>
    }
    .into_any()
}
