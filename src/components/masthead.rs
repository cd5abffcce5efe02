//! The head of the page: whose it is, what it is about, and what it does.

mod theme_choice;

use leptos::prelude::*;
use theme_choice::ThemeChoice;

use crate::components::parts::{li, row};
use crate::dates;
use crate::state::use_story;
use crate::strings;

/// The head of the page.
#[component]
pub fn Masthead() -> impl IntoView {
    let story = use_story();
    let about = story.dataset.about.clone();
    let updated = about.updated.parse().map_or_else(|_| about.updated.clone(), |date| dates::words(&date));
    let figures = row([
        strings::articles(story.dataset.sources.len()),
        strings::events(story.dataset.events.len()),
        strings::quotes(story.dataset.quotes.len()),
        strings::updated(&updated),
    ]
    .map(|figure| li("masthead__figure", figure)));
    view! {
        <header class="masthead">
            <div class="masthead__bar">
                <p class="masthead__name"><strong>{strings::NAME}</strong><span class="masthead__tagline">{strings::TAGLINE}</span></p>
                <ThemeChoice />
            </div>
            <div class="masthead__about">
                <h1 class="masthead__title" lang=about.language.clone()>{about.title}</h1>
                <ul class="masthead__figures">{figures}</ul>
                <p class="masthead__description" lang=about.language>{about.description}</p>
                <details class="masthead__more">
                    <summary class="masthead__fold">{strings::filters::HOW_TO_READ}</summary>
                    <p class="masthead__lede">{strings::LEDE}</p>
                </details>
            </div>
        </header>
    }
    .into_any()
}
