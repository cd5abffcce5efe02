//! One event: what it is, who reports it, and what each source has on it, side by side.

mod column;
pub(in crate::components) use column::names;
mod facts;

use std::sync::Arc;

use leptos::prelude::*;
use sidebyline_compare::columns;
use sidebyline_dataset::model::EventIdx;

use crate::components::discrepancy::discrepancy;
use crate::components::parts::{div, maybe, row};
use crate::components::words::text;
use crate::load::Story;
use crate::state::State;
use crate::strings;

/// The class of an event with none, one, a few or many columns.
const SHAPES: [&str; 5] = ["event", "event event--one", "event", "event", "event event--wide"];

/// The event at `index`; hidden if it doesn't match.
pub fn event(story: &Arc<Story>, state: State, index: EventIdx) -> AnyView {
    let event = &story.dataset.events[index];
    let columns = columns(&story.dataset, index);
    let title_id = ["_", &event.id].concat();
    let (labelled_by, titled_by) = (title_id.clone(), title_id.clone());
    let heading = || view! { <h4 class="visually-hidden">{strings::DIFFERENCES}</h4> }.into_any();
    let mut differences: Vec<AnyView> = event.discrepancies.first().map(|_| heading()).into_iter().collect();
    differences.extend(event.discrepancies.iter().map(|&index| discrepancy(story, index)));
    let class = SHAPES[columns.len().min(SHAPES.len() - 1)];
    let facts = facts::facts(story, index, &columns);
    let columns: Vec<AnyView> = columns.iter().map(|column| column::column(story, index, column)).collect();
    let title = view! {
        <h3 class="event__title" aria-labelledby=titled_by>
            <span id=title_id>{text(&event.title, &story.dataset.about.language)}</span>
            <a class="event__link" href=["#", &event.id].concat() aria-label=strings::link_to(&event.title.0)>"#"</a>
        </h3>
    };
    let children = row([
        div("event__head", row([title.into_any(), facts])),
        div("event__columns", columns),
        maybe((!differences.is_empty()).then(|| div("event__differences", differences))),
    ]);
    view! {
        <article id=event.id.clone() class=class tabindex="-1" aria-labelledby=labelled_by hidden=move || !state.shows(index)>
            {children}
        </article>
    }
    .into_any()
}
