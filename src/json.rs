//! Lets the browser read a site's settings: its parser is there already, and one of our own would have to be loaded first.

use js_sys::{Array, JSON, Object};
use sidebyline_dataset::json::{Json, Object as Keys};
use wasm_bindgen::{JsCast, JsValue};

/// How deep lists and objects may lie within each other. Without a limit a file could exhaust the stack.
const DEPTH: usize = 64;

/// Reads JSON that isn't deep; none if it is something else.
pub fn other(file: &[u8]) -> Option<Json> {
    let text = std::str::from_utf8(file).ok()?;
    tree(&JSON::parse(text.strip_prefix('\u{feff}').unwrap_or(text)).ok()?, DEPTH)
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
