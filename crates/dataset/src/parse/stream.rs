//! Reads a file without a tree of the whole of it: events and quotes, of which an archive has a hundred thousand, become
//! wire types one by one as they come. All else is a tree, and is read from that.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::cursor::Cursor;
use super::records::FromJson;
use crate::finding::Finding;
use crate::json::{AnyJson, Json, Object};
use crate::wire::{Event, Quote};

/// A file. Where the tree has had its long lists taken out, they are empty in it.
pub(super) struct Document {
    /// All but the long lists.
    pub json: Json,
    /// The events.
    pub events: Streamed<Event>,
    /// The quotes.
    pub quotes: Streamed<Quote>,
}

/// A list that was read as it came, and the first thing that was wrong in it.
pub(super) struct Streamed<T> {
    pub read: Vec<T>,
    pub error: Option<Finding>,
}

impl<T> Default for Streamed<T> {
    fn default() -> Self {
        Self { read: Vec::new(), error: None }
    }
}

/// Reads an object. Whoever calls has seen that it is one.
pub(super) struct Reader;

impl<'de> DeserializeSeed<'de> for Reader {
    type Value = Document;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Reader {
    type Value = Document;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Document, A::Error> {
        let (mut object, mut events, mut quotes) = (Object::new(), Streamed::default(), Streamed::default());
        while let Some(key) = map.next_key::<String>()? {
            // Of a key that comes twice, what comes last counts.
            let value = match key.as_str() {
                "events" => map.next_value_seed(List { key: "events", into: &mut events })?,
                "quotes" => map.next_value_seed(List { key: "quotes", into: &mut quotes })?,
                _ => map.next_value_seed(AnyJson)?,
            };
            object.0.push((key, value));
        }
        Ok(Document { json: Json::Object(object), events, quotes })
    }
}

/// Reads a value that should be a list, and leaves an empty one in its place; what is none is left as it is.
struct List<'a, T> {
    key: &'static str,
    into: &'a mut Streamed<T>,
}

impl<'de, T: FromJson> DeserializeSeed<'de> for List<'_, T> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// What is no list is read as anything is.
macro_rules! anything {
    ($($visit:ident: $value:ty),+) => { $(
        fn $visit<E: serde::de::Error>(self, value: $value) -> Result<Json, E> {
            AnyJson.$visit(value)
        }
    )+ };
}

impl<'de, T: FromJson> Visitor<'de> for List<'_, T> {
    type Value = Json;

    anything! { visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64, visit_str: &str, visit_string: String }

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Json, E> {
        AnyJson.visit_unit()
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Json, A::Error> {
        AnyJson.visit_map(map)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        *self.into = Streamed::default();
        let mut at = Cursor::root();
        let mut error = Ok(());
        at.inside(self.key, |at| {
            let mut position = 0;
            loop {
                match list.next_element_seed(AnyJson) {
                    Ok(Some(value)) => at.element(position, |at| self.into.read.push(T::from_json(value, at))),
                    Ok(None) => break,
                    Err(broken) => {
                        error = Err(broken);
                        break;
                    }
                }
                position += 1;
            }
        });
        self.into.error = at.into_error();
        error.map(|()| Json::List(Vec::new()))
    }
}
