//! What the link asks for and the page can't do: said, and never silently dropped.

use leptos::prelude::expect_context;
use sidebyline_query::Warning;

use crate::components::later::{Later, Wanted};
use crate::components::parts::li;
use crate::load::{Story, is_of_data};
use crate::node::{Node, el, live};
use crate::state::{Answer, State, use_state, use_story};
use crate::strings;

/// The notices, if there are any.
pub fn notices() -> Node {
    let (story, state) = (use_story(), use_state());
    let later: Later = expect_context();
    let lines = move || {
        let mut lines = state.answer(|answer| answer.warnings.iter().map(strings::warning).collect::<Vec<String>>());
        lines.extend(about_target(story, state));
        let mut lines: Vec<Node> = lines.into_iter().map(|line| li("notices__line", line)).collect();
        let other = |answer: &Answer| answer.warnings.iter().any(|one| matches!(one, Warning::OtherVersion(_)));
        if state.answer(other) {
            lines.push(li("notices__line", later.show(Wanted::Changes)));
        }
        lines
    };
    el("ul").class("notices").attr("aria-label", strings::filters::NOTICES).child(live(lines))
}

/// What to say of the element that the address points to, if it can't be seen.
fn about_target(story: &Story, state: State) -> Option<String> {
    let target = state.target();
    if !is_of_data(&target) {
        return None;
    }
    let dataset = &story.dataset;
    let of_quote = || dataset.quotes.find(&target).map(|quote| dataset.quotes.head(quote).event);
    let of_discrepancy = || dataset.discrepancies.find(&target).map(|index| dataset.discrepancies[index].event);
    match dataset.events.find(&target).map(Some).or_else(of_quote).or_else(of_discrepancy) {
        None => Some(strings::unknown_target(&target)),
        Some(Some(event)) if !state.shows(event) => Some(strings::hidden_target(&dataset.events[event].title.0)),
        Some(_) => None,
    }
}
