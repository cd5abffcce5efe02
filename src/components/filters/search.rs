//! The words that must occur.

use leptos::html;
use leptos::prelude::*;
use sidebyline_query::view::{MAX_TEXT, canonical};

use crate::reveal::from_the_first_event;
use crate::state::{altered, use_state};
use crate::strings;

/// A field to type in. It follows the view when a person goes back or clears it, and is left alone while its text
/// means what the view says, so that a space that is being typed isn't taken away.
#[component]
pub fn Search() -> impl IntoView {
    let state = use_state();
    let field = NodeRef::<html::Input>::new();
    Effect::new(move || {
        let Some(field) = field.get() else { return };
        state.view(|view| {
            if canonical(&field.value()) != view.text() {
                field.set_value(view.text());
            }
        });
    });
    let verbatim = move |_| {
        state.choose(|view| altered(view, |view| view.verbatim = !view.verbatim));
        from_the_first_event();
    };
    view! {
        <div class="search" role="search">
            <label class="search__words">
                <span class="search__label">{strings::SEARCH}</span>
                <input
                    class="search__field"
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    maxlength=MAX_TEXT.to_string()
                    placeholder=strings::SEARCH_HINT
                    aria-describedby="_search-syntax"
                    node_ref=field
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        state.type_in(|view| view.with_text(&text));
                        from_the_first_event();
                    }
                    on:change=move |_| state.end_typing()
                />
            </label>
            <div class="search__more">
                <label class="search__verbatim">
                    <input type="checkbox" prop:checked=move || state.view(|view| view.verbatim) on:change=verbatim />
                    {strings::filters::VERBATIM}
                </label>
                <p id="_search-syntax" class="search__syntax">{strings::filters::SYNTAX}</p>
            </div>
        </div>
    }
    .into_any()
}
