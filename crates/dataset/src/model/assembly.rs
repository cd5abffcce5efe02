//! A dataset that is put together record by record, of JSON that is read or of rows that are there.

use std::mem::take;
use std::sync::Arc;

use sidebyline_records as records;
use sidebyline_turns::Turns;

use super::first::{Hear, Telling};
use super::plain;
use super::resolve::{Resolved, actor, discrepancy, each, event, outlet, quote, source, topic, variant};
use super::{
    About, Correction, Dataset, Discrepancy, DiscrepancyIdx, Event, Mention, MentionIdx, Names, Place, Quote, QuoteIdx,
    VariantIdx,
};
use crate::finding::Finding;
use crate::parse::{Bytes, each_in_turns, parse_in_turns};
use crate::path::ROOT;
use crate::store::{Builder, Shared};
use crate::table::{Idx, Table};
use crate::wire;

impl Dataset {
    /// Resolves the references and dates of a file. Gives the dataset and an error for everything that had to be left out
    /// of it.
    pub fn from_wire(mut wire: wire::Dataset) -> (Self, Vec<Finding>) {
        let mut assembly = Assembly::new(Names::of(&wire));
        for event in take(&mut wire.events) {
            assembly.event(&plain::event(&event));
        }
        for quote in take(&mut wire.quotes) {
            assembly.quote(&plain::quote(&quote));
        }
        assembly.finish(wire)
    }

    /// Reads a `sidebyline/1` file as it comes, in turns: [`crate::parse`] and [`Dataset::from_wire`] in one go, which keeps
    /// no record twice, and none of the file but where it is. Meanwhile, `hear` is told of what comes first; less, or
    /// without a title, if the file has another order than `sidebyline build` gives it.
    ///
    /// # Errors
    /// Those of [`crate::parse`].
    pub async fn read_as_it_comes(
        file: &mut dyn Bytes,
        hear: Hear<'_>,
        turns: &dyn Turns,
    ) -> Result<(Self, Vec<Finding>), Finding> {
        let mut telling = Telling::new(Assembly::new(Names::default()), hear);
        // Of a file of loose quotes they are about as much. What is too much is given back.
        telling.assembly.quotes.reserve(file.length().unwrap_or_default() / 4);
        if let Some(wire) = each_in_turns(file, true, &mut telling, turns).await {
            return Ok(telling.assembly.finish(wire));
        }
        drop(telling);
        // Its tables don't come before what refers to them, or something is wrong with it.
        parse_in_turns(&file.whole().await, turns).await.map(Self::from_wire)
    }
}

/// A dataset that is put together one by one: all events, all quotes, and then what else there is.
pub(crate) struct Assembly {
    names: Names,
    events: Vec<Event>,
    mentions: Builder<Mention>,
    quotes: Builder<Quote>,
    shared: Shared,
    /// How many quotes came, those included that had to be left out.
    seen: usize,
    of_events: Vec<Finding>,
    of_quotes: Vec<Finding>,
}

impl Assembly {
    /// Nothing yet. The names of events follow from the events.
    pub fn new(names: Names) -> Self {
        Self {
            names,
            events: Vec::new(),
            mentions: Builder::default(),
            quotes: Builder::default(),
            shared: Shared::default(),
            seen: 0,
            of_events: Vec::new(),
            of_quotes: Vec::new(),
        }
    }

    /// Takes the names that events and quotes go by.
    pub fn name(&mut self, shared: &wire::Dataset) {
        self.names = Names::of(shared);
    }

    /// Takes the next event, and gives its mentions; takes nothing if it has a spelling that isn't the format's.
    pub fn event(&mut self, written: &records::Event<'_>) -> Option<Vec<Mention>> {
        let (position, before) = (self.events.len(), self.mentions.len());
        let (event, mentions) = event(written, position, before, (&self.names, &self.shared), &mut self.of_events)?;
        self.events.push(event);
        for mention in &mentions {
            self.mentions.push(mention, &mut self.shared);
        }
        Some(mentions)
    }

