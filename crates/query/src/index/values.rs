//! The values of a facet, by number. What they are called is the dataset's affair, so an index that is kept as bytes has
//! their numbers alone.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{
    ActorIdx, Basis, Dimension, Nature, PlaceIdx, QuoteIdx, QuoteKind, SourceIdx, Status, TopicIdx,
};
use sidebyline_dataset::table::{Idx, Row, Table};
use sidebyline_rows::dictionary::Words;

use crate::facet::{Facet, MISSING, Name, Value};
use crate::fold;

/// The number of *the data do not say*.
pub(super) const MISSING_ONE: usize = 0;

/// The value of this number: one more than its position in the dataset's table or in the format's list, than the number
/// of sources, or than the position of the first quote with that verb. None if there is no such thing.
pub(super) fn value(dataset: &Dataset, facet: Facet, number: usize) -> Option<Value> {
    let Some(at) = number.checked_sub(1) else { return Some(Value { token: MISSING.into(), name: Name::Missing }) };
    let (token, name) = match facet {
        Facet::Source => (id(&dataset.sources, SourceIdx::new(at))?, Name::Source(SourceIdx::new(at))),
        Facet::Reporters if at > dataset.sources.len() => return None,
        Facet::Reporters => (at.to_string(), Name::Reporters(at)),
        Facet::Topic => (id(&dataset.topics, TopicIdx::new(at))?, Name::Topic(TopicIdx::new(at))),
        Facet::Place => (id(&dataset.places, PlaceIdx::new(at))?, Name::Place(PlaceIdx::new(at))),
        Facet::Speaker | Facet::Affiliation => {
            (id(&dataset.actors, ActorIdx::new(at))?, Name::Actor(ActorIdx::new(at)))
        }
        Facet::Status => Status::ALL.get(at).map(|&one| (one.as_str().into(), Name::Status(one)))?,
        Facet::Basis => Basis::ALL.get(at).map(|&one| (one.as_str().into(), Name::Basis(one)))?,
        Facet::Kind => QuoteKind::ALL.get(at).map(|&one| (one.as_str().into(), Name::Kind(one)))?,
        Facet::Dimension => Dimension::ALL.get(at).map(|&one| (one.as_str().into(), Name::Dimension(one)))?,
        Facet::Nature => Nature::ALL.get(at).map(|&one| (one.as_str().into(), Name::Nature(one)))?,
        Facet::Cue => {
            let first = QuoteIdx::new(at);
            let cue = (at < dataset.quotes.len()).then(|| dataset.quotes.head(first).cue)?;
            (fold::token(cue, 64), Name::Cue(cue.to_owned()))
        }
    };
    Some(Value { token, name })
}

fn id<I: Idx, T: Row>(table: &Table<I, T>, at: I) -> Option<String> {
    (at.position() < table.len()).then(|| table.id(at).to_owned())
}

/// The numbers of a facet's values, from which [`value`] gives them back.
pub(super) fn numbers(dataset: &Dataset, values: &[Value]) -> Vec<usize> {
    let mut numbers: Vec<usize> = values.iter().map(|value| number(&value.name)).collect();
    // The first quotes with a verb are looked for together, as verbs may be nearly as many as quotes.
    let (mut verbs, mut places) = (Words::default(), Vec::new());
    for (place, value) in values.iter().enumerate() {
        if let Name::Cue(cue) = &value.name {
            verbs.number(cue);
            places.push(place);
        }
    }
    let mut left = verbs.len();
    for quote in dataset.quotes.indices() {
        if left == 0 {
            break;
        }
        let verb = verbs.get(dataset.quotes.head(quote).cue);
        if let Some(number) = verb.and_then(|verb| numbers.get_mut(places[verb as usize]))
            && *number == MISSING_ONE
        {
            *number = 1 + quote.position();
            left -= 1;
        }
    }
    numbers
}

/// The number of a value; of a verb none yet.
fn number(name: &Name) -> usize {
    1 + match name {
        Name::Missing | Name::Cue(_) => return MISSING_ONE,
        Name::Source(at) => at.position(),
        Name::Reporters(number) => *number,
        Name::Topic(at) => at.position(),
        Name::Place(at) => at.position(),
        Name::Actor(at) => at.position(),
        Name::Status(one) => *one as usize,
        Name::Basis(one) => *one as usize,
        Name::Kind(one) => *one as usize,
        Name::Dimension(one) => *one as usize,
        Name::Nature(one) => *one as usize,
    }
}
