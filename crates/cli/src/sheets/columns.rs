//! Which sheets there are, and which columns each has.

use sidebyline_dataset::Finding;
use sidebyline_dataset::nearest::advice;

/// What a sheet may hold.
#[derive(Debug)]
pub struct Spec {
    /// Its file's name.
    pub name: &'static str,
    /// Whether a dataset can't do without it.
    pub required: bool,
    /// The columns that can't be missing.
    pub needed: &'static [&'static str],
    /// The columns that can.
    pub optional: &'static [&'static str],
}

impl Spec {
    /// All columns.
    pub fn columns(&self) -> impl Iterator<Item = &'static str> {
        self.needed.iter().chain(self.optional).copied()
    }
}

/// Shortens the tables below.
const fn spec(
    name: &'static str,
    required: bool,
    needed: &'static [&'static str],
    optional: &'static [&'static str],
) -> Spec {
    Spec { name, required, needed, optional }
}

pub const DATASET: Spec = spec("dataset.csv", true, &["key", "value"], &[]);
pub const OUTLETS: Spec = spec("outlets.csv", false, &["id", "name"], &["url", "country"]);
pub const SOURCES: Spec = spec(
    "sources.csv",
    true,
    &["id", "text", "label", "published", "published_basis", "language", "coded"],
    &["title", "headline", "outlet", "url", "derived_from", "publish"],
);
pub const ACTORS: Spec = spec("actors.csv", true, &["id", "name", "kind"], &["aliases", "role", "affiliation"]);
pub const PLACES: Spec = spec("places.csv", false, &["id", "name"], &["aliases", "country"]);
pub const TOPICS: Spec = spec("topics.csv", false, &["id", "label"], &["parent"]);
pub const EVENTS: Spec = spec("events.csv", true, &["id", "title", "when"], &["known_from", "background", "topics"]);
pub const MENTIONS: Spec = spec(
    "mentions.csv",
    true,
    &["event", "source", "status", "basis", "words", "paraphrase"],
    &["id", "when", "actors", "places", "via"],
);
pub const QUOTES: Spec = spec(
    "quotes.csv",
    true,
    &["source", "kind", "speakers", "cue", "words"],
    &["id", "via", "content", "when", "event", "topics", "addressee"],
);
pub const VARIANTS: Spec = spec("variants.csv", false, &["id", "quotes"], &["note"]);
pub const DISCREPANCIES: Spec =
    spec("discrepancies.csv", false, &["id", "dimension", "nature", "question"], &["event", "note"]);
pub const ANSWERS: Spec =
    spec("answers.csv", false, &["discrepancy", "value", "evidence"], &["number", "date", "unit"]);
pub const NOTES: Spec = spec("notes.csv", false, &["source", "kind", "note"], &["words"]);
pub const SKIPPED: Spec = spec("skipped.csv", false, &["source", "words", "reason"], &[]);

/// Every sheet, in the order in which the documentation has them.
pub const ALL: [&Spec; 14] = [
    &DATASET,
    &OUTLETS,
    &SOURCES,
    &ACTORS,
    &PLACES,
    &TOPICS,
    &EVENTS,
    &MENTIONS,
    &QUOTES,
    &VARIANTS,
    &DISCREPANCIES,
    &ANSWERS,
    &NOTES,
    &SKIPPED,
];

/// Warns about CSV files that are no sheet: a misspelled `discrepancy.csv` would otherwise be passed over in silence.
pub fn unknown_sheets<'a>(names: impl IntoIterator<Item = &'a str>, findings: &mut Vec<Finding>) {
    for name in names {
        let is_csv = name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("csv"));
        if is_csv && !ALL.iter().any(|spec| spec.name == name) {
            let mend = advice(name, ALL.map(|spec| spec.name));
            findings.push(Finding::warning(name, "this is no sheet of a dataset, and is passed over", mend));
        }
    }
}
