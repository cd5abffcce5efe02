//! Quotes and reports as W3C Web Annotations (JSON-LD): one collection with one page.
//!
//! Each quote and each mention is an annotation of the passages that carry it. The target is the source's address, or a name
//! of its own (a URN) where it has none; a passage is told by its words (`TextQuoteSelector`), where they are in the data,
//! and by its code points (`TextPositionSelector`) in the text that the source's digest identifies. What we say in our
//! words is a body that *describes*; who speaks is one that *identifies*; kind and status *classify*, topics *tag*.
//!
//! Model and vocabulary: Web Annotation Data Model, W3C Recommendation of 23 February 2017.

use serde_json::{Map, Value, json};
use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{Anchor, Content, MentionIdx, Passage, QuoteIdx, SourceIdx, TopicIdx};

use crate::origin::{absolute, percent};
use crate::{Excerpt, Origin};

/// The context that gives the keys their meaning.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// The quotes of `excerpt`, then its mentions, as a collection of annotations; pretty-printed, with a line break at its end.
pub fn annotations(dataset: &Dataset, excerpt: &Excerpt, origin: &Origin) -> String {
    let quotes = excerpt.quotes.iter().map(|&quote| self::quote(dataset, quote, origin));
    let mentions = excerpt.mentions.iter().map(|&mention| self::mention(dataset, mention, origin));
    let items: Vec<Value> = quotes.chain(mentions).collect();
    let name = urn(dataset, &["excerpt", &origin.digest, origin.view.split_once('?').map_or("", |(_, query)| query)]);
    let id = origin.view_link().map_or_else(|| name.clone(), str::to_owned);
    let page = [&name, ":page"].concat();
    let mut collection = object(json!({
        "@context": CONTEXT,
        "id": id,
        "type": "AnnotationCollection",
        "label": label(dataset, origin),
        "generator": generator(),
        "total": items.len(),
    }));
    if !dataset.about.creators.is_empty() {
        // Whether it is a person or an organization isn't in the data, and the context has no word for either.
        let creators = dataset.about.creators.iter().map(|name| json!({ "name": name }));
        collection.insert("creator".into(), creators.collect());
    }
    if let Some(rights) = licence(&dataset.about.license) {
        collection.insert("rights".into(), rights.into());
    }
    put_time("created", &dataset.about.updated, &mut collection);
    put_time("generated", &origin.accessed, &mut collection);
    collection.insert(
        "first".into(),
        json!({ "id": page, "type": "AnnotationPage", "partOf": id, "startIndex": 0, "items": items }),
    );
    let mut written = serde_json::to_string_pretty(&Value::Object(collection)).unwrap_or_default();
    written.push('\n');
    written
}

fn quote(dataset: &Dataset, index: QuoteIdx, origin: &Origin) -> Value {
    let quote = &dataset.quotes[index];
    let ours = match &quote.content {
        Content::Direct(_) => None,
        Content::Mixed(runs) => Some(crate::quote_text::runs(runs)),
        Content::Indirect(words) => Some(words.0.clone()),
    };
    let mut bodies: Vec<Value> = ours.map(|words| text(dataset, &words, "describing")).into_iter().collect();
    bodies.extend(quote.speakers.iter().map(|&speaker| text(dataset, &dataset.actors[speaker].name, "identifying")));
    bodies.push(text(dataset, quote.content.kind().as_str(), "classifying"));
    bodies.extend(tags(dataset, &quote.topics));
    let targets = targets(dataset, quote.source, &quote.passages);
    annotation(dataset, &quote.id, "quote", &bodies, &targets, &origin.quote(&quote.id))
}

fn mention(dataset: &Dataset, index: MentionIdx, origin: &Origin) -> Value {
    let mention = &dataset.mentions[index];
    let event = &dataset.events[mention.event];
    let mut bodies =
        vec![text(dataset, &mention.paraphrase.0, "describing"), text(dataset, &event.title.0, "identifying")];
    bodies.push(text(dataset, mention.status.as_str(), "classifying"));
    bodies.extend(tags(dataset, &event.topics));
    let targets = targets(dataset, mention.source, &mention.passages);
    annotation(dataset, &mention.id, "mention", &bodies, &targets, &origin.event(&event.id))
}

