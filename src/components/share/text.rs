//! A quote as text, with who says it and where it stands.

use leptos::prelude::*;
use sidebyline_export::quote_text;

use super::sheet::Sheet;
use super::subject::Subject;
use super::take::take;
use crate::node::{Node, live};
use crate::strings::share as words;

/// The text, if it is a quote that is shared. It names no digest, so it doesn't wait for the file.
pub fn text(sheet: Sheet) -> Node {
    live(move || match sheet.subject.get() {
        Subject::Quote(quote) => {
            let text = move || quote_text(&sheet.story().dataset, quote, &sheet.origin(String::new()));
            take(sheet, "_share-text", words::TEXT, "6", text)
        }
        _ => ().into(),
    })
}
