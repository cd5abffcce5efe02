use proptest::prelude::*;

use super::columns::ALL;
use super::*;

/// The findings about one sheet beside the template's others.
fn findings(name: &str, sheet: &[u8]) -> String {
    let mut files = template();
    files.insert(name.to_owned(), sheet.to_vec());
    let mut findings = Vec::new();
    read(&files, &mut findings);
    findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// The sheets that `sidebyline new` writes.
pub fn template() -> BTreeMap<String, Vec<u8>> {
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("template");
    ALL.iter()
        .map(|spec| (spec.name.to_owned(), std::fs::read(dir.join(spec.name)).expect("the template has every sheet")))
        .collect()
}

#[test]
fn the_template_has_every_sheet_with_every_column() {
    for spec in ALL {
        let sheet = String::from_utf8(template()[spec.name].clone()).expect("it is UTF-8");
        let header = sheet.lines().next().unwrap_or_default();
        for column in spec.columns() {
            assert!(header.split(',').any(|cell| cell == column), "{} lacks {column}", spec.name);
        }
    }
    assert_eq!(findings("topics.csv", b"id,label\na,A\n"), "");
}

#[test]
fn sheets_that_a_dataset_cannot_do_without_are_named() {
    let mut found = Vec::new();
    read(&BTreeMap::from([("quote.csv".to_owned(), Vec::new())]), &mut found);
    let names: Vec<String> = found
        .iter()
        .map(|finding| format!("{} {}: {}", finding.severity.as_str(), finding.place, finding.found))
        .collect();
    insta::assert_snapshot!(names.join("\n"), @r"
    warning quote.csv: this is no sheet of a dataset, and is passed over
    error dataset.csv: the sheet is missing
    error sources.csv: the sheet is missing
    error actors.csv: the sheet is missing
    error events.csv: the sheet is missing
    error mentions.csv: the sheet is missing
    error quotes.csv: the sheet is missing
    ");
}

#[test]
fn every_bad_cell_of_a_sheet_is_named() {
    let sheet = b"id,title,when,known_from,background,topics\n,Talks,yesterday,,maybe,\nThe Talks,,2025-04-23,04/22/2025,yes,\n";
    insta::assert_snapshot!(findings("events.csv", sheet), @r"
    error: events.csv:2 id: the cell is empty. This column can't be left out.
    error: events.csv:2 when: `yesterday` is no EDTF date. Write it as `2025-04-22`, `2025-04`, `2025-04-22/2025-04-24` (lasting), `[2025-04-22..2025-04-24]` (some day in between), or `2025-04-22~` (about). Spreadsheets like to rewrite dates: set the column to text.
    error: events.csv:2 background: `maybe` is neither yes nor no. Write `yes`, or leave the cell empty.
    error: events.csv:3 id: `The Talks` can't be an id. Write `the-talks`: an id has 1 to 64 small letters, digits, `-` and `_`, and begins with a letter or digit.
    error: events.csv:3 title: the cell is empty. This column can't be left out.
    error: events.csv:3 known_from: `04/22/2025` is no EDTF date. Write it as `2025-04-22`, `2025-04`, `2025-04-22/2025-04-24` (lasting), `[2025-04-22..2025-04-24]` (some day in between), or `2025-04-22~` (about). Spreadsheets like to rewrite dates: set the column to text.
    ");
}

#[test]
fn a_bad_value_is_answered_by_the_allowed_ones() {
    let sheet = "event,source,status,basis,words,paraphrase\nferry,courier,happened,own,The ferry,It sails.\n";
    insta::assert_snapshot!(findings("mentions.csv", sheet.as_bytes()), @"error: mentions.csv:2 status: `happened` is none of this column's values. Write `occurred`, `planned`, `proposed`, `cancelled`, `claimed` or `denied`.");
}

#[test]
fn the_facts_are_checked_by_key() {
    let sheet = "key,value\nid,My Story\nversion,1\nversion,2\nlicence,CC0\ntitle,T\ndescription,D\nlanguage,en\nupdated,2025\ncorrection,oops\n";
    insta::assert_snapshot!(findings("dataset.csv", sheet.as_bytes()), @r"
    error: dataset.csv:4 key: `version` stands there twice. Keep one of the two rows.
    error: dataset.csv:5 key: there is no key `licence`. Did you mean `license`?
    error: dataset.csv:10 value: `oops` has no two halves. Write `date | note` or `date version | note`.
    error: dataset.csv: the key `license` is missing. Add a row `license,…`.
    error: dataset.csv: the key `method` is missing. Add a row `method,…`.
    error: dataset.csv:2 value: `My Story` can't be an id. An id has 1 to 64 small letters, digits, `-` and `_`, and begins with a letter or digit.
    ");
}

#[test]
fn a_direct_quote_has_no_content_and_the_others_have() {
    let sheet = "source,kind,speakers,cue,words,content\ncourier,direct,brandt,say,We are ready.,Ready.\ncourier,indirect,brandt,say,We … ready,\n";
    insta::assert_snapshot!(findings("quotes.csv", sheet.as_bytes()), @r"
    error: quotes.csv:2 content: a direct quote's words are its content. Leave the cell empty, or make the quote `mixed`.
    error: quotes.csv:3 content: an indirect quote needs a content. Write what is said in our own words.
    ");
}

#[test]
fn numbers_and_links_are_checked() {
    let sheet = "discrepancy,value,evidence,number,date\nday,forty,x,\"40,5\",2025-13-01\n";
    insta::assert_snapshot!(findings("answers.csv", sheet.as_bytes()), @r"
    error: answers.csv:2 number: `40,5` is no number. Write digits with a point for decimals and nothing else, as `5000` or `2.5`.
    error: answers.csv:2 date: `2025-13-01` names a month that doesn't exist. Write it as `2025-04-22`, `2025-04`, `2025-04-22/2025-04-24` (lasting), `[2025-04-22..2025-04-24]` (some day in between), or `2025-04-22~` (about). Spreadsheets like to rewrite dates: set the column to text.
    ");
    let sheet = "id,name,url\nc,Courier,www.example.org\n";
    insta::assert_snapshot!(findings("outlets.csv", sheet.as_bytes()), @"error: outlets.csv:2 url: `www.example.org` is no link. Write it in full, as `https://example.org/article`.");
}

#[test]
fn corrections_come_newest_first_whatever_their_order_in_the_sheet() {
    let mut files = template();
    let facts = files.get_mut("dataset.csv").expect("the template has it");
    facts.extend_from_slice(
        "correction,2025-05-10 | A name\ncorrection,2025-05-12 1.2.0 | A date\nrenamed,old-talks | talks\n".as_bytes(),
    );
    let mut found = Vec::new();
    let dataset = read(&files, &mut found).dataset;
    assert_eq!(found, []);
    assert_eq!(
        dataset.corrections.iter().map(|one| (one.date.as_str(), one.version.as_deref())).collect::<Vec<_>>(),
        [("2025-05-12", Some("1.2.0")), ("2025-05-10", None)]
    );
    assert_eq!(dataset.renamed["old-talks"], "talks");
}

proptest! {
    #[test]
    fn no_bytes_in_any_sheet_make_it_panic(
        sheet in prop::sample::select(ALL.to_vec()),
        bytes in prop::collection::vec(any::<u8>(), 0..80),
        rows in "([a-z0-9_|;, …#@“\"\n-]|\\PC){0,80}",
    ) {
        let mut files = template();
        files.insert(sheet.name.to_owned(), bytes.clone());
        read(&files, &mut Vec::new());
        let header = sheet.columns().collect::<Vec<_>>().join(",");
        files.insert(sheet.name.to_owned(), [header.as_bytes(), b"\n", rows.as_bytes(), &bytes].concat());
        read(&files, &mut Vec::new());
    }
}
