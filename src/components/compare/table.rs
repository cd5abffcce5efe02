//! The table: an event a row, a source a column, and each question that sets them apart in a row of its own, so that
//! every answer stands under the source that gives it.

use std::sync::Arc;

use leptos::prelude::*;
use sidebyline_compare::{Cell, Row};
use sidebyline_dataset::model::{DiscrepancyIdx, SourceIdx, Title};

use crate::components::badge::{badge, hue};
use crate::components::compare::cell::cell;
use crate::components::compare::rows::{Shown, Side};
use crate::components::compare::silence::silence;
use crate::components::compare::{difference, hidden, is};
use crate::components::parts::{div, maybe, p, row, say, unseen};
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
pub fn table(story: &Arc<Story>, state: State, side: &Side, shown: Memo<Arc<Shown>>, resized: RwSignal<()>) -> AnyView {
    let needed = COLUMN * (side.sources.len() + 1);
    let wide = Memo::new(move |_| {
        resized.track();
        needed > PAGE || is(&["(width < ", &(needed + MARGINS).to_string(), "rem)"].concat())
    });
    let few = side.sources.len() <= FEW;
    let mut bodies: Vec<AnyView> =
        side.rows.iter().enumerate().map(|(at, row)| body(story, state, side, shown, at, row)).collect();
    let background = side.background;
    let none_before = move || shown.with(|shown| !shown.rows.iter().skip(background).any(|&row| row));
    let group = [strings::BACKGROUND, strings::BACKGROUND_HINT].join(": ");
    let columns = (side.sources.len() + 1).to_string();
    let head = view! {
        <tbody hidden=none_before>
            <tr>
                <th class="side__group" scope="rowgroup" colspan=columns><span role="heading" attr:aria-level="2">{group}</span></th>
            </tr>
        </tbody>
    };
    bodies.insert(background, head.into_any());
    let none = move || shown.with(|shown| !shown.rows.contains(&true));
    let caption = view! { <caption class="visually-hidden">{strings::compare::TITLE}</caption> };
    let table = view! { <table class="side__table">{caption}{heads(story, side, shown)}{bodies}</table> };
    view! {
        <div
            class="side"
            class:side--few=few
            class:side--wide=wide
            hidden=none
            tabindex=move || wide.get().then_some("0")
            role=move || wide.get().then_some("region")
            aria-label=move || wide.get().then_some(strings::compare::TITLE)
        >
            {table}
        </div>
    }
    .into_any()
}

/// Which column is whose. The name that is told with each cell is short; what else there is to say stands below it.
fn heads(story: &Story, side: &Side, shown: Memo<Arc<Shown>>) -> AnyView {
    let dataset = &story.dataset;
    let name = |&source: &SourceIdx| {
        let children = row([
            view! { <span aria-hidden="true">{badge(dataset, source)}</span> }.into_any(),
            unseen(strings::compare::article(&dataset.sources[source].label)),
        ]);
        view! { <th class=["side__source ", hue(source)].concat() scope="col">{children}</th> }.into_any()
    };
    let about = |(at, &index): (usize, &SourceIdx)| {
        let source = &dataset.sources[index];
        let title = match &source.title {
            Title::Headline(headline) => verbatim(headline, &source.language),
            Title::Description(words) => text(words, &dataset.about.language),
        };
        let published = match &source.published {
            Some(date) => row([unseen(strings::compare::PUBLISHED), say(dates::words(date))]).into_any(),
            None => say(strings::PUBLISHED_UNKNOWN),
        };
        let tally = move || {
            let (events, quotes) = shown.with(|shown| shown.tallies.get(at).copied().unwrap_or_default());
            [strings::events(events), strings::quotes(quotes)].join(" · ")
        };
        let title = view! { <p class="side__headline" title=source.title.as_str().to_owned()>{title}</p> };
        let children = row([title.into_any(), p("side__facts", published), p("side__facts", tally)]);
        view! { <td class=["side__about ", hue(index)].concat()>{children}</td> }.into_any()
    };
    let names: Vec<AnyView> = side.sources.iter().map(name).collect();
    let about: Vec<AnyView> = side.sources.iter().enumerate().map(about).collect();
    view! {
        <thead class="side__heads">
            <tr><th class="side__event" scope="col">{unseen(strings::compare::EVENT)}</th>{names}</tr>
            <tr><th class="side__event" scope="row">{unseen(strings::compare::ABOUT_ARTICLE)}</th>{about}</tr>
        </thead>
    }
    .into_any()
}

