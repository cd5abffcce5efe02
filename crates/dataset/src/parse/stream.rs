//! Reads a file without a tree of the whole of it: events and quotes, of which an archive has a hundred thousand, become
//! wire types one by one as they come, and between two of them a turn can end. All else is a tree, and is read from that.
//!
//! What stands in the file's own object and in its long lists is walked through here; each record in a list, and each other
//! value, is read by `serde_json` where it begins. Nothing is said of what is wrong: whoever calls has the whole file
//! read once more for that.

use sidebyline_turns::{Turns, step};

use super::cursor::Cursor;
use super::records::FromJson;
use crate::finding::Finding;
use crate::json::{Json, Object};
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

/// The file; none if it is no object, or no JSON.
pub(super) async fn document(json: &[u8], turns: &dyn Turns) -> Option<Document> {
    let mut walker = Walker { json, at: 0 };
    let (mut object, mut events, mut quotes) = (Object::new(), Streamed::default(), Streamed::default());
    walker.take(b'{')?;
    while !object.0.is_empty() || walker.take(b'}').is_none() {
        let Json::Text(key) = walker.value()? else { return None };
        walker.take(b':')?;
        // Of a key that comes twice, what comes last counts.
        let value = match key.as_str() {
            "events" if walker.peek() == Some(b'[') => walker.list("events", &mut events, turns).await?,
            "quotes" if walker.peek() == Some(b'[') => walker.list("quotes", &mut quotes, turns).await?,
            _ => walker.value()?,
        };
        object.0.push((key, value));
        if walker.take(b',').is_none() {
            walker.take(b'}')?;
            break;
        }
    }
    walker.peek().is_none().then_some(Document { json: Json::Object(object), events, quotes })
}

/// Where in the file it is.
struct Walker<'a> {
    json: &'a [u8],
    at: usize,
}

impl Walker<'_> {
    /// The byte that comes next after any space.
    fn peek(&mut self) -> Option<u8> {
        let space = |byte: &&u8| matches!(byte, b' ' | b'\n' | b'\t' | b'\r');
        self.at += self.json[self.at..].iter().take_while(space).count();
        self.json.get(self.at).copied()
    }

    /// Goes past this byte, if it is what comes next.
    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek() == Some(byte)).then(|| self.at += 1)
    }

    /// Reads any value.
    fn value(&mut self) -> Option<Json> {
        self.peek()?;
        let mut values = serde_json::Deserializer::from_slice(&self.json[self.at..]).into_iter();
        let value = values.next()?.ok()?;
        self.at += values.byte_offset();
        Some(value)
    }

    /// Reads a list record by record, and leaves an empty one in its place.
    async fn list<T: FromJson>(&mut self, key: &str, into: &mut Streamed<T>, turns: &dyn Turns) -> Option<Json> {
        *into = Streamed::default();
        self.take(b'[')?;
        let mut at = Cursor::in_list(key);
        let mut position = 0;
        while position > 0 || self.take(b']').is_none() {
            step(turns, position, (self.at, self.json.len())).await;
            let value = self.value()?;
            at.element(position, |at| into.read.push(T::from_json(value, at)));
            position += 1;
            if self.take(b',').is_none() {
                self.take(b']')?;
                break;
            }
        }
        into.error = at.into_error();
        Some(Json::List(Vec::new()))
    }
}
