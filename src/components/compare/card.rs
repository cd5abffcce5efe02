//! A card for each event, with the sources one below the other: for where a table would be too narrow to read.

use std::sync::Arc;

use leptos::prelude::*;
use sidebyline_compare::{Cell, Row, Silence};
use sidebyline_dataset::model::{DiscrepancyIdx, SourceIdx};

use crate::components::badge::{badge, hue};
use crate::components::compare::cell::cell;
use crate::components::compare::rows::{Shown, Side};
use crate::components::compare::silence::silences;
use crate::components::compare::table::facts;
use crate::components::compare::{difference, hidden, some};
use crate::components::parts::{div, li, row, ul, unseen};
use crate::components::words::text;
use crate::load::Story;
use crate::state::State;
use crate::strings;

/// The cards, the background after the others.
pub fn cards(story: &Arc<Story>, state: State, side: &Side, shown: Memo<Arc<Shown>>) -> AnyView {
    let mut cards: Vec<AnyView> =
        side.rows.iter().enumerate().map(|(at, across)| card(story, state, side, shown, at, across)).collect();
    let background = side.background;
    let none_before = move || shown.with(|shown| !shown.rows.iter().skip(background).any(|&row| row));
    let group = [strings::BACKGROUND, strings::BACKGROUND_HINT].join(": ");
    cards.insert(background, view! { <h2 class="side__group" hidden=none_before>{group}</h2> }.into_any());
    div("cards", cards)
}

fn card(story: &Arc<Story>, state: State, side: &Side, shown: Memo<Arc<Shown>>, at: usize, across: &Row) -> AnyView {
    let event = &story.dataset.events[across.event];
    let title_id = ["_", &event.id].concat();
    let mut columns = Vec::new();
    let mut silent: Vec<(usize, Silence)> = Vec::new();
    for (at, (across_cell, &source)) in across.cells.iter().zip(&side.sources).enumerate() {
        match across_cell {
            Cell::Reported(column) => columns.push(article(story, source, cell(story, state, across.event, column))),
            Cell::Silent(kind) => silent.push((at, *kind)),
        }
    }
    let questions = across.discrepancies.iter().map(|&index| question(story, state, side, index)).collect();
    let silent = if silent.is_empty() { ().into_any() } else { silences(story, side, across.event, &silent) };
    let children =
        row([facts(story, across), div("card__articles", columns), silent, some("card__differences", questions)]);
    view! {
        <article class="card" id=event.id.clone() tabindex="-1" aria-labelledby=title_id.clone() hidden=hidden(shown, at)>
            <h3 class="side__title" id=title_id.clone()>{text(&event.title, &story.dataset.about.language)}</h3>
            {children}
        </article>
    }
    .into_any()
}

fn article(story: &Story, index: SourceIdx, children: AnyView) -> AnyView {
    let source = &story.dataset.sources[index];
    let name = strings::source_name(&source.label, source.title.as_str());
    view! {
        <div class=["column ", hue(index)].concat()>
            <h4 class="column__head"><span aria-hidden="true">{badge(&story.dataset, index)}</span>{unseen(name)}</h4>
            {children}
        </div>
    }
    .into_any()
}

/// A question with the answers, each beside the badge of its source.
fn question(story: &Story, state: State, side: &Side, index: DiscrepancyIdx) -> AnyView {
    let (mut answers, mut none): (Vec<AnyView>, Vec<&str>) = (Vec::new(), Vec::new());
    for &source in &side.sources {
        let given = difference::answers(story, state, index, source);
        if given.is_empty() {
            none.push(&story.dataset.sources[source].label);
            continue;
        }
        let children = row([badge(&story.dataset, source), div("card__given", given)]);
        answers.push(li("card__answer", children));
    }
    if !none.is_empty() {
        answers.push(li("difference__none", strings::compare::no_answers(&none)));
    }
    let mut children = difference::question(story, index);
    children.push(ul("card__answers", answers));
    let id = story.dataset.discrepancies[index].id.clone();
    view! { <div class="discrepancy" id=id tabindex="-1">{children}</div> }.into_any()
}
