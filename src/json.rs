//! Lets the browser read JSON: its parser is there already, and one of our own would have to be loaded first.

use js_sys::{Array, JSON, Object};
use sidebyline_dataset::json::{Json, Object as Keys};
use sidebyline_dataset::{Finding, cut_off, from_json, not_json, wire};
use wasm_bindgen::{JsCast, JsValue};

/// How deep lists and objects may lie within each other. A dataset needs seven; without a limit a file could exhaust
/// the stack.
const DEPTH: usize = 64;

/// Reads a `sidebyline/1` file.
///
/// # Errors
/// See [`sidebyline_dataset::parse`]; what is wrong with the syntax is said in the browser's words.
pub fn read(file: &[u8]) -> Result<wire::Dataset, Finding> {
    let text = text(file)?;
    let value = JSON::parse(text).map_err(|error| {
        // Each browser has its own words for this.
        if text.starts_with('{') && !text.trim_end().ends_with(['}', ']']) {
            return cut_off(&["after ", &text.len().to_string(), " bytes"].concat());
        }
        let message = String::from(js_sys::Error::from(error).message());
        not_json(text.as_bytes(), "$", &message)
    })?;
    let json = tree(&value, DEPTH).ok_or_else(|| {
        Finding::error(
            "$",
            "lists and objects lie too deep within each other",
            "A dataset is not built like that: is it the right file?",
        )
    })?;
    from_json(json)
}

/// The file as text, without a byte order mark.
fn text(file: &[u8]) -> Result<&str, Finding> {
    let text = std::str::from_utf8(file).map_err(|error| {
        let place = ["byte ", &(error.valid_up_to() + 1).to_string()].concat();
        Finding::error(place, "this is no text in UTF-8", "Is it the right file? Save it as UTF-8.")
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Reads any other JSON that isn't deep; none if it is something else.
pub fn other(file: &[u8]) -> Option<Json> {
    tree(&JSON::parse(text(file).ok()?).ok()?, DEPTH)
}

/// The value as a tree; none if it is deeper than `depth`.
fn tree(value: &JsValue, depth: usize) -> Option<Json> {
    let depth = depth.checked_sub(1)?;
    Some(if let Some(text) = value.as_string() {
        Json::Text(text)
    } else if let Some(number) = value.as_f64() {
        Json::Number(number)
    } else if let Some(truth) = value.as_bool() {
        Json::Bool(truth)
    } else if Array::is_array(value) {
        let list = value.unchecked_ref::<Array>();
        Json::List(list.iter().map(|value| tree(&value, depth)).collect::<Option<_>>()?)
    } else if value.is_object() {
        let mut keys = Keys::new();
        for entry in Object::entries(value.unchecked_ref()).iter() {
            let entry = entry.unchecked_into::<Array>();
            keys.0.push((entry.get(0).as_string().unwrap_or_default(), tree(&entry.get(1), depth)?));
        }
        Json::Object(keys)
    } else {
        Json::Null
    })
}
