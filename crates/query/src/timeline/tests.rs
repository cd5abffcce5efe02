use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::*;
use crate::index::order::moment;
use crate::testing::harbour;
use crate::{Selection, View};

fn names<'a>(dataset: &'a Dataset, days: &'a [Day]) -> Vec<(String, Vec<&'a str>)> {
    let name = |day: &'a Day| {
        let when = match &day.when {
            When::Day(second) => format!("day {}", second / DAY),
            When::Around(second) => format!("around {}", second / DAY),
            When::Unsure => "unsure".into(),
        };
        (when, day.events.iter().map(|&event| dataset.events[event].id.as_str()).collect())
    };
    days.iter().map(name).collect()
}

#[test]
fn events_stand_in_the_order_of_time() {
    let dataset = harbour();
    let timeline = Timeline::new(&dataset);
    let monday = 22_404; // 5 May 2031, in days since 1970
    let expected = [
        (format!("day {monday}"), vec!["letter", "petition"]),
        (format!("around {monday}"), vec!["inspection"]),
        (format!("around {}", monday + 1), vec!["offer"]),
        (format!("day {}", monday + 2), vec!["vote", "party"]),
        ("unsure".to_owned(), vec!["smoke", "march", "repairs"]),
    ];
    assert_eq!(names(&dataset, &timeline.days), expected);
}

#[test]
fn the_background_stands_apart() {
    let dataset = harbour();
    let timeline = Timeline::new(&dataset);
    let expected = [("unsure".to_owned(), vec!["crane-built", "port-moves"])];
    assert_eq!(names(&dataset, &timeline.background), expected);
}

#[test]
fn a_day_is_named_only_where_it_is_nearly_known() {
    #[track_caller]
    fn check(written: &str, expected: When) {
        let when: Edtf = written.parse().expect("it is EDTF");
        assert_eq!(group(Some(&when)), expected, "{written}");
    }
    let first = 20_200 * DAY;
    check("2025-04-22", When::Day(first));
    check("2025-04-22T18:30:00Z", When::Day(first));
    check("2025-04-22/2025-06", When::Day(first));
    check("2025-04-22~/2025-06", When::Around(first));
    check("[2025-04-22..2025-04-22]", When::Day(first));
    check("[2025-04-22..2025-05-05]", When::Around(first));
    check("[2025-04-22..2025-05-06]", When::Unsure);
    check("2025-04", When::Unsure);
    check("[..2025-04-22]", When::Unsure);
    check("/2025-04-22", When::Unsure);
    assert_eq!(group(None), When::Unsure);
}

#[test]
fn every_event_stands_in_exactly_one_place() {
    let dataset = harbour();
    let timeline = Timeline::new(&dataset);
    let mut events: Vec<EventIdx> =
        timeline.days.iter().chain(&timeline.background).flat_map(|day| day.events.clone()).collect();
    events.sort_unstable();
    assert_eq!(events, dataset.events.indices().collect::<Vec<_>>());
}

#[test]
fn a_quote_without_an_event_is_not_lost() {
    let dataset = harbour();
    let loose: Vec<&str> =
        Timeline::new(&dataset).loose.iter().map(|&quote| dataset.quotes[quote].id.as_str()).collect();
    assert_eq!(loose, ["c-lind-steam", "a-unknown"]);
}

