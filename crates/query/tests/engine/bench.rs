//! How long it takes to build an index, to read it from its bytes, and to answer: `cargo bench -p sidebyline-query -- 100000 1000000`.
//!
//! F is three sources, two topics and a range of days, with all counts of all facets and the first fifty quotes; S is the
//! same with one to three words. Quotes are by themselves, or, after `events`, twenty of each event. An address after it
//! (`topic=-topic-0`) is asked too.

#![expect(clippy::print_stdout, reason = "it prints what it measures")]

use std::hint::black_box;
use std::time::Instant;

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::QuoteIdx;
use sidebyline_query::{Index, Selection, View};

#[path = "quotes.rs"]
mod quotes;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let events = arguments.iter().any(|argument| argument == "events");
    let mut sizes: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![100_000];
    }
    for size in sizes {
        let addresses: Vec<String> = arguments.iter().filter(|argument| argument.contains('=')).cloned().collect();
        measure(size, events, addresses);
    }
}

fn measure(size: usize, events: bool, addresses: Vec<String>) {
    let dataset = Dataset::from_wire(quotes::dataset(size, events)).0;
    let start = Instant::now();
    let index = Index::new(&dataset);
    println!("{size} quotes: built in {} ms, {} KB", start.elapsed().as_millis(), index.bytes() / 1_000);
    let bytes = index.to_bytes(&dataset);
    let start = Instant::now();
    let read = Index::from_bytes(&bytes, &dataset);
    println!("  kept in {} KB, read in {} ms", bytes.len() / 1_000, start.elapsed().as_millis());
    drop(black_box(read));
    let mut all = vec![("F".into(), quotes::asked(false)), ("S".into(), quotes::asked(true))];
    all.extend(addresses.into_iter().map(|address| (address.clone(), vec![address])));
    for (name, asked) in all {
        for unit in ["quotes", "events"] {
            let (mut took, mut found) = (Vec::new(), 0);
            for query in asked.iter().cycle().take(300) {
                let view = View::parse(&format!("{query}&count={unit}")).0;
                let start = Instant::now();
                let selection = Selection::of(&view, &dataset, &index).0;
                let matches = index.matching(&selection);
                let first: Vec<QuoteIdx> = matches.quotes().take(50).collect();
                took.push(start.elapsed().as_secs_f64() * 1e3);
                found += matches.total(sidebyline_query::Unit::Quotes);
                black_box((first, matches));
            }
            took.sort_by(f64::total_cmp);
            let (median, most) = (took[took.len() / 2], took[took.len() * 99 / 100]);
            println!("  {name}, {unit}: median {median:.3} ms, p99 {most:.3} ms, {} found", found / 300);
        }
    }
}
