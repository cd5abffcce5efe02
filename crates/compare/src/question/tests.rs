use super::*;
use crate::silence::Why;
use crate::testing::{Sketch, harbour};

fn ask(id: &str, sources: &[&str]) -> (Dataset, Question) {
    let dataset = harbour();
    let sources: Vec<SourceIdx> =
        sources.iter().map(|id| dataset.sources.find(id).expect("the source is there")).collect();
    let discrepancy = dataset.discrepancies.find(id).expect("the discrepancy is there");
    let question = question(&dataset, discrepancy, &sources);
    (dataset, question)
}

/// What each source says, in short.
#[track_caller]
fn check(id: &str, sources: &[&str], expected: &[&str]) {
    let (dataset, question) = ask(id, sources);
    let short = |part: &Part| match &part.says {
        Says::Answers(given) => {
            let values = given
                .iter()
                .map(|given| dataset.discrepancies[question.discrepancy].answers[given.answer].value.0.as_str());
            values.collect::<Vec<_>>().join("; ")
        }
        Says::ReportsOnly => "reports only".into(),
        Says::Silent(Silence::CouldHave) => "could have".into(),
        Says::Silent(Silence::CouldNot) => "could not".into(),
        Says::Silent(Silence::Unknown(why)) => format!("unknown: {why:?}"),
        Says::Nothing => "nothing".into(),
    };
    assert_eq!(question.parts.iter().map(short).collect::<Vec<_>>(), expected);
}

#[test]
fn each_source_answers_or_has_a_reason_not_to() {
    check(
        "signatures",
        &["e", "herald", "c", "a"],
        &["more than 900", "about 600", "could have", "unknown: NoKnownFrom"],
    );
    check("majority", &["e", "c"], &["reports only", "one"]);
    check("age", &["a", "c", "e"], &["17 years", "not said", "nothing"]);
}

#[test]
fn a_source_that_answers_in_two_ways_has_both_answers() {
    check("term", &["herald", "c"], &["two years", "two years; until the port shows its figures"]);
}

#[test]
fn a_place_that_is_named_twice_is_one() {
    let mut dataset = harbour();
    let discrepancy = dataset.discrepancies.find("signatures").expect("it is there");
    let mut rows: Vec<_> = dataset.discrepancies.iter().map(|(_, row)| row.clone()).collect();
    let evidence = rows[0].answers[0].evidence[0];
    rows[0].answers[0].evidence.push(evidence);
    dataset.discrepancies = sidebyline_dataset::table::Table::new(rows);
    let e = dataset.sources.find("e").expect("it is there");
    let question = question(&dataset, discrepancy, &[e]);
    assert_eq!(question.parts[0].says.answers()[0].proofs.len(), 1);
}

#[test]
fn whose_words_carry_an_answer_is_told() {
    let (_, question) = ask("term", &["herald", "c"]);
    let words: Vec<Words> = (question.parts.iter())
        .flat_map(|part| part.says.answers())
        .flat_map(|given| &given.proofs)
        .map(|proof| proof.words)
        .collect();
    assert_eq!(words, [Words::Both, Words::Both, Words::Both]);
    let dataset = harbour();
    let quote = |id| EvidencePlace::Quote(dataset.quotes.find(id).expect("the quote is there"));
    assert_eq!(super::words(&dataset, quote("herald-okafor-relief")), Words::Theirs);
    assert_eq!(super::words(&dataset, quote("herald-port-figures")), Words::Ours);
}

/// Which sources certainly came out one before the other, and of which the dates don't tell.
#[track_caller]
fn check_timing(id: &str, sources: &[&str], apart: &[&str], open: &[&str]) {
    let (dataset, question) = ask(id, sources);
    let pair = |(one, other): &(SourceIdx, SourceIdx)| {
        [dataset.sources[*one].label.as_str(), &dataset.sources[*other].label].concat()
    };
    assert_eq!(question.timing.apart.iter().map(pair).collect::<Vec<_>>(), apart);
    assert_eq!(question.timing.open.iter().map(pair).collect::<Vec<_>>(), open);
}

#[test]
fn sources_that_answer_differently_are_put_in_the_order_in_which_they_came_out() {
    // E came out on the 6th, B on the 7th.
    check_timing("signatures", &["herald", "e"], &["EB"], &[]);
    // C came out between the 7th and the 9th.
    check_timing("majority", &["herald", "c"], &[], &["BC"]);
    check_timing("letter-status", &["a", "herald", "e"], &["EB"], &["AE"]);
}

