//! CSL-JSON, as its schema 1.0 has it.

use serde_json::{Map, Value, json};
use sidebyline_dataset::edtf::{Date, Day, Edtf, Precision, Shape, civil_from_days};

use super::{Kind, Reference};

/// A list of items, pretty-printed, with a line break at its end.
pub(super) fn items(references: &[Reference<'_>]) -> String {
    let items: Vec<Value> = references.iter().map(item).collect();
    let mut written = serde_json::to_string_pretty(&items).unwrap_or_default();
    written.push('\n');
    written
}

fn item(reference: &Reference<'_>) -> Value {
    let kind = match reference.kind {
        Kind::Dataset => "dataset",
        Kind::Article => "article-newspaper",
        Kind::Online => "webpage",
        Kind::Text => "document",
    };
    let mut item = Map::new();
    let mut put = |key: &str, value: Value| drop(item.insert(key.into(), value));
    put("id", reference.key.as_str().into());
    put("type", kind.into());
    if !reference.creators.is_empty() {
        put("author", reference.creators.iter().map(|name| json!({ "literal": name })).collect());
    }
    match (reference.title, reference.description) {
        (Some(title), _) => put("title", title.into()),
        (None, Some(description)) => put("title", ["[", description, "]"].concat().into()),
        (None, None) => {}
    }
    let texts = [
        ("container-title", reference.outlet),
        ("publisher", reference.publisher),
        ("version", reference.version),
        ("language", Some(reference.language)),
        ("URL", reference.url),
    ];
    for (key, text) in texts {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            put(key, text.into());
        }
    }
    if let Some(issued) = reference.published.as_ref().and_then(date) {
        put("issued", issued);
    }
    if let Some(accessed) = reference.accessed.parse().ok().as_ref().and_then(date) {
        put("accessed", accessed);
    }
    put("note", reference.notes.join(". ").into());
    Value::Object(item)
}

/// A date as CSL has it: one, or two where it lasts; *circa* where it isn't known for certain.
pub(super) fn date(when: &Edtf) -> Option<Value> {
    let (from, to) = match when.shape() {
        Shape::Date(date) => (date, None),
        Shape::Lasting(from, to) | Shape::OneOf(from, to) => (from.date().or(to.date())?, to.date()),
    };
    let first = parts(&from)?;
    let last = to.and_then(|to| parts(&to)).filter(|last| *last != first);
    let doubtful = when.is_approximate() || when.is_uncertain() || matches!(when.shape(), Shape::OneOf(..));
    let ends: Vec<Vec<i64>> = [first].into_iter().chain(last).collect();
    let mut date = json!({ "date-parts": ends });
    if doubtful && let Some(date) = date.as_object_mut() {
        date.insert("circa".into(), true.into());
    }
    Some(date)
}

/// Year, month, day, as finely as they are known.
fn parts(date: &Date) -> Option<Vec<i64>> {
    let Day { year, month, day } = civil_from_days(date.first.div_euclid(86_400));
    let all = vec![year, month.into(), day.into()];
    let known = match date.precision {
        Precision::Second | Precision::Day => 3,
        Precision::Month => 2,
        Precision::Year | Precision::Season => 1,
        Precision::Century | Precision::Decade => return None,
    };
    Some(all.into_iter().take(known).collect())
}
