//! Wire types to model: references to indices, dates to intervals, words to their owners.
//!
//! What can't be resolved is left out, and a finding says so; nothing is dropped silently and nothing stops the rest.

use std::marker::PhantomData;

use sidebyline_records::{self as records, Text};
use sidebyline_rows::dictionary::Words;

#[cfg(feature = "pack")]
use super::Dataset;
use super::plain;
use super::{
    Actor, ActorIdx, Answer, Basis, Content, Discrepancy, Event, EventIdx, Evidence, EvidencePlace, Link, Mention,
    MentionIdx, Note, Origin, Outlet, OutletIdx, Paraphrase, Passage, PlaceIdx, Quote, QuoteIdx, QuoteKind, Run,
    Skipped, Source, SourceDigest, SourceIdx, Status, Title, Topic, TopicIdx, Variant, Verbatim,
};
use crate::edtf::Edtf;
use crate::finding::Finding;
use crate::nearest;
use crate::path::{Path, ROOT};
use crate::store::Shared;
#[cfg(feature = "pack")]
use crate::table::Row;
use crate::table::{Idx, Table};
use crate::wire;

/// What has to be left out of the tables that events and quotes refer to.
pub(crate) fn left_out_of_tables(wire: &wire::Dataset, names: &Names, out: &mut Vec<Finding>) {
    each(wire.actors.clone(), &ROOT.field("actors"), |row, place| Some(actor(row, place, names, out)));
    each(wire.topics.clone(), &ROOT.field("topics"), |row, place| Some(topic(row, place, names, out)));
    each(wire.outlets.clone(), &ROOT.field("outlets"), |row, place| Some(outlet(row, place, out)));
    each(wire.sources.clone(), &ROOT.field("sources"), |row, place| Some(source(row, place, names, out)));
}

/// What has to be left out of variants and discrepancies.
pub(crate) fn left_out_of_groups(
    wire: &wire::Dataset,
    names: &Names,
    mentions: &impl Cited<MentionIdx>,
    quotes: &impl Cited<QuoteIdx>,
    out: &mut Vec<Finding>,
) {
    each(wire.variants.clone(), &ROOT.field("variants"), |row, place| variant(row, place, quotes, out));
    each(wire.discrepancies.clone(), &ROOT.field("discrepancies"), |row, place| {
        Some(discrepancy(row, place, names, mentions, quotes, out))
    });
}

/// What the rows of a list become, each told its place. (A loop and no chain of iterators: there are many kinds of rows,
/// and a chain would be longer in the program for each.)
pub(super) fn each<W, M>(rows: Vec<W>, list: &Path<'_>, mut resolve: impl FnMut(W, &Path<'_>) -> Option<M>) -> Vec<M> {
    let mut resolved = Vec::with_capacity(rows.len());
    for (position, row) in rows.into_iter().enumerate() {
        if let Some(row) = resolve(row, &list.element(position)) {
            resolved.push(row);
        }
    }
    resolved
}

/// Where each id stands, gathered before the wire types are taken apart.
#[derive(Default)]
pub(crate) struct Names {
    pub outlets: Ids<OutletIdx>,
    pub sources: Ids<SourceIdx>,
    pub actors: Ids<ActorIdx>,
    pub places: Ids<PlaceIdx>,
    pub topics: Ids<TopicIdx>,
    pub events: Ids<EventIdx>,
}

impl Names {
    /// Those of the tables that events and quotes refer to, and of events as far as they are there.
    pub fn of(wire: &wire::Dataset) -> Self {
        Self {
            outlets: Ids::new(wire.outlets.iter().map(|o| o.id.as_str())),
            sources: Ids::new(wire.sources.iter().map(|s| s.id.as_str())),
            actors: Ids::new(wire.actors.iter().map(|a| a.id.as_str())),
            places: Ids::new(wire.places.iter().map(|p| p.id.as_str())),
            topics: Ids::new(wire.topics.iter().map(|t| t.id.as_str())),
            events: Ids::new(wire.events.iter().map(|e| e.id.as_str())),
        }
    }

    /// Those of a dataset.
    #[cfg(feature = "pack")]
    pub fn of_rows(dataset: &Dataset) -> Self {
        Self {
            outlets: Ids::of_rows(&dataset.outlets),
            sources: Ids::of_rows(&dataset.sources),
            actors: Ids::of_rows(&dataset.actors),
            places: Ids::of_rows(&dataset.places),
            topics: Ids::of_rows(&dataset.topics),
            events: Ids::of_rows(&dataset.events),
        }
    }

