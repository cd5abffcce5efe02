//! Annotations, held to the rules of the data model.

use proptest::prelude::*;
use sidebyline_query::View;

use super::*;
use crate::testing::{Story, bundled, harbour, views};

fn read(story: &Story, view: &View) -> Value {
    let written = annotations(&story.dataset, &story.excerpt(view), &story.origin(view));
    serde_json::from_str(&written).expect("it is JSON")
}

fn strings<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("`{key}` is a text in {value}"))
}

/// An absolute IRI: a scheme, and no space after it.
fn is_iri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    ["http", "https", "urn"].contains(&scheme)
        && !rest.is_empty()
        && !rest.contains(|c: char| c.is_whitespace() || "<>\"{}|\\^`".contains(c))
}

/// `YYYY-MM-DDThh:mm:ssZ`, as section 3.3.1 wants it.
fn is_time(text: &str) -> bool {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    shape == "0000-00-00T00:00:00Z"
}

/// The words of the model's context that are used, after appendix A of the Web Annotation Vocabulary. What isn't one of
/// them would be lost on the way to RDF.
const KEYS: [&str; 30] = [
    "@context",
    "id",
    "type",
    "label",
    "generator",
    "creator",
    "rights",
    "total",
    "created",
    "generated",
    "first",
    "partOf",
    "startIndex",
    "items",
    "motivation",
    "body",
    "target",
    "via",
    "value",
    "format",
    "language",
    "purpose",
    "source",
    "selector",
    "exact",
    "prefix",
    "suffix",
    "start",
    "end",
    "name",
];
const CLASSES: [&str; 8] = [
    "AnnotationCollection",
    "AnnotationPage",
    "Annotation",
    "TextualBody",
    "SpecificResource",
    "TextQuoteSelector",
    "TextPositionSelector",
    "Software",
];

/// Every key and every class means something in the context.
fn hold_words(value: &Value) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                assert!(KEYS.contains(&key.as_str()), "{key}");
                assert!(key != "type" || value.as_str().is_some_and(|class| CLASSES.contains(&class)), "{value}");
                hold_words(value);
            }
        }
        Value::Array(list) => list.iter().for_each(hold_words),
        _ => {}
    }
}

/// The rules of the model that these annotations can break, with its sections.
fn hold(collection: &Value) {
    hold_words(collection);
    // 5.1: a collection has the context, one id, the class, and should have its total and label.
    assert_eq!(collection["@context"], CONTEXT);
    assert_eq!(collection["type"], "AnnotationCollection");
    assert!(is_iri(strings(collection, "id")) && !strings(collection, "label").is_empty());
    for key in ["created", "generated"] {
        assert!(collection.get(key).is_none_or(|time| time.as_str().is_some_and(is_time)), "3.3.1 {key}");
    }
    // 5.2: a page has an id, its class and its items, and should say what it is part of and where it begins.
    let page = &collection["first"];
    assert_eq!(
        (&page["type"], &page["partOf"], &page["startIndex"]),
        (&json!("AnnotationPage"), &collection["id"], &json!(0))
    );
    assert!(is_iri(strings(page, "id")) && page["id"] != collection["id"]);
    let items = page["items"].as_array().expect("items are a list");
    assert_eq!(collection["total"], items.len());
    let mut ids: Vec<&str> = items.iter().map(|item| strings(item, "id")).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), items.len(), "each has an id of its own");
    items.iter().for_each(hold_annotation);
}

const MOTIVATIONS: [&str; 13] = [
    "assessing",
    "bookmarking",
    "classifying",
    "commenting",
    "describing",
    "editing",
    "highlighting",
    "identifying",
    "linking",
    "moderating",
    "questioning",
    "replying",
    "tagging",
];

