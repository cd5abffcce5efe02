//! Hands a file over record by record, so that whoever reads it keeps of each what it needs and no more.
//!
//! That takes a file whose shared tables come before its events, and its events before its quotes, as the format has
//! them. Any other file, and any that isn't a dataset, is left to those who read it as a whole ([`super::parse`]): they
//! have an order of their own, and all the messages.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::cursor::Cursor;
use super::from_json;
use super::records::FromJson;
use crate::finding::Finding;
use crate::json::{Json, Object};
use crate::wire;

/// How a record is read, and what is kept of how it was written.
pub(crate) trait Read: DeserializeOwned {
    /// What is kept.
    type Kept;

    /// Itself to be taken apart, and what is kept.
    fn split(self) -> (Json, Self::Kept);

    /// An empty list.
    fn nothing() -> Self;
}

/// Nothing is kept.
impl Read for Json {
    type Kept = ();

    fn split(self) -> (Json, ()) {
        (self, ())
    }

    fn nothing() -> Self {
        Self::List(Vec::new())
    }
}

/// All of it is kept, to the digits of a number.
impl Read for Value {
    type Kept = Self;

    fn split(self) -> (Json, Self) {
        (self.clone().into(), self)
    }

    fn nothing() -> Self {
        Self::Array(Vec::new())
    }
}

/// Who is handed the records, in the file's order.
pub(crate) trait Sink {
    /// How they are read.
    type As: Read;

    /// Before all: the file without events and quotes, as far as it has come. All tables that those refer to are there.
    fn begin(&mut self, shared: &wire::Dataset);

    /// The next event.
    fn event(&mut self, event: wire::Event, kept: <Self::As as Read>::Kept);

    /// The next quote.
    fn quote(&mut self, quote: wire::Quote, kept: <Self::As as Read>::Kept);

    /// Whether it takes records as they lie in the file, too.
    const TAKES_PLAIN: bool = false;

    /// The next event, as it lies in the file; whether it is taken. If not, it comes again as it would else.
    fn plain_event(&mut self, _event: &sidebyline_records::Event<'_>) -> bool {
        false
    }

    /// The next quote, so too.
    fn plain_quote(&mut self, _quote: &sidebyline_records::Quote<'_>) -> bool {
        false
    }
}

/// What a file has besides events and quotes.
pub(crate) struct Shared<R: Read> {
    /// As wire types.
    pub wire: wire::Dataset,
    /// As it was read: keys and values, in the file's order. The lists that were handed over are empty.
    #[cfg_attr(not(feature = "pack"), expect(dead_code, reason = "only what is packed has to come back as it was"))]
    pub kept: Vec<(String, R::Kept)>,
}

/// Hands the records of a file to `sink`. None for a file that has to be read as a whole; what the sink was handed then
/// says nothing.
pub(crate) fn each<'de, D: Deserializer<'de>, S: Sink>(deserializer: D, sink: &mut S) -> Option<Shared<S::As>> {
    deserializer.deserialize_map(Document { sink }).ok()
}

/// The keys that events and quotes refer to.
const TABLES: [&str; 5] = ["outlets", "sources", "actors", "places", "topics"];

/// Reads the whole file.
struct Document<'s, S> {
    sink: &'s mut S,
}

impl<'de, S: Sink> Visitor<'de> for Document<'_, S> {
    type Value = Shared<S::As>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut object, mut kept) = (Object::new(), Vec::new());
        let mut done: Vec<String> = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            let is_list = key == "events" || key == "quotes";
            if is_late(&key, &done) || is_list && done.contains(&key) {
                return Err(A::Error::custom("another order than that of the format"));
            }
            if !is_list {
                let (json, as_read) = map.next_value::<S::As>()?.split();
                object.0.push((key.clone(), json));
                kept.push((key, as_read));
                continue;
            }
            if done.is_empty() {
                self.sink.begin(&so_far(&object));
            }
            if key == "events" {
                let hand = |json, kept, at| event_of(json, at).map(|event| self.sink.event(event, kept));
                map.next_value_seed(List { hand, of: PhantomData::<S::As> })?;
            } else {
                let hand = |json, kept, at| quote_of(json, at).map(|quote| self.sink.quote(quote, kept));
                map.next_value_seed(List { hand, of: PhantomData::<S::As> })?;
            }
            let (json, as_read) = S::As::nothing().split();
            object.0.push((key.clone(), json));
            kept.push((key.clone(), as_read));
            done.push(key);
        }
        if done.is_empty() {
            self.sink.begin(&so_far(&object));
        }
        let wire = from_json(Json::Object(object)).map_err(|finding| A::Error::custom(finding.found))?;
        Ok(Shared { wire, kept })
    }
}

/// Whether what stands at `key` comes after something of what is `done` that refers to it: what was said of records that are
/// gone would be changed by that, as it would by a list that comes twice.
pub(super) fn is_late(key: &str, done: &[String]) -> bool {
    !done.is_empty() && (TABLES.contains(&key) || key == "events")
}

/// The file as far as it has come. What is missing or wrong has a stand-in: if it stays so, the whole is refused.
pub(super) fn so_far(object: &Object) -> wire::Dataset {
    wire::Dataset::from_json(Json::Object(object.clone()), &mut Cursor::root())
}

/// The event that stands at `position`.
///
/// # Errors
/// The first thing that is wrong with its types.
pub(crate) fn event_of(json: Json, position: usize) -> Result<wire::Event, Finding> {
    record("events", json, position)
}

/// The quote that stands at `position`.
///
/// # Errors
/// The first thing that is wrong with its types.
pub(crate) fn quote_of(json: Json, position: usize) -> Result<wire::Quote, Finding> {
    record("quotes", json, position)
}

fn record<T: FromJson>(list: &str, json: Json, position: usize) -> Result<T, Finding> {
    let mut at = Cursor::root();
    let read = at.inside(list, |at| at.element(position, |at| T::from_json(json, at)));
    at.into_error().map_or(Ok(read), Err)
}

/// Reads a list, and hands over each element, what is kept of it, and its position.
struct List<F, R> {
    hand: F,
    of: PhantomData<R>,
}

impl<'de, R: Read, F: FnMut(Json, R::Kept, usize) -> Result<(), Finding>> DeserializeSeed<'de> for List<F, R> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, R: Read, F: FnMut(Json, R::Kept, usize) -> Result<(), Finding>> Visitor<'de> for List<F, R> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        for position in 0.. {
            let Some(read) = list.next_element::<R>()? else { break };
            let (json, kept) = read.split();
            (self.hand)(json, kept, position).map_err(|finding| A::Error::custom(finding.found))?;
        }
        Ok(())
    }
}
