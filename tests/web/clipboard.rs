//! Links that are copied, or shown where they can't be.

use js_sys::{Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, until};

/// A clipboard that does `act`, a JavaScript function of the text, until it is dropped.
struct Clipboard(Object);

impl Clipboard {
    fn with(act: &str) -> Self {
        let clipboard = js_sys::eval(&format!(
            "(() => {{
                const value = {{ writeText: {act} }};
                Object.defineProperty(navigator, 'clipboard', {{ value, configurable: true }});
                return value;
            }})()"
        ));
        Self(clipboard.unwrap().into())
    }
}

impl Drop for Clipboard {
    fn drop(&mut self) {
        let navigator: Object = window().navigator().unchecked_into();
        Reflect::delete_property(&navigator, &"clipboard".into()).unwrap();
    }
}

fn here(link: &str) -> String {
    window().location().origin().unwrap() + &window().location().pathname().unwrap() + link
}

#[wasm_bindgen_test]
async fn a_link_to_the_view_is_copied_and_that_is_said() {
    let page = Page::at("?q=jib").await;
    let clipboard = Clipboard::with("function (text) { this.text = text; return Promise.resolve() }");
    page.press(".result .copy button").await;
    until(|| page.text(".result .copy button") == "Link copied").await;
    let copied = Reflect::get(&clipboard.0, &"text".into()).unwrap();
    assert_eq!(copied.as_string(), Some(here("?q=jib")));
    assert_eq!(page.text("[role=status]"), "Link copied");
    assert!(page.all(".copy__field").is_empty());
}

#[wasm_bindgen_test]
async fn a_link_that_cant_be_copied_is_shown_to_be_copied_by_hand() {
    let page = Page::at("#vote").await;
    let _clipboard = Clipboard::with("() => Promise.reject(new Error('no'))");
    page.press("#vote .copy button").await;
    until(|| !page.all("#vote .copy__field").is_empty()).await;
    let field = page.field("#vote .copy__field");
    assert_eq!((field.value(), field.read_only()), (here("#vote"), true));
    until(|| field.selection_end().is_ok_and(|end| end == Some(field.value().len() as u32))).await;
    assert!(document().active_element().unwrap().is_same_node(Some(&field)));
}

#[wasm_bindgen_test]
async fn a_browser_without_a_clipboard_shows_the_link_too() {
    let page = Page::at("").await;
    let _clipboard = Clipboard::with("null");
    js_sys::eval("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })").unwrap();
    page.press(".result .copy button").await;
    until(|| !page.all(".copy__field").is_empty()).await;
    assert_eq!(page.field(".copy__field").value(), here(""));
}
