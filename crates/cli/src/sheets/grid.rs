//! From a sheet's bytes to rows of cells under known columns.

use sidebyline_dataset::Finding;
use sidebyline_dataset::nearest::advice;

use crate::phrase::all_of;
use crate::sheets::columns::Spec;

/// A sheet's rows, its columns known.
#[derive(Debug, Default)]
pub struct Grid {
    /// Which known column stands at each position.
    columns: Vec<Option<&'static str>>,
    /// The rows that hold anything, each with its number in a spreadsheet (the header is 1).
    pub rows: Vec<(usize, Vec<String>)>,
}

impl Grid {
    /// The cell in `column` of a row, without the space round it; empty if there is none.
    pub fn cell<'a>(&self, cells: &'a [String], column: &str) -> &'a str {
        let position = self.columns.iter().position(|known| *known == Some(column));
        position.and_then(|position| cells.get(position)).map_or("", |cell| cell.trim())
    }
}

/// Reads a sheet. None if it can't be read as a table under its columns; `findings` then say why.
pub fn read(spec: &Spec, bytes: &[u8], findings: &mut Vec<Finding>) -> Option<Grid> {
    let text = decode(spec, bytes, findings)?;
    let delimiter = delimiter(spec, &text, findings);
    if let Some(row) = unclosed_quote(&text, delimiter) {
        findings.push(Finding::error(
            format!("{}:{row}", spec.name),
            "a quotation mark is opened in this row and never closed",
            "Close it, or double it (`\"\"`) where it is part of the cell; better still, let a spreadsheet write the file.",
        ));
        return None;
    }
    let mut rows =
        records(&text, delimiter).into_iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()));
    let Some((_, header)) = rows.next() else {
        let mend = format!("Its first row names the columns: `{}`.", spec.columns().collect::<Vec<_>>().join(","));
        findings.push(Finding::error(spec.name, "the sheet is empty", mend));
        return None;
    };
    let columns = header_columns(spec, &header, findings)?;
    let rows = rows.collect::<Vec<_>>();
    for (number, cells) in &rows {
        check_width(spec, &header, *number, cells, findings);
    }
    Some(Grid { columns, rows })
}

/// The sheet's text: UTF-8, without byte order mark, with `\n` for every line end.
fn decode(spec: &Spec, bytes: &[u8], findings: &mut Vec<Finding>) -> Option<String> {
    let mend = "Save it as CSV in UTF-8.";
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        findings.push(Finding::error(spec.name, "the sheet is UTF-16", mend));
        return None;
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text.replace("\r\n", "\n").replace('\r', "\n")),
        Err(error) => {
            let line = bytes[..error.valid_up_to()].split(|&byte| byte == b'\n').count();
            let place = format!("{}:{line}", spec.name);
            findings.push(Finding::error(place, "this line isn't UTF-8", mend));
            None
        }
    }
}

/// What separates the cells. A semicolon or a tab is taken as meant, and said.
fn delimiter(spec: &Spec, text: &str, findings: &mut Vec<Finding>) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let known = |delimiter: char| {
        let cells = header.split(delimiter).map(|cell| cell.trim().trim_matches('"'));
        cells.filter(|cell| spec.columns().any(|column| column == *cell)).count()
    };
    let (found, named) = [(';', "semicolons"), ('\t', "tabs")]
        .into_iter()
        .find(|&(delimiter, _)| known(delimiter) > known(',').max(1))
        .unwrap_or((',', "commas"));
    if found != ',' {
        findings.push(Finding::warning(
            spec.name,
            format!("its cells are separated by {named}, as some spreadsheets do"),
            "It is read all the same; to be safe with other programs, export it with commas.",
        ));
    }
    u8::try_from(found).unwrap_or(b',')
}

/// Every record with its row's number. Rows that are wholly empty count, as they do in a spreadsheet.
fn records(text: &str, delimiter: u8) -> Vec<(usize, Vec<String>)> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut number = 0;
    // The text is UTF-8 and in memory, so that no record fails to be read.
    for record in reader.records().map_while(Result::ok) {
        // The reader passes over empty lines between the last record's end and this one.
        let from = record.position().map_or(0, |position| position.byte() as usize);
        let skipped = text.as_bytes().get(from..).unwrap_or_default().iter().take_while(|&&byte| byte == b'\n').count();
        number += skipped + 1;
        rows.push((number, record.iter().map(str::to_owned).collect()));
    }
    rows
}

/// The row in which a quotation mark is opened that nothing closes: the reader would take the rest of the file for one cell.
fn unclosed_quote(text: &str, delimiter: u8) -> Option<usize> {
    let (mut row, mut opened, mut at_start) = (1, None, true);
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match (opened, byte) {
            (Some(_), b'"') => {
                // A doubled mark stands for itself.
                if bytes.next_if_eq(&b'"').is_none() {
                    opened = None;
                }
            }
            (Some(_), _) => {}
            (None, b'"') if at_start => opened = Some(row),
            (None, _) => {
                row += usize::from(byte == b'\n');
                at_start = byte == delimiter || byte == b'\n';
            }
        }
    }
    opened
}

/// Which known column stands at each position of the header.
fn header_columns(spec: &Spec, header: &[String], findings: &mut Vec<Finding>) -> Option<Vec<Option<&'static str>>> {
    let mut columns: Vec<Option<&'static str>> = Vec::new();
    for cell in header.iter().map(|cell| cell.trim()) {
        let known = spec.columns().find(|column| *column == cell);
        if known.is_some() && columns.contains(&known) {
            findings.push(Finding::error(
                format!("{}:1 {cell}", spec.name),
                "this column stands there twice",
                "Remove one.",
            ));
        } else if known.is_none() && !cell.is_empty() {
            let free = spec.columns().filter(|column| !header.iter().any(|other| other.trim() == *column));
            findings.push(Finding::error(
                format!("{}:1 {cell}", spec.name),
                "the sheet has no such column",
                advice(&cell.to_lowercase(), free),
            ));
        }
        columns.push(known);
    }
    let missing: Vec<&str> = spec.needed.iter().copied().filter(|column| !columns.contains(&Some(*column))).collect();
    if missing.is_empty() {
        return Some(columns);
    }
    let (noun, verb) = if missing.len() == 1 { ("column", "is") } else { ("columns", "are") };
    findings.push(Finding::error(
        format!("{}:1", spec.name),
        format!("the {noun} {} {verb} missing", all_of(missing)),
        "The first row names the columns, in any order.",
    ));
    None
}

/// A cell beyond the header, or under an empty heading, would be lost in silence.
fn check_width(spec: &Spec, header: &[String], number: usize, cells: &[String], findings: &mut Vec<Finding>) {
    let place = format!("{}:{number}", spec.name);
    let filled = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
    if filled > header.len() {
        findings.push(Finding::error(
            place,
            format!("the row has {filled} cells, the header {}", header.len()),
            "A cell that holds a comma must stand in quotation marks (`\"…, …\"`).",
        ));
    } else if let Some(cell) = header
        .iter()
        .zip(cells)
        .find_map(|(heading, cell)| (heading.trim().is_empty() && !cell.trim().is_empty()).then_some(cell))
    {
        findings.push(Finding::error(
            place,
            format!("`{}` stands under no heading", cell.trim()),
            "Name its column in the first row.",
        ));
    }
}

#[cfg(test)]
mod tests;
