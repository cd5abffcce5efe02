//! Excerpts as datasets: valid, and neither more nor less than what was found.

use std::collections::BTreeSet;

use proptest::prelude::*;
use sidebyline_dataset::{check, parse};
use sidebyline_query::{Index, Timeline, View};

use super::*;
use crate::testing::{Story, bundled, demo, views_of};

fn cut_of(story: &Story, query: &str) -> wire::Dataset {
    let view = View::parse(query).0;
    let json = json(&story.file, &story.dataset, &story.excerpt(&view), &story.origin(&view));
    parse(json.as_bytes()).expect("it is a dataset")
}

/// What is written is a valid dataset, and holds what the excerpt holds.
fn check_cut(story: &Story, view: &View) -> Result<(), TestCaseError> {
    let dataset = &story.dataset;
    let excerpt = story.excerpt(view);
    let json = json(&story.file, dataset, &excerpt, &story.origin(view));
    let cut = parse(json.as_bytes()).expect("it is a dataset");
    prop_assert_eq!(check::file(&cut), vec![]);

    let set = |ids: Vec<&String>| -> BTreeSet<String> { ids.into_iter().cloned().collect() };
    let events = set(excerpt.events.iter().map(|&at| &dataset.events[at].id).collect());
    prop_assert_eq!(set(cut.events.iter().map(|row| &row.id).collect()), events.clone());
    let mentions = set(excerpt.mentions.iter().map(|&at| &dataset.mentions[at].id).collect());
    prop_assert_eq!(
        set(cut.events.iter().flat_map(|event| &event.mentions).map(|row| &row.id).collect()),
        mentions.clone()
    );
    let quotes = set(excerpt.quotes.iter().map(|&at| &dataset.quotes[at].id).collect());
    prop_assert_eq!(set(cut.quotes.iter().map(|row| &row.id).collect()), quotes.clone());

    // What is left of each found discrepancy, read from the file by itself.
    let asked = set(excerpt.discrepancies.iter().map(|&at| &dataset.discrepancies[at].id).collect());
    let mut left = BTreeSet::new();
    for discrepancy in story.file.discrepancies.iter().filter(|row| asked.contains(&row.id)) {
        let there = |evidence: &wire::Evidence| {
            evidence.mention.iter().any(|id| mentions.contains(id))
                || evidence.quote.iter().any(|id| quotes.contains(id))
        };
        if discrepancy.answers.iter().filter(|answer| answer.evidence.iter().any(there)).count() > 1 {
            left.insert(discrepancy.id.clone());
        }
    }
    prop_assert_eq!(set(cut.discrepancies.iter().map(|row| &row.id).collect()), left);
    let pairs =
        story.file.variants.iter().filter(|row| row.quotes.iter().filter(|id| quotes.contains(*id)).count() > 1);
    prop_assert_eq!(cut.variants.len(), pairs.count());

    // Each row that is left is the file's own, but for what was taken out of it.
    for quote in &cut.quotes {
        let whole = story.file.quotes.iter().find(|whole| whole.id == quote.id).expect("it is the file's");
        prop_assert_eq!(
            (&quote.passages, &quote.content, &quote.extra),
            (&whole.passages, &whole.content, &whole.extra)
        );
    }
    // Nothing is there that nothing refers to: each source has something, or something draws on it.
    for source in &cut.sources {
        let has = cut.events.iter().flat_map(|event| &event.mentions).any(|row| row.source == source.id)
            || cut.quotes.iter().any(|row| row.source == source.id)
            || cut.sources.iter().any(|other| other.derived_from.contains(&source.id));
        prop_assert!(has, "{}", source.id);
    }
    Ok(())
}

#[test]
fn everything_is_the_whole_file_and_says_so() {
    for story in [bundled(), demo()] {
        let mut cut = cut_of(story, "");
        let excerpt = cut.excerpt.take().expect("it says where it comes from");
        assert_eq!((excerpt.filter.as_str(), excerpt.taken.as_deref()), ("", Some("2026-11-22")));
        // What nothing refers to isn't taken along.
        assert_eq!((&cut.events, &cut.quotes), (&story.file.events, &story.file.quotes));
        assert_eq!((&cut.sources, &cut.discrepancies), (&story.file.sources, &story.file.discrepancies));
        assert_eq!(cut.variants, story.file.variants);
    }
}

#[test]
fn it_says_its_filter_its_view_and_the_digest_of_the_whole() {
    let story = bundled();
    let excerpt = cut_of(story, "source=a&q=truce").excerpt.expect("it says where it comes from");
    assert_eq!(excerpt.filter, "reported by A; words: “truce”");
    assert_eq!(excerpt.view.as_deref(), Some("https://example.org/story/?source=a&q=truce"));
    assert_eq!(excerpt.digest, Some(format!("sha256:{}", "0123456789abcdef".repeat(4))));
}

#[test]
fn a_source_of_which_something_is_left_out_is_only_partly_coded() {
    let story = bundled();
    let cut = cut_of(story, "topic=crimea");
    assert!(!cut.sources.is_empty() && cut.sources.iter().all(|source| source.coded == Coded::Partial));
    assert!(cut_of(story, "source=a").sources.iter().all(|source| (source.coded == Coded::Full) == (source.id == "a")));
}

#[test]
fn keys_that_this_version_does_not_know_are_kept() {
    let json = include_str!("../../../../public/data/demo-library-2031-03.json");
    let json = json.replacen("\"passages\": [", "\"mood\": {\"x\": [1, 2.5]}, \"passages\": [", 40);
    let json = json.replacen("\"version\"", "\"colour\": \"red\", \"version\"", 1);
    let story = Story::of(json.as_bytes());
    let cut = cut_of(&story, "");
    assert_eq!(cut.extra, story.file.extra);
    assert!(!cut.extra.0.is_empty() && cut.events[0].mentions[0].extra.get("mood").is_some());
}

#[test]
fn an_excerpt_of_an_excerpt_finds_the_same() {
    let story = bundled();
    let view = View::parse("topic=crimea&kind=indirect").0;
    let once = cut_of(story, "topic=crimea&kind=indirect");
    let dataset = Dataset::from_wire(once.clone()).0;
    let again = Story { index: Index::new(&dataset), timeline: Timeline::new(&dataset), dataset, file: once.clone() };
    let twice = cut(&again.file, &again.dataset, &again.excerpt(&view), &story.origin(&view));
    assert_eq!((twice.events, twice.quotes, twice.actors), (once.events, once.quotes, once.actors));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]
    #[test]
    fn every_view_of_the_bundled_dataset_passes_the_check(view in views_of(bundled())) {
        check_cut(bundled(), &view)?;
    }

    #[test]
    fn every_view_of_the_demonstration_passes_the_check(view in views_of(demo())) {
        check_cut(demo(), &view)?;
    }
}
