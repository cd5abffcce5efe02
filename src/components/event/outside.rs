//! What stands with something that is found, but isn't found itself: told apart, so that it doesn't seem chosen.

use leptos::prelude::*;
use sidebyline_query::facet::Level;
use sidebyline_query::{Facet, Matches};

use crate::components::parts::{maybe, span};
use crate::node::{Node, live};
use crate::state::State;
use crate::strings;

/// Whether facets that speak of `level` are chosen, and what `has` looks for isn't found.
pub fn is_outside(state: State, level: Level, has: impl FnOnce(&Matches) -> bool) -> bool {
    state.answer(|answer| {
        let chosen = |facet: &Facet| facet.level() == level && !answer.selection.view.choices(*facet).is_empty();
        Facet::ALL.iter().any(chosen) && !has(&answer.matches)
    })
}

/// The words for it, for as long as it is so.
pub fn outside_label(outside: Memo<bool>) -> Node {
    live(move || maybe(outside.get().then(|| span("outside__label", strings::timeline::OUTSIDE))))
}
