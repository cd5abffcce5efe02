//! A small dataset for this crate's tests, over two texts of our own.

use serde_json::{Value, json};

use crate::text::{Text, canonical_digest};
use crate::wire;

pub(crate) const HARBOUR: &str = "The harbour reopened on Monday.\nMayor Ida Brandt of the old town said the repairs “cost far too much” and called for an inquiry.\n";
pub(crate) const LEDGER: &str =
    "Harbour works end.\n“It is done,” Brandt said. “We can sail.” Critics reportedly doubt it.\n";

/// A passage of the words `exact` in `text`.
pub(crate) fn exact(text: &str, exact: &str) -> Value {
    let start = text[..text.find(exact).expect("the words are there")].chars().count();
    json!({"start": start, "end": start + exact.chars().count(), "exact": exact})
}

/// A passage from `head` to `tail` in `text`.
pub(crate) fn edges(text: &str, head: &str, tail: &str) -> Value {
    let from = text.find(head).expect("the head is there");
    let to = from + text[from..].find(tail).expect("the tail is there") + tail.len();
    let start = text[..from].chars().count();
    json!({"start": start, "end": start + text[from..to].chars().count(), "head": head, "tail": tail, "digest": canonical_digest(&text[from..to])})
}

fn source(id: &str, text: &str, published: &str) -> Value {
    let text = Text::new(text);
    json!({"id": id, "label": id.to_uppercase(), "title": "A report", "published": published, "published_basis": "it says so", "language": "en",
        "digest": {"raw": text.raw_digest(), "canonical": text.canonical_digest()}, "length": text.len(), "coded": "full"})
}

/// The dataset as JSON, clean under every rule.
pub(crate) fn json() -> Value {
    json!({
        "format": "sidebyline/1", "id": "harbour", "version": "1", "title": "The harbour", "description": "Two reports.", "language": "en",
        "updated": "2025-04-25", "license": "CC0-1.0", "creators": ["Us"], "method": "By hand.",
        "sources": [source("a", HARBOUR, "2025-04-22"), source("b", LEDGER, "2025-04-22/2025-04-23")],
        "actors": [{"id": "brandt", "name": "Ida Brandt", "kind": "person", "affiliation": "town"}, {"id": "town", "name": "Town", "kind": "organization"}],
        "topics": [{"id": "harbour", "label": "Harbour"}],
        "events": [
            {"id": "reopening", "title": "The harbour reopens", "when": "2025-04-21", "known_from": "2025-04-21", "topics": ["harbour"], "mentions": [
                {"id": "reopening-a", "source": "a", "paraphrase": "Ships can call again.", "status": "occurred", "basis": "own", "passages": [edges(HARBOUR, "The harbour", "Monday.")]},
                {"id": "reopening-b", "source": "b", "paraphrase": "Work is over.", "status": "occurred", "basis": "own", "passages": [exact(LEDGER, "Harbour works end.")]},
            ]},
            {"id": "doubt", "title": "Critics doubt it", "when": "2025-04", "mentions": [
                {"id": "doubt-b", "source": "b", "paraphrase": "Some don't believe it.", "status": "claimed", "basis": "unattributed", "passages": [edges(LEDGER, "Critics", "it.")]},
            ]},
        ],
        "quotes": [
            {"id": "a-cost", "source": "a", "kind": "mixed", "speakers": ["brandt"], "cue": "say", "content": "The repairs “cost far too much”.", "event": "reopening",
                "passages": [exact(HARBOUR, "cost far too much"), edges(HARBOUR, "Mayor", "much”")]},
            {"id": "a-inquiry", "source": "a", "kind": "indirect", "speakers": ["brandt"], "cue": "call for", "content": "Somebody should look into it.", "passages": [edges(HARBOUR, "called", "inquiry.")]},
            {"id": "b-done", "source": "b", "kind": "direct", "speakers": ["brandt"], "cue": "say", "content": "It is done … We can sail.", "event": "reopening",
                "passages": [exact(LEDGER, "It is done"), exact(LEDGER, "We can sail.")]},
        ],
        "variants": [{"id": "on-the-works", "quotes": ["a-cost", "b-done"]}],
        "discrepancies": [{"id": "is-it-over", "dimension": "status", "nature": "unclear", "question": "Is it over?", "event": "reopening", "answers": [
            {"value": "Yes", "evidence": [{"source": "a", "mention": "reopening-a"}, {"source": "b", "quote": "b-done"}]},
            {"value": "Some doubt it", "evidence": [{"source": "b", "mention": "doubt-b"}]},
        ]}],
    })
}

/// The dataset after `change`.
pub(crate) fn changed(change: impl FnOnce(&mut Value)) -> wire::Dataset {
    let mut json = json();
    change(&mut json);
    crate::parse::from_json(json.into()).expect("it still has the wire types")
}
