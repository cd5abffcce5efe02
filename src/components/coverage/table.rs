//! The table: heads, totals and a row for each event.

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;
use sidebyline_compare::Kind;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use crate::components::compare::{heading, watch};
use crate::components::coverage::keys::{keep_way_in, with_keys};
use crate::components::coverage::rows::{Shown, Table};
use crate::components::coverage::{heads, line, opened, totals};
use crate::components::parts::{for_the_eye, maybe, row, say, span};
use crate::load::Story;
use crate::node::{Node, el};
use crate::state::State;
use crate::strings;
use crate::strings::coverage as words;

/// Below this width the title of an event stands above its cells.
const NARROW: &str = "(width < 48rem)";
/// With more columns than this, each is as narrow as can be.
const FEW: usize = 8;
/// How wide the columns of events, and of the numbers at the end, are at least, in rem.
const EVENT: usize = 22;
/// How wide the column of a source is at least, in rem: of one among few, and of one among many.
const COLUMN: [usize; 2] = [4, 3];
/// How wide the page is at most without its margins, in rem.
const PAGE: usize = 84;
/// The margins and a scroll bar, in rem.
const MARGINS: usize = 7;

/// With more sources than this, two would have the same colour, so none has one.
pub const HUES: usize = 5;

/// How the table is to look.
#[derive(Clone, Copy)]
pub struct Look {
    /// Whether titles stand above the cells.
    pub narrow: bool,
    /// Whether each source has a colour that no other has.
    pub hues: bool,
    /// How many columns there are in all.
    pub width: usize,
    /// How many rows are built.
    pub built: RwSignal<usize>,
}

/// The table, or a part of its rows. Where its columns don't fit it scrolls sideways in a box of its own.
pub fn table(
    story: &'static Story,
    state: State,
    table: &Arc<Table>,
    shown: Memo<Arc<Shown>>,
    built: RwSignal<usize>,
    part: Option<impl Fn() -> Vec<usize> + 'static>,
) -> Node {
    let columns = table.layout.columns.len();
    let many = columns > FEW;
    let needed = EVENT + COLUMN[usize::from(many)] * columns;
    let narrow = watch(NARROW.into());
    let boxed = watch(match needed {
        _ if needed > PAGE => "all".into(),
        // Where it is narrow, the titles take no width.
        _ => {
            let narrow = (columns + 2) * 11 / 4;
            let until = |rem: usize| ["(width < ", &rem.to_string(), "rem)"].concat();
            [&until(narrow), ", ((width >= 48rem) and ", &until(needed + MARGINS), ")"].concat()
        }
    });
    let class = move || {
        let mut class = String::from("coverage");
        for (is, name) in
            [(many, " coverage--many"), (boxed.get(), " coverage--boxed"), (narrow.get(), " coverage--narrow")]
        {
            class.push_str(if is { name } else { "" });
        }
        class
    };
    let body = {
        let table = Arc::clone(table);
        crate::node::live(move || {
            let narrow = narrow.get();
            let width = columns + if narrow { 2 } else { 3 };
            let look = Look { narrow, hues: story.dataset.sources.len() <= HUES, width, built };
            let here = part.as_ref().map_or_else(|| table.places().collect(), |part| part());
            rows(story, state, &table, shown, &here, look)
        })
    };
    let children = row([caption(), body]);
    let inner = el("table").class("coverage__table").attr("aria-label", words::TITLE).child(children);
    let inner = inner.style("--columns", move || columns.to_string());
    let inner = inner.on("click", move |event: Event| press(story, state, &event).unwrap_or_default());
    let inner = with_keys(inner).effect(move |element: &Element| {
        shown.track();
        narrow.track();
        state.view(|_| ()); // another part
        keep_way_in(element);
    });
    el("div")
        .live("class", class)
        .live("tabindex", move || boxed.get().then_some("0"))
        .live("role", move || boxed.get().then_some("region"))
        .live("aria-label", move || boxed.get().then_some(words::TITLE))
        .hidden(move || shown.with(|shown| shown.count == 0))
        .child(inner)
}

/// How to use the table. Where it is narrow, the marks are told here, since the totals that tell them stand at its end.
fn caption() -> Node {
    let item = |kind: Kind| span("coverage__legend-item", row([mark(kind), say(words::state(kind))]));
    let legend = Kind::ALL.into_iter().map(item).collect::<Vec<Node>>();
    let keys = span("coverage__keys", words::KEYS);
    el("caption").class("coverage__help").child(row([say(words::HELP), keys, span("coverage__legend", legend)]))
}

/// The mark of a cell, for the eye.
pub fn mark(kind: Kind) -> Node {
    let mark = for_the_eye(words::glyph(kind));
    mark.class(if kind == Kind::Discrepant { "coverage__mark coverage__mark--differs" } else { "coverage__mark" })
}

/// Everything in the table, with the rows at the places that are `here`.
fn rows(
    story: &'static Story,
    state: State,
    table: &Arc<Table>,
    shown: Memo<Arc<Shown>>,
    here: &[usize],
    look: Look,
) -> Vec<Node> {
    let mut lines = vec![widths(table.layout.columns.len(), look), heads::heads(story, state, table, shown, look)];
    let sums = totals::totals(story, state, table, shown, look);
    let mut bodies = Vec::with_capacity(here.len() + 3);
    let first_of_background = table.background.and_then(|from| here.iter().find(|&&place| place >= from));
    for place in here {
        if let Some(from) = table.background.filter(|_| first_of_background == Some(place)) {
            bodies.push(background(table, shown, from, look));
        }
        bodies.push(line::line(story, state, table, shown, (*place, table.sorted[*place]), look));
    }
    if look.narrow {
        lines.extend(bodies);
        lines.push(sums);
    } else {
        lines.push(sums);
        lines.extend(bodies);
    }
    lines
}

/// How wide the columns are: the browser lays out a large table at once if it need not look at all of it first.
fn widths(sources: usize, look: Look) -> Node {
    let column = |class: &'static str, span: usize| el("col").class(class).attr("span", span.to_string());
    let event = (!look.narrow).then(|| column("coverage__event-column", 1));
    let sources = (sources > 0).then(|| column("coverage__source-column", sources));
    el("colgroup").child(row([maybe(event), maybe(sources), column("coverage__number-column", 2)]))
}

/// What stands above the background.
fn background(table: &Arc<Table>, shown: Memo<Arc<Shown>>, from: usize, look: Look) -> Node {
    let group = [strings::BACKGROUND, strings::BACKGROUND_HINT].join(": ");
    let head = el("th").class("coverage__group").attr("scope", "rowgroup").child(heading("3").child(group));
    let head = head.attr("colspan", look.width.to_string());
    let lines: Range<usize> = from..table.sorted.len();
    let none = move || shown.with(|shown| !shown.rows.get(lines.clone()).is_some_and(|rows| rows.contains(&true)));
    el("tbody").hidden(none).child(el("tr").child(head))
}

/// Opens or closes the cell that is pressed.
fn press(story: &Story, state: State, event: &Event) -> Option<()> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let cell = target.closest("button[data-cell]").ok()??;
    let key = opened::key_of(story, &cell.get_attribute("data-cell")?)?;
    state.set_open(key, !untrack(|| state.is_open(key)));
    Some(())
}