#[test]
fn quotes_without_an_event_stand_in_the_order_of_time_and_undated_ones_last() {
    #[track_caller]
    fn check(steam: &str, unknown: &str, expected: [&str; 2]) {
        let mut json = include_str!("../../../../tests/fixtures/harbour.json").to_owned();
        for (id, when) in [("c-lind-steam", steam), ("a-unknown", unknown)] {
            let id = format!("\"id\": \"{id}\",");
            let when = if when.is_empty() { String::new() } else { format!("\"when\": \"{when}\",") };
            json = json.replace(&id, &[id.as_str(), &when].concat());
        }
        let wire = sidebyline_dataset::parse(json.as_bytes()).expect("it is a dataset");
        let (dataset, findings) = Dataset::from_wire(wire);
        assert_eq!(findings, []);
        let loose = Timeline::new(&dataset).loose;
        assert_eq!(loose.iter().map(|&quote| dataset.quotes[quote].id.as_str()).collect::<Vec<_>>(), expected);
    }
    check("2031-05-05", "2031-05-06", ["c-lind-steam", "a-unknown"]);
    check("2031-05-06T08:00:00Z", "2031-05-05", ["a-unknown", "c-lind-steam"]);
    check("", "2031", ["a-unknown", "c-lind-steam"]);
}

#[test]
fn who_is_quoted_most_comes_first_and_who_is_not_named_last() {
    let dataset = harbour();
    let voices = Voice::all(&dataset, &Index::new(&dataset));
    let name = |voice: &Voice| voice.speaker.map_or("", |speaker| dataset.actors[speaker].id.as_str());
    let voices: Vec<(&str, usize)> = voices.iter().map(|voice| (name(voice), voice.quotes.len())).collect();
    let expected = [("okafor", 4), ("lind", 2), ("friends", 1), ("port", 1), ("insiders", 1), ("", 1)];
    assert_eq!(voices, expected);
}

/// Of a quote its event, day and speaker, any of which may be missing, and its source.
type Said = (Option<usize>, Option<u32>, Option<u32>, u32);

/// A dataset of these events, each with a day or none and perhaps the background's, and these quotes.
fn dataset(events: &[(Option<u32>, bool)], quotes: &[Said]) -> Dataset {
    let mut file: Value =
        serde_json::from_str(include_str!("../../../../tests/fixtures/harbour.json")).expect("it is JSON");
    let id = |kind: &str, number: usize| format!("{kind}{number}");
    let actors: Vec<Value> =
        (0..SPEAKERS).map(|at| json!({"id": id("a", at as usize), "name": "B", "kind": "person"})).collect();
    let mut source = file["sources"][0].take();
    let sources: Vec<Value> = ["s0", "s1"]
        .map(|id| {
            source["id"] = id.into();
            source.clone()
        })
        .into();
    let day = |day: Option<u32>| day.map(|day| format!("2031-05-{:02}", day + 1));
    let events: Vec<Value> = (events.iter().enumerate())
        .map(|(at, (when, background))| json!({"id": id("e", at), "title": "E", "when": day(*when).unwrap_or_default(), "background": background}))
        .collect();
    let quotes: Vec<Value> = (quotes.iter().enumerate())
        .map(|(at, (event, when, speaker, source))| {
            let mut quote = json!({
                "id": id("q", at), "source": id("s", *source as usize), "kind": "indirect", "cue": "say", "content": "Q",
                "speakers": speaker.map(|speaker| id("a", speaker as usize)).into_iter().collect::<Vec<_>>(),
            });
            if let Some(event) = event.filter(|&event| event < events.len()) {
                quote["event"] = id("e", event).into();
            }
            if let Some(day) = day(*when) {
                quote["when"] = day.into();
            }
            quote
        })
        .collect();
    let rows = (events.len(), quotes.len());
    for (name, rows) in [("actors", actors), ("sources", sources), ("events", events), ("quotes", quotes)] {
        file[name] = rows.into();
    }
    for name in ["places", "topics", "discrepancies", "variants", "links", "renamed"] {
        file.as_object_mut().expect("it is an object").remove(name);
    }
    let wire = sidebyline_dataset::parse(file.to_string().as_bytes()).expect("it is a dataset");
    let (dataset, _) = Dataset::from_wire(wire); // undated events are told
    assert_eq!((dataset.events.len(), dataset.quotes.len()), rows);
    dataset
}

const SPEAKERS: u32 = 6;

