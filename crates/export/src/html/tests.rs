//! What is written is read back by a parser that reads as browsers do, and is held to what stands in the file's JSON.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::prelude::*;
use serde_json::Value;
use sidebyline_dataset::Dataset;

use super::page::{self, Page, Site};

const HARBOUR: &str = include_str!("../../../../tests/fixtures/harbour.json");

/// An element as it was read: its name, its attributes in order, the text in it without that of its children.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Read {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
}

impl Read {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// All elements of a page, in the order of the document.
fn read(page: &Page) -> Vec<Read> {
    let html =
        format!("<!DOCTYPE html><html><head>{}</head><body>{}</body></html>", page.head.as_str(), page.body.as_str());
    // With scripting off, what stands in a `noscript` is read as elements too.
    let mut options = ParseOpts::default();
    options.tree_builder.scripting_enabled = false;
    let dom = parse_document(RcDom::default(), options).one(html);
    let mut elements = Vec::new();
    walk(&dom.document, &mut elements);
    elements
}

fn walk(node: &Handle, elements: &mut Vec<Read>) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let attributes =
            attrs.borrow().iter().map(|attr| (attr.name.local.to_string(), attr.value.to_string())).collect();
        let text = |child: &Handle| match &child.data {
            NodeData::Text { contents } => Some(contents.borrow().to_string()),
            _ => None,
        };
        let text = node.children.borrow().iter().filter_map(text).collect();
        elements.push(Read { name: name.local.to_string(), attributes, text });
    }
    node.children.borrow().iter().for_each(|child| walk(child, elements));
}

fn dataset(json: &Value) -> Dataset {
    let wire = sidebyline_dataset::parse(json.to_string().as_bytes()).expect("it is JSON of the format");
    Dataset::from_wire(wire).0
}

fn harbour() -> Value {
    serde_json::from_str(HARBOUR).expect("it is JSON")
}

/// All pages of a dataset.
fn pages(dataset: &Dataset, root: Option<&str>) -> Vec<Page> {
    let site = Site { root, packed: None };
    let events = dataset.events.indices().map(|event| page::of_one_event(dataset, event, site));
    let discrepancies = dataset.discrepancies.indices().map(|index| page::of_one_discrepancy(dataset, index, site));
    std::iter::once(page::index(dataset, site)).chain(events).chain(discrepancies).collect()
}

/// The first page, that of one event and that of one discrepancy.
fn some_pages(dataset: &Dataset) -> Vec<Page> {
    let vote = dataset.events.find("vote").map(|event| page::of_one_event(dataset, event, Site::default()));
    let letter = dataset.discrepancies.find("letter-status");
    let letter = letter.map(|index| page::of_one_discrepancy(dataset, index, Site::default()));
    std::iter::once(page::index(dataset, Site::default())).chain(vote).chain(letter).collect()
}

/// Words of a person or a source, by the key under which they stand.
const WORDS: [&str; 16] = [
    "title",
    "description",
    "paraphrase",
    "cue",
    "text",
    "question",
    "value",
    "note",
    "name",
    "label",
    "exact",
    "method",
    "publishedBasis",
    "license",
    "headline",
    "version",
];

/// Puts `hostile` behind all that is said in words.
fn poison(value: &mut Value, hostile: &str) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::String(words) if WORDS.contains(&key.as_str()) => words.push_str(hostile),
                    other => poison(other, hostile),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| poison(item, hostile)),
        _ => {}
    }
}

fn names(elements: &[Read]) -> Vec<&str> {
    elements.iter().map(|element| element.name.as_str()).collect()
}

fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("<script>alert(1)</script>"),
        Just("</script><script>"),
        Just("<!--"),
        Just("-->"),
        Just("<!--/prerender:body-->"),
        Just("\"><img src=x onerror=alert(1)>"),
        Just("' onfocus='"),
        Just("&lt;b&gt;&amp;#39;"),
        Just("]]>"),
        Just("</title></p></q></noscript></summary>"),
        Just("<plaintext>"),
        Just("\0"),
        Just("\r\n"),
        Just("\u{2028}\u{202e}"),
        Just("<p>"),
        Just("{{x}}"),
        Just("javascript:alert(1)"),
    ];
    let pieces = prop::collection::vec(prop_oneof![piece.prop_map(str::to_owned), ".{0,12}"], 1..5);
    pieces.prop_map(|pieces| pieces.concat()).prop_filter("says something", |words| !words.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_words_become_elements_or_attributes_and_none_get_lost(hostile in hostile()) {
        let mut poisoned = harbour();
        poison(&mut poisoned, &hostile);
        let (plain, poisoned) = (dataset(&harbour()), dataset(&poisoned));
        let said = hostile.replace('\0', "\u{FFFD}");
        let mut changed = 0;
        for (plain, poisoned) in some_pages(&plain).iter().zip(some_pages(&poisoned)) {
            let (plain, poisoned) = (read(plain), read(&poisoned));
            // The description of a page is cut; all else is there in whole.
            prop_assert_eq!(names(&plain), names(&poisoned));
            for (plain, poisoned) in plain.iter().zip(&poisoned) {
                let keys = |of: &Read| of.attributes.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
                prop_assert_eq!(keys(plain), keys(poisoned));
                if plain.name != "script" && plain.text != poisoned.text {
                    let more = poisoned.text.len() - plain.text.len();
                    prop_assert_eq!(more % said.len(), 0, "{:?} in {:?}", said, poisoned.text);
                    prop_assert!(poisoned.text.contains(&said), "{:?} in {:?}", said, poisoned.text);
                    changed += 1;
                }
            }
        }
        prop_assert!(changed > 100, "{} texts were changed", changed);
        let index = read(&page::index(&poisoned, Site::default()));
        let data = index.iter().find(|element| element.name == "script").expect("there is a block of data");
        let data: Value = serde_json::from_str(&data.text).expect("it is JSON");
        prop_assert!(data["name"].as_str().is_some_and(|name| name.ends_with(&hostile)));
    }

    #[test]
    fn a_link_leads_to_http_or_stays_on_the_site(url in prop_oneof![hostile(), "[a-z]{1,10}:.{0,20}", "https?://.{0,20}"]) {
        let mut json = harbour();
        for source in json["sources"].as_array_mut().expect("there are sources") {
            source["url"] = url.as_str().into();
        }
        for page in some_pages(&dataset(&json)) {
            for element in read(&page) {
                for address in ["href", "src", "cite"].iter().filter_map(|name| element.attribute(name)) {
                    let outside = address.starts_with("http://") || address.starts_with("https://")
                        || address.to_ascii_lowercase().starts_with("http");
                    let inside = !address.contains(':') && !address.starts_with('/');
                    prop_assert!(outside || inside, "{}", address);
                }
            }
        }
    }
}

#[test]
fn the_first_page_holds_all_words_of_the_dataset() {
    let json = harbour();
    let page = page::index(&dataset(&json), Site::default());
    let elements = read(&page);
    let said = elements.iter().filter(|element| element.name != "script").map(|element| element.text.as_str());
    let text = said.collect::<Vec<&str>>().join("\n");
    let mut expected: Vec<&str> = Vec::new();
    collect(&json, &mut expected);
    assert!(expected.len() > 40, "the fixture says something");
    for words in expected {
        assert!(text.contains(words), "“{words}” is on the page");
    }
}

