//! All forms at once: their names, and what no dataset can do to them.

use serde_json::Value;
use sidebyline_query::{Index, Timeline, View};

use super::*;
use crate::testing::{Story, harbour};

#[test]
fn every_form_has_a_file_name_of_its_own() {
    let story = harbour();
    let mut names: Vec<String> =
        Form::ALL.iter().map(|(form, _)| form.file_name(Table::Quotes, &story.dataset)).collect();
    assert_eq!(names[..2], ["harbour-quotes.csv", "harbour-excerpt.json"]);
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Form::ALL.len());
    assert!(Form::ALL.iter().all(|(form, name)| form.name() == *name));
}

#[test]
fn what_is_no_id_makes_a_file_name_all_the_same() {
    let mut story = harbour();
    story.dataset.about.id = "../../etc/passwd\u{202e}".into();
    assert_eq!(Form::Csv.file_name(Table::Events, &story.dataset), "------etc-passwd--events.csv");
}

/// Every text in `value`, as a path of keys and positions.
fn texts(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(at.into()),
        Value::Array(list) => list.iter().enumerate().for_each(|(n, inner)| texts(inner, &format!("{at}/{n}"), found)),
        Value::Object(object) => object.iter().for_each(|(key, inner)| texts(inner, &format!("{at}/{key}"), found)),
        _ => {}
    }
}

#[test]
fn no_text_anywhere_in_a_dataset_breaks_a_form() {
    let hostile = "=1+1\",\r\n|}{\\end \u{0} <script> `[x](y)` %20 \u{202e}…";
    let whole: Value =
        serde_json::from_slice(include_bytes!("../../../../tests/fixtures/harbour.json")).expect("it is JSON");
    let mut places = Vec::new();
    texts(&whole, "", &mut places);
    let mut read = 0;
    // Every third is enough: no two neighbours are alike.
    for place in places.iter().step_by(3) {
        let mut damaged = whole.clone();
        *damaged.pointer_mut(place).expect("it is there") = hostile.into();
        // A value that isn't one of a list, or a format that isn't known, is refused; all else is a dataset.
        let Ok(file) = sidebyline_dataset::parse(damaged.to_string().as_bytes()) else { continue };
        read += 1;
        let dataset = Dataset::from_wire(file.clone()).0;
        let story = Story { index: Index::new(&dataset), timeline: Timeline::new(&dataset), dataset, file };
        let (excerpt, origin) = (story.excerpt(&View::default()), story.origin(&View::default()));
        for (form, _) in Form::ALL {
            for (table, _) in Table::ALL.into_iter().take(if form.has_tables() { 4 } else { 1 }) {
                let written = export(form, table, &story.file, &story.dataset, &excerpt, &origin);
                match form {
                    Form::Csv => {
                        let rows = ::csv::Reader::from_reader(written.as_bytes()).into_records().map(Result::ok);
                        let grid = table.grid(&story.dataset, &excerpt, &origin);
                        assert_eq!(
                            rows.map(|row| row.is_some()).collect::<Vec<_>>(),
                            vec![true; grid.rows.len()],
                            "{place}"
                        );
                    }
                    Form::Json => assert!(sidebyline_dataset::parse(written.as_bytes()).is_ok(), "{place}"),
                    Form::Annotations | Form::Csl => {
                        assert!(serde_json::from_str::<Value>(&written).is_ok(), "{place}");
                    }
                    Form::Bibtex => {
                        let read = biblatex::Bibliography::parse(&written).map(|read| read.len());
                        assert_eq!(read.ok(), Some(excerpt.sources(&story.dataset).len() + 1), "{place}");
                    }
                    // A line for each row, and no more.
                    Form::Markdown => {
                        let grid = table.grid(&story.dataset, &excerpt, &origin);
                        assert_eq!(written.lines().count(), grid.rows.len() + 4, "{place}");
                    }
                    Form::Text => assert!(written.lines().count() > 1, "{place}"),
                }
            }
        }
    }
    assert!(read > 100, "{read} of {}", places.len());
}
