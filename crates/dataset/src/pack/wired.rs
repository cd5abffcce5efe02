//! The model back to the wire types, as `sidebyline build` would write it. What a file has besides is in [`super::rest`].

use serde::Serialize;
use serde_json::Value;

use crate::edtf::Edtf;
use crate::model::{
    self, Anchor, Content, Dataset, Discrepancy, Event, Evidence, EvidencePlace, Ids, Link, Mention, Names, Origin,
    Passage, Quote, Run, Source, Title,
};
use crate::table::{Idx, Row, Table};
use crate::wire::{self, Extra};
use crate::{FORMAT, wire as w};

/// A dataset, or a record of one, as JSON.
pub(super) fn json(wire: &impl Serialize) -> Value {
    // The wire types have no map with other keys than texts, which alone can't be written.
    serde_json::to_value(wire).unwrap_or_default()
}

/// A dataset as its file has it, but for its events and quotes.
pub(super) fn shared(dataset: &Dataset, names: &Names) -> wire::Dataset {
    let about = dataset.about.clone();
    wire::Dataset {
        format: FORMAT.into(),
        id: about.id,
        version: about.version,
        title: about.title,
        description: about.description,
        language: about.language,
        updated: about.updated,
        license: about.license,
        creators: about.creators,
        publisher: about.publisher,
        contact: about.contact,
        method: about.method,
        corrections: about.corrections.into_iter().map(correction).collect(),
        renamed: dataset.renamed.0.iter().cloned().collect(),
        outlets: dataset.outlets.iter().map(|(_, row)| outlet(row)).collect(),
        sources: dataset.sources.iter().map(|(_, row)| source(names, row)).collect(),
        actors: dataset.actors.iter().map(|(_, row)| actor(names, row)).collect(),
        places: dataset.places.iter().map(|(_, row)| place(row)).collect(),
        topics: dataset.topics.iter().map(|(_, row)| topic(names, row)).collect(),
        events: Vec::new(),
        quotes: Vec::new(),
        variants: dataset.variants.iter().map(|(_, row)| variant(dataset, row)).collect(),
        discrepancies: dataset.discrepancies.iter().map(|(_, row)| discrepancy(dataset, names, row)).collect(),
        excerpt: None,
        extra: Extra::new(),
    }
}

fn id<I: Idx, T: Row>(table: &Table<I, T>, index: I) -> String {
    table.id(index).to_owned()
}

fn name<I: Idx>(names: &Ids<I>, index: I) -> String {
    names.id(index).to_owned()
}

fn all<I: Idx>(names: &Ids<I>, indices: &[I]) -> Vec<String> {
    indices.iter().map(|&index| name(names, index)).collect()
}

fn date(date: Option<&Edtf>) -> Option<String> {
    date.map(|date| date.as_str().to_owned())
}

fn url(link: Option<&Link>) -> Option<String> {
    link.map(|link| link.as_str().to_owned())
}

fn correction(row: model::Correction) -> w::Correction {
    w::Correction { date: row.date, note: row.note, version: row.version, extra: Extra::new() }
}

fn outlet(row: &model::Outlet) -> w::Outlet {
    w::Outlet {
        id: row.id.clone(),
        name: row.name.clone(),
        url: url(row.url.as_ref()),
        country: row.country.clone(),
        extra: Extra::new(),
    }
}

fn actor(names: &Names, row: &model::Actor) -> w::Actor {
    w::Actor {
        id: row.id.clone(),
        name: row.name.clone(),
        aliases: row.aliases.clone(),
        kind: row.kind,
        role: row.role.clone(),
        affiliation: row.affiliation.map(|actor| name(&names.actors, actor)),
        extra: Extra::new(),
    }
}

fn place(row: &model::Place) -> w::Place {
    w::Place {
        id: row.id.clone(),
        name: row.name.clone(),
        aliases: row.aliases.clone(),
        country: row.country.clone(),
        extra: Extra::new(),
    }
}

fn topic(names: &Names, row: &model::Topic) -> w::Topic {
    let parent = row.parent.map(|topic| name(&names.topics, topic));
    w::Topic { id: row.id.clone(), label: row.label.clone(), parent, extra: Extra::new() }
}

fn source(names: &Names, row: &Source) -> w::Source {
    let origin = |origin: &Origin| match origin {
        Origin::Source(source) => name(&names.sources, *source),
        Origin::Elsewhere(link) => link.as_str().to_owned(),
    };
    w::Source {
        id: row.id.clone(),
        label: row.label.clone(),
        title: row.title.as_str().to_owned(),
        headline: match &row.title {
            Title::Headline(words) => Some(words.0.clone()),
            Title::Description(_) => None,
        },
        outlet: row.outlet.map(|outlet| name(&names.outlets, outlet)),
        url: url(row.url.as_ref()),
        published: date(row.published.as_ref()).unwrap_or_default(),
        published_basis: row.published_basis.clone(),
        language: row.language.clone(),
        digest: w::SourceDigest {
            raw: row.digest.raw.clone(),
            canonical: row.digest.canonical.clone(),
            extra: Extra::new(),
        },
        length: row.length,
        coded: row.coded,
        derived_from: row.derived_from.iter().map(origin).collect(),
        text: row.text.as_ref().map(|text| text.0.clone()),
        notes: row
            .notes
            .iter()
            .map(|note| w::Note {
                kind: note.kind,
                note: note.note.0.clone(),
                passages: passages(&note.passages),
                extra: Extra::new(),
            })
            .collect(),
        skipped: row
            .skipped
            .iter()
            .map(|row| w::Skipped { reason: row.reason, passage: passage(&row.passage), extra: Extra::new() })
            .collect(),
        extra: Extra::new(),
    }
}

