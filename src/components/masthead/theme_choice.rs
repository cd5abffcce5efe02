//! Light, dark, or as the system has it.

use crate::node::{Node, el};
use crate::strings;
use crate::theme::Theme;

/// Three buttons of which one is chosen.
pub fn theme_choice() -> Node {
    let chosen = Theme::stored();
    let option = |theme: Theme| {
        let choose = move |_| {
            theme.apply();
            theme.store();
        };
        el("label")
            .class("theme-choice__option")
            .child(
                el("input")
                    .class("theme-choice__input")
                    .attr("type", "radio")
                    .attr("name", "_theme")
                    .attr("value", theme.as_str())
                    .attr("checked", theme == chosen)
                    .on("change", choose),
            )
            .child(el("span").class("theme-choice__name").child(strings::theme(theme)))
    };
    el("fieldset")
        .class("theme-choice")
        .child(el("legend").class("visually-hidden").child(strings::THEME))
        .child(Theme::ALL.map(option))
}
