//! The table: an event a row, a source a column, and each question that sets them apart in a row of its own, so that
//! every answer stands under the source that gives it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use sidebyline_compare::{Cell, Row};
use sidebyline_dataset::model::{DiscrepancyIdx, SourceIdx, Title};

use crate::components::badge::{badge, hue};
use crate::components::compare::cell::cell;
use crate::components::compare::rows::{Shown, Side};
use crate::components::compare::silence::{Reasons, silence};
use crate::components::compare::{difference, heading, watch, with_any_of};
use crate::components::parts::{attr, attrs, div, element, for_the_eye, live, p, row, say, unseen};
use crate::components::words::{text, verbatim};
use crate::dates;
use crate::load::Story;
use crate::state::State;
use crate::strings;

/// How wide a column has to be at least, in rem, and the one of the events.
const COLUMN: usize = 12;
/// Beside so many columns, the one of the events can be wider.
const FEW: usize = 3;
/// How wide the page is at most without its margins, in rem.
const PAGE: usize = 84;
/// The margins and a scroll bar, in rem.
const MARGINS: usize = 7;

/// The table. Where its columns don't fit it scrolls sideways in a box of its own, and its head then stays at the top of
/// that box; else the head stays at the top of the window.
pub fn table(story: &Story, state: State, side: &Side, shown: Memo<Arc<Shown>>) -> AnyView {
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
    let group = heading("2", Vec::new(), say(group));
    let group = head("side__group", "rowgroup", attrs(&[("colspan", &(side.sources.len() + 1).to_string())]), group);
    let group =
        element("TBODY", vec![with_any_of(shown, side.background..side.rows.len())], line(Vec::new(), vec![group]));
    let mut groups = row([
        element("CAPTION", attrs(&[("class", "visually-hidden")]), strings::compare::TITLE),
        heads(story, side, shown),
    ]);
    for (at, across) in side.rows.iter().enumerate() {
        groups.push(body(story, state, side, shown, at, across));
    }
    groups.insert(side.background + 2, group);
    let while_wide = move |name, value| live(name, move || wide.get().then_some(value));
    let attributes = vec![
        live("class", move || Some(class[usize::from(wide.get())])),
        with_any_of(shown, 0..side.rows.len()),
        while_wide("tabindex", "0"),
        while_wide("role", "region"),
        while_wide("aria-label", strings::compare::TITLE),
    ];
    element("DIV", attributes, element("TABLE", attrs(&[("class", "side__table")]), groups))
}

/// Which column is whose. The name that is told with each cell is short; what else there is to say stands below it.
fn heads(story: &Story, side: &Side, shown: Memo<Arc<Shown>>) -> AnyView {
    let dataset = &story.dataset;
    let mut names = vec![head("side__event", "col", Vec::new(), unseen(strings::compare::EVENT))];
    let mut abouts = vec![head("side__event", "row", Vec::new(), unseen(strings::compare::ABOUT_ARTICLE))];
    for (at, &index) in side.sources.iter().enumerate() {
        let source = &dataset.sources[index];
        let name = row([for_the_eye(badge(dataset, index)), unseen(strings::compare::article(&source.label))]);
        names.push(head(&["side__source ", hue(index)].concat(), "col", Vec::new(), name.into_any()));
        let title = match &source.title {
            Title::Headline(headline) => verbatim(headline, &source.language),
            Title::Description(words) => text(words, &dataset.about.language),
        };
        let title = element("P", attrs(&[("class", "side__headline"), ("title", source.title.as_str())]), title);
        let published = match &source.published {
            Some(date) => row([unseen(strings::compare::PUBLISHED), say(dates::words(date))]).into_any(),
            None => say(strings::PUBLISHED_UNKNOWN),
        };
        let tally = move || {
            let (events, quotes) = shown.with(|shown| shown.tallies.get(at).copied().unwrap_or_default());
            [strings::events(events), strings::quotes(quotes)].join(" · ")
        };
        abouts.push(datum("", index, row([title, p("side__facts", published), p("side__facts", tally)]).into_any()));
    }
    element("THEAD", attrs(&[("class", "side__heads")]), row([line(Vec::new(), names), line(Vec::new(), abouts)]))
}

