//! The events of one day.

use sidebyline_query::timeline::{Day, When};

use crate::components::event::event;
use crate::dates;
use crate::node::{Node, el};
use crate::state::{use_state, use_story};
use crate::strings;

/// A day with its events; hidden if none of them matches.
pub fn day(day: &Day) -> Node {
    let (story, state) = (use_story(), use_state());
    let name = match day.when {
        When::Day(first) => dates::day(first),
        When::Around(first) => strings::or_later(&dates::day(first)),
        When::Unsure => strings::UNSURE_DAY.into(),
    };
    let events: Vec<Node> = day.events.iter().map(|&index| event(story, state, index)).collect();
    let members = day.events.clone();
    let empty = move || !members.iter().any(|&event| state.shows(event));
    let mut children = vec![el("h2").class("day__name").child(name)];
    children.extend(events);
    el("div").class("day").live("hidden", empty.clone()).child(children)
}
