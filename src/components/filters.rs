//! What narrows the events: a text, a choice of sources; and how many are left.

mod result;
mod search;
mod source_choice;

use leptos::prelude::*;
use result::ResultCount;
use search::Search;
use source_choice::SourceChoice;

use crate::reveal::to_the_events;
use crate::state::use_state;
use crate::strings;

/// The bar of filters.
#[component]
pub fn Filters() -> impl IntoView {
    let state = use_state();
    let untouched = move || state.view(sidebyline_query::View::is_default);
    view! {
        <div class="filters" role="search" aria-label=strings::FILTERS>
            <Search />
            <SourceChoice />
            <div class="filters__result">
                <ResultCount />
                <button type="button" class="button" class:filters__clear--idle=untouched on:click=move |_| to_the_events(|| state.clear())>
                    {strings::CLEAR}
                </button>
            </div>
        </div>
    }
    .into_any()
}