/// One event, and below it the questions.
fn body(story: &Arc<Story>, state: State, side: &Side, shown: Memo<Arc<Shown>>, at: usize, across: &Row) -> AnyView {
    let event = &story.dataset.events[across.event];
    let title_id = ["_", &event.id].concat();
    let cells: Vec<AnyView> = across
        .cells
        .iter()
        .zip(&side.sources)
        .map(|(cell, &source)| in_row(story, state, across, cell, source))
        .collect();
    let questions: Vec<AnyView> =
        across.discrepancies.iter().map(|&index| question(story, state, side, index)).collect();
    let title = text(&event.title, &story.dataset.about.language);
    let title = view! { <p class="side__title" id=title_id.clone() role="heading" attr:aria-level="3">{title}</p> };
    let head = div("side__sticky", row([title.into_any(), facts(story, across)]));
    view! {
        <tbody class="side__body" hidden=hidden(shown, at)>
            <tr id=event.id.clone() tabindex="-1">
                <th class="side__event" scope="row" aria-labelledby=title_id>{head}</th>
                {cells}
            </tr>
            {questions}
        </tbody>
    }
    .into_any()
}

/// When it was, how many differences there are, and a link to it.
pub fn facts(story: &Story, across: &Row) -> AnyView {
    let event = &story.dataset.events[across.event];
    let when = event.when.as_ref().map_or(strings::UNKNOWN_DATE.into(), dates::words);
    let machine = event.when.as_ref().and_then(dates::machine);
    let link = view! { <a class="event__link" href=["#", &event.id].concat() aria-label=strings::link_to(&event.title.0)>"#"</a> };
    p(
        "side__facts",
        row([
            view! { <time datetime=machine>{when}</time> }.into_any(),
            say(" "),
            difference::tally(across.discrepancies.len()),
            maybe(across.differs().then(|| say(" "))),
            link.into_any(),
        ]),
    )
}

fn in_row(story: &Story, state: State, row: &Row, has: &Cell, source: SourceIdx) -> AnyView {
    match has {
        Cell::Reported(column) => filled("side__cell ", source, cell(story, state, row.event, column)),
        Cell::Silent(kind) => {
            filled("side__cell side__cell--silent ", source, silence(story, row.event, source, *kind))
        }
    }
}

fn filled(class: &'static str, source: SourceIdx, children: AnyView) -> AnyView {
    view! { <td class=[class, hue(source)].concat()>{children}</td> }.into_any()
}

/// A question, with the answers each under its source.
fn question(story: &Story, state: State, side: &Side, index: DiscrepancyIdx) -> AnyView {
    let answer = |&source: &SourceIdx| {
        let answers = difference::answers(story, state, index, source);
        if answers.is_empty() {
            let mark = view! { <span aria-hidden="true">{strings::compare::NO_ANSWER_MARK}</span> };
            let none = row([mark.into_any(), unseen(strings::compare::NO_ANSWER)]);
            return filled("side__cell side__cell--silent ", source, p("difference__none", none));
        }
        filled("side__cell ", source, answers.into_any())
    };
    let answers: Vec<AnyView> = side.sources.iter().map(answer).collect();
    let question = difference::question(story, index);
    let id = story.dataset.discrepancies[index].id.clone();
    view! {
        <tr class="side__difference" id=id tabindex="-1">
            <th class="side__event" scope="row">{question}</th>
            {answers}
        </tr>
    }
    .into_any()
}
