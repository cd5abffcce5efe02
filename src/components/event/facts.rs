//! An event in one line: when, who reports it, how many differences and quotes.

use leptos::prelude::*;
use sidebyline_compare::Column;
use sidebyline_dataset::model::EventIdx;

use crate::components::badge::badge;
use crate::components::parts::{maybe, p, row, say, span, unseen};
use crate::dates;
use crate::intl::number;
use crate::load::Story;
use crate::strings;

/// The facts. Each source has its place in the row of badges, so that the eye finds it; a dot stands for silence.
pub fn facts(story: &Story, index: EventIdx, columns: &[Column]) -> AnyView {
    let event = &story.dataset.events[index];
    let when = event.when.as_ref().map_or(strings::UNKNOWN_DATE.into(), dates::words);
    let machine = event.when.as_ref().and_then(dates::machine);
    let labels: Vec<&str> = columns.iter().map(|column| story.dataset.sources[column.source].label.as_str()).collect();
    let slot = |source| {
        let reports = columns.iter().any(|column| column.source == source);
        if reports { badge(&story.dataset, source) } else { span("silent", "·") }
    };
    let slots: Vec<AnyView> = story.dataset.sources.indices().map(slot).collect();
    let (differences, quotes) = (event.discrepancies.len(), event.quotes.len());
    p(
        "facts",
        row([
            view! { <time class="facts__when" datetime=machine>{when}</time> }.into_any(),
            unseen(strings::reported_by(&labels)),
            for_the_eye("facts__slots", slots.into_any()),
            tally("facts__differences", differences, marked(differences)),
            tally("facts__quotes", quotes, say(strings::quotes(quotes))),
        ]),
    )
}

/// What there is so many of; nothing for none.
fn tally(class: &'static str, count: usize, children: AnyView) -> AnyView {
    maybe((count > 0).then(|| span(class, children)))
}

/// How many differences: a mark with a number for the eye, and words for who listens.
fn marked(count: usize) -> AnyView {
    let mark = [strings::DIFFERENCE_MARK, " ", &number(count)].concat();
    row([for_the_eye("facts__mark", say(mark)), unseen(strings::differences(count))]).into_any()
}

fn for_the_eye(class: &'static str, children: AnyView) -> AnyView {
    view! { <span class=class aria-hidden="true">{children}</span> }.into_any()
}
