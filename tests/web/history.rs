//! What the page does with the address and the history.

use js_sys::{Array, JSON, Object, Reflect};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, address, frame, until};

fn length() -> u32 {
    window().history().unwrap().length().unwrap()
}

/// What the page has noted of the reader with the entry at hand.
fn note() -> String {
    JSON::stringify(&window().history().unwrap().state().unwrap()).unwrap().into()
}

async fn step(by: i32, to: &str) {
    window().history().unwrap().go_with_delta(by).unwrap();
    until(|| address() == to).await;
    tick().await;
    frame().await;
}

/// Listens to what is written into the history, until it is dropped.
struct Writing;

impl Writing {
    /// The methods that write an address, as they are called; notes on the entry at hand leave it as it is. Before each write `act` is done, which is JavaScript.
    fn hear(act: &str) -> (Self, Array) {
        let calls = js_sys::eval(&format!(
            "(() => {{
                const calls = [];
                for (const name of ['pushState', 'replaceState']) history[name] = (...all) => {{
                    {act};
                    if (name === 'pushState' || all[2] != null) calls.push(name);
                    History.prototype[name].apply(history, all);
                }};
                return calls;
            }})()"
        ));
        (Self, calls.unwrap().unchecked_into())
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        let history: Object = window().history().unwrap().unchecked_into();
        for name in ["pushState", "replaceState"] {
            Reflect::delete_property(&history, &name.into()).unwrap();
        }
    }
}

#[wasm_bindgen_test]
async fn going_back_and_forward_never_writes_an_address() {
    let page = Page::at("").await;
    page.press("#vote .event__toggle").await;
    until(|| note() != "null").await;
    page.press_named(".facet__include", "Radio feature").await;
    let (before, all) = (address(), length());
    let (_writing, calls) = Writing::hear("");
    step(-1, "").await;
    assert_eq!(page.events().len(), 11);
    step(1, &before).await;
    assert_eq!(page.events(), ["letter", "offer", "party"]);
    step(-1, "").await;
    assert_eq!((calls.length(), length()), (0, all));
}

#[wasm_bindgen_test]
async fn what_was_open_is_open_again_after_going_back() {
    let page = Page::at("").await;
    page.press("#vote .event__toggle").await;
    page.press_named(".facet__include", "Radio feature").await;
    page.press_named(".chips__clear", "Clear").await;
    page.press("#vote .event__toggle").await;
    assert!(page.all("#vote .event__body").is_empty());
    step(-2, "").await;
    assert!(!page.all("#vote .event__body").is_empty());
    assert!(note().starts_with('['), "the note is still there: {}", note());
}

#[wasm_bindgen_test]
async fn a_burst_of_typing_is_one_step() {
    let page = Page::at("").await;
    let (_writing, calls) = Writing::hear("");
    for text in ["j", "ji", "jib"] {
        page.type_in(text).await;
    }
    assert_eq!(address(), "?q=jib");
    assert_eq!(calls.join(" "), "pushState replaceState replaceState");
    step(-1, "").await;
    assert_eq!(page.field("input[type=search]").value(), "");
}

#[wasm_bindgen_test]
async fn a_browser_that_refuses_the_address_shows_the_view_all_the_same() {
    let page = Page::at("").await;
    let (_writing, _) = Writing::hear("throw new DOMException('no', 'SecurityError')");
    page.press_named(".facet__include", "Radio feature").await;
    assert_eq!(page.events(), ["letter", "offer", "party"]);
    assert_eq!(address(), "");
}
