//! How many are left: at once for the eye, and once things have settled for who listens.

use std::time::Duration;

use leptos::prelude::*;
use sidebyline_query::{Page, Unit};

use crate::node::{Node, el, live};
use crate::state::{memo, use_state, use_story};
use crate::strings;

/// How long the count must stand still before it is announced.
const SETTLED: Duration = Duration::from_millis(500);

/// The count, with the page's only status.
pub fn result_count() -> Node {
    let (story, state) = (use_story(), use_state());
    let count = memo(move || {
        state.answer(|answer| {
            let view = &answer.selection.view;
            let (unit, matches) = (view.counted(), &answer.matches);
            // Only the page of quotes lists anything but events.
            let events = (unit != Unit::Events && view.page != Page::Quotes).then(|| matches.total(Unit::Events));
            strings::filters::found(unit, matches.total(unit), story.index.total(unit), events)
        })
    });
    let announcement = memo(move || {
        let warnings = state.answer(|answer| answer.warnings.clone());
        let parts: Vec<String> = [count.get()].into_iter().chain(warnings.iter().map(strings::warning)).collect();
        parts.join(". ")
    });
    Effect::new(move |earlier: Option<Option<TimeoutHandle>>| {
        if let Some(Some(handle)) = earlier {
            handle.clear();
        }
        let text = announcement.get();
        set_timeout_with_handle(move || state.announce(text), SETTLED).ok()
    });
    Node::from([
        Node::from(el("p").class("result-count").attr("aria-hidden", "true").child(live(move || count.get()))),
        Node::from(el("p").class("visually-hidden").attr("role", "status").child(live(move || state.announced()))),
    ])
}
