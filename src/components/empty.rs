//! What is said when no event is left: which filters emptied the page, and a way out.

use leptos::prelude::*;
use sidebyline_query::Filter;

use crate::load::Story;
use crate::reveal::to_the_events;
use crate::state::{State, use_state, use_story};
use crate::strings;

/// The empty state, if the page is empty.
#[component]
pub fn Empty() -> impl IntoView {
    let (story, state) = (use_story(), use_state());
    let empty = Memo::new(move |_| state.matches(|matches| matches.events.is_empty()));
    move || {
        let story = story.clone();
        empty.get().then(move || {
            let quotes = move || state.matches(|matches| !matches.quotes.is_empty());
            view! {
                <div class="empty">
                    <h2 class="empty__title">{strings::NOTHING}</h2>
                    <p>{move || reason(&story, state)}</p>
                    <p class="empty__ways">
                        {move || offers(state)}
                        <button type="button" class="button" on:click=move |_| to_the_events(|| state.clear())>{strings::CLEAR}</button>
                    </p>
                    <p hidden=move || !quotes()><a href="#_quotes">{strings::QUOTES_TOO}</a></p>
                </div>
            }
            .into_any()
        })
    }
}

/// Which filters leave nothing.
fn reason(story: &Story, state: State) -> String {
    state.view(|view| {
        let label = |id| story.dataset.sources.find(id).map(|source| story.dataset.sources[source].label.as_str());
        let labels: Vec<&str> = view.sources().filter_map(label).collect();
        let filters: Vec<String> = (Filter::ALL.into_iter().rev())
            .filter(|&filter| view.has(filter))
            .map(|filter| strings::emptied(filter, view.text(), &labels.join(", ")))
            .collect();
        strings::emptied_by(&filters)
    })
}

/// A button for each filter whose end would bring events back.
fn offers(state: State) -> Vec<AnyView> {
    let offer = |(filter, count): (Filter, usize)| {
        view! { <button type="button" class="button" on:click=move |_| to_the_events(|| state.lift(filter))>{strings::lift(filter, count)}</button> }.into_any()
    };
    let each = state.without_each();
    let several = each.len() > 1;
    let helpful = each.into_iter().filter(|&(_, count)| several && count > 0);
    helpful.map(offer).collect()
}
