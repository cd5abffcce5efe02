//! The engine as a class of JavaScript.
//!
//! What an answer has many of crosses the border once: the counts as one array of numbers, whose names were given
//! before, and the records as another and a text.

use js_sys::{Array, Uint32Array};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::handover::Handover;
use crate::{Engine, FACETS};

/// A dataset that is ready to be asked.
#[wasm_bindgen]
pub struct Bench(Engine);

#[wasm_bindgen]
impl Bench {
    /// Reads a `sidebyline/1` file and builds the index.
    #[wasm_bindgen(constructor)]
    pub fn new(json: Vec<u8>) -> Result<Bench, JsError> {
        Engine::load(json).map(Self).map_err(|error| JsError::new(&error))
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
