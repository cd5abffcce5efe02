//! Which columns each record of the model has, and in which order. One list serves reading and writing.
//!
//! The order is the format: columns are numbered by it. A minor version adds columns behind the last one of the dataset,
//! or sections; it changes no record.

#[cfg(feature = "handover")]
use super::column::Writer;
use super::column::{Column, Reader};
use crate::Dataset;
use crate::edtf::Edtf;
use crate::model::{
    About, Actor, ActorIdx, ActorKind, Answer, Basis, Coded, Correction, Dimension, Discrepancy, DiscrepancyIdx, Event,
    EventIdx, Evidence, EvidencePlace, Link, Mention, MentionIdx, Nature, Note, NoteKind, Outlet, OutletIdx,
    Paraphrase, Passage, Place, PlaceIdx, Quote, QuoteIdx, Renamed, SkipReason, Skipped, Source, SourceDigest,
    SourceIdx, Status, Title, Topic, TopicIdx, Variant, VariantIdx, Verbatim,
};
use crate::model::{Content, Origin};
use crate::table::Table;

/// Reads the value of a field, and goes on to the columns of the next.
fn next<T: Column>(from: &mut Reader<'_>, at: &mut usize) -> T {
    let here = *at;
    *at += T::WIDTH;
    T::read(from, here)
}

/// Writes the value of a field, and goes on to the columns of the next.
#[cfg(feature = "handover")]
fn put<T: Column>(value: &T, to: &mut Writer, at: &mut usize) {
    value.write(to, *at);
    *at += T::WIDTH;
}

/// Records field by field. What stands in brackets follows from other records: it isn't kept, and is made when all of them are there.
macro_rules! records {
    ($($record:ident { $($field:ident: $type:ty),+ } $([$($derived:ident = $empty:expr),+])?)+) => { $(
        impl Column for $record {
            const WIDTH: usize = 0 $(+ <$type as Column>::WIDTH)+;
            const LEAST: usize = 0 $(+ <$type as Column>::LEAST)+;

            fn read(from: &mut Reader<'_>, mut at: usize) -> Self {
                Self { $($field: next::<$type>(from, &mut at),)+ $($($derived: $empty,)+)? }
            }

            #[cfg(feature = "handover")]
            fn write(&self, to: &mut Writer, mut at: usize) {
                $(put::<$type>(&self.$field, to, &mut at);)+
            }
        }
    )+ };
}

records! {
    Dataset {
        about: About, outlets: Table<OutletIdx, Outlet>, sources: Table<SourceIdx, Source>,
        actors: Table<ActorIdx, Actor>, places: Table<PlaceIdx, Place>, topics: Table<TopicIdx, Topic>,
        events: Table<EventIdx, Event>, mentions: Table<MentionIdx, Mention>, quotes: Table<QuoteIdx, Quote>,
        variants: Table<VariantIdx, Variant>, discrepancies: Table<DiscrepancyIdx, Discrepancy>,
        renamed: Renamed
    }
    About {
        id: String, version: String, title: String, description: String, language: String, updated: String,
        license: String, creators: Vec<String>, publisher: Option<String>, contact: Option<String>, method: String,
        corrections: Vec<Correction>
    }
    Correction { date: String, note: String, version: Option<String> }
    Outlet { id: String, name: String, url: Option<Link>, country: Option<String> }
    Source {
        id: String, label: String, title: Title, outlet: Option<OutletIdx>, url: Option<Link>, published: Option<Edtf>,
        published_basis: String, language: String, digest: SourceDigest, length: u32, coded: Coded,
        derived_from: Vec<Origin>, text: Option<Verbatim>, notes: Vec<Note>, skipped: Vec<Skipped>
    }
    Note { kind: NoteKind, note: Paraphrase, passages: Vec<Passage> }
    Skipped { reason: SkipReason, passage: Passage }
    Actor {
        id: String, name: String, aliases: Vec<String>, kind: ActorKind, role: Option<String>,
        affiliation: Option<ActorIdx>
    }
    Place { id: String, name: String, aliases: Vec<String>, country: Option<String> }
    Topic { id: String, label: String, parent: Option<TopicIdx> }
    Event {
        id: String, title: Paraphrase, when: Option<Edtf>, known_from: Option<Edtf>, background: bool,
        topics: Vec<TopicIdx>
    } [mentions = Vec::new(), quotes = Vec::new(), discrepancies = Vec::new()]
    Mention {
        id: String, event: EventIdx, source: SourceIdx, paraphrase: Paraphrase, passages: Vec<Passage>, status: Status,
        when: Option<Edtf>, actors: Vec<ActorIdx>, places: Vec<PlaceIdx>, basis: Basis, via: Vec<ActorIdx>
    }
    Quote {
        id: String, source: SourceIdx, speakers: Vec<ActorIdx>, via: Vec<ActorIdx>, cue: String, content: Content,
        passages: Vec<Passage>, when: Option<Edtf>, event: Option<EventIdx>, topics: Vec<TopicIdx>,
        addressee: Option<ActorIdx>
    }
    Variant { id: String, quotes: Vec<QuoteIdx>, note: Option<Paraphrase> }
    Discrepancy {
        id: String, dimension: Dimension, nature: Nature, question: Paraphrase, event: Option<EventIdx>,
        note: Option<Paraphrase>, answers: Vec<Answer>
    }
    Answer {
        value: Paraphrase, number: Option<f64>, date: Option<Edtf>, unit: Option<String>, evidence: Vec<Evidence>
    }
    Evidence { place: EvidencePlace } [source = SourceIdx(0)]
}
