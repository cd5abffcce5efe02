//! All events in the order of time, the background folded. Everything is built once; what doesn't match is hidden, so
//! that nothing jumps, folds or loses the focus when a filter changes. Of a story that is too long for that, a part of what
//! is found is built at a time.

mod day;

use leptos::ev::Event;
use leptos::prelude::*;
use sidebyline_dataset::model::QuoteIdx;
use sidebyline_query::Timeline;
use sidebyline_query::timeline::{Day, Item};
use web_sys::Element;

use crate::components::event::event;
use crate::components::loose::{loose_discrepancies, loose_quotes};
use crate::components::part_links::part_links;
use crate::components::parts::{maybe, row, span};
use crate::node::{Node, el, listener, live};
use crate::state::{memo, use_state, use_story};
use crate::strings;

/// The events.
pub fn timeline() -> Node {
    let (story, state) = (use_story(), use_state());
    let Timeline { background, days, loose, .. } = &story.timeline;
    if story.timeline.is_whole() {
        return [sections(background, days, loose), loose_discrepancies()].into();
    }
    live(move || {
        let target = state.target();
        let of_quote = || story.dataset.quotes.find(&target).map(Item::Quote);
        let wanted = story.event_of(&target).map(Item::Event).or_else(of_quote);
        let part = state.answer(|answer| story.timeline.part(&answer.matches, wanted, answer.selection.view.part));
        let (background, days, loose) = story.timeline.sections(&part);
        let end = (part.range.end == part.len).then(loose_discrepancies);
        [sections(&background, &days, &loose), maybe(end), part_links(&part.range, part.len)]
    })
}

fn sections(background: &[Day], days: &[Day], loose: &[QuoteIdx]) -> Node {
    let days: Vec<Node> = days.iter().map(day::day).collect();
    [self::background(background), days.into(), loose_quotes(loose)].into()
}

/// What came before, folded until a search finds something in it or a reader unfolds it.
fn background(here: &[Day]) -> Node {
    let (story, state) = (use_story(), use_state());
    let members = || story.timeline.background.iter().flat_map(|day| &day.events);
    let found = move || members().filter(|&&event| state.shows(event)).count();
    let wanted = memo(move || found() > 0 && state.view(|view| !view.text().is_empty()));
    let title = [strings::BACKGROUND, ": ", strings::BACKGROUND_HINT].concat();
    let count = live(move || strings::shown(found(), members().count()));
    let summary = row([el("h2").class("background__title").child(title), span("background__count", count)]);
    let mut children = vec![el("summary").class("background__summary").child(summary)];
    children.extend(here.iter().flat_map(|day| &day.events).map(|&index| event(story, state, index)));
    // What a search has unfolded is folded again after it.
    let folded = move |event: Event| {
        if let Some(details) = listener::<Element>(&event).filter(|_| !wanted.get_untracked()) {
            state.set_background_open(details.has_attribute("open"));
        }
    };
    let nothing = here.is_empty();
    el("details")
        .class("background")
        .hidden(move || nothing || found() == 0)
        .live("open", move || state.is_background_open() || wanted.get())
        .on("toggle", folded)
        .child(children)
}