    /// Takes the next quote, and gives it if it isn't left out; takes nothing if it has a spelling that isn't the format's.
    /// No event comes after it.
    pub fn quote(&mut self, written: &records::Quote<'_>) -> Option<Resolved> {
        self.name_events();
        let quote = quote(written, self.seen, (&self.names, &self.shared), &mut self.of_quotes)?;
        self.seen += 1;
        if let Some(row) = &quote {
            if let Some(event) = row.event {
                self.events[event.position()].quotes.push(QuoteIdx::new(self.quotes.len()));
            }
            self.quotes.push(row, &mut self.shared);
        }
        Some(quote)
    }

    /// The event that came last.
    pub fn last_event(&self) -> Option<&Event> {
        self.events.last()
    }

    /// The names that rows go by.
    #[cfg(feature = "pack")]
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// Whether anything had to be left out so far.
    #[cfg(feature = "pack")]
    pub fn is_sound(&self) -> bool {
        self.of_events.is_empty() && self.of_quotes.is_empty()
    }

    fn name_events(&mut self) {
        if self.names.events.len() != self.events.len() {
            self.names.name_events(self.events.iter().map(|event| event.id.as_str()));
        }
    }

    /// The dataset, of what came and of all that `wire` has besides events and quotes.
    pub fn finish(mut self, wire: wire::Dataset) -> (Dataset, Vec<Finding>) {
        self.name_events();
        let Self { names, events, mentions, quotes, mut shared, mut of_events, of_quotes, .. } = self;
        of_events.extend(of_quotes);
        shared.shrink();
        let shared = Arc::new(shared);
        let (mentions, quotes) = (mentions.finish(&shared), quotes.finish(&shared));
        complete(&names, (events, mentions.into(), quotes.into()), of_events, wire)
    }
}

/// Events without what follows from discrepancies, mentions and quotes.
pub(crate) type Rows = (Vec<Event>, Table<MentionIdx, Mention>, Table<QuoteIdx, Quote>);

/// The dataset of these rows, about which this was `found`, and of all that `wire` has besides.
pub(crate) fn complete(
    names: &Names,
    (mut events, mentions, quotes): Rows,
    found: Vec<Finding>,
    wire: wire::Dataset,
) -> (Dataset, Vec<Finding>) {
    let mut findings = Vec::new();
    let out = &mut findings;
    let actors = each(wire.actors, &ROOT.field("actors"), |row, place| Some(actor(row, place, names, out)));
    let topics = each(wire.topics, &ROOT.field("topics"), |row, place| Some(topic(row, place, names, out)));
    let outlets = each(wire.outlets, &ROOT.field("outlets"), |row, place| Some(outlet(row, place, out)));
    let sources = each(wire.sources, &ROOT.field("sources"), |row, place| Some(source(row, place, names, out)));
    let places = each(wire.places, &ROOT.field("places"), |row, _| {
        Some(Place { id: row.id, name: row.name, aliases: row.aliases, country: row.country })
    });
    out.extend(found);
    let variants = each(wire.variants, &ROOT.field("variants"), |row, place| variant(row, place, &quotes, out));
    let discrepancies: Vec<Discrepancy> = each(wire.discrepancies, &ROOT.field("discrepancies"), |row, place| {
        Some(discrepancy(row, place, names, &mentions, &quotes, out))
    });
    for (position, discrepancy) in discrepancies.iter().enumerate() {
        if let Some(event) = discrepancy.event {
            events[event.position()].discrepancies.push(DiscrepancyIdx::new(position));
        }
    }
    let dataset = Dataset {
        about: About {
            id: wire.id,
            version: wire.version,
            title: wire.title,
            description: wire.description,
            language: wire.language,
            updated: wire.updated,
            license: wire.license,
            creators: wire.creators,
            publisher: wire.publisher,
            contact: wire.contact,
            method: wire.method,
            corrections: each(wire.corrections, &ROOT.field("corrections"), |row, _| {
                Some(Correction { date: row.date, note: row.note, version: row.version })
            }),
        },
        outlets: Table::new(outlets),
        sources: Table::new(sources),
        actors: Table::new(actors),
        places: Table::new(places),
        topics: Table::new(topics),
        events: Table::new(events),
        mentions,
        quotes,
        variants: Table::<VariantIdx, _>::new(variants),
        discrepancies: Table::new(discrepancies),
        renamed: wire.renamed.into(),
    };
    (dataset, findings)
}
