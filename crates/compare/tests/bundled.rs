//! What the documents say of the bundled dataset, and what a reader finds in it, against the dataset.

use sidebyline_compare::{Cell, Coverage, Grounds, Kind, Silence, Why, profile, question, row};
use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{EventIdx, SourceIdx};

fn bundled() -> Dataset {
    let json = include_bytes!("../../../public/data/ceasefire-talks-2025-04.json");
    Dataset::from_wire(sidebyline_dataset::parse(json).expect("it is a dataset")).0
}

/// Holds that these lines stand in a section of the architecture.
#[track_caller]
fn told(section: &str, lines: &[String]) {
    let architecture = include_str!("../../../docs/ARCHITECTURE.md");
    for line in lines {
        assert!(
            architecture.lines().any(|written| written == line),
            "the section *{section}* of docs/ARCHITECTURE.md is out of date; its lines are now\n{}",
            lines.join("\n")
        );
    }
}

#[test]
fn the_architecture_tells_the_numbers_of_the_bundled_dataset() {
    told("Silence", &[tally(&bundled())]);
}

#[test]
fn the_architecture_tells_what_each_bundled_source_reports() {
    let dataset = bundled();
    let sources: Vec<SourceIdx> = dataset.sources.indices().collect();
    let events: Vec<EventIdx> = dataset.events.indices().collect();
    let coverage = Coverage::new(&dataset, &events, &sources, false);
    let lines = sources.iter().zip(coverage.totals()).map(|(&source, totals)| {
        let counts = Kind::ALL.map(|kind| totals.of(kind).to_string());
        format!("| {} | {} |", dataset.sources[source].label, counts.join(" | "))
    });
    told("Coverage", &lines.collect::<Vec<_>>());
}

#[test]
fn the_architecture_tells_which_bundled_sources_may_not_be_independent() {
    let dataset = bundled();
    let (sources, grounds) = (dataset.sources.indices().collect::<Vec<_>>(), Grounds::new(&dataset));
    let origins: Vec<_> = dataset.events.indices().map(|event| grounds.origins(&dataset, event, &sources)).collect();
    let several = origins.iter().filter(|origins| origins.reports() > 1).count();
    let fewer = origins.iter().filter(|origins| origins.may_be_fewer()).count();
    let line = format!(
        "Of {} events, {several} are reported by two sources or more; {fewer} of these may come down to fewer origins.",
        origins.len()
    );
    let edges = grounds.edges(&dataset);
    let edges = edges.iter().map(|edge| {
        let labels = edge.sources.map(|source| dataset.sources[source].label.as_str());
        let events: Vec<&str> = edge.events.iter().map(|&event| dataset.events[event].id.as_str()).collect();
        format!("| {} | {} | {} | {} |", labels.join(", "), edge.declared.len(), events.join(", "), edge.words.len())
    });
    told("Coverage", &[line].into_iter().chain(edges).collect::<Vec<_>>());
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