    /// Names the events, before anything refers to one.
    pub fn name_events<'a>(&mut self, ids: impl Iterator<Item = &'a str>) {
        self.events = Ids::new(ids);
    }
}

/// A table's ids, to be looked up; of two equal ones, the first counts.
pub(crate) struct Ids<I> {
    /// Each id once.
    written: Words,
    /// Which of those each position has.
    of: Vec<u32>,
    /// Where each of them comes first.
    first: Vec<u32>,
    index: PhantomData<I>,
}

impl<I> Default for Ids<I> {
    fn default() -> Self {
        Self { written: Words::default(), of: Vec::new(), first: Vec::new(), index: PhantomData }
    }
}

impl<I: Idx> Ids<I> {
    fn new<'a>(ids: impl Iterator<Item = &'a str>) -> Self {
        let mut written = Words::default();
        let (mut of, mut first) = (Vec::new(), Vec::new());
        for (position, id) in (0..).zip(ids) {
            let number = written.number(id);
            if number as usize == first.len() {
                first.push(position);
            }
            of.push(number);
        }
        Self { written, of, first, index: PhantomData }
    }

    #[cfg(feature = "pack")]
    fn of_rows<T: Row>(rows: &Table<I, T>) -> Self {
        Self::new(rows.ids())
    }

    /// The first position that is called `id`.
    fn find(&self, id: &str) -> Option<usize> {
        let number = self.written.get(id)?;
        self.first.get(number as usize).map(|&first| first as usize)
    }

    /// The positions of all that are called `id`, in order.
    pub fn called(&self, id: &str) -> impl Iterator<Item = usize> {
        let (from, is_single) = (self.find(id), self.first.len() == self.of.len());
        let to = if is_single { from.map_or(0, |from| from + 1) } else { self.of.len() };
        (from.unwrap_or(to)..to).filter(move |&position| from.is_some_and(|from| self.of[position] == self.of[from]))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.of.len()
    }

    /// All of them, in the order of the table.
    fn all(&self) -> Vec<&str> {
        self.of.iter().map(|&number| self.written.word(number)).collect()
    }

    /// The id at `index`.
    pub fn id(&self, index: I) -> &str {
        self.written.word(self.of[index.position()])
    }
}

/// The index that `id` names, or a finding at `place`.
fn find<I: Idx>(id: &str, kind: &str, place: &Path<'_>, known: &Ids<I>, out: &mut Vec<Finding>) -> Option<I> {
    let found = known.find(id);
    if found.is_none() {
        out.push(unknown(id, kind, place, || known.all(), out.len()));
    }
    found.map(I::new)
}

fn find_all<I: Idx>(ids: &[Text<'_>], kind: &str, place: &Path<'_>, known: &Ids<I>, out: &mut Vec<Finding>) -> Vec<I> {
    ids.iter().enumerate().filter_map(|(i, id)| find(id, kind, &place.element(i), known, out)).collect()
}

/// Mentions or quotes, as variants and discrepancies refer to them.
pub(crate) trait Cited<I> {
    /// Which one is called `id`, and the source in which it stands. Of two with the same id, the first.
    fn cited(&self, id: &str) -> Option<(I, SourceIdx)>;

    /// The ids of all that can be referred to.
    fn ids(&self) -> Vec<&str>;
}

impl Cited<MentionIdx> for Table<MentionIdx, Mention> {
    fn cited(&self, id: &str) -> Option<(MentionIdx, SourceIdx)> {
        self.find(id).map(|index| (index, self.head(index).source))
    }

    fn ids(&self) -> Vec<&str> {
        self.ids().collect()
    }
}

impl Cited<QuoteIdx> for Table<QuoteIdx, Quote> {
    fn cited(&self, id: &str) -> Option<(QuoteIdx, SourceIdx)> {
        self.find(id).map(|index| (index, self.head(index).source))
    }

    fn ids(&self) -> Vec<&str> {
        self.ids().collect()
    }
}

fn find_cited<I>(
    id: &str,
    kind: &str,
    place: &Path<'_>,
    rows: &impl Cited<I>,
    out: &mut Vec<Finding>,
) -> Option<(I, SourceIdx)> {
    let found = rows.cited(id);
    if found.is_none() {
        out.push(unknown(id, kind, place, || rows.ids(), out.len()));
    }
    found
}

/// So many unknown names are held against all that are known, which takes long where these are many. Who has more of them
/// has made one mistake again and again.
const ADVISED: usize = 200;

fn unknown<'a>(
    id: &str,
    kind: &str,
    place: &Path<'_>,
    known: impl Fn() -> Vec<&'a str>,
    found_before: usize,
) -> Finding {
    let advice = if found_before < ADVISED {
        nearest::advice(id, known())
    } else {
        format!("See what the first {ADVISED} findings say of names that come near.")
    };
    Finding::error(place, format!("there is no {kind} `{id}`"), advice)
}

