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

use leptos::prelude::*;
use sidebyline_compare::Grounds;

use crate::components::coverage::rows::{Layout, Shown, Table};
use crate::components::parts::row;
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::state::{State, memo, use_state, use_story};
use crate::strings;

/// The page.
pub fn coverage() -> Node {
    let (story, state) = (use_story(), use_state());
    let grounds = Arc::new(Grounds::new(&story.dataset));
    let layout = memo(move || state.answer(|answer| Layout::of(&story.dataset, answer)));
    let across = {
        let grounds = Arc::clone(&grounds);
        move || all(story, state, &grounds, layout.get())
    };
    row([
        el("h2").class("visually-hidden").child(strings::coverage::TITLE),
        live(across),
        origins::overview(story, state, &grounds),
    ])
    .into()
}

/// The table with what is chosen for it.
fn all(story: &'static Story, state: State, grounds: &Arc<Grounds>, layout: Layout) -> Node {
    let table = Arc::new(Table::new(story, grounds, layout));
    let shown = {
        let table = Arc::clone(&table);
        memo(move || Arc::new(state.answer(|answer| Shown::new(&table, &story.dataset, answer))))
    };
    row([
        choices::choices(story, state, shown),
        columns::columns(story, state, &table),
        table::table(story, state, grounds, &table, shown),
    ])
    .into()
}
