//! The JSON of a pack, written record by record: keys in the format's order where `sidebyline build` may have written the
//! file, else in that of the alphabet.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::unpack::{Record, Unpacking};
use super::wired;
use crate::finding::Finding;

/// Writes the fields of a dataset that are there, in the format's order.
macro_rules! fields {
    ($unpacking:ident to $map:ident: $($field:ident),+; lists $($list:ident = $records:expr),+; $($last:ident),+) => {
        $(if $unpacking.shared.get(stringify!($field)).is_some() {
            $map.serialize_entry(stringify!($field), &$unpacking.wire.$field)?;
        })+
        $($map.serialize_entry(stringify!($list), &$records)?;)+
        $(if $unpacking.shared.get(stringify!($last)).is_some() {
            $map.serialize_entry(stringify!($last), &$unpacking.wire.$last)?;
        })+
    };
}

impl Serialize for Unpacking {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if self.is_as_built {
            fields! {
                self to map: format, id, version, title, description, language, updated, license, creators, publisher,
                contact, method, corrections, renamed, outlets, sources, actors, places, topics;
                lists events = Events(self), quotes = Quotes(self);
                variants, discrepancies, excerpt
            }
            for (key, value) in &self.wire.extra.0 {
                map.serialize_entry(key, value)?;
            }
        } else {
            for (key, value) in self.shared.as_object().into_iter().flatten() {
                match key.as_str() {
                    "events" => map.serialize_entry(key, &Events(self))?,
                    "quotes" => map.serialize_entry(key, &Quotes(self))?,
                    _ => map.serialize_entry(key, value)?,
                }
            }
        }
        map.end()
    }
}

/// A record as it is written.
#[derive(Serialize)]
#[serde(untagged)]
enum Written<W> {
    AsBuilt(W),
    Other(Value),
}

impl Unpacking {
    /// What becomes of a record. Each of them was looked at when the pack was opened.
    fn written<W: Serialize>(&self, record: Result<Record<W>, Finding>) -> Option<Written<W>> {
        let Record { wire, other } = record.ok()?;
        Some(match other {
            None if self.is_as_built => Written::AsBuilt(wire),
            other => Written::Other(other.unwrap_or_else(|| wired::json(&wire))),
        })
    }
}

/// All events.
struct Events<'a>(&'a Unpacking);

impl Serialize for Events<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let events = self.0.dataset.events.indices();
        serializer.collect_seq(events.filter_map(|index| self.0.written(self.0.event(index))))
    }
}

/// All quotes.
struct Quotes<'a>(&'a Unpacking);

impl Serialize for Quotes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let quotes = self.0.dataset.quotes.indices();
        serializer.collect_seq(quotes.filter_map(|index| self.0.written(self.0.quote(index))))
    }
}
