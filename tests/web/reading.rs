//! Datasets that the browser's own parser reads.

use sidebyline_app::load::{self, Home, Problem, Story};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::HARBOUR;

fn read(json: &str) -> &'static Story {
    load::read_json(Home::Site, json.into()).unwrap()
}

#[track_caller]
fn check_unreadable(json: &str, expected: &str) {
    match load::read_json(Home::Site, json.into()) {
        Err(Problem::Unreadable(finding, _)) => {
            let said = finding.to_string();
            assert!(said.contains(expected), "{said}");
        }
        other => panic!("{other:?}"),
    }
}

#[wasm_bindgen_test]
fn a_file_that_is_cut_off_is_no_dataset() {
    let (half, _) = HARBOUR.split_once("\"events\"").unwrap();
    check_unreadable(half, "the file ends in the middle");
    check_unreadable("", "empty");
    check_unreadable(" <!DOCTYPE html>", "HTML");
}

#[wasm_bindgen_test]
fn what_lies_too_deep_is_refused_and_not_followed() {
    let nested =
        |depth: usize| HARBOUR.replacen('{', &["{\"x\":", &"[".repeat(depth), &"]".repeat(depth), ","].concat(), 1);
    check_unreadable(&nested(100_000), "too deep");
    check_unreadable(&nested(64), "too deep");
    assert_eq!(read(&nested(60)).dataset.events.len(), 11);
}

#[wasm_bindgen_test]
fn of_a_key_that_comes_twice_the_last_counts() {
    let json = HARBOUR.replacen("\"version\": \"1.0.0\"", "\"version\": 7, \"version\": \"2.0.0\"", 1);
    assert_eq!(read(&json).dataset.about.version, "2.0.0");
}

#[wasm_bindgen_test]
fn a_whole_number_is_one_however_it_is_written() {
    let with = |number: &str| HARBOUR.replacen("\"length\": 9000", &["\"length\": ", number].concat(), 1);
    for number in ["9000.0", "9e3", "4294967295"] {
        assert_eq!(read(&with(number)).findings, []);
    }
    for number in ["9000.5", "-1", "4294967296", "1e400", "\"9000\""] {
        check_unreadable(&with(number), "whole number");
    }
}

#[wasm_bindgen_test]
fn a_key_of_javascripts_own_is_a_key_like_any_other() {
    let json = HARBOUR.replacen('{', "{\"__proto__\": {\"title\": 7}, \"constructor\": null, ", 1);
    assert_eq!(read(&json).dataset.about.id, "harbour");
}
