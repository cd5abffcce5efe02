//! The page in a browser: how nodes live in the document, what a person sees of a small invented dataset, and what the
//! page does with the address, the history, the marks and the clipboard.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test may stop at what isn't there")]

mod clipboard;
mod explorer;
mod history;
mod marks;
mod node;
mod page;
mod reading;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);

/// Five invented sources on one story.
const HARBOUR: &str = include_str!("../fixtures/harbour.json");
