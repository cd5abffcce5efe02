//! `dataset.csv`: the facts about the whole, by key.

use std::collections::BTreeMap;

use sidebyline_dataset::nearest::advice;

use super::{FORMAT, Files, Finding, columns, rows, wire};
use crate::sheets::cells::{At, Cells};
use crate::sheets::id::is_id;

/// The keys that stand once, and whether a dataset can't do without them.
const KEYS: [(&str, bool); 10] = [
    ("id", true),
    ("version", true),
    ("title", true),
    ("description", true),
    ("language", true),
    ("updated", true),
    ("license", true),
    ("publisher", false),
    ("contact", false),
    ("method", true),
];

/// The keys that may repeat.
const REPEATED: [&str; 3] = ["creator", "correction", "renamed"];

/// A dataset with its facts and without its lists.
pub fn dataset(files: &Files, findings: &mut Vec<Finding>) -> wire::Dataset {
    let pair = |row: &mut Cells<'_>| (row.required("key"), row.required("value"));
    let pairs = rows(&columns::DATASET, files, findings, pair);
    let mut once: BTreeMap<&str, String> = BTreeMap::new();
    let mut dataset = empty();
    for row in &pairs {
        let (key, value) = (row.value.0.as_str(), row.value.1.clone());
        match key {
            "" => {}
            "creator" => dataset.creators.push(value),
            "correction" => {
                let halves = halves(row.at, &value, "date | note` or `date version | note", findings);
                dataset.corrections.extend(halves.map(|(when, note)| correction(&when, note)));
            }
            "renamed" => dataset.renamed.extend(halves(row.at, &value, "old id | new id", findings)),
            _ if !KEYS.iter().any(|(known, _)| *known == key) => {
                let known = KEYS.iter().map(|(known, _)| *known).chain(REPEATED);
                findings.push(Finding::error(
                    row.at.column("key"),
                    format!("there is no key `{key}`"),
                    advice(key, known),
                ));
            }
            _ if once.insert(key, value).is_some() => {
                let mend = "Keep one of the two rows.";
                findings.push(Finding::error(row.at.column("key"), format!("`{key}` stands there twice"), mend));
            }
            _ => {}
        }
    }
    // If the sheet isn't there or can't be read, that has been said.
    for (key, _) in KEYS.iter().filter(|(key, required)| *required && !pairs.is_empty() && !once.contains_key(key)) {
        let row = format!("Add a row `{key},…`.");
        findings.push(Finding::error(columns::DATASET.name, format!("the key `{key}` is missing"), row));
    }
    if let Some(row) = pairs.iter().find(|row| row.value.0 == "id" && !row.value.1.is_empty() && !is_id(&row.value.1)) {
        let mend = "An id has 1 to 64 small letters, digits, `-` and `_`, and begins with a letter or digit.";
        findings.push(Finding::error(row.at.column("value"), format!("`{}` can't be an id", row.value.1), mend));
    }
    let mut take = |key: &str| once.remove(key);
    dataset.id = take("id").unwrap_or_default();
    dataset.version = take("version").unwrap_or_default();
    dataset.title = take("title").unwrap_or_default();
    dataset.description = take("description").unwrap_or_default();
    dataset.language = take("language").unwrap_or_default();
    dataset.updated = take("updated").unwrap_or_default();
    dataset.license = take("license").unwrap_or_default();
    dataset.publisher = take("publisher");
    dataset.contact = take("contact");
    dataset.method = take("method").unwrap_or_default();
    // The format has the newest first; in the sheet they may be added at the end.
    dataset.corrections.sort_by(|a, b| b.date.cmp(&a.date));
    dataset
}

/// A correction. Beside its date may stand the first version that has it.
fn correction(when: &str, note: String) -> wire::Correction {
    let (date, version) = when.split_once(char::is_whitespace).unwrap_or((when, ""));
    let version = Some(version.trim().to_owned()).filter(|version| !version.is_empty());
    wire::Correction { date: date.into(), note, version, extra: wire::Extra::new() }
}

/// The two halves of a value that is written `one | other`.
fn halves(at: At, value: &str, form: &str, findings: &mut Vec<Finding>) -> Option<(String, String)> {
    let halves = value
        .split_once('|')
        .map(|(one, other)| (one.trim().to_owned(), other.trim().to_owned()))
        .filter(|(one, other)| !one.is_empty() && !other.is_empty());
    if halves.is_none() {
        findings.push(Finding::error(
            at.column("value"),
            format!("`{value}` has no two halves"),
            format!("Write `{form}`."),
        ));
    }
    halves
}

fn empty() -> wire::Dataset {
    wire::Dataset {
        format: FORMAT.into(),
        id: String::new(),
        version: String::new(),
        title: String::new(),
        description: String::new(),
        language: String::new(),
        updated: String::new(),
        license: String::new(),
        creators: Vec::new(),
        publisher: None,
        contact: None,
        method: String::new(),
        corrections: Vec::new(),
        renamed: BTreeMap::new(),
        outlets: Vec::new(),
        sources: Vec::new(),
        actors: Vec::new(),
        places: Vec::new(),
        topics: Vec::new(),
        events: Vec::new(),
        quotes: Vec::new(),
        variants: Vec::new(),
        discrepancies: Vec::new(),
        excerpt: None,
        extra: wire::Extra::new(),
    }
}
