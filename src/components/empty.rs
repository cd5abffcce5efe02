//! What is said when no event is left: which filters emptied the page, and a way out.

use leptos::prelude::*;
use sidebyline_query::{Filter, Page, Unit, View};

use crate::reveal::to_the_events;
use crate::state::{State, use_state};
use crate::strings;

/// The empty state, if the page is empty.
#[component]
pub fn Empty() -> impl IntoView {
    let state = use_state();
    let unit = Memo::new(move |_| match state.page() {
        Page::Quotes => Unit::Quotes,
        Page::Timeline | Page::Compare => Unit::Events,
    });
    let empty = Memo::new(move |_| state.matches(|matches| matches.total(unit.get())) == 0);
    move || {
        empty.get().then(move || {
            view! {
                <div class="empty">
                    <h2 class="empty__title">{strings::NOTHING}</h2>
                    <p class="empty__ways">
                        {move || offers(state)}
                        <button type="button" class="button" on:click=move |_| to_the_events(|| state.choose(View::cleared))>{strings::CLEAR}</button>
                    </p>
                </div>
            }
            .into_any()
        })
    }
}

/// A button for each filter whose end would bring something back.
fn offers(state: State) -> Vec<AnyView> {
    let offer = |&(filter, count): &(Filter, usize)| {
        let words = strings::lift(filter, count, state.view(|view| view.unit));
        view! { <button type="button" class="button" on:click=move |_| to_the_events(|| state.lift(filter))>{words}</button> }.into_any()
    };
    state.matches(|matches| {
        let each = matches.without_each();
        each.iter().filter(|(_, count)| each.len() > 1 && *count > 0).map(offer).collect()
    })
}
