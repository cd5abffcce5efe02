//! Two or more sources side by side: a table where there is room for one, else a card for each event. Only one of the
//! two is built, so that no id stands in the page twice.
//!
//! What is found is shown or hidden, and nothing is built anew until the sources change or the window does. If the events
//! are too many for that, a part of what is found is built at a time.

mod card;
pub(in crate::components) mod cell;
pub(in crate::components) mod choice;
pub(in crate::components) mod difference;
mod rows;
pub(in crate::components) mod silence;
mod table;

use std::ops::Range;
use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use sidebyline_dataset::model::SourceIdx;
use sidebyline_dataset::table::Idx;
use sidebyline_query::part::{Part, WHOLE};
use sidebyline_query::{Rows, Unit, View};

use crate::components::compare::rows::{Shown, Side};
use crate::components::part_links::part_links;
use crate::components::parts::{div, maybe, p, row};
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::state::{State, altered, memo, use_state, use_story};
use crate::strings::compare as strings;

/// Below this width there are cards.
const NARROW: &str = "(width < 64rem)";

/// The page.
pub fn compare() -> Node {
    let (story, state) = (use_story(), use_state());
    let sources = {
        memo(move || {
            let sources = state.answer(|answer| answer.selection.columns(&story.dataset));
            sources.into_iter().map(Idx::position).collect()
        })
    };
    let narrow = watch(NARROW.into());
    let choice = choice::sources(story, state, sources);
    let body = move || side_by_side(story, state, &sources.read(), narrow.get());
    row([el("h2").class("visually-hidden").child(strings::TITLE), choice, live(body)]).into()
}

/// Whether the window is as `query` says, now and whenever it changes.
pub(in crate::components) fn watch(query: String) -> RwSignal<bool> {
    let is = move || window().match_media(&query).ok().flatten().is_some_and(|list| list.matches());
    let signal = RwSignal::new(is());
    let listener = window_event_listener(ev::resize, move |_| {
        let now = is();
        if signal.get_untracked() != now {
            signal.set(now);
        }
    });
    on_cleanup(move || listener.remove());
    signal
}

/// What `sources` have, with the choice of which events.
fn side_by_side(story: &'static Story, state: State, sources: &[usize], narrow: bool) -> Node {
    let sources = sources.iter().map(|&source| SourceIdx::new(source)).collect();
    let side = Arc::new(Side::new(story, sources));
    let shown = {
        let (side, story) = (Arc::clone(&side), story);
        memo(move || Arc::new(state.answer(|answer| Shown::new(&side, &story.dataset, answer))))
    };
    let rows = choice::rows(story, state, &side, shown);
    let build = {
        let side = Arc::clone(&side);
        move |here: &[usize]| {
            if narrow {
                card::cards(story, state, &side, shown, here)
            } else {
                table::table(story, state, &side, shown, here)
            }
        }
    };
    let all: Vec<usize> = (0..side.rows.len()).collect();
    let events = if all.len() <= WHOLE {
        build(&all)
    } else {
        live(move || {
            let event = story.event_of(&state.target());
            let wanted = event.and_then(|event| side.rows.iter().position(|row| row.event == event));
            let is_shown: Vec<usize> = shown.with(|shown| all.iter().copied().filter(|&at| shown.rows[at]).collect());
            let part = Part::of(&is_shown, wanted, state.view(|view| view.part));
            [build(&part.items), part_links(&part.range, part.len)]
        })
    };
    row([rows, live(move || about(story, state, shown)), events]).into()
}

/// What has no row, and why.
fn about(story: &Story, state: State, shown: Memo<Arc<Shown>>) -> Vec<Node> {
    let found = state.matches(|matches| matches.total(Unit::Events));
    let (left_out, count) = shown.with(|shown| (shown.left_out, shown.rows.iter().filter(|shown| **shown).count()));
    let mut lines = Vec::new();
    if left_out > 0 {
        lines.push(p("compare__left-out", strings::left_out(left_out)));
    }
    lines.extend(state.view(|view| choice::said_of(story, &view.rows, count)));
    if found > left_out && count == 0 {
        lines.push(choice::emptied(state, strings::NO_ROW_WHY));
    }
    lines
}

/// Hides a node that belongs to the rows of these positions while none of them is shown.
fn with_any_of(shown: Memo<Arc<Shown>>, rows: Range<usize>, node: Node) -> Node {
    node.hidden(move || shown.with(|shown| !shown.rows.get(rows.clone()).is_some_and(|rows| rows.contains(&true))))
}

/// A title that a keyboard finds among the headings, in the head of a row as well, where HTML has no headings.
pub(in crate::components) fn heading(level: &'static str) -> Node {
    el("p").attr("role", "heading").attr("aria-level", level)
}

/// Some children, if there are any.
fn some(class: &'static str, children: Vec<Node>) -> Node {
    maybe((!children.is_empty()).then(|| div(class, children)))
}

/// The same view with another choice of rows.
pub(in crate::components) fn with_rows(view: &View, rows: Rows) -> View {
    altered(view, |view| view.rows = rows)
}
