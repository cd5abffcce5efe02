//! How each wire type is read.

use std::collections::BTreeMap;

use super::cursor::Cursor;
use crate::json::{Json, Object};
use crate::wire::{
    Actor, ActorKind, Answer, Basis, Coded, Correction, Dataset, Dimension, Discrepancy, Event, Evidence, Excerpt,
    Extra, Mention, Nature, Note, NoteKind, Outlet, Passage, Place, Quote, QuoteKind, SkipReason, Skipped, Source,
    SourceDigest, Status, Topic, Variant,
};

/// What can be read from a JSON value.
///
/// Reading goes on after an error, with a stand-in for what couldn't be read: to leave off at every field would cost the
/// page more code than the reading itself. Whoever calls looks at the cursor for the error, and then drops the result.
pub(super) trait FromJson: Sized {
    /// Reads the value, or makes a stand-in and leaves an error with the cursor.
    fn from_json(value: Json, at: &mut Cursor) -> Self;

    /// What a record has if the key `key` isn't there: an error, unless the type has a value for that.
    fn missing(key: &str, at: &mut Cursor) -> Self {
        at.missing(key);
        Self::from_json(Json::Null, at)
    }
}

/// Takes a field out of an object.
fn field<T: FromJson>(object: &mut Object, key: &'static str, at: &mut Cursor) -> T {
    match object.take(key) {
        Some(value) => at.inside(key, |at| T::from_json(value, at)),
        None => T::missing(key, at),
    }
}

/// What an object holds besides the keys that are `known`.
fn rest(mut object: Object, known: &[&str]) -> Extra {
    object.0.retain(|(key, _)| !known.contains(&key.as_str()));
    object
}

/// Reads records field by field.
macro_rules! records {
    ($($record:ident { $($field:ident),+ })+) => { $(
        impl FromJson for $record {
            fn from_json(value: Json, at: &mut Cursor) -> Self {
                let mut object = at.object(value);
                Self {
                    $($field: field(&mut object, stringify!($field), at),)+
                    extra: rest(object, &[$(stringify!($field)),+]),
                }
            }
        }
    )+ };
}

records! {
    Dataset { format, id, version, title, description, language, updated, license, creators, publisher, contact, method, corrections, renamed, outlets, sources, actors, places, topics, events, quotes, variants, discrepancies, excerpt }
    Excerpt { filter, view, digest, taken }
    Correction { date, note, version }
    Outlet { id, name, url, country }
    Source { id, label, title, headline, outlet, url, published, published_basis, language, digest, length, coded, derived_from, text, notes, skipped }
    SourceDigest { raw, canonical }
    Note { kind, note, passages }
    Skipped { reason, passage }
    Actor { id, name, aliases, kind, role, affiliation }
    Place { id, name, aliases, country }
    Topic { id, label, parent }
    Event { id, title, when, known_from, background, topics, mentions }
    Mention { id, source, paraphrase, passages, status, when, actors, places, basis, via }
    Quote { id, source, kind, speakers, via, cue, content, passages, when, event, topics, addressee }
    Passage { start, end, exact, prefix, suffix, head, tail, digest }
    Variant { id, quotes, note }
    Discrepancy { id, dimension, nature, question, event, note, answers }
    Answer { value, number, date, unit, evidence }
    Evidence { source, mention, quote }
}

/// Reads string enumerations by their spelling.
macro_rules! spellings {
    ($($name:ident),+) => { $(
        impl FromJson for $name {
            fn from_json(value: Json, at: &mut Cursor) -> Self {
                $name::ALL[at.spelling(value, $name::SPELLINGS)]
            }
        }
    )+ };
}

spellings!(ActorKind, Basis, Coded, Dimension, Nature, NoteKind, QuoteKind, SkipReason, Status);

impl FromJson for String {
    fn from_json(value: Json, at: &mut Cursor) -> Self {
        at.text(value)
    }
}

impl FromJson for bool {
    fn from_json(value: Json, at: &mut Cursor) -> Self {
        match value {
            Json::Bool(value) => value,
            other => at.wrong_type(&other, "true or false"),
        }
    }

    fn missing(_: &str, _: &mut Cursor) -> Self {
        false
    }
}

impl FromJson for u32 {
    #[expect(clippy::cast_sign_loss, reason = "the range begins at zero")]
    fn from_json(value: Json, at: &mut Cursor) -> Self {
        match value {
            Json::Number(number) if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number) => {
                number as u32
            }
            other => at.wrong_type(&other, "a whole number from 0 to 4294967295"),
        }
    }
}

impl FromJson for f64 {
    fn from_json(value: Json, at: &mut Cursor) -> Self {
        match value {
            Json::Number(number) if number.is_finite() => number,
            other => at.wrong_type(&other, "a number"),
        }
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(value: Json, at: &mut Cursor) -> Self {
        if value == Json::Null { None } else { Some(T::from_json(value, at)) }
    }

    fn missing(_: &str, _: &mut Cursor) -> Self {
        None
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(value: Json, at: &mut Cursor) -> Self {
        let mut read = Self::new();
        at.each(value, &mut |value, at| read.push(T::from_json(value, at)));
        read
    }

    fn missing(_: &str, _: &mut Cursor) -> Self {
        Self::new()
    }
}

impl FromJson for BTreeMap<String, String> {
    fn from_json(value: Json, at: &mut Cursor) -> Self {
        let mut read = Self::new();
        for (key, value) in at.object(value).0 {
            let text = at.inside(&key, |at| at.text(value));
            read.insert(key, text);
        }
        read
    }

    fn missing(_: &str, _: &mut Cursor) -> Self {
        Self::new()
    }
}
