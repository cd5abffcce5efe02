//! No dataset and no address makes the engine panic, hang or lose count.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use sidebyline_dataset::{Dataset, wire};
use sidebyline_query::{Facet, Histogram, Index, Selection, Sign, Timeline, Unit, View};

fn source(id: usize) -> Value {
    let digest = format!("sha256:{}", "0".repeat(64));
    json!({"id": format!("s{id}"), "label": "S", "title": "", "published": "2031", "published_basis": "", "language": "en",
        "digest": {"raw": digest, "canonical": digest}, "length": 9, "coded": "full"})
}

fn file(sources: usize, events: &[Value], quotes: &[Value]) -> wire::Dataset {
    let json = json!({"format": "sidebyline/1", "id": "d", "version": "1", "title": "", "description": "", "language": "en",
        "updated": "2031-01-01", "license": "CC0-1.0", "method": "", "sources": (0..sources).map(source).collect::<Vec<_>>(),
        "events": events, "quotes": quotes});
    sidebyline_dataset::parse(json.to_string().as_bytes()).expect("it is a dataset")
}

fn dated(when: &[String]) -> wire::Dataset {
    let events = when.iter().enumerate().map(|(id, when)| json!({"id": format!("e{id}"), "title": "", "when": when}));
    file(1, &events.collect::<Vec<_>>(), &[])
}

/// Asks all that can be asked; gives how many events are found, and the bars.
fn ask(file: wire::Dataset, view: &View) -> (usize, Histogram) {
    let dataset = Dataset::from_wire(file).0;
    let (index, timeline) = (Index::new(&dataset), Timeline::new(&dataset));
    let (selection, _) = Selection::of(view, &dataset, &index);
    selection.columns(&dataset);
    let matches = index.matching(&selection);
    (matches.total(Unit::Events), Histogram::new(&dataset, &timeline, &index, &selection))
}

#[test]
fn a_dataset_without_anything_answers() {
    for query in [
        "",
        "source=a&match=all",
        "match=none",
        "match=9",
        "topic=_none&speaker=-_none",
        "q=a&in=verbatim",
        "from=2025",
        "rows=only.a&count=quotes",
    ] {
        for sources in [0, 1] {
            let (found, histogram) = ask(file(sources, &[], &[]), &View::parse(query).0);
            assert_eq!((found, histogram.bars.len(), histogram.outside), (0, 0, 0), "{query}");
        }
        let event = json!({"id": "e", "title": "", "when": "", "mentions": [{"id": "m", "source": "s9", "paraphrase": "", "status": "occurred", "basis": "own"}]});
        ask(
            file(0, &[event], &[json!({"id": "q", "source": "s9", "kind": "direct", "cue": "", "content": ""})]),
            &View::parse(query).0,
        );
    }
}

#[test]
fn dates_that_lie_ages_apart_have_few_bars() {
    let when = [
        "-9999-01-01",
        "9999-12-31",
        "2031-05-05",
        "Y-9999999999",
        "Y9999999999",
        "Y-9999999999/Y9999999999",
        "[Y-9999999999..Y9999999999]",
    ];
    let dated = dated(&when.map(String::from));
    for query in ["", "from=0000-01-01", "to=9999-12-31", "from=2031&to=2031"] {
        let (_, histogram) = ask(dated.clone(), &View::parse(query).0);
        assert!((2..=62).contains(&histogram.bars.len()), "{} bars", histogram.bars.len());
    }
    assert_eq!(ask(dated, &View::parse("from=2031&to=2031").0).0, 3);
}

#[test]
fn a_day_beyond_the_address_is_no_limit() {
    for day in [i64::MIN, i64::MAX] {
        let view = View::default().with_range(Some(day), Some(day)).with_range(None, Some(day));
        assert_eq!(ask(dated(&["2031".into()]), &view).0, 1);
    }
}

#[test]
fn what_has_the_same_id_twice_is_counted_twice() {
    let twice = [
        json!({"id": "e", "title": "sea", "when": "2031-05-05"}),
        json!({"id": "e", "title": "sea", "when": "2031-05-05"}),
    ];
    let (found, histogram) = ask(file(1, &twice, &[]), &View::parse("q=sea").0);
    assert_eq!((found, histogram.bars[0].events), (2, 2));
}

#[test]
fn a_dataset_of_thousands_answers_in_time() {
    let sources = 12;
    let events = (0..3_000).map(|id| {
        let mentions: Vec<Value> = (0..3).map(|number| {
            let source = (id * 7 + number * 5) % sources;
            json!({"id": format!("m{id}-{number}"), "source": format!("s{source}"), "paraphrase": format!("the talks {number} of day {id} were put off again"), "status": "occurred", "basis": "own"})
        }).collect();
        json!({"id": format!("e{id}"), "title": format!("talks {id}"), "when": format!("20{:02}-{:02}-{:02}", id % 40, id % 12 + 1, id % 28 + 1), "mentions": mentions})
    });
    let dataset = Dataset::from_wire(file(sources, &events.collect::<Vec<_>>(), &[])).0;
    let index = Index::new(&dataset);
    let start = Instant::now();
    let view = View::parse("source=s1,s6,-s3&match=2&status=occurred&basis=-named&from=2010&to=2030&q=talks+off").0;
    let (selection, _) = Selection::of(&view, &dataset, &index);
    assert!(index.matching(&selection).total(Unit::Events) > 0);
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_date_and_any_address_answer(
        when in proptest::collection::vec(prop_oneof![
            "(Y-?[1-9][0-9]{4,9}|-?[0-9]{4}|[0-9]{4}-(0[1-9]|1[0-2]|2[1-4])|20[0-9X]X)[?~%]?",
            "(\\.\\.|-[0-9]{4})?/([0-9]{4}-0[1-9]-1[0-9]|\\.\\.)?",
            "\\[(Y-[1-9]{10})?\\.\\.([0-9]{4}-0[1-9])?\\]",
            ".{0,8}",
        ], 0..8),
        query in ".{0,40}|((from|to|q|source|match|status|topic)=[-_a-z0-9,\"]{0,12}&){0,5}",
    ) {
        let events = when.len();
        let (found, histogram) = ask(dated(&when), &View::parse(&query).0);
        prop_assert!(found <= events && histogram.bars.len() <= 62);
        let (_, all) = ask(dated(&when), &View::default());
        prop_assert_eq!((all.first, all.days, all.bars.len()), (histogram.first, histogram.days, histogram.bars.len()));
        prop_assert_eq!(all.bars.iter().map(|bar| bar.events).sum::<usize>() + all.outside, events);
        prop_assert!(all.bars.first().is_none_or(|bar| bar.events > 0));
    }

    #[test]
    fn any_value_of_any_facet_answers(
        facet in select(Facet::ALL.to_vec()), value in "(_none|[0-9]{1,20}|[a-z]{1,4}|.{0,8})", excluded: bool,
    ) {
        let sign = if excluded { Sign::Exclude } else { Sign::Include };
        let view = View::default().with(facet, &value, sign);
        prop_assert_eq!(ask(file(2, &[], &[]), &view).0, 0);
    }
}
