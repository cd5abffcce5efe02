//! How many events each source reports, and is silent on in which way: each number a link to just these events. What
//! the marks in the cells mean stands at the head of each row.

use std::sync::Arc;

use leptos::prelude::*;
use sidebyline_compare::Kind;
use sidebyline_dataset::model::SourceIdx;
use sidebyline_query::{Rows, Stand};

use crate::components::compare::with_rows;
use crate::components::coverage::keys::stop;
use crate::components::coverage::rows::{Shown, Table};
use crate::components::coverage::table::{Look, mark};
use crate::components::parts::{div, row, say, span, unseen, view_link};
use crate::intl::number;
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::state::State;
use crate::strings;
use crate::strings::coverage as words;

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Count {
    Of(Stand, Kind),
    Alone,
}

/// What is counted, each with a row.
const COUNTS: [Count; 6] = [
    Count::Of(Stand::Reported, Kind::Reported),
    Count::Of(Stand::Discrepancy, Kind::Discrepant),
    Count::Alone,
    Count::Of(Stand::Silent, Kind::CouldHave),
    Count::Of(Stand::CouldNot, Kind::CouldNot),
    Count::Of(Stand::Unknown, Kind::Unknown),
];

impl Count {
    fn mark(self) -> Node {
        match self {
            Self::Of(_, kind) => mark(kind),
            Self::Alone => span("coverage__mark", ()),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Of(_, kind) => words::total(kind),
            Self::Alone => words::ALONE,
        }
    }

    fn rows(self, id: &'static str) -> Rows {
        match self {
            Self::Of(stand, _) => Rows::Where(stand, id.into()),
            Self::Alone => Rows::Only(id.into()),
        }
    }

    fn of(self, shown: &Shown, column: usize) -> usize {
        let count = match self {
            Self::Of(_, kind) => shown.found.totals().get(column).map(|totals| totals.of(kind)),
            Self::Alone => shown.found.alone().get(column).copied(),
        };
        count.unwrap_or_default() as usize
    }
}

/// The rows of totals.
pub fn totals(story: &'static Story, state: State, table: &Arc<Table>, shown: Memo<Arc<Shown>>, look: Look) -> Node {
    let mut lines = Vec::with_capacity(2 * COUNTS.len());
    for count in COUNTS {
        let name = div("coverage__what", row([count.mark(), say(" "), say(count.name())]));
        let head = el("th").class("coverage__event").child(name);
        let numbers = table.layout.columns.iter().enumerate();
        let mut cells: Vec<Node> = numbers
            .map(|(column, &source)| el("td").child(total(story, state, shown, count, column, source)))
            .collect();
        cells.push(el("td").attr("colspan", "2"));
        if look.narrow {
            let head = head.attr("scope", "rowgroup").attr("colspan", look.width.to_string());
            lines.push(el("tr").class("coverage__title-line").child(head));
        } else {
            cells.insert(0, head.attr("scope", "row"));
        }
        lines.push(el("tr").class("coverage__sums").child(cells));
    }
    el("tbody").class("coverage__totals").attr("aria-label", words::TOTALS).child(lines)
}

/// How many events are so for one source: a link to them, which lifts the choice of them where it is made.
fn total(
    story: &'static Story,
    state: State,
    shown: Memo<Arc<Shown>>,
    count: Count,
    column: usize,
    source: SourceIdx,
) -> Node {
    let id = story.dataset.sources[source].id.as_str();
    live(move || {
        let (events, is_chosen) = shown.with(|shown| (count.of(shown, column), shown.chosen == count.rows(id)));
        if events == 0 && !is_chosen {
            return el("span").class("coverage__none").child(number(0));
        }
        let rows = move |view: &sidebyline_query::View| {
            let rows = count.rows(id);
            with_rows(view, if view.rows == rows { Rows::All } else { rows })
        };
        let link = stop(view_link(state, rows)).class("coverage__total coverage__stop");
        let said = strings::events(events);
        let said = said.trim_start_matches(|c: char| !c.is_whitespace()).to_owned();
        link.attr("aria-current", is_chosen.then_some("true")).child([say(number(events)), unseen(said)])
    })
}
