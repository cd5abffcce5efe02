//! A button that copies a link. Where the clipboard is out of reach, as in a sandboxed frame, the link is shown to be
//! copied by hand.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

use crate::node::{Node, el, live};
use crate::state::use_state;
use crate::strings;

/// A button that copies what `link` gives: the part of an address from its `?` or `#` on, or a path below the site's root.
pub fn copy_link(class: &'static str, label: String, link: impl Fn() -> String + Send + Sync + 'static) -> Node {
    build(class, label, Box::new(link))
}

fn build(class: &'static str, label: String, link: Box<dyn Fn() -> String + Send + Sync>) -> Node {
    let state = use_state();
    let copied = RwSignal::new(false);
    let by_hand = RwSignal::new(String::new());
    let copy = move |_| {
        let url = absolute(&untrack(&link));
        let written = write(&url);
        spawn_local(async move {
            if JsFuture::from(written).await.is_ok() {
                let _ = copied.try_set(true);
                state.announce(strings::COPIED);
                let fade = move || {
                    let _ = copied.try_set(false);
                    state.announce(""); // so that the next copy is said too
                };
                set_timeout(fade, strings::COPIED_FOR);
            } else {
                let _ = by_hand.try_set(url);
            }
        });
    };
    let select = |field: &HtmlInputElement| {
        let field = field.clone();
        request_animation_frame(move || {
            let _ = field.focus();
            field.select();
        });
    };
    el("span")
        .class("copy")
        .child(
            el("button")
                .attr("type", "button")
                .class(class)
                .on("click", copy)
                .attr("aria-label", label.clone())
                .attr("title", label)
                .child(live(move || if copied.get() { strings::COPIED } else { strings::COPY_LINK })),
        )
        .child(live(move || {
            (!by_hand.with(String::is_empty)).then(|| {
                let field = el("input").class("copy__field").attr("readonly", true).attr("value", by_hand.get());
                el("label")
                    .class("copy__by-hand")
                    .child(el("span").child(strings::COPY_BY_HAND))
                    .child(field.effect(select))
            })
        }))
}

/// Asks the browser to put a text on the clipboard; a promise that fails where there is none.
pub(super) fn write(text: &str) -> js_sys::Promise {
    let navigator = window().navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into());
    if clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        navigator.clipboard().write_text(text)
    } else {
        js_sys::Promise::reject(&wasm_bindgen::JsValue::UNDEFINED)
    }
}

/// The whole address of `link`.
pub(super) fn absolute(link: &str) -> String {
    let link = if link == "?" { "" } else { link };
    let location = window().location();
    let mut path = location.pathname().unwrap_or_default();
    if link.starts_with(|first: char| first.is_ascii_lowercase()) {
        path.truncate(path.rfind('/').map_or(0, |slash| slash + 1));
    }
    [location.origin().unwrap_or_default(), path, link.into()].concat()
}