fn hold_annotation(annotation: &Value) {
    // 3.1: one id that is an IRI, the class, at least one target.
    assert_eq!(annotation["type"], "Annotation");
    assert!(is_iri(strings(annotation, "id")));
    assert!(MOTIVATIONS.contains(&strings(annotation, "motivation")), "3.3.5");
    assert!(annotation.get("via").is_none_or(|via| via.as_str().is_some_and(is_iri)), "3.3.8");
    assert!(annotation.get("created").is_none_or(|time| time.as_str().is_some_and(is_time)), "3.3.1");
    for body in annotation["body"].as_array().expect("bodies are a list") {
        // 3.2.4: one value; a purpose is a motivation.
        assert_eq!((&body["type"], &body["format"]), (&json!("TextualBody"), &json!("text/plain")));
        assert!(body["value"].is_string() && MOTIVATIONS.contains(&strings(body, "purpose")));
    }
    let targets = match &annotation["target"] {
        Value::Array(targets) => &targets[..],
        whole => std::slice::from_ref(whole),
    };
    assert!(!targets.is_empty());
    for target in targets {
        if let Some(whole) = target.as_str() {
            assert!(is_iri(whole));
            continue;
        }
        // 4: exactly one source.
        assert_eq!(target["type"], "SpecificResource");
        assert!(is_iri(strings(target, "source")));
        for selector in target["selector"].as_array().expect("selectors are a list") {
            match strings(selector, "type") {
                // 4.2.4: exactly one exact; at most one prefix and suffix.
                "TextQuoteSelector" => {
                    assert!(!strings(selector, "exact").is_empty());
                    assert!(["prefix", "suffix"].iter().all(|key| selector.get(key).is_none_or(Value::is_string)));
                }
                // 4.2.5: exactly one start and end, non-negative integers.
                "TextPositionSelector" => assert!(selector["start"].as_u64() < selector["end"].as_u64()),
                other => panic!("{other}"),
            }
        }
    }
}

#[test]
fn a_quote_is_an_annotation_of_its_passages() {
    let story = harbour();
    let collection = read(&story, &View::parse("speaker=lind&kind=mixed").0);
    let annotation = &collection["first"]["items"][0];
    let text = |value: &str, purpose: &str| json!({ "type": "TextualBody", "value": value, "format": "text/plain", "language": "en", "purpose": purpose });
    let ours = "The jib would “hold for another winter, perhaps two”, but nobody should stand below it.";
    let source = "urn:sidebyline:harbour:1.0.0:source:a";
    let expected = json!({
        "id": "urn:sidebyline:harbour:1.0.0:quote:a-lind-rust",
        "type": "Annotation",
        "motivation": "describing",
        "created": "2031-05-12T00:00:00Z",
        "generator": { "id": "urn:sidebyline", "type": "Software", "name": "Sidebyline" },
        "via": "https://example.org/story/?view=quotes#a-lind-rust",
        "body": [
            text(ours, "describing"),
            text("Per Lind", "identifying"),
            { "type": "TextualBody", "value": "mixed", "format": "text/plain", "purpose": "classifying" },
        ],
        "target": [
            { "type": "SpecificResource", "source": source, "selector": [
                { "type": "TextQuoteSelector", "exact": "hold for another winter, perhaps two" },
                { "type": "TextPositionSelector", "start": 251, "end": 287 },
            ] },
            { "type": "SpecificResource", "source": source, "selector": [
                { "type": "TextPositionSelector", "start": 307, "end": 341 },
            ] },
        ],
    });
    assert_eq!(*annotation, expected);
}

#[test]
fn the_whole_of_the_bundled_dataset_keeps_the_rules() {
    let story = bundled();
    let collection = read(story, &View::default());
    hold(&collection);
    assert_eq!(collection["total"], story.dataset.quotes.len() + story.dataset.mentions.len());
}

#[test]
fn the_collection_says_its_filter_its_view_and_the_digest() {
    let story = harbour();
    let collection = read(&story, &View::parse("q=jib").0);
    assert_eq!(collection["id"], "https://example.org/story/?q=jib");
    let label = strings(&collection, "label");
    assert!(
        label.contains("Filter: words: “jib”") && label.contains(&["sha256:", &"0123456789abcdef".repeat(4)].concat())
    );
}

#[test]
fn words_that_may_not_be_reproduced_are_told_by_their_place_alone() {
    let collection = read(bundled(), &View::parse("kind=indirect").0);
    let text = collection.to_string();
    assert!(text.contains("TextPositionSelector") && !text.contains("\"head\""));
}

#[test]
fn without_any_address_everything_has_a_name_of_its_own() {
    let story = bundled();
    let excerpt = story.excerpt(&View::default());
    let written = annotations(&story.dataset, &excerpt, &Origin::default());
    let collection = serde_json::from_str(&written).expect("it is JSON");
    hold(&collection);
    assert!(strings(&collection, "id").starts_with("urn:sidebyline:ceasefire-talks-2025-04:"));
}

proptest! {
    #[test]
    fn every_view_keeps_the_rules(view in views()) {
        hold(&read(&harbour(), &view));
    }

    #[test]
    fn so_does_a_dataset_with_odd_ids_and_dates(id: String, version: String, updated: String) {
        let mut story = harbour();
        story.dataset.about.id = id;
        story.dataset.about.version = version;
        story.dataset.about.updated = updated;
        hold(&read(&story, &View::default()));
    }
}
