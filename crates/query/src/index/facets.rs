//! The values of each facet, and the rows of which they hold.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{
    ActorIdx, Basis, Dimension, DiscrepancyIdx, EventIdx, MentionIdx, Nature, PlaceIdx, QuoteIdx, QuoteKind, SourceIdx,
    Status, TopicIdx,
};
use sidebyline_dataset::table::{Idx, in_order};
use sidebyline_rows::ColumnBuilder;
use sidebyline_rows::dictionary::Words;
use sidebyline_rows::order::sorted;

use super::FacetIndex;
use super::build::Layout;
use crate::facet::{Facet, Level, MISSING, Name, Value};
use crate::fold;

/// The values of a facet at what stands at a position of the dataset: numbers, which get their names at the end. Who
/// reports, and what it is about, is asked of the whole event.
pub(super) fn values(dataset: &Dataset, cues: &Cues<'_>, facet: Facet, at: usize, own: &mut Vec<u32>) {
    match facet {
        Facet::Source | Facet::Reporters | Facet::Topic => {}
        Facet::Status => own.push(dataset.mentions[MentionIdx::new(at)].status as u32),
        Facet::Place => own.extend(dataset.mentions[MentionIdx::new(at)].places.iter().map(|place| place.0)),
        Facet::Basis => own.push(dataset.mentions[MentionIdx::new(at)].basis as u32),
        Facet::Speaker => own.extend(dataset.quotes[QuoteIdx::new(at)].speakers.iter().map(|speaker| speaker.0)),
        Facet::Affiliation => affiliations(dataset, &dataset.quotes[QuoteIdx::new(at)].speakers, own),
        Facet::Kind => own.push(dataset.quotes[QuoteIdx::new(at)].content.kind() as u32),
        Facet::Cue => own.extend(cues.value_of(at)),
        Facet::Dimension => own.push(dataset.discrepancies[DiscrepancyIdx::new(at)].dimension as u32),
        Facet::Nature => own.push(dataset.discrepancies[DiscrepancyIdx::new(at)].nature as u32),
    }
}

/// A column and its values, with their names; by how often they occur where no other order is given.
pub(super) fn finish(
    column: ColumnBuilder,
    facet: Facet,
    values: usize,
    name: &dyn Fn(usize) -> (String, Name),
) -> FacetIndex {
    // A source without a report is one all the same; so the position of its value is its own.
    let by_count = matches!(facet, Facet::Topic | Facet::Place | Facet::Speaker | Facet::Affiliation | Facet::Cue);
    let counts = column.counts(values + 1);
    let mut found: Vec<(u32, String, Name)> = Vec::new();
    for value in (0..values).filter(|&value| facet == Facet::Source || counts[value] > 0) {
        let (token, name) = name(value);
        found.push((value as u32, token, name));
    }
    let mut order: Vec<u32> = (0..found.len() as u32).collect();
    if by_count {
        let by_token = in_order(found.iter().map(|(_, token, _)| token.as_str()).collect());
        let often = |at: u32| i64::from(counts[found[at as usize].0 as usize]);
        order = sorted(by_token.into_iter().zip(0..).map(|(at, place)| (-often(at), place, at)).collect());
    }
    let mut codes = vec![0; values + 1];
    let mut index = FacetIndex::default();
    for at in order {
        let (value, token, name) = std::mem::replace(&mut found[at as usize], (0, String::new(), Name::Missing));
        codes[value as usize] = index.values.len() as u32;
        index.values.push(Value { token, name });
    }
    if counts[values] > 0 {
        codes[values] = index.values.len() as u32;
        index.values.push(Value { token: MISSING.into(), name: Name::Missing });
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

/// What a value is called in the address, and what it is.
pub(super) fn name(dataset: &Dataset, facet: Facet, value: usize, cues: &Cues<'_>) -> (String, Name) {
    match facet {
        Facet::Source => (dataset.sources[SourceIdx::new(value)].id.clone(), Name::Source(SourceIdx::new(value))),
        Facet::Reporters => (value.to_string(), Name::Reporters(value)),
        Facet::Topic => (dataset.topics[TopicIdx::new(value)].id.clone(), Name::Topic(TopicIdx::new(value))),
        Facet::Place => (dataset.places[PlaceIdx::new(value)].id.clone(), Name::Place(PlaceIdx::new(value))),
        Facet::Speaker | Facet::Affiliation => {
            (dataset.actors[ActorIdx::new(value)].id.clone(), Name::Actor(ActorIdx::new(value)))
        }
        Facet::Status => (Status::ALL[value].as_str().into(), Name::Status(Status::ALL[value])),
        Facet::Basis => (Basis::ALL[value].as_str().into(), Name::Basis(Basis::ALL[value])),
        Facet::Kind => (QuoteKind::ALL[value].as_str().into(), Name::Kind(QuoteKind::ALL[value])),
        Facet::Dimension => (Dimension::ALL[value].as_str().into(), Name::Dimension(Dimension::ALL[value])),
        Facet::Nature => (Nature::ALL[value].as_str().into(), Name::Nature(Nature::ALL[value])),
        Facet::Cue => {
            let (token, written) = &cues.values[value];
            (token.clone(), Name::Cue((*written).into()))
        }
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
    layout.of_subject(Level::Quote, row).for_each(|quote| add(&dataset.quotes[QuoteIdx::new(quote)].topics));
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

/// The reporting verbs of a dataset: each spelling once, and as one value those that are folded alike.
pub(super) struct Cues<'a> {
    /// Each spelling, in the order in which the dataset has them first.
    pub(super) spellings: Vec<&'a str>,
    /// The spelling of each quote, in the dataset's order.
    pub(super) of_quote: Vec<u32>,
    /// Of each spelling its value; none if it has no word.
    value: Vec<Option<u32>>,
    /// What each value is called, and the first of its spellings.
    values: Vec<(String, &'a str)>,
}

impl<'a> Cues<'a> {
    pub(super) fn of(dataset: &'a Dataset) -> Self {
        let mut cues = Self { spellings: vec![], of_quote: vec![], value: vec![], values: vec![] };
        let (mut written, mut tokens) = (Words::default(), Words::default());
        for (_, quote) in dataset.quotes.iter() {
            let spelling = written.number(&quote.cue);
            cues.of_quote.push(spelling);
            if spelling as usize == cues.spellings.len() {
                cues.spellings.push(&quote.cue);
                let token = fold::token(&quote.cue, 64);
                let value = (!token.is_empty()).then(|| tokens.number(&token));
                cues.value.push(value);
                if value.is_some_and(|value| value as usize == cues.values.len()) {
                    cues.values.push((token, &quote.cue));
                }
            }
        }
        cues
    }

    fn value_of(&self, quote: usize) -> Option<u32> {
        self.value[self.of_quote[quote] as usize]
    }
}
