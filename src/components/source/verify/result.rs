//! What became of the passages, in words and figures, above the text and the list.

use leptos::prelude::*;

use super::{Checked, Desk, entries, reading};
use crate::components::parts::{div, maybe, p, row, say, span};
use crate::intl::number;
use crate::node::{Node, el, said};
use crate::strings::verify::{self as words, Kind};

/// The id of the heading.
pub const PLACE: &str = "_result";

/// In one sentence.
pub fn summary(checked: &Checked) -> String {
    words::summary(&counts(checked), checked.audit.entries.len())
}

/// How many passages came to each end.
fn counts(checked: &Checked) -> Vec<(Kind, usize)> {
    let count = |kind| checked.audit.entries.iter().filter(|entry| Kind::of(&entry.outcome) == kind).count();
    Kind::ALL.into_iter().map(|kind| (kind, count(kind))).collect()
}

/// All of it.
pub fn result(desk: Desk, checked: &Checked) -> Node {
    let anchoring = &checked.audit.anchoring;
    let (bytes, canonical) = words::digests(anchoring.sameness);
    let digest = |name: &'static str, value: &'static str| {
        div(
            "digests__one",
            [el("dt").class("digests__name").child(name), el("dd").class("digests__value").child(value)],
        )
    };
    let order =
        (anchoring.placed() > 0).then(|| p("verify__order", words::in_order(anchoring.in_order, anchoring.placed())));
    let forget = el("button").class("link-button verify__forget").attr("type", "button");
    let head = row([
        el("h4").class("verify__title").attr("id", PLACE).attr("tabindex", "-1").child(words::RESULT),
        p("verify__summary", summary(checked)),
        maybe(order),
        maybe(anchoring.bounded.then(|| p("verify__order", words::BOUNDED))),
        el("dl").class("digests").child([digest(words::BYTES, bytes), digest(words::CANONICAL, canonical)]),
        if checked.own {
            forget.on("click", move |_| desk.forget()).child(words::FORGET)
        } else {
            forget.on("click", move |_| desk.ask()).child(words::OWN_COPY)
        },
        filter(desk, checked),
    ]);
    let sides = div("verify__sides", [reading::reading(desk, checked), entries::entries(desk, checked)]);
    div("verify__result", [div("verify__head", head), sides])
}

/// The counts, each of which shows what it counts.
fn filter(desk: Desk, checked: &Checked) -> Node {
    let button = |kind: Option<Kind>, children: Vec<Node>| {
        el("button")
            .class("outcome-choice")
            .attr("type", "button")
            .live("aria-pressed", move || said(desk.shown.get() == kind))
            .on("click", move |_| desk.shown.set(kind))
            .child(children)
    };
    let figure = |count: usize| span("outcome-choice__count", number(count));
    let mut children = vec![button(None, row([say(words::ALL), say(" "), figure(checked.audit.entries.len())]))];
    children.extend(
        counts(checked)
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(kind, count)| button(Some(kind), row([outcome(kind), say(" "), figure(count)]))),
    );
    el("div").class("outcome-choices").attr("role", "group").attr("aria-label", words::FILTER).child(children)
}

/// An outcome's glyph and name.
pub fn outcome(kind: Kind) -> Node {
    let [glyph, name] = words::filter(kind);
    let class = ["outcome outcome--", kind.id()].concat();
    el("span")
        .class(class)
        .child([el("span").class("outcome__glyph").attr("aria-hidden", "true").child(glyph), say(name)])
}
