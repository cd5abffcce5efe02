//! What stands in the tables.

use sidebyline_query::View;

use super::*;
use crate::testing::{bundled, harbour};

/// The row whose first cell is `id`, as pairs of column and cell, without empty cells.
fn row(table: Table, query: &str, id: &str) -> Vec<(&'static str, String)> {
    let story = harbour();
    let view = View::parse(query).0;
    let grid = table.grid(&story.dataset, &story.excerpt(&view), &story.origin(&view));
    let row = grid.rows.into_iter().find(|row| row[0] == id).expect("there is such a row");
    grid.columns.iter().map(|column| column.name).zip(row).filter(|(_, cell)| !cell.is_empty()).collect()
}

#[track_caller]
fn check(row: &[(&'static str, String)], expected: &[(&str, &str)]) {
    assert_eq!(row.iter().map(|(name, cell)| (*name, cell.as_str())).collect::<Vec<_>>(), expected);
}

#[test]
fn every_row_has_a_cell_for_each_column() {
    let story = bundled();
    let view = View::default();
    for (table, name) in Table::ALL {
        assert_eq!(table.name(), name);
        let grid = table.grid(&story.dataset, &story.excerpt(&view), &story.origin(&view));
        assert!(grid.rows.len() > 50, "{name}");
        assert!(grid.rows.iter().all(|row| row.len() == grid.columns.len()), "{name}");
        let link = grid.columns.iter().position(|column| column.holds == Holds::Link).expect("each row has a link");
        assert!(grid.rows.iter().all(|row| row[link].starts_with("https://example.org/story/")), "{name}");
    }
}

#[test]
fn a_quote_has_the_words_of_the_source_and_ours_apart() {
    let expected = [
        ("quote", "a-lind-rust"),
        ("event", "inspection"),
        ("event_title", "An engineer inspects the crane"),
        ("source", "a"),
        ("source_label", "A"),
        ("source_description", "The old crane: an opinion from the quay"),
        ("kind", "mixed"),
        ("speakers", "lind"),
        ("speaker_names", "Per Lind"),
        ("cue", "warn"),
        ("verbatim", "hold for another winter, perhaps two"),
        ("paraphrase", "The jib would “hold for another winter, perhaps two”, but nobody should stand below it."),
        ("passages", "251-287 | 307-341"),
        ("permalink", "https://example.org/story/?view=quotes#a-lind-rust"),
    ];
    check(&row(Table::Quotes, "", "a-lind-rust"), &expected);
}

#[test]
fn a_direct_quote_has_no_words_of_ours() {
    let direct = row(Table::Quotes, "", "a-okafor-not-a-monument");
    assert!(direct.iter().all(|(name, _)| *name != "paraphrase"));
    assert!(direct.contains(&("verbatim", "A crane is not a monument. | It is a neighbour.".into())));
}

#[test]
fn an_event_counts_what_was_found_of_it_and_no_more() {
    let expected = [
        ("event", "letter"),
        ("title", "The port announces by letter that the crane will be scrapped"),
        ("when", "2031-05-05"),
        ("topics", "vote"),
        ("topic_labels", "The vote"),
        ("sources", "c"),
        ("source_labels", "C"),
        ("mentions", "1"),
        ("quotes", "0"),
        ("discrepancies", "1"),
        ("permalink", "https://example.org/story/event/letter/"),
    ];
    check(&row(Table::Events, "source=c", "letter"), &expected);
}

#[test]
fn a_discrepancy_has_a_row_for_each_answer_of_each_source() {
    let story = harbour();
    let grid =
        Table::Discrepancies.grid(&story.dataset, &story.excerpt(&View::default()), &story.origin(&View::default()));
    let evidence: usize = story
        .dataset
        .discrepancies
        .iter()
        .flat_map(|(_, discrepancy)| &discrepancy.answers)
        .map(|answer| answer.evidence.len())
        .sum();
    assert_eq!(grid.rows.len(), evidence);
}
