//! How many events are left: at once for the eye, and once things have settled for who listens.

use std::time::Duration;

use leptos::prelude::*;

use sidebyline_query::Unit;

use crate::state::{use_state, use_story};
use crate::strings;

/// How long the count must stand still before it is announced.
const SETTLED: Duration = Duration::from_millis(500);

/// The count, with the page's only status.
#[component]
pub fn ResultCount() -> impl IntoView {
    let (story, state) = (use_story(), use_state());
    let all = story.dataset.events.len();
    let count = Memo::new(move |_| strings::shown(state.matches(|matches| matches.total(Unit::Events)), all));
    let announcement = Memo::new(move |_| {
        let warnings = state.answer(|answer| answer.warnings.clone());
        let parts: Vec<String> = [count.get()].into_iter().chain(warnings.iter().map(strings::warning)).collect();
        parts.join(". ")
    });
    let announced = RwSignal::new(String::new());
    Effect::new(move |earlier: Option<Option<TimeoutHandle>>| {
        if let Some(Some(handle)) = earlier {
            handle.clear();
        }
        let text = announcement.get();
        set_timeout_with_handle(move || drop(announced.try_set(text)), SETTLED).ok()
    });
    view! {
        <p class="result-count" aria-hidden="true">{count}</p>
        <p class="visually-hidden" role="status">{announced}</p>
    }
    .into_any()
}
