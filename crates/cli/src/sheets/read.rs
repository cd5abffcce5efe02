//! Each sheet's rows, cell by cell.

mod facts;

use std::collections::BTreeMap;

use sidebyline_dataset::{FORMAT, Finding, wire};

use crate::sheets::cells::Cells;
use crate::sheets::columns::{self, Spec};
use crate::sheets::grid;
use crate::sheets::{AnswerRow, At, MentionRow, NoteRow, QuoteRow, Row, Sheets, SkippedRow, SourceRow};

type Files = BTreeMap<String, Vec<u8>>;

/// Reads all sheets among `files`.
pub fn sheets(files: &Files, findings: &mut Vec<Finding>) -> Sheets {
    Sheets {
        dataset: facts::dataset(files, findings),
        outlets: rows(&columns::OUTLETS, files, findings, outlet),
        sources: rows(&columns::SOURCES, files, findings, source),
        actors: rows(&columns::ACTORS, files, findings, actor),
        places: rows(&columns::PLACES, files, findings, place),
        topics: rows(&columns::TOPICS, files, findings, topic),
        events: rows(&columns::EVENTS, files, findings, event),
        mentions: rows(&columns::MENTIONS, files, findings, mention),
        quotes: rows(&columns::QUOTES, files, findings, quote),
        variants: rows(&columns::VARIANTS, files, findings, variant),
        discrepancies: rows(&columns::DISCREPANCIES, files, findings, discrepancy),
        answers: rows(&columns::ANSWERS, files, findings, answer),
        notes: rows(&columns::NOTES, files, findings, note),
        skipped: rows(&columns::SKIPPED, files, findings, skipped),
    }
}

