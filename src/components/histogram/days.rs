//! The choice of days by two dates, which may lie outside the bars.

use leptos::ev::Event;
use leptos::prelude::*;
use sidebyline_query::view::{from_iso, iso};
use sidebyline_query::{Filter, View};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::{choose, is_chosen};
use crate::components::parts::{div, row, span};
use crate::node::{Node, el, listener};
use crate::state::State;
use crate::strings;

/// 1000-01-01, counted from 1970-01-01. A year with fewer digits is one that is still being typed.
const TYPED: i64 = -354_285;

/// What ends the choice, and the fields.
pub fn days(state: State) -> Vec<Node> {
    let lift = move |event: Event| {
        state.lift(Filter::Range);
        // The button is gone now.
        let place = listener::<Element>(&event).and_then(|button| button.next_element_sibling());
        let first = place.and_then(|place| place.query_selector("input").ok().flatten());
        if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlInputElement>().ok()) {
            let _ = first.focus();
        }
    };
    let all = el("button")
        .class("link-button histogram__all")
        .attr("type", "button")
        .toggle("histogram__all--idle", move || !is_chosen(state))
        .on("click", lift)
        .child(strings::timeline::ALL_DAYS);
    row([all, div("histogram__dates", row([field(state, false), field(state, true)]))])
}

/// One end of the days; open if it is empty.
fn field(state: State, is_last: bool) -> Node {
    let follow = move |input: &HtmlInputElement| {
        let (from, to) = state.view(View::range);
        input.set_value(&(if is_last { to } else { from }).map(iso).unwrap_or_default());
    };
    let take = move |event: Event| {
        let written = listener::<HtmlInputElement>(&event).map(|input| input.value()).unwrap_or_default();
        let day = from_iso(&written).filter(|&day| day >= TYPED);
        if day.is_some() || written.is_empty() {
            let (from, to) = untrack(|| state.view(View::range));
            if is_last { choose(state, from, day) } else { choose(state, day, to) }
        }
    };
    let input = el("input")
        .class("histogram__input")
        .attr("type", "date")
        .effect(follow)
        .on("change", take)
        .on("blur", move |_| state.end_typing());
    let label = if is_last { strings::timeline::TO } else { strings::timeline::FROM };
    el("label").class("histogram__date").child(row([span("histogram__label", label), input]))
}
