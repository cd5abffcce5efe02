//! What belongs to no event, so that nothing in the data is out of reach.

use leptos::prelude::*;
use sidebyline_dataset::model::{DiscrepancyIdx, QuoteIdx};
use sidebyline_query::Matches;

use crate::components::badge::{badge, hue};
use crate::components::discrepancy::discrepancy;
use crate::components::parts::{div, maybe};
use crate::components::quote::quote;
use crate::components::timeline::part;
use crate::intl::number;
use crate::node::{Node, el, live};
use crate::state::{memo, use_state, use_story};
use crate::strings;

/// What belongs to no event; of a story that comes in parts, what the one that is shown has of it.
pub fn loose() -> Node {
    let (story, state) = (use_story(), use_state());
    let count = memo(move || state.matches(Matches::loose));
    if story.timeline.is_whole() {
        return [loose_quotes(&story.timeline.loose, count), loose_discrepancies()].into();
    }
    let part = part(story, state);
    let (_, _, quotes) = story.timeline.sections(&part);
    [loose_quotes(&quotes, count), maybe((part.range.end == part.len).then(loose_discrepancies))].into()
}

/// The quotes that belong to no event, `here` of so many that are found.
fn loose_quotes(here: &[QuoteIdx], count: Memo<usize>) -> Node {
    let (story, state) = (use_story(), use_state());
    let shows = move |index: QuoteIdx| state.matches(|matches| matches.has_quote(index));
    let item = |index: QuoteIdx| {
        let source = story.dataset.quotes.head(index).source;
        let class = ["column ", hue(source)].concat();
        el("li")
            .class(class)
            .live("hidden", move || !shows(index))
            .child(el("p").class("column__head").child(badge(&story.dataset, source)))
            .child(quote(story, index))
    };
    let items: Vec<Node> = here.iter().map(|&index| item(index)).collect();
    let nothing = here.is_empty();
    el("section")
        .class("loose")
        .attr("aria-labelledby", "_quotes")
        .live("hidden", move || nothing || count.get() == 0)
        .child(
            el("h2")
                .attr("id", "_quotes")
                .class("day__name")
                .attr("tabindex", "-1")
                .child(strings::LOOSE)
                .child(" ")
                .child(el("span").class("loose__count").child(live(move || number(count.get())))),
        )
        .child(el("ul").class("loose__list").child(items))
}

/// The discrepancies that belong to no event; the filters hold for them too.
fn loose_discrepancies() -> Node {
    let (story, state) = (use_story(), use_state());
    let shows = move |index: DiscrepancyIdx| state.matches(|matches| matches.has_discrepancy(index));
    let loose: Vec<DiscrepancyIdx> = story.loose_discrepancies().collect();
    if loose.is_empty() {
        return ().into();
    }
    let item =
        |&index: &DiscrepancyIdx| el("div").live("hidden", move || !shows(index)).child(discrepancy(story, index));
    let items: Vec<Node> = loose.iter().map(item).collect();
    el("section")
        .class("loose")
        .attr("aria-labelledby", "_differences")
        .live("hidden", move || !loose.iter().any(|&index| shows(index)))
        .child(el("h2").attr("id", "_differences").class("day__name").child(strings::LOOSE_DISCREPANCIES))
        .child(div("event__differences", items))
}
