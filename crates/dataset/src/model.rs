//! What programs work with: references resolved to indices, dates parsed, a source's words and ours told apart by type.

mod assembly;
mod corrections;
mod first;
mod plain;
mod resolve;
mod saying;
mod told;
#[cfg(feature = "pack")]
pub(crate) use assembly::{Assembly, complete};
pub(crate) use plain::{event as plain_event, quote as plain_quote};
#[cfg(feature = "pack")]
pub(crate) use resolve::Ids;
pub(crate) use resolve::{Cited, Names, event, left_out_of_groups, left_out_of_tables, quote, runs};

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::edtf::Edtf;
use crate::table::{HasId, Idx, Row, Table};
use crate::wire;
pub use first::{First, Hear};
pub use saying::{Kept, Listener};
pub use told::Told;

pub use crate::wire::{ActorKind, Basis, Coded, Dimension, Nature, NoteKind, QuoteKind, SkipReason, Status};

/// Declares an index type, and that its element has an id.
macro_rules! index {
    ($($(#[$meta:meta])* $idx:ident => $element:ident),+ $(,)?) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $idx(pub u32);

        impl Idx for $idx {
            fn new(position: usize) -> Self {
                Self(position as u32)
            }
            fn position(self) -> usize {
                self.0 as usize
            }
        }

        impl HasId for $element {
            fn id(&self) -> &str {
                &self.id
            }
        }
    )+ };
}

/// Rows of which there are few, and which are kept as they are.
macro_rules! plain {
    ($($element:ident),+) => { $(
        impl Row for $element {
            type Head<'a> = ();

            fn head(&self) {}
        }
    )+ };
}

plain!(Outlet, Source, Actor, Place, Topic, Event, Variant, Discrepancy);

index! {
    /// Names an [`Outlet`].
    OutletIdx => Outlet,
    /// Names a [`Source`].
    SourceIdx => Source,
    /// Names an [`Actor`].
    ActorIdx => Actor,
    /// Names a [`Place`].
    PlaceIdx => Place,
    /// Names a [`Topic`].
    TopicIdx => Topic,
    /// Names an [`Event`].
    EventIdx => Event,
    /// Names a [`Mention`].
    MentionIdx => Mention,
    /// Names a [`Quote`].
    QuoteIdx => Quote,
    /// Names a [`Variant`].
    VariantIdx => Variant,
    /// Names a [`Discrepancy`].
    DiscrepancyIdx => Discrepancy,
}

/// A source's own words. Only these are diffed, counted as wording, or searched as *the sources' words*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verbatim(pub String);

/// Our words. That two of them differ means nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paraphrase(pub String);

/// A whole dataset, immutable.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// What it is, who made it, and how.
    pub about: About,
    /// Publishers.
    pub outlets: Table<OutletIdx, Outlet>,
    /// Articles.
    pub sources: Table<SourceIdx, Source>,
    /// Who speaks and acts.
    pub actors: Table<ActorIdx, Actor>,
    /// Places.
    pub places: Table<PlaceIdx, Place>,
    /// Subject headings.
    pub topics: Table<TopicIdx, Topic>,
    /// Events, in the file's order.
    pub events: Table<EventIdx, Event>,
    /// All events' mentions, in the order of their events.
    pub mentions: Table<MentionIdx, Mention>,
    /// Quotes, in the file's order.
    pub quotes: Table<QuoteIdx, Quote>,
    /// Quotes that carry the same statement.
    pub variants: Table<VariantIdx, Variant>,
    /// Questions that the sources answer differently.
    pub discrepancies: Table<DiscrepancyIdx, Discrepancy>,
    /// Old ids and what they are called now.
    pub renamed: Renamed,
}

/// Old ids and what they are called now. (A map would be a kilobyte of the page, for what most datasets have none of.)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Renamed(pub(crate) Vec<(String, String)>);

impl Renamed {
    /// What an old id is called now.
    pub fn get(&self, old: &str) -> Option<&str> {
        let at = self.0.partition_point(|(known, _)| known.as_str() < old);
        self.0.get(at).filter(|(known, _)| known == old).map(|(_, new)| new.as_str())
    }

