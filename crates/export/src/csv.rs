//! A table as CSV (RFC 4180): commas, quotation marks where needed, each line ended by CR and LF, UTF-8.
//!
//! Where the table comes from stands in columns of each row, since CSV has no comments: a row that is cut out and passed
//! on still says it. A table without rows is its header alone.
//!
//! What a spreadsheet would take for a formula gets an apostrophe before it, as OWASP's page on CSV injection has it;
//! plain negative numbers stay as they are. [`plain`] takes the apostrophe off again.
//!
//! Written here: two rules of quoting are less code than a library for it would bring into the page.

use sidebyline_dataset::Dataset;

use crate::{Excerpt, Origin, Table};

/// What can be put before the file so that Excel reads it as UTF-8: a byte order mark. Programs rather do without.
pub const BOM: char = '\u{feff}';

/// The columns that say where each row comes from. They stand last.
pub const ORIGIN: [&str; 6] = ["view", "filter", "dataset", "dataset_version", "dataset_digest", "accessed"];

/// A table of `excerpt` as CSV.
pub fn csv(table: Table, dataset: &Dataset, excerpt: &Excerpt, origin: &Origin) -> String {
    let grid = table.grid(dataset, excerpt, origin);
    let from = [
        origin.view.clone(),
        origin.filter.clone(),
        dataset.about.id.clone(),
        dataset.about.version.clone(),
        origin.tagged_digest(),
        origin.accessed.clone(),
    ];
    let mut file = String::new();
    line(grid.columns.iter().map(|column| column.name).chain(ORIGIN), &mut file);
    for row in &grid.rows {
        line(row.iter().chain(&from).map(String::as_str), &mut file);
    }
    file
}

fn line<'a>(cells: impl Iterator<Item = &'a str>, into: &mut String) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            into.push(',');
        }
        let guard = if is_formula(cell.trim_start_matches('\'')) && !is_number(cell) { "'" } else { "" };
        // Some spreadsheets part cells at semicolons and tabs, too.
        if cell.contains(['"', ',', ';', '\t', '\r', '\n']) {
            into.extend(["\"", guard, &cell.replace('"', "\"\""), "\""]);
        } else {
            into.extend([guard, cell]);
        }
    }
    into.push_str("\r\n");
}

/// Whether a spreadsheet may take a cell that begins like this for a formula. The full-width signs count in some.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// Whether a cell is a plain number: digits, perhaps with a minus before and a decimal point among them.
fn is_number(cell: &str) -> bool {
    let cell = cell.strip_prefix('-').unwrap_or(cell);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    cell.split_once('.').map_or_else(|| digits(cell), |(whole, fraction)| digits(whole) && digits(fraction))
}

/// What a cell said before it was guarded against being taken for a formula.
pub fn plain(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(guarded) if is_formula(guarded.trim_start_matches('\'')) => guarded,
        _ => cell,
    }
}

#[cfg(test)]
mod tests;
