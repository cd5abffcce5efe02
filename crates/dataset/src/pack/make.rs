//! JSON to a pack.
//!
//! The JSON is read record by record: of each, the row of the dataset is kept, and what the file has besides. Then comes
//! one section after the other, and at last the proof, for which the dataset isn't needed any more.

use serde::de::value::MapDeserializer;
use serde_json::{Map, Value, json};

use super::container::{Kind, as_it_is, join};
use super::deflate::deflated;
use super::sections::sections;
use super::unpack::Unpacking;
use super::values::Values;
use super::{Fault, rest, wired};
use crate::Dataset;
use crate::finding::Finding;
use crate::model::{Assembly, Names, plain_event, plain_quote};
use crate::parse::{Sink, each, parse, syntax_tree, without_mark};
use crate::store::to_bytes;
use crate::text::digest;
use crate::wire;

/// From so many mentions and quotes on, they are packed as [`Kind::Runs`]. Columns take less room, as like stands beside like
/// in them, but all of them have to be inflated and read before any row can be shown.
const LARGE: usize = 10_000;

/// What gives the index of a dataset.
pub type Indexing<'a> = &'a dyn Fn(&Dataset) -> Vec<u8>;

/// The pack of a dataset's JSON. The same bytes give the same pack.
///
/// # Errors
/// Whatever [`crate::parse`] or [`Dataset::from_wire`] finds: a pack holds the whole of a dataset, or isn't made.
pub fn pack(json: &[u8]) -> Result<Vec<u8>, Vec<Finding>> {
    Packing::of(json)?.finish(json.len() as u64, &digest(json), None)
}

/// The same with what is looked up in the dataset, which `index` gives as bytes.
///
/// # Errors
/// The same.
pub fn pack_with(json: &[u8], index: Indexing<'_>) -> Result<Vec<u8>, Vec<Finding>> {
    Packing::of(json)?.finish(json.len() as u64, &digest(json), Some(index))
}

/// All that a pack holds of a file which has been read.
pub struct Packing {
    dataset: Dataset,
    rest: Option<Value>,
    values: Values,
    /// As many mentions and quotes make it large.
    pub(super) large: usize,
}

impl Packing {
    /// Reads JSON to its end, record by record: nothing of it is kept twice. None if it has another order than the format
    /// (shared tables, events, quotes), or is no dataset: then it has to be read as a whole ([`pack`]).
    ///
    /// # Errors
    /// Whatever has to be left out of the dataset.
    pub fn read<'de, R: serde_json::de::Read<'de>>(
        deserializer: &mut serde_json::Deserializer<R>,
    ) -> Option<Result<Self, Vec<Finding>>> {
        let mut rows = Rows::new();
        let shared = each(&mut *deserializer, &mut rows)?;
        deserializer.end().ok()?;
        Some(rows.finish(shared.wire, shared.kept.into_iter().collect()))
    }

    /// Reads JSON in whatever order.
    pub(super) fn of(json: &[u8]) -> Result<Self, Vec<Finding>> {
        let in_order = Self::read(&mut serde_json::Deserializer::from_slice(without_mark(json)));
        let read = in_order.or_else(|| {
            let Ok(Value::Object(mut object)) = syntax_tree(json) else { return None };
            let lists = ["events", "quotes"].map(|key| object.remove_entry(key));
            let entries = object.into_iter().chain(lists.into_iter().flatten());
            let mut rows = Rows::new();
            let shared = each(MapDeserializer::<_, serde_json::Error>::new(entries), &mut rows)?;
            Some(rows.finish(shared.wire, shared.kept.into_iter().collect()))
        });
        read.unwrap_or_else(|| {
            let unreadable = || Finding::error("$", "this can't be packed", "");
            Err(vec![parse(json).err().unwrap_or_else(unreadable)])
        })
    }

