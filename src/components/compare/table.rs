//! The table: an event a row, a source a column, and each question that sets them apart in a row of its own, so that
//! every answer stands under the source that gives it.

use std::sync::Arc;

use leptos::prelude::*;
use sidebyline_compare::{Cell, Row, wordings};
use sidebyline_dataset::model::{DiscrepancyIdx, SourceIdx, Title};
use sidebyline_query::Page;
use sidebyline_query::view::MAX_ITEMS;

use crate::components::badge::{badge, hue};
use crate::components::compare::cell::cell;
use crate::components::compare::rows::{Shown, Side};
use crate::components::compare::silence::{Reasons, silence};
use crate::components::compare::{difference, heading, watch, with_any_of};
use crate::components::parts::{article_link, div, for_the_eye, maybe, p, place_link, row, say, unseen};
use crate::components::variants::words_link;
use crate::components::words::{text, verbatim};
use crate::dates;
use crate::load::Story;
use crate::node::{Node, Value, el, live};
use crate::state::{State, use_state, use_story};
use crate::strings;

/// How wide a column has to be at least, in rem, and the one of the events.
const COLUMN: usize = 12;
/// Beside so many columns, the one of the events can be wider.
const FEW: usize = 3;
/// How wide the page is at most without its margins, in rem.
const PAGE: usize = 84;
/// The margins and a scroll bar, in rem.
const MARGINS: usize = 7;

/// The table of the rows that are `here`. Where its columns don't fit it scrolls sideways in a box of its own, and its head
/// then stays at the top of that box; else the head stays at the top of the window.
pub fn table(story: &Story, state: State, side: &Side, shown: Memo<Arc<Shown>>, here: &[usize]) -> Node {
    let needed = COLUMN * (side.sources.len() + 1);
    let wide = watch(if needed > PAGE {
        "all".into()
    } else {
        ["(width < ", &(needed + MARGINS).to_string(), "rem)"].concat()
    });
    let class = if side.sources.len() <= FEW {
        ["side side--few", "side side--few side--wide"]
    } else {
        ["side", "side side--wide"]
    };
    let group = [strings::BACKGROUND, strings::BACKGROUND_HINT].join(": ");
    let group = head("side__group", "rowgroup", heading("2").child(group));
    let group = group.attr("colspan", (side.sources.len() + 1).to_string());
    let group = with_any_of(shown, side.background..side.rows.len(), el("tbody").child(line(vec![group])));
    let mut groups =
        row([el("caption").class("visually-hidden").child(strings::compare::TITLE), heads(story, side, shown)]);
    groups.extend(here.iter().map(|&at| body(story, state, side, shown, at, &side.rows[at])));
    let background = side.background_of(here);
    if background < here.len() {
        groups.insert(background + 2, group);
    }
    let table = el("div")
        .live("class", move || class[usize::from(wide.get())])
        .live("tabindex", move || wide.get().then_some("0"))
        .live("role", move || wide.get().then_some("region"))
        .live("aria-label", move || wide.get().then_some(strings::compare::TITLE))
        .child(el("table").class("side__table").child(groups));
    with_any_of(shown, 0..side.rows.len(), table)
}

/// Which column is whose. The name that is told with each cell is short; what else there is to say stands below it.
fn heads(story: &Story, side: &Side, shown: Memo<Arc<Shown>>) -> Node {
    let dataset = &story.dataset;
    let mut names = vec![head("side__event", "col", unseen(strings::compare::EVENT))];
    let mut abouts = vec![head("side__event", "row", unseen(strings::compare::ABOUT_ARTICLE))];
    for (at, &index) in side.sources.iter().enumerate() {
        let source = &dataset.sources[index];
        let name = row([for_the_eye(badge(dataset, index)), unseen(strings::compare::article(&source.label))]);
        names.push(head(["side__source ", hue(index)].concat(), "col", name));
        let title = match &source.title {
            Title::Headline(headline) => verbatim(headline, &source.language),
            Title::Description(words) => text(words, &dataset.about.language),
        };
        let title = article_link(use_story(), use_state(), index).class("side__link").child(title);
        let title = el("p").class("side__headline").attr("title", source.title.as_str().to_owned()).child(title);
        let published = match &source.published {
            Some(date) => row([unseen(strings::compare::PUBLISHED), say(dates::words(date))]).into(),
            None => say(strings::PUBLISHED_UNKNOWN),
        };
        let tally = move || {
            let (events, quotes) = shown.with(|shown| shown.tallies.get(at).copied().unwrap_or_default());
            [strings::events(events), strings::quotes(quotes)].join(" · ")
        };
        abouts.push(datum("", index, row([title, p("side__facts", published), p("side__facts", live(tally))]).into()));
    }
    el("thead").class("side__heads").child(row([line(names), line(abouts)]))
}

