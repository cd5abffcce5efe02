use super::*;
use crate::testing::harbour;

#[track_caller]
fn check(facet: Facet, expected: &[&str]) {
    let index = Index::new(&harbour());
    let tokens: Vec<&str> = index.values(facet).iter().map(|value| value.token.as_str()).collect();
    assert_eq!(tokens, expected);
}

#[test]
fn sources_numbers_and_the_formats_own_values_keep_their_order() {
    check(Facet::Source, &["a", "herald", "c", "d", "e"]);
    check(Facet::Reporters, &["1", "2", "3", "5"]);
    check(Facet::Status, &["occurred", "planned", "proposed", "cancelled", "claimed", "denied"]);
    check(Facet::Kind, &["direct", "mixed", "indirect"]);
    check(Facet::Nature, &["contradiction", "moment", "emphasis", "unclear"]);
}

#[test]
fn others_stand_by_how_often_they_occur_and_what_is_not_said_comes_last() {
    check(Facet::Speaker, &["okafor", "lind", "friends", "insiders", "port", "_none"]);
    check(Facet::Affiliation, &["council", "_none"]);
    check(Facet::Topic, &["vote", "_none"]);
    check(Facet::Cue, &["say", "announce", "call", "recall", "rumour", "suggest", "warn", "write"]);
}

#[test]
fn a_value_says_what_it_is() {
    let dataset = harbour();
    let index = Index::new(&dataset);
    let names = |facet| index.values(facet).iter().map(|value| value.name.clone()).collect::<Vec<_>>();
    let vote = dataset.topics.find("vote").expect("it is there");
    assert_eq!(names(Facet::Topic), [crate::Name::Topic(vote), crate::Name::Missing]);
    assert_eq!(names(Facet::Cue)[0], crate::Name::Cue("say".into()));
    assert_eq!(names(Facet::Reporters)[3], crate::Name::Reporters(5));
}
