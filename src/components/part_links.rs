//! The way through a list that is too long to be shown as a whole: where in it this part is, and links to the others.

use std::ops::Range;

use sidebyline_query::View;
use sidebyline_query::part::{PART, parts};

use crate::components::parts::{p, view_link};
use crate::node::{Node, el};
use crate::reveal::to_the_events;
use crate::state::use_state;
use crate::strings;

/// Where this part is in a list that is so long, and how to get to the others; nothing, if the list has one part only.
pub fn part_links(range: &Range<usize>, len: usize) -> Node {
    let state = use_state();
    if parts(len) == 1 {
        return ().into();
    }
    let (here, last) = (range.start / PART, parts(len) - 1);
    let all = [
        (here > 0, 0, strings::FIRST_PART),
        (here > 0, here.saturating_sub(1), strings::PART_BEFORE),
        (here < last, here + 1, strings::PART_AFTER),
        (here < last, last, strings::LAST_PART),
    ];
    let ways = all.into_iter().filter(|(is_other, ..)| *is_other).map(|(_, part, name)| {
        let link = view_link(state, move |view: &View| view.at_part(part)).class("part-links__link");
        // The link may lead to where it isn't offered any more.
        link.on("click", move |_| state.once_shown(|| to_the_events(|| ()))).child(name)
    });
    let ways: Vec<Node> = ways.collect();
    let links = el("nav").class("part-links").attr("aria-label", strings::PARTS);
    links.child(p("part-links__place", strings::part(range, len))).child(ways)
}
