use super::*;
use crate::sheets::columns::TOPICS;

fn read_all(bytes: &[u8]) -> (Vec<(usize, Vec<String>)>, Vec<String>) {
    let mut findings = Vec::new();
    let grid = read(&TOPICS, bytes, &mut findings).unwrap_or_default();
    (grid.rows, findings.iter().map(ToString::to_string).collect())
}

#[test]
fn rows_have_the_numbers_that_a_spreadsheet_shows() {
    let (rows, findings) = read_all(b"id,label\r\n\r\na,\"two\r\nlines\"\r\n,\r\n\r\n\r\nb,B\r\n");
    assert_eq!(findings, Vec::<String>::new());
    assert_eq!(
        rows.iter().map(|(number, cells)| (*number, cells[0].as_str())).collect::<Vec<_>>(),
        [(3, "a"), (7, "b")]
    );
    assert_eq!(rows[0].1[1], "two\nlines");
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_column() {
    assert_eq!(read_all(b"\xEF\xBB\xBFid,label\na,A\n").1, Vec::<String>::new());
}

#[test]
fn a_mark_that_is_never_closed_is_named_by_its_row() {
    let (_, findings) = read_all(b"id,label\na,A\nb,\"B\nc,C\n");
    insta::assert_snapshot!(findings.join("\n"), @r#"error: topics.csv:3: a quotation mark is opened in this row and never closed. Close it, or double it (`""`) where it is part of the cell; better still, let a spreadsheet write the file."#);
}

#[test]
fn semicolons_are_recognised_and_named() {
    let (rows, findings) = read_all(b"id;label\na;A\n");
    assert_eq!(rows[0].1, ["a", "A"]);
    insta::assert_snapshot!(findings.join("\n"), @"warning: topics.csv: its cells are separated by semicolons, as some spreadsheets do. It is read all the same; to be safe with other programs, export it with commas.");
}

#[test]
fn what_is_wrong_with_a_header_is_said_at_once() {
    let (_, findings) = read_all(b"Id,lable,colour,parent,parent\n");
    insta::assert_snapshot!(findings.join("\n"), @r"
    error: topics.csv:1 Id: the sheet has no such column. Did you mean `id`?
    error: topics.csv:1 lable: the sheet has no such column. Did you mean `label`?
    error: topics.csv:1 colour: the sheet has no such column. Known are `id`, `label`.
    error: topics.csv:1 parent: this column stands there twice. Remove one.
    error: topics.csv:1: the columns `id` and `label` are missing. The first row names the columns, in any order.
    ");
}

#[test]
fn a_comma_too_many_and_a_foreign_letter_are_named_by_their_row() {
    let (_, findings) = read_all(b"id,label,parent\na,Peace, talks,x\nb,B,,,\n");
    insta::assert_snapshot!(findings.join("\n"), @r#"error: topics.csv:2: the row has 4 cells, the header 3. A cell that holds a comma must stand in quotation marks (`"…, …"`)."#);
    let (_, findings) = read_all(b"id,label\na,A\nb,Caf\xe9\n");
    insta::assert_snapshot!(findings.join("\n"), @"error: topics.csv:3: this line isn't UTF-8. Save it as CSV in UTF-8.");
    let (_, findings) = read_all(b"");
    insta::assert_snapshot!(findings.join("\n"), @"error: topics.csv: the sheet is empty. Its first row names the columns: `id,label,parent`.");
}
