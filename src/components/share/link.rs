//! The address of what is shared.

use js_sys::{Object, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::sheet::Sheet;
use super::take::{button, take};
use super::text::text;
use crate::components::parts::{div, maybe, p, row, say};
use crate::node::{Node, el, live};
use crate::strings::share as words;

/// How long an address may be for every chat, mail and form to let it through.
const LONGEST: usize = 2_000;

/// The address, what can be done with it, and how long it is.
pub fn link(sheet: Sheet) -> Node {
    if !sheet.is_reachable() {
        return row([text(sheet), p("sharing__hint", words::NOT_REACHABLE)]).into();
    }
    let field = take(sheet, "_share-link", words::LINK, "3", move || sheet.permalink());
    let length = live(move || {
        let length = sheet.permalink().chars().count();
        words::length(length, length < LONGEST)
    });
    let pin = el("input")
        .attr("type", "checkbox")
        .prop("checked", move || sheet.pinned.get())
        .on("change", move |_| sheet.pinned.update(|pinned| *pinned = !*pinned));
    let version = words::pin(&sheet.story().dataset.about.version);
    let native = can_share().then(|| button("button", words::SHARE_WITH, move || share(sheet)));
    let parts = row([
        text(sheet),
        field,
        p("sharing__hint", length),
        el("label").class("sharing__check").child([pin, el("span").child(say(version))]),
        p("sharing__hint", words::PIN_HINT),
        maybe(native),
    ]);
    div("sharing__link", parts)
}

/// Whether the browser can hand an address to other programs.
fn can_share() -> bool {
    share_function().is_some()
}

fn share_function() -> Option<js_sys::Function> {
    Reflect::get(&window().navigator(), &"share".into()).ok()?.dyn_into().ok()
}

/// Hands the address to whichever program the reader chooses.
fn share(sheet: Sheet) {
    let Some(share) = share_function() else { return };
    let data = Object::new();
    for (key, value) in [("title", document().title()), ("url", untrack(|| sheet.permalink()))] {
        // Setting a field of a plain object never fails.
        let _ = Reflect::set(&data, &key.into(), &value.into());
    }
    let shared = share.call1(&window().navigator(), &data).and_then(JsCast::dyn_into::<js_sys::Promise>);
    spawn_local(async move {
        let failed = match shared {
            Ok(shared) => JsFuture::from(shared).await.err(),
            Err(error) => Some(error),
        };
        // That the reader has thought better of it is no failure.
        let is_over = |error: &JsValue| Reflect::get(error, &"name".into()).is_ok_and(|name| name == "AbortError");
        if failed.is_some_and(|error| !is_over(&error)) {
            let _ = sheet.status.try_set(words::NOT_SHARED);
        }
    });
}
