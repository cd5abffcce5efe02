//! A button that copies a link. Where the clipboard is out of reach, as in a sandboxed frame, the link is shown to be
//! copied by hand.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use crate::state::use_state;
use crate::strings;

/// A button that copies what `link` gives: the part of an address from its `?` or `#` on.
pub fn copy_link(class: &'static str, label: String, link: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    build(class, label, Box::new(link))
}

fn build(class: &'static str, label: String, link: Box<dyn Fn() -> String + Send + Sync>) -> AnyView {
    let state = use_state();
    let copied = RwSignal::new(false);
    let by_hand = RwSignal::new(String::new());
    let field = NodeRef::<html::Input>::new();
    let copy = move |_| {
        let url = absolute(&link());
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
    Effect::new(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
            field.select();
        }
    });
    view! {
        <span class="copy">
            <button type="button" class=class on:click=copy aria-label=label.clone() title=label>
                {move || if copied.get() { strings::COPIED } else { strings::COPY_LINK }}
            </button>
            {move || (!by_hand.with(String::is_empty)).then(|| view! {
                <label class="copy__by-hand">
                    <span>{strings::COPY_BY_HAND}</span>
                    <input class="copy__field" readonly node_ref=field prop:value=by_hand />
                </label>
            })}
        </span>
    }
    .into_any()
}

/// Asks the browser to put a text on the clipboard; a promise that fails where there is none.
fn write(text: &str) -> js_sys::Promise {
    let navigator = window().navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into());
    if clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        navigator.clipboard().write_text(text)
    } else {
        js_sys::Promise::reject(&wasm_bindgen::JsValue::UNDEFINED)
    }
}

fn absolute(link: &str) -> String {
    let location = window().location();
    [location.origin().unwrap_or_default(), location.pathname().unwrap_or_default(), link.into()].concat()
}