fn passages(rows: &[Passage]) -> Vec<w::Passage> {
    rows.iter().map(passage).collect()
}

fn passage(row: &Passage) -> w::Passage {
    let bare = w::Passage {
        start: row.span.start,
        end: row.span.end,
        exact: None,
        prefix: None,
        suffix: None,
        head: None,
        tail: None,
        digest: None,
        extra: Extra::new(),
    };
    let around = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    match &row.anchor {
        Anchor::Exact { exact, prefix, suffix } => {
            w::Passage { exact: Some(exact.0.clone()), prefix: around(prefix), suffix: around(suffix), ..bare }
        }
        Anchor::Edges { head, tail, digest } => {
            w::Passage { head: Some(head.0.clone()), tail: Some(tail.0.clone()), digest: Some(digest.clone()), ..bare }
        }
    }
}

/// An event with its mentions as the file has it.
pub(super) fn event<'a>(names: &Names, row: &Event, mentions: impl Iterator<Item = &'a Mention>) -> w::Event {
    w::Event {
        id: row.id.clone(),
        title: row.title.0.clone(),
        when: date(row.when.as_ref()).unwrap_or_default(),
        known_from: date(row.known_from.as_ref()),
        background: row.background,
        topics: all(&names.topics, &row.topics),
        mentions: mentions.map(|row| mention(names, row)).collect(),
        extra: Extra::new(),
    }
}

fn mention(names: &Names, row: &Mention) -> w::Mention {
    w::Mention {
        id: row.id.clone(),
        source: name(&names.sources, row.source),
        paraphrase: row.paraphrase.0.clone(),
        passages: passages(&row.passages),
        status: row.status,
        when: date(row.when.as_ref()),
        actors: all(&names.actors, &row.actors),
        places: all(&names.places, &row.places),
        basis: row.basis,
        via: all(&names.actors, &row.via),
        extra: Extra::new(),
    }
}

/// A quote as the file has it.
pub(super) fn quote(names: &Names, row: &Quote) -> w::Quote {
    let run = |run: &Run| match run {
        Run::Quoted(words) => ["“", &words.0, "”"].concat(),
        Run::Own(words) => words.0.clone(),
    };
    w::Quote {
        id: row.id.clone(),
        source: name(&names.sources, row.source),
        kind: row.content.kind(),
        speakers: all(&names.actors, &row.speakers),
        via: all(&names.actors, &row.via),
        cue: row.cue.clone(),
        content: match &row.content {
            Content::Direct(parts) => parts.iter().map(|part| part.0.as_str()).collect::<Vec<_>>().join(" … "),
            Content::Mixed(runs) => runs.iter().map(run).collect(),
            Content::Indirect(words) => words.0.clone(),
        },
        passages: passages(&row.passages),
        when: date(row.when.as_ref()),
        event: row.event.map(|event| name(&names.events, event)),
        topics: all(&names.topics, &row.topics),
        addressee: row.addressee.map(|actor| name(&names.actors, actor)),
        extra: Extra::new(),
    }
}

fn variant(dataset: &Dataset, row: &model::Variant) -> w::Variant {
    w::Variant {
        id: row.id.clone(),
        quotes: row.quotes.iter().map(|&quote| id(&dataset.quotes, quote)).collect(),
        note: row.note.as_ref().map(|note| note.0.clone()),
        extra: Extra::new(),
    }
}

fn discrepancy(dataset: &Dataset, names: &Names, row: &Discrepancy) -> w::Discrepancy {
    w::Discrepancy {
        id: row.id.clone(),
        dimension: row.dimension,
        nature: row.nature,
        question: row.question.0.clone(),
        event: row.event.map(|event| name(&names.events, event)),
        note: row.note.as_ref().map(|note| note.0.clone()),
        answers: row
            .answers
            .iter()
            .map(|row| w::Answer {
                value: row.value.0.clone(),
                number: row.number,
                date: date(row.date.as_ref()),
                unit: row.unit.clone(),
                evidence: row.evidence.iter().map(|row| evidence(dataset, names, row)).collect(),
                extra: Extra::new(),
            })
            .collect(),
        extra: Extra::new(),
    }
}

fn evidence(dataset: &Dataset, names: &Names, row: &Evidence) -> w::Evidence {
    let (mention, quote) = match row.place {
        EvidencePlace::Mention(mention) => (Some(id(&dataset.mentions, mention)), None),
        EvidencePlace::Quote(quote) => (None, Some(id(&dataset.quotes, quote))),
    };
    w::Evidence { source: name(&names.sources, row.source), mention, quote, extra: Extra::new() }
}
