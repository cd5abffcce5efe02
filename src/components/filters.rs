//! What narrows the events: a text, facets, days; and how many are left.

mod result;
mod search;

use leptos::prelude::*;
use result::ResultCount;
pub use search::Search;

use crate::reveal::to_the_events;
use crate::state::use_state;
use crate::strings;

/// Opens the filters where there is no room for them beside the events.
#[component]
pub fn FilterButton() -> impl IntoView {}

/// The facets.
#[component]
pub fn Panel() -> impl IntoView {}

/// How many are left, and what is chosen.
#[component]
pub fn ResultBar() -> impl IntoView {
    let state = use_state();
    let untouched = move || state.view(|view| view.filters().is_empty());
    view! {
        <div class="filters__result">
            <ResultCount />
            <button type="button" class="button" class:filters__clear--idle=untouched on:click=move |_| to_the_events(|| state.choose(sidebyline_query::View::cleared))>
                {strings::CLEAR}
            </button>
        </div>
    }
    .into_any()
}
