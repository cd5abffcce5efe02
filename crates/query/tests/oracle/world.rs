//! Random datasets, as files have them: small, crowded, and with all that can be missing or lead in a circle.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use sidebyline_dataset::wire;

/// Words that begin alike, so that a prefix tells them apart from whole words.
pub const WORDS: [&str; 7] = ["sea", "seas", "sun", "sunny", "rain", "a", "ab"];
/// Names. Only the last two are near enough to be spellings of each other.
pub const NAMES: [&str; 5] = ["anna", "boris", "clara", "kiev", "kyiv"];
/// Reporting verbs; one of them says nothing.
pub const CUES: [&str; 4] = ["say", "tell", "call for", "—"];
pub const STATUSES: [&str; 3] = ["occurred", "planned", "denied"];
pub const BASES: [&str; 2] = ["own", "official"];
pub const KINDS: [&str; 3] = ["direct", "mixed", "indirect"];
pub const DIMENSIONS: [&str; 3] = ["number", "date", "wording"];
pub const NATURES: [&str; 2] = ["contradiction", "unclear"];
/// The day from which the days of these files are counted: 2031-01-01, counted from 1970-01-01.
pub const FIRST: i64 = 22_280;
/// How many days these files know.
pub const DAYS: i64 = 150;

/// Numbers that name things, some of which aren't there.
type Refs = Vec<usize>;

#[derive(Clone, Debug)]
struct Mention {
    source: usize,
    status: &'static str,
    basis: &'static str,
    paraphrase: String,
    fragments: Vec<String>,
    actors: Refs,
    via: Refs,
    places: Refs,
}

#[derive(Clone, Debug)]
struct Event {
    title: String,
    when: String,
    background: bool,
    topics: Refs,
    mentions: Vec<Mention>,
}

#[derive(Clone, Debug)]
struct Quote {
    source: usize,
    kind: &'static str,
    cue: &'static str,
    content: String,
    fragments: Vec<String>,
    when: Option<String>,
    event: Option<usize>,
    speakers: Refs,
    via: Refs,
    addressee: Option<usize>,
    topics: Refs,
}

#[derive(Clone, Debug)]
struct Discrepancy {
    dimension: &'static str,
    nature: &'static str,
    question: String,
    note: Option<String>,
    event: Option<usize>,
    /// What is said, and the mentions and quotes that say so.
    answers: Vec<(String, Refs)>,
}

/// What `number` days after the first day is called.
pub fn day(number: i64) -> String {
    let mut day = number;
    for (month, length) in (1..).zip([31, 28, 31, 30, 31]) {
        if day < length {
            return format!("2031-{month:02}-{:02}", day + 1);
        }
        day -= length;
    }
    String::from("2031-06")
}

fn days() -> impl Strategy<Value = i64> {
    prop_oneof![3 => 0i64..12, 1 => 0..DAYS]
}

fn when() -> impl Strategy<Value = String> {
    let span = || (days(), prop_oneof![0i64..4, 0i64..30]).prop_map(|(from, days)| (from, (from + days).min(DAYS - 1)));
    prop_oneof![
        4 => days().prop_map(day),
        2 => span().prop_map(|(from, to)| format!("[{}..{}]", day(from), day(to))),
        2 => span().prop_map(|(from, to)| format!("{}/{}", day(from), day(to))),
        1 => Just(String::new()),
    ]
}

fn text() -> impl Strategy<Value = String> {
    vec(select(&WORDS), 0..5).prop_map(|words| words.join(" "))
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    vec(text(), 0..2)
}

fn refs(most: usize) -> impl Strategy<Value = Refs> {
    vec(0usize..6, 0..=most)
}

prop_compose! {
    fn mention()(
        // A source that isn't there: nobody reports it then.
        source in prop_oneof![15 => 0usize..3, 1 => Just(9)],
        status in select(&STATUSES),
        basis in select(&BASES),
        paraphrase in text(),
        fragments in texts(),
        actors in refs(1),
        via in refs(1),
        places in refs(2),
    ) -> Mention {
        Mention { source, status, basis, paraphrase, fragments, actors, via, places }
    }
}

