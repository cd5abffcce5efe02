//! An index that was kept as bytes: what it answers, and what bytes of whatever origin can do.

#[path = "oracle/ask.rs"]
#[allow(dead_code, reason = "the oracle asks for more")]
mod ask;
#[path = "oracle/world.rs"]
mod world;

use ask::{Ask, asks};
use proptest::prelude::*;
use sidebyline_dataset::{Dataset, wire};
use sidebyline_query::{Facet, Histogram, Index, Selection, Timeline, Unit, View};
use sidebyline_turns::{Undivided, at_once};
use world::{crowds, worlds};

const BUNDLED: [&[u8]; 3] = [
    include_bytes!("../../../public/data/ceasefire-talks-2025-04.json"),
    include_bytes!("../../../public/data/demo-library-2031-03.json"),
    include_bytes!("../../../tests/fixtures/harbour.json"),
];

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn dataset(file: &wire::Dataset) -> Dataset {
    Dataset::from_wire(file.clone()).0
}

/// The index of these bytes, put together at once.
fn from_bytes(bytes: &[u8], dataset: &Dataset) -> Option<Index> {
    at_once(Index::from_bytes(bytes, dataset, &Undivided))
}

/// The index of a dataset, and the same as it is read, with its words.
fn both(dataset: &Dataset) -> (Index, Index) {
    let built = Index::new(dataset);
    let read = from_bytes(&built.to_bytes(dataset), dataset).expect("it was written");
    assert!(!read.has_words());
    at_once(read.add_words(dataset, &Undivided));
    (built, read)
}

/// Asks an index all that can be asked; gives how many quotes are found.
fn ask_all(dataset: &Dataset, index: &Index, ask: &Ask) -> usize {
    let selection = Selection::of(&ask.view(), dataset, index).0;
    let matches = index.matching(&selection);
    assert_eq!(Histogram::new(dataset, &Timeline::new(dataset), index, &selection).days, {
        Histogram::new(dataset, &Timeline::new(dataset), index, &Selection::of(&View::default(), dataset, index).0).days
    });
    for facet in Facet::ALL {
        assert_eq!(index.values(facet).len(), matches.counts(facet).len());
    }
    index.ranked(&selection, &matches, 5);
    matches.quotes().count()
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn an_index_that_is_read_answers_like_one_that_is_built(file in prop_oneof![worlds(), crowds()], ask in asks()) {
        let dataset = dataset(&file);
        let (built, read) = both(&dataset);
        for facet in Facet::ALL {
            prop_assert_eq!(built.values(facet), read.values(facet));
        }
        for view in [View::default(), ask.view()] {
            let selection = Selection::of(&view, &dataset, &built).0;
            prop_assert_eq!(&Selection::of(&view, &dataset, &read).0, &selection);
            let (expected, found) = (built.matching(&selection), read.matching(&selection));
            prop_assert_eq!(&found, &expected);
            prop_assert_eq!(read.ranked(&selection, &found, 9), built.ranked(&selection, &expected, 9));
            let timeline = Timeline::new(&dataset);
            prop_assert_eq!(
                Histogram::new(&dataset, &timeline, &read, &selection), Histogram::new(&dataset, &timeline, &built, &selection)
            );
            for unit in [Unit::Events, Unit::Mentions, Unit::Quotes] {
                prop_assert_eq!(read.total(unit), built.total(unit));
            }
        }
        prop_assert_eq!(read.bytes(), built.bytes());
        prop_assert_eq!(read.to_bytes(&dataset), built.to_bytes(&dataset));
    }

    #[test]
    fn whatever_opens_of_damaged_bytes_can_be_asked(
        file in worlds(), ask in asks(), damages in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4), cut: bool, searched: bool,
    ) {
        let dataset = dataset(&file);
        let mut bytes = Index::new(&dataset).to_bytes(&dataset);
        for (at, byte) in damages {
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if cut {
                bytes.remove(at);
            }
        }
        if let Some(index) = from_bytes(&bytes, &dataset) {
            if searched {
                at_once(index.add_words(&dataset, &Undivided));
            }
            ask_all(&dataset, &index, &ask);
        }
    }

    #[test]
    fn bytes_that_are_made_up_can_be_read(file in worlds(), junk: Vec<u8>) {
        let dataset = dataset(&file);
        // Behind what every index of this dataset begins with.
        for head in [0, 9] {
            let mut bytes = Index::new(&dataset).to_bytes(&dataset);
            bytes.truncate(head);
            bytes.extend(&junk);
            let _ = from_bytes(&bytes, &dataset);
        }
    }
}

#[test]
fn the_indices_of_the_bundled_datasets_come_back_to_the_byte() {
    for json in BUNDLED {
        let dataset = dataset(&sidebyline_dataset::parse(json).expect("it is a dataset"));
        let (built, read) = both(&dataset);
        assert_eq!(read.to_bytes(&dataset), built.to_bytes(&dataset));
        assert_eq!(read.bytes(), built.bytes());
    }
}

#[test]
fn an_index_of_another_dataset_or_of_another_engine_is_refused() {
    let [one, other, _] = BUNDLED.map(|json| dataset(&sidebyline_dataset::parse(json).expect("it is a dataset")));
    let mut bytes = Index::new(&one).to_bytes(&one);
    assert!(from_bytes(&bytes, &one).is_some());
    assert!(from_bytes(&bytes, &other).is_none());
    bytes[0] += 1;
    assert!(from_bytes(&bytes, &one).is_none());
    assert!(from_bytes(&[], &one).is_none());
}

#[test]
fn without_its_words_a_search_finds_everything() {
    let dataset = dataset(&sidebyline_dataset::parse(BUNDLED[2]).expect("it is a dataset"));
    let read = from_bytes(&Index::new(&dataset).to_bytes(&dataset), &dataset).expect("it was written");
    let found = || {
        let selection = Selection::of(&View::parse("q=crane").0, &dataset, &read).0;
        read.matching(&selection).total(Unit::Events)
    };
    assert_eq!(found(), dataset.events.len());
    at_once(read.add_words(&dataset, &Undivided));
    assert!(found() < dataset.events.len());
}

/// Packs that are out there have what an older engine has written, and are to be read as what they are.
#[test]
fn an_engine_that_gives_another_index_has_another_version() {
    let dataset = dataset(&sidebyline_dataset::parse(BUNDLED[2]).expect("it is a dataset"));
    let digest = sidebyline_dataset::text::digest(&Index::new(&dataset).to_bytes(&dataset));
    let why = "unless the fixture has changed, raise ENGINE (src/index/form.rs); then put the new digest here";
    assert_eq!(digest, "sha256:f78bdd694abafbf625a59a33aefdff65aac8f7614b9fa273d7c4312a4ccda196", "{why}");
}
