//! Passages in texts that were changed on their way: never a wrong place, and for each way to change a text a floor for
//! how many are found.

use std::fmt::Write as _;
use std::ops::Range;

use proptest::prelude::*;
use sidebyline_compare::anchor::{Outcome, anchor};
use sidebyline_dataset::model::{Anchor, Passage};
use sidebyline_dataset::text::Text;

mod anchoring {
    pub mod article;
    pub mod mutation;
    pub mod naive;
}

use anchoring::article::{Article, Dice, article};
use anchoring::mutation::{Mark, Mutation};
use anchoring::naive::{bare, is_of, occurrences, same_stretch, truth};

fn marks(text: &[char]) -> Vec<Mark> {
    text.iter().enumerate().map(|(at, &c)| Mark { c, origin: Some(at as u32), copy: false }).collect()
}

fn string(text: &[Mark], range: &Range<usize>) -> String {
    text[range.clone()].iter().map(|mark| mark.c).collect()
}

/// How a passage fared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// It stands in the text, and the outcome is its place.
    Right,
    /// It stands in the text, and no one place is named.
    Missed,
    /// Something else is named as its place: possible for a fuzzy one only.
    Wrong,
    /// It doesn't stand in the text, and none is named.
    RightlyNone,
}

/// Holds an outcome to what is known of the passage in the changed text.
fn judge(source: &[char], text: &[Mark], passage: &Passage, outcome: &Outcome) -> Result<Fate, String> {
    let length = passage.span.len();
    let truth = truth(source, text, &passage.span);
    // Of what was torn apart or mostly left out there is no right place.
    let place = truth.as_ref().filter(|(range, left)| *left > 0.5 && range.len() < length * 3 + 400);
    let whole = truth.as_ref().filter(|(_, left)| *left >= 1.0);
    let words = match &passage.anchor {
        Anchor::Exact { exact, .. } => Some(exact.0.as_str()),
        Anchor::Edges { .. } => None,
    };
    let all: String = text.iter().map(|mark| mark.c).collect();
    if let Outcome::Exact(range) | Outcome::Normalised { range, .. } = outcome {
        let range = range.start as usize..range.end as usize;
        let stretch = string(text, &range);
        if let Some(words) = words {
            if matches!(outcome, Outcome::Exact(_)) && stretch != words {
                return Err(format!("`{stretch}` isn't exactly `{words}`"));
            }
            if bare(&stretch) != bare(words) {
                return Err(format!("`{stretch}` isn't `{words}` in another spelling"));
            }
        }
        // An edit may leave a word out beside the same word: then the passage stands as it did, one word further on.
        let original: String = source[passage.span.start as usize..passage.span.end as usize].iter().collect();
        let in_place = bare(&stretch) == bare(&original) && is_of(text, &range, &passage.span);
        if !in_place && !whole.is_some_and(|(place, _)| same_stretch(text, place, &range)) {
            return Err(format!("`{stretch}` at {range:?}, and its place is {truth:?}"));
        }
    }
    // Where the words stand as they did, they are found or among the places.
    if let (Some(words), Some((place, _))) = (words, whole)
        && bare(&string(text, place)) == bare(words)
    {
        let named = outcome.places().iter().any(|range| same_stretch(text, place, &(range.start as usize..range.end as usize)));
        if !named {
            return Err(format!("`{words}` stands at {place:?}, and {outcome:?} doesn't name it"));
        }
        let many = words.chars().count() >= 40 && words.split_whitespace().count() >= 6;
        if many && occurrences(&all, words) == 1 && outcome.range().is_none() {
            return Err(format!("`{words}` stands once, at {place:?}, and is {outcome:?}"));
        }
    }
    if words.is_some_and(|words| occurrences(&all, words) == 0) && matches!(outcome, Outcome::Exact(_) | Outcome::Normalised { .. }) {
        return Err(format!("the words stand nowhere, and are {outcome:?}"));
    }
    let right = |range: &Range<u32>| is_of(text, &(range.start as usize..range.end as usize), &passage.span);
    Ok(match (place, outcome.range()) {
        (_, Some(range)) if right(range) => Fate::Right,
        (_, Some(_)) => Fate::Wrong,
        (Some(_), None) => Fate::Missed,
        (None, None) => Fate::RightlyNone,
    })
}