#[test]
fn a_source_makes_no_pair_with_itself() {
    check_timing("term", &["c"], &[], &[]);
    let (_, question) = ask("term", &["c"]);
    assert!(!question.timing.is_apart());
}

#[test]
fn the_answers_know_who_gives_them() {
    let (dataset, question) = ask("letter-status", &["e", "c", "a"]);
    let by_answer: Vec<(usize, Vec<&str>)> = (question.by_answer().into_iter())
        .map(|(answer, by)| (answer, by.into_iter().map(|source| dataset.sources[source].id.as_str()).collect()))
        .collect();
    assert_eq!(by_answer, [(0, vec!["c", "a"]), (2, vec!["e"])]);
}

#[test]
fn only_the_answers_of_the_given_sources_are_on_a_scale() {
    let (_, question) = ask("signatures", &["e", "herald"]);
    assert_eq!(question.scales.len(), 1);
    assert_eq!(question.scales[0].ends, (0.0, 900.0));
    let (_, question) = ask("signatures", &["e"]);
    assert_eq!(question.scales, []);
}

#[test]
fn every_discrepancy_stands_under_its_dimension_what_cannot_both_be_true_first() {
    let dataset = harbour();
    let groups: Vec<(Dimension, Vec<&str>)> = (by_dimension(&dataset).into_iter())
        .map(|(dimension, all)| {
            (dimension, all.into_iter().map(|index| dataset.discrepancies[index].id.as_str()).collect())
        })
        .collect();
    assert_eq!(
        groups,
        [
            (Dimension::Number, vec!["majority", "age", "signatures"]),
            (Dimension::Status, vec!["letter-status"]),
            (Dimension::Condition, vec!["term"]),
        ]
    );
}

#[test]
fn why_a_silence_is_unknown_is_kept() {
    let (_, question) = ask("signatures", &["a"]);
    assert_eq!(question.parts[0].says, Says::Silent(Silence::Unknown(Why::NoKnownFrom)));
}

#[test]
fn what_may_have_come_out_in_the_same_second_is_not_put_in_order() {
    let published = |written: &str| (Some(written.to_owned()), true);
    let sources =
        vec![published("2031-05-07T18:00:00Z"), published("2031-05-07T18:00:00Z"), published("2031-05-07T18:00:01Z")];
    let dataset =
        Sketch { sources: [sources, vec![(None, true)]].concat(), events: Vec::new(), outlets: Vec::new() }.dataset();
    let order = |one, other| timing::order(&dataset, SourceIdx(one), SourceIdx(other));
    assert_eq!((order(0, 1), order(0, 2), order(2, 0)), (Order::Open, Order::Before, Order::After));
    assert_eq!((order(0, 3), order(3, 3)), (Order::Open, Order::Open));
}

#[test]
fn an_answer_stands_with_the_event_or_leads_to_where_it_does() {
    let dataset = harbour();
    let mut kinds = [0; 3];
    for (_, discrepancy) in dataset.discrepancies.iter() {
        for answer in &discrepancy.answers {
            for source in dataset.sources.indices() {
                let given: Vec<_> = answer.evidence.iter().filter(|evidence| evidence.source == source).collect();
                let here = given.iter().any(|evidence| match evidence.place {
                    EvidencePlace::Mention(at) => Some(dataset.mentions[at].event) == discrepancy.event,
                    EvidencePlace::Quote(at) => dataset.quotes[at].event == discrepancy.event,
                });
                let found = stands(&dataset, discrepancy.event, answer, source);
                let kind = match found {
                    None => 0,
                    Some(Stands::Here) => 1,
                    Some(Stands::Elsewhere(id)) => {
                        assert!(dataset.events.find(id).is_some() || dataset.quotes.find(id).is_some());
                        2
                    }
                };
                let expected = if given.is_empty() { 0 } else { 2 - usize::from(here) };
                assert_eq!(kind, expected, "{} {}", discrepancy.id, dataset.sources[source].id);
                kinds[kind] += 1;
            }
        }
    }
    assert!(kinds.iter().all(|&count| count > 0), "{kinds:?}");
}
