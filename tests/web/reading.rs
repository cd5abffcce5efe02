//! Datasets that the page reads, and packs that the browser inflates.

use js_sys::{Array, Uint8Array};
use sidebyline_app::load::{self, Coming, Home, Problem, Reading, Story};
use sidebyline_dataset::pack::pack;
use sidebyline_dataset::text::digest;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Blob;

use crate::HARBOUR;

/// A file of these bytes that the browser has.
pub fn file(bytes: &[u8]) -> Coming {
    let parts = Array::of1(&Uint8Array::from(bytes));
    Coming::of(&Blob::new_with_u8_array_sequence(&parts).unwrap(), None)
}

async fn read(json: &str) -> &'static Story {
    load::read(Home::Site, file(json.as_bytes()), &Reading::new(None)).await.unwrap()
}

async fn check_unreadable(json: &str, expected: &str) {
    match load::read(Home::Site, file(json.as_bytes()), &Reading::new(None)).await {
        Err(Problem::Unreadable(finding)) => {
            let said = finding.to_string();
            assert!(said.contains(expected), "{said}");
        }
        other => panic!("{other:?}"),
    }
}

#[wasm_bindgen_test]
async fn a_file_that_is_cut_off_is_no_dataset() {
    let (half, _) = HARBOUR.split_once("\"events\"").unwrap();
    check_unreadable(half, "the file ends in the middle").await;
    check_unreadable("", "empty").await;
    check_unreadable(" <!DOCTYPE html>", "HTML").await;
}

#[wasm_bindgen_test]
async fn what_lies_too_deep_is_refused_and_not_followed() {
    let nested =
        |depth: usize| HARBOUR.replacen('{', &["{\"x\":", &"[".repeat(depth), &"]".repeat(depth), ","].concat(), 1);
    check_unreadable(&nested(100_000), "too deep").await;
    check_unreadable(&nested(128), "too deep").await;
    assert_eq!(read(&nested(60)).await.dataset.events.len(), 11);
}

#[wasm_bindgen_test]
async fn of_a_key_that_comes_twice_the_last_counts() {
    let json = HARBOUR.replacen("\"version\": \"1.0.0\"", "\"version\": 7, \"version\": \"2.0.0\"", 1);
    assert_eq!(read(&json).await.dataset.about.version, "2.0.0");
}

#[wasm_bindgen_test]
async fn a_whole_number_is_one_however_it_is_written() {
    let with = |number: &str| HARBOUR.replacen("\"length\": 9000", &["\"length\": ", number].concat(), 1);
    for number in ["9000.0", "9e3", "4294967295"] {
        assert_eq!(read(&with(number)).await.findings, []);
    }
    for number in ["9000.5", "-1", "4294967296", "\"9000\""] {
        check_unreadable(&with(number), "whole number").await;
    }
    check_unreadable(&with("1e400"), "number out of range").await;
}

#[wasm_bindgen_test]
async fn a_key_of_javascripts_own_is_a_key_like_any_other() {
    let json = HARBOUR.replacen('{', "{\"__proto__\": {\"title\": 7}, \"constructor\": null, ", 1);
    assert_eq!(read(&json).await.dataset.about.id, "harbour");
}

/// What the page makes of a pack of the harbour, after `change`.
async fn opened(change: impl FnOnce(&mut Vec<u8>)) -> Result<&'static Story, String> {
    let mut packed = pack(HARBOUR.as_bytes()).unwrap();
    change(&mut packed);
    match load::read(Home::Site, file(&packed), &Reading::new(None)).await {
        Err(Problem::Unreadable(finding)) => Err(finding.to_string()),
        read => Ok(read.unwrap()),
    }
}

#[wasm_bindgen_test]
async fn a_pack_is_the_dataset_that_its_json_is() {
    let (packed, json) = (opened(|_| ()).await.unwrap(), read(HARBOUR).await);
    assert!(packed.dataset == json.dataset);
    assert_eq!((packed.file.digest().await, packed.file.length()), (digest(HARBOUR.as_bytes()), HARBOUR.len()));
    assert_eq!((json.file.digest().await, json.file.length()), (digest(HARBOUR.as_bytes()), HARBOUR.len()));
}

#[wasm_bindgen_test]
async fn json_is_read_whatever_the_file_is_called() {
    let home = Home::File("harbour.sidebyline".into());
    let story = load::read(home, file(HARBOUR.as_bytes()), &Reading::new(None)).await.unwrap();
    assert!(story.dataset == read(HARBOUR).await.dataset);
}

#[wasm_bindgen_test]
async fn a_pack_that_came_to_harm_says_how() {
    let said = |told: Result<&'static Story, String>| told.map(|_| ()).unwrap_err();
    assert!(said(opened(|pack| pack.truncate(1_000)).await).contains("after 1000 bytes: the file ends in the middle"));
    assert!(said(opened(|pack| pack[8] = 7).await).contains("newer version 7"));
    assert!(said(opened(|pack| pack[1_000] ^= 1).await).contains("damaged"));
}
