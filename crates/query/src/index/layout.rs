//! Where everything stands, and the index that comes of that and its columns.
//!
//! This isn't kept as bytes, since it follows from the dataset's dates: all quotes are gone over once, and only those dates
//! are sorted that differ.

use std::sync::{Arc, OnceLock};

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::EventIdx;
use sidebyline_dataset::table::Idx;
use sidebyline_rows::{Bits, Column, Groups};
use sidebyline_turns::{Turns, pause};

use super::order::{Dates, Order, Orders, Runs, in_time};
use super::words::Words;
use super::{FacetIndex, Index, LevelIndex};
use crate::facet::Level;

/// Where everything stands.
pub(super) struct Layout<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) orders: Orders,
    pub(super) groups: Vec<Groups>,
    dates: Dates<'a>,
    /// The date of each subject: of the events in the dataset's order, then of the quotes and discrepancies that belong to
    /// none.
    whens: Vec<u32>,
}

impl<'a> Layout<'a> {
    pub(super) async fn new(dataset: &'a Dataset, turns: &dyn Turns) -> Self {
        let events = dataset.events.len();
        let mut dates = Dates::new();
        let mut whens: Vec<u32> = dataset.events.iter().map(|(_, event)| dates.number(event.when.as_ref())).collect();
        let of_mentions = dataset.mentions.indices().map(|mention| dataset.mentions.head(mention).event.0).collect();
        let (mut of_quotes, mut said) = (Vec::with_capacity(dataset.quotes.len()), Vec::new());
        let told = dataset.quotes.told();
        pause(turns).await;
        let numbers: Vec<u32> = told.known.iter().map(|&date| dates.number(Some(date))).collect();
        for (&event, &date) in told.events.iter().zip(&told.dates) {
            let when = date.checked_sub(1).and_then(|at| numbers.get(at as usize)).copied();
            let subject = event.checked_sub(1).map_or(whens.len(), |event| event as usize);
            if event == 0 {
                whens.push(when.unwrap_or_default());
            }
            of_quotes.push(subject as u32);
            // When it was said is of interest only where that may be another time than its subject's.
            if events > 0 {
                said.push(when.unwrap_or(whens[subject]));
            }
        }
        let mut of_discrepancies = Vec::new();
        for (_, discrepancy) in dataset.discrepancies.iter() {
            of_discrepancies.push(discrepancy.event.map_or(whens.len(), EventIdx::position) as u32);
            if discrepancy.event.is_none() {
                whens.push(dates.number(None));
            }
        }
        pause(turns).await;
        let (subjects, ranks) = (whens.len(), dates.ranks());
        let of_subjects = Order::new(in_time(&whens, &ranks));
        let mut orders = Orders { levels: vec![Order::default()], ..Orders::default() };
        let mut groups = vec![Groups::new((0..subjects as u32).collect(), subjects)];
        for level in [of_mentions, of_quotes, of_discrepancies] {
            pause(turns).await;
            let (order, group) = of_subjects.rows_of(level, subjects);
            orders.levels.push(order);
            groups.push(Groups::new(group, subjects));
        }
        pause(turns).await;
        let (of_quotes, quotes) = (&orders.levels[Level::Quote as usize], &groups[Level::Quote as usize]);
        let mut in_time = in_time(&said, &ranks);
        for quote in &mut in_time {
            *quote = of_quotes.row(*quote as usize) as u32;
        }
        orders.loose = Bits::all(quotes.rows());
        if events > 0 {
            orders.loose = Bits::none(quotes.rows());
            let is_loose = |row: &usize| of_subjects.position(quotes.group(*row)) >= events;
            (0..quotes.rows()).filter(is_loose).for_each(|row| orders.loose.insert(row));
        }
        if !in_time.is_sorted() {
            orders.quotes = in_time;
        }
        orders.levels[Level::Event as usize] = of_subjects;
        Self { dataset, orders, groups, dates, whens }
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

    /// The index, if these are the columns of the sources of each level and the facets.
    pub(super) fn index(self, sources: Vec<Column>, facets: Vec<FacetIndex>, words: OnceLock<Words>) -> Index {
        let Self { dataset, mut orders, groups, dates, whens } = self;
        let of_subjects = &orders.levels[Level::Event as usize];
        let (mut when, extents) = (Runs::new(whens.len()), dates.extents());
        let mut last = None;
        for row in 0..whens.len() {
            let date = whens[of_subjects.position(row)];
            if last != Some(date) {
                when.since(row, extents[date as usize]);
            }
            last = Some(date);
        }
        let mut events = Bits::all(whens.len());
        if dataset.events.len() < whens.len() {
            events = Bits::none(whens.len());
            (0..dataset.events.len()).for_each(|event| events.insert(of_subjects.row(event)));
        }
        // Only quotes are asked for by their rows, and subjects only for being events.
        for (at, order) in orders.levels.iter_mut().enumerate().filter(|(at, _)| *at != Level::Quote as usize) {
            order.keep_rows(if at == 0 { dataset.events.len() } else { usize::MAX });
        }
        let levels = groups.into_iter().zip(sources).map(|(groups, sources)| LevelIndex { groups, sources }).collect();
        Index { levels, facets, events, when, orders: Arc::new(orders), words, unfiltered: Default::default() }
    }
}