fn date(written: &str, place: &Path<'_>, out: &mut Vec<Finding>) -> Option<Edtf> {
    let read = written.parse();
    read.map_err(|error: crate::edtf::EdtfError| {
        let mend = "Write it in EDTF: `2025-04-22`, `2025-04`, `2025-04-22/2025-04-24` (lasting), `[2025-04-23..2025-04-25]` (one day in between).";
        out.push(Finding::error(place, error.to_string(), mend));
    })
    .ok()
}

fn optional_date(written: Option<&str>, place: &Path<'_>, out: &mut Vec<Finding>) -> Option<Edtf> {
    written.and_then(|written| date(written, place, out))
}

/// A date that other rows may have too: those say so already.
fn shared_date(written: Option<&str>, shared: &Shared, place: &Path<'_>, out: &mut Vec<Finding>) -> Option<Edtf> {
    let written = written?;
    shared.known_date(written).cloned().or_else(|| date(written, place, out))
}

fn link(url: Option<&String>, place: &Path<'_>, out: &mut Vec<Finding>) -> Option<Link> {
    let url = url?;
    let link = Link::new(url);
    if link.is_none() {
        out.push(Finding::error(
            place,
            format!("`{url}` is no http or https address"),
            "Write the whole address, beginning with `https://`.",
        ));
    }
    link
}

pub(super) fn actor(wire: wire::Actor, place: &Path<'_>, names: &Names, out: &mut Vec<Finding>) -> Actor {
    let affiliation =
        wire.affiliation.and_then(|id| find(&id, "actor", &place.field("affiliation"), &names.actors, out));
    Actor { id: wire.id, name: wire.name, aliases: wire.aliases, kind: wire.kind, role: wire.role, affiliation }
}

pub(super) fn topic(wire: wire::Topic, place: &Path<'_>, names: &Names, out: &mut Vec<Finding>) -> Topic {
    let parent = wire.parent.and_then(|id| find(&id, "topic", &place.field("parent"), &names.topics, out));
    Topic { id: wire.id, label: wire.label, parent }
}

pub(super) fn outlet(wire: wire::Outlet, place: &Path<'_>, out: &mut Vec<Finding>) -> Outlet {
    let url = link(wire.url.as_ref(), &place.field("url"), out);
    Outlet { id: wire.id, name: wire.name, url, country: wire.country }
}

pub(super) fn source(wire: wire::Source, place: &Path<'_>, names: &Names, out: &mut Vec<Finding>) -> Source {
    let derived_from = wire.derived_from.iter().enumerate().filter_map(|(i, origin)| {
        let list = place.field("derived_from");
        let place = &list.element(i);
        if let Some(link) = Link::new(origin) {
            return Some(Origin::Elsewhere(link));
        }
        find(origin, "source (and no http or https address)", place, &names.sources, out).map(Origin::Source)
    });
    Source {
        derived_from: derived_from.collect(),
        outlet: wire.outlet.and_then(|id| find(&id, "outlet", &place.field("outlet"), &names.outlets, out)),
        url: link(wire.url.as_ref(), &place.field("url"), out),
        published: date(&wire.published, &place.field("published"), out),
        title: match wire.headline {
            Some(headline) => Title::Headline(Verbatim(headline)),
            None => Title::Description(Paraphrase(wire.title)),
        },
        notes: each(wire.notes, &place.field("notes"), |row, place| {
            let passages = passages(&plain::passages(&row.passages), place, out);
            Some(Note { kind: row.kind, note: Paraphrase(row.note), passages })
        }),
        skipped: each(wire.skipped, &place.field("skipped"), |row, place| {
            let passage = passage(&plain::passage(&row.passage), &place.field("passage"), out)?;
            Some(Skipped { reason: row.reason, passage })
        }),
        id: wire.id,
        label: wire.label,
        published_basis: wire.published_basis,
        language: wire.language,
        digest: SourceDigest { raw: wire.digest.raw, canonical: wire.digest.canonical },
        length: wire.length,
        coded: wire.coded,
        text: wire.text.map(Verbatim),
    }
}

