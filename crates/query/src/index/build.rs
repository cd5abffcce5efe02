//! Building the index: one pass over the dataset.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::edtf::Edtf;
use sidebyline_dataset::model::{
    ActorIdx, Basis, Dimension, Evidence, Nature, PlaceIdx, QuoteKind, SourceIdx, Status, TopicIdx,
};
use sidebyline_dataset::table::Idx;

use super::{FacetIndex, Index, LevelIndex, words};
use crate::bits::Bits;
use crate::facet::{Facet, Level, MISSING, Name, Value};
use crate::fold;
use crate::search::Spellings;

/// The index of `dataset`.
pub(super) fn index(dataset: &Dataset) -> Index {
    let subjects = Subjects::of(dataset);
    let mut levels = [
        rows(dataset, (0..subjects.len).map(|subject| subject as u32).collect()),
        rows(dataset, dataset.mentions.iter().map(|(_, mention)| mention.event.0).collect()),
        rows(dataset, subjects.of_quote.clone()),
        rows(dataset, subjects.of_discrepancy.clone()),
    ];
    // Who has what; a subject is of every source that has something on it.
    for (index, mention) in dataset.mentions.iter() {
        own(&mut levels, Level::Mention, index.position(), mention.source, true);
    }
    for (index, quote) in dataset.quotes.iter() {
        own(&mut levels, Level::Quote, index.position(), quote.source, true);
    }
    for (index, discrepancy) in dataset.discrepancies.iter() {
        for Evidence { source, .. } in discrepancy.answers.iter().flat_map(|answer| &answer.evidence) {
            // That a source answers a question about an event is known from its mentions and quotes.
            own(&mut levels, Level::Discrepancy, index.position(), *source, discrepancy.event.is_none());
        }
    }
    for level in &mut levels {
        level.without = Bits::all(subjects.len);
        let mut having = Bits::none(subjects.len);
        level.subject.iter().for_each(|&subject| having.insert(subject as usize));
        level.without.drop_all(&having);
    }
    words::collect(dataset, &mut levels);
    let when = |when: Option<&Edtf>| when.map(Edtf::extent);
    let mut whens: Vec<_> = dataset.events.iter().map(|(_, event)| when(event.when.as_ref())).collect();
    whens.resize(subjects.len, None);
    for (index, quote) in dataset.quotes.iter().filter(|(_, quote)| quote.event.is_none()) {
        whens[subjects.of_quote[index.position()] as usize] = when(quote.when.as_ref());
    }
    let mut events = Bits::none(subjects.len);
    (0..dataset.events.len()).for_each(|event| events.insert(event));
    let facets = Facet::ALL.map(|facet| facet_index(dataset, &subjects, &levels, facet));
    Index { levels, facets, events, when: whens, spellings: Spellings::new(dataset) }
}

/// What is filtered: the events in the dataset's order, then the quotes and the discrepancies that belong to none.
struct Subjects {
    len: usize,
    of_quote: Vec<u32>,
    of_discrepancy: Vec<u32>,
}

impl Subjects {
    fn of(dataset: &Dataset) -> Self {
        let mut len = dataset.events.len();
        let mut subject = |event: Option<sidebyline_dataset::model::EventIdx>| {
            event.map_or_else(
                || {
                    len += 1;
                    len as u32 - 1
                },
                |event| event.0,
            )
        };
        let of_quote = dataset.quotes.iter().map(|(_, quote)| subject(quote.event)).collect();
        let of_discrepancy = dataset.discrepancies.iter().map(|(_, discrepancy)| subject(discrepancy.event)).collect();
        Self { len, of_quote, of_discrepancy }
    }
}

fn rows(dataset: &Dataset, subject: Vec<u32>) -> LevelIndex {
    let of_source = dataset.sources.iter().map(|_| Bits::none(subject.len())).collect();
    LevelIndex { subject, of_source, ..LevelIndex::default() }
}

/// Notes that a row is of a source, and its subject too if that makes the source report it.
fn own(levels: &mut [LevelIndex; 4], level: Level, row: usize, source: SourceIdx, reports: bool) {
    let rows = &mut levels[level as usize];
    rows.of_source[source.position()].insert(row);
    let subject = rows.subject[row] as usize;
    if reports {
        levels[Level::Event as usize].of_source[source.position()].insert(subject);
    }
}

/// Notes of which rows each value of a facet holds. Values are numbers here, and get their names at the end.
struct Collector {
    len: usize,
    rows: Vec<Bits>,
    missing: Bits,
}

impl Collector {
    fn new(len: usize) -> Self {
        Self { len, rows: Vec::new(), missing: Bits::none(len) }
    }

    fn add(&mut self, value: usize, row: usize) {
        while self.rows.len() <= value {
            self.rows.push(Bits::none(self.len));
        }
        self.rows[value].insert(row);
    }

    /// Adds all of a row's values, or notes that it has none.
    fn add_all(&mut self, values: &[usize], row: usize) {
        for &value in values {
            self.add(value, row);
        }
        if values.is_empty() {
            self.missing.insert(row);
        }
    }

