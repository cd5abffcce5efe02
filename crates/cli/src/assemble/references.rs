//! Whether what a cell refers to is there.

use std::collections::BTreeMap;

use sidebyline_dataset::model::Link;
use sidebyline_dataset::nearest::advice;
use sidebyline_dataset::{Finding, wire};

use crate::sheets::{At, Sheets};

/// The rows of one sheet that cells may refer to.
struct Known<'a> {
    noun: &'static str,
    ids: Vec<&'a str>,
}

impl<'a> Known<'a> {
    fn new(noun: &'static str, ids: impl Iterator<Item = &'a str>) -> Self {
        Self { noun, ids: ids.filter(|id| !id.is_empty()).collect() }
    }

    /// Reports each of the cell's `ids` that isn't there.
    fn check<'b>(&self, at: At, column: &str, ids: impl IntoIterator<Item = &'b String>, findings: &mut Vec<Finding>) {
        for id in ids.into_iter().filter(|id| !id.is_empty() && !self.ids.contains(&id.as_str())) {
            let mend = advice(id, self.ids.iter().copied());
            findings.push(Finding::error(at.column(column), format!("there is no {} `{id}`", self.noun), mend));
        }
    }
}

/// Reports references to what isn't there. Gives the evidence of each row of `answers.csv`.
pub fn resolve(sheets: &Sheets, findings: &mut Vec<Finding>) -> Vec<Vec<wire::Evidence>> {
    let outlets = Known::new("outlet", sheets.outlets.iter().map(|row| row.value.id.as_str()));
    let sources = Known::new("source", sheets.sources.iter().map(|row| row.value.source.id.as_str()));
    let actors = Known::new("actor", sheets.actors.iter().map(|row| row.value.id.as_str()));
    let places = Known::new("place", sheets.places.iter().map(|row| row.value.id.as_str()));
    let topics = Known::new("topic", sheets.topics.iter().map(|row| row.value.id.as_str()));
    let events = Known::new("event", sheets.events.iter().map(|row| row.value.id.as_str()));
    let quotes = Known::new("quote", sheets.quotes.iter().map(|row| row.value.quote.id.as_str()));
    let discrepancies = Known::new("discrepancy", sheets.discrepancies.iter().map(|row| row.value.id.as_str()));

    for row in &sheets.sources {
        let source = &row.value.source;
        outlets.check(row.at, "outlet", &source.outlet, findings);
        let ids = source.derived_from.iter().filter(|origin| Link::new(origin).is_none());
        sources.check(row.at, "derived_from", ids, findings);
    }
    for row in &sheets.actors {
        actors.check(row.at, "affiliation", &row.value.affiliation, findings);
    }
    for row in &sheets.topics {
        topics.check(row.at, "parent", &row.value.parent, findings);
    }
    for row in &sheets.events {
        topics.check(row.at, "topics", &row.value.topics, findings);
    }
    for row in &sheets.mentions {
        let mention = &row.value.mention;
        events.check(row.at, "event", [&row.value.event], findings);
        sources.check(row.at, "source", [&mention.source], findings);
        actors.check(row.at, "actors", &mention.actors, findings);
        places.check(row.at, "places", &mention.places, findings);
        actors.check(row.at, "via", &mention.via, findings);
    }
    for row in &sheets.quotes {
        let quote = &row.value.quote;
        sources.check(row.at, "source", [&quote.source], findings);
        actors.check(row.at, "speakers", &quote.speakers, findings);
        actors.check(row.at, "via", &quote.via, findings);
        events.check(row.at, "event", &quote.event, findings);
        topics.check(row.at, "topics", &quote.topics, findings);
        actors.check(row.at, "addressee", &quote.addressee, findings);
    }
    for row in &sheets.variants {
        quotes.check(row.at, "quotes", &row.value.quotes, findings);
    }
    for row in &sheets.discrepancies {
        events.check(row.at, "event", &row.value.event, findings);
    }
    for row in &sheets.answers {
        discrepancies.check(row.at, "discrepancy", [&row.value.discrepancy], findings);
    }
    for row in &sheets.notes {
        sources.check(row.at, "source", [&row.value.source], findings);
    }
    for row in &sheets.skipped {
        sources.check(row.at, "source", [&row.value.source], findings);
    }
    evidence(sheets, findings)
}

/// The evidence of each answer: a mention or a quote, and the source that it stands in.
fn evidence(sheets: &Sheets, findings: &mut Vec<Finding>) -> Vec<Vec<wire::Evidence>> {
    let mut known: BTreeMap<&str, wire::Evidence> = BTreeMap::new();
    for mention in sheets.mentions.iter().map(|row| &row.value.mention) {
        let mention_id = Some(mention.id.clone());
        known.entry(&mention.id).or_insert_with(|| stands_in(&mention.source, mention_id, None));
    }
    for quote in sheets.quotes.iter().map(|row| &row.value.quote) {
        let quote_id = Some(quote.id.clone());
        known.entry(&quote.id).or_insert_with(|| stands_in(&quote.source, None, quote_id));
    }
    let ids = Known::new("mention or quote", known.keys().copied());
    let rows = sheets.answers.iter().map(|row| {
        ids.check(row.at, "evidence", &row.value.evidence, findings);
        row.value.evidence.iter().filter_map(|id| known.get(id.as_str()).cloned()).collect()
    });
    rows.collect()
}

fn stands_in(source: &str, mention: Option<String>, quote: Option<String>) -> wire::Evidence {
    wire::Evidence { source: source.to_owned(), mention, quote, extra: wire::Extra::new() }
}
