use sidebyline_dataset::Dataset;

use super::*;
use crate::testing::harbour;
use crate::view::View;

fn matching(query: &str) -> (Dataset, Index, Matches) {
    let dataset = harbour();
    let index = Index::new(&dataset);
    let (selection, warnings) = Selection::of(&View::parse(query).0, &dataset, &index);
    assert_eq!(warnings, [], "{query}");
    let matches = index.matching(&selection);
    (dataset, index, matches)
}

/// The events that are found.
#[track_caller]
fn check(query: &str, expected: &[&str]) {
    let (dataset, _, matches) = matching(query);
    let found =
        dataset.events.iter().filter(|(event, _)| matches.has_event(*event)).map(|(_, event)| event.id.as_str());
    assert_eq!(found.collect::<Vec<_>>(), expected, "the events of {query}");
}

/// The quotes that are found.
#[track_caller]
fn check_quotes(query: &str, expected: &[&str]) {
    let (dataset, _, matches) = matching(query);
    let found =
        dataset.quotes.iter().filter(|(quote, _)| matches.has_quote(*quote)).map(|(_, quote)| quote.id.as_str());
    assert_eq!(found.collect::<Vec<_>>(), expected, "the quotes of {query}");
}

/// The counts of a facet.
#[track_caller]
fn check_counts(query: &str, facet: Facet, expected: &[(&str, usize)]) {
    let (_, index, matches) = matching(query);
    let values = index.values(facet).iter().map(|value| value.token.as_str());
    assert_eq!(values.zip(matches.counts(facet).iter().copied()).collect::<Vec<_>>(), expected, "{facet:?} of {query}");
}

const ALL: [&str; 10] =
    ["crane-built", "port-moves", "letter", "petition", "inspection", "offer", "vote", "party", "march", "repairs"];

#[test]
fn without_a_filter_everything_is_found() {
    let (dataset, index, matches) = matching("");
    check("", &[&ALL[..], &["smoke"]].concat());
    for (unit, number) in [
        (Unit::Events, dataset.events.len()),
        (Unit::Mentions, dataset.mentions.len()),
        (Unit::Quotes, dataset.quotes.len()),
    ] {
        assert_eq!((matches.total(unit), index.total(unit)), (number, number));
    }
    assert!(dataset.discrepancies.indices().all(|discrepancy| matches.has_discrepancy(discrepancy)));
    assert_eq!(matches.without_each(), []);
}

#[test]
fn inside_a_facet_any_one_will_do_and_across_facets_all_are_needed() {
    check("source=d", &["letter", "offer", "party"]);
    check("source=d,e", &["letter", "petition", "offer", "vote", "party"]);
    check("source=d&q=neighbour", &["letter"]);
    check("source=e&q=jib", &[]);
}

#[test]
fn the_chosen_sources_have_to_report_as_the_mode_says() {
    check("source=d,e&match=all", &["letter", "offer"]);
    check("source=d,e&match=only", &["offer", "party"]);
    check("source=herald,c,e&match=2", &["port-moves", "letter", "petition", "vote"]);
    check("source=herald,c,e&match=none", &["crane-built", "party", "smoke"]);
    check("source=-herald,-c,-e", &["crane-built", "party", "smoke"]);
    check("source=d,-e", &["party"]);
}

#[test]
fn where_no_source_is_chosen_the_mode_speaks_of_all() {
    check("match=all", &["letter"]);
    check("match=4", &["letter"]);
    check("match=3", &["letter", "vote"]);
    check("match=none", &[]);
    check("match=only", &[&ALL[..], &["smoke"]].concat());
}

#[test]
fn a_source_that_only_quotes_reports_too() {
    check("source=a", &["crane-built", "letter", "inspection", "smoke"]);
}

#[test]
fn facets_of_one_level_hold_of_one_mention() {
    check("status=planned&basis=official", &[]); // the letter has one of each, in two sources
    check("status=planned&basis=own", &["letter", "vote", "repairs"]);
    check("status=occurred&place=quay", &["letter"]);
}

#[test]
fn what_is_asked_of_a_mention_is_asked_of_those_of_the_chosen_sources() {
    check("status=planned", &["letter", "vote", "repairs"]);
    check("status=planned&source=d", &["letter"]);
    check("status=planned&source=c", &["repairs"]);
}

