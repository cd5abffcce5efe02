//! The facets: what each is called in the address, and of what it speaks.
//!
//! | facet | in the address | speaks of |
//! | --- | --- | --- |
//! | source | `source` | the event: who reports it, see [`SourceMode`](crate::view::SourceMode) |
//! | reporters | `reporters` | the event: how many sources report it |
//! | topic | `topic` | the event; a topic holds of what its narrower topics hold of |
//! | status, place, basis | `status`, `place`, `basis` | one and the same mention |
//! | speaker, affiliation, kind, cue | `speaker`, `affiliation`, `kind`, `cue` | one and the same quote |
//! | dimension, nature | `dimension`, `nature` | one and the same discrepancy |

use sidebyline_dataset::model::{ActorIdx, Basis, Dimension, Nature, PlaceIdx, QuoteKind, SourceIdx, Status, TopicIdx};

/// A facet by which events, mentions and quotes are filtered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The source that reports.
    Source,
    /// The number of sources that report.
    Reporters,
    /// The topic, with its narrower ones.
    Topic,
    /// What the source says has become of the event.
    Status,
    /// Where it is said to be.
    Place,
    /// From whom the source has it.
    Basis,
    /// To whom the quote is attributed.
    Speaker,
    /// To what the speaker belongs, directly or by way of something else.
    Affiliation,
    /// How much of the quote is verbatim.
    Kind,
    /// The reporting verb.
    Cue,
    /// What the sources answer differently.
    Dimension,
    /// Why they do.
    Nature,
}

/// Of what a facet speaks. The facets of one level have to hold of one and the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// An event as a whole.
    Event,
    /// One source's report of it.
    Mention,
    /// Something that somebody is said to have said about it or at it.
    Quote,
    /// A question about it that the sources answer differently.
    Discrepancy,
}

impl Level {
    /// Every level, each at its own position.
    pub const ALL: [Self; 4] = [Self::Event, Self::Mention, Self::Quote, Self::Discrepancy];
}

impl Facet {
    /// Every facet, each at its own position, in the order of the address.
    pub const ALL: [Self; 12] = [
        Self::Source,
        Self::Reporters,
        Self::Topic,
        Self::Status,
        Self::Place,
        Self::Basis,
        Self::Speaker,
        Self::Affiliation,
        Self::Kind,
        Self::Cue,
        Self::Dimension,
        Self::Nature,
    ];

    /// Its name in the address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Reporters => "reporters",
            Self::Topic => "topic",
            Self::Status => "status",
            Self::Place => "place",
            Self::Basis => "basis",
            Self::Speaker => "speaker",
            Self::Affiliation => "affiliation",
            Self::Kind => "kind",
            Self::Cue => "cue",
            Self::Dimension => "dimension",
            Self::Nature => "nature",
        }
    }

    /// Of what it speaks.
    pub const fn level(self) -> Level {
        match self {
            Self::Source | Self::Reporters | Self::Topic => Level::Event,
            Self::Status | Self::Place | Self::Basis => Level::Mention,
            Self::Speaker | Self::Affiliation | Self::Kind | Self::Cue => Level::Quote,
            Self::Dimension | Self::Nature => Level::Discrepancy,
        }
    }
}

/// What stands in the address for *the data do not say*.
pub const MISSING: &str = "_none";

/// A value of a facet that occurs in a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// What it is called in the address.
    pub token: String,
    /// What it is.
    pub name: Name,
}

/// What a facet value is. The words for it are the interface's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// A source.
    Source(SourceIdx),
    /// A number of sources.
    Reporters(usize),
    /// A topic.
    Topic(TopicIdx),
    /// A status.
    Status(Status),
    /// A place.
    Place(PlaceIdx),
    /// A basis.
    Basis(Basis),
    /// A speaker, or what a speaker belongs to.
    Actor(ActorIdx),
    /// A kind of quote.
    Kind(QuoteKind),
    /// A reporting verb, as the dataset first writes it.
    Cue(String),
    /// A dimension.
    Dimension(Dimension),
    /// A nature.
    Nature(Nature),
    /// The data do not say.
    Missing,
}
