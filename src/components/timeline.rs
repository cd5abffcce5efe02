//! All events in the order of time, the background folded. Everything is built once; what doesn't match is hidden, so
//! that nothing jumps, folds or loses the focus when a filter changes. Of a story that is too long for that, a part of what
//! is found is built at a time.

mod day;

use leptos::ev::Event;
use leptos::prelude::*;
use sidebyline_query::timeline::{Day, Item};
use sidebyline_query::{Part, Timeline};
use web_sys::Element;

use crate::components::event::event;
use crate::components::later::{Later, Wanted};
use crate::components::part_links::part_links;
use crate::components::parts::{maybe, row, span};
use crate::load::Story;
use crate::node::{Node, el, listener, live};
use crate::state::{State, memo, use_state, use_story};
use crate::strings;

/// The events, and then what belongs to none, which is a later part of the program.
pub fn timeline() -> Node {
    let (story, state) = (use_story(), use_state());
    let later: Later = use_context().unwrap_or_default();
    if story.timeline.is_whole() {
        let Timeline { background, days, .. } = &story.timeline;
        let loose = live(move || story.has_loose().then(|| later.show(Wanted::Loose)));
        return [sections(background, days), loose].into();
    }
    live(move || {
        let part = part(story, state);
        let (background, days, _) = story.timeline.sections(&part);
        let at_end = part.range.end == part.len;
        let has_loose = at_end || part.items.iter().any(|item| matches!(item, Item::Quote(_)));
        let loose = (has_loose && story.has_loose()).then(|| later.show(Wanted::Loose));
        [sections(&background, &days), maybe(loose), part_links(&part.range, part.len)]
    })
}

/// The part of what is found that is shown: the one that has what the address points to, or the one that it asks for.
pub(in crate::components) fn part(story: &Story, state: State) -> Part<Item> {
    let target = state.target();
    let of_quote = || story.quote_of(&target).map(Item::Quote);
    let wanted = story.event_of(&target).map(Item::Event).or_else(of_quote);
    state.answer(|answer| story.timeline.part(&answer.matches, wanted, answer.selection.view.part))
}

fn sections(background: &[Day], days: &[Day]) -> Node {
    let days: Vec<Node> = days.iter().map(day::day).collect();
    [self::background(background), days.into()].into()
}

/// What came before, folded until a search finds something in it or a reader unfolds it.
fn background(here: &[Day]) -> Node {
    let (story, state) = (use_story(), use_state());
    let members = || story.timeline.background.iter().flat_map(|day| &day.events);
    let found = move || state.matches(|matches| members().filter(|&&event| matches.has_event(event)).count());
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
