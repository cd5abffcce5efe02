//! The choice of days by two dates, which may lie outside the bars.

use leptos::html;
use leptos::prelude::*;
use sidebyline_query::view::{from_iso, iso};
use sidebyline_query::{Filter, View};

use super::{choose, is_chosen};
use crate::components::parts::{div, row, span};
use crate::state::State;
use crate::strings;

/// 1000-01-01, counted from 1970-01-01. A year with fewer digits is one that is still being typed.
const TYPED: i64 = -354_285;

/// What ends the choice, and the fields.
pub fn days(state: State) -> Vec<AnyView> {
    let first = NodeRef::<html::Input>::new();
    let all = move |_| {
        state.lift(Filter::Range);
        // The button is gone now.
        if let Some(first) = first.get_untracked() {
            let _ = first.focus();
        }
    };
    let all = view! {
        <button type="button" class="link-button histogram__all" class:histogram__all--idle=move || !is_chosen(state) on:click=all>
            {strings::timeline::ALL_DAYS}
        </button>
    };
    let fields = row([field(state, first, false), field(state, NodeRef::new(), true)]);
    row([all.into_any(), div("histogram__dates", fields)])
}

/// One end of the days; open if it is empty.
fn field(state: State, node: NodeRef<html::Input>, is_last: bool) -> AnyView {
    let value = move || {
        let (from, to) = state.view(View::range);
        (if is_last { to } else { from }).map(iso).unwrap_or_default()
    };
    let change = move |event: web_sys::Event| {
        let written = event_target_value(&event);
        let day = from_iso(&written).filter(|&day| day >= TYPED);
        if day.is_none() && !written.is_empty() {
            return;
        }
        let (from, to) = untrack(|| state.view(View::range));
        if is_last { choose(state, from, day) } else { choose(state, day, to) }
    };
    let label = if is_last { strings::timeline::TO } else { strings::timeline::FROM };
    view! {
        <label class="histogram__date">
            {span("histogram__label", label)}
            <input
                type="date"
                class="histogram__input"
                node_ref=node
                prop:value=value
                on:change=change
                on:blur=move |_| state.end_typing()
            />
        </label>
    }
    .into_any()
}
