//! One event: its title and date, a cell for each source, how many report it, how many differences there are.

use std::sync::Arc;

use leptos::prelude::*;
use sidebyline_compare::coverage::Line;
use sidebyline_compare::{Kind, State as CellState};
use sidebyline_dataset::model::EventIdx;
use sidebyline_query::Page;

use crate::components::badge::hue;
use crate::components::compare::difference::tally;
use crate::components::compare::heading;
use crate::components::coverage::keys::stop;
use crate::components::coverage::opened::{self, Opened};
use crate::components::coverage::rows::{Shown, Table};
use crate::components::coverage::table::Look;
use crate::components::parts::{div, maybe, place_link, row, say, span, unseen};
use crate::components::words::text;
use crate::dates;
use crate::load::Story;
use crate::node::{Node, el, live, said};
use crate::state::{State, memo};
use crate::strings;
use crate::strings::coverage as words;

/// The event that is at this place among the rows and at this position in the order of time, and below it what of it is
/// open.
pub fn line(
    story: &'static Story,
    state: State,
    table: &Arc<Table>,
    shown: Memo<Arc<Shown>>,
    (place, at): (usize, usize),
    look: Look,
) -> Node {
    let Some(event) = table.event(at) else { return ().into() };
    let open = memo(move || (place < look.built.get()).then(|| Opened::of(story, state, event)));
    let table = Arc::clone(table);
    let is_shown = move || shown.with(|shown| shown.rows.get(at).copied().unwrap_or_default());
    let lines = live(move || {
        let Some((open, of_event)) = open.get().zip(table.coverage.lines().get(at)) else { return Vec::new() };
        let mut lines = event_lines(story, state, &table, of_event, at, &open, look);
        if open.is_some() {
            let panel = opened::panel(story, state, &table, of_event, &open);
            let cell = el("td").class("coverage__open").attr("colspan", look.width.to_string());
            lines.push(el("tr").class("coverage__open-line").child(cell.child(panel)));
        }
        lines
    });
    let id = &story.dataset.events[event].id;
    el("tbody").class("coverage__body").attr("id", id).attr("tabindex", "-1").hidden(move || !is_shown()).child(lines)
}

/// The row; where it is narrow, with a row above it for the title.
fn event_lines(
    story: &'static Story,
    state: State,
    table: &Table,
    sum: &Line,
    at: usize,
    open: &Opened,
    look: Look,
) -> Vec<Node> {
    let event = sum.event;
    let states = table.coverage.cells(at).iter().zip(&table.layout.columns);
    let mut cells: Vec<Node> = Vec::with_capacity(look.width);
    for (&of_cell, &source) in states {
        let button = cell(of_cell, opened::key(story, event, Some(source)), open.has(source));
        let cell = el("td").child(button);
        cells.push(if look.hues { cell.class(hue(source)) } else { cell });
    }
    let mut numbers = reports(story, state, table, sum);
    let mut title = title(story, event);
    let origins = origins(story, table, sum, at, open);
    if look.narrow { &mut title } else { &mut numbers }.push(origins);
    cells.push(el("td").class("coverage__number").child(numbers));
    cells.push(el("td").class("coverage__number").child(tally(sum.discrepancies as usize)));
    let head = el("th").class("coverage__event").child(div("coverage__what", title));
    if look.narrow {
        let head = head.attr("scope", "rowgroup").attr("colspan", look.width.to_string());
        vec![el("tr").class("coverage__title-line").child(head), el("tr").child(cells)]
    } else {
        cells.insert(0, head.attr("scope", "row"));
        vec![el("tr").child(cells)]
    }
}

/// What the event is, and when it was.
fn title(story: &Story, index: EventIdx) -> Vec<Node> {
    let event = &story.dataset.events[index];
    let when = event.when.as_ref().map_or(strings::UNKNOWN_DATE.into(), dates::words);
    let machine = event.when.as_ref().and_then(dates::machine);
    row([
        heading("3").class("coverage__title findable").child(text(&event.title, &story.dataset.about.language)),
        el("time").class("coverage__when").attr("datetime", machine).child(when),
    ])
}

/// What a source does with the event: a mark for the eye, words for who listens, and where there is room for both.
fn cell(state: CellState, key: u32, open: bool) -> Node {
    let kind = Kind::of(state);
    stop(el("button"))
        .class(CLASSES[kind as usize])
        .attr("data-cell", key.to_string())
        .attr("aria-label", words::state(kind))
        .attr("aria-expanded", said(open))
        .child(words::glyph(kind))
}

/// The class of a cell, by its kind.
const CLASSES: [&str; Kind::ALL.len()] = [
    "coverage__cell coverage__stop coverage__cell--reported",
    "coverage__cell coverage__stop coverage__cell--reported coverage__cell--differs",
    "coverage__cell coverage__stop",
    "coverage__cell coverage__stop",
    "coverage__cell coverage__stop",
];

/// How many sources report the event, as a link to what they say.
fn reports(story: &Story, state: State, table: &Table, sum: &Line) -> Vec<Node> {
    let reports = sum.totals.of(Kind::Reported) as usize;
    let all = table.layout.columns.len();
    if reports == 0 {
        return row([span("coverage__none", words::of(0, all))]);
    }
    let link = place_link(state, &story.dataset.events[sum.event].id, |view| view.with_page(Page::Compare));
    let link = stop(link).class("coverage__total coverage__stop").attr("aria-label", words::of_articles(reports, all));
    let outlets = (table.layout.grouped && sum.groups as usize != reports)
        .then(|| span("coverage__outlets-count", words::outlets(sum.groups as usize)));
    row([link.child(words::of(reports, all)), maybe(outlets)])
}

/// To how many origins the reports may come down; it opens to why. Nothing where there are no two of them.
fn origins(story: &Story, table: &Table, sum: &Line, at: usize, open: &Opened) -> Node {
    let reports = sum.totals.of(Kind::Reported) as usize;
    let origins = table.origins.get(at).copied().unwrap_or(reports);
    let (class, label) = if origins < reports {
        ("coverage__origins coverage__stop", words::perhaps(origins))
    } else {
        ("coverage__origins coverage__origins--none coverage__stop", words::NO_TIE.into())
    };
    let key = opened::key(story, sum.event, None).to_string();
    let button = stop(el("button")).class(class).attr("data-cell", key).attr("aria-expanded", said(open.origins));
    maybe((reports > 1).then(|| button.child([say(label), unseen([": ", words::DRAWS].concat())])))
}
