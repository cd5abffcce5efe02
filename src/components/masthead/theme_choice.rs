//! Light, dark, or as the system has it.

use leptos::prelude::*;

use crate::strings;
use crate::theme::Theme;

/// Three buttons of which one is chosen.
#[component]
pub fn ThemeChoice() -> impl IntoView {
    let chosen = Theme::stored();
    let option = |theme: Theme| {
        let choose = move |_| {
            theme.apply();
            theme.store();
        };
        view! {
            <label class="theme-choice__option">
                <input class="theme-choice__input" type="radio" name="_theme" value=theme.as_str() checked=theme == chosen on:change=choose />
                <span class="theme-choice__name">{strings::theme(theme)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="theme-choice">
            <legend class="visually-hidden">{strings::THEME}</legend>
            {Theme::ALL.map(option).collect_view()}
        </fieldset>
    }
    .into_any()
}
