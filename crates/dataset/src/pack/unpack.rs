//! A pack to the JSON that it was made of.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::mem::take;

use serde::Serialize;
use serde_json::{Value, json};

use super::values::Values;
use super::{Fault, Kind, Opened, inflated, rest, wired};
use crate::Dataset;
use crate::finding::Finding;
use crate::json::Json;
use crate::model::{Event, EventIdx, Mention, Names, QuoteIdx, complete, event, plain_event, plain_quote, quote};
use crate::parse::{event_of, from_json, quote_of, syntax_tree};
use crate::store::Shared;
use crate::table::{Idx, Table};
use crate::text::digest;
use crate::wire;

/// What a pack comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpacked {
    /// The dataset's JSON.
    pub json: String,
    /// Whether it is, to the byte, the file that was packed. Else it says the same in other spaces or another order.
    pub is_exact: bool,
}

/// Takes a pack apart, to its whole JSON.
///
/// # Errors
/// Those of [`Unpacking::of`].
pub fn unpack(pack: &[u8]) -> Result<Unpacked, Finding> {
    let unpacking = Unpacking::of(pack)?;
    let written = |is_pretty: bool| {
        let write = if is_pretty { serde_json::to_string_pretty } else { serde_json::to_string };
        // Nothing in it can't be written.
        write(&unpacking).unwrap_or_default()
    };
    let is_it = |json: &str| json.len() as u64 == unpacking.length && digest(json.as_bytes()) == unpacking.digest;
    for is_pretty in [true, false] {
        let mut json = written(is_pretty);
        for end in ["\n", ""] {
            json.truncate(json.trim_end_matches('\n').len());
            json.push_str(end);
            if is_it(&json) {
                return Ok(Unpacked { json, is_exact: true });
            }
        }
    }
    Ok(Unpacked { json: [&written(true), "\n"].concat(), is_exact: false })
}

/// A pack that has been taken apart and agrees with itself. What is serialized of it is the JSON that it was made of; each
/// record of that is made when it is its turn.
pub struct Unpacking {
    /// Of the file that was packed: `sha256:` and 64 hexadecimal digits.
    pub digest: String,
    /// How many bytes that file has.
    pub length: u64,
    pub(super) dataset: Dataset,
    pub(super) names: Names,
    /// What the file has besides events and quotes, as values and as wire types.
    pub(super) shared: Value,
    pub(super) wire: wire::Dataset,
    events: Patches,
    quotes: Patches,
    /// Whether the file has keys in the format's order: it says nothing that the wire types don't.
    pub(super) is_as_built: bool,
}

impl Unpacking {
    /// Takes a pack apart.
    ///
    /// # Errors
    /// The pack isn't whole, is damaged, or of a newer version; or it doesn't agree with itself.
    pub fn of(pack: &[u8]) -> Result<Self, Finding> {
        Self::held(pack, None)
    }

    /// The same, and what it says goes to `values`.
    pub(super) fn held(pack: &[u8], values: Option<&mut Values>) -> Result<Self, Finding> {
        let Opened { dataset, digest, length } = super::opened(pack).map_err(Fault::finding)?;
        let names = Names::of_rows(&dataset);
        let mut shared = wired::json(&wired::shared(&dataset, &names));
        let (mut events, mut quotes) = (Patches::default(), Patches::default());
        for patch in inflated(pack, Kind::Rest).map_err(Fault::finding)? {
            let patch = serde_json::from_slice(&patch).map_err(|_| Fault::Damaged.finding())?;
            let applied = parted(patch, &mut events, &mut quotes).and_then(|patch| rest::apply(&mut shared, &patch));
            applied.ok_or_else(|| Fault::Damaged.finding())?;
        }
        let wire = from_json(shared.clone().into())?;
        let is_as_built = wired::json(&wire) == shared;
        let unpacking = Self { digest, length, dataset, names, shared, wire, events, quotes, is_as_built };
        unpacking.agreeing(values)
    }

    /// Itself, if what its dataset gives is read as that dataset again: both forms of a pack say the same, or one of them
    /// was tampered with.
    fn agreeing(mut self, mut values: Option<&mut Values>) -> Result<Self, Finding> {
        let damaged = || Fault::Damaged.finding();
        let no_lists = ["events", "quotes"].iter().all(|key| self.shared[key] == json!([]));
        if !no_lists || !self.events.fit(self.dataset.events.len()) || !self.quotes.fit(self.dataset.quotes.len()) {
            return Err(damaged());
        }
        let (mut out, mut is_as_built) = (Vec::new(), self.is_as_built);
        let known = (&self.names, &Shared::default());
        for (index, row) in self.dataset.events.iter() {
            let Record { wire, other } = self.event(index)?;
            is_as_built &= other.is_none();
            if let Some(values) = &mut values {
                values.event(&other.unwrap_or_else(|| wired::json(&wire)));
            }
            let before = row.mentions.first().map_or(0, |mention| mention.position());
            let read = event(&plain_event(&wire), index.position(), before, known, &mut out);
            let (mut again, mentions) = read.ok_or_else(damaged)?;
            // What follows from quotes and discrepancies.
            again.quotes.clone_from(&row.quotes);
            again.discrepancies.clone_from(&row.discrepancies);
            if again != *row || !mentions.iter().map(Cow::Borrowed).eq(self.mentions_of(row)) {
                return Err(damaged());
            }
        }
        for (index, row) in self.dataset.quotes.scan() {
            let Record { wire, other } = self.quote(index)?;
            is_as_built &= other.is_none();
            if let Some(values) = &mut values {
                values.quote(&other.unwrap_or_else(|| wired::json(&wire)));
            }
            let again = quote(&plain_quote(&wire), index.position(), known, &mut out).flatten();
            if again.as_ref() != Some(&*row) {
                return Err(damaged());
            }
        }
        self.is_as_built = is_as_built;
        if let Some(values) = values {
            values.rest(&self.shared);
        }
        // A reader of JSON may be narrower than what wrote this.
        syntax_tree(self.shared.to_string().as_bytes())?;
        if out.is_empty() && self.shared_agrees() { Ok(self) } else { Err(damaged()) }
    }

