//! How alike two statements are, and why.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::edtf::Edtf;
use sidebyline_dataset::model::Quote;

use super::candidates::Statement;
use super::{Link, THRESHOLD};

/// How many pairs of words may be compared in all.
pub(super) const CELLS: usize = 120_000_000;

/// What speaks for a link, or against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// So many words stand in both in the same order; the shorter one has so many.
    SharedWords {
        /// Words that both have.
        shared: u32,
        /// Words of the shorter one.
        of: u32,
    },
    /// So many of them stand in a row in both.
    LongestRun(u32),
    /// Both are attributed to the same speakers.
    SameSpeaker,
    /// They are attributed to different speakers. This speaks against it.
    OtherSpeaker,
    /// They are about the same event.
    SameEvent,
    /// They were said at different times, by what is known. This speaks against it.
    OtherTime,
}

/// What comes of a look at two statements.
pub(super) enum Look {
    /// They are alike enough.
    Alike(Link),
    /// They aren't.
    Apart,
    /// It would have been too much to tell.
    TooMuch,
}

/// Looks at two statements. `left` is the number of pairs of words that may still be compared.
pub(super) fn link(dataset: &Dataset, a: &Statement, b: &Statement, left: &mut usize) -> Look {
    let (one, other) = (&dataset.quotes[a.quote], &dataset.quotes[b.quote]);
    let mut reasons = circumstances(dataset, one, other);
    let bonus: f32 = reasons.iter().map(|reason| worth(*reason)).sum();
    let bound = Common::at_most(a, b);
    if bound.likeness(a, b) + bonus < THRESHOLD {
        return Look::Apart;
    }
    let common = if a.words == b.words {
        bound
    } else {
        let Some(rest) = left.checked_sub(a.words.len() * b.words.len()) else { return Look::TooMuch };
        *left = rest;
        Common::of(a, b)
    };
    let score = (common.likeness(a, b) + bonus).clamp(0.0, 1.0);
    if score < THRESHOLD {
        return Look::Apart;
    }
    let of = a.words.len().min(b.words.len()) as u32;
    reasons.insert(0, Reason::SharedWords { shared: common.words, of });
    if common.run > 1 {
        reasons.insert(1, Reason::LongestRun(common.run));
    }
    Look::Alike(Link { quotes: (a.quote.min(b.quote), a.quote.max(b.quote)), score, reasons })
}

fn circumstances(dataset: &Dataset, a: &Quote, b: &Quote) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let same_speaker = a.speakers.iter().any(|speaker| b.speakers.contains(speaker));
    reasons.push(if same_speaker { Reason::SameSpeaker } else { Reason::OtherSpeaker });
    if a.event.is_some() && a.event == b.event {
        reasons.push(Reason::SameEvent);
    }
    let said =
        |quote: &Quote| quote.when.as_ref().or(dataset.sources[quote.source].published.as_ref()).map(Edtf::extent);
    if let (Some(a), Some(b)) = (said(a), said(b)) {
        let apart = |first: i64, second: i64| second.saturating_sub(first) > WEEK;
        if apart(a.latest(), b.earliest()) || apart(b.latest(), a.earliest()) {
            reasons.push(Reason::OtherTime);
        }
    }
    reasons
}

/// Seven days in the unit of instants.
const WEEK: i64 = 7 * 86_400;

fn worth(reason: Reason) -> f32 {
    match reason {
        Reason::SameSpeaker => 0.06,
        Reason::OtherSpeaker => -0.12,
        Reason::SameEvent => 0.04,
        Reason::OtherTime => -0.10,
        Reason::SharedWords { .. } | Reason::LongestRun(_) => 0.0,
    }
}

/// What two statements have in common.
struct Common {
    /// The weight of the words that both have in the same order.
    weight: f32,
    /// Their number.
    words: u32,
    /// How many of them stand in a row in both.
    run: u32,
}

impl Common {
    /// What both have in common at most: as if the order didn't matter.
    fn at_most(a: &Statement, b: &Statement) -> Self {
        let sorted = |one: &Statement| {
            let mut words: Vec<(u32, f32)> = one.words.iter().copied().zip(one.weights.iter().copied()).collect();
            words.sort_unstable_by_key(|&(word, _)| word);
            words
        };
        let (a, b) = (sorted(a), sorted(b));
        let mut rest = b.iter().peekable();
        let (mut weight, mut words) = (0.0, 0);
        for (word, its) in a {
            while rest.next_if(|(other, _)| *other < word).is_some() {}
            if rest.next_if(|(other, _)| *other == word).is_some() {
                weight += its;
                words += 1;
            }
        }
        Self { weight, words, run: words }
    }

    /// What both have in common, by dynamic programming: the heaviest common subsequence, and the longest run.
    fn of(a: &Statement, b: &Statement) -> Self {
        let mut best: Vec<(f32, u32)> = vec![(0.0, 0); b.words.len() + 1];
        let mut runs: Vec<u32> = vec![0; b.words.len() + 1];
        let mut run = 0;
        for (word, weight) in a.words.iter().zip(&a.weights) {
            let (mut corner, mut corner_run) = (best[0], runs[0]);
            for (at, other) in (1..).zip(&b.words) {
                let (above, above_run) = (best[at], runs[at]);
                let left = best[at - 1];
                runs[at] = 0;
                best[at] = if above.0 >= left.0 { above } else { left };
                if word == other {
                    runs[at] = corner_run + 1;
                    run = run.max(runs[at]);
                    if corner.0 + weight > best[at].0 {
                        best[at] = (corner.0 + weight, corner.1 + 1);
                    }
                }
                (corner, corner_run) = (above, above_run);
            }
        }
        let (weight, words) = best.last().copied().unwrap_or_default();
        Self { weight, words, run }
    }

    /// How alike that makes the two, 0 to 1: how much of the shorter one and of both it is, how much of it in a row, and
    /// all the less the less there is of it.
    fn likeness(&self, a: &Statement, b: &Statement) -> f32 {
        let (a_weight, b_weight) = (a.weight(), b.weight());
        let shorter = a_weight.min(b_weight);
        if shorter <= 0.0 {
            return 0.0;
        }
        let contained = (self.weight / shorter).min(1.0);
        let overlap = 2.0 * self.weight / (a_weight + b_weight);
        let run = self.run as f32 / a.words.len().min(b.words.len()).max(1) as f32;
        let evidence = self.weight / (self.weight + 1.2);
        evidence * (0.55 * contained + 0.2 * overlap + 0.25 * run.min(1.0))
    }
}
