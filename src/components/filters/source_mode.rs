//! How the chosen sources have to report: any of them, all, none, only they, or so many at least.

use sidebyline_query::{Facet, SourceMode, View};

use super::press::choice;
use crate::components::parts::{div, p, row};
use crate::node::{Node, live};
use crate::reveal::from_the_first_event;
use crate::state::{State, altered};
use crate::strings;

/// The choice, with what it means.
pub fn source_mode(state: State, sources: usize) -> Node {
    let options = move || {
        let now = state.view(|view| view.mode);
        modes(sources, now).into_iter().map(|mode| (mode == now, strings::filters::mode(mode))).collect()
    };
    let pick = move |at: usize| {
        state.choose(|view| {
            let mode = modes(sources, view.mode).get(at).copied().unwrap_or_default();
            altered(view, |view| view.mode = mode)
        });
        from_the_first_event(state);
    };
    let hint = move || state.view(|view| strings::filters::mode_hint(view.mode, has_sources(view)));
    div("source-mode", row([choice(strings::facet_name(Facet::Source), options, pick), p("facet__hint", live(hint))]))
}

/// Whether sources are included.
pub fn has_sources(view: &View) -> bool {
    view.included(Facet::Source).next().is_some()
}

/// The modes there are for so many sources, and the one at hand.
fn modes(sources: usize, now: SourceMode) -> Vec<SourceMode> {
    let least = (2..=sources).map_while(|number| u8::try_from(number).ok()).map(SourceMode::AtLeast);
    let mut modes: Vec<SourceMode> =
        [SourceMode::Any, SourceMode::All, SourceMode::None, SourceMode::Only].into_iter().chain(least).collect();
    if !modes.contains(&now) {
        modes.push(now);
    }
    modes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_mode_for_each_number_of_sources_and_the_one_that_a_link_asks_for() {
        use SourceMode::{All, Any, AtLeast, None, Only};
        assert_eq!(modes(3, Any), [Any, All, None, Only, AtLeast(2), AtLeast(3)]);
        assert_eq!(modes(1, AtLeast(9)), [Any, All, None, Only, AtLeast(9)]);
    }
}