fn passages(written: &[records::Passage<'_>], place: &Path<'_>, out: &mut Vec<Finding>) -> Vec<Passage> {
    let list = place.field("passages");
    let mut read = Vec::with_capacity(written.len());
    for (position, row) in written.iter().enumerate() {
        read.extend(passage(row, &list.element(position), out));
    }
    read
}

fn passage(written: &records::Passage<'_>, place: &Path<'_>, out: &mut Vec<Finding>) -> Option<Passage> {
    let (start, end) = (written.start, written.end);
    if start >= end {
        out.push(Finding::error(
            place,
            format!("the passage ends at {end} and starts at {start}"),
            "`end` is the code point after the last, so it is greater than `start`.",
        ));
        return None;
    }
    let passage = Passage::of(written);
    if passage.is_none() {
        let mend = "Give `exact`, or all of `head`, `tail` and `digest`.";
        out.push(Finding::error(place, "the passage has neither its words nor its edges", mend));
    }
    passage
}

/// The event at `position` with its mentions, before which there are `before` others; none if it has a spelling that isn't
/// the format's.
pub(crate) fn event(
    written: &records::Event<'_>,
    position: usize,
    before: usize,
    (names, shared): (&Names, &Shared),
    out: &mut Vec<Finding>,
) -> Option<(Event, Vec<Mention>)> {
    let known = |mention: &records::Mention<'_>| {
        Some((Status::from_spelling(&mention.status)?, Basis::from_spelling(&mention.basis)?))
    };
    let spellings = written.mentions.iter().map(known).collect::<Option<Vec<_>>>()?;
    let list = ROOT.field("events");
    let place = &list.element(position);
    let index = EventIdx::new(position);
    let of_mentions = place.field("mentions");
    let mut mentions = Vec::with_capacity(spellings.len());
    for (at, (row, spelling)) in written.mentions.iter().zip(spellings).enumerate() {
        mentions.extend(mention(row, spelling, index, &of_mentions.element(at), (names, shared), out));
    }
    let event = Event {
        when: date(&written.when, &place.field("when"), out),
        known_from: optional_date(written.known_from.as_deref(), &place.field("known_from"), out),
        topics: find_all(&written.topics, "topic", &place.field("topics"), &names.topics, out),
        id: written.id.clone().into_owned(),
        title: Paraphrase(written.title.clone().into_owned()),
        background: written.background,
        mentions: (before..before + mentions.len()).map(MentionIdx::new).collect(),
        quotes: Vec::new(),
        discrepancies: Vec::new(),
    };
    Some((event, mentions))
}

fn mention(
    written: &records::Mention<'_>,
    (status, basis): (Status, Basis),
    event: EventIdx,
    place: &Path<'_>,
    (names, shared): (&Names, &Shared),
    out: &mut Vec<Finding>,
) -> Option<Mention> {
    // A report that nobody made can't be shown in anybody's column.
    let source = find(&written.source, "source", &place.field("source"), &names.sources, out)?;
    Some(Mention {
        event,
        source,
        passages: passages(&written.passages, place, out),
        when: shared_date(written.when.as_deref(), shared, &place.field("when"), out),
        actors: find_all(&written.actors, "actor", &place.field("actors"), &names.actors, out),
        places: find_all(&written.places, "place", &place.field("places"), &names.places, out),
        via: find_all(&written.via, "actor", &place.field("via"), &names.actors, out),
        id: written.id.clone().into_owned(),
        paraphrase: Paraphrase(written.paraphrase.clone().into_owned()),
        status,
        basis,
    })
}

/// What a quote comes to: none if it has to be left out.
pub(crate) type Resolved = Option<Quote>;

/// The quote at `position`; none if it has a spelling that isn't the format's.
pub(crate) fn quote(
    written: &records::Quote<'_>,
    position: usize,
    (names, shared): (&Names, &Shared),
    out: &mut Vec<Finding>,
) -> Option<Resolved> {
    let kind = QuoteKind::from_spelling(&written.kind)?;
    let list = ROOT.field("quotes");
    let place = &list.element(position);
    let Some(source) = find(&written.source, "source", &place.field("source"), &names.sources, out) else {
        return Some(None);
    };
    let passages = passages(&written.passages, place, out);
    let content = match kind {
        QuoteKind::Direct => {
            let mut parts: Vec<Verbatim> = passages.iter().filter_map(Passage::exact).cloned().collect();
            if parts.is_empty() {
                parts.push(Verbatim(written.content.clone().into_owned()));
            }
            Content::Direct(parts)
        }
        QuoteKind::Mixed => Content::Mixed(runs(&written.content)),
        QuoteKind::Indirect => Content::Indirect(Paraphrase(written.content.clone().into_owned())),
    };
    Some(Some(Quote {
        source,
        content,
        passages,
        speakers: find_all(&written.speakers, "actor", &place.field("speakers"), &names.actors, out),
        via: find_all(&written.via, "actor", &place.field("via"), &names.actors, out),
        when: shared_date(written.when.as_deref(), shared, &place.field("when"), out),
        event: written.event.as_ref().and_then(|id| find(id, "event", &place.field("event"), &names.events, out)),
        topics: find_all(&written.topics, "topic", &place.field("topics"), &names.topics, out),
        addressee: (written.addressee.as_ref())
            .and_then(|id| find(id, "actor", &place.field("addressee"), &names.actors, out)),
        id: written.id.clone().into_owned(),
        cue: written.cue.clone().into_owned(),
    }))
}

