//! The choice of days by two dates, which may lie outside the bars.

use leptos::ev::Event;
use leptos::prelude::*;
use sidebyline_query::view::{from_iso, iso};
use sidebyline_query::{Filter, View};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::{choose, is_chosen};
use crate::components::live::live;
use crate::components::parts::{div, row, span};
use crate::state::State;
use crate::strings;

/// 1000-01-01, counted from 1970-01-01. A year with fewer digits is one that is still being typed.
const TYPED: i64 = -354_285;

/// What ends the choice, and the fields.
pub fn days(state: State) -> Vec<AnyView> {
    let all = live("button", "link-button histogram__all", strings::timeline::ALL_DAYS, move |button| {
        let place = button.0.clone();
        button.has("type", "button").looks("histogram__all--idle", move || !is_chosen(state)).on(
            "click",
            move |_: Event| {
                state.lift(Filter::Range);
                // The button is gone now.
                let next = place.next_element_sibling().and_then(|next| next.query_selector("input").ok().flatten());
                if let Some(first) = next.and_then(|next| next.dyn_into::<HtmlInputElement>().ok()) {
                    let _ = first.focus();
                }
            },
        );
    });
    row([all, div("histogram__dates", row([field(state, false), field(state, true)]))])
}

/// One end of the days; open if it is empty.
fn field(state: State, is_last: bool) -> AnyView {
    let input = live("input", "histogram__input", (), move |input| {
        let written: HtmlInputElement = input.0.clone().unchecked_into();
        input
            .has("type", "date")
            .follows(move |input: &HtmlInputElement| {
                let (from, to) = state.view(View::range);
                input.set_value(&(if is_last { to } else { from }).map(iso).unwrap_or_default());
            })
            .on("change", move |_: Event| {
                let written = written.value();
                let day = from_iso(&written).filter(|&day| day >= TYPED);
                if day.is_some() || written.is_empty() {
                    let (from, to) = untrack(|| state.view(View::range));
                    if is_last { choose(state, from, day) } else { choose(state, day, to) }
                }
            })
            .on("blur", move |_: Event| state.end_typing());
    });
    let label = if is_last { strings::timeline::TO } else { strings::timeline::FROM };
    live("label", "histogram__date", row([span("histogram__label", label), input]), |_| ())
}
