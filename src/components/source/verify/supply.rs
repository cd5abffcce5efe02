//! Where a text comes in: pasted, dropped, or chosen as a file.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, DragEvent, Event, File, HtmlInputElement, HtmlTextAreaElement};

use super::supplied::{LARGEST, from_bytes, from_words};
use super::{Desk, Phase};
use crate::components::parts::{div, maybe, p, row, span};
use crate::node::{Node, el, listener};
use crate::strings::verify::{self as words, Refusal};

/// The id of the field.
pub const PLACE: &str = "_copy";

/// The field, the file button, and why what came last can't be used.
pub fn supply(desk: Desk, why: Option<Refusal>) -> Node {
    let over = RwSignal::new(false);
    let busy = move || matches!(desk.phase.get(), Phase::Busy);
    let field = el("textarea")
        .class("supply__field")
        .attr("id", PLACE)
        .attr("rows", "6")
        .attr("spellcheck", "false")
        // A browser that brings back what stood in a form would have to keep it.
        .attr("autocomplete", "off")
        .attr("aria-describedby", if why.is_some() { "_copy-hint _copy-why" } else { "_copy-hint" })
        .attr("aria-invalid", why.map(|_| "true"));
    let look = move |_| {
        let field = document().get_element_by_id(PLACE);
        let field = field.and_then(|field| wasm_bindgen::JsCast::dyn_into::<HtmlTextAreaElement>(field).ok());
        desk.take(from_words(field.map(|field| field.value()).unwrap_or_default()));
    };
    let button = el("button")
        .class("button")
        .attr("type", "button")
        .prop("disabled", busy)
        .on("click", look)
        .child(words::CHECK);
    let choose = move |event: Event| {
        let Some(input) = listener::<HtmlInputElement>(&event) else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            read(desk, file);
        }
        input.set_value("");
    };
    let file = el("label").class("supply__file").child(row([
        span("supply__name", words::CHOOSE_FILE),
        el("input").attr("type", "file").attr("accept", "text/plain,.txt,.md").on("change", choose),
    ]));
    let back = desk.given.with_value(Option::is_some).then(|| {
        let back = el("button").class("link-button").attr("type", "button").child(words::BACK);
        back.on("click", move |_| desk.present(desk.given.get_value()))
    });
    let why = why.map(|why| p("supply__why", words::refusal(why)).attr("id", "_copy-why"));
    let children = row([
        el("label").class("supply__label").attr("for", PLACE).child(words::PASTE_HERE),
        p("supply__hint", words::PASTE_HINT).attr("id", "_copy-hint"),
        field,
        why.into(),
        div("supply__actions", [button, file, maybe(back)]),
    ]);
    el("div")
        .class("supply")
        .toggle("supply--over", move || over.get())
        .on_as("paste", move |event: ClipboardEvent| {
            let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
            if !text.is_empty() {
                event.prevent_default();
                desk.take(from_words(text));
            }
        })
        .on_as("dragover", move |event: DragEvent| {
            event.prevent_default();
            over.set(true);
        })
        .on("dragleave", move |_| over.set(false))
        .on_as("drop", move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            dropped(desk, &event);
        })
        .child(children)
}

fn dropped(desk: Desk, event: &DragEvent) {
    let data = event.data_transfer();
    let file = data.as_ref().and_then(|data| data.files()?.get(0));
    let text = || data.as_ref().and_then(|data| data.get_data("text/plain").ok()).filter(|text| !text.is_empty());
    match (file, text) {
        (Some(file), _) => read(desk, file),
        (None, text) => desk.take(text().map_or(Err(Refusal::NoText), from_words)),
    }
}

/// Reads a file, if it isn't too large to be an article.
fn read(desk: Desk, file: File) {
    if file.size() > LARGEST as f64 {
        desk.take(Err(Refusal::TooLarge));
        return;
    }
    spawn_local(async move {
        let bytes = JsFuture::from(file.array_buffer()).await;
        let bytes = bytes.map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec());
        desk.take(bytes.map_err(|_| Refusal::Unreadable).and_then(from_bytes));
    });
}
