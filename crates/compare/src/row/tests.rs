use proptest::prelude::*;

use super::*;
use crate::silence::Why;
use crate::silence::silence;
use crate::testing::harbour;

fn sources(dataset: &Dataset, ids: &[&str]) -> Vec<SourceIdx> {
    ids.iter().map(|id| dataset.sources.find(id).expect("the source")).collect()
}

fn row_of(event: &str, ids: &[&str]) -> (Dataset, Row) {
    let dataset = harbour();
    let row = row(&dataset, dataset.events.find(event).expect("the event"), &sources(&dataset, ids));
    (dataset, row)
}

/// Which of the harbour's discrepancies set these sources apart.
#[track_caller]
fn check_apart(ids: &[&str], expected: &[&str]) {
    let dataset = harbour();
    let sources = sources(&dataset, ids);
    let apart = dataset.discrepancies.iter().filter(|&(discrepancy, _)| sets_apart(&dataset, discrepancy, &sources));
    assert_eq!(apart.map(|(_, discrepancy)| discrepancy.id.as_str()).collect::<Vec<_>>(), expected, "{ids:?}");
}

#[test]
fn a_row_has_a_cell_for_each_source_in_the_order_asked_for() {
    let (dataset, row) = row_of("petition", &["e", "c", "a", "herald"]);
    let cells: Vec<&str> = row
        .cells
        .iter()
        .map(|cell| match cell {
            Cell::Reported(column) => dataset.sources[column.source].id.as_str(),
            Cell::Silent(Silence::CouldHave) => "could have",
            Cell::Silent(Silence::CouldNot) => "could not",
            Cell::Silent(Silence::Unknown(_)) => "unknown",
        })
        .collect();
    assert_eq!(cells, ["e", "could have", "unknown", "herald"]);
}

#[test]
fn a_cell_holds_all_that_its_source_has() {
    let (dataset, row) = row_of("vote", &["c", "a"]);
    let Cell::Reported(column) = &row.cells[0] else { panic!("C reports the vote") };
    assert_eq!(column.mentions.len(), 2);
    assert_eq!(
        column.quotes.iter().map(|&quote| &dataset.quotes[quote].id).collect::<Vec<_>>(),
        ["c-okafor-two-years"]
    );
    assert_eq!(row.cells[1], Cell::Silent(Silence::Unknown(Why::NoKnownFrom)));
}

#[test]
fn sources_that_answer_alike_are_not_set_apart() {
    check_apart(&["a", "herald"], &[]);
    check_apart(&["a", "herald", "d"], &["letter-status"]);
    check_apart(&["e", "herald"], &["signatures", "letter-status"]);
}

#[test]
fn a_source_is_not_set_apart_from_itself() {
    // C gives both answers to the question of the term.
    check_apart(&["c"], &[]);
    check_apart(&["c", "c"], &[]);
    check_apart(&["c", "herald"], &["majority", "term"]);
}

#[test]
fn a_discrepancy_that_other_sources_are_in_does_not_stand_in_the_row() {
    assert!(row_of("letter", &["a", "herald"]).1.discrepancies.is_empty());
    assert!(!row_of("letter", &["a", "e"]).1.discrepancies.is_empty());
}

/// Whether a source has something on an event, found without columns.
fn reports(dataset: &Dataset, event: EventIdx, source: SourceIdx) -> bool {
    dataset.mentions.iter().any(|(_, mention)| mention.event == event && mention.source == source)
        || dataset.quotes.iter().any(|(_, quote)| quote.event == Some(event) && quote.source == source)
}

/// Whether two sources give two answers, found by trying all pairs of both.
fn disagree(dataset: &Dataset, discrepancy: DiscrepancyIdx, sources: &[SourceIdx]) -> bool {
    let answers = &dataset.discrepancies[discrepancy].answers;
    let gives = |source, answer: usize| answers[answer].evidence.iter().any(|evidence| evidence.source == source);
    let pairs = (0..answers.len()).flat_map(|one| (0..one).map(move |other| (one, other)));
    pairs.into_iter().any(|(one, other)| {
        sources.iter().any(|&a| gives(a, one) && sources.iter().any(|&b| a != b && gives(b, other)))
    })
}

proptest! {
    #[test]
    fn rows_are_those_of_a_naive_recount(chosen in proptest::collection::vec(0u32..5, 0..5)) {
        let dataset = harbour();
        let chosen: Vec<SourceIdx> = chosen.into_iter().map(SourceIdx).collect();
        for event in dataset.events.indices() {
            let row = row(&dataset, event, &chosen);
            let with: Vec<SourceIdx> = chosen.iter().copied().filter(|&source| reports(&dataset, event, source)).collect();
            for (cell, &source) in row.cells.iter().zip(&chosen) {
                match cell {
                    Cell::Reported(column) => prop_assert!(column.source == source && with.contains(&source)),
                    Cell::Silent(found) => {
                        prop_assert!(!with.contains(&source));
                        prop_assert_eq!(*found, silence(&dataset, event, source));
                    }
                }
            }
            let apart: Vec<DiscrepancyIdx> = (dataset.discrepancies.iter())
                .filter(|&(at, discrepancy)| discrepancy.event == Some(event) && disagree(&dataset, at, &chosen))
                .map(|(at, _)| at)
                .collect();
            prop_assert_eq!(row.discrepancies, apart);
        }
    }
}