    /// The old ids, in order.
    pub fn old(&self) -> impl ExactSizeIterator<Item = &str> {
        self.0.iter().map(|(old, _)| old.as_str())
    }
}

impl From<BTreeMap<String, String>> for Renamed {
    fn from(renamed: BTreeMap<String, String>) -> Self {
        Self(renamed.into_iter().collect())
    }
}

/// What a dataset is, who made it, and how.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the wire field of the same name")]
pub struct About {
    pub id: String,
    pub version: String,
    pub title: String,
    pub description: String,
    pub language: String,
    pub updated: String,
    pub license: String,
    pub creators: Vec<String>,
    pub publisher: Option<String>,
    pub contact: Option<String>,
    pub method: String,
    pub corrections: Vec<Correction>,
}

/// A change after publication.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the wire field of the same name")]
pub struct Correction {
    pub date: String,
    pub note: String,
    pub version: Option<String>,
}

/// A publisher.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the wire field of the same name")]
pub struct Outlet {
    pub id: String,
    pub name: String,
    pub url: Option<Link>,
    pub country: Option<String>,
}

/// An address that may be rendered as a link: http or https, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// The link to `url`, if it is http or https.
    pub fn new(url: &str) -> Option<Self> {
        let scheme = url.split_once("://")?.0;
        let plain = !url.chars().any(|c| c.is_whitespace() || c.is_control());
        (plain && ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known))).then(|| Self(url.into()))
    }

    /// A stand-in for what is no link, in what is dropped.
    pub(crate) const fn nowhere() -> Self {
        Self(String::new())
    }

    /// The link to whom one can write to: at an http(s) address, or at a mail address, with or without `mailto:`.
    pub fn contact(written: &str) -> Option<Self> {
        let mail = written.strip_prefix("mailto:").unwrap_or(written);
        // Nothing that a mail program would take for a subject, a copy to somebody else, or a second address.
        let plain = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || ".-_+".contains(c));
        let is_mail = mail.split_once('@').is_some_and(|(name, host)| plain(name) && plain(host));
        if is_mail { Some(Self(["mailto:", mail].concat())) } else { Self::new(written) }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One article.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// Its badge.
    pub label: String,
    /// What it is called on the page.
    pub title: Title,
    /// Its publisher, if known.
    pub outlet: Option<OutletIdx>,
    /// Its address.
    pub url: Option<Link>,
    /// When it was published, as far as is known.
    pub published: Option<Edtf>,
    /// How we know.
    pub published_basis: String,
    /// Its language, as a BCP 47 tag.
    pub language: String,
    /// What identifies its bytes and words.
    pub digest: SourceDigest,
    /// Its length in code points.
    pub length: u32,
    /// How much of it has been coded.
    pub coded: Coded,
    /// What it draws on.
    pub derived_from: Vec<Origin>,
    /// The whole text, where its owner publishes it.
    pub text: Option<Verbatim>,
    /// What a reader of it should know.
    pub notes: Vec<Note>,
    /// Stretches without mention or quote, and why.
    pub skipped: Vec<Skipped>,
}

/// What identifies a source: `sha256:` and 64 hexadecimal digits each.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the wire field of the same name")]
pub struct SourceDigest {
    pub raw: String,
    pub canonical: String,
}

/// What a source is called: by itself or by us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Title {
    /// Its headline.
    Headline(Verbatim),
    /// It has none; this describes it.
    Description(Paraphrase),
}

impl Title {
    /// The words, whosever they are.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Headline(Verbatim(text)) | Self::Description(Paraphrase(text)) => text,
        }
    }
}

/// What a source draws on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Another source of the dataset.
    Source(SourceIdx),
    /// Something elsewhere.
    Elsewhere(Link),
}

/// Something a reader of a source should know.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the wire field of the same name")]
pub struct Note {
    pub kind: NoteKind,
    pub note: Paraphrase,
    pub passages: Vec<Passage>,
}

/// A stretch that carries neither mention nor quote.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the wire field of the same name")]
pub struct Skipped {
    pub reason: SkipReason,
    pub passage: Passage,
}