fn annotation(dataset: &Dataset, id: &str, kind: &str, bodies: &[Value], targets: &Value, link: &str) -> Value {
    let mut annotation = object(json!({
        "id": urn(dataset, &[kind, id]),
        "type": "Annotation",
        "motivation": "describing",
        "generator": generator(),
        "body": bodies,
        "target": targets,
    }));
    put_time("created", &dataset.about.updated, &mut annotation);
    if let Some(link) = absolute(link) {
        annotation.insert("via".into(), link.into());
    }
    Value::Object(annotation)
}

/// The passages in their source; where there is none, the source as a whole.
fn targets(dataset: &Dataset, source: SourceIdx, passages: &[Passage]) -> Value {
    let source = &dataset.sources[source];
    let address = source.url.as_ref().map_or_else(|| urn(dataset, &["source", &source.id]), |url| url.as_str().into());
    if passages.is_empty() {
        return address.into();
    }
    let target = |passage: &Passage| {
        let mut selectors = Vec::new();
        if let Anchor::Exact { exact, prefix, suffix } = &passage.anchor {
            let mut selector = object(json!({ "type": "TextQuoteSelector", "exact": exact.0 }));
            for (key, context) in [("prefix", prefix), ("suffix", suffix)] {
                if !context.is_empty() {
                    selector.insert(key.into(), context.as_str().into());
                }
            }
            selectors.push(Value::Object(selector));
        }
        let span = &passage.span;
        selectors.push(json!({ "type": "TextPositionSelector", "start": span.start, "end": span.end }));
        json!({ "type": "SpecificResource", "source": address, "selector": selectors })
    };
    passages.iter().map(target).collect()
}

fn text(dataset: &Dataset, words: &str, purpose: &str) -> Value {
    let mut body = object(json!({ "type": "TextualBody", "value": words, "format": "text/plain", "purpose": purpose }));
    // The codes of the format are in no language.
    if purpose != "classifying" && !dataset.about.language.is_empty() {
        body.insert("language".into(), dataset.about.language.as_str().into());
    }
    Value::Object(body)
}

fn tags(dataset: &Dataset, topics: &[TopicIdx]) -> Vec<Value> {
    topics.iter().map(|&topic| text(dataset, &dataset.topics[topic].label, "tagging")).collect()
}

fn generator() -> Value {
    json!({ "id": "urn:sidebyline", "type": "Software", "name": "Sidebyline" })
}

/// What the collection is, in a line: dataset, version, filter, digest.
fn label(dataset: &Dataset, origin: &Origin) -> String {
    let filter = if origin.filter.is_empty() { "none" } else { &origin.filter };
    let mut label = [&dataset.about.title, ", version ", &dataset.about.version, ". Filter: ", filter].concat();
    if !origin.digest.is_empty() {
        label.extend([". Dataset: ", &origin.tagged_digest()]);
    }
    label
}

/// A name for what has no address.
fn urn(dataset: &Dataset, parts: &[&str]) -> String {
    let mut urn = String::from("urn:sidebyline");
    for part in [dataset.about.id.as_str(), &dataset.about.version].iter().chain(parts) {
        urn.push(':');
        percent(part, &mut urn);
    }
    urn
}

/// The address of a licence that is named by one SPDX identifier.
fn licence(spdx: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    (!spdx.is_empty() && spdx.chars().all(plain)).then(|| ["https://spdx.org/licenses/", spdx].concat())
}

/// Sets a time to the beginning of a calendar day; the model wants a time with its zone. What is no day is left out.
fn put_time(key: &str, day: &str, into: &mut Map<String, Value>) {
    if sidebyline_query::view::from_iso(day).is_some() && day.len() == 10 {
        into.insert(key.into(), [day, "T00:00:00Z"].concat().into());
    }
}

fn object(value: Value) -> Map<String, Value> {
    if let Value::Object(object) = value { object } else { Map::new() }
}

#[cfg(test)]
mod tests;
