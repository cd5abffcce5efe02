//! What is marked of what a person searches for.

use js_sys::{Array, Map, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Range;

use crate::HARBOUR;
use crate::page::{Page, frame};

/// The words that are marked, in the order of the page.
async fn marked() -> Vec<(u32, String)> {
    frame().await;
    let highlights: Map =
        Reflect::get(&Reflect::get(&window(), &"CSS".into()).unwrap(), &"highlights".into()).unwrap().unchecked_into();
    let marks = Array::from(&highlights.get(&"hit".into()));
    let mark = |range: Range| (range.start_offset().unwrap(), range.unchecked_ref::<Object>().to_string().into());
    marks.iter().map(|range| mark(range.unchecked_into())).collect()
}

#[wasm_bindgen_test]
async fn a_hit_is_marked_at_its_place_whatever_stands_before_it() {
    let json = HARBOUR.replace("a heap of rust with a view", "🏗️ a 𝒉𝒆𝒂𝒑 of Rúst with a view");
    let page = Page::of(&json, "?q=rust#letter").await;
    let words = page.text("#letter .verbatim [lang]");
    let units = words[..words.find("Rúst").unwrap()].encode_utf16().count() as u32;
    assert_eq!(marked().await, [(units, "Rúst".to_owned())]);
}

#[wasm_bindgen_test]
async fn marks_go_with_the_search() {
    let page = Page::at("?q=crane").await;
    assert!(marked().await.iter().all(|(_, words)| words.eq_ignore_ascii_case("crane")));
    assert!(!marked().await.is_empty());
    page.type_in("").await;
    assert_eq!(marked().await, []);
}

#[wasm_bindgen_test]
async fn only_the_sources_words_are_marked_where_only_they_are_searched() {
    let _page = Page::at("?q=signed&in=verbatim").await;
    assert_eq!(marked().await, []);
}
