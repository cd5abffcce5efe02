//! Wire types as plain records, whose texts they lend: so that there is one way from a record to a row.

use std::borrow::Cow;

use sidebyline_records::{Event, Mention, Passage, Quote, Text};

use crate::wire;

fn text(text: &str) -> Text<'_> {
    Cow::Borrowed(text)
}

fn optional(text: Option<&String>) -> Option<Text<'_>> {
    text.map(|text| Cow::Borrowed(text.as_str()))
}

fn texts(texts: &[String]) -> Vec<Text<'_>> {
    texts.iter().map(|one| text(one)).collect()
}

pub fn passages(rows: &[wire::Passage]) -> Vec<Passage<'_>> {
    rows.iter().map(passage).collect()
}

pub fn passage(row: &wire::Passage) -> Passage<'_> {
    Passage {
        start: row.start,
        end: row.end,
        exact: optional(row.exact.as_ref()),
        prefix: optional(row.prefix.as_ref()),
        suffix: optional(row.suffix.as_ref()),
        head: optional(row.head.as_ref()),
        tail: optional(row.tail.as_ref()),
        digest: optional(row.digest.as_ref()),
    }
}

pub fn event(row: &wire::Event) -> Event<'_> {
    Event {
        id: text(&row.id),
        title: text(&row.title),
        when: text(&row.when),
        known_from: optional(row.known_from.as_ref()),
        background: row.background,
        topics: texts(&row.topics),
        mentions: row.mentions.iter().map(mention).collect(),
    }
}

fn mention(row: &wire::Mention) -> Mention<'_> {
    Mention {
        id: text(&row.id),
        source: text(&row.source),
        paraphrase: text(&row.paraphrase),
        passages: passages(&row.passages),
        status: text(row.status.as_str()),
        when: optional(row.when.as_ref()),
        actors: texts(&row.actors),
        places: texts(&row.places),
        basis: text(row.basis.as_str()),
        via: texts(&row.via),
    }
}

pub fn quote(row: &wire::Quote) -> Quote<'_> {
    Quote {
        id: text(&row.id),
        source: text(&row.source),
        kind: text(row.kind.as_str()),
        speakers: texts(&row.speakers),
        via: texts(&row.via),
        cue: text(&row.cue),
        content: text(&row.content),
        passages: passages(&row.passages),
        when: optional(row.when.as_ref()),
        event: optional(row.event.as_ref()),
        topics: texts(&row.topics),
        addressee: optional(row.addressee.as_ref()),
    }
}
