//! How long it takes to build an index, to read it from its bytes, and to answer.
//!
//! `QUOTES=1000000 EVENTS=1 ADDRESS=topic=-topic-0 cargo bench -p sidebyline-query` measures as many quotes, twenty of each
//! event, and asks that address too; without `EVENTS` quotes are by themselves. Words after `--` choose what is measured
//! (`filter`), `--help` tells of all else.
//!
//! `filter` is three sources, two topics and a range of days, with all counts of all facets and the first fifty quotes;
//! `search` is the same with one to three words, `phrase` two of the commonest words one after the other. Each of sixty
//! addresses is asked several times, while quotes are counted, or events.

#![expect(clippy::print_stdout, reason = "it says what it measures")]

use std::sync::LazyLock;

use divan::Bencher;
use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::QuoteIdx;
use sidebyline_query::{Index, Matches, Selection, View};
use sidebyline_turns::{Undivided, at_once};

#[path = "quotes.rs"]
mod quotes;

/// What is counted.
const UNITS: [&str; 2] = ["quotes", "events"];

/// A dataset, and what is built of it.
struct Engine {
    dataset: Dataset,
    index: Index,
    bytes: Vec<u8>,
}

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let set = |name: &str| std::env::var(name).ok();
    let (quotes, events) = (set("QUOTES").and_then(|number| number.parse().ok()), set("EVENTS").is_some());
    let quotes = quotes.unwrap_or(100_000);
    let dataset = Dataset::from_wire(quotes::dataset(quotes, events)).0;
    let index = Index::new(&dataset);
    let bytes = index.to_bytes(&dataset);
    let kept = (index.bytes() / 1_000, bytes.len() / 1_000);
    println!(
        "{quotes} quotes{}; the index has {} KB, {} as bytes",
        if events { " of events" } else { "" },
        kept.0,
        kept.1
    );
    Engine { dataset, index, bytes }
});

impl Engine {
    /// What the page does with an address.
    fn answer(&self, address: &str) -> (Vec<QuoteIdx>, Matches) {
        let selection = Selection::of(&View::parse(address).0, &self.dataset, &self.index).0;
        let matches = self.index.matching(&selection);
        (matches.quotes().take(50).collect(), matches)
    }
}

fn main() {
    LazyLock::force(&ENGINE);
    divan::main();
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn build() -> Index {
    Index::new(&ENGINE.dataset)
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn read() -> Option<Index> {
    at_once(Index::from_bytes(&ENGINE.bytes, &ENGINE.dataset, &Undivided))
}

#[divan::bench(args = UNITS, sample_count = 600, sample_size = 1)]
fn filter(bencher: Bencher, unit: &str) {
    ask(bencher, unit, &quotes::asked(false));
}

#[divan::bench(args = UNITS, sample_count = 600, sample_size = 1)]
fn search(bencher: Bencher, unit: &str) {
    ask(bencher, unit, &quotes::asked(true));
}

#[divan::bench(args = UNITS, sample_count = 20, sample_size = 1)]
fn phrase(bencher: Bencher, unit: &str) {
    ask(bencher, unit, &[format!("q=%22{}+{}%22", quotes::word(0), quotes::word(1))]);
}

#[divan::bench(args = UNITS, sample_count = 100, sample_size = 1)]
fn one_source_and_a_kind(bencher: Bencher, unit: &str) {
    ask(bencher, unit, &["source=source-0&kind=direct".into()]);
}

#[divan::bench(args = UNITS, sample_count = 100, sample_size = 1, ignore = std::env::var("ADDRESS").is_err())]
fn address(bencher: Bencher, unit: &str) {
    ask(bencher, unit, &[std::env::var("ADDRESS").unwrap_or_default()]);
}

/// Asks one address after the other, and begins again after the last.
fn ask(bencher: Bencher, unit: &str, addresses: &[String]) {
    let mut next = addresses.iter().map(|address| format!("{address}&count={unit}")).cycle();
    bencher.with_inputs(|| next.next().unwrap_or_default()).bench_local_values(|address| ENGINE.answer(&address));
}
