//! The sheets of a dataset: from bytes to typed rows that know where they stand.
//!
//! Every problem of every sheet is collected. Where a cell can't be read, a placeholder stands in for it, so that the
//! rest of its row can still be checked; nothing is ever written while there are errors.

pub mod cells;
pub mod columns;
pub mod grid;
pub mod id;
mod read;

use std::collections::BTreeMap;

use sidebyline_dataset::{Finding, wire};

pub use cells::At;

/// A row, and where it stands.
#[derive(Clone, Debug)]
pub struct Row<T> {
    /// Where it stands.
    pub at: At,
    /// What it says.
    pub value: T,
}

/// A row of `sources.csv`.
#[derive(Clone, Debug)]
pub struct SourceRow {
    /// The name of its text's file.
    pub file: String,
    /// Whether the whole text goes into the dataset.
    pub publish: bool,
    /// The source, without digests, length, notes and skipped stretches.
    pub source: wire::Source,
}

/// A row of `mentions.csv`.
#[derive(Clone, Debug)]
pub struct MentionRow {
    /// The event's id.
    pub event: String,
    /// The passages, as typed.
    pub words: String,
    /// The mention, without passages, and perhaps without id.
    pub mention: wire::Mention,
}

/// A row of `quotes.csv`.
#[derive(Clone, Debug)]
pub struct QuoteRow {
    /// The passages, as typed.
    pub words: String,
    /// The quote, without passages, and perhaps without id or content.
    pub quote: wire::Quote,
}

/// A row of `answers.csv`.
#[derive(Clone, Debug)]
pub struct AnswerRow {
    /// The discrepancy's id.
    pub discrepancy: String,
    /// Ids of mentions and quotes.
    pub evidence: Vec<String>,
    /// The answer, without evidence.
    pub answer: wire::Answer,
}

/// A row of `notes.csv`.
#[derive(Clone, Debug)]
pub struct NoteRow {
    /// The source's id.
    pub source: String,
    /// The passages, as typed; may be empty.
    pub words: String,
    /// The note, without passages.
    pub note: wire::Note,
}

/// A row of `skipped.csv`.
#[derive(Clone, Debug)]
pub struct SkippedRow {
    /// The source's id.
    pub source: String,
    /// The passages, as typed.
    pub words: String,
    /// Why they carry nothing.
    pub reason: wire::SkipReason,
    /// The passages, once they are found.
    pub passages: Vec<wire::Passage>,
}

/// All sheets.
#[derive(Clone, Debug)]
pub struct Sheets {
    /// The facts about the whole; its lists are empty.
    pub dataset: wire::Dataset,
    pub outlets: Vec<Row<wire::Outlet>>,
    pub sources: Vec<Row<SourceRow>>,
    pub actors: Vec<Row<wire::Actor>>,
    pub places: Vec<Row<wire::Place>>,
    pub topics: Vec<Row<wire::Topic>>,
    /// Events without mentions.
    pub events: Vec<Row<wire::Event>>,
    pub mentions: Vec<Row<MentionRow>>,
    pub quotes: Vec<Row<QuoteRow>>,
    pub variants: Vec<Row<wire::Variant>>,
    /// Discrepancies without answers.
    pub discrepancies: Vec<Row<wire::Discrepancy>>,
    pub answers: Vec<Row<AnswerRow>>,
    pub notes: Vec<Row<NoteRow>>,
    pub skipped: Vec<Row<SkippedRow>>,
}

/// Reads the sheets among `files`, by name. Adds what is wrong to `findings`.
pub fn read(files: &BTreeMap<String, Vec<u8>>, findings: &mut Vec<Finding>) -> Sheets {
    columns::unknown_sheets(files.keys().map(String::as_str), findings);
    read::sheets(files, findings)
}

#[cfg(test)]
pub mod tests;