/// What is said in the events, quotes and discrepancies of a file.
fn collect<'a>(json: &'a Value, words: &mut Vec<&'a str>) {
    let list = |key: &str| json[key].as_array().map(Vec::as_slice).unwrap_or_default();
    let text = |value: &'a Value, key: &str| value[key].as_str();
    for event in list("events") {
        words.extend(text(event, "title"));
        for mention in event["mentions"].as_array().into_iter().flatten() {
            words.extend(text(mention, "paraphrase"));
        }
    }
    for quote in list("quotes") {
        words.extend(text(quote, "cue"));
    }
    for discrepancy in list("discrepancies") {
        words.extend(text(discrepancy, "question").into_iter().chain(text(discrepancy, "note")));
        for answer in discrepancy["answers"].as_array().into_iter().flatten() {
            words.extend(text(answer, "value"));
        }
    }
}

#[test]
fn every_item_of_a_page_has_its_id_once() {
    let dataset = dataset(&harbour());
    for page in pages(&dataset, None) {
        let elements = read(&page);
        let mut ids: Vec<&str> = elements.iter().filter_map(|element| element.attribute("id")).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "no id stands twice");
    }
    let elements = read(&page::index(&dataset, Site::default()));
    let has = |id: &str| elements.iter().any(|element| element.attribute("id") == Some(id));
    assert!(dataset.events.iter().all(|(_, event)| has(&event.id)));
    assert!(dataset.quotes.iter().all(|(_, quote)| has(&quote.id)));
    assert!(dataset.discrepancies.iter().all(|(_, discrepancy)| has(&discrepancy.id)));
}

#[test]
fn the_page_of_an_item_says_what_it_is_about_and_where_it_stands() {
    let dataset = dataset(&harbour());
    let vote = dataset.events.find("vote").expect("it is there");
    let site = Site { root: Some("https://example.org/story/"), packed: Some("data/x.sidebyline") };
    let elements = read(&page::of_one_event(&dataset, vote, site));
    let meta = |name: &str| {
        let found =
            elements.iter().find(|one| [one.attribute("name"), one.attribute("property")].contains(&Some(name)));
        found.and_then(|one| one.attribute("content")).unwrap_or_default().to_owned()
    };
    let title = &dataset.events[vote].title.0;
    assert_eq!(meta("og:title"), *title);
    assert_eq!(meta("item"), "vote");
    assert_eq!(meta("packed"), "data/x.sidebyline");
    assert_eq!(meta("og:url"), "https://example.org/story/event/vote/");
    assert!(meta("description").contains("Reported by") && meta("description") == meta("og:description"));
    let base = elements.iter().find(|one| one.name == "base").and_then(|one| one.attribute("href"));
    assert_eq!(base, Some("../../"));
    let without = read(&page::of_one_event(&dataset, vote, Site::default()));
    assert!(
        !without
            .iter()
            .any(|one| one.attribute("rel") == Some("canonical") || one.attribute("property") == Some("og:url"))
    );
}

#[test]
fn only_a_sources_own_words_are_quotations() {
    let dataset = dataset(&harbour());
    let elements = read(&page::index(&dataset, Site::default()));
    let data =
        elements.iter().find(|element| element.attribute("type") == Some("application/ld+json")).expect("it is there");
    let data: Value = serde_json::from_str(&data.text).expect("it is JSON");
    let parts = data["hasPart"].as_array().expect("there are quotes");
    let spoken = |content: &&sidebyline_dataset::model::Quote| {
        !matches!(content.content, sidebyline_dataset::model::Content::Indirect(_))
    };
    assert_eq!(parts.len(), dataset.quotes.iter().map(|(_, quote)| quote).filter(spoken).count());
    for part in parts {
        let id = part["@id"].as_str().and_then(|id| id.strip_prefix('#')).expect("it has an id");
        let quote = &dataset.quotes[dataset.quotes.find(id).expect("it is a quote")];
        let basis = part["isBasedOn"]["@id"].as_str().expect("it has a source");
        assert_eq!(basis, format!("#article.{}", dataset.sources[quote.source].id));
    }
    let articles = data["isBasedOn"].as_array().map(Vec::len);
    assert_eq!(articles, Some(dataset.sources.len()));
}
