//! Where in the JSON the reader is, and the first thing that was wrong.
//!
//! None of this is generic, so that it stands in the program once.

use crate::finding::Finding;
use crate::json::{Json, Object};

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

    /// Does something with each element of a list.
    pub fn each(&mut self, value: Json, read: &mut dyn FnMut(Json, &mut Self)) {
        let list: Vec<Json> = match value {
            Json::List(list) => list,
            other => self.wrong_type(&other, "a list"),
        };
        for (position, value) in list.into_iter().enumerate() {
            self.element(position, |at| read(value, at));
        }
    }

    /// Does something at the element at `position` of a list.
    pub fn element<T>(&mut self, position: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.path.len();
        for part in ["[", &position.to_string(), "]"] {
            self.path.push_str(part);
        }
        let read = read(self);
        self.path.truncate(length);
        read
    }

    /// The value as an object.
    pub fn object(&mut self, value: Json) -> Object {
        match value {
            Json::Object(object) => object,
            other => self.wrong_type(&other, "an object"),
        }
    }

    /// The value as a text.
    pub fn text(&mut self, value: Json) -> String {
        match value {
            Json::Text(text) => text,
            other => self.wrong_type(&other, "a text"),
        }
    }

    /// The position of the value among `spellings`; 0 if it isn't there.
    pub fn spelling(&mut self, value: Json, spellings: &[&str]) -> usize {
        let text = self.text(value);
        spellings.iter().position(|spelling| *spelling == text).unwrap_or_else(|| {
            let found = ["`", &text, "` is none of the values that may stand here"].concat();
            self.fail(found, &["Write one of `", &spellings.join("`, `"), "`."].concat());
            0
        })
    }

    /// Says that a value has another type than `expected`, and gives a stand-in.
    pub fn wrong_type<T: Default>(&mut self, value: &Json, expected: &str) -> T {
        let found = match value {
            Json::Null => "null",
            Json::Bool(_) => "true or false",
            Json::Number(_) => "a number",
            Json::Text(_) => "a text",
            Json::List(_) => "a list",
            Json::Object(_) => "an object",
        };
        self.fail(["this is ", found, ", and ", expected, " should stand here"].concat(), MEND);
        T::default()
    }

    /// Says that a key isn't there.
    pub fn missing(&mut self, key: &str) {
        self.fail(["the key `", key, "` is missing"].concat(), MEND);
    }

    fn fail(&mut self, found: String, mend: &str) {
        let place = self.path.clone();
        self.error.get_or_insert_with(|| Finding::error(place, found, mend));
    }
}
