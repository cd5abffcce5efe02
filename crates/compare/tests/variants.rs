//! How well variants are proposed: on labelled pairs, half of which the threshold was not chosen on, and on the
//! demonstration. The documents state the numbers.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use sidebyline_compare::propose::links;
use sidebyline_dataset::Dataset;

type Pairs = BTreeSet<(u32, u32)>;

/// How many pairs were to be found, were proposed, and both.
#[derive(Clone, Copy, Debug)]
struct Tally {
    wanted: usize,
    proposed: usize,
    right: usize,
}

impl Tally {
    fn of(wanted: &Pairs, proposed: &Pairs) -> Self {
        let right = wanted.intersection(proposed).count();
        Self { wanted: wanted.len(), proposed: proposed.len(), right }
    }

    fn precision(self) -> f64 {
        self.right as f64 / self.proposed.max(1) as f64
    }

    fn recall(self) -> f64 {
        self.right as f64 / self.wanted.max(1) as f64
    }
}

fn proposed(dataset: &Dataset) -> Pairs {
    let (links, broken_off) = links(dataset);
    assert!(!broken_off);
    links.iter().map(|link| (link.quotes.0.0, link.quotes.1.0)).collect()
}

/// One half of the labelled pairs as a dataset of two sources, `a` and `b`. Each pair has speakers of its own, so that a
/// link between two pairs, which counts as wrong, isn't helped by the speaker. Quote 2n and quote 2n + 1 are pair n.
fn half(name: &str) -> (Dataset, Pairs, usize) {
    let pairs: Value = serde_json::from_str(include_str!("../../../tests/fixtures/variant-pairs.json")).expect("JSON");
    let pairs: Vec<&Value> = pairs.as_array().expect("a list").iter().filter(|pair| pair["half"] == name).collect();
    let zeros = format!("sha256:{}", "0".repeat(64));
    let source = |id: &str| {
        json!({"id": id, "label": id, "title": "A text", "language": "en", "length": 1_000_000, "published": "2031-05-01",
            "published_basis": "", "digest": {"raw": zeros, "canonical": zeros}, "coded": "full"})
    };
    let quote = |number: usize, source: &str, words: &str, speaker: String| {
        let passage = |part: &str| json!({"start": 0, "end": part.chars().count(), "exact": part});
        let fragments = words.strip_prefix("m:");
        let parts: Vec<Value> = fragments.unwrap_or(words).split('|').map(passage).collect();
        let content =
            fragments.map_or(words.to_owned(), |parts| format!("That is “{}”.", parts.replace('|', "” and “")));
        json!({"id": format!("q{number}"), "source": source, "kind": if fragments.is_some() { "mixed" } else { "direct" },
            "speakers": [speaker], "cue": "say", "content": content, "passages": parts})
    };
    let (mut quotes, mut actors, mut wanted) = (Vec::new(), Vec::new(), Pairs::new());
    for (number, pair) in pairs.iter().enumerate() {
        let text = |key: &str| pair[key].as_str().expect("a string");
        let other = if text("speakers") == "same" { "a" } else { "b" };
        for side in ["a", "b"] {
            actors.push(json!({"id": format!("p{number}{side}"), "name": side, "kind": "person"}));
        }
        quotes.push(quote(2 * number, "a", text("a"), format!("p{number}a")));
        quotes.push(quote(2 * number + 1, "b", text("b"), format!("p{number}{other}")));
        if text("label") == "variant" {
            wanted.insert((2 * number as u32, 2 * number as u32 + 1));
        }
    }
    let file = json!({"format": "sidebyline/1", "id": "pairs", "version": "1", "title": "", "description": "",
        "language": "en", "updated": "2031-05-12", "license": "CC0-1.0", "method": "", "events": [],
        "sources": [source("a"), source("b")], "actors": actors, "quotes": quotes});
    let wire = sidebyline_dataset::parse(file.to_string().as_bytes()).expect("a dataset");
    let (dataset, findings) = Dataset::from_wire(wire);
    assert_eq!(findings, []);
    (dataset, wanted, pairs.len())
}

fn of_half(name: &str) -> (Tally, usize) {
    let (dataset, wanted, count) = half(name);
    let found = proposed(&dataset);
    (Tally::of(&wanted, &found), count)
}

/// The demonstration; its wanted pairs are those of different sources in its groups and in the one that was left out.
fn of_demonstration() -> Tally {
    let json = include_bytes!("../../../public/data/demo-library-2031-03.json");
    let (dataset, findings) = Dataset::from_wire(sidebyline_dataset::parse(json).expect("it is a dataset"));
    assert_eq!(findings, []);
    let left_out = ["c-dry", "r-dry", "d-park"].map(|id| dataset.quotes.find(id).expect("it is there"));
    let groups = dataset.variants.iter().map(|(_, variant)| variant.quotes.clone()).chain([left_out.to_vec()]);
    let mut wanted = Pairs::new();
    for group in groups {
        for (at, a) in group.iter().enumerate() {
            wanted.extend(group[at + 1..].iter().map(|b| (a.0.min(b.0), a.0.max(b.0))));
        }
    }
    let found = proposed(&dataset);
    Tally::of(&wanted, &found)
}

#[test]
fn the_architecture_tells_how_well_variants_are_proposed() {
    let (tuning, _) = of_half("tuning");
    let (held_out, pairs) = of_half("held-out");
    let demonstration = of_demonstration();
    assert!(tuning.precision() >= 0.9 && tuning.recall() >= 0.95, "{tuning:?}");
    let line = format!(
        "On the {pairs} held-out pairs, {} of them variants, precision is {:.2} and recall {:.2}; on the demonstration, \
         with {} pairs to find, {:.2} and {:.2}.",
        held_out.wanted,
        held_out.precision(),
        held_out.recall(),
        demonstration.wanted,
        demonstration.precision(),
        demonstration.recall(),
    );
    assert!(held_out.precision() >= 0.9 && held_out.recall() >= 0.8, "{line}");
    assert!(demonstration.precision() >= 0.95 && demonstration.recall() >= 0.9, "{line}");
    let architecture = include_str!("../../../docs/ARCHITECTURE.md");
    assert!(
        architecture.lines().any(|written| written == line),
        "the section *Variants* of docs/ARCHITECTURE.md is out of date; its line is now\n{line}"
    );
}
