use proptest::prelude::*;

use super::*;
use crate::testing::{Said, quotes, said};

fn proposed(said: &[Said<'_>]) -> Vec<Vec<u32>> {
    let proposals = propose(&quotes(said)).proposals;
    proposals.iter().map(|proposal| proposal.quotes.iter().map(|quote| quote.0).collect()).collect()
}

const SHIP: &str = "The old ferry will be taken out of service before the winter storms begin.";

#[test]
fn the_same_words_in_two_sources_are_proposed() {
    assert_eq!(proposed(&[said(0, SHIP), said(1, SHIP), said(1, "Nobody has asked the islanders.")]), [[0, 1]]);
}

#[test]
fn nothing_is_proposed_inside_one_source() {
    assert!(proposed(&[said(0, SHIP), said(0, SHIP)]).is_empty());
}

#[test]
fn a_shortened_quote_and_a_fragment_are_proposed_together() {
    let short = "The old ferry will be taken out of service …";
    let mixed = Said { kind: "mixed", words: "It goes “out of service before the winter storms”.", ..said(2, "") };
    assert_eq!(proposed(&[said(0, SHIP), said(1, short), mixed]), [[0, 1, 2]]);
}

#[test]
fn words_that_everybody_uses_link_nothing() {
    let other = "We will be out of the office before the end of the week.";
    assert!(proposed(&[said(0, SHIP), said(1, other)]).is_empty());
}

#[test]
fn paraphrases_are_never_linked() {
    let indirect = Said { kind: "indirect", words: SHIP, ..said(1, "") };
    assert!(proposed(&[said(0, SHIP), indirect]).is_empty());
}

#[test]
fn a_link_tells_its_reasons() {
    let other = Said { speaker: "b", words: SHIP, ..said(1, "") };
    let proposal = propose(&quotes(&[said(0, SHIP), other])).proposals.remove(0);
    let reasons = &proposal.links[0].reasons;
    assert_eq!(reasons[..2], [Reason::SharedWords { shared: 14, of: 14 }, Reason::LongestRun(14)]);
    assert!(reasons.contains(&Reason::OtherSpeaker) && !reasons.contains(&Reason::SameSpeaker));
    assert!(proposal.score() >= THRESHOLD && proposal.score() <= 1.0);
}

#[test]
fn twenty_thousand_quotes_are_looked_at_to_the_end() {
    // Forty sources; every statement stands in two of them, once shortened.
    let nouns = ["bridge", "council", "ferry", "school", "winter", "budget", "engineer", "market", "river", "station"];
    let words: Vec<String> = (0..10_000_usize)
        .map(|at| {
            let pick = |step: usize| nouns[(at / step) % nouns.len()];
            format!(
                "The {} of item{at} and the {} will see our {} in place{} by {}",
                pick(1),
                pick(10),
                pick(100),
                at / 7,
                pick(1000)
            )
        })
        .collect();
    let mut all: Vec<Said<'_>> = Vec::new();
    for (at, words) in words.iter().enumerate() {
        all.push(said(at % 40, words));
        all.push(said((at + 1) % 40, words.rsplit_once(' ').map_or("", |(short, _)| short)));
    }
    let proposals = propose(&quotes(&all));
    assert!(!proposals.broken_off);
    let linked: BTreeSet<(u32, u32)> =
        proposals.proposals.iter().flat_map(|one| &one.links).map(|link| (link.quotes.0.0, link.quotes.1.0)).collect();
    assert!((0..10_000).all(|at| linked.contains(&(2 * at, 2 * at + 1))));
}

#[test]
fn hostile_quotes_are_broken_off_and_not_waited_for() {
    let long: Vec<String> =
        (0..4000).map(|at| format!("again{} ", at % 3).repeat(100) + &format!("{}", at % 900)).collect();
    let all: Vec<Said<'_>> = long.iter().enumerate().map(|(at, words)| said(at % 50, words)).collect();
    let proposals = propose(&quotes(&all));
    assert!(proposals.proposals.iter().all(|proposal| proposal.quotes.len() > 1));
}

proptest! {
    #[test]
    fn links_are_of_two_sources_and_in_bounds(
        texts in prop::collection::vec(("[abc]{1,5}( [abcdefgh]{4,5}){1,8}", 0usize..3), 2..9),
    ) {
        let all: Vec<Said<'_>> = texts.iter().map(|(words, source)| said(*source, words)).collect();
        let dataset = quotes(&all);
        for proposal in propose(&dataset).proposals {
            prop_assert!(proposal.quotes.len() > 1 && proposal.quotes.is_sorted());
            for link in &proposal.links {
                let (a, b) = link.quotes;
                prop_assert!(dataset.quotes[a].source != dataset.quotes[b].source && a < b);
                prop_assert!((THRESHOLD..=1.0).contains(&link.score));
                prop_assert!(proposal.quotes.contains(&a) && proposal.quotes.contains(&b));
            }
        }
    }
}
