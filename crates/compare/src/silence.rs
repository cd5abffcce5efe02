//! What kind of silence it is when a source has nothing on an event.
//!
//! Two instants decide it, and of both only a range is known: `p`, when the source was published (`published`), and
//! `k`, when a reporter could first have known of the event (`known_from`). A source that reports the event proves
//! that `k` was no later than its own publication; this narrows the range of `k`, and stands in for it where
//! `known_from` isn't given. What then holds in every world that the data allow is said, and nothing else:
//!
//! | in every possible world | the silence is |
//! | --- | --- |
//! | `p < k` | [`Silence::CouldNot`] |
//! | `k <= p` | [`Silence::CouldHave`]; of a source that is only partly coded, [`Why::PartlyCoded`] |
//! | there is no such world | [`Why::Contradiction`] |
//! | neither | [`Why::NoPublished`], [`Why::NoKnownFrom`] or [`Why::Overlap`] |
//!
//! A day is some instant within that day, here as everywhere. So what could be known on the day on which the source
//! was published overlaps: the morning's paper can't have what the afternoon brings. From the next day on it could.
//! *Could have* says nothing about *should have*.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::edtf::Edtf;
use sidebyline_dataset::model::{Coded, EventIdx, Source, SourceIdx};

/// What it means that a source has nothing on an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// It was published when the event could be known, and all that it reports is in the data.
    CouldHave,
    /// It was published before the event could be known.
    CouldNot,
    /// The data don't tell.
    Unknown(Why),
}

/// Why the data don't tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// When the source was published isn't known.
    NoPublished,
    /// From when on the event could be known isn't given, and who reports it doesn't prove enough.
    NoKnownFrom,
    /// The source may have been published before the event could be known, or after.
    Overlap,
    /// It could have reported the event and may well do so: only a part of its text is in the data.
    PartlyCoded,
    /// Some source reports the event before it could be known, so one of the dates is wrong.
    Contradiction,
}

/// What it means that `source` has nothing on `event`. For a source that does have something the answer means nothing,
/// but is never [`Silence::CouldNot`].
pub fn silence(dataset: &Dataset, event: EventIdx, source: SourceIdx) -> Silence {
    Knowable::of(dataset, event).silence(&dataset.sources[source])
}

/// When it became possible to know of an event, as far as the data tell; found once for all its silences.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Knowable {
    /// The first instant at which it may have been; after the last where no instant fits.
    first: i64,
    /// The last such instant.
    last: i64,
    /// Whether the data say it themselves.
    given: bool,
}

impl Knowable {
    /// When it became possible to know of `event`.
    pub(crate) fn of(dataset: &Dataset, event: EventIdx) -> Self {
        let event = &dataset.events[event];
        let (first, mut last) = match event.known_from.as_ref().map(Edtf::extent) {
            Some(known_from) => (known_from.earliest(), known_from.latest()),
            None => (i64::MIN, i64::MAX),
        };
        let mentions = event.mentions.iter().map(|&mention| dataset.mentions.head(mention).source);
        let quotes = event.quotes.iter().map(|&quote| dataset.quotes.head(quote).source);
        for reporter in mentions.chain(quotes) {
            if let Some(published) = &dataset.sources[reporter].published {
                last = last.min(published.extent().latest());
            }
        }
        Self { first, last, given: event.known_from.is_some() }
    }

    /// What it means that `source` has nothing on the event.
    pub(crate) fn silence(self, source: &Source) -> Silence {
        if self.first > self.last {
            return Silence::Unknown(Why::Contradiction);
        }
        let Some(published) = source.published.as_ref().map(Edtf::extent) else {
            return Silence::Unknown(Why::NoPublished);
        };
        if published.latest() < self.first {
            Silence::CouldNot
        } else if self.last <= published.earliest() {
            match source.coded {
                Coded::Full => Silence::CouldHave,
                Coded::Partial => Silence::Unknown(Why::PartlyCoded),
            }
        } else if self.given {
            Silence::Unknown(Why::Overlap)
        } else {
            Silence::Unknown(Why::NoKnownFrom)
        }
    }
}

#[cfg(test)]
mod tests;
