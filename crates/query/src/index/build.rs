//! Building the index: a few passes over the dataset, each of which takes a step for each row, value or word.
//!
//! The page needs none of this where a pack brings the columns, so nothing here is called by what opens one.

use std::sync::OnceLock;

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{DiscrepancyIdx, MentionIdx};
use sidebyline_dataset::table::Idx;
use sidebyline_rows::ColumnBuilder;
use sidebyline_turns::{Turns, pause, step};

use super::facets::{self, Cues, Outline};
use super::layout::Layout;
use super::{Index, Verbs};
use crate::facet::{Facet, Level};

/// The index of `dataset`, still without its words.
pub(super) async fn index(dataset: &Dataset, turns: &dyn Turns) -> Index {
    let layout = Layout::new(dataset, turns).await;
    pause(turns).await;
    let verbs = Verbs::of(dataset, turns).await;
    let cues = Cues::of(&verbs);
    let (mut all_sources, mut facets) = (Vec::new(), Vec::new());
    let (mut done, all) = (0, Level::ALL.into_iter().map(|level| layout.rows(level)).sum());
    // Rows stand in another order than what the dataset has of them, so each is gone to once and asked for everything.
    let mut own = Vec::new();
    for level in Level::ALL {
        let mut sources = ColumnBuilder::default();
        // The facets of a level follow each other.
        let mut columns: Vec<(Facet, u32, ColumnBuilder)> = Vec::new();
        for facet in Facet::ALL.into_iter().filter(|facet| facet.level() == level) {
            columns.push((facet, facets::number(dataset, &cues, facet) as u32, ColumnBuilder::default()));
        }
        for row in 0..layout.rows(level) {
            step(turns, row, (done + row, all)).await;
            let at = layout.position(level, row);
            own.clear();
            let outline = Outline::of(dataset, level, at);
            sources_of(&layout, &verbs.sources, level, (row, at), &mut own);
            let reporters = sources.push(&own, None);
            for (facet, number, column) in &mut columns {
                own.clear();
                match facet {
                    Facet::Source => continue,
                    Facet::Reporters => own.push(reporters as u32),
                    Facet::Topic => facets::topics(&layout, row, at, &mut own),
                    _ => facets::values(dataset, &cues, *facet, &outline, &mut own),
                }
                column.push(&own, Some(*number));
            }
        }
        done += layout.rows(level);
        for (facet, _, column) in columns {
            facets.push(facets::finish(dataset, &cues, facet, column));
            pause(turns).await;
        }
        all_sources.push(sources.finish(&(0..dataset.sources.len() as u32).collect::<Vec<_>>(), dataset.sources.len()));
    }
    pause(turns).await;
    layout.index(all_sources, facets, OnceLock::new())
}

/// Which sources have what, if the quotes are of these; a subject is of every source that has something on it.
fn sources_of(layout: &Layout<'_>, of_quotes: &[u32], level: Level, (row, at): (usize, usize), own: &mut Vec<u32>) {
    let dataset = layout.dataset;
    let of_mention = |at| dataset.mentions.head(MentionIdx::new(at)).source.0;
    let of_quote = |at: usize| of_quotes[at];
    match level {
        Level::Event => {
            own.extend(layout.of_subject(Level::Mention, row).map(of_mention));
            own.extend(layout.of_subject(Level::Quote, row).map(of_quote));
            // That a source answers a question about an event is known from its mentions and quotes.
            layout.of_subject(Level::Discrepancy, row).for_each(|at| answering(dataset, at, true, own));
        }
        Level::Mention => own.push(of_mention(at)),
        Level::Quote => own.push(of_quote(at)),
        Level::Discrepancy => answering(dataset, at, false, own),
    }
}

/// The sources that answer a question; if `loose`, only if it is about no event.
fn answering(dataset: &Dataset, at: usize, loose: bool, own: &mut Vec<u32>) {
    let discrepancy = &dataset.discrepancies[DiscrepancyIdx::new(at)];
    if !loose || discrepancy.event.is_none() {
        let evidence = discrepancy.answers.iter().flat_map(|answer| &answer.evidence);
        own.extend(evidence.map(|evidence| evidence.source.0));
    }
}
