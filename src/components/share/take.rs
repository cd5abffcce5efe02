//! A text to be taken along: shown, and copied at a press. Where the clipboard is out of reach, as in a sandboxed frame,
//! the text is chosen, to be copied by hand.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlTextAreaElement;

use super::save::{can_save, save_text};
use super::sheet::Sheet;
use crate::components::copy_link::write;
use crate::components::parts::{div, row, span};
use crate::node::{Node, el};
use crate::strings::share as words;

/// A text under its name, with a button that copies it.
pub fn take(
    sheet: Sheet,
    id: &'static str,
    name: &'static str,
    rows: &'static str,
    text: impl Fn() -> String + 'static,
) -> Node {
    build(sheet, id, name, rows, Box::new(text), None)
}

/// The same with a button that saves it as a file; `file` gives its name and its media type.
pub fn take_along(
    sheet: Sheet,
    id: &'static str,
    name: &'static str,
    rows: &'static str,
    text: impl Fn() -> String + 'static,
    file: impl Fn() -> (String, &'static str) + 'static,
) -> Node {
    build(sheet, id, name, rows, Box::new(text), Some(Box::new(file)))
}

/// What a text is called as a file, and its media type.
type Named = Box<dyn Fn() -> (String, &'static str)>;

fn build(
    sheet: Sheet,
    id: &'static str,
    name: &'static str,
    rows: &'static str,
    text: Box<dyn Fn() -> String>,
    file: Option<Named>,
) -> Node {
    let text = Rc::new(text);
    let shown = Rc::clone(&text);
    let field = el("textarea")
        .class("take__field")
        .attr("id", id)
        .attr("rows", rows)
        .attr("readonly", true)
        .attr("spellcheck", "false")
        .effect(move |field: &HtmlTextAreaElement| field.set_value(&shown()));
    let label = el("label").attr("for", id).class("take__name").child(name);
    let mut actions =
        vec![button("button", words::COPY, move || copy(sheet, id)).attr("aria-label", words::copy(name))];
    if let Some(file) = file.filter(|_| can_save()) {
        let save = move || {
            let (called, media) = untrack(&file);
            save_text(&called, media, &untrack(|| text()));
        };
        actions.push(button("button", words::SAVE, save).attr("aria-label", words::save(name)));
    }
    div("take", row([label, field, span("take__actions", actions)]))
}

/// A button that does something.
pub fn button(class: &'static str, name: &'static str, act: impl Fn() + 'static) -> Node {
    el("button").attr("type", "button").class(class).on("click", move |_| act()).child(name)
}

/// Copies what stands in the field called `id`.
pub fn copy(sheet: Sheet, id: &'static str) {
    let Some(field) = field(id) else { return };
    let written = write(&field.value());
    spawn_local(async move {
        let is_done = JsFuture::from(written).await.is_ok();
        if !is_done {
            let _ = field.focus();
            field.select();
        }
        // The dialog may be closed by now.
        let _ = sheet.status.try_set(if is_done { words::COPIED } else { words::BY_HAND });
    });
}

fn field(id: &str) -> Option<HtmlTextAreaElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
