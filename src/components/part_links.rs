//! The way through a list that is too long to be shown as a whole: where in it this part is, and links to the others.

use std::ops::Range;

use leptos::prelude::*;
use sidebyline_query::View;
use sidebyline_query::part::{PART, Part, WHOLE, parts};

use crate::components::parts::{p, view_link};
use crate::node::{Node, el, live};
use crate::reveal::to_the_events;
use crate::state::{effect, memo, use_state};
use crate::strings;

/// The rows of a table that are built, by their positions among `total`: the part of those that are `shown` which has the
/// one that is `wanted`, or which the address names; none, if the table is short enough to be built as a whole.
pub fn part_of_rows(
    total: usize,
    shown: impl Fn() -> Vec<usize> + Send + Sync + 'static,
    wanted: impl Fn(&str) -> Option<usize> + Send + Sync + 'static,
) -> Option<Memo<Part<usize>>> {
    let state = use_state();
    (total > WHOLE).then(|| {
        memo(move || {
            let number = state.view(|view| view.part);
            Part::of(shown().into_iter(), wanted(&state.target()).as_ref(), number)
        })
    })
}

/// Where this part is in its list, and how to get to the others; nothing, if the list has one part only.
pub fn part_links<T: PartialEq + Send + Sync + 'static>(part: Memo<Part<T>>) -> Node {
    links(memo(move || part.with(|part| (part.range.clone(), part.len))))
}

fn links(place: Memo<(Range<usize>, usize)>) -> Node {
    let state = use_state();
    effect(move || {
        // What a filter has changed is announced as a count.
        if state.view(|view| view.part > 0) {
            state.announce(place.with(|(range, len)| strings::part(range, *len)));
        }
    });
    live(move || {
        let (range, len) = place.get();
        if parts(len) == 1 {
            return ().into();
        }
        let (here, last) = (range.start / PART, parts(len) - 1);
        let to = |part: usize, name: &'static str| {
            let link = view_link(state, move |view: &View| view.at_part(part)).class("part-links__link");
            // The link may lead to where it isn't offered any more.
            link.on("click", |_| to_the_events(|| ())).child(name)
        };
        let mut ways: Vec<Node> = Vec::new();
        if here > 0 {
            ways.extend([to(0, strings::FIRST_PART), to(here - 1, strings::PART_BEFORE)]);
        }
        if here < last {
            ways.extend([to(here + 1, strings::PART_AFTER), to(last, strings::LAST_PART)]);
        }
        let links = el("nav").class("part-links").attr("aria-label", strings::PARTS);
        links.child(p("part-links__place", strings::part(&range, len))).child(ways)
    })
}