/// The rows of one sheet. One that is missing has none, and is an error if a dataset can't do without it.
fn rows<T>(spec: &Spec, files: &Files, findings: &mut Vec<Finding>, read: fn(&mut Cells<'_>) -> T) -> Vec<Row<T>> {
    let Some(bytes) = files.get(spec.name) else {
        if spec.required {
            let header = spec.columns().collect::<Vec<_>>().join(",");
            let mend =
                format!("Write one with the columns `{header}`; `sidebyline new` makes a folder with all sheets.");
            findings.push(Finding::error(spec.name, "the sheet is missing", mend));
        }
        return Vec::new();
    };
    let grid = grid::read(spec, bytes, findings).unwrap_or_default();
    grid.rows
        .iter()
        .map(|(row, cells)| {
            let at = At { sheet: spec.name, row: *row };
            Row { at, value: read(&mut Cells { at, grid: &grid, row: cells, findings }) }
        })
        .collect()
}

fn outlet(row: &mut Cells<'_>) -> wire::Outlet {
    wire::Outlet {
        id: row.required_id(),
        name: row.required("name"),
        url: row.link("url"),
        country: row.optional("country"),
        extra: wire::Extra::new(),
    }
}

fn source(row: &mut Cells<'_>) -> SourceRow {
    let headline = row.optional("headline");
    // A headline needs no description of ours beside it.
    let title = if headline.is_some() { row.optional("title") } else { Some(row.required("title")) };
    let source = wire::Source {
        id: row.required_id(),
        label: row.required("label"),
        title: title.or_else(|| headline.clone()).unwrap_or_default(),
        headline,
        outlet: row.optional("outlet"),
        url: row.link("url"),
        published: row.required_date("published"),
        published_basis: row.required("published_basis"),
        language: row.required("language"),
        digest: wire::SourceDigest { raw: String::new(), canonical: String::new(), extra: wire::Extra::new() },
        length: 0,
        coded: row.spelled("coded"),
        derived_from: row.list("derived_from"),
        text: None,
        notes: Vec::new(),
        skipped: Vec::new(),
        extra: wire::Extra::new(),
    };
    SourceRow { file: row.required("text"), publish: row.yes("publish"), source }
}

fn actor(row: &mut Cells<'_>) -> wire::Actor {
    wire::Actor {
        id: row.required_id(),
        name: row.required("name"),
        aliases: row.list("aliases"),
        kind: row.spelled("kind"),
        role: row.optional("role"),
        affiliation: row.optional("affiliation"),
        extra: wire::Extra::new(),
    }
}

fn place(row: &mut Cells<'_>) -> wire::Place {
    wire::Place {
        id: row.required_id(),
        name: row.required("name"),
        aliases: row.list("aliases"),
        country: row.optional("country"),
        extra: wire::Extra::new(),
    }
}

fn topic(row: &mut Cells<'_>) -> wire::Topic {
    wire::Topic {
        id: row.required_id(),
        label: row.required("label"),
        parent: row.optional("parent"),
        extra: wire::Extra::new(),
    }
}

fn event(row: &mut Cells<'_>) -> wire::Event {
    wire::Event {
        id: row.required_id(),
        title: row.required("title"),
        when: row.required_date("when"),
        known_from: row.date("known_from"),
        background: row.yes("background"),
        topics: row.list("topics"),
        mentions: Vec::new(),
        extra: wire::Extra::new(),
    }
}

fn mention(row: &mut Cells<'_>) -> MentionRow {
    let mention = wire::Mention {
        id: row.own_id(),
        source: row.required("source"),
        paraphrase: row.required("paraphrase"),
        passages: Vec::new(),
        status: row.spelled("status"),
        when: row.date("when"),
        actors: row.list("actors"),
        places: row.list("places"),
        basis: row.spelled("basis"),
        via: row.list("via"),
        extra: wire::Extra::new(),
    };
    MentionRow { event: row.required("event"), words: row.required("words"), mention }
}

fn quote(row: &mut Cells<'_>) -> QuoteRow {
    let kind = row.spelled("kind");
    let content = row.text("content");
    let fault = match (kind, content.is_empty()) {
        (wire::QuoteKind::Direct, false) => {
            Some(("a direct quote's words are its content", "Leave the cell empty, or make the quote `mixed`."))
        }
        (wire::QuoteKind::Mixed, true) => Some((
            "a mixed quote needs a content",
            "Write what is said in our own words, with the quoted fragments in “typographic marks”.",
        )),
        (wire::QuoteKind::Indirect, true) => {
            Some(("an indirect quote needs a content", "Write what is said in our own words."))
        }
        _ => None,
    };
    if let Some((found, mend)) = fault {
        row.findings.push(Finding::error(row.at.column("content"), found, mend));
    }
    let quote = wire::Quote {
        id: row.own_id(),
        source: row.required("source"),
        kind,
        speakers: row.required_list("speakers"),
        via: row.list("via"),
        cue: row.required("cue"),
        content,
        passages: Vec::new(),
        when: row.date("when"),
        event: row.optional("event"),
        topics: row.list("topics"),
        addressee: row.optional("addressee"),
        extra: wire::Extra::new(),
    };
    QuoteRow { words: row.required("words"), quote }
}

fn variant(row: &mut Cells<'_>) -> wire::Variant {
    wire::Variant {
        id: row.required_id(),
        quotes: row.required_list("quotes"),
        note: row.optional("note"),
        extra: wire::Extra::new(),
    }
}

fn discrepancy(row: &mut Cells<'_>) -> wire::Discrepancy {
    wire::Discrepancy {
        id: row.required_id(),
        dimension: row.spelled("dimension"),
        nature: row.spelled("nature"),
        question: row.required("question"),
        event: row.optional("event"),
        note: row.optional("note"),
        answers: Vec::new(),
        extra: wire::Extra::new(),
    }
}

fn answer(row: &mut Cells<'_>) -> AnswerRow {
    let answer = wire::Answer {
        value: row.required("value"),
        number: row.number("number"),
        date: row.date("date"),
        unit: row.optional("unit"),
        evidence: Vec::new(),
        extra: wire::Extra::new(),
    };
    AnswerRow { discrepancy: row.required("discrepancy"), evidence: row.required_list("evidence"), answer }
}

fn note(row: &mut Cells<'_>) -> NoteRow {
    let note = wire::Note {
        kind: row.spelled("kind"),
        note: row.required("note"),
        passages: Vec::new(),
        extra: wire::Extra::new(),
    };
    NoteRow { source: row.required("source"), words: row.text("words"), note }
}

fn skipped(row: &mut Cells<'_>) -> SkippedRow {
    SkippedRow {
        source: row.required("source"),
        words: row.required("words"),
        reason: row.spelled("reason"),
        passages: Vec::new(),
    }
}