fn datasets() -> impl Strategy<Value = Dataset> {
    let event = (of(0u32..9), prop::bool::weighted(0.2));
    let quote = (of(0usize..120), of(0u32..9), of(0..SPEAKERS), 0u32..2);
    let number = prop_oneof![Just(0..1usize), Just(0..180)];
    (number.clone(), number)
        .prop_flat_map(move |(events, quotes)| (vec(event.clone(), events), vec(quote.clone(), quotes)))
        .prop_map(|(events, quotes)| dataset(&events, &quotes))
}

/// What is found in `list`, as a plain list.
fn found<T: Copy>(list: impl IntoIterator<Item = T>, is_found: impl Fn(T) -> bool) -> Vec<T> {
    list.into_iter().filter(|&item| is_found(item)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(120) })]

    #[test]
    fn a_part_is_the_one_of_the_list_of_all_that_is_found(
        dataset in datasets(), number in 0usize..5, wanted: prop::sample::Index,
        query in select(vec!["", "source=s0", "speaker=a0,a3", "speaker=-a1&source=s1", "from=2031-05-04&to=2031-05-05", "speaker=_none", "kind=direct"]),
    ) {
        let index = Index::new(&dataset);
        let timeline = Timeline::of(&dataset, &index);
        prop_assert_eq!(&timeline, &Timeline::new(&dataset));
        let mut loose: Vec<QuoteIdx> = found(dataset.quotes.indices(), |quote| dataset.quotes[quote].event.is_none());
        loose.sort_by_key(|&quote| moment(dataset.quotes[quote].when.as_ref()));
        prop_assert_eq!(&timeline.loose, &loose);

        let matches = index.matching(&Selection::of(&View::parse(query).0, &dataset, &index).0);
        let quotes = found(loose, |quote| matches.has_quote(quote));
        prop_assert_eq!(matches.loose(), quotes.len());
        let events: Vec<EventIdx> = timeline.background.iter().chain(&timeline.days).flat_map(|day| day.events.clone()).collect();
        prop_assert_eq!(timeline.is_whole(), events.len() + timeline.loose.len() <= WHOLE);
        let mut list: Vec<Item> = found(events, |event| matches.has_event(event)).into_iter().map(Item::Event).collect();
        list.extend(quotes.into_iter().map(Item::Quote));
        let all = dataset.events.indices().map(Item::Event).chain(dataset.quotes.indices().map(Item::Quote)).collect::<Vec<_>>();
        let item = (!all.is_empty()).then(|| *wanted.get(&all));
        for wanted in [None, item] {
            let part = timeline.part(&matches, wanted, number);
            prop_assert_eq!(&part, &Part::of(&list, wanted, number));
            let (background, days, quotes) = timeline.sections(&part);
            let shown = background.iter().chain(&days).flat_map(|day| &day.events).map(|&event| Item::Event(event));
            prop_assert_eq!(shown.chain(quotes.into_iter().map(Item::Quote)).collect::<Vec<_>>(), part.items);
        }

        let voices = Voice::all(&dataset, &index);
        let list = found(voices.iter().flat_map(|voice| voice.quotes.clone()), |quote| matches.has_quote(quote));
        for voice in &voices {
            prop_assert_eq!(matches.number_of(&voice.quotes), voice.quotes.iter().filter(|&&quote| matches.has_quote(quote)).count());
        }
        let quote = (!dataset.quotes.is_empty()).then(|| QuoteIdx::new(wanted.index(dataset.quotes.len())));
        for wanted in [None, quote] {
            let (here, part) = Voice::part(&voices, &matches, wanted, number);
            prop_assert_eq!(&part, &Part::of(&list, wanted, number));
            let speakers = part.items.iter().map(|&quote| (dataset.quotes[quote].speakers.first().copied(), quote));
            let shown = here.iter().flat_map(|voice| voice.quotes.iter().map(|&quote| (voice.speaker, quote)));
            prop_assert!(shown.eq(speakers));
            prop_assert!(here.iter().all(|voice| !voice.quotes.is_empty()));
        }
    }
}