/// Changes an article and judges what becomes of its passages.
fn run(article: &Article, mutations: &[Mutation], dice: &mut Dice) -> Result<Vec<(Fate, Outcome)>, String> {
    let changed = mutations.iter().fold(marks(&article.text), |text, mutation| mutation.apply(text, dice));
    let text = Text::new(changed.iter().map(|mark| mark.c).collect::<String>());
    let passages: Vec<&Passage> = article.passages.iter().collect();
    let anchoring = anchor(&text, &passages, None);
    let judged = passages.iter().zip(anchoring.outcomes).map(|(passage, outcome)| {
        let fate = judge(&article.text, &changed, passage, &outcome).map_err(|wrong| format!("{mutations:?}: {passage:?}: {wrong}"))?;
        Ok((fate, outcome))
    });
    judged.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_passage_is_ever_put_in_a_wrong_place(
        seed: u64, length in 20_usize..400, mutations in prop::collection::vec(prop::sample::select(&Mutation::ALL[..]), 0..3),
    ) {
        let article = article(seed, length);
        let fates = run(&article, &mutations, &mut Dice::new(!seed));
        prop_assert!(fates.is_ok(), "{}", fates.err().unwrap_or_default());
    }

    #[test]
    fn nothing_pasted_makes_it_panic(text in "(\\PC|[ab“”’ –\n\r\u{ad}]){0,80}", exact in "\\PC{0,9}", prefix in "\\PC{0,3}", start in 0_u32..90, length in 0_u32..90) {
        let words = Passage { span: start..start + length, anchor: Anchor::Exact { exact: sidebyline_dataset::model::Verbatim(exact.clone()), prefix, suffix: String::new() } };
        let edges = Passage { span: start..start + length, anchor: Anchor::Edges { head: sidebyline_dataset::model::Verbatim("a".into()), tail: sidebyline_dataset::model::Verbatim(exact), digest: String::new() } };
        let text = Text::new(text);
        for outcome in anchor(&text, &[&words, &edges], None).outcomes {
            prop_assert!(outcome.places().iter().all(|place| place.start < place.end && place.end <= text.len()));
        }
    }
}

/// How the passages of one kind fared under one mutation.
#[derive(Default)]
struct Tally {
    standing: usize,
    right: usize,
    wrong: usize,
    gone: usize,
    rightly_none: usize,
}

impl Tally {
    fn add(&mut self, fate: Fate, standing: bool) {
        self.standing += usize::from(standing);
        self.right += usize::from(fate == Fate::Right);
        self.wrong += usize::from(fate == Fate::Wrong);
        self.gone += usize::from(!standing);
        self.rightly_none += usize::from(fate == Fate::RightlyNone);
    }
}

#[test]
fn table() {
    for mutation in Mutation::ALL {
        let (mut words, mut edges) = (Tally::default(), Tally::default());
        let mut kinds = [0; 5];
        for seed in 0..20 {
            let article = article(seed, 500);
            let mut dice = Dice::new(seed + 1000);
            let fates = run(&article, &[mutation], &mut dice).expect("no place is wrong");
            for (passage, (fate, outcome)) in article.passages.iter().zip(fates) {
                let tally = if passage.exact().is_some() { &mut words } else { &mut edges };
                tally.add(fate, matches!(fate, Fate::Right | Fate::Missed));
                kinds[match outcome { Outcome::Exact(_) => 0, Outcome::Normalised { .. } => 1, Outcome::Fuzzy { .. } => 2, Outcome::Ambiguous(_) => 3, Outcome::NotFound => 4 }] += 1;
            }
        }
        let mut line = String::new();
        let part = |part: usize, whole: usize| part as f64 * 100.0 / whole.max(1) as f64;
        let _ = write!(line, "{:60} words {:5.1} edges {:5.1} wrong {}/{} gone {} {} {:?}", mutation.name(), part(words.right, words.standing), part(edges.right, edges.standing), words.wrong, edges.wrong, words.gone + edges.gone, words.rightly_none + edges.rightly_none, kinds);
        eprintln!("{line}");
    }
}
