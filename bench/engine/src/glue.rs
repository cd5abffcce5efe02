//! The engine as a class of JavaScript.
//!
//! What an answer has many of crosses the border once: the counts as one array of numbers, whose names were given
//! before, and the records as another and a text.

use std::borrow::Cow;
use std::future::ready;

use js_sys::{Array, Uint8Array, Uint32Array};
use sidebyline_dataset::{Bytes, Soon};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::handover::Handover;
use crate::{Engine, FACETS};

/// As many bytes are taken over in one go.
const SLICE: u32 = 1 << 20;

/// A file that JavaScript has.
struct Slices {
    json: Uint8Array,
    /// What hasn't been taken over.
    rest: Uint8Array,
    /// What has, and isn't done with.
    here: Vec<u8>,
}

impl Bytes for Slices {
    fn here(&self) -> &[u8] {
        &self.here
    }

    fn more(&mut self, done: usize) -> Soon<'_, bool> {
        self.here.drain(..done);
        let slice = self.rest.subarray(0, SLICE);
        self.rest = self.rest.subarray(slice.length(), self.rest.length());
        let before = self.here.len();
        self.here.resize(before + slice.length() as usize, 0);
        slice.copy_to(&mut self.here[before..]);
        Box::pin(ready(slice.length() > 0))
    }

    fn length(&self) -> Option<usize> {
        Some(self.json.length() as usize)
    }

    fn whole(&mut self) -> Soon<'_, Cow<'_, [u8]>> {
        Box::pin(ready(self.json.to_vec().into()))
    }
}

/// A dataset that is ready to be asked.
#[wasm_bindgen]
pub struct Bench(Engine);

#[wasm_bindgen]
impl Bench {
    /// Reads a `sidebyline/1` file and builds the index. The file stays where it is, and is taken over slice by slice, as the
    /// page does.
    #[wasm_bindgen(constructor)]
    pub fn new(json: Uint8Array) -> Result<Bench, JsError> {
        Engine::load(&mut Slices { rest: json.clone(), json, here: Vec::new() })
            .map(Self)
            .map_err(|error| JsError::new(&error))
    }

    /// What the values of each facet are called, as JSON: `[["source-00", …], …]`, in the order of the counts.
    pub fn values(&self) -> Result<String, JsError> {
        let values = FACETS.map(|facet| self.0.values(facet).collect::<Vec<&str>>());
        Ok(serde_json::to_string(&values)?)
    }

    /// What the numbers of records stand for, as JSON: sources, speakers, topics, kinds.
    pub fn names(&self) -> Result<String, JsError> {
        Ok(serde_json::to_string(&self.0.names())?)
    }

    /// What the view at an address finds: the total, all counts one facet after the other, and the listed records, as
    /// numbers and a text.
    pub fn answer(&self, address: &str) -> Result<Array, JsError> {
        let answer = self.0.answer(address).map_err(|error| JsError::new(&error))?;
        let mut counts: Vec<u32> = Vec::new();
        for facet in FACETS {
            counts.extend(answer.matches.counts(facet).iter().map(|&count| count as u32));
        }
        let Handover { numbers: records, text } = self.0.handover(&answer);
        let numbers = |numbers: &[u32]| Uint32Array::from(numbers).into();
        Ok(Array::of4(&(answer.total() as u32).into(), &numbers(&counts), &numbers(&records), &text.into()))
    }
}
