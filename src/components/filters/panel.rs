//! The facets, in groups by what they speak of.

use sidebyline_query::Facet;
use sidebyline_query::facet::Level;

use super::drawer::{DRAWER, PANEL, close, put_back};
use super::facet::facet;
use super::listed;
use super::press::{Press, press};
use crate::components::parts::{div, p, say};
use crate::node::{Node, el, live};
use crate::state::{use_state, use_story};
use crate::strings;

/// The id of what the facets together are called.
const TITLE: &str = "_panel-title";

/// The facets: beside the events where there is room, else in a drawer.
pub fn panel() -> Node {
    let (story, state) = (use_story(), use_state());
    let group = |level: Level| {
        let facets: Vec<Node> = Facet::ALL
            .into_iter()
            .filter(|facet| facet.level() == level)
            .map(|index| facet(story, state, index))
            .collect();
        el("section")
            .class("facets")
            .child(el("h3").class("facets__title").child(strings::filters::level(level)))
            .child(p("facet__hint", strings::filters::level_hint(level)))
            .child(facets)
    };
    let groups: Vec<Node> = Level::ALL.into_iter().map(group).collect();
    let show = move || {
        let unit = listed(story, state.page());
        strings::filters::show(state.matches(|matches| matches.total(unit)), unit)
    };
    let action = |class, words: Node| press(Press { class, ..Press::default() }, close, words);
    let head = div(
        "panel__head",
        [
            el("h2").attr("id", TITLE).class("panel__title").child(strings::filters::FILTERS),
            action("panel__close", say(strings::filters::CLOSE)),
        ],
    );
    let body = div("panel__body", p("facet__hint", strings::filters::HINT)).child(groups);
    let foot = div("panel__foot", action("panel__show", live(show)));
    let panel = div("panel", [head, body, foot]).attr("id", PANEL);
    let drawer = el("dialog")
        .attr("id", DRAWER)
        .class("drawer")
        .attr("aria-labelledby", TITLE)
        .attr("closedby", "any")
        .on("close", move |_| put_back());
    [el("aside").class("panel-place").attr("aria-labelledby", TITLE).child(panel), drawer].into()
}
