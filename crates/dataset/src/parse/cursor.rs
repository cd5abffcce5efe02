//! Where in the JSON the reader is, and the first thing that was wrong.
//!
//! None of this is generic, so that it stands in the program once.

use std::fmt::Write;

use serde_json::{Map, Value};

use crate::finding::Finding;

const MEND: &str = "See docs/dataset.md, or the JSON Schema that `sidebyline schema` prints.";

/// A JSON path, and the error that reading came upon.
#[derive(Debug)]
pub(super) struct Cursor {
    path: String,
    error: Option<Finding>,
}

impl Cursor {
    /// The whole document.
    pub fn root() -> Self {
        Self { path: "$".into(), error: None }
    }

    /// The error, if there is one.
    pub fn into_error(self) -> Option<Finding> {
        self.error
    }

    /// Does something at the key `key`.
    pub fn inside<T>(&mut self, key: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.path.len();
        self.path.push('.');
        self.path.push_str(key);
        let read = read(self);
        self.path.truncate(length);
        read
    }

    /// Does something at an element of a list.
    pub fn element<T>(&mut self, position: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.path.len();
        let _ = write!(self.path, "[{position}]");
        let read = read(self);
        self.path.truncate(length);
        read
    }

    /// The value as an object.
    pub fn object(&mut self, value: Value) -> Map<String, Value> {
        match value {
            Value::Object(object) => object,
            other => self.wrong_type(&other, "an object"),
        }
    }

    /// The value as a list.
    pub fn list(&mut self, value: Value) -> Vec<Value> {
        match value {
            Value::Array(list) => list,
            other => self.wrong_type(&other, "a list"),
        }
    }

    /// The value as a text.
    pub fn text(&mut self, value: Value) -> String {
        match value {
            Value::String(text) => text,
            other => self.wrong_type(&other, "a text"),
        }
    }

    /// The position of the value among `spellings`; 0 if it isn't there.
    pub fn spelling(&mut self, value: Value, spellings: &[&str]) -> usize {
        let text = self.text(value);
        spellings.iter().position(|spelling| *spelling == text).unwrap_or_else(|| {
            let known = spellings.iter().map(|spelling| format!("`{spelling}`")).collect::<Vec<_>>().join(", ");
            self.fail(format!("`{text}` is none of the values that may stand here"), &format!("Write one of {known}."));
            0
        })
    }

    /// Says that a value has another type than `expected`, and gives a stand-in.
    pub fn wrong_type<T: Default>(&mut self, value: &Value, expected: &str) -> T {
        let found = match value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "a text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        self.fail(format!("this is {found}, and {expected} should stand here"), MEND);
        T::default()
    }

    /// Says that a key isn't there.
    pub fn missing(&mut self, key: &str) {
        self.fail(format!("the key `{key}` is missing"), MEND);
    }

    fn fail(&mut self, found: String, mend: &str) {
        let place = self.path.clone();
        self.error.get_or_insert_with(|| Finding::error(place, found, mend));
    }
}
