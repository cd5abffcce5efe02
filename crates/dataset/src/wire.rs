//! The wire types of `sidebyline/1`: what stands in the JSON, and nothing else.
//!
//! They hold dates and references as written. [`crate::Dataset`] is what programs work with: it has the references
//! resolved and the dates parsed. Keys that this version doesn't know are kept in `extra` and warned about, so that a
//! file of a later minor version survives being read and written.

mod spelled;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::json::Object;
pub use spelled::{ActorKind, Basis, Coded, Dimension, Nature, NoteKind, QuoteKind, SkipReason, Status};

/// Keys that this version doesn't know, kept as they are.
pub type Extra = Object;

// Reading is written by hand in `crate::parse`: serde's derived code made the page's program nearly a fifth larger.
// The `serde(default)` attributes say for the JSON Schema what the reader does.

/// A whole file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dataset {
    /// `sidebyline/1`.
    pub format: String,
    /// The dataset's own id.
    pub id: String,
    /// The version of the data, not of the format.
    pub version: String,
    /// What it is about.
    pub title: String,
    /// A sentence or two for somebody who has just arrived.
    pub description: String,
    /// The language of our own words, as a BCP 47 tag.
    pub language: String,
    /// When the data last changed: a calendar date.
    pub updated: String,
    /// The licence of the coding, as an SPDX expression. Quoted words belong to their sources.
    pub license: String,
    /// Who made it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub creators: Vec<String>,
    /// Who publishes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Where to write about it: a mail address or an http(s) link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// How it was made.
    pub method: String,
    /// What was changed after publication, newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// Old ids and what they are called now, so that old links keep working.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub renamed: BTreeMap<String, String>,
    /// The publishers of the sources, where they are known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outlets: Vec<Outlet>,
    /// The articles.
    pub sources: Vec<Source>,
    /// Who speaks and acts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<Actor>,
    /// Places that mentions name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
    /// Subject headings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
    /// The events, in the order in which they are to be read.
    pub events: Vec<Event>,
    /// The quotes, in the order of their sources and places in them.
    pub quotes: Vec<Quote>,
    /// Quotes that carry the same statement.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<Variant>,
    /// Questions that the sources answer differently.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub discrepancies: Vec<Discrepancy>,
    /// Where it was taken from, if it is a part of another dataset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excerpt: Option<Excerpt>,
    /// Keys that this version doesn't know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Where a part of a dataset was taken from. Of what it says of the dataset, the rest of the file stays true of the whole.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Excerpt {
    /// What it is limited to, in words; empty if it isn't.
    pub filter: String,
    /// The address of the view that shows it, or only what stands in that behind the site's own address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<String>,
    /// Of the whole dataset's file: `sha256:` and 64 hexadecimal digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// When it was taken: a calendar date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<String>,
    /// Keys that this version doesn't know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A change after publication.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Correction {
    /// When: a calendar date.
    pub date: String,
    /// What was wrong, and what is right.
    pub note: String,
    /// The first version of the data that has it right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Keys that this version doesn't know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A publisher of sources.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Outlet {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its address; http or https.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its country, as an ISO 3166-1 alpha-2 code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Keys that this version doesn't know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One article.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// Its id.
    pub id: String,
    /// Its badge: one to three letters.
    pub label: String,
    /// Its headline, or a description of our own.
    pub title: String,
    /// Its headline, verbatim, where the text has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// Its publisher: an outlet's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// Its address; http or https.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When it was published: EDTF, as wide as the text leaves it open.
    pub published: String,
    /// How we know.
    pub published_basis: String,
    /// Its language, as a BCP 47 tag.
    pub language: String,
    /// What identifies its bytes and its words.
    pub digest: SourceDigest,
    /// Its length in code points; every offset lies within.
    pub length: u32,
    /// How much of it has been coded.
    pub coded: Coded,
    /// What it draws on: ids of sources, or http(s) addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub derived_from: Vec<String>,
    /// The whole text, only where its owner publishes it here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What a reader of it should know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// Stretches that carry neither mention nor quote, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skipped: Vec<Skipped>,
    /// Keys that this version doesn't know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What identifies a source: `sha256:` and 64 hexadecimal digits each.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourceDigest {
    /// Of the file's bytes.
    pub raw: String,
    /// Of its canonical text in UTF-8 (see [`crate::text`]).
    pub canonical: String,
    /// Keys that this version doesn't know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Something a reader of a source should know.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note {
    /// What it is about.
    pub kind: NoteKind,
    /// The note, in our words.
    pub note: String,
    /// Where, if it is about a place in the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passages: Vec<Passage>,
    /// Keys that this version doesn't know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A stretch that carries neither mention nor quote.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Skipped {
    /// Why.
    pub reason: SkipReason,
    /// Where.
    pub passage: Passage,
    /// Keys that this version doesn't know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Somebody who speaks or acts.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Actor {
    /// Their id.
    pub id: String,
    /// Their name.
    pub name: String,
    /// Other forms, as printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// What they are.
    pub kind: ActorKind,
    /// Office or function at the time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Whom they belong to: an actor's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<String>,
    /// Keys that this version doesn't know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A place that mentions name.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other forms, as printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Its country, as an ISO 3166-1 alpha-2 code, where that isn't what the dispute is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Keys that this version doesn't know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A subject heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Topic {
    /// Its id.
    pub id: String,
    /// What it says.
    pub label: String,
    /// The wider heading: a topic's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Keys that this version doesn't know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Something that happened, is planned or proposed, was cancelled, or is claimed to have happened.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// Its id.
    pub id: String,
    /// What it is, in our words.
    pub title: String,
    /// When: EDTF, as wide as its mentions leave it open.
    pub when: String,
    /// The first day on which a reporter could have known of it: EDTF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_from: Option<String>,
    /// Whether it belongs to the story's past.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub background: bool,
    /// Ids of topics.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// What each source reports of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Mention>,
    /// Keys that this version doesn't know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One source's report of an event.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mention {
    /// Its id.
    pub id: String,
    /// The source's id.
    pub source: String,
    /// What it reports, in our words.
    pub paraphrase: String,
    /// Where it stands in the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passages: Vec<Passage>,
    /// What the source says has become of the event.
    pub status: Status,
    /// When, as this source has it: EDTF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// Who takes part, as this source has it: ids of actors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<String>,
    /// Where, as this source has it: ids of places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// From whom the source has it.
    pub basis: Basis,
    /// Those it has it from: ids of actors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<String>,
    /// Keys that this version doesn't know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An attribution: somebody is said to say something.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quote {
    /// Its id.
    pub id: String,
    /// The source's id.
    pub source: String,
    /// How much of it stands in quotation marks.
    pub kind: QuoteKind,
    /// To whom it is attributed: ids of actors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub speakers: Vec<String>,
    /// Who relays it, from the speaker outward: ids of actors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<String>,
    /// The reporting words.
    pub cue: String,
    /// Direct: verbatim, parts joined by ` … `. Mixed: our words with the fragments in “marks”. Indirect: our words.
    pub content: String,
    /// Direct: its parts. Mixed: its quoted fragments, and the stretch that carries it. Indirect: that stretch.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passages: Vec<Passage>,
    /// When it was said: EDTF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// The event it is about or was made at: an event's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// Ids of topics.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// To whom it was said: an actor's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addressee: Option<String>,
    /// Keys that this version doesn't know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A stretch of a source's text, by code-point offsets and anchors.
