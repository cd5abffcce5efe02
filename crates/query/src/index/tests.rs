use proptest::prelude::*;
use sidebyline_dataset::model::SourceIdx;

use super::*;
use crate::testing::harbour;
use crate::view::View;

fn matching(query: &str) -> (Dataset, Matches) {
    let dataset = harbour();
    let (selection, warnings) = Selection::of(&View::parse(query).0, &dataset);
    assert_eq!(warnings, []);
    let matches = Index::new(&dataset).matching(&selection);
    (dataset, matches)
}

#[track_caller]
fn check(query: &str, expected: &[&str]) {
    let (dataset, matches) = matching(query);
    let found =
        dataset.events.iter().filter(|(event, _)| matches.events.contains(*event)).map(|(_, event)| event.id.as_str());
    assert_eq!(found.collect::<Vec<_>>(), expected, "the events of {query}");
}

#[test]
fn without_a_filter_everything_matches() {
    let (dataset, matches) = matching("");
    assert_eq!(matches.events.len(), dataset.events.len());
    assert_eq!(matches.quotes.len(), 2);
}

#[test]
fn within_the_sources_any_one_will_do() {
    check("source=d", &["letter", "offer", "party"]);
    check("source=d,e", &["letter", "petition", "offer", "vote", "party"]);
}

#[test]
fn across_filters_both_are_needed() {
    check("source=d&q=neighbour", &["letter"]);
    check("source=e&q=jib", &[]);
}

#[test]
fn words_are_looked_for_wherever_a_person_sees_them() {
    check("q=heap+of+rust", &["letter"]); // a fragment
    check("q=freight", &["port-moves"]); // a title and a paraphrase
    check("q=“bought+time”", &["vote"]); // a quote
    check("q=how+many+people", &["petition"]); // a discrepancy
    check("q=שכן", &["letter"]); // another script
}

#[test]
fn a_person_is_found_by_any_name_without_case_or_diacritics() {
    check("q=MAYOR+okafor", &["letter", "vote"]);
    check("q=OKÁFOR", &["letter", "vote"]);
    check("q=quay+4", &["letter"]);
}

#[test]
fn counts_ignore_the_choice_of_sources_and_heed_the_text() {
    let (_, all) = matching("");
    let (_, chosen) = matching("source=d");
    assert_eq!(chosen.by_source, all.by_source);
    let (_, jib) = matching("source=d&q=jib");
    assert_eq!(jib.by_source, [1, 0, 2, 0, 0]);
}

#[test]
fn a_quote_without_an_event_is_found_by_source_and_text() {
    assert_eq!(matching("q=steam+smell").1.quotes.len(), 1);
    assert_eq!(matching("q=steam+smell&source=a").1.quotes.len(), 0);
}

#[test]
fn it_is_known_what_each_filter_hides() {
    let dataset = harbour();
    let (selection, _) = Selection::of(&View::parse("source=e&q=jib").0, &dataset);
    assert_eq!(Index::new(&dataset).without_each(&selection), [(Filter::Sources, 2), (Filter::Text, 4)]);
}

/// The events that match, found without an index.
fn naively(dataset: &Dataset, sources: &[SourceIdx], text: &str) -> Vec<EventIdx> {
    let reports = |event: EventIdx, source| {
        dataset.mentions.iter().any(|(_, m)| m.event == event && m.source == source)
            || dataset.quotes.iter().any(|(_, q)| q.event == Some(event) && q.source == source)
    };
    let chosen = |event| sources.is_empty() || sources.iter().any(|&source| reports(event, source));
    let contains = |event| Needles::new(text).all_in(&event_words(dataset, event));
    dataset.events.indices().filter(|&event| chosen(event) && contains(event)).collect()
}

proptest! {
    #[test]
    fn matches_and_counts_are_those_of_a_naive_recount(
        chosen in proptest::collection::vec(0u32..5, 0..4),
        text in prop_oneof![Just(""), Just("crane"), Just("the port"), Just("okafor"), Just("two years"), Just("zeppelin")],
    ) {
        let dataset = harbour();
        let sources: Vec<SourceIdx> = chosen.into_iter().map(SourceIdx).collect();
        let view = View::default().with_text(text).with_sources(sources.iter().map(|&source| dataset.sources[source].id.as_str()));
        let (selection, _) = Selection::of(&view, &dataset);
        let index = Index::new(&dataset);
        let matches = index.matching(&selection);
        let found: Vec<EventIdx> = dataset.events.indices().filter(|&event| matches.events.contains(event)).collect();
        prop_assert_eq!(found, naively(&dataset, &sources, text));
        for source in dataset.sources.indices() {
            prop_assert_eq!(matches.by_source[source.position()], naively(&dataset, &[source], text).len());
        }
        for (filter, count) in index.without_each(&selection) {
            let (relaxed, _) = Selection::of(&view.without(filter), &dataset);
            prop_assert_eq!(count, index.matching(&relaxed).events.len());
        }
    }
}
