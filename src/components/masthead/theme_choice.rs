//! Light, dark, or as the system has it.

use leptos::prelude::*;
use sidebyline_query::Theme;

use crate::node::{Node, el};
use crate::state::{altered, use_state};
use crate::{strings, theme};

/// Three buttons of which one is chosen. The choice is the reader's and not the view's; a view that came with a theme
/// of its own goes on with hers.
pub fn theme_choice() -> Node {
    let state = use_state();
    let chosen = untrack(|| state.view(theme::of));
    let option = |(option, name): (Theme, &'static str)| {
        let choose = move |_| {
            theme::store(option);
            theme::apply(option);
            if untrack(|| state.view(|view| view.theme != Theme::Auto)) {
                state.choose(|view| altered(view, |view| view.theme = option));
            }
        };
        el("label")
            .class("theme-choice__option")
            .child(
                el("input")
                    .class("theme-choice__input")
                    .attr("type", "radio")
                    .attr("name", "_theme")
                    .attr("value", name)
                    .attr("checked", option == chosen)
                    .on("change", choose),
            )
            .child(el("span").class("theme-choice__name").child(strings::theme(option)))
    };
    el("fieldset")
        .class("theme-choice")
        .child(el("legend").class("visually-hidden").child(strings::THEME))
        .child(Theme::ALL.map(option))
}
