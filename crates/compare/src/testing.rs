//! Datasets for tests: a small invented one, and ones that a test sketches.

use serde_json::{Value, json};
use sidebyline_dataset::Dataset;

/// Five invented texts about the crane of an invented harbour.
pub(crate) fn harbour() -> Dataset {
    let json = include_bytes!("../../../tests/fixtures/harbour.json");
    let wire = sidebyline_dataset::parse(json).expect("the fixture is a dataset");
    let (dataset, findings) = Dataset::from_wire(wire);
    assert_eq!(findings, [], "the fixture is without fault");
    dataset
}

/// What decides a silence, and no more.
#[derive(Clone, Debug)]
pub(crate) struct Sketch {
    /// When each source was published, and whether it is coded in full.
    pub sources: Vec<(Option<String>, bool)>,
    /// From when on each event could be known, and what each source does with it.
    pub events: Vec<(Option<String>, Vec<Told>)>,
    /// Of which outlet each source is, if of one; outlets are numbered from 0.
    pub outlets: Vec<Option<usize>>,
}

/// What a source does with an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    Silent,
    Mentioned,
    Quoted,
}

impl Sketch {
    /// The dataset. Its sources and events stand in the sketch's order; a date that isn't known is one that can't be read.
    pub(crate) fn dataset(&self) -> Dataset {
        let zeros = format!("sha256:{}", "0".repeat(64));
        let source = |(at, (published, full)): (usize, &(Option<String>, bool))| {
            let mut source = json!({"id": format!("s{at}"), "label": "S", "title": "A text", "language": "en", "length": 9,
                "published": published.as_deref().unwrap_or("unknown"), "published_basis": "",
                "digest": {"raw": zeros, "canonical": zeros}, "coded": if *full { "full" } else { "partial" }});
            if let Some(outlet) = self.outlets.get(at).copied().flatten() {
                source["outlet"] = format!("o{outlet}").into();
            }
            source
        };
        let outlets = self.outlets.iter().flatten().max().map_or(0, |last| last + 1);
        let outlets: Vec<Value> = (0..outlets).map(|at| json!({"id": format!("o{at}"), "name": "An outlet"})).collect();
        let mut events = Vec::new();
        let mut quotes = Vec::new();
        for (at, (known_from, told)) in self.events.iter().enumerate() {
            let who = |kind| (0..self.sources.len()).filter(move |&source| told.get(source) == Some(&kind));
            let mentions: Vec<Value> = who(Told::Mentioned)
                .map(|source| {
                    json!({"id": format!("m{at}-{source}"), "source": format!("s{source}"), "paraphrase": "It is so.",
                        "passages": [], "status": "occurred", "basis": "own"})
                })
                .collect();
            quotes.extend(who(Told::Quoted).map(|source| {
                json!({"id": format!("q{at}-{source}"), "source": format!("s{source}"), "kind": "indirect", "speakers": [],
                    "cue": "say", "content": "It is so.", "passages": [], "event": format!("e{at}")})
            }));
            let mut event = json!({"id": format!("e{at}"), "title": "It is so", "when": "2031", "mentions": mentions});
            if let Some(known_from) = known_from {
                event["known_from"] = known_from.as_str().into();
            }
            events.push(event);
        }
        let sources: Vec<Value> = self.sources.iter().enumerate().map(source).collect();
        let file = json!({"format": "sidebyline/1", "id": "sketch", "version": "1", "title": "", "description": "",
            "language": "en", "updated": "2031-05-12", "license": "CC0-1.0", "method": "", "outlets": outlets, "sources": sources,
            "events": events, "quotes": quotes});
        let wire = sidebyline_dataset::parse(file.to_string().as_bytes()).expect("the sketch is a dataset");
        Dataset::from_wire(wire).0
    }
}

/// A quote as a test says it.
#[derive(Clone, Debug)]
pub(crate) struct Said<'a> {
    /// The number of the source.
    pub source: usize,
    /// Who says it, `a` to `d`.
    pub speaker: &'a str,
    /// `direct`, `mixed` or `indirect`.
    pub kind: &'a str,
    /// A direct quote's words, its parts joined by `|`; else the content.
    pub words: &'a str,
    /// When, if known.
    pub when: Option<&'a str>,
}

/// A direct quote of the speaker `a`.
pub(crate) fn said(source: usize, words: &str) -> Said<'_> {
    Said { source, speaker: "a", kind: "direct", words, when: None }
}

/// A dataset with these quotes, called `q0`, `q1` and so on.
pub(crate) fn quotes(said: &[Said<'_>]) -> Dataset {
    let zeros = format!("sha256:{}", "0".repeat(64));
    let count = said.iter().map(|said| said.source + 1).max().unwrap_or(0);
    let source = |at| {
        json!({"id": format!("s{at}"), "label": format!("{at}"), "title": "A text", "language": "en", "length": 90_000_000,
            "published": "2031-05-01", "published_basis": "", "digest": {"raw": zeros, "canonical": zeros}, "coded": "full"})
    };
    let actor = |id| json!({"id": id, "name": id, "kind": "person"});
    let passages = |words: &str| -> Vec<Value> {
        let part = |part: &str| json!({"start": 0, "end": part.chars().count().max(1), "exact": part});
        words.split('|').map(part).collect()
    };
    let quote = |(at, said): (usize, &Said<'_>)| {
        let mut quote = json!({"id": format!("q{at}"), "source": format!("s{}", said.source), "kind": said.kind,
            "speakers": [said.speaker], "cue": "say", "content": said.words, "event": "e", "passages": []});
        if said.kind == "direct" {
            quote["passages"] = passages(said.words).into();
        }
        if let Some(when) = said.when {
            quote["when"] = when.into();
        }
        quote
    };
    let file = json!({"format": "sidebyline/1", "id": "said", "version": "1", "title": "", "description": "",
        "language": "en", "updated": "2031-05-12", "license": "CC0-1.0", "method": "",
        "sources": (0..count).map(source).collect::<Vec<Value>>(),
        "actors": Vec::from(["a", "b", "c", "d"].map(actor)),
        "events": [{"id": "e", "title": "It is so", "when": "2031", "mentions": []}],
        "quotes": said.iter().enumerate().map(quote).collect::<Vec<Value>>()});
    let wire = sidebyline_dataset::parse(file.to_string().as_bytes()).expect("the sketch is a dataset");
    let (dataset, findings) = Dataset::from_wire(wire);
    assert_eq!(findings, []);
    dataset
}
