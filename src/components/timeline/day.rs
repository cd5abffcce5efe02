//! The events of one day.

use leptos::prelude::*;
use sidebyline_query::timeline::{Day, When};

use crate::components::event::event;
use crate::components::live::live;
use crate::dates;
use crate::state::{use_state, use_story};
use crate::strings;

/// A day with its events; hidden if none of them matches.
pub fn day(day: &Day) -> AnyView {
    let (story, state) = (use_story(), use_state());
    let name = match day.when {
        When::Day(first) => dates::day(first),
        When::Around(first) => strings::or_later(&dates::day(first)),
        When::Unsure => strings::UNSURE_DAY.into(),
    };
    let events: Vec<AnyView> = day.events.iter().map(|&index| event(&story, state, index)).collect();
    let members = day.events.clone();
    let empty = move || !members.iter().any(|&event| state.shows(event));
    let mut children = vec![live("h2", "day__name", name, |_| ())];
    children.extend(events);
    live("div", "day", children, move |day| {
        day.is("hidden", empty.clone());
    })
}