/// One event, and below it the questions.
fn body(story: &Story, state: State, side: &Side, shown: Memo<Arc<Shown>>, at: usize, across: &Row) -> AnyView {
    let event = &story.dataset.events[across.event];
    let title_id = ["_", &event.id].concat();
    let name = attrs(&[("aria-labelledby", &title_id)]);
    let attributes = attrs(&[("class", "side__title"), ("id", &title_id)]);
    let title = heading("3", attributes, text(&event.title, &story.dataset.about.language));
    let mut cells = vec![head("side__event", "row", name, div("side__sticky", row([title, facts(story, across)])))];
    let reasons = Reasons::new(story, across.event);
    for (at, (cell_of, &source)) in across.cells.iter().zip(&side.sources).enumerate() {
        cells.push(match cell_of {
            Cell::Reported(column) => datum("side__cell ", source, cell(story, state, across.event, column)),
            Cell::Silent(kind) => datum(SILENT, source, silence(side, &reasons, at, *kind)),
        });
    }
    let mut lines = vec![line(attrs(&[("id", &event.id), ("tabindex", "-1")]), cells)];
    lines.extend(across.discrepancies.iter().map(|&index| question(story, state, side, index)));
    element("TBODY", vec![attr("class", "side__body"), with_any_of(shown, at..at + 1)], lines)
}

/// When it was, how many differences there are, and a link to it.
pub fn facts(story: &Story, across: &Row) -> AnyView {
    let event = &story.dataset.events[across.event];
    let when = event.when.as_ref().map_or(strings::UNKNOWN_DATE.into(), dates::words);
    let machine = event.when.as_ref().and_then(dates::machine);
    let name = attr("aria-label", &strings::link_to(&event.title.0));
    let link = [attr("class", "event__link"), attr("href", &["#", &event.id].concat()), name];
    let children = row([
        element("TIME", machine.map(|machine| attr("datetime", &machine)).into_iter().collect(), when),
        say(" "),
        difference::tally(across.discrepancies.len()),
        element("A", link.into(), "#"),
    ]);
    p("side__facts", children)
}

/// A question, with the answers each under its source.
fn question(story: &Story, state: State, side: &Side, index: DiscrepancyIdx) -> AnyView {
    let mut cells = vec![head("side__event", "row", Vec::new(), difference::question(story, index).into_any())];
    for &source in &side.sources {
        let answers = difference::answers(story, state, index, source);
        cells.push(if answers.is_empty() {
            let mark = for_the_eye(say(strings::compare::NO_ANSWER_MARK));
            datum(SILENT, source, p("difference__none", row([mark, unseen(strings::compare::NO_ANSWER)])))
        } else {
            datum("side__cell ", source, answers.into_any())
        });
    }
    let id = story.dataset.discrepancies[index].id.as_str();
    line(attrs(&[("class", "side__difference"), ("id", &id), ("tabindex", "-1")]), cells)
}

/// The class of a cell in which a source says nothing.
const SILENT: &str = "side__cell side__cell--silent ";

fn line(attributes: Vec<AnyAttribute>, cells: Vec<AnyView>) -> AnyView {
    element("TR", attributes, cells)
}

fn head(class: &str, scope: &str, mut attributes: Vec<AnyAttribute>, children: AnyView) -> AnyView {
    attributes.extend([attr("class", class), attr("scope", scope)]);
    element("TH", attributes, children)
}

fn datum(class: &str, source: SourceIdx, children: AnyView) -> AnyView {
    element("TD", attrs(&[("class", &[class, hue(source)].concat())]), children)
}