prop_compose! {
    fn event()(
        title in text(), when in when(), background in prop::bool::weighted(0.2), topics in refs(2), mentions in vec(mention(), 0..5),
    ) -> Event {
        Event { title, when, background, topics, mentions }
    }
}

prop_compose! {
    fn quote(events: usize)(
        source in prop_oneof![15 => 0usize..3, 1 => Just(9)],
        kind in select(&KINDS),
        cue in select(&CUES),
        (own, fragment, more) in (text(), text(), text()),
        fragments in texts(),
        when in of(when()),
        event in of(0..events),
        speakers in refs(3),
        via in refs(1),
        addressee in of(0usize..6),
        topics in refs(2),
    ) -> Quote {
        let content = if kind == "mixed" { format!("{own}“{fragment}” {more}“{own}”") } else { own };
        Quote { source, kind, cue, content, fragments, when, event, speakers, via, addressee, topics }
    }
}

prop_compose! {
    fn discrepancy(events: usize)(
        dimension in select(&DIMENSIONS),
        nature in select(&NATURES),
        question in text(),
        note in of(text()),
        event in of(0..events),
        answers in vec((text(), vec(0..events * 3, 0..3)), 0..3),
    ) -> Discrepancy {
        Discrepancy { dimension, nature, question, note, event, answers }
    }
}

/// Random files, of which each has as many of everything as can be looked at at once.
pub fn worlds() -> impl Strategy<Value = wire::Dataset> {
    let events = prop_oneof![1 => vec(event(), 0..3), 8 => vec(event(), 4..9)];
    files(events, vec(quote(6), 0..12), vec(discrepancy(6), 0..6))
}

/// Random files with hundreds of rows, more than a word of a set has bits; in some, all quotes are by themselves, or
/// there is nothing else.
pub fn crowds() -> impl Strategy<Value = wire::Dataset> {
    let few_events = (vec(event(), 0..2), vec(quote(600), 150..250), vec(discrepancy(600), 0..3));
    let many_events = (vec(event(), 66..90), vec(quote(99), 70..200), vec(discrepancy(99), 0..70));
    let nothing_else = (Just(vec![]), vec(quote(1), 0..90), Just(vec![]));
    prop_oneof![1 => few_events.boxed(), 2 => many_events.boxed(), 2 => nothing_else.boxed()]
        .prop_flat_map(|(events, quotes, discrepancies)| files(Just(events), Just(quotes), Just(discrepancies)))
}

fn files(
    events: impl Strategy<Value = Vec<Event>>,
    quotes: impl Strategy<Value = Vec<Quote>>,
    discrepancies: impl Strategy<Value = Vec<Discrepancy>>,
) -> impl Strategy<Value = wire::Dataset> {
    let named = || vec((select(&NAMES), of(select(&NAMES)), of(0usize..6)), 2..6);
    let parents = vec(of(0usize..6), 2..6);
    (prop_oneof![1 => Just(1usize), 8 => 2usize..5], named(), named(), parents, events, quotes, discrepancies).prop_map(
        |(sources, actors, places, topics, events, quotes, discrepancies)| {
            let actors: Vec<Value> = (0..)
                .zip(&actors)
                .map(|(id, (name, alias, affiliation))| {
                    json!({"id": format!("a{id}"), "name": name, "aliases": Vec::from_iter(alias), "kind": "person",
                    "affiliation": affiliation.map(|id| format!("a{id}"))})
                })
                .collect();
            let places: Vec<Value> = (0..).zip(&places).map(|(id, (name, alias, _))| {
                json!({"id": format!("p{id}"), "name": name, "aliases": Vec::from_iter(alias)})
            }).collect();
            let topics: Vec<Value> = (0..).zip(&topics).map(|(id, parent)| {
                json!({"id": format!("t{id}"), "label": "", "parent": parent.map(|id| format!("t{id}"))})
            }).collect();
            file(sources, &actors, &places, &topics, &events, &quotes, &discrepancies)
        },
    )
}

