//! Does what [`super::each`] does with a file that may still be on its way, in turns: between two records a turn can end,
//! and more of the file can be waited for.
//!
//! What stands in the file's own object and in its long lists is walked through here; each record in a list, and each other
//! value, is read by `serde_json` where it begins; plain records, which most are, by `sidebyline_records`.

use std::borrow::Cow;
use std::future::{Future, ready};
use std::pin::Pin;

use serde_json::Deserializer;
use sidebyline_records as records;
use sidebyline_turns::{Turns, pause, step};

use super::each::{Sink, event_of, is_late, quote_of, so_far};
use super::from_json;
use crate::json::{Json, Object};
use crate::wire;

/// What is waited for before a record is read, in bytes: few records are longer. Those are read as trees, which can be
/// begun again; tests have many of them.
const AHEAD: usize = if cfg!(test) { 100 } else { 1 << 15 };

/// A file that is read from its beginning to its end, and may still be on its way.
pub trait Bytes {
    /// What has come of it and isn't done with.
    fn here(&self) -> &[u8];

    /// Is done with the first `done` bytes of what is here, and waits for more to come. Whether any came; if not, that was
    /// all.
    fn more(&mut self, done: usize) -> Soon<'_, bool>;

    /// How many bytes it has, if that is known.
    fn length(&self) -> Option<usize>;

    /// All of it once more, from its beginning; what hasn't come yet is waited for.
    fn whole(&mut self) -> Soon<'_, Cow<'_, [u8]>>;
}

/// What comes of work that may have to wait.
pub type Soon<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// A file that is here.
#[derive(Clone, Copy, Debug)]
pub struct Here<'a> {
    file: &'a [u8],
    done: usize,
}

impl<'a> Here<'a> {
    /// All of `file`.
    pub fn new(file: &'a [u8]) -> Self {
        Self { file, done: 0 }
    }
}

impl Bytes for Here<'_> {
    fn here(&self) -> &[u8] {
        &self.file[self.done..]
    }

    fn more(&mut self, done: usize) -> Soon<'_, bool> {
        self.done += done;
        Box::pin(ready(false))
    }

    fn length(&self) -> Option<usize> {
        Some(self.file.len())
    }

    fn whole(&mut self) -> Soon<'_, Cow<'_, [u8]>> {
        Box::pin(ready(self.file.into()))
    }
}

/// Hands the records of a file to `sink`, in turns, and gives what else it has. None for a file that has to be read as a
/// whole; what the sink was handed then says nothing. A sink that refers to tables needs the file to be in `order`.
pub(crate) async fn each_in_turns(
    file: &mut dyn Bytes,
    order: bool,
    sink: &mut impl Sink<As = Json>,
    turns: &dyn Turns,
) -> Option<wire::Dataset> {
    let mut walker = Walker { file, at: 0, before: 0, is_whole: false, turns };
    let (mut object, mut done) = (Object::new(), Vec::new());
    walker.need(MARK.len()).await;
    walker.at = walker.rest().len() - without_mark(walker.rest()).len();
    walker.take(b'{').await?;
    while !object.0.is_empty() || walker.take(b'}').await.is_none() {
        let Json::Text(key) = walker.value().await? else { return None };
        walker.take(b':').await?;
        let is_list = key == "events" || key == "quotes";
        if order && is_late(&key, &done) || is_list && done.contains(&key) {
            return None;
        }
        let value = if is_list {
            if order && done.is_empty() {
                sink.begin(&so_far(&object));
            }
            walker.list(&key, sink).await?;
            done.push(key.clone());
            Json::List(Vec::new())
        } else {
            walker.value().await?
        };
        object.0.push((key, value));
        if walker.take(b',').await.is_none() {
            walker.take(b'}').await?;
            break;
        }
    }
    if walker.peek().await.is_some() {
        return None;
    }
    if order && done.is_empty() {
        sink.begin(&so_far(&object));
    }
    from_json(Json::Object(object)).ok()
}

/// What may stand before the text of a file, and says nothing.
const MARK: &[u8] = "\u{feff}".as_bytes();

pub(crate) fn without_mark(json: &[u8]) -> &[u8] {
    json.strip_prefix(MARK).unwrap_or(json)
}

/// Where in the file it is.
struct Walker<'a> {
    file: &'a mut dyn Bytes,
    /// So far in what is here.
    at: usize,
    /// So many bytes came before that.
    before: usize,
    /// Whether no more comes.
    is_whole: bool,
    turns: &'a dyn Turns,
}

impl Walker<'_> {
    /// What is here and hasn't been read.
    fn rest(&self) -> &[u8] {
        &self.file.here()[self.at..]
    }

    /// Waits until there are so many bytes that haven't been read, or no more comes.
    async fn need(&mut self, bytes: usize) {
        while self.rest().len() < bytes && !self.is_whole {
            self.is_whole = !self.file.more(self.at).await;
            self.before += self.at;
            self.at = 0;
        }
    }

    /// The byte that comes next after any space.
    async fn peek(&mut self) -> Option<u8> {
        loop {
            let space = |byte: &&u8| matches!(byte, b' ' | b'\n' | b'\t' | b'\r');
            self.at += self.rest().iter().take_while(space).count();
            let next = self.rest().first().copied();
            if next.is_some() || self.is_whole {
                return next;
            }
            self.need(1).await;
        }
    }

    /// Goes past this byte, if it is what comes next.
    async fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek().await == Some(byte)).then(|| self.at += 1)
    }

    /// Reads any value.
    async fn value(&mut self) -> Option<Json> {
        self.peek().await?;
        loop {
            let length = self.rest().len();
            let mut values = Deserializer::from_slice(self.rest()).into_iter();
            let (value, read) = (values.next()?, values.byte_offset());
            match value {
                // What ends where the file does for now, such as a number, may go on.
                Ok(value) if self.is_whole || read < length => {
                    self.at += read;
                    return Some(value);
                }
                Err(error) if self.is_whole || !error.is_eof() => return None,
                // It is begun again with twice as much, so that all beginnings together take no longer than the last.
                _ => self.need(2 * length).await,
            }
            pause(self.turns).await;
        }
    }

    /// Reads a record: most are plain, and many times as quick to read as those that aren't.
    async fn record<S: Sink<As = Json>>(&mut self, key: &str, position: usize, sink: &mut S) -> Option<()> {
        self.need(AHEAD).await;
        let (is_event, rest) = (key == "events", self.rest());
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
        let value = self.value().await?;
        if is_event {
            sink.event(event_of(value, position).ok()?, ());
        } else {
            sink.quote(quote_of(value, position).ok()?, ());
        }
        Some(())
    }

    /// Reads a list record by record.
    async fn list(&mut self, key: &str, sink: &mut impl Sink<As = Json>) -> Option<()> {
        self.take(b'[').await?;
        let mut position = 0;
        while position > 0 || self.take(b']').await.is_none() {
            step(self.turns, position, (self.before + self.at, self.file.length().unwrap_or_default())).await;
            self.record(key, position, sink).await?;
            position += 1;
            if self.take(b',').await.is_none() {
                self.take(b']').await?;
                break;
            }
        }
        Some(())
    }
}