    /// The pack, with an index where `index` gives one. `length` and `digest` are those of the JSON.
    ///
    /// # Errors
    /// The dataset is larger than a pack can be, or can't be had back as it was.
    pub fn finish(self, length: u64, digest: &str, index: Option<Indexing<'_>>) -> Result<Vec<u8>, Vec<Finding>> {
        let Self { dataset, rest, values, large } = self;
        let is_large = dataset.mentions.len() + dataset.quotes.len() >= large;
        // What is large has to be there at once more than it has to be small.
        let form = |bytes: Vec<u8>| if is_large { as_it_is(bytes) } else { deflated(&[&bytes]) };
        let index = index.map(|index| form(index(&dataset)));
        let runs = is_large.then(|| as_it_is(to_bytes(&dataset)));
        let mut sections = sections(dataset, is_large, length, digest, &deflated);
        sections.extend(runs.map(|runs| (Kind::Runs, runs)));
        sections.extend(rest.map(|rest| (Kind::Rest, deflated(&[rest.to_string().as_bytes()]))));
        sections.extend(index.map(|index| (Kind::Index, index)));
        let too_large = || {
            let mend = "Publish it in several datasets.";
            Finding::error("$", "the dataset is larger than a pack can be", mend)
        };
        let pack = join(&sections).ok_or_else(|| vec![too_large()])?;
        drop(sections);
        // What can't be had back isn't given away.
        let mut back = Values::default();
        Unpacking::held(&pack, Some(&mut back)).map_err(|finding| vec![finding])?;
        if back == values { Ok(pack) } else { Err(vec![Fault::Damaged.finding()]) }
    }
}

/// Rows of a dataset, and what has to be changed in what they give to get the file.
struct Rows {
    assembly: Assembly,
    events: Patches,
    quotes: Patches,
    values: Values,
}

/// Of a list: how many records came, and what has to be changed in which of them.
#[derive(Default)]
struct Patches {
    seen: usize,
    patches: Vec<Value>,
}

impl Patches {
    fn put(&mut self, back: Option<Value>, read: &Value) {
        let patch = back.and_then(|back| rest::difference(&back, read));
        self.patches.extend(patch.map(|patch| json!([self.seen, patch])));
        self.seen += 1;
    }
}

impl Sink for Rows {
    type As = Value;

    fn begin(&mut self, shared: &wire::Dataset) {
        self.assembly = Assembly::new(Names::of(shared));
    }

    fn event(&mut self, event: wire::Event, kept: Value) {
        let mentions = self.assembly.event(&plain_event(&event)).unwrap_or_default();
        self.values.event(&kept);
        let event = self.assembly.last_event().filter(|_| self.assembly.is_sound());
        let back = event.map(|event| wired::json(&wired::event(self.assembly.names(), event, mentions.iter())));
        self.events.put(back, &kept);
    }

    fn quote(&mut self, quote: wire::Quote, kept: Value) {
        let quote = self.assembly.quote(&plain_quote(&quote)).flatten().filter(|_| self.assembly.is_sound());
        self.values.quote(&kept);
        let back = quote.map(|quote| wired::json(&wired::quote(self.assembly.names(), &quote)));
        self.quotes.put(back, &kept);
    }
}

impl Rows {
    fn new() -> Self {
        let assembly = Assembly::new(Names::default());
        Self { assembly, events: Patches::default(), quotes: Patches::default(), values: Values::default() }
    }

    /// What came, with what else the file has: `wire`, which was read as `kept`.
    fn finish(self, wire: wire::Dataset, kept: Map<String, Value>) -> Result<Packing, Vec<Finding>> {
        let Self { assembly, events, quotes, mut values } = self;
        let (dataset, findings) = assembly.finish(wire);
        if !findings.is_empty() {
            return Err(findings);
        }
        let kept = Value::Object(kept);
        values.rest(&kept);
        let shared = rest::difference(&wired::json(&wired::shared(&dataset, &Names::of_rows(&dataset))), &kept);
        let lists = [("events", events.patches), ("quotes", quotes.patches)];
        let rest = lists.into_iter().filter(|(_, patches)| !patches.is_empty()).fold(shared, |rest, (key, patches)| {
            let mut rest = rest.unwrap_or_else(|| json!({"o": {}, "-": []}));
            rest["o"][key] = json!({"l": patches});
            Some(rest)
        });
        Ok(Packing { dataset, rest, values, large: LARGE })
    }
}
