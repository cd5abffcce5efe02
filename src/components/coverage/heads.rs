//! The heads of the columns: what each is, and by which the rows are ordered.

use std::sync::Arc;

use leptos::prelude::*;
use sidebyline_compare::Kind;
use sidebyline_compare::coverage::Group;
use sidebyline_dataset::model::SourceIdx;
use sidebyline_query::{Facet, Order, Rows, Sign, SourceMode, View};

use crate::components::badge::{badge, hue};
use crate::components::coverage::rows::{Shown, Table};
use crate::components::coverage::table::Look;
use crate::components::parts::{for_the_eye, maybe, row, say, span, unseen, view_link};
use crate::intl::number;
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::state::{State, altered};
use crate::strings;
use crate::strings::coverage as words;

/// The heads, those of outlets above those of their sources.
pub fn heads(story: &'static Story, state: State, table: &Arc<Table>, shown: Memo<Arc<Shown>>, look: Look) -> Node {
    let mut lines = Vec::new();
    let event = || sort(state, table, Order::Date, words::EVENT, words::BY_DATE).class("coverage__event");
    if look.narrow {
        lines.push(el("tr").child(event().attr("colspan", look.width.to_string())));
    }
    if table.layout.grouped {
        let groups = table.coverage.groups().iter().enumerate();
        let mut cells: Vec<Node> = groups.map(|(at, group)| outlet(story, state, shown, at, group)).collect();
        if !look.narrow {
            cells.insert(0, el("td"));
        }
        cells.push(el("td").attr("colspan", "2"));
        lines.push(el("tr").class("coverage__outlets").child(cells));
    }
    let mut cells = Vec::with_capacity(look.width);
    if !look.narrow {
        cells.push(event());
    }
    cells.extend(table.layout.columns.iter().map(|&source| head(story, source, table.layout.grouped, look)));
    cells.push(sort(state, table, Order::Reports, words::REPORTS, words::BY_REPORTS).class("coverage__number"));
    let disagreement = sort(state, table, Order::Disagreement, words::DIFFERENCES, words::BY_DISAGREEMENT);
    cells.push(disagreement.class("coverage__number"));
    lines.push(el("tr").child(cells));
    el("thead").class("coverage__heads").child(lines)
}

/// The head of a source: its badge, and for the eye who published it, or what it is called where that stands above it.
fn head(story: &Story, index: SourceIdx, grouped: bool, look: Look) -> Node {
    let source = &story.dataset.sources[index];
    let name = source
        .outlet
        .filter(|_| !grouped)
        .map_or(source.title.as_str(), |outlet| story.dataset.outlets[outlet].name.as_str());
    let children = row([
        for_the_eye(badge(&story.dataset, index)),
        unseen(strings::compare::article(&source.label)),
        for_the_eye(say(name.to_owned())).class("coverage__name"),
    ]);
    let class = if look.hues { ["coverage__source ", hue(index)].concat() } else { "coverage__source".into() };
    let title = strings::source_name(&source.label, source.title.as_str());
    el("th").class(class).attr("scope", "col").attr("title", title).child(children)
}

/// The head of the sources of one outlet, with a link to the events that one of them reports at least.
fn outlet(story: &'static Story, state: State, shown: Memo<Arc<Shown>>, at: usize, group: &Group) -> Node {
    let Some(outlet) = group.outlet else {
        return el("td").attr("colspan", group.columns.len().to_string());
    };
    let theirs = move |source: SourceIdx| {
        let found = |shown: &Arc<Shown>| {
            let columns = &shown.found.groups().get(at)?.columns;
            Some(shown.found.columns().get(columns.clone())?.contains(&source))
        };
        shown.with_untracked(found).unwrap_or_default()
    };
    let of_outlet = move |view: &View| {
        let mut view = view.clone();
        for (index, source) in story.dataset.sources.iter() {
            let sign = if theirs(index) { Sign::Include } else { Sign::Off };
            view = view.with(Facet::Source, &source.id, sign);
        }
        altered(&view, |view| (view.mode, view.rows) = (SourceMode::Any, Rows::All))
    };
    let count = move || {
        let reports =
            |shown: &Arc<Shown>| shown.found.groups().get(at).map_or(0, |group| group.totals.of(Kind::Reported));
        let events = shown.with(reports) as usize;
        row([say(number(events)), span("coverage__in-all", words::in_all(events))])
    };
    let link = view_link(state, of_outlet).class("coverage__outlet-link").child(live(count));
    let children = row([span("coverage__outlet", say(story.dataset.outlets[outlet].name.clone())), link]);
    el("th").attr("scope", "colgroup").attr("colspan", group.columns.len().to_string()).child(children)
}

/// The head of a column by which the rows can be ordered.
fn sort(state: State, table: &Arc<Table>, order: Order, name: &'static str, how: &'static str) -> Node {
    let is_it = table.layout.order == order;
    let (direction, mark) = if order == Order::Date { ("ascending", "▲") } else { ("descending", "▼") };
    let link = view_link(state, move |view| altered(view, |view| view.order = order)).class("coverage__sort");
    let mark = for_the_eye(if is_it { mark } else { "▽" }).class("coverage__order");
    // Where it is narrow there is room for a mark only.
    let short =
        maybe((order == Order::Disagreement).then(|| for_the_eye(strings::DIFFERENCE_MARK).class("coverage__short")));
    let children = row([span("coverage__long", name), short, say(" "), mark, unseen([", ", how].concat())]);
    el("th").attr("scope", "col").attr("aria-sort", is_it.then_some(direction)).child(link.child(children))
}
