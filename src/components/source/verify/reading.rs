//! The text with each passage in its place. A number begins it, and leads to the list; what covers a stretch is said by
//! the line under it.

use leptos::prelude::*;
use sidebyline_compare::anchor::{PlaceIdx, Stretch};

use super::{Checked, Desk};
use crate::components::parts::{div, p, row, say, span};
use crate::intl::number;
use crate::node::{Node, el};
use crate::strings::verify::{self as words, Kind};
use sidebyline_words::language::direction;

/// How many code points without a passage are shown in a row.
const LONGEST_GAP: u32 = 3_000;

/// How many are shown at each end of a longer stretch.
const KEPT: u32 = 600;

/// The id of a place in the text.
pub fn place_id(place: PlaceIdx) -> String {
    ["_at-", &(place.entry + 1).to_string(), "-", &(place.place + 1).to_string()].concat()
}

/// The text.
pub fn reading(desk: Desk, checked: &Checked) -> Node {
    let language = &desk.story.dataset.sources[desk.source].language;
    let kind = |entry: usize| Kind::of(&checked.audit.entries[entry].outcome);
    let begins = checked.audit.stretches.iter().flat_map(|stretch| &stretch.begins);
    let places: Vec<(PlaceIdx, Kind)> = begins.map(|&place| (place, kind(place.entry))).collect();
    let mut pieces = Vec::with_capacity(checked.audit.stretches.len() * 2);
    for stretch in &checked.audit.stretches {
        pieces.extend(stretch.begins.iter().map(|&place| mark_number(desk, place, kind(place.entry))));
        pieces.extend(piece(desk, checked, stretch));
    }
    let go = move |forward: bool| move |_| walk(desk, &places.clone(), forward);
    let button = |name: &'static str, forward: bool| {
        let act = go.clone()(forward);
        el("button").class("button reading__step").attr("type", "button").on("click", act).child(name)
    };
    let steps = div("reading__steps", [button(words::PREVIOUS, false), button(words::NEXT, true)]);
    let text = el("div").class("reading__text").attr("lang", language).attr("dir", direction(language)).child(pieces);
    el("section").class("reading").attr("aria-label", words::TEXT).child(row([
        p("reading__legend", words::LEGEND),
        steps,
        text,
    ]))
}

/// The number that begins a place.
fn mark_number(desk: Desk, place: PlaceIdx, kind: Kind) -> Node {
    el("button")
        .class(["reading__number reading__number--", kind.id()].concat())
        .attr("type", "button")
        .attr("id", place_id(place))
        .attr("aria-label", words::passage(place.entry + 1, kind))
        .on("click", move |_| desk.list(place, kind))
        .child([kind.glyph(), &number(place.entry + 1)].concat())
}

/// A stretch of the text. Where nothing covers a long one, its middle is left out, and that is said.
fn piece(desk: Desk, checked: &Checked, stretch: &Stretch) -> Vec<Node> {
    let range = stretch.range.clone();
    let Some(&innermost) = stretch.within.last() else {
        let length = range.end - range.start;
        if length <= LONGEST_GAP {
            return row([say(checked.text.slice(range))]);
        }
        return row([
            say(checked.text.slice(range.start..range.start + KEPT)),
            span("reading__gap", words::left_out((length - 2 * KEPT) as usize)),
            say(checked.text.slice(range.end - KEPT..range.end)),
        ]);
    };
    let of = |place: &PlaceIdx| &checked.audit.entries[place.entry];
    let kind = Kind::of(&of(&innermost).outcome);
    let quoted = stretch.within.iter().any(|place| of(place).passage.exact().is_some());
    let class = ["reading__place reading__place--", kind.id()].concat();
    let hushed = move || desk.shown.get().is_some_and(|shown| shown != kind);
    row([el(if quoted { "mark" } else { "span" })
        .class(class)
        .toggle("reading__place--hushed", hushed)
        .on("click", move |_| desk.list(innermost, kind))
        .child(checked.text.slice(range))])
}

/// Goes from the last place on to the next that is shown, or back.
fn walk(desk: Desk, places: &[(PlaceIdx, Kind)], forward: bool) {
    let shown = desk.shown.get_untracked();
    let now = desk.at.get_untracked().and_then(|at| places.iter().position(|(place, _)| *place == at));
    let is_shown = |(_, kind): &&(PlaceIdx, Kind)| shown.is_none_or(|shown| shown == *kind);
    let next = match (forward, now) {
        (true, now) => places.iter().skip(now.map_or(0, |now| now + 1)).find(is_shown),
        (false, now) => places[..now.unwrap_or(places.len())].iter().rev().find(is_shown),
    };
    match next {
        Some((place, _)) => desk.show(*place),
        None => desk.state.announce(words::AT_THE_END),
    }
}
