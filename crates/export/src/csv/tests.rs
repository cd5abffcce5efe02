//! Tables as CSV, read back by a real parser.

use proptest::prelude::*;
use sidebyline_query::View;

use super::{csv, line, plain};
use crate::Table;
use crate::testing::{Story, bundled, harbour, views, views_of};

/// The table as the `csv` crate reads it: the header, and the rows without what guards them.
fn read(file: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = ::csv::ReaderBuilder::new().from_reader(file.as_bytes());
    let header = reader.headers().expect("there is a header").iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.expect("each row has as many cells as the header"));
    (header, rows.map(|row| row.iter().map(|cell| plain(cell).to_owned()).collect()).collect())
}

fn written(cells: &[&str]) -> String {
    let mut file = String::new();
    line(cells.iter().copied(), &mut file);
    file
}

#[test]
fn a_cell_is_quoted_only_where_it_has_to_be() {
    assert_eq!(written(&["a", "b c", "", "“d”"]), "a,b c,,“d”\r\n");
    assert_eq!(written(&["a,b", "say \"no\"", "c\nd", "e;f"]), "\"a,b\",\"say \"\"no\"\"\",\"c\nd\",\"e;f\"\r\n");
}

#[test]
fn what_a_spreadsheet_takes_for_a_formula_is_guarded() {
    let dangerous = ["=1+1", "+1", "-1+1", "@SUM(A1)", "-x", "--1", "-1.2.3", "-", "＝1", "'=1", "=HYPERLINK(\"x\")"];
    for cell in dangerous {
        let file = written(&[cell]);
        assert!(file.starts_with(['\'']) || file.starts_with("\"'"), "{file}");
    }
    assert_eq!(written(&["\t=1", "\r=1", "\n=1"]), "\"'\t=1\",\"'\r=1\",\"'\n=1\"\r\n");
}

#[test]
fn a_number_stays_a_number_and_an_apostrophe_an_apostrophe() {
    assert_eq!(
        written(&["-7", "-0.5", "12", "3.25", "'tis", "2025-04-22", "a-b"]),
        "-7,-0.5,12,3.25,'tis,2025-04-22,a-b\r\n"
    );
}

#[test]
fn each_row_says_where_it_comes_from() {
    let story = harbour();
    let view = View::parse("q=crane&kind=direct").0;
    let (header, rows) = read(&csv(Table::Quotes, &story.dataset, &story.excerpt(&view), &story.origin(&view)));
    assert_eq!(header[header.len() - 6..], super::ORIGIN);
    assert!(!rows.is_empty());
    for row in rows {
        let digest = format!("sha256:{}", "0123456789abcdef".repeat(4));
        let from = [
            "https://example.org/story/?kind=direct&q=crane",
            "kind of quote: direct; words: “crane”",
            "harbour",
            "1.0.0",
            &digest,
            "2026-11-22",
        ];
        assert_eq!(row[header.len() - 6..], from);
    }
}

/// The ids in a column, in order, each once in a row.
fn ids(header: &[String], rows: &[Vec<String>], column: &str) -> Vec<String> {
    let at = header.iter().position(|name| name == column).expect("there is such a column");
    let mut ids: Vec<String> = rows.iter().map(|row| row[at].clone()).collect();
    ids.dedup();
    ids
}

/// The tables of a view, read back, hold what the excerpt holds, cell by cell.
fn check(story: &Story, view: &View) -> Result<(), TestCaseError> {
    let Story { dataset, .. } = story;
    let (excerpt, origin) = (story.excerpt(view), story.origin(view));
    let found = [
        excerpt.events.iter().map(|&at| dataset.events[at].id.clone()).collect::<Vec<_>>(),
        excerpt.mentions.iter().map(|&at| dataset.mentions[at].id.clone()).collect(),
        excerpt.quotes.iter().map(|&at| dataset.quotes[at].id.clone()).collect(),
        excerpt.discrepancies.iter().map(|&at| dataset.discrepancies[at].id.clone()).collect(),
    ];
    for ((table, name), found) in Table::ALL.into_iter().zip(found) {
        let grid = table.grid(dataset, &excerpt, &origin);
        let (header, rows) = read(&csv(table, dataset, &excerpt, &origin));
        prop_assert_eq!(
            ids(
                &header,
                &rows,
                name.strip_suffix("ies")
                    .map_or_else(|| name.trim_end_matches('s').to_owned(), |stem| format!("{stem}y"))
                    .as_str()
            ),
            found
        );
        let cells: Vec<&[String]> = rows.iter().map(|row| &row[..grid.columns.len()]).collect();
        prop_assert_eq!(cells, grid.rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
    }
    Ok(())
}

proptest! {
    #[test]
    fn what_is_read_back_is_what_was_found(view in views()) {
        check(&harbour(), &view)?;
    }

    #[test]
    fn any_text_in_any_cell_is_read_back(rows in prop::collection::vec(prop::collection::vec("[-=+@'\",;\t\r\n0-9.a＝]{0,6}|.{0,12}", 3), 1..6)) {
        let mut file = String::from("a,b,c\r\n");
        for row in &rows {
            line(row.iter().map(String::as_str), &mut file);
        }
        prop_assert_eq!(read(&file).1, rows);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]
    #[test]
    fn of_the_bundled_dataset_too(view in views_of(bundled())) {
        check(bundled(), &view)?;
    }
}
