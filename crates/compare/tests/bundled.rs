//! What the documents say of the bundled dataset's silences, and what a reader finds in it, against the dataset.

use sidebyline_compare::{Cell, Silence, Why, profile, question, row};
use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::SourceIdx;

#[test]
fn the_architecture_tells_the_numbers_of_the_bundled_dataset() {
    let line = tally(&bundled());
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

/// What each source answers to a question of the bundled dataset: the labels, and the answer.
fn answers(dataset: &Dataset, id: &str) -> Vec<(String, String)> {
    let sources: Vec<SourceIdx> = dataset.sources.indices().collect();
    let index = dataset.discrepancies.find(id).expect("the question is there");
    let of = |source: SourceIdx| dataset.sources[source].label.clone();
    (question(dataset, index, &sources).by_answer().into_iter())
        .map(|(at, by)| (by.into_iter().map(of).collect(), dataset.discrepancies[index].answers[at].value.0.clone()))
        .collect()
}

#[test]
fn a_reader_finds_who_goes_to_london_and_which_figure_is_in_one_source() {
    let dataset = bundled();
    let rubio = |answers: Vec<(String, String)>| answers.into_iter().filter(|(_, answer)| answer.contains("Rubio"));
    let with_rubio: Vec<String> = rubio(answers(&dataset, "us-lead-in-london")).map(|(by, _)| by).collect();
    assert_eq!(with_rubio, ["E"], "E alone counts on Rubio in London");
    let fifth: Vec<String> = (answers(&dataset, "land-russia-would-keep").into_iter())
        .filter(|(_, answer)| answer.contains("fifth"))
        .map(|(by, _)| by)
        .collect();
    assert_eq!(fifth, ["C"], "the figure of a fifth of Ukraine is C's alone");
    let words = answers(&dataset, "recognition-of-what");
    assert_eq!(words, [("A".into(), "Sovereignty".into()), ("DE".into(), "Control".into())]);
}

#[test]
fn what_one_source_leaves_out_though_all_others_have_it_is_found() {
    let dataset = bundled();
    let left_out: Vec<(String, String)> = (dataset.sources.iter())
        .flat_map(|(index, source)| {
            let left = profile(&dataset, index).left_out.into_iter();
            left.map(|left| (source.label.clone(), dataset.events[left.event].id.clone())).collect::<Vec<_>>()
        })
        .collect();
    let left_out: Vec<(&str, &str)> = left_out.iter().map(|(of, event)| (of.as_str(), event.as_str())).collect();
    assert_eq!(left_out, [("B", "crimea-annexation-2014"), ("C", "london-talks"), ("C", "invasion-2022")]);
}

fn bundled() -> Dataset {
    let json = include_bytes!("../../../public/data/ceasefire-talks-2025-04.json");
    Dataset::from_wire(sidebyline_dataset::parse(json).expect("it is a dataset")).0
}