    /// The values that occur, with their names; by how often they do if `by_count`, else as they are numbered.
    fn finish(self, facet: Facet, name: &dyn Fn(usize) -> (String, Name)) -> FacetIndex {
        let by_count = matches!(facet, Facet::Topic | Facet::Place | Facet::Speaker | Facet::Affiliation | Facet::Cue);
        let mut found: Vec<(usize, String, usize)> = Vec::new();
        // A source without a report is one all the same; so the position of its value is its own.
        let occurs = |rows: &Bits| facet == Facet::Source || !rows.is_empty();
        for (value, rows) in self.rows.iter().enumerate().filter(|(_, rows)| occurs(rows)) {
            let order = if by_count { (usize::MAX - rows.len(), name(value).0) } else { (0, String::new()) };
            found.push((order.0, order.1, value));
        }
        found.sort_unstable();
        let mut index = FacetIndex::default();
        for (.., value) in found {
            let (token, name) = name(value);
            index.values.push(Value { token, name });
            index.rows.push(self.rows[value].clone());
        }
        if !self.missing.is_empty() {
            index.values.push(Value { token: MISSING.into(), name: Name::Missing });
            index.rows.push(self.missing);
        }
        index
    }
}

fn facet_index(dataset: &Dataset, subjects: &Subjects, levels: &[LevelIndex; 4], facet: Facet) -> FacetIndex {
    let rows = &levels[facet.level() as usize];
    let mut found = Collector::new(rows.subject.len());
    let mut cues: Vec<(String, String)> = Vec::new();
    match facet {
        Facet::Source => found.rows.clone_from(&rows.of_source),
        Facet::Reporters => {
            for subject in 0..subjects.len {
                found.add(rows.of_source.iter().filter(|reported| reported.contains(subject)).count(), subject);
            }
        }
        Facet::Topic => topics(dataset, subjects, &mut found),
        Facet::Status | Facet::Place | Facet::Basis => {
            for (index, mention) in dataset.mentions.iter() {
                let values = match facet {
                    Facet::Status => vec![mention.status as usize],
                    Facet::Basis => vec![mention.basis as usize],
                    _ => mention.places.iter().map(|place| place.position()).collect(),
                };
                found.add_all(&values, index.position());
            }
        }
        Facet::Speaker | Facet::Affiliation | Facet::Kind | Facet::Cue => {
            for (index, quote) in dataset.quotes.iter() {
                let values = match facet {
                    Facet::Speaker => quote.speakers.iter().map(|speaker| speaker.position()).collect(),
                    Facet::Affiliation => affiliations(dataset, &quote.speakers),
                    Facet::Kind => vec![quote.content.kind() as usize],
                    _ => cue(&quote.cue, &mut cues).into_iter().collect(),
                };
                found.add_all(&values, index.position());
            }
        }
        Facet::Dimension | Facet::Nature => {
            for (index, discrepancy) in dataset.discrepancies.iter() {
                let value = match facet {
                    Facet::Dimension => discrepancy.dimension as usize,
                    _ => discrepancy.nature as usize,
                };
                found.add(value, index.position());
            }
        }
    }
    found.finish(facet, &|value| name(dataset, facet, value, &cues))
}

/// What a value is called in the address, and what it is.
fn name(dataset: &Dataset, facet: Facet, value: usize, cues: &[(String, String)]) -> (String, Name) {
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
        Facet::Cue => (cues[value].0.clone(), Name::Cue(cues[value].1.clone())),
    }
}

/// An event has its own topics and those of its quotes, and with a topic each that is wider.
fn topics(dataset: &Dataset, subjects: &Subjects, found: &mut Collector) {
    let mut of_subject: Vec<Vec<usize>> = vec![Vec::new(); subjects.len];
    let mut add = |subject: usize, topics: &[TopicIdx]| {
        for &topic in topics {
            let mut next = Some(topic);
            while let Some(topic) = next {
                if of_subject[subject].contains(&topic.position()) {
                    break; // also where topics lie within each other
                }
                of_subject[subject].push(topic.position());
                next = dataset.topics[topic].parent;
            }
        }
    };
    dataset.events.iter().for_each(|(index, event)| add(index.position(), &event.topics));
    dataset.quotes.iter().for_each(|(index, quote)| add(subjects.of_quote[index.position()] as usize, &quote.topics));
    for (subject, topics) in of_subject.iter().enumerate() {
        found.add_all(topics, subject);
    }
}

/// What speakers belong to, directly or by way of something else.
fn affiliations(dataset: &Dataset, speakers: &[ActorIdx]) -> Vec<usize> {
    let mut found = Vec::new();
    for &speaker in speakers {
        let mut next = dataset.actors[speaker].affiliation;
        while let Some(actor) = next {
            if found.contains(&actor.position()) {
                break; // also where actors belong to each other
            }
            found.push(actor.position());
            next = dataset.actors[actor].affiliation;
        }
    }
    found
}

/// The number of a reporting verb: its place among those found so far, with the first spelling of each.
fn cue(written: &str, cues: &mut Vec<(String, String)>) -> Option<usize> {
    let token = fold::token(written, 64);
    if token.is_empty() {
        return None;
    }
    let known = cues.iter().position(|(known, _)| *known == token);
    Some(known.unwrap_or_else(|| {
        cues.push((token, written.into()));
        cues.len() - 1
    }))
}
