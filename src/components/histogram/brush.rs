//! The choice of days on the bars: by dragging over them, or by two handles below them, which the keyboard moves too.

use leptos::ev::{self, Event};
use leptos::prelude::*;
use sidebyline_query::View;
use sidebyline_query::histogram::Bar;
use web_sys::{Element, HtmlInputElement, PointerEvent};

use super::bars::bar_in_words;
use super::{Scale, choose, day, is_chosen};
use crate::components::parts::{div, row};
use crate::node::{Node, el, listener};
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
pub fn brush(scale: Scale, state: State, bars: Node) -> Node {
    let drag = StoredValue::new(None::<Drag>);
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
    let down = move |event: PointerEvent| {
        let Some(field) = listener::<Element>(&event) else { return };
        if event.button() == 0 && event.is_primary() {
            let _ = field.set_pointer_capture(event.pointer_id());
            state.end_typing();
            let before = untrack(|| state.view(View::range));
            let bar = scale.under(&field, &event);
            drag.set_value(Some(Drag { bar, x: event.client_x(), moved: false, before }));
        }
    };
    let moved = move |event: PointerEvent| {
        let Some(field) = listener::<Element>(&event) else { return };
        let bar = scale.under(&field, &event);
        match drag.get_value() {
            None => {
                let words = |of: &[Bar]| of.get(bar).map(|of| bar_in_words(scale, bar, of)).unwrap_or_default();
                let words = untrack(|| state.answer(|answer| words(&answer.histogram.bars)));
                let _ = field.set_attribute("title", &words);
            }
            Some(now) if now.moved || (event.client_x() - now.x).abs() > SLACK => {
                drag.set_value(Some(Drag { moved: true, ..now }));
                scale.select(state, now.bar, bar);
            }
            Some(_) => {}
        }
    };
    let up = move |_| {
        if let Some(now) = drag.get_value() {
            drag.set_value(None);
            if !now.moved {
                scale.select(state, now.bar, now.bar);
            }
            state.end_typing();
        }
    };
    let field = div("histogram__field", [bars, range(scale, state)])
        .on_as("pointerdown", down)
        .on_as("pointermove", moved)
        .on("pointerup", up)
        .on("pointercancel", move |_| undo());
    let (number, alone) = (scale.bars, scale.bars < 2);
    let handles = row([handle(scale, state, false), handle(scale, state, true)]);
    let handles = el("div").class("histogram__handles").live("hidden", move || alone).child(handles);
    el("div").class("histogram__plot").style("--bars", move || number.to_string()).child(row([field, handles]))
}

impl Scale {
    /// The bar under a pointer.
    fn under(&self, field: &Element, event: &PointerEvent) -> usize {
        let rect = field.get_bounding_client_rect();
        let share = (f64::from(event.client_x()) - rect.left()) / rect.width().max(1.0);
        ((share * self.bars as f64).max(0.0) as usize).min(self.bars - 1)
    }

    /// Chooses the days from one bar to another.
    fn select(&self, state: State, one: usize, other: usize) {
        choose(state, Some(self.days_of(one.min(other)).0), Some(self.days_of(one.max(other)).1));
    }
}

/// The frame round the chosen days; what is outside it is dimmed.
fn range(scale: Scale, state: State) -> Node {
    let days = scale.days * scale.bars as i64;
    let first = scale.first;
    let within = move |day: i64| (day - first).clamp(0, days).to_string();
    el("div")
        .class("histogram__range")
        .live("hidden", move || !is_chosen(state))
        .style("--days", move || days.to_string())
        .style("--from", move || state.view(View::range).0.map_or("0".into(), within))
        .style("--to", move || within(state.view(View::range).1.map_or(first + days, |day| day.saturating_add(1))))
}

/// The handle of the first or the last day: a native slider over the bars. At the end of its way, the days are open.
fn handle(scale: Scale, state: State, is_last: bool) -> Node {
    let (class, label) = if is_last {
        ("histogram__handle histogram__handle--last", strings::timeline::LAST_DAY)
    } else {
        ("histogram__handle", strings::timeline::FIRST_DAY)
    };
    let follow = move |input: &HtmlInputElement| {
        let (first, last) = scale.chosen(state);
        let bar = if is_last { last } else { first };
        input.set_value(&bar.to_string());
        let (first, last) = scale.days_of(bar);
        let _ = input.set_attribute("aria-valuetext", &day(if is_last { last } else { first }));
    };
    el("input")
        .class(class)
        .attr("type", "range")
        .attr("min", "0")
        .attr("max", (scale.bars - 1).to_string())
        .attr("aria-label", label)
        .effect(follow)
        .on("input", move |event| slide(scale, state, &event, is_last))
        .on("pointerup", move |_| state.end_typing())
        .on("blur", move |_| state.end_typing())
}

/// Chooses the day that a handle has come to.
fn slide(scale: Scale, state: State, event: &Event, is_last: bool) {
    let Some(input) = listener::<HtmlInputElement>(event) else { return };
    let bar = (input.value_as_number().max(0.0) as usize).min(scale.bars - 1);
    let (first, last) = untrack(|| scale.chosen(state));
    let (from, to) = untrack(|| state.view(View::range));
    // One handle stops at the other.
    let bar = if is_last { bar.max(first) } else { bar.min(last) };
    input.set_value(&bar.to_string());
    if is_last {
        choose(state, from, (bar + 1 < scale.bars).then(|| scale.days_of(bar).1));
    } else {
        choose(state, (bar > 0).then(|| scale.days_of(bar).0), to);
    }
}
