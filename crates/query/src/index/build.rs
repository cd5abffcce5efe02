//! Building the index: a few passes over the dataset, each of which takes a step for each row, value or word.

use std::sync::Arc;

use sidebyline_dataset::Dataset;
use sidebyline_dataset::edtf::Edtf;
use sidebyline_dataset::model::{DiscrepancyIdx, EventIdx, MentionIdx, QuoteIdx};
use sidebyline_dataset::table::Idx;
use sidebyline_rows::{Bits, ColumnBuilder, Groups, Text};

use super::facets::Cues;
use super::order::{Order, Orders, Runs, in_time};
use super::text::Collector;
use super::{Index, LevelIndex, facets, text};
use crate::facet::{Facet, Level};
use crate::matches;
use crate::search::Spellings;
use crate::timeline::said;

/// The index of `dataset`.
pub(super) fn index(dataset: &Dataset) -> Index {
    let layout = Layout::new(dataset);
    let cues = Cues::of(dataset);
    let mut collector = Collector::default();
    let (mut levels, mut streams, mut facets) = (Vec::new(), Vec::new(), Vec::new());
    // Rows stand in another order than what the dataset has of them, so each is gone to once and asked for everything.
    let mut own = Vec::new();
    for level in Level::ALL {
        let (mut sources, mut names) = (ColumnBuilder::default(), ColumnBuilder::default());
        // The facets of a level follow each other.
        let mut columns: Vec<(Facet, usize, ColumnBuilder)> = Vec::new();
        for facet in Facet::ALL.into_iter().filter(|facet| facet.level() == level) {
            columns.push((facet, facets::number(dataset, &cues, facet), ColumnBuilder::default()));
        }
        for row in 0..layout.rows(level) {
            let at = layout.position(level, row);
            own.clear();
            sources_of(&layout, level, row, at, &mut own);
            let reporters = sources.push(&own, None);
            for (facet, number, column) in &mut columns {
                own.clear();
                match facet {
                    Facet::Source => continue,
                    Facet::Reporters => own.push(reporters as u32),
                    Facet::Topic => facets::topics(&layout, row, at, &mut own),
                    _ => facets::values(dataset, &cues, *facet, at, &mut own),
                }
                column.push(&own, Some(*number as u32));
            }
            own.clear();
            text::names_of(dataset, &cues, level, at, &mut own);
            names.push(&own, None);
            collector.row(dataset, level, at);
        }
        for (facet, number, column) in columns {
            facets.push(facets::finish(column, facet, number, &|value| facets::name(dataset, facet, value, &cues)));
        }
        levels.push(LevelIndex {
            groups: Groups::default(),
            sources: sources.finish(&(0..dataset.sources.len() as u32).collect::<Vec<_>>(), dataset.sources.len()),
            text: Text::default(),
            naming: names.lists(text::number(dataset, &cues)),
        });
        streams.push(collector.take());
    }
    streams.push(collector.names(dataset, &cues));
    let dictionary = collector.dictionary();
    let mut texts = streams.into_iter().map(|stream| Text::new(stream, &dictionary));
    for (level, text) in levels.iter_mut().zip(&mut texts) {
        level.text = text;
    }
    let names = texts.next().unwrap_or_default();
    let mut when = Runs::default();
    let mut events = Bits::none(layout.whens.len());
    for row in 0..layout.whens.len() {
        let subject = layout.position(Level::Event, row);
        when.push(layout.whens[subject].map(Edtf::extent));
        if subject < dataset.events.len() {
            events.insert(row);
        }
    }
    if dataset.events.len() == layout.whens.len() {
        events = Bits::all(layout.whens.len());
    }
    let mut orders = layout.orders;
    for (at, groups) in layout.groups.into_iter().enumerate() {
        levels[at].groups = groups;
        // Only quotes are asked for by their rows, and subjects only for being events.
        if at != Level::Quote as usize {
            orders.levels[at].keep_rows(if at == 0 { dataset.events.len() } else { usize::MAX });
        }
    }
    let (orders, spellings, unfiltered) = (Arc::new(orders), Spellings::new(dataset), Vec::new());
    let mut index = Index { levels, facets, events, when, orders, dictionary, names, spellings, unfiltered };
    index.unfiltered = matches::unfiltered(&index);
    index
}

/// Where everything stands.
pub(super) struct Layout<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) orders: Orders,
    pub(super) groups: Vec<Groups>,
    /// When each subject was: the events in the dataset's order, then the quotes and discrepancies that belong to none.
    whens: Vec<Option<&'a Edtf>>,
}

impl<'a> Layout<'a> {
    fn new(dataset: &'a Dataset) -> Self {
        let mut whens: Vec<Option<&Edtf>> = dataset.events.iter().map(|(_, event)| event.when.as_ref()).collect();
        let mut subjects = vec![Vec::new()];
        subjects.push(dataset.mentions.iter().map(|(_, mention)| mention.event.0).collect());
        let mut subject = |event: Option<EventIdx>, when| {
            if event.is_none() {
                whens.push(when);
            }
            event.map_or(whens.len() as u32 - 1, |event| event.0)
        };
        subjects.push(dataset.quotes.iter().map(|(_, quote)| subject(quote.event, quote.when.as_ref())).collect());
        subjects.push(dataset.discrepancies.iter().map(|(_, row)| subject(row.event, None)).collect());
        subjects[0] = (0..whens.len() as u32).collect();
        let (mut orders, mut groups) = (Orders::default(), Vec::new());
        let of_subjects = Order::new(in_time(&mut whens.iter().copied()));
        for mut subject in subjects {
            for subject in &mut subject {
                *subject = of_subjects.row(*subject as usize) as u32;
            }
            let (order, subject) = Order::by_group(subject, whens.len());
            orders.levels.push(order);
            groups.push(Groups::new(subject, whens.len()));
        }
        let of_quotes = &orders.levels[Level::Quote as usize];
        let mut quotes = in_time(&mut dataset.quotes.indices().map(|quote| said(dataset, quote)));
        for quote in &mut quotes {
            *quote = of_quotes.row(*quote as usize) as u32;
        }
        if !quotes.is_sorted() {
            orders.quotes = quotes;
        }
        Self { dataset, orders, groups, whens }
    }

    /// How many rows a level has.
    pub(super) fn rows(&self, level: Level) -> usize {
        self.groups[level as usize].rows()
    }

    /// What the dataset has at a row of a level; for subjects, an event if the number is one of an event.
    pub(super) fn position(&self, level: Level, row: usize) -> usize {
        self.orders.levels[level as usize].position(row)
    }

    /// The positions of a level's rows that belong to a subject.
    pub(super) fn of_subject(&self, level: Level, subject: usize) -> impl Iterator<Item = usize> {
        let groups = &self.groups[level as usize];
        (groups.start(subject)..groups.end(subject)).map(move |row| self.position(level, row))
    }
}

/// Which sources have what; a subject is of every source that has something on it.
fn sources_of(layout: &Layout<'_>, level: Level, row: usize, at: usize, own: &mut Vec<u32>) {
    let dataset = layout.dataset;
    let of_mention = |at| dataset.mentions[MentionIdx::new(at)].source.0;
    let of_quote = |at| dataset.quotes[QuoteIdx::new(at)].source.0;
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