/// Takes a mixed quote apart: what stands in “marks” is the source's, the rest is ours.
pub(crate) fn runs(content: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut rest = content;
    while let Some((own, after)) = rest.split_once('“') {
        let Some((quoted, after)) = after.split_once('”') else { break };
        if !own.is_empty() {
            runs.push(Run::Own(Paraphrase(own.into())));
        }
        runs.push(Run::Quoted(Verbatim(quoted.into())));
        rest = after;
    }
    if !rest.is_empty() {
        runs.push(Run::Own(Paraphrase(rest.into())));
    }
    runs
}

pub(super) fn variant(
    wire: wire::Variant,
    place: &Path<'_>,
    quotes: &impl Cited<QuoteIdx>,
    out: &mut Vec<Finding>,
) -> Option<Variant> {
    let members: Vec<QuoteIdx> = (wire.quotes.iter().enumerate())
        .filter_map(|(i, id)| find_cited(id, "quote", &place.field("quotes").element(i), quotes, out))
        .map(|(quote, _)| quote)
        .collect();
    if members.len() < 2 {
        out.push(Finding::error(
            &place.field("quotes"),
            "fewer than two quotes are left",
            "A variant joins two or more.",
        ));
        return None;
    }
    Some(Variant { id: wire.id, quotes: members, note: wire.note.map(Paraphrase) })
}

pub(super) fn discrepancy(
    wire: wire::Discrepancy,
    place: &Path<'_>,
    names: &Names,
    mentions: &impl Cited<MentionIdx>,
    quotes: &impl Cited<QuoteIdx>,
    out: &mut Vec<Finding>,
) -> Discrepancy {
    let answers = each(wire.answers, &place.field("answers"), |answer, place| {
        let evidence = each(answer.evidence, &place.field("evidence"), |row, place| {
            resolve_evidence(&row, place, names, mentions, quotes, out)
        });
        Some(Answer {
            date: optional_date(answer.date.as_deref(), &place.field("date"), out),
            value: Paraphrase(answer.value),
            number: answer.number,
            unit: answer.unit,
            evidence,
        })
    });
    Discrepancy {
        event: wire.event.and_then(|id| find(&id, "event", &place.field("event"), &names.events, out)),
        id: wire.id,
        dimension: wire.dimension,
        nature: wire.nature,
        question: Paraphrase(wire.question),
        note: wire.note.map(Paraphrase),
        answers,
    }
}

fn resolve_evidence(
    wire: &wire::Evidence,
    place: &Path<'_>,
    names: &Names,
    mentions: &impl Cited<MentionIdx>,
    quotes: &impl Cited<QuoteIdx>,
    out: &mut Vec<Finding>,
) -> Option<Evidence> {
    let source = find(&wire.source, "source", &place.field("source"), &names.sources, out)?;
    let (found_in, what) = match (&wire.mention, &wire.quote) {
        (Some(id), None) => {
            let (mention, source) = find_cited(id, "mention", &place.field("mention"), mentions, out)?;
            (source, EvidencePlace::Mention(mention))
        }
        (None, Some(id)) => {
            let (quote, source) = find_cited(id, "quote", &place.field("quote"), quotes, out)?;
            (source, EvidencePlace::Quote(quote))
        }
        _ => {
            out.push(Finding::error(place, "the evidence names no place, or two", "Give either `mention` or `quote`."));
            return None;
        }
    };
    if found_in != source {
        out.push(Finding::error(
            place,
            "the evidence stands in another source",
            "Name the source that the mention or quote belongs to.",
        ));
        return None;
    }
    Some(Evidence { source, place: what })
}

#[cfg(test)]
mod tests;
