//! Random datasets, as files have them: small, crowded, with few words and few voices, so that much is shared.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};
use sidebyline_dataset::wire;

/// On what a source may say that it draws: sources, addresses, and the address of the first source.
const ORIGINS: [&str; 6] = ["s0", "s1", "s2", "https://s0.example/", "https://x.example/", "https://y.example/"];
const PUBLISHED: [&str; 4] = ["2031-05-04", "2031-05-06", "[2031-05-05..2031-05-08]", "unknown"];
const BASES: [&str; 4] = ["own", "named", "anonymous", "unattributed"];
const ACTORS: [&str; 3] = ["a0", "a1", "a2"];
/// How many sources there may be; more are named than there are, and what they have is left out.
const SOURCES: usize = 5;
const EVENTS: usize = 4;

#[derive(Clone, Debug)]
struct Source {
    published: &'static str,
    full: bool,
    outlet: Option<usize>,
    draws_on: Vec<&'static str>,
}

/// What a source has on an event.
#[derive(Clone, Debug)]
struct Report {
    source: usize,
    event: usize,
    basis: &'static str,
    /// 0 for a mention, then the kinds of quotes.
    kind: usize,
    via: Vec<&'static str>,
    speakers: Vec<&'static str>,
    words: Vec<String>,
}

/// A question about an event, with the reports that give each answer.
#[derive(Clone, Debug)]
struct Question {
    event: usize,
    answers: Vec<Vec<usize>>,
}

/// A stretch of a sentence that all sources know, twice over, perhaps in capitals.
fn words() -> impl Strategy<Value = String> {
    const SENTENCE: [&str; 10] = ["the", "old", "crane", "of", "the", "old", "harbour", "is", "gone", "for"];
    (0..SENTENCE.len(), 0usize..12, any::<bool>()).prop_map(|(from, length, loud)| {
        let words: Vec<&str> = SENTENCE.into_iter().cycle().skip(from).take(length).collect();
        if loud { words.join(" ").to_uppercase() } else { words.join(" ") }
    })
}

prop_compose! {
    fn source()(
        published in select(&PUBLISHED),
        full in prop::bool::weighted(0.7),
        outlet in prop::option::of(0usize..2),
        draws_on in prop_oneof![1 => Just(Vec::new()), 1 => subsequence(&ORIGINS, 1..4)],
    ) -> Source {
        Source { published, full, outlet, draws_on }
    }
}

prop_compose! {
    fn report()(
        source in 0..SOURCES,
        event in 0..EVENTS,
        basis in select(&BASES),
        kind in prop_oneof![2 => Just(0usize), 1 => 1usize..4],
        via in prop_oneof![2 => Just(Vec::new()), 1 => subsequence(&ACTORS, 0..3)],
        speakers in subsequence(&ACTORS, 0..2),
        words in prop_oneof![2 => Just(Vec::new()), 1 => vec(words(), 0..3)],
    ) -> Report {
        Report { source, event, basis, kind, via, speakers, words }
    }
}

fn question() -> impl Strategy<Value = Question> {
    (0..EVENTS, vec(vec(0usize..14, 0..4), 1..4)).prop_map(|(event, answers)| Question { event, answers })
}

/// Random files.
pub fn worlds() -> impl Strategy<Value = wire::Dataset> {
    (vec(source(), 1..=SOURCES), vec(report(), 0..14), vec(question(), 0..5))
        .prop_map(|(sources, reports, questions)| file(&sources, &reports, &questions))
}

fn file(sources: &[Source], reports: &[Report], questions: &[Question]) -> wire::Dataset {
    let digest = format!("sha256:{}", "0".repeat(64));
    let of_source = |(at, source): (usize, &Source)| {
        let mut json = json!({"id": format!("s{at}"), "label": "S", "title": "", "published": source.published,
            "published_basis": "", "language": "en", "digest": {"raw": digest, "canonical": digest}, "length": 9,
            "coded": if source.full { "full" } else { "partial" }, "derived_from": source.draws_on});
        if at == 0 {
            json["url"] = "https://s0.example/".into();
        }
        if let Some(outlet) = source.outlet {
            json["outlet"] = format!("o{outlet}").into();
        }
        json
    };
    let passages = |words: &[String]| -> Vec<Value> {
        words.iter().map(|exact| json!({"start": 0, "end": 1, "exact": exact})).collect()
    };
    let on = |event: usize| {
        let mentions = (0..).zip(reports).filter(move |(_, report)| report.event == event && report.kind == 0);
        let mentions: Vec<Value> = mentions
            .map(|(at, report): (usize, _)| {
                json!({"id": format!("r{at}"), "source": format!("s{}", report.source), "paraphrase": "", "status": "occurred",
                    "passages": passages(&report.words), "basis": report.basis, "via": report.via})
            })
            .collect();
        let mut json = json!({"id": format!("e{event}"), "title": "", "when": "2031", "mentions": mentions});
        if event.is_multiple_of(2) {
            json["known_from"] = "2031-05-05".into();
        }
        json
    };
    let quotes = (0..).zip(reports).filter(|(_, report)| report.kind > 0).map(|(at, report): (usize, _)| {
        let kind = ["", "direct", "mixed", "indirect"][report.kind];
        let marked: Vec<String> = report.words.iter().map(|words| format!("“{words}” the crane ")).collect();
        let content = if kind == "mixed" { marked.concat() } else { report.words.join(" … ") };
        json!({"id": format!("r{at}"), "source": format!("s{}", report.source), "kind": kind, "speakers": report.speakers,
            "via": report.via, "cue": "say", "content": content, "passages": passages(&report.words),
            "event": format!("e{}", report.event)})
    });
    let evidence = |&at: &usize| {
        let report = reports.get(at)?;
        let place = if report.kind == 0 { "mention" } else { "quote" };
        let mut json = json!({"source": format!("s{}", report.source)});
        json[place] = format!("r{at}").into();
        Some(json)
    };
    let question = |(at, question): (usize, &Question)| {
        let answer = |given: &Vec<usize>| json!({"value": "", "evidence": given.iter().filter_map(evidence).collect::<Vec<_>>()});
        json!({"id": format!("d{at}"), "dimension": "number", "nature": "unclear", "question": "",
            "event": format!("e{}", question.event), "answers": question.answers.iter().map(answer).collect::<Vec<_>>()})
    };
    let actors = ACTORS.map(|id| json!({"id": id, "name": id, "kind": "person"}));
    let json = json!({
        "format": "sidebyline/1", "id": "world", "version": "1", "title": "", "description": "", "language": "en",
        "updated": "2031-01-01", "license": "CC0-1.0", "method": "", "actors": actors,
        "outlets": [{"id": "o0", "name": ""}, {"id": "o1", "name": ""}],
        "sources": sources.iter().enumerate().map(of_source).collect::<Vec<_>>(),
        "events": (0..EVENTS).map(on).collect::<Vec<_>>(), "quotes": quotes.collect::<Vec<_>>(),
        "discrepancies": questions.iter().enumerate().map(question).collect::<Vec<_>>(),
    });
    sidebyline_dataset::parse(json.to_string().as_bytes()).expect("it is a dataset")
}
