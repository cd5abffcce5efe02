//! The dataset that comes with the page.

use sidebyline_dataset::Dataset;
use sidebyline_query::{Facet, Histogram, Index, Selection, Timeline, Unit, View};

fn bundled() -> Dataset {
    let json = include_bytes!("../../../public/data/ceasefire-talks-2025-04.json");
    let wire = sidebyline_dataset::parse(json).expect("it is a dataset");
    let (dataset, findings) = Dataset::from_wire(wire);
    assert_eq!(findings, [], "it is without fault");
    dataset
}

/// The events and quotes that are found.
fn found(query: &str) -> (Vec<String>, Vec<String>) {
    let dataset = bundled();
    let index = Index::new(&dataset);
    let (selection, warnings) = Selection::of(&View::parse(query).0, &dataset, &index);
    assert_eq!(warnings, [], "{query}");
    let matches = index.matching(&selection);
    let events =
        dataset.events.iter().filter(|(event, _)| matches.has_event(*event)).map(|(_, event)| event.id.clone());
    let quotes =
        dataset.quotes.iter().filter(|(quote, _)| matches.has_quote(*quote)).map(|(_, quote)| quote.id.clone());
    (events.collect(), quotes.collect())
}

#[test]
fn a_name_is_found_by_each_of_its_spellings() {
    let (events, quotes) = found("q=zelensky");
    assert!(events.len() > 10 && quotes.len() > 10, "{} events, {} quotes", events.len(), quotes.len());
    for spelling in ["zelenskyy", "Zelenskyy", "ZELENSKYY", "\"zelenskyy\""] {
        assert_eq!(found(&["q=", spelling].concat()), (events.clone(), quotes.clone()), "{spelling}");
    }
    assert_eq!(found("q=vitkov"), found("q=witkoff"));
    assert_ne!(found("q=zelensk+-zelensky").0, events);
}

#[test]
fn each_value_finds_as_many_as_it_promises() {
    let dataset = bundled();
    let index = Index::new(&dataset);
    let (selection, _) = Selection::of(&View::default(), &dataset, &index);
    let matches = index.matching(&selection);
    for facet in Facet::ALL {
        for (value, &count) in index.values(facet).iter().zip(matches.counts(facet)) {
            let view = View::default().with(facet, &value.token, sidebyline_query::Sign::Include);
            let (selection, warnings) = Selection::of(&view, &dataset, &index);
            assert_eq!(warnings, [], "{facet:?} {}", value.token);
            assert_eq!(index.matching(&selection).total(Unit::Events), count, "{facet:?} {}", value.token);
        }
    }
}

#[test]
fn the_days_of_the_story_have_bars() {
    let dataset = bundled();
    let (index, timeline) = (Index::new(&dataset), Timeline::new(&dataset));
    let (selection, _) = Selection::of(&View::default(), &dataset, &index);
    let histogram = Histogram::new(&dataset, &timeline, &index, &selection);
    assert!((5..=62).contains(&histogram.bars.len()), "{} bars", histogram.bars.len());
    let inside: usize = histogram.bars.iter().map(|bar| bar.events).sum();
    assert_eq!(inside + histogram.outside, dataset.events.len());
    assert!(inside > histogram.outside);
}