#[test]
fn what_is_only_excluded_hides_events_of_which_nothing_else_is_left() {
    check("status=-occurred,-planned", &["letter", "offer", "march", "smoke"]); // E says of the letter that it is proposed
    check("kind=-direct,-indirect,-mixed", &["crane-built", "port-moves", "party", "march", "repairs", "smoke"]);
}

#[test]
fn an_affiliation_holds_of_all_who_belong_there() {
    check("affiliation=council", &["letter", "vote"]);
    check("affiliation=council&speaker=okafor&kind=mixed", &["vote"]);
}

#[test]
fn what_the_data_do_not_say_is_a_value() {
    check_quotes("speaker=_none", &["a-unknown"]);
    check("topic=_none&source=a", &["crane-built", "inspection", "smoke"]);
    check("topic=-_none", &["letter", "vote"]);
}

#[test]
fn a_range_finds_what_may_have_happened_in_it() {
    check("from=2031-05-07&to=2031-05-07", &["inspection", "offer", "vote", "party", "march", "smoke"]);
    let (dataset, _, matches) = matching("from=2031-05-07&to=2031-05-07");
    let unsure =
        dataset.events.iter().filter(|(event, _)| matches.is_unsure(*event)).map(|(_, event)| event.id.as_str());
    assert_eq!(unsure.collect::<Vec<_>>(), ["inspection", "offer", "march", "smoke"]);
    check("to=2015", &["crane-built"]);
    check("from=2031-06", &["repairs", "smoke"]);
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
fn verbatim_words_are_fragments_and_quoted_words_and_nothing_else() {
    check("q=bought&in=verbatim", &["vote"]); // marked words in a paraphrase
    check("q=\"bought+time,+which\"", &["vote"]);
    check("q=\"bought+time,+which\"&in=verbatim", &[]);
    check("q=heap+rust&in=verbatim", &["letter"]); // a fragment
    check("q=neighbour&in=verbatim", &["letter"]); // a direct quote, in its second part
    for ours in ["freight", "okafor", "quay", "signed", "figures+published", "announce"] {
        check(&["in=verbatim&q=", ours].concat(), &[]);
    }
}

#[test]
fn a_mention_or_quote_has_to_contain_the_words_itself() {
    check_quotes("q=time", &["c-okafor-two-years"]);
    check_quotes("q=port+said", &[]); // the event has them, in two places
    check("q=wooden", &[]);
}

#[test]
fn a_quote_without_an_event_is_found_as_one_with_an_event_is() {
    check_quotes("q=steam+smell", &["c-lind-steam"]);
    check_quotes("q=steam+smell&source=a", &[]);
    check_quotes("cue=recall", &["c-lind-steam"]);
    check("cue=recall", &[]);
    check_quotes("topic=vote&speaker=lind", &[]);
}

#[test]
fn a_discrepancy_is_found_with_its_event_and_by_itself() {
    check("dimension=number", &["petition", "vote"]);
    check("dimension=number&nature=moment", &["petition"]);
    check("dimension=status&source=d", &["letter"]);
    check("dimension=number&source=a", &[]);
    let (dataset, _, matches) = matching("q=how+old");
    let found =
        dataset.discrepancies.iter().filter(|(at, _)| matches.has_discrepancy(*at)).map(|(_, row)| row.id.as_str());
    assert_eq!(found.collect::<Vec<_>>(), ["age"]);
}

#[test]
fn counts_ignore_their_own_facet_and_heed_all_else() {
    let all = [("a", 4), ("herald", 5), ("c", 5), ("d", 3), ("e", 4)];
    check_counts("", Facet::Source, &all);
    check_counts("source=d&match=none", Facet::Source, &all);
    check_counts("source=-d", Facet::Source, &all);
    check_counts("q=jib", Facet::Source, &[("a", 1), ("herald", 0), ("c", 2), ("d", 0), ("e", 0)]);
    check_counts(
        "topic=vote&source=d",
        Facet::Status,
        &[("occurred", 0), ("planned", 1), ("proposed", 0), ("cancelled", 0), ("claimed", 0), ("denied", 0)],
    );
    check_counts("kind=direct&count=quotes", Facet::Kind, &[("direct", 5), ("mixed", 2), ("indirect", 3)]);
}

#[test]
fn it_is_known_what_each_filter_hides() {
    let (_, _, matches) = matching("source=e&q=jib");
    assert_eq!(matches.without_each(), [(Filter::Facet(Facet::Source), 2), (Filter::Text, 4)]);
}
