//! The choice of days on the bars: by dragging over them, or by two handles below them, which the keyboard moves too.

use std::sync::Arc;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use sidebyline_query::View;
use web_sys::{HtmlInputElement, PointerEvent};

use super::bars::bar_in_words;
use super::{Scale, choose, day, is_chosen};
use crate::state::State;
use crate::strings;

/// How far a pointer must move for it to be a drag, in pixels: less is a press, and a finger that scrolls the page isn't
/// meant for us at all.
const SLACK: i32 = 4;

/// A pointer that is down.
#[derive(Clone, Copy, Debug)]
struct Drag {
    /// The bar on which it came down.
    bar: usize,
    /// Where it came down.
    x: i32,
    /// Whether it has moved.
    moved: bool,
    /// The days that were chosen before.
    before: (Option<i64>, Option<i64>),
}

/// The plot, with `bars` in it, and the handles.
pub fn brush(scale: &Arc<Scale>, state: State, bars: AnyView) -> AnyView {
    let plot = NodeRef::<html::Div>::new();
    let drag = StoredValue::new(None::<Drag>);
    let told = RwSignal::new(String::new());
    let under = {
        let scale = Arc::clone(scale);
        move |event: &PointerEvent| {
            let rect = plot.get_untracked()?.get_bounding_client_rect();
            let share = (f64::from(event.client_x()) - rect.left()) / rect.width().max(1.0);
            Some(((share * scale.bars as f64).max(0.0) as usize).min(scale.bars - 1))
        }
    };
    let select = {
        let scale = Arc::clone(scale);
        move |one: usize, other: usize| {
            choose(state, Some(scale.days_of(one.min(other)).0), Some(scale.days_of(one.max(other)).1));
        }
    };
    let down = {
        let under = under.clone();
        move |event: PointerEvent| {
            if event.button() != 0 || !event.is_primary() {
                return;
            }
            if let (Some(bar), Some(plot)) = (under(&event), plot.get_untracked()) {
                let _ = plot.set_pointer_capture(event.pointer_id());
                state.end_typing();
                let before = untrack(|| state.view(View::range));
                drag.set_value(Some(Drag { bar, x: event.client_x(), moved: false, before }));
            }
        }
    };
    let moved = {
        let (under, select, scale) = (under.clone(), select.clone(), Arc::clone(scale));
        move |event: PointerEvent| {
            let Some(bar) = under(&event) else { return };
            match drag.get_value() {
                None => {
                    let words = |bars: &[_]| bars.get(bar).map(|of| bar_in_words(&scale, bar, of));
                    told.set(untrack(|| state.answer(|answer| words(&answer.histogram.bars))).unwrap_or_default());
                }
                Some(now) if now.moved || (event.client_x() - now.x).abs() > SLACK => {
                    drag.set_value(Some(Drag { moved: true, ..now }));
                    select(now.bar, bar);
                }
                Some(_) => {}
            }
        }
    };
    let up = move |_| {
        if let Some(now) = drag.get_value() {
            drag.set_value(None);
            if !now.moved {
                select(now.bar, now.bar);
            }
            state.end_typing();
        }
    };
    let undo = move || {
        if let Some(now) = drag.get_value() {
            drag.set_value(None);
            choose(state, now.before.0, now.before.1);
            state.end_typing();
        }
    };
    let escape = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" {
            undo();
        }
    });
    on_cleanup(move || escape.remove());
    view! {
        <div class="histogram__plot" style:--bars=scale.bars.to_string()>
            <div
                class="histogram__field"
                node_ref=plot
                title=told
                on:pointerdown=down
                on:pointermove=moved
                on:pointerup=up
                on:pointercancel=move |_| undo()
            >
                {bars}
                {range(scale, state)}
            </div>
            <div class="histogram__handles" hidden=scale.bars < 2>
                {handle(scale, state, false)}
                {handle(scale, state, true)}
            </div>
        </div>
    }
    .into_any()
}

/// The frame round the chosen days; what is outside it is dimmed.
fn range(scale: &Arc<Scale>, state: State) -> AnyView {
    let days = scale.days * scale.bars as i64;
    let first = scale.first;
    let within = move |day: i64| (day - first).clamp(0, days).to_string();
    let from = move || state.view(View::range).0.map_or("0".into(), within);
    let to = move || within(state.view(View::range).1.map_or(first + days, |day| day.saturating_add(1)));
    view! {
        <div
            class="histogram__range"
            hidden=move || !is_chosen(state)
            style:--days=days.to_string()
            style:--from=from
            style:--to=to
        ></div>
    }
    .into_any()
}

/// The handle of the first or the last day: a native slider over the bars. At the end of its way, the days are open.
fn handle(scale: &Arc<Scale>, state: State, is_last: bool) -> AnyView {
    let at = {
        let scale = Arc::clone(scale);
        move || {
            let (first, last) = scale.chosen(state);
            if is_last { last } else { first }
        }
    };
    let value = at.clone();
    let words = {
        let scale = Arc::clone(scale);
        move || {
            let (first, last) = scale.days_of(at());
            day(if is_last { last } else { first })
        }
    };
    let slide = {
        let scale = Arc::clone(scale);
        move |event: web_sys::Event| {
            let input: HtmlInputElement = event_target(&event);
            let bar = (input.value_as_number().max(0.0) as usize).min(scale.bars - 1);
            let (first, last) = untrack(|| scale.chosen(state));
            let (from, to) = untrack(|| state.view(View::range));
            // One handle stops at the other.
            let bar = if is_last { bar.max(first) } else { bar.min(last) };
            input.set_value_as_number(bar as f64);
            if is_last {
                choose(state, from, (bar + 1 < scale.bars).then(|| scale.days_of(bar).1));
            } else {
                choose(state, (bar > 0).then(|| scale.days_of(bar).0), to);
            }
        }
    };
    let (class, label) = if is_last {
        ("histogram__handle histogram__handle--last", strings::timeline::LAST_DAY)
    } else {
        ("histogram__handle", strings::timeline::FIRST_DAY)
    };
    view! {
        <input
            type="range"
            class=class
            min="0"
            max=(scale.bars - 1).to_string()
            aria-label=label
            aria-valuetext=words
            prop:value=move || value().to_string()
            on:input=slide
            on:pointerup=move |_| state.end_typing()
            on:blur=move |_| state.end_typing()
        />
    }
    .into_any()
}
