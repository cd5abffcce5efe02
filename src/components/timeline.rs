//! All events in the order of time, the background folded. Everything is built once; what doesn't match is hidden, so
//! that nothing jumps, folds or loses the focus when a filter changes.

mod day;

use leptos::ev::Event;
use leptos::prelude::*;
use sidebyline_dataset::model::EventIdx;

use crate::components::event::event;
use crate::components::live::{changing, live};
use crate::components::loose::{LooseDiscrepancies, LooseQuotes};
use crate::components::parts::{row, span};
use crate::state::{use_state, use_story};
use crate::strings;

/// The events.
#[component]
pub fn Timeline() -> impl IntoView {
    let story = use_story();
    let days: Vec<AnyView> = story.timeline.days.iter().map(day::day).collect();
    view! {
        <Background />
        {days}
        <LooseQuotes />
        <LooseDiscrepancies />
    }
    .into_any()
}

/// What came before, folded until a search finds something in it or a reader unfolds it.
#[component]
fn Background() -> impl IntoView {
    let (story, state) = (use_story(), use_state());
    let members: Vec<EventIdx> = story.timeline.background.iter().flat_map(|day| day.events.iter().copied()).collect();
    let all = members.len();
    let events: Vec<AnyView> = members.iter().map(|&index| event(&story, state, index)).collect();
    let found = Memo::new(move |_| members.iter().filter(|&&event| state.shows(event)).count());
    let wanted = Memo::new(move |_| found.get() > 0 && state.view(|view| !view.text().is_empty()));
    let open = Memo::new(move |_| state.is_background_open() || wanted.get());
    let title = [strings::BACKGROUND, ": ", strings::BACKGROUND_HINT].concat();
    let count = changing(move || strings::shown(found.get(), all));
    let summary = row([live("h2", "background__title", title, |_| ()), span("background__count", count)]);
    let mut children = vec![live("summary", "background__summary", summary, |_| ())];
    children.extend(events);
    live("details", "background", children, move |details| {
        let folds = details.0.clone();
        details
            .is("hidden", move || found.get() == 0)
            .is("open", move || open.get())
            // What a search has unfolded is folded again after it.
            .on("toggle", move |_: Event| {
                if !wanted.get_untracked() {
                    state.set_background_open(folds.has_attribute("open"));
                }
            });
    })
}
