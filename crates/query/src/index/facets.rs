//! The values of each facet, and the rows of which they hold.

use std::borrow::Cow;

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{
    ActorIdx, Basis, Dimension, Discrepancy, DiscrepancyIdx, EventIdx, Mention, MentionIdx, Nature, Quote, QuoteIdx,
    QuoteKind, Status, TopicIdx,
};
use sidebyline_dataset::table::{Idx, in_order};
use sidebyline_rows::ColumnBuilder;
use sidebyline_rows::dictionary::Words;
use sidebyline_rows::order::sorted;

use super::layout::Layout;
use super::values::{MISSING_ONE, value};
use super::{FacetIndex, Verbs};
use crate::facet::{Facet, Level};
use crate::fold;

/// What stands at a row, without its texts.
pub(super) enum Outline<'a> {
    Subject,
    Mention(Cow<'a, Mention>),
    Quote(Cow<'a, Quote>, usize),
    Discrepancy(&'a Discrepancy),
}

impl<'a> Outline<'a> {
    /// What the dataset has of a level at a position.
    pub(super) fn of(dataset: &'a Dataset, level: Level, at: usize) -> Self {
        match level {
            Level::Event => Self::Subject,
            Level::Mention => Self::Mention(dataset.mentions.outline(MentionIdx::new(at))),
            Level::Quote => Self::Quote(dataset.quotes.outline(QuoteIdx::new(at)), at),
            Level::Discrepancy => Self::Discrepancy(&dataset.discrepancies[DiscrepancyIdx::new(at)]),
        }
    }
}

/// The values of a facet at a row: numbers, which get their names at the end. Who reports, and what it is about, is asked
/// of the whole event.
pub(super) fn values(dataset: &Dataset, cues: &Cues<'_>, facet: Facet, outline: &Outline<'_>, own: &mut Vec<u32>) {
    match outline {
        Outline::Subject => {}
        Outline::Mention(mention) => match facet {
            Facet::Status => own.push(mention.status as u32),
            Facet::Place => own.extend(mention.places.iter().map(|place| place.0)),
            Facet::Basis => own.push(mention.basis as u32),
            _ => {}
        },
        Outline::Quote(quote, at) => match facet {
            Facet::Speaker => own.extend(quote.speakers.iter().map(|speaker| speaker.0)),
            Facet::Affiliation => affiliations(dataset, &quote.speakers, own),
            Facet::Kind => own.push(quote.content.kind() as u32),
            Facet::Cue => own.extend(cues.value_of(*at)),
            _ => {}
        },
        Outline::Discrepancy(discrepancy) => match facet {
            Facet::Dimension => own.push(discrepancy.dimension as u32),
            Facet::Nature => own.push(discrepancy.nature as u32),
            _ => {}
        },
    }
}

/// A column and its values, with their names; by how often they occur where no other order is given.
pub(super) fn finish(dataset: &Dataset, cues: &Cues<'_>, facet: Facet, column: ColumnBuilder) -> FacetIndex {
    let values = number(dataset, cues, facet);
    // A source without a report is one all the same; so the position of its value is its own.
    let by_count = matches!(facet, Facet::Topic | Facet::Place | Facet::Speaker | Facet::Affiliation | Facet::Cue);
    let counts = column.counts(values + 1);
    let mut found = Vec::new();
    for number in (0..values).filter(|&number| facet == Facet::Source || counts[number] > 0) {
        let known_by = if facet == Facet::Cue { cues.values[number] } else { number };
        found.extend(value(dataset, facet, known_by + 1).map(|value| (number, value)));
    }
    let mut order: Vec<u32> = (0..found.len() as u32).collect();
    if by_count {
        let by_token = in_order(found.iter().map(|(_, value)| value.token.as_str()).collect());
        let often = |at: u32| i64::from(counts[found[at as usize].0]);
        order = sorted(by_token.into_iter().zip(0..).map(|(at, place)| (-often(at), place, at)).collect());
    }
    let mut codes = vec![0; values + 1];
    let mut index = FacetIndex::default();
    for at in order {
        let (number, value) = &found[at as usize];
        codes[*number] = index.values.len() as u32;
        index.values.push(value.clone());
    }
    if counts[values] > 0 {
        codes[values] = index.values.len() as u32;
        index.values.extend(value(dataset, facet, MISSING_ONE));
    }
    if facet != Facet::Source {
        index.column = column.finish(&codes, index.values.len());
    }
    index
}

/// How many values there may be.
pub(super) fn number(dataset: &Dataset, cues: &Cues<'_>, facet: Facet) -> usize {
    match facet {
        Facet::Source => dataset.sources.len(),
        Facet::Reporters => dataset.sources.len() + 1, // none is a number too
        Facet::Topic => dataset.topics.len(),
        Facet::Place => dataset.places.len(),
        Facet::Speaker | Facet::Affiliation => dataset.actors.len(),
        Facet::Status => Status::ALL.len(),
        Facet::Basis => Basis::ALL.len(),
        Facet::Kind => QuoteKind::ALL.len(),
        Facet::Dimension => Dimension::ALL.len(),
        Facet::Nature => Nature::ALL.len(),
        Facet::Cue => cues.values.len(),
    }
}

/// An event has its own topics and those of its quotes, and with a topic each that is wider.
pub(super) fn topics(layout: &Layout<'_>, row: usize, subject: usize, own: &mut Vec<u32>) {
    let dataset = layout.dataset;
    let mut add = |topics: &[TopicIdx]| {
        for &topic in topics {
            let mut next = Some(topic);
            while let Some(topic) = next {
                if own.contains(&topic.0) {
                    break; // also where topics lie within each other
                }
                own.push(topic.0);
                next = dataset.topics[topic].parent;
            }
        }
    };
    if let Some(event) = dataset.events.get(EventIdx::new(subject)) {
        add(&event.topics);
    }
    layout.of_subject(Level::Quote, row).for_each(|quote| add(&dataset.quotes.outline(QuoteIdx::new(quote)).topics));
}

/// What speakers belong to, directly or by way of something else.
fn affiliations(dataset: &Dataset, speakers: &[ActorIdx], own: &mut Vec<u32>) {
    for &speaker in speakers {
        let mut next = dataset.actors[speaker].affiliation;
        while let Some(actor) = next {
            if own.contains(&actor.0) {
                break; // also where actors belong to each other
            }
            own.push(actor.0);
            next = dataset.actors[actor].affiliation;
        }
    }
}

/// The reporting verbs as values of a facet: those that are folded alike are one.
pub(super) struct Cues<'a> {
    verbs: &'a Verbs<'a>,
    /// Of each spelling its value; none if it has no word.
    of_spelling: Vec<Option<u32>>,
    /// The first quote that has each value.
    values: Vec<usize>,
}

impl<'a> Cues<'a> {
    pub(super) fn of(verbs: &'a Verbs<'a>) -> Self {
        let (mut of_spelling, mut values, mut tokens) = (Vec::new(), Vec::new(), Words::default());
        for (spelling, &first) in verbs.spellings.iter().zip(&verbs.first) {
            let token = fold::token(spelling, 64);
            let value = (!token.is_empty()).then(|| tokens.number(&token));
            if value.is_some_and(|value| value as usize == values.len()) {
                values.push(first);
            }
            of_spelling.push(value);
        }
        Self { verbs, of_spelling, values }
    }

    fn value_of(&self, quote: usize) -> Option<u32> {
        self.of_spelling[self.verbs.of_quote[quote] as usize]
    }
}
