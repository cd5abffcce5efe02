//! Tables as Markdown, read back by a real parser.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use sidebyline_query::View;

use super::*;
use crate::testing::{bundled, harbour, views};

/// The text of each cell, row by row, the header first, and the targets of all links.
fn read(file: &str) -> (Vec<Vec<String>>, Vec<String>) {
    let (mut rows, mut links) = (Vec::new(), Vec::new());
    let mut cell: Option<String> = None;
    let all = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES | Options::ENABLE_MATH;
    for event in Parser::new_ext(file, all) {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => cell = Some(String::new()),
            Event::End(TagEnd::TableCell) => rows.last_mut().expect("a cell stands in a row").extend(cell.take()),
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.into_string()),
            Event::Text(text) => {
                if let Some(cell) = &mut cell {
                    cell.push_str(&text);
                }
            }
            Event::Start(Tag::Paragraph | Tag::Strong | Tag::Table(_)) | Event::End(_) => {}
            other => panic!("there is no markup of this kind in it: {other:?}"),
        }
    }
    (rows, links)
}

/// What a text is when its white space has no meaning.
fn in_one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn the_caption_says_what_it_is_and_where_it_comes_from() {
    let story = harbour();
    let view = View::parse("q=crane&kind=direct").0;
    let file = markdown(Table::Quotes, &story.dataset, &story.excerpt(&view), &story.origin(&view));
    let caption = file.lines().next().expect("it begins with it");
    let expected = "**Quotes** of The crane of Westhaven, May 2031, version 1.0.0. Filter: kind of quote: direct; words: “crane”. \
        View: [https\\://example.org/story/?kind=direct\\&q=crane](https://example.org/story/?kind=direct&q=crane). \
        Dataset: sha256\\:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef. Taken on 22 November 2026. \
        Only what stands under “verbatim” and “headline” is a source’s own wording.";
    assert_eq!(caption, expected);
}

#[test]
fn markup_in_a_text_is_text() {
    let hostile =
        "a | b \\ **c** `d` [e](http://x.org) <b>f</b> ~g~ &amp; $h$ ![i](j) http://k.org @l #1 _m_ \\| n\r\no";
    let mut file = String::new();
    line([escape("x")].into_iter(), &mut file);
    line(["---".into()].into_iter(), &mut file);
    line([escape(hostile)].into_iter(), &mut file);
    let (rows, links) = read(&file);
    assert_eq!((rows, links), (vec![vec!["x".to_owned()], vec![in_one_line(hostile)]], vec![]));
}

#[test]
fn an_address_that_is_no_link_stands_as_text() {
    assert_eq!(link("javascript:alert(1)", "x"), "javascript\\:alert(1)");
    assert_eq!(link("?view=quotes#a", "x"), "?view=quotes\\#a");
    assert!(link("https://x.org/a(b)|c", "x]").ends_with("[x\\]](https://x.org/a%28b%29%7Cc)"));
}

fn check(story: &crate::testing::Story, view: &View) -> Result<(), TestCaseError> {
    let (excerpt, origin) = (story.excerpt(view), story.origin(view));
    for (table, _) in Table::ALL {
        let grid = table.grid(&story.dataset, &excerpt, &origin);
        let (rows, links) = read(&markdown(table, &story.dataset, &excerpt, &origin));
        let shown: Vec<usize> = (0..grid.columns.len()).filter(|&at| grid.columns[at].holds != Holds::Code).collect();
        let said = |row: &[String], at: usize| {
            in_one_line(if grid.columns[at].holds == Holds::Link { &row[0] } else { &row[at] })
        };
        let expected = grid.rows.iter().map(|row| shown.iter().map(|&at| said(row, at)).collect::<Vec<_>>());
        prop_assert_eq!(&rows[1..], &expected.collect::<Vec<_>>());
        prop_assert_eq!(links.len(), grid.rows.len() + 1);
    }
    Ok(())
}

#[test]
fn the_whole_of_the_bundled_dataset_is_read_back() {
    check(bundled(), &View::default()).expect("it is the same");
}

proptest! {
    #[test]
    fn what_is_read_back_is_what_was_found(view in views()) {
        check(&harbour(), &view)?;
    }

    #[test]
    fn any_text_in_any_cell_is_read_back(cells in prop::collection::vec("[-|\\\\`*_\\[\\]()<>~&$#@!:.a/\n1 ]{0,10}|.{0,12}", 3)) {
        let mut file = String::new();
        line(["x".into(), "y".into(), "z".into()].into_iter(), &mut file);
        line(["---".into(), "---".into(), "---".into()].into_iter(), &mut file);
        line(cells.iter().map(|cell| escape(cell)), &mut file);
        let expected: Vec<String> = cells.iter().map(|cell| in_one_line(cell)).collect();
        prop_assert_eq!(&read(&file).0[1], &expected);
    }
}
