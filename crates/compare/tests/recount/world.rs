//! Random datasets, as files have them: small, crowded, and with all that can be missing or doubled.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// How many sources each has.
pub const SOURCES: usize = 4;
const SPEAKERS: usize = 3;
const DATES: [&str; 7] = [
    "2031-05-04",
    "2031-05-05",
    "[2031-05-04..2031-05-06]",
    "2031-05-06/2031-05-08",
    "[..2031-05-05]",
    "2031-05-07/..",
    "2031-05",
];
const WORDS: [&str; 3] = ["the old crane", "it stays", "nobody knows"];

fn date() -> impl Strategy<Value = Option<&'static str>> {
    of(select(&DATES[..]))
}

/// Where a passage begins, and whether its words are in the data.
fn passages() -> impl Strategy<Value = Vec<Value>> {
    let passage = (0..30u32, any::<bool>()).prop_map(|(start, exact)| {
        let digest = format!("sha256:{}", "0".repeat(64));
        if exact {
            json!({"start": start, "end": start + 9, "exact": "the crane"})
        } else {
            json!({"start": start, "end": start + 9, "head": "the", "tail": "crane", "digest": digest})
        }
    });
    vec(passage, 0..3)
}

prop_compose! {
    fn mention()(source in 0..SOURCES, passages in passages()) -> Value {
        json!({"source": format!("s{source}"), "paraphrase": "It is so.", "status": "occurred", "basis": "own",
            "passages": passages})
    }
}

prop_compose! {
    fn event()(known_from in date(), mentions in vec(mention(), 0..5)) -> Value {
        let mut event = json!({"title": "It is so", "when": "2031", "mentions": mentions});
        if let Some(known_from) = known_from {
            event["known_from"] = known_from.into();
        }
        event
    }
}

prop_compose! {
    fn quote()(
        source in 0..SOURCES,
        kind in select(&["direct", "mixed", "indirect"][..]),
        speakers in vec(0..SPEAKERS, 0..3),
        cue in select(&["say", "Say", "warn", "insist", ""][..]),
        (own, theirs) in (select(&WORDS[..]), select(&WORDS[..])),
        passages in passages(),
        event in of(0..6usize),
    ) -> Value {
        let speakers: Vec<String> = speakers.into_iter().map(|speaker| format!("p{speaker}")).collect();
        let content = match kind {
            "mixed" => format!("{own} “{theirs}”"),
            _ => theirs.into(),
        };
        // What a direct quote has of exact words is its content; here all of it is.
        let passages: Vec<Value> = passages.into_iter().filter(|passage| kind != "direct" || passage["exact"].is_null()).collect();
        let mut quote = json!({"source": format!("s{source}"), "kind": kind, "speakers": speakers, "cue": cue,
            "content": content, "passages": passages});
        if let Some(event) = event {
            quote["event"] = format!("e{event}").into();
        }
        quote
    }
}

/// A discrepancy: its event, and each answer with its number, unit, date, and numbers that name its evidence.
type Asked = (Option<usize>, Vec<(Option<i8>, Option<&'static str>, Option<&'static str>, Vec<usize>)>);

fn discrepancy() -> impl Strategy<Value = Asked> {
    let answer = (of(-3..6i8), of(select(&["days", "years"][..])), date(), vec(0..40usize, 0..4));
    (of(0..6usize), vec(answer, 0..5))
}

/// Files with four sources.
pub fn worlds() -> impl Strategy<Value = Value> {
    let sources = vec((date(), any::<bool>()), SOURCES);
    (sources, vec(event(), 0..6), vec(quote(), 0..14), vec(discrepancy(), 0..3)).prop_map(
        |(sources, mut events, mut quotes, asked)| {
            let zeros = format!("sha256:{}", "0".repeat(64));
            let sources: Vec<Value> = (sources.into_iter().enumerate())
                .map(|(at, (published, full))| {
                    json!({"id": format!("s{at}"), "label": "S", "title": "A text", "language": "en", "length": 99,
                        "published": published.unwrap_or("unknown"), "published_basis": "",
                        "digest": {"raw": zeros, "canonical": zeros}, "coded": if full { "full" } else { "partial" }})
                })
                .collect();
            let known = events.len();
            for (e, event) in events.iter_mut().enumerate() {
                event["id"] = format!("e{e}").into();
                for (m, mention) in event["mentions"].as_array_mut().expect("a list").iter_mut().enumerate() {
                    mention["id"] = format!("m{e}-{m}").into();
                }
            }
            for (q, quote) in quotes.iter_mut().enumerate() {
                quote["id"] = format!("q{q}").into();
                if quote["event"].as_str().is_some_and(|id| id >= format!("e{known}").as_str()) {
                    quote["event"] = Value::Null;
                }
                quote.as_object_mut().expect("an object").retain(|_, value| !value.is_null());
            }
            let discrepancies: Vec<Value> =
                asked.into_iter().enumerate().map(|(at, asked)| asked_of(at, asked, &events, &quotes)).collect();
            let actors: Vec<Value> = (0..SPEAKERS)
                .map(|at| json!({"id": format!("p{at}"), "name": if at == 2 { "Ann" } else { "Bo" }, "kind": "person"}))
                .collect();
            json!({"format": "sidebyline/1", "id": "world", "version": "1", "title": "", "description": "",
                "language": "en", "updated": "2031-05-12", "license": "CC0-1.0", "method": "", "sources": sources,
                "actors": actors, "events": events, "quotes": quotes, "discrepancies": discrepancies})
        },
    )
}

fn asked_of(at: usize, (event, answers): Asked, events: &[Value], quotes: &[Value]) -> Value {
    let mut places: Vec<Value> = Vec::new();
    for mention in events.iter().flat_map(|event| event["mentions"].as_array().expect("a list")) {
        places.push(json!({"source": mention["source"], "mention": mention["id"]}));
    }
    places.extend(quotes.iter().map(|quote| json!({"source": quote["source"], "quote": quote["id"]})));
    let answers: Vec<Value> = (answers.into_iter())
        .map(|(number, unit, date, evidence)| {
            let evidence: Vec<&Value> =
                evidence.into_iter().filter_map(|at| places.get(at % places.len().max(1))).collect();
            let mut answer = json!({"value": "So", "evidence": evidence});
            for (key, value) in
                [("number", number.map(Value::from)), ("unit", unit.map(Value::from)), ("date", date.map(Value::from))]
            {
                if let Some(value) = value {
                    answer[key] = value;
                }
            }
            answer
        })
        .collect();
    let mut asked = json!({"id": format!("d{at}"), "dimension": "number", "nature": "unclear", "question": "How?", "answers": answers});
    if let Some(event) = event.filter(|&event| event < events.len()) {
        asked["event"] = format!("e{event}").into();
    }
    asked
}
