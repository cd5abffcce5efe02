//! What a row opens to: the words of the sources whose cells are open, or what their silence means, and who may draw on
//! whom.
//!
//! What is open is kept as open events are, so that it is open again when the reader comes back: the event itself stands
//! for who draws on whom, and a cell for a number beyond those of all events.

use sidebyline_compare::coverage::Line;
use sidebyline_compare::{Cell, row as across};
use sidebyline_dataset::model::{DiscrepancyIdx, EventIdx, SourceIdx};
use sidebyline_dataset::table::Idx;
use sidebyline_query::Page;

use crate::components::badge::{badge, hue};
use crate::components::compare::cell::cell;
use crate::components::compare::difference;
use crate::components::compare::silence::{Reasons, published};
use crate::components::coverage::origins;
use crate::components::coverage::rows::Table;
use crate::components::parts::{div, for_the_eye, maybe, p, place_link, row, unseen};
use crate::load::Story;
use crate::node::{Node, el};
use crate::state::State;
use crate::strings;

/// What of an event is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Whether it is told who may draw on whom.
    pub origins: bool,
    sources: Vec<SourceIdx>,
}

impl Opened {
    /// What of `event` is open.
    pub fn of(story: &Story, state: State, event: EventIdx) -> Self {
        let mut opened = Self { origins: false, sources: Vec::new() };
        // The first number is that of the background.
        for &key in state.opened().iter().skip(1) {
            if key == event.0 {
                opened.origins = true;
            } else if let Some((at, source)) = cell_of(story, key)
                && at == event
            {
                opened.sources.push(source);
            }
        }
        opened
    }

    /// Whether the cell of `source` is open.
    pub fn has(&self, source: SourceIdx) -> bool {
        self.sources.contains(&source)
    }

    /// Whether anything is.
    pub fn is_some(&self) -> bool {
        self.origins || !self.sources.is_empty()
    }
}

/// The number under which the cell of a source is kept open; without one, who draws on whom.
pub fn key(story: &Story, event: EventIdx, source: Option<SourceIdx>) -> u32 {
    let (events, sources) = (story.dataset.events.len(), story.dataset.sources.len());
    source.map_or(event.0, |source| {
        events.wrapping_add(event.position().wrapping_mul(sources)).wrapping_add(source.position()) as u32
    })
}

/// What is kept open under the number that a cell carries.
pub fn key_of(story: &Story, written: &str) -> Option<EventIdx> {
    let key: u32 = written.parse().ok()?;
    ((key as usize) < story.dataset.events.len() || cell_of(story, key).is_some()).then_some(EventIdx(key))
}

/// The cell of a number, if it is that of one.
fn cell_of(story: &Story, key: u32) -> Option<(EventIdx, SourceIdx)> {
    let cell = (key as usize).checked_sub(story.dataset.events.len())?;
    let sources = story.dataset.sources.len();
    let event = cell.checked_div(sources)?;
    (event < story.dataset.events.len()).then(|| (EventIdx::new(event), SourceIdx::new(cell % sources)))
}

/// All that is open of an event.
pub fn panel(story: &'static Story, state: State, table: &Table, sum: &Line, open: &Opened) -> Node {
    let event = sum.event;
    let columns = &table.layout.columns;
    let across = across(&story.dataset, event, columns);
    let reasons = Reasons::new(story, event);
    let mut articles = Vec::new();
    for (of_cell, &source) in across.cells.iter().zip(columns).filter(|(_, source)| open.has(**source)) {
        let children = match of_cell {
            Cell::Reported(column) => {
                let mut children = vec![cell(story, state, event, column)];
                children.extend(across.discrepancies.iter().map(|&index| differs(story, state, index, source)));
                children
            }
            Cell::Silent(silence) => {
                let why = reasons.tell(&published(story, source), *silence);
                row([p("coverage__silence", strings::compare::silence(*silence)), p("silence__why", why)])
            }
        };
        articles.push(article(story, source, children));
    }
    let origins = open.origins.then(|| origins::of_event(story, state, event, columns));
    let compare = (sum.totals.of(sidebyline_compare::Kind::Reported) > 0).then(|| {
        let link = place_link(state, &story.dataset.events[event].id, |view| view.with_page(Page::Compare));
        p("coverage__compare", link.class("link-button").child(strings::coverage::ON_THIS))
    });
    let articles = (!articles.is_empty()).then(|| div("coverage__articles", articles));
    div("coverage__panel", row([maybe(origins), maybe(articles), maybe(compare)]))
}

fn article(story: &Story, index: SourceIdx, children: Vec<Node>) -> Node {
    let source = &story.dataset.sources[index];
    let name = strings::source_name(&source.label, source.title.as_str());
    let head = el("p").class("column__head").attr("role", "heading").attr("aria-level", "4");
    let head = head.child(row([for_the_eye(badge(&story.dataset, index)), unseen(name)]));
    el("div").class(["column ", hue(index)].concat()).child(row([head, children.into()]))
}

/// What `source` answers to a question about the event; nothing if it gives no answer.
fn differs(story: &Story, state: State, index: DiscrepancyIdx, source: SourceIdx) -> Node {
    let answers = difference::answers(story, state, index, source);
    maybe((!answers.is_empty()).then(|| {
        let mut children = difference::question(story, index);
        children.extend(answers);
        div("coverage__difference", children)
    }))
}
