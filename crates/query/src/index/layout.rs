//! Where everything stands, and the index that comes of that and its columns.
//!
//! This isn't kept as bytes: what puts a dataset's dates in order is in the page's first part anyway.

use std::sync::{Arc, OnceLock};

use sidebyline_dataset::Dataset;
use sidebyline_dataset::edtf::Edtf;
use sidebyline_dataset::model::EventIdx;
use sidebyline_rows::{Bits, Column, Groups};

use super::order::{Order, Orders, Runs, in_time};
use super::words::Words;
use super::{FacetIndex, Index, LevelIndex};
use crate::facet::Level;
use crate::matches;
use crate::timeline::said;

/// Where everything stands.
pub(super) struct Layout<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) orders: Orders,
    pub(super) groups: Vec<Groups>,
    /// When each subject was: the events in the dataset's order, then the quotes and discrepancies that belong to none.
    whens: Vec<Option<&'a Edtf>>,
}

impl<'a> Layout<'a> {
    pub(super) fn new(dataset: &'a Dataset) -> Self {
        let mut whens: Vec<Option<&Edtf>> = dataset.events.iter().map(|(_, event)| event.when.as_ref()).collect();
        let mut subjects = vec![Vec::new()];
        subjects.push(dataset.mentions.indices().map(|mention| dataset.mentions.head(mention).event.0).collect());
        let mut subject = |event: Option<EventIdx>, when| {
            if event.is_none() {
                whens.push(when);
            }
            event.map_or(whens.len() as u32 - 1, |event| event.0)
        };
        let heads = dataset.quotes.indices().map(|quote| dataset.quotes.head(quote));
        subjects.push(heads.map(|quote| subject(quote.event, quote.when)).collect());
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

    /// The index, if these are the columns of the sources of each level and the facets.
    pub(super) fn index(self, sources: Vec<Column>, facets: Vec<FacetIndex>, words: OnceLock<Words>) -> Index {
        let Self { dataset, mut orders, groups, whens } = self;
        let mut when = Runs::default();
        let mut events = Bits::none(whens.len());
        for row in 0..whens.len() {
            let subject = orders.levels[Level::Event as usize].position(row);
            when.push(whens[subject].map(Edtf::extent));
            if subject < dataset.events.len() {
                events.insert(row);
            }
        }
        if dataset.events.len() == whens.len() {
            events = Bits::all(whens.len());
        }
        // Only quotes are asked for by their rows, and subjects only for being events.
        for (at, order) in orders.levels.iter_mut().enumerate().filter(|(at, _)| *at != Level::Quote as usize) {
            order.keep_rows(if at == 0 { dataset.events.len() } else { usize::MAX });
        }
        let levels = groups.into_iter().zip(sources).map(|(groups, sources)| LevelIndex { groups, sources }).collect();
        let (orders, unfiltered) = (Arc::new(orders), Vec::new());
        let mut index = Index { levels, facets, events, when, orders, words, unfiltered };
        index.unfiltered = matches::unfiltered(&index);
        index
    }
}
