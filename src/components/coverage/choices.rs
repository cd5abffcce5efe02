//! Which events have rows, if not all that are found.

use std::sync::Arc;

use leptos::prelude::*;
use sidebyline_query::{Rows, View};

use crate::components::compare::{kind, with_rows};
use crate::components::coverage::rows::{CHOICES, Shown};
use crate::components::parts::{div, li, maybe, p, row, say, span, view_link};
use crate::intl::number;
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::reveal::to_the_events;
use crate::state::State;
use crate::strings;
use crate::strings::coverage as words;

/// The choices that don't speak of one source, what is chosen of one that does, and what to do where nothing is left.
pub fn choices(story: &'static Story, state: State, shown: Memo<Arc<Shown>>) -> Node {
    let names = [strings::compare::ALL, strings::compare::DIFFERENCES, strings::compare::SHARED];
    let choice = |at: usize| {
        let choose = move |view: &View| with_rows(view, CHOICES[at].clone());
        let is_it = move || shown.with(|shown| shown.chosen == CHOICES[at]).then_some("true");
        let count = move || shown.with(|shown| number(shown.counts[at]));
        let link = view_link(state, choose).class("coverage__choice").live("aria-current", is_it);
        li("coverage__item", link.child([say(names[at]), say(" "), span("coverage__count", live(count))]))
    };
    let list = el("ul").class("coverage__choices").attr("aria-label", words::ROWS);
    let chosen = live(move || maybe(shown.with(|shown| chosen(story, shown)).map(|said| p("coverage__chosen", said))));
    let none = live(move || maybe(shown.with(|shown| shown.is_emptied()).then(|| emptied(state))));
    row([list.child((0..CHOICES.len()).map(choice).collect::<Vec<Node>>()), chosen, none]).into()
}

/// What is chosen of one source.
fn chosen(story: &Story, shown: &Shown) -> Option<String> {
    let label = |id: &str| Some(story.dataset.sources[story.dataset.sources.find(id)?].label.clone());
    match &shown.chosen {
        Rows::Only(id) => Some(words::chosen_alone(&label(id)?, shown.count)),
        Rows::Where(stand, id) => Some(words::chosen(kind(*stand), &label(id)?, shown.count)),
        Rows::All | Rows::Differences | Rows::Shared => None,
    }
}

fn emptied(state: State) -> Node {
    let button = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", move |_| to_the_events(|| state.choose(|view| with_rows(view, Rows::All))))
        .child(strings::compare::SHOW_ALL);
    let title = el("h2").class("empty__title").child(strings::compare::NO_ROW);
    div("empty", row([title, p("empty__why", words::NO_ROW_WHY), p("empty__ways", button)]))
}
