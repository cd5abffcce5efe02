//! Building the index: a few passes over the dataset, each of which takes a step for each row, value or word.

use std::sync::Arc;

use sidebyline_dataset::Dataset;
use sidebyline_dataset::edtf::Edtf;
use sidebyline_dataset::model::{DiscrepancyIdx, EventIdx, MentionIdx, QuoteIdx};
use sidebyline_dataset::table::Idx;
use sidebyline_rows::{Bits, ColumnBuilder, Dictionary, Groups, Text};

use super::facets::Cues;
use super::order::{Order, Orders, Runs, in_time};
use super::text::Collector;
use super::{FacetIndex, Index, LevelIndex, facets, text};
use crate::facet::{Facet, Level};
use crate::matches;
use crate::search::Spellings;
use crate::timeline::said;

/// The index of `dataset`.
pub(super) fn index(dataset: &Dataset) -> Index {
    let layout = Layout::new(dataset);
    let cues = Cues::of(dataset);
    let mut collector = Collector::default();
    let mut columns = Facet::ALL.map(|_| ColumnBuilder::default());
    let numbers = Facet::ALL.map(|facet| facets::number(dataset, &cues, facet) as u32);
    // Rows stand in another order than what the dataset has of them, so each is gone to once and asked for everything.
    let mut own = Vec::new();
    let levels = Level::ALL.map(|level| {
        let (mut sources, mut names) = (ColumnBuilder::default(), ColumnBuilder::default());
        for row in 0..layout.rows(level) {
            let at = layout.position(level, row);
            own.clear();
            sources_of(&layout, level, row, at, &mut own);
            let reporters = sources.push(&own, None);
            for facet in Facet::ALL.into_iter().filter(|&facet| facet.level() == level && facet != Facet::Source) {
                own.clear();
                match facet {
                    Facet::Reporters => own.push(reporters as u32),
                    Facet::Topic => facets::topics(&layout, row, at, &mut own),
                    _ => facets::values(dataset, &cues, facet, at, &mut own),
                }
                columns[facet as usize].push(&own, Some(numbers[facet as usize]));
            }
            own.clear();
            text::names_of(dataset, &cues, level, at, &mut own);
            names.push(&own, None);
            collector.row(dataset, level, at);
        }
        (sources, names, collector.take())
    });
    let names = collector.names(dataset, &cues);
    let dictionary = collector.dictionary();
    let number = text::number(dataset, &cues);
    let levels = levels.map(|(sources, names, text)| LevelIndex {
        groups: Groups::default(),
        sources: sources.finish(&(0..dataset.sources.len() as u32).collect::<Vec<_>>(), dataset.sources.len()),
        text: Text::new(text, &dictionary),
        naming: names.lists(number),
    });
    let mut facets = columns.into_iter().zip(Facet::ALL);
    let facets = numbers.map(|number| {
        let (column, facet) = facets.next().unwrap_or((ColumnBuilder::default(), Facet::Source));
        facets::finish(column, facet, number as usize, &|value| facets::name(dataset, facet, value, &cues))
    });
    finish(layout, levels, facets, Text::new(names, &dictionary), dictionary)
}

/// The index of what has been gathered.
fn finish(
    layout: Layout<'_>,
    mut levels: [LevelIndex; Level::ALL.len()],
    facets: [FacetIndex; Facet::ALL.len()],
    names: Text,
    dictionary: Dictionary,
) -> Index {
    let (dataset, mut orders, subjects) = (layout.dataset, layout.orders, layout.whens.len());
    let mut when = Runs::default();
    let mut events = if dataset.events.len() == subjects { Bits::all(subjects) } else { Bits::none(subjects) };
    for row in 0..subjects {
        let subject = orders.levels[Level::Event as usize].position(row);
        when.push(layout.whens[subject].map(Edtf::extent));
        if subject < dataset.events.len() {
            events.insert(row);
        }
    }
    for (level, groups) in levels.iter_mut().zip(layout.groups) {
        level.groups = groups;
    }
    // Only quotes are asked for by their rows.
    let numbers = [dataset.events.len(), dataset.mentions.len(), usize::MAX, dataset.discrepancies.len()];
    for (order, number) in orders.levels.iter_mut().zip(numbers).filter(|(_, number)| *number < usize::MAX) {
        *order = std::mem::take(order).rows_only(number);
    }
    let (orders, spellings) = (Arc::new(orders), Spellings::new(dataset));
    let unfiltered = Default::default();
    let mut index = Index { levels, facets, events, when, orders, dictionary, names, spellings, unfiltered };
    index.unfiltered = matches::unfiltered(&index);
    index
}

/// Where everything stands.
pub(super) struct Layout<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) orders: Orders,
    pub(super) groups: [Groups; Level::ALL.len()],
    /// When each subject was: the events in the dataset's order, then the quotes and discrepancies that belong to none.
    whens: Vec<Option<&'a Edtf>>,
}

impl<'a> Layout<'a> {
    fn new(dataset: &'a Dataset) -> Self {
        let mut whens: Vec<Option<&Edtf>> = dataset.events.iter().map(|(_, event)| event.when.as_ref()).collect();
        let mut subject = |event: Option<EventIdx>, when| {
            event.map_or_else(
                || {
                    whens.push(when);
                    whens.len() as u32 - 1
                },
                |event| event.0,
            )
        };
        let mut subjects = [
            Vec::new(),
            dataset.mentions.iter().map(|(_, mention)| mention.event.0).collect(),
            dataset.quotes.iter().map(|(_, quote)| subject(quote.event, quote.when.as_ref())).collect(),
            dataset.discrepancies.iter().map(|(_, discrepancy)| subject(discrepancy.event, None)).collect(),
        ];
        subjects[0] = (0..whens.len() as u32).collect();
        let mut orders = Orders::default();
        let of_subjects = Order::new(in_time(&mut whens.iter().copied()));
        let groups = Level::ALL.map(|level| {
            let mut subject: Vec<u32> = std::mem::take(&mut subjects[level as usize]);
            subject.iter_mut().for_each(|subject| *subject = of_subjects.row(*subject as usize) as u32);
            let (order, subject) = Order::by_group(subject, whens.len());
            orders.levels[level as usize] = order;
            Groups::new(subject, whens.len())
        });
        let of_quotes = &orders.levels[Level::Quote as usize];
        let mut quotes = in_time(&mut dataset.quotes.indices().map(|quote| said(dataset, quote)));
        quotes.iter_mut().for_each(|quote| *quote = of_quotes.row(*quote as usize) as u32);
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
