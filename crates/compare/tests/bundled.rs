//! What the documents say of the bundled dataset's silences, against the dataset.

use sidebyline_compare::{Cell, Silence, Why, row};
use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::SourceIdx;

#[test]
fn the_architecture_tells_the_numbers_of_the_bundled_dataset() {
    let json = include_bytes!("../../../public/data/ceasefire-talks-2025-04.json");
    let (dataset, _) = Dataset::from_wire(sidebyline_dataset::parse(json).expect("it is a dataset"));
    let line = tally(&dataset);
    let architecture = include_str!("../../../docs/ARCHITECTURE.md");
    assert!(
        architecture.lines().any(|written| written == line),
        "the section *Silence* of docs/ARCHITECTURE.md is out of date; its line is now\n{line}"
    );
}

/// How often each kind of cell stands in the table of all events and all sources, as a sentence.
fn tally(dataset: &Dataset) -> String {
    let sources: Vec<SourceIdx> = dataset.sources.indices().collect();
    let rows: Vec<_> = dataset.events.indices().map(|event| row(dataset, event, &sources)).collect();
    let cells: Vec<&Cell> = rows.iter().flat_map(|row| &row.cells).collect();
    let count = |kind: fn(&Cell) -> bool| cells.iter().filter(|cell| kind(cell)).count();
    let because = |why| cells.iter().filter(|&&cell| *cell == Cell::Silent(Silence::Unknown(why))).count();
    format!(
        "Of {} cells, {} are reports; of the silent ones, {} could have, {} could not, {} are unknown \
         ({} overlap, {} no known date, {} no publication date, {} partly coded, {} contradictions).",
        cells.len(),
        count(|cell| matches!(cell, Cell::Reported(_))),
        count(|cell| *cell == Cell::Silent(Silence::CouldHave)),
        count(|cell| *cell == Cell::Silent(Silence::CouldNot)),
        count(|cell| matches!(cell, Cell::Silent(Silence::Unknown(_)))),
        because(Why::Overlap),
        because(Why::NoKnownFrom),
        because(Why::NoPublished),
        because(Why::PartlyCoded),
        because(Why::Contradiction),
    )
}
