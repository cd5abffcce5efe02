//! Stored rows as bytes, so that a large pack opens without its rows being looked at.
//!
//! | bytes | what they are |
//! | --- | --- |
//! | words | the parts of all texts |
//! | words | the terms |
//! | words | the dates, as they are written |
//! | a number, and as many | how long the run of each mention is |
//! | so too | how long that of each quote is |
//! | the runs | of the mentions, then of the quotes |
//!
//! Numbers have seven bits a byte, the lowest first; words are how many there are, how long each is, and all of them.
//! The bytes may be anybody's: [`Stored::hold`](crate::table::Stored::hold) says whether rows can be looked at.

use std::ops::Range;
use std::sync::Arc;

use sidebyline_rows::dictionary::Words;
#[cfg(feature = "handover")]
use sidebyline_rows::input::put;
use sidebyline_rows::{Input, Spelling};

#[cfg(feature = "pack")]
use super::Builder;
use super::{Runs, Shared};
#[cfg(feature = "handover")]
use crate::Dataset;
use crate::model::{Mention, MentionIdx, Quote, QuoteIdx};
#[cfg(feature = "handover")]
use crate::table::Stretch;
use crate::table::Table;

/// The tables of a dataset that are stored.
#[derive(Debug)]
pub struct Stores {
    pub(crate) mentions: Table<MentionIdx, Mention>,
    pub(crate) quotes: Table<QuoteIdx, Quote>,
}

/// The mentions and quotes of a dataset. They are written twice: the second time, what is common has the small numbers.
#[cfg(feature = "pack")]
pub(crate) fn to_bytes(dataset: &Dataset) -> Vec<u8> {
    let mut shared = Shared { spelling: Spelling::counting(), ..Shared::default() };
    written(dataset, &mut shared);
    let mut shared = Shared { spelling: shared.spelling.by_number(), ..Shared::default() };
    let (mentions, quotes) = written(dataset, &mut shared);
    let stretch = |bytes, ends| Stretch { bytes, ends, shared: &shared };
    joined(stretch(&mentions.bytes, &mentions.ends), stretch(&quotes.bytes, &quotes.ends))
}

/// The same of tables that are stored together, as they are: none if they aren't.
#[cfg(feature = "handover")]
pub(crate) fn as_they_are(dataset: &Dataset) -> Option<Vec<u8>> {
    let (mentions, quotes) = (dataset.mentions.in_store()?.kept(), dataset.quotes.in_store()?.kept());
    std::ptr::eq(mentions.shared, quotes.shared).then(|| joined(mentions, quotes))
}

#[cfg(feature = "handover")]
fn joined(mentions: Stretch<'_>, quotes: Stretch<'_>) -> Vec<u8> {
    let Shared { spelling, terms, dates, .. } = mentions.shared;
    let mut dated = Words::default();
    for date in dates {
        dated.number(date.as_str());
    }
    let mut bytes = Vec::new();
    spelling.to_bytes(&mut bytes);
    terms.to_bytes(&mut bytes);
    dated.to_bytes(&mut bytes);
    for ends in [mentions.ends, quotes.ends] {
        put(ends.len(), &mut bytes);
        let mut start = 0;
        for end in ends {
            put(end - start, &mut bytes);
            start = *end;
        }
    }
    bytes.reserve_exact(mentions.bytes.len() + quotes.bytes.len());
    bytes.extend_from_slice(mentions.bytes);
    bytes.extend_from_slice(quotes.bytes);
    bytes
}

#[cfg(feature = "pack")]
fn written(dataset: &Dataset, shared: &mut Shared) -> (Builder<Mention>, Builder<Quote>) {
    let (mut mentions, mut quotes) = (Builder::<Mention>::default(), Builder::<Quote>::default());
    dataset.mentions.scan().for_each(|(_, row)| mentions.push(&row, shared));
    dataset.quotes.scan().for_each(|(_, row)| quotes.push(&row, shared));
    (mentions, quotes)
}

/// Reads what [`to_bytes`] wrote and stands here in a file, which it keeps; none if that isn't there.
pub fn from_bytes(file: Vec<u8>, place: Range<usize>) -> Option<Stores> {
    let mut from = Input::new(file.get(place.clone())?);
    let spelling = Spelling::from_bytes(&mut from)?;
    let (terms, written) = (Words::from_bytes(&mut from)?, Words::from_bytes(&mut from)?);
    let mut dates = Vec::new();
    for number in 0..written.len() {
        dates.push(written.word(number as u32).parse().ok()?);
    }
    let shared = Arc::new(Shared { spelling, dates, terms, ..Shared::default() });
    let (of_mentions, of_quotes) = (ends(&mut from)?, ends(&mut from)?);
    let [number, more] = [&of_mentions, &of_quotes].map(|ends| ends.last().copied().unwrap_or_default());
    // What is left over was never written.
    if from.rest() != number.checked_add(more)? {
        return None;
    }
    let (file, start) = (Arc::new(file), place.end - number - more);
    let mentions = Runs::new(file.clone(), start, of_mentions, shared.clone());
    let quotes = Runs::new(file, start + number, of_quotes, shared);
    Some(Stores { mentions: mentions.into(), quotes: quotes.into() })
}

/// Where runs end, of which it is told how long each is.
fn ends(from: &mut Input<'_>) -> Option<Vec<usize>> {
    let number = from.number().filter(|number| *number <= from.rest())?;
    let (mut ends, mut end) = (Vec::with_capacity(number), 0_usize);
    for _ in 0..number {
        end = end.checked_add(from.number()?)?;
        ends.push(end);
    }
    Some(ends)
}
