//! References, held to what other programs read.

use biblatex::{Bibliography, ChunksExt};
use proptest::prelude::*;
use serde_json::Value;
use sidebyline_query::View;

use super::*;
use crate::testing::{Story, bundled, harbour, views};

fn cited(story: &Story, style: Style, query: &str) -> String {
    let view = View::parse(query).0;
    citations(style, &story.dataset, &story.excerpt(&view), &story.origin(&view))
}

fn bibliography(text: &str) -> Bibliography {
    Bibliography::parse(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn field(bibliography: &Bibliography, key: &str, field: &str) -> String {
    let entry = bibliography.get(key).expect("there is such an entry");
    entry.get(field).map(ChunksExt::format_verbatim).unwrap_or_default()
}

#[test]
fn the_dataset_is_cited_with_version_date_address_filter_and_digest() {
    let story = harbour();
    let view = View::parse("q=crane").0;
    let origin = story.origin(&view);
    let bibtex = "@misc{harbour-1.0.0,
  author = {{Sidebyline contributors}},
  title = {{The crane of Westhaven, May 2031}},
  howpublished = {Dataset},
  version = {1.0.0},
  year = {2031},
  url = {https://example.org/story/?q=crane},
  urldate = {2026-11-22},
  language = {en},
  note = {Updated 12 May 2031. Version 1.0.0. Filter: words: “crane”. \
         SHA-256 of the dataset: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef. \
         Accessed 22 November 2026},
}
";
    assert_eq!(citation(Style::Bibtex, &story.dataset, &origin), bibtex);
    let text = "Sidebyline contributors (2031). The crane of Westhaven, May 2031 [Dataset], version 1.0.0. Updated 12 May 2031. \
        Filter: words: “crane”. SHA-256 of the dataset: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef. \
        https://example.org/story/?q=crane Accessed 22 November 2026.\n";
    assert_eq!(citation(Style::Text, &story.dataset, &origin), text);
    let csl: Value = serde_json::from_str(&citation(Style::Csl, &story.dataset, &origin)).expect("it is JSON");
    let expected = serde_json::json!([{
        "id": "harbour-1.0.0",
        "type": "dataset",
        "title": "The crane of Westhaven, May 2031",
        "author": [{ "literal": "Sidebyline contributors" }],
        "version": "1.0.0",
        "language": "en",
        "issued": { "date-parts": [[2031, 5, 12]] },
        "accessed": { "date-parts": [[2026, 11, 22]] },
        "URL": "https://example.org/story/?q=crane",
        "note": format!("Filter: words: “crane”. SHA-256 of the dataset: {}", "0123456789abcdef".repeat(4)),
    }]);
    assert_eq!(csl, expected);
}

#[test]
fn a_description_of_ours_stands_in_brackets_and_a_headline_as_it_is() {
    let story = harbour();
    let lines = cited(&story, Style::Text, "q=crane");
    let lines: Vec<&str> = lines.lines().skip(1).take(2).collect();
    let expected = [
        "[The old crane: an opinion from the quay]. Published between 5 and 6 May 2031. Article A of The crane of Westhaven, May 2031.",
        "Westhaven Herald. “Westhaven votes to keep its crane, for now”. Published 7 May 2031. \
         Article B of The crane of Westhaven, May 2031. https://herald.example/crane Accessed 22 November 2026.",
    ];
    assert_eq!(lines, expected);
    let bibtex = bibliography(&cited(&story, Style::Bibtex, "q=crane"));
    assert_eq!(field(&bibtex, "harbour-a", "title"), "[The old crane: an opinion from the quay]");
    assert_eq!(field(&bibtex, "harbour-herald", "title"), "Westhaven votes to keep its crane, for now");
    assert_eq!(bibtex.get("harbour-herald").expect("it is there").entry_type.to_string(), "article");
}

#[test]
fn only_sources_that_have_something_are_cited() {
    let story = bundled();
    let items: Vec<Value> =
        serde_json::from_str(&cited(story, Style::Csl, "source=a,d&match=only")).expect("it is JSON");
    let ids: Vec<&str> = items.iter().filter_map(|item| item["id"].as_str()).collect();
    assert_eq!(ids, ["ceasefire-talks-2025-04-1.0.0", "ceasefire-talks-2025-04-a", "ceasefire-talks-2025-04-d"]);
}

#[test]
fn a_date_is_given_as_finely_as_it_is_known() {
    #[track_caller]
    fn check(published: &str, csl: &str, bibtex_year: Option<i64>) {
        let when: Edtf = published.parse().expect("it is a date");
        assert_eq!(csl::date(&when).map(|date| date.to_string()).unwrap_or_default(), csl);
        assert_eq!(year(&when), bibtex_year);
    }
    check("2025-04-22", r#"{"date-parts":[[2025,4,22]]}"#, Some(2025));
    check("2025-04", r#"{"date-parts":[[2025,4]]}"#, Some(2025));
    check("2025-04-22/2025-04-23", r#"{"date-parts":[[2025,4,22],[2025,4,23]]}"#, Some(2025));
    check("[2024-12-31..2025-01-02]", r#"{"circa":true,"date-parts":[[2024,12,31],[2025,1,2]]}"#, None);
    check("[..2025-01-02]", r#"{"circa":true,"date-parts":[[2025,1,2]]}"#, None);
    check("2025~", r#"{"circa":true,"date-parts":[[2025]]}"#, Some(2025));
    check("20XX", "", None);
}

#[test]
fn no_name_can_end_its_field_or_become_a_command() {
    let mut story = harbour();
    let hostile = "}, note = {x} \\input{/etc/passwd} 50 % & $x_1^2$ #3 ~ <b> | {";
    story.dataset.about.title = hostile.into();
    story.dataset.about.creators = vec![hostile.into(), "A and B".into()];
    let text = citation(Style::Bibtex, &story.dataset, &story.origin(&View::default()));
    let bibliography = bibliography(&text);
    assert_eq!(bibliography.len(), 1);
    assert_eq!(text.matches('{').count(), text.matches('}').count());
    assert!(!text.contains("\\input"));
    let entry = bibliography.iter().next().expect("there is one");
    assert_eq!(entry.author().expect("there are authors").len(), 2);
}

proptest! {
    #[test]
    fn bibtex_is_read_by_a_parser_whatever_the_names_are(view in views(), title: String, creator: String, url in "https://[!-~]{1,40}") {
        let mut story = harbour();
        story.dataset.about.title = title;
        story.dataset.about.creators = vec![creator];
        let origin = Origin { view: url, ..story.origin(&view) };
        let excerpt = story.excerpt(&view);
        let text = citations(Style::Bibtex, &story.dataset, &excerpt, &origin);
        let bibliography = bibliography(&text);
        prop_assert_eq!(bibliography.len(), excerpt.sources(&story.dataset).len() + 1);
        prop_assert_eq!(field(&bibliography, "harbour-1.0.0", "version"), "1.0.0");
        let csl = citations(Style::Csl, &story.dataset, &excerpt, &origin);
        let items: Vec<Value> = serde_json::from_str(&csl).expect("it is JSON");
        prop_assert_eq!(&items[0]["title"], &story.dataset.about.title);
        prop_assert_eq!(items.len(), bibliography.len());
        let lines = citations(Style::Text, &story.dataset, &excerpt, &origin);
        prop_assert_eq!(lines.lines().count(), bibliography.len());
    }
}
