//! Which events have rows, if not all that are found.

use std::sync::Arc;

use leptos::prelude::*;
use sidebyline_query::View;

use crate::components::compare::choice::{emptied, said_of};
use crate::components::compare::with_rows;
use crate::components::coverage::rows::{CHOICES, Shown};
use crate::components::parts::{li, maybe, row, say, span, view_link};
use crate::intl::number;
use crate::load::Story;
use crate::node::{Node, el, live};
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
    let chosen = live(move || maybe(shown.with(|shown| said_of(story, &shown.chosen, shown.count))));
    let none = live(move || maybe(shown.with(|shown| shown.is_emptied()).then(|| emptied(state, words::NO_ROW_WHY))));
    row([list.child((0..CHOICES.len()).map(choice).collect::<Vec<Node>>()), chosen, none]).into()
}
