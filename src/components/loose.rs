//! What belongs to no event, so that nothing in the data is out of reach.

use leptos::prelude::*;
use sidebyline_dataset::model::{DiscrepancyIdx, QuoteIdx};

use crate::components::badge::{badge, hue};
use crate::components::discrepancy::discrepancy;
use crate::components::parts::div;
use crate::components::quote::quote;
use crate::intl::number;
use crate::state::{use_state, use_story};
use crate::strings;

/// The quotes that belong to no event; the filters hold for them too.
#[component]
pub fn LooseQuotes() -> impl IntoView {
    let (story, state) = (use_story(), use_state());
    let shows = move |index: QuoteIdx| state.matches(|matches| matches.has_quote(index));
    let members = story.timeline.loose.clone();
    let count = Memo::new(move |_| members.iter().filter(|&&quote| shows(quote)).count());
    let item = |index: QuoteIdx| {
        let source = story.dataset.quotes[index].source;
        let class = ["column ", hue(source)].concat();
        view! {
            <li class=class hidden=move || !shows(index)>
                <p class="column__head">{badge(&story.dataset, source)}</p>
                {quote(&story, index)}
            </li>
        }
        .into_any()
    };
    let items: Vec<AnyView> = story.timeline.loose.iter().map(|&index| item(index)).collect();
    view! {
        <section class="loose" aria-labelledby="_quotes" hidden=move || count.get() == 0>
            <h2 id="_quotes" class="day__name" tabindex="-1">
                {strings::LOOSE}" "<span class="loose__count">{move || number(count.get())}</span>
            </h2>
            <ul class="loose__list">{items}</ul>
        </section>
    }
    .into_any()
}

/// The discrepancies that belong to no event; the filters hold for them too.
#[component]
pub fn LooseDiscrepancies() -> impl IntoView {
    let (story, state) = (use_story(), use_state());
    let shows = move |index: DiscrepancyIdx| state.matches(|matches| matches.has_discrepancy(index));
    let loose = story.dataset.discrepancies.iter().filter(|(_, discrepancy)| discrepancy.event.is_none());
    let loose: Vec<DiscrepancyIdx> = loose.map(|(index, _)| index).collect();
    if loose.is_empty() {
        return ().into_any();
    }
    let item = |&index: &DiscrepancyIdx| {
        view! { <div hidden=move || !shows(index)>{discrepancy(&story, index)}</div> }.into_any()
    };
    let items: Vec<AnyView> = loose.iter().map(item).collect();
    view! {
        <section class="loose" aria-labelledby="_differences" hidden=move || !loose.iter().any(|&index| shows(index))>
            <h2 id="_differences" class="day__name">{strings::LOOSE_DISCREPANCIES}</h2>
            {div("event__differences", items)}
        </section>
    }
    .into_any()
}
