//! The words that must occur.

use leptos::prelude::*;
use sidebyline_query::view::{MAX_TEXT, canonical};
use web_sys::HtmlInputElement;

use crate::node::{Node, el};
use crate::reveal::from_the_first_event;
use crate::state::{altered, use_state};
use crate::strings;

/// A field to type in. It follows the view when a person goes back or clears it, and is left alone while its text
/// means what the view says, so that a space that is being typed isn't taken away.
pub fn search() -> Node {
    let state = use_state();
    let follow = move |field: &HtmlInputElement| {
        state.asked(|view| {
            if canonical(&field.value()) != view.text() {
                field.set_value(view.text());
            }
        });
    };
    let verbatim = move |_| {
        state.choose(|view| altered(view, |view| view.verbatim = !view.verbatim));
        from_the_first_event(state);
    };
    el("div")
        .class("search")
        .attr("role", "search")
        .child(
            el("label").class("search__words").child(el("span").class("search__label").child(strings::SEARCH)).child(
                el("input")
                    .class("search__field")
                    .attr("type", "search")
                    .attr("autocomplete", "off")
                    .attr("spellcheck", "false")
                    .attr("maxlength", MAX_TEXT.to_string())
                    .attr("placeholder", strings::SEARCH_HINT)
                    .attr("aria-describedby", "_search-syntax")
                    .effect(follow)
                    .on("input", move |event| {
                        let text = event_target_value(&event);
                        state.type_in(|view| view.with_text(&text));
                        from_the_first_event(state);
                    })
                    .on("change", move |_| state.end_typing()),
            ),
        )
        .child(
            el("div")
                .class("search__more")
                .child(
                    el("label")
                        .class("search__verbatim")
                        .child(
                            el("input")
                                .attr("type", "checkbox")
                                .prop("checked", move || state.asked(|view| view.verbatim))
                                .on("change", verbatim),
                        )
                        .child(strings::filters::VERBATIM),
                )
                .child(el("p").attr("id", "_search-syntax").class("search__syntax").child(strings::filters::SYNTAX)),
        )
}