fn file(
    sources: usize,
    actors: &[Value],
    places: &[Value],
    topics: &[Value],
    events: &[Event],
    quotes: &[Quote],
    discrepancies: &[Discrepancy],
) -> wire::Dataset {
    let ids =
        |kind: &str, numbers: &[usize]| numbers.iter().map(|number| format!("{kind}{number}")).collect::<Vec<_>>();
    let passages = |fragments: &[String]| {
        fragments.iter().map(|exact| json!({"start": 0, "end": 1, "exact": exact})).collect::<Vec<_>>()
    };
    let digest = format!("sha256:{}", "0".repeat(64));
    let sources: Vec<Value> = (0..sources).map(|id| {
        json!({"id": format!("s{id}"), "label": "S", "title": "", "published": "2031", "published_basis": "", "language": "en",
            "digest": {"raw": digest, "canonical": digest}, "length": 9, "coded": "full"})
    }).collect();
    // What an answer can refer to: the mention or quote, and its source.
    let mut places_of_evidence: Vec<Value> = Vec::new();
    let events: Vec<Value> = (0..).zip(events).map(|(id, event): (usize, _)| {
        let mentions: Vec<Value> = (0..).zip(&event.mentions).map(|(number, mention): (usize, _)| {
            let (id, source) = (format!("e{id}-{number}"), format!("s{}", mention.source));
            places_of_evidence.push(json!({"source": source, "mention": id}));
            json!({"id": id, "source": source, "paraphrase": mention.paraphrase, "passages": passages(&mention.fragments),
                "status": mention.status, "basis": mention.basis, "actors": ids("a", &mention.actors),
                "via": ids("a", &mention.via), "places": ids("p", &mention.places)})
        }).collect();
        json!({"id": format!("e{id}"), "title": event.title, "when": event.when, "background": event.background,
            "topics": ids("t", &event.topics), "mentions": mentions})
    }).collect();
    let quotes: Vec<Value> = (0..).zip(quotes).map(|(id, quote): (usize, _)| {
        let (id, source) = (format!("q{id}"), format!("s{}", quote.source));
        places_of_evidence.push(json!({"source": source, "quote": id}));
        json!({"id": id, "source": source, "kind": quote.kind, "cue": quote.cue, "content": quote.content,
            "passages": passages(&quote.fragments), "when": quote.when, "event": quote.event.map(|event| format!("e{event}")),
            "speakers": ids("a", &quote.speakers), "via": ids("a", &quote.via),
            "addressee": quote.addressee.map(|actor| format!("a{actor}")), "topics": ids("t", &quote.topics)})
    }).collect();
    let discrepancies: Vec<Value> = (0..)
        .zip(discrepancies)
        .map(|(id, discrepancy): (usize, _)| {
            let answers: Vec<Value> = discrepancy
                .answers
                .iter()
                .map(|(value, evidence)| {
                    let evidence = evidence.iter().filter_map(|&at| places_of_evidence.get(at).cloned());
                    json!({"value": value, "evidence": evidence.collect::<Vec<_>>()})
                })
                .collect();
            json!({"id": format!("d{id}"), "dimension": discrepancy.dimension, "nature": discrepancy.nature,
            "question": discrepancy.question, "note": discrepancy.note, "answers": answers,
            "event": discrepancy.event.map(|event| format!("e{event}"))})
        })
        .collect();
    let json = json!({
        "format": "sidebyline/1", "id": "world", "version": "1", "title": "", "description": "", "language": "en",
        "updated": "2031-01-01", "license": "CC0-1.0", "method": "", "sources": sources, "actors": actors,
        "places": places, "topics": topics, "events": events, "quotes": quotes, "discrepancies": discrepancies,
    });
    sidebyline_dataset::parse(without_nulls(json).to_string().as_bytes()).expect("it is a dataset")
}

/// Files leave out what they don't say.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(key, value)| (key, without_nulls(value)))
            .collect(),
        Value::Array(elements) => elements.into_iter().map(without_nulls).collect(),
        other => other,
    }
}