///
/// Either `exact` is there, with as much of `prefix` and `suffix` as tells it apart (W3C Web Annotation's
/// `TextQuoteSelector`), or, where the words may not be reproduced, `head`, `tail` and `digest`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Passage {
    /// The first code point.
    pub start: u32,
    /// The code point after the last.
    pub end: u32,
    /// The words, verbatim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exact: Option<String>,
    /// What stands directly before them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    /// What stands directly after them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
    /// The stretch's first words, at most six.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head: Option<String>,
    /// The stretch's last words, at most six.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tail: Option<String>,
    /// Of the stretch's canonical text: `sha256:` and 64 hexadecimal digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// Keys that this version doesn't know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Quotes that carry the same statement.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Variant {
    /// Its id.
    pub id: String,
    /// Two or more ids of quotes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<String>,
    /// What joins them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Keys that this version doesn't know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A question that the sources answer differently.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Discrepancy {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub dimension: Dimension,
    /// How far the answers exclude each other.
    pub nature: Nature,
    /// The question, neutral and answerable.
    pub question: String,
    /// The event it belongs to: an event's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// What a reader should know to judge it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Two or more answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
    /// Keys that this version doesn't know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One answer to a discrepancy's question.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Answer {
    /// The answer, as short as it can be.
    pub value: String,
    /// As a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<f64>,
    /// As a date: EDTF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The number's unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Who gives it, and where.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// Keys that this version doesn't know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Where a source gives an answer: one of its mentions or quotes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// The source's id.
    pub source: String,
    /// A mention's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mention: Option<String>,
    /// A quote's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Keys that this version doesn't know.
    #[serde(flatten)]
    pub extra: Extra,
}
