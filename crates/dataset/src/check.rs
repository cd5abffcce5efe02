//! Every rule of the format.
//!
//! [`file()`] holds a file to what can be seen in it alone. [`texts()`] holds it to the texts that it was made from:
//! whether each passage stands where it says, whether anything was left unread ([`completeness()`]), and how much of
//! each text is reproduced ([`share()`]).

mod completeness;
mod file;
mod seen;
mod share;
mod texts;

use std::collections::BTreeMap;

pub use completeness::{UNREAD_WORDS, completeness};
pub use file::{file, is_id, is_version, stream};
pub use share::{Share, share};
pub use texts::texts;

use crate::path::{Path, ROOT};
use crate::wire;

/// How many words in a row may be reproduced outside of quoted speech and headlines, contexts included.
pub const FRAGMENT_WORDS: usize = 12;

/// How many words the head or the tail of a passage may have.
pub const EDGE_WORDS: usize = 6;

/// What part of a text may be reproduced outside of quoted speech and headlines.
pub const REPRODUCED_SHARE: f64 = 0.15;

/// The texts of a dataset's sources, by the sources' ids.
pub type Texts = BTreeMap<String, crate::text::Text>;

/// What a passage is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    Mention,
    Quote,
    Note,
    Skipped,
}

/// Calls `each` with every passage of what is said of a source alone: what it is for, and its JSON path.
pub(crate) fn own_passages<'a>(
    source: &'a wire::Source,
    position: usize,
    each: &mut dyn FnMut(Use, &Path<'_>, &'a wire::Passage),
) {
    let list = ROOT.field("sources");
    let place = list.element(position);
    for (j, note) in source.notes.iter().enumerate() {
        in_list(&note.passages, &place.field("notes").element(j), &mut |place, passage| {
            each(Use::Note, place, passage);
        });
    }
    for (j, skipped) in source.skipped.iter().enumerate() {
        each(Use::Skipped, &place.field("skipped").element(j).field("passage"), &skipped.passage);
    }
}

/// Calls `each` with the passages of a record, which stands at `place`.
pub(crate) fn in_list<'a>(
    passages: &'a [wire::Passage],
    place: &Path<'_>,
    each: &mut dyn FnMut(&Path<'_>, &'a wire::Passage),
) {
    for (k, passage) in passages.iter().enumerate() {
        each(&place.field("passages").element(k), passage);
    }
}

/// Every passage of a source, with what it is for and its JSON path.
pub(crate) fn passages_of<'a>(dataset: &'a wire::Dataset, source: &'a str) -> Vec<(Use, String, &'a wire::Passage)> {
    let mut found = Vec::new();
    for (i, s) in dataset.sources.iter().enumerate().filter(|(_, s)| s.id == source) {
        own_passages(s, i, &mut |kind, place, passage| found.push((kind, place.to_string(), passage)));
    }
    for (i, event) in dataset.events.iter().enumerate() {
        for (j, mention) in event.mentions.iter().enumerate().filter(|(_, m)| m.source == source) {
            let place = ROOT.field("events");
            let place = place.element(i);
            in_list(&mention.passages, &place.field("mentions").element(j), &mut |place, passage| {
                found.push((Use::Mention, place.to_string(), passage));
            });
        }
    }
    for (i, quote) in dataset.quotes.iter().enumerate().filter(|(_, q)| q.source == source) {
        in_list(&quote.passages, &ROOT.field("quotes").element(i), &mut |place, passage| {
            found.push((Use::Quote, place.to_string(), passage));
        });
    }
    found
}

/// Every passage of the source with the id `source`, with its JSON path: those of notes and skipped stretches, of mentions and
/// of quotes.
pub fn passages<'a>(dataset: &'a wire::Dataset, source: &'a str) -> Vec<(String, &'a wire::Passage)> {
    passages_of(dataset, source).into_iter().map(|(_, place, passage)| (place, passage)).collect()
}

#[cfg(test)]
mod tests;