    /// Whether all but events and quotes is read as what is there.
    fn shared_agrees(&mut self) -> bool {
        let dataset = &mut self.dataset;
        let (mut events, mentions, quotes) =
            (dataset.events.take_rows(), take(&mut dataset.mentions), take(&mut dataset.quotes));
        let known: Vec<_> = events.iter_mut().map(|event| take(&mut event.discrepancies)).collect();
        let (mut again, findings) = complete(&self.names, (events, mentions, quotes), Vec::new(), self.wire.clone());
        let events = again.events.take_rows();
        let (mentions, quotes) = (take(&mut again.mentions), take(&mut again.quotes));
        let agrees = findings.is_empty()
            && again == *dataset
            && events.iter().map(|event| &event.discrepancies).eq(known.iter());
        (dataset.events, dataset.mentions, dataset.quotes) = (Table::new(events), mentions, quotes);
        agrees
    }

    /// The event at `index` as the file has it.
    pub(super) fn event(&self, index: EventIdx) -> Result<Record<wire::Event>, Finding> {
        let row = &self.dataset.events[index];
        let mentions: Vec<_> = self.mentions_of(row).collect();
        let wire = wired::event(&self.names, row, mentions.iter().map(|mention| &**mention));
        self.events.applied(index.position(), wire, event_of)
    }

    /// The quote at `index` as the file has it.
    pub(super) fn quote(&self, index: QuoteIdx) -> Result<Record<wire::Quote>, Finding> {
        self.quotes.applied(index.position(), wired::quote(&self.names, &self.dataset.quotes.seen(index)), quote_of)
    }

    fn mentions_of(&self, event: &Event) -> impl Iterator<Item = Cow<'_, Mention>> {
        event.mentions.iter().map(|&mention| self.dataset.mentions.seen(mention))
    }
}

/// A record of the file.
pub(super) struct Record<W> {
    pub wire: W,
    /// As the file has it, where that isn't how `wire` is written.
    pub other: Option<Value>,
}

/// What has to be changed in the records of a list, by their positions.
#[derive(Default)]
struct Patches(BTreeMap<usize, Vec<Value>>);

impl Patches {
    /// Takes over the patches of a list's elements; none if `patch` is none of a list.
    fn take(&mut self, patch: &Value) -> Option<()> {
        for entry in patch.get("l")?.as_array()? {
            let position = usize::try_from(entry.get(0)?.as_u64()?).ok()?;
            self.0.entry(position).or_default().push(entry.get(1)?.clone());
        }
        Some(())
    }

    /// Whether they are of a list of `length` elements.
    fn fit(&self, length: usize) -> bool {
        self.0.last_key_value().is_none_or(|(&last, _)| last < length)
    }

    /// The record at `position`, of which the model gives `wire`.
    fn applied<W: Serialize>(
        &self,
        position: usize,
        wire: W,
        read: fn(Json, usize) -> Result<W, Finding>,
    ) -> Result<Record<W>, Finding> {
        let Some(patches) = self.0.get(&position) else { return Ok(Record { wire, other: None }) };
        let mut value = wired::json(&wire);
        for patch in patches {
            rest::apply(&mut value, patch).ok_or_else(|| Fault::Damaged.finding())?;
        }
        // A reader of JSON may be narrower than what wrote this; a record stands in a list in an object.
        syntax_tree(["[[", &value.to_string(), "]]"].concat().as_bytes())?;
        let wire = read(value.clone().into(), position)?;
        let is_as_built = wired::json(&wire) == value;
        Ok(Record { wire, other: (!is_as_built).then_some(value) })
    }
}

/// Takes what is to be changed in events and quotes out of the patch of a file, and gives the rest of it.
fn parted(mut patch: Value, events: &mut Patches, quotes: &mut Patches) -> Option<Value> {
    if let Some(object) = patch.get_mut("o").and_then(Value::as_object_mut) {
        for (key, patches) in [("events", events), ("quotes", quotes)] {
            // Anything but changes within the list is left to whoever applies the rest.
            if object.get(key).is_some_and(|patch| patch.get("l").is_some()) {
                patches.take(&object.remove(key)?)?;
            }
        }
    }
    Some(patch)
}