/// Somebody who speaks or acts.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the wire field of the same name")]
pub struct Actor {
    pub id: String,
    pub name: String,
    pub aliases: Vec<String>,
    pub kind: ActorKind,
    pub role: Option<String>,
    pub affiliation: Option<ActorIdx>,
}

/// A place that mentions name.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the wire field of the same name")]
pub struct Place {
    pub id: String,
    pub name: String,
    pub aliases: Vec<String>,
    pub country: Option<String>,
}

/// A subject heading.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the wire field of the same name")]
pub struct Topic {
    pub id: String,
    pub label: String,
    pub parent: Option<TopicIdx>,
}

/// Something that happened, is planned or proposed, was cancelled, or is claimed to have happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: Paraphrase,
    /// When, as wide as its mentions leave it open; none if the file's date can't be read.
    pub when: Option<Edtf>,
    /// The first day on which a reporter could have known of it.
    pub known_from: Option<Edtf>,
    /// Whether it belongs to the story's past.
    pub background: bool,
    /// What it is about.
    pub topics: Vec<TopicIdx>,
    /// What each source reports of it.
    pub mentions: Vec<MentionIdx>,
    /// The quotes about it or made at it.
    pub quotes: Vec<QuoteIdx>,
    /// The discrepancies about it.
    pub discrepancies: Vec<DiscrepancyIdx>,
}

/// One source's report of an event.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the wire field of the same name")]
pub struct Mention {
    pub id: String,
    pub event: EventIdx,
    pub source: SourceIdx,
    pub paraphrase: Paraphrase,
    pub passages: Vec<Passage>,
    pub status: Status,
    pub when: Option<Edtf>,
    pub actors: Vec<ActorIdx>,
    pub places: Vec<PlaceIdx>,
    pub basis: Basis,
    pub via: Vec<ActorIdx>,
}

/// What is asked of all mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the field of the same name")]
pub struct MentionHead {
    pub event: EventIdx,
    pub source: SourceIdx,
}

impl Row for Mention {
    type Head<'a> = MentionHead;
    const MAY_BE_STORED: bool = true;

    fn head(&self) -> MentionHead {
        MentionHead { event: self.event, source: self.source }
    }
}

impl Mention {
    /// The source's own words that may be shown, in the text's order.
    pub fn fragments(&self) -> impl Iterator<Item = &Verbatim> {
        self.passages.iter().filter_map(Passage::exact)
    }
}

/// An attribution: somebody is said to say something.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the wire field of the same name")]
pub struct Quote {
    pub id: String,
    pub source: SourceIdx,
    pub speakers: Vec<ActorIdx>,
    pub via: Vec<ActorIdx>,
    pub cue: String,
    pub content: Content,
    pub passages: Vec<Passage>,
    pub when: Option<Edtf>,
    pub event: Option<EventIdx>,
    pub topics: Vec<TopicIdx>,
    pub addressee: Option<ActorIdx>,
}

/// What is asked of all quotes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QuoteHead<'a> {
    /// Its source.
    pub source: SourceIdx,
    /// Its event, if it belongs to one.
    pub event: Option<EventIdx>,
    /// Its own date.
    pub when: Option<&'a Edtf>,
    /// The first of its speakers.
    pub speaker: Option<ActorIdx>,
    /// Its reporting verb.
    pub cue: &'a str,
}

impl Row for Quote {
    type Head<'a> = QuoteHead<'a>;
    const MAY_BE_STORED: bool = true;

    fn head(&self) -> QuoteHead<'_> {
        let speaker = self.speakers.first().copied();
        QuoteHead { source: self.source, event: self.event, when: self.when.as_ref(), speaker, cue: &self.cue }
    }
}

/// What a quote says, with each word's owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// All of it verbatim, in as many parts as its attribution makes of it.
    Direct(Vec<Verbatim>),
    /// Quoted fragments inside our paraphrase, in order.
    Mixed(Vec<Run>),
    /// Our paraphrase.
    Indirect(Paraphrase),
}

/// A run of words with one owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// The source's, in quotation marks.
    Quoted(Verbatim),
    /// Ours.
    Own(Paraphrase),
}