/// One event, and below it the questions.
fn body(story: &Story, state: State, side: &Side, shown: Memo<Arc<Shown>>, at: usize, across: &Row) -> Node {
    let event = &story.dataset.events[across.event];
    let title_id = ["_", &event.id].concat();
    let title = heading("3").class("side__title").attr("id", &title_id);
    let title = title.child(text(&event.title, &story.dataset.about.language));
    let mut cells = vec![
        head(
            "side__event",
            "row",
            div("side__sticky", row([title, facts(story, state, across, side.fewer(story, across))])),
        )
        .attr("aria-labelledby", &title_id),
    ];
    let reasons = Reasons::new(story, across.event);
    for (at, (cell_of, &source)) in across.cells.iter().zip(&side.sources).enumerate() {
        cells.push(match cell_of {
            Cell::Reported(column) => datum("side__cell ", source, cell(story, state, across.event, column)),
            Cell::Silent(kind) => datum(SILENT, source, silence(side, &reasons, at, *kind)),
        });
    }
    let mut lines = vec![line(cells).attr("id", &event.id).attr("tabindex", "-1")];
    lines.extend(across.discrepancies.iter().map(|&index| question(story, state, side, index)));
    with_any_of(shown, at..at + 1, el("tbody").class("side__body").child(lines))
}

/// When it was, how many differences there are, a link to it, and to how many origins its reports may come down, if to
/// `fewer` than there are.
pub fn facts(story: &Story, state: State, across: &Row, fewer: Option<usize>) -> Node {
    let event = &story.dataset.events[across.event];
    let when = event.when.as_ref().map_or(strings::UNKNOWN_DATE.into(), dates::words);
    let machine = event.when.as_ref().and_then(dates::machine);
    let link = el("a")
        .class("event__link")
        .attr("href", ["#", &event.id].concat())
        .attr("aria-label", strings::link_to(&event.title.0));
    let children = row([
        el("time").attr("datetime", machine).child(when),
        say(" "),
        difference::tally(across.discrepancies.len()),
        link.child("#"),
        maybe(fewer.map(|origins| {
            let link = place_link(state, &event.id, |view| view.with_page(Page::Coverage)).class("side__origins");
            link.child(strings::coverage::perhaps(origins))
        })),
        words(story, state, across),
    ]);
    p("side__facts", children)
}

/// A link to the words of the compared sources beside each other, if two of them have some on the event.
fn words(story: &Story, state: State, across: &Row) -> Node {
    let items = wordings(&story.dataset, across, MAX_ITEMS);
    if items.is_empty() {
        return ().into();
    }
    let ids: Vec<&str> = items.iter().map(|item| item.id(&story.dataset)).collect();
    let label = strings::variants::compare_on(&story.dataset.events[across.event].title.0);
    words_link(state, &ids).class("link-button side__words").attr("aria-label", label)
}

/// A question, with the answers each under its source.
fn question(story: &Story, state: State, side: &Side, index: DiscrepancyIdx) -> Node {
    let mut cells = vec![head("side__event", "row", difference::question(story, index))];
    for &source in &side.sources {
        let answers = difference::answers(story, state, index, source);
        cells.push(if answers.is_empty() {
            let mark = for_the_eye(say(strings::compare::NO_ANSWER_MARK));
            datum(SILENT, source, p("difference__none", row([mark, unseen(strings::compare::NO_ANSWER)])))
        } else {
            datum("side__cell ", source, answers.into())
        });
    }
    let id = &story.dataset.discrepancies[index].id;
    line(cells).class("side__difference").attr("id", id).attr("tabindex", "-1")
}

/// The class of a cell in which a source says nothing.
const SILENT: &str = "side__cell side__cell--silent ";

fn line(cells: Vec<Node>) -> Node {
    el("tr").child(cells)
}

fn head(class: impl Value, scope: &'static str, children: impl Into<Node>) -> Node {
    el("th").class(class).attr("scope", scope).child(children)
}

fn datum(class: &str, source: SourceIdx, children: Node) -> Node {
    el("td").class([class, hue(source)].concat()).child(children)
}
