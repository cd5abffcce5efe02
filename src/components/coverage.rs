//! All events, and what each source has on them: a table whose cells open to the words. Beside the numbers of those who
//! report an event stands to how many origins their reports may come down.
//!
//! A cell is a button and nothing more, so that a table of many thousands stays light: the table listens for all of
//! them. What a cell opens to is built when it is opened.

mod choices;
mod columns;
mod heads;
mod keys;
mod line;
mod opened;
mod origins;
mod rows;
mod table;
mod totals;

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use sidebyline_query::part::{Part, WHOLE};

use crate::components::coverage::rows::{Layout, Shown, Table};
use crate::components::part_links::part_links;
use crate::components::parts::{maybe, row};
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::state::{State, memo, use_state, use_story};
use crate::strings;

/// The page.
pub fn coverage() -> Node {
    let (story, state) = (use_story(), use_state());
    let layout = memo(move || state.answer(|answer| Layout::of(&story.dataset, answer)));
    let built = built(story, state);
    row([
        el("h2").class("visually-hidden").child(strings::coverage::TITLE),
        live(move || all(story, state, layout.get(), built)),
        origins::overview(story, state),
    ])
    .into()
}

/// How many rows are built at once, and then with each turn of the browser.
const STEP: usize = 60;

/// How many rows are built. Of a long table the first can be read while the others come. Where the reader is to be led to
/// a place in it, all of them are there at once.
fn built(story: &'static Story, state: State) -> RwSignal<usize> {
    let is_led = untrack(|| !state.target().is_empty() || state.noted().is_some());
    // A part of a longer table is short.
    let at_once = is_led || story.dataset.events.len() > WHOLE;
    let built = RwSignal::new(if at_once { usize::MAX } else { STEP });
    build_more(built, story.dataset.events.len());
    built
}

fn build_more(built: RwSignal<usize>, all: usize) {
    set_timeout(
        move || {
            // The page may be another by then.
            let Some(so_far) = built.try_get_untracked().filter(|&so_far| so_far < all) else { return };
            built.set(so_far + STEP);
            build_more(built, all);
        },
        Duration::ZERO,
    );
}

/// The table with what is chosen for it.
fn all(story: &'static Story, state: State, layout: Layout, built: RwSignal<usize>) -> Node {
    let table = Arc::new(Table::new(story, layout));
    let shown = {
        let table = Arc::clone(&table);
        memo(move || Arc::new(state.answer(|answer| Shown::new(&table, &story.dataset, answer))))
    };
    let part = {
        let table = Arc::clone(&table);
        move || {
            let event = story.event_of(&state.target());
            let wanted =
                event.and_then(|event| table.places().find(|&at| table.event(table.sorted[at]) == Some(event)));
            let is_shown = |shown: &Arc<Shown>| -> Vec<usize> {
                table.places().filter(|&place| shown.rows[table.sorted[place]]).collect()
            };
            Part::of(&shown.with(is_shown), wanted, state.view(|view| view.part))
        }
    };
    let (here, is_long) = (part.clone(), table.sorted.len() > WHOLE);
    let links = move || {
        let part = part();
        part_links(&part.range, part.len)
    };
    row([
        choices::choices(story, state, shown),
        columns::columns(story, state, &table),
        table::table(story, state, &table, shown, built, is_long.then_some(move || here().items)),
        maybe(is_long.then(|| live(links))),
    ])
    .into()
}
