//! Inflated columns to a dataset.

use std::ops::Range;

use sidebyline_turns::{Turns, Undivided, at_once, step};

use super::Fault;
use super::choices::Digest;
use super::column::{Column, Reader, Reference, TABLES, bytes, events, number};
use crate::Dataset;
use crate::model::{Content, DiscrepancyIdx, EvidencePlace, MentionIdx, Passage, QuoteIdx, SourceIdx};
use crate::store::Stores;
use crate::table::{Idx, Limits, Table};

/// What a pack holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The dataset.
    pub dataset: Dataset,
    /// Of the JSON that it was made of: `sha256:` and 64 hexadecimal digits.
    pub digest: String,
    /// How many bytes that JSON has.
    pub length: u64,
}

/// The columns before those of the dataset: how long the JSON is and how many rows each table has; and its digest.
pub(super) const HEAD: usize = 1 + Digest::WIDTH;
/// How many columns this version has.
pub(super) const COLUMNS: usize = HEAD + Dataset::WIDTH;

impl Dataset {
    /// The dataset of a pack, of its sections of columns, and of what it has stored, if it is a large one.
    ///
    /// # Errors
    /// They aren't what was written.
    pub fn from_pack<S: AsRef<[u8]>>(sections: &[S], stores: Option<Stores>) -> Result<Opened, Fault> {
        at_once(Self::from_pack_in_turns(sections, stores, &Undivided))
    }

    /// Does what [`Dataset::from_pack`] does, in turns.
    ///
    /// # Errors
    /// See there.
    pub async fn from_pack_in_turns<S: AsRef<[u8]>>(
        sections: &[S],
        stores: Option<Stores>,
        turns: &dyn Turns,
    ) -> Result<Opened, Fault> {
        let mut from = Reader::new(vec![&[]; COLUMNS]);
        for section in sections {
            from.failed |= spread(section.as_ref(), &mut from.columns).is_none();
        }
        let length = from.number(0);
        for table in 0..TABLES {
            from.counts[table] = from.small(0);
        }
        let digest = Digest::read(&mut from, 1).0;
        from.is_stored = stores.is_some();
        let mut dataset = Self::read(&mut from, HEAD);
        dataset.events = events(&mut from, turns).await;
        if let Some(Stores { mentions, quotes }) = stores {
            let Self { sources, actors, places, topics, events, .. } = &dataset;
            let limits = Limits {
                sources: sources.len(),
                actors: actors.len(),
                places: places.len(),
                topics: topics.len(),
                events: events.len(),
            };
            let counts = [MentionIdx::TABLE, QuoteIdx::TABLE].map(|table| from.counts[table] as usize);
            from.failed |= counts != [mentions.len(), quotes.len()]
                || !all_held(mentions.len(), &|rows| mentions.hold(rows, &limits), turns).await
                || !all_held(quotes.len(), &|rows| quotes.hold(rows, &limits), turns).await;
            (dataset.mentions, dataset.quotes) = (mentions, quotes);
        }
        // What is left over was never written.
        let is_whole = !from.failed && from.columns.iter().all(|column| column.is_empty());
        if is_whole && derive(&mut dataset).is_some() {
            Ok(Opened { dataset, digest, length })
        } else {
            Err(Fault::Damaged)
        }
    }
}

/// As many rows are looked at in one go.
const BLOCK: usize = 1 << 12;

/// Whether all of so many rows are held to what they refer to.
async fn all_held(rows: usize, hold: &dyn Fn(Range<usize>) -> bool, turns: &dyn Turns) -> bool {
    for row in (0..rows).step_by(BLOCK) {
        step(turns, 0, (row, rows)).await;
        if !hold(row..(row + BLOCK).min(rows)) {
            return false;
        }
    }
    true
}

/// Puts the columns of a section in their places; those of later versions have none.
fn spread<'a>(mut section: &'a [u8], columns: &mut [&'a [u8]]) -> Option<()> {
    while !section.is_empty() {
        let (at, length) = (number(&mut section)?, number(&mut section)?);
        let column = bytes(&mut section, length)?;
        if let Some(place) = usize::try_from(at).ok().and_then(|at| columns.get_mut(at)) {
            if !place.is_empty() {
                return None;
            }
            *place = column;
        }
    }
    Some(())
}

/// Makes what isn't kept, since it follows from other rows; none if they contradict each other.
fn derive(dataset: &mut Dataset) -> Option<()> {
    let Dataset { events, mentions, quotes, variants, discrepancies, .. } = dataset;
    let events = events.rows_mut();
    let mut before = 0;
    for index in mentions.indices() {
        let event = mentions.head(index).event.position();
        // Mentions stand in the order of their events.
        if event < before {
            return None;
        }
        before = event;
        events[event].mentions.push(index);
    }
    for quote in quotes.rows_mut() {
        if let Content::Direct(parts) = &mut quote.content {
            if parts.is_empty() {
                parts.extend(quote.passages.iter().filter_map(Passage::exact).cloned());
            }
            if parts.is_empty() {
                return None;
            }
        }
    }
    for (position, event) in quotes.told().events.into_iter().enumerate() {
        if let Some(event) = event.checked_sub(1) {
            events[event as usize].quotes.push(QuoteIdx::new(position));
        }
    }
    if variants.iter().any(|(_, variant)| variant.quotes.len() < 2) {
        return None;
    }
    for (position, discrepancy) in discrepancies.rows_mut().iter_mut().enumerate() {
        if let Some(event) = discrepancy.event {
            events[event.position()].discrepancies.push(DiscrepancyIdx::new(position));
        }
        for evidence in discrepancy.answers.iter_mut().flat_map(|answer| &mut answer.evidence) {
            evidence.source = source(evidence.place, mentions, quotes);
        }
    }
    Some(())
}

/// In which source something stands.
fn source(
    place: EvidencePlace,
    mentions: &Table<MentionIdx, crate::model::Mention>,
    quotes: &Table<QuoteIdx, crate::model::Quote>,
) -> SourceIdx {
    match place {
        EvidencePlace::Mention(mention) => mentions.head(mention).source,
        EvidencePlace::Quote(quote) => quotes.head(quote).source,
    }
}
