//! The same statement in several wordings: what all have, and how they differ, each difference with its type.
//!
//! [`compare`] aligns items and gives a [`Comparison`], from which both forms are made: for an expert a table with
//! [`Segment`]s as columns and witnesses as rows, for a reader one merged line. [`Difference`]s are the same as
//! statements, to be read as sentences. Everything is positions and ranges of code points into the dataset's words.

pub mod difference;
pub mod group;
pub mod line;
pub mod segment;
mod trivial;

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::ActorIdx;

use crate::align::{Alignment, WITNESSES, align};
use crate::item::{Form, Item, Words};
use difference::{Difference, Kind, Reading};
pub use group::{Group, Origin, groups};
use segment::{Segment, segments};

/// Items side by side, word by word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The items that have verbatim words, in the order asked for: the witnesses.
    pub items: Vec<Item>,
    /// Those that have none. Nothing is said of how they differ: their words are ours.
    pub wordless: Vec<Item>,
    /// Those beyond the number that can be aligned.
    pub beyond: Vec<Item>,
    /// The witnesses' words in columns.
    pub alignment: Alignment,
    /// Stretches of columns in which the same witnesses agree. Trivial differences part none.
    pub segments: Vec<Segment>,
    /// The same where trivial differences count as differences.
    pub close: Vec<Segment>,
    /// How the witnesses differ: first what holds of whole witnesses, then word by word in the order of the segments,
    /// then the trivial ones.
    pub differences: Vec<Difference>,
    /// How many words stand in all witnesses.
    pub shared: usize,
}

/// Puts `items` side by side word by word. With fewer than two that have verbatim words, there is nothing to compare
/// and the comparison has no differences.
pub fn compare(dataset: &Dataset, items: &[Item]) -> Comparison {
    let mut comparison = Comparison::of_none();
    let mut words: Vec<Words<'_>> = Vec::new();
    for &item in items {
        match item.words(dataset) {
            Some(_) if words.len() == WITNESSES => comparison.beyond.push(item),
            Some(found) => {
                words.push(found);
                comparison.items.push(item);
            }
            None => comparison.wordless.push(item),
        }
    }
    comparison.alignment = align(&words);
    comparison.segments = segments(&comparison.alignment, false);
    comparison.close = segments(&comparison.alignment, true);
    comparison.shared = comparison.alignment.shared_words();
    if comparison.items.len() > 1 {
        comparison.differences = differences(dataset, &comparison);
    }
    let differences = &comparison.differences;
    for (number, segment) in comparison.segments.iter_mut().enumerate().filter(|(_, segment)| !segment.agrees()) {
        let mut here = differences.iter().filter(|difference| difference.segments.contains(&number)).peekable();
        segment.trivial = here.peek().is_some() && here.all(|difference| difference.kind.is_trivial());
    }
    comparison
}

impl Comparison {
    fn of_none() -> Self {
        Self {
            items: Vec::new(),
            wordless: Vec::new(),
            beyond: Vec::new(),
            alignment: Alignment { witnesses: Vec::new(), columns: Vec::new() },
            segments: Vec::new(),
            close: Vec::new(),
            differences: Vec::new(),
            shared: 0,
        }
    }

    /// Whether the witnesses have so much in common that one line can be read as the words of all: every one of them
    /// has two words in a row with another, or half of its words.
    pub fn reads_as_one(&self) -> bool {
        let count = self.items.len();
        let is_near = |a: usize, b: usize| {
            let run = self.alignment.longest_run(a, b);
            run > 0 && (run > 1 || 2 * run >= self.alignment.words(a).min(self.alignment.words(b)))
        };
        count > 1 && (0..count).all(|a| (0..count).any(|b| a != b && is_near(a, b)))
    }
}

fn differences(dataset: &Dataset, comparison: &Comparison) -> Vec<Difference> {
    let mut found: Vec<Difference> = other_speakers(dataset, &comparison.items).into_iter().collect();
    let witnesses = &comparison.alignment.witnesses;
    // A fragment is partial beside a whole quote only; of two fragments neither is the other's part.
    let some_whole = witnesses.iter().any(|witness| witness.form == Form::Whole);
    for at in (0..witnesses.len()).filter(|&at| some_whole && witnesses[at].form == Form::Fragments) {
        found.push(Difference { kind: Kind::PartialQuote, who: vec![at], segments: 0..0, readings: Vec::new() });
    }
    let (trivial, of_words): (Vec<_>, Vec<_>) = difference::of_words(&comparison.alignment, &comparison.segments)
        .into_iter()
        .partition(|difference| difference.kind.is_trivial());
    found.extend(of_words);
    found.extend(trivial);
    found.extend(trivial::differences(&comparison.alignment, &comparison.segments));
    found
}

/// The difference that quotes are attributed to different speakers, if they are.
fn other_speakers(dataset: &Dataset, items: &[Item]) -> Option<Difference> {
    let mut readings: Vec<(Vec<ActorIdx>, Reading)> = Vec::new();
    for (witness, item) in items.iter().enumerate() {
        let Item::Quote(_) = item else { continue };
        let mut speakers = item.speakers(dataset).to_vec();
        speakers.sort_unstable();
        match readings.iter_mut().find(|(other, _)| *other == speakers) {
            Some((_, reading)) => reading.witnesses.push(witness),
            None => readings.push((speakers, Reading::of(witness))),
        }
    }
    let readings: Vec<Reading> = readings.into_iter().map(|(_, reading)| reading).collect();
    let who = readings.iter().flat_map(|reading| reading.witnesses.clone()).collect();
    (readings.len() > 1).then_some(Difference { kind: Kind::OtherSpeaker, who, segments: 0..0, readings })
}

#[cfg(test)]
mod tests;
