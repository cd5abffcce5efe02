//! Every rule of the format.
//!
//! [`file()`] holds a file to what can be seen in it alone. [`texts()`] holds it to the texts that it was made from:
//! whether each passage stands where it says, whether anything was left unread ([`completeness()`]), and how much of
//! each text is reproduced ([`share()`]).

mod completeness;
mod file;
mod share;
mod texts;

use std::collections::BTreeMap;

pub use completeness::{UNREAD_WORDS, completeness};
pub use file::{file, is_id};
pub use share::{Share, share};
pub use texts::texts;

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

/// Every passage of a source, with what it is for and its JSON path.
pub(crate) fn passages_of<'a>(dataset: &'a wire::Dataset, source: &'a str) -> Vec<(Use, String, &'a wire::Passage)> {
    let mut found = Vec::new();
    for (i, s) in dataset.sources.iter().enumerate().filter(|(_, s)| s.id == source) {
        for (j, note) in s.notes.iter().enumerate() {
            let place = |k| format!("$.sources[{i}].notes[{j}].passages[{k}]");
            found.extend(note.passages.iter().enumerate().map(|(k, p)| (Use::Note, place(k), p)));
        }
        let place = |j| format!("$.sources[{i}].skipped[{j}].passage");
        found.extend(s.skipped.iter().enumerate().map(|(j, skipped)| (Use::Skipped, place(j), &skipped.passage)));
    }
    for (i, event) in dataset.events.iter().enumerate() {
        for (j, mention) in event.mentions.iter().enumerate().filter(|(_, m)| m.source == source) {
            let place = |k| format!("$.events[{i}].mentions[{j}].passages[{k}]");
            found.extend(mention.passages.iter().enumerate().map(|(k, p)| (Use::Mention, place(k), p)));
        }
    }
    for (i, quote) in dataset.quotes.iter().enumerate().filter(|(_, q)| q.source == source) {
        let place = |k| format!("$.quotes[{i}].passages[{k}]");
        found.extend(quote.passages.iter().enumerate().map(|(k, p)| (Use::Quote, place(k), p)));
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
