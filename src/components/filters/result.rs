//! How many are left: at once for the eye, and once things have settled for who listens.

use std::time::Duration;

use leptos::prelude::*;
use sidebyline_query::{Page, Unit};

use crate::components::filters::listed;
use crate::node::{Node, el, live};
use crate::state::{is_ranked, use_state, use_story};
use crate::strings;

/// How long the count must stand still before it is announced.
const SETTLED: Duration = Duration::from_millis(500);

/// The count, with the page's only status.
pub fn result_count() -> Node {
    let (story, state) = (use_story(), use_state());
    let count = move || {
        state.answer(|answer| {
            let view = &answer.selection.view;
            if view.page == Page::Discrepancies {
                let all = &story.dataset.discrepancies;
                let found = all.indices().filter(|&index| answer.matches.has_discrepancy(index)).count();
                return strings::discrepancies::found(found, all.len());
            }
            let (unit, matches) = (view.counted(), &answer.matches);
            let events =
                (unit != Unit::Events && listed(story, view.page) == Unit::Events).then(|| matches.total(Unit::Events));
            strings::filters::found(unit, matches.total(unit), story.index.total(unit), events)
        })
    };
    Effect::new(move |earlier: Option<Option<TimeoutHandle>>| {
        if let Some(Some(handle)) = earlier {
            handle.clear();
        }
        let mut text = count();
        state.answer(|answer| {
            let part = answer.selection.view.part;
            if is_ranked(answer) {
                text.push_str(strings::quotes::RANKED);
            }
            if part > 0 {
                text.push_str(&strings::part_of_list(part + 1));
            }
            for warning in &answer.warnings {
                text.push_str(". ");
                text.push_str(&strings::warning(warning));
            }
        });
        set_timeout_with_handle(move || state.announce(text), SETTLED).ok()
    });
    [
        el("p").class("result-count").attr("aria-hidden", "true").child(live(count)),
        el("p").class("visually-hidden").attr("role", "status").child(live(move || state.announced())),
    ]
    .into()
}
