//! Does what [`super::each`] does with a file that is in memory, in turns: between two records a turn can end.
//!
//! What stands in the file's own object and in its long lists is walked through here; each record in a list, and each other
//! value, is read by `serde_json` where it begins; plain records, which most are, by `sidebyline_records`.

use sidebyline_records as records;
use sidebyline_turns::{Turns, step};

use super::each::{Sink, event_of, is_late, quote_of, so_far};
use super::from_json;
use crate::json::{Json, Object};
use crate::wire;

/// Hands the records of a file to `sink`, in turns, and gives what else it has. None for a file that has to be read as a
/// whole; what the sink was handed then says nothing. A sink that refers to tables needs the file to be in `order`.
pub(crate) async fn each_in_turns(
    json: &[u8],
    order: bool,
    sink: &mut impl Sink<As = Json>,
    turns: &dyn Turns,
) -> Option<wire::Dataset> {
    let mut walker = Walker { json, at: 0 };
    let (mut object, mut done) = (Object::new(), Vec::new());
    walker.take(b'{')?;
    while !object.0.is_empty() || walker.take(b'}').is_none() {
        let Json::Text(key) = walker.value()? else { return None };
        walker.take(b':')?;
        let is_list = key == "events" || key == "quotes";
        if order && is_late(&key, &done) || is_list && done.contains(&key) {
            return None;
        }
        let value = if is_list {
            if order && done.is_empty() {
                sink.begin(&so_far(&object));
            }
            walker.list(&key, sink, turns).await?;
            done.push(key.clone());
            Json::List(Vec::new())
        } else {
            walker.value()?
        };
        object.0.push((key, value));
        if walker.take(b',').is_none() {
            walker.take(b'}')?;
            break;
        }
    }
    if walker.peek().is_some() {
        return None;
    }
    if order && done.is_empty() {
        sink.begin(&so_far(&object));
    }
    from_json(Json::Object(object)).ok()
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

    /// Reads a record: most are plain, and many times as quick to read as those that aren't.
    fn record<S: Sink<As = Json>>(&mut self, key: &str, position: usize, sink: &mut S) -> Option<()> {
        let (is_event, rest) = (key == "events", &self.json[self.at..]);
        let taken = match (S::TAKES_PLAIN, is_event) {
            (false, _) => None,
            (true, true) => records::event(rest).filter(|(event, _)| sink.plain_event(event)).map(|(_, length)| length),
            (true, false) => {
                records::quote(rest).filter(|(quote, _)| sink.plain_quote(quote)).map(|(_, length)| length)
            }
        };
        if let Some(length) = taken {
            self.at += length;
            return Some(());
        }
        let value = self.value()?;
        if is_event {
            sink.event(event_of(value, position).ok()?, ());
        } else {
            sink.quote(quote_of(value, position).ok()?, ());
        }
        Some(())
    }

    /// Reads a list record by record.
    async fn list(&mut self, key: &str, sink: &mut impl Sink<As = Json>, turns: &dyn Turns) -> Option<()> {
        self.take(b'[')?;
        let mut position = 0;
        while position > 0 || self.take(b']').is_none() {
            step(turns, position, (self.at, self.json.len())).await;
            self.record(key, position, sink)?;
            position += 1;
            if self.take(b',').is_none() {
                self.take(b']')?;
                break;
            }
        }
        Some(())
    }
}