impl Content {
    /// How much of it stands in quotation marks.
    pub fn kind(&self) -> QuoteKind {
        match self {
            Self::Direct(_) => QuoteKind::Direct,
            Self::Mixed(_) => QuoteKind::Mixed,
            Self::Indirect(_) => QuoteKind::Indirect,
        }
    }
}

/// A stretch of a source's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Code points of the source's text.
    pub span: Range<u32>,
    /// What else tells where it is.
    pub anchor: Anchor,
}

impl Passage {
    /// The passage of a file. None if it has neither its words nor all of its edges, or is empty.
    pub fn from_wire(wire: &wire::Passage) -> Option<Self> {
        Self::of(&plain::passage(wire))
    }

    /// The passage that is written so; see [`Passage::from_wire`].
    pub(crate) fn of(written: &sidebyline_records::Passage<'_>) -> Option<Self> {
        let own = |text: &str| text.to_owned();
        let around = |text: &Option<Cow<'_, str>>| text.as_deref().map(own).unwrap_or_default();
        let anchor = match (&written.exact, &written.head, &written.tail, &written.digest) {
            (Some(exact), ..) => Anchor::Exact {
                exact: Verbatim(own(exact)),
                prefix: around(&written.prefix),
                suffix: around(&written.suffix),
            },
            (None, Some(head), Some(tail), Some(digest)) => {
                Anchor::Edges { head: Verbatim(own(head)), tail: Verbatim(own(tail)), digest: own(digest) }
            }
            _ => return None,
        };
        (written.start < written.end).then_some(Self { span: written.start..written.end, anchor })
    }

    /// The words, where they are in the data.
    pub fn exact(&self) -> Option<&Verbatim> {
        match &self.anchor {
            Anchor::Exact { exact, .. } => Some(exact),
            Anchor::Edges { .. } => None,
        }
    }
}

/// What tells where a passage is, besides its offsets.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the wire field of the same name")]
pub enum Anchor {
    /// The words themselves.
    Exact { exact: Verbatim, prefix: String, suffix: String },
    /// The first and last words, and a digest of all.
    Edges { head: Verbatim, tail: Verbatim, digest: String },
}

/// Quotes that carry the same statement.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the wire field of the same name")]
pub struct Variant {
    pub id: String,
    pub quotes: Vec<QuoteIdx>,
    pub note: Option<Paraphrase>,
}

/// A question that the sources answer differently.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the wire field of the same name")]
pub struct Discrepancy {
    pub id: String,
    pub dimension: Dimension,
    pub nature: Nature,
    pub question: Paraphrase,
    pub event: Option<EventIdx>,
    pub note: Option<Paraphrase>,
    pub answers: Vec<Answer>,
}

/// One answer to a discrepancy's question.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the wire field of the same name")]
pub struct Answer {
    pub value: Paraphrase,
    pub number: Option<f64>,
    pub date: Option<Edtf>,
    pub unit: Option<String>,
    pub evidence: Vec<Evidence>,
}

/// Where a source gives an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The source.
    pub source: SourceIdx,
    /// The place in it.
    pub place: EvidencePlace,
}

/// What carries an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidencePlace {
    /// A mention.
    Mention(MentionIdx),
    /// A quote.
    Quote(QuoteIdx),
}

#[cfg(test)]
mod tests {
    use super::Link;

    #[track_caller]
    fn check(written: &str, link: Option<&str>) {
        assert_eq!(Link::contact(written).as_ref().map(Link::as_str), link, "{written}");
    }

    #[test]
    fn a_contact_is_a_mail_address_or_a_web_page() {
        check("desk@news.example", Some("mailto:desk@news.example"));
        check("mailto:desk+errors@news.example", Some("mailto:desk+errors@news.example"));
        check("https://news.example/contact?about=data", Some("https://news.example/contact?about=data"));
        for hostile in
            ["javascript:alert('@')", "a@b@c", "a@b?bcc=c", "a@b,c@d", "@", "a@", "Desk", "", "mailto:", "a b@c"]
        {
            check(hostile, None);
        }
    }
}
