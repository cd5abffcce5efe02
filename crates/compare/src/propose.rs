//! Quotes that seem to carry the same statement, where the dataset doesn't say so.
//!
//! Only verbatim words count, and only quotes of different sources are linked. A quote asks an index of words for
//! those that share its rarest words; for the likeliest of them a score is made of the words that both have in the same
//! order (weighted: rare and long words say more), of how much of the shorter one that is, of the longest run, and
//! of speaker, event and time. What is linked is one proposal; it is always told as proposed, with its reasons.

mod candidates;
mod score;

use std::collections::BTreeSet;

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::QuoteIdx;
use sidebyline_dataset::table::Idx;

use score::Look;
pub use score::Reason;

/// The score from which two quotes are linked. It was chosen on one half of the labelled pairs in
/// `tests/fixtures/variant-pairs.json`; what it gives on the other half stands in the architecture document.
pub const THRESHOLD: f32 = 0.59;

/// Quotes that seem to carry the same statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// They, in order; at least two, of different sources.
    pub quotes: Vec<QuoteIdx>,
    /// Why: pairs of them, the likeliest first.
    pub links: Vec<Link>,
}

impl Proposal {
    /// The score of the weakest link that is needed to hold it together, 0 to 1.
    pub fn score(&self) -> f32 {
        let mut groups = Groups::new(self.quotes.iter().map(|quote| quote.position() + 1).max().unwrap_or(0));
        let needed = self.links.iter().filter(|link| groups.join(link.quotes.0.position(), link.quotes.1.position()));
        needed.map(|link| link.score).fold(1.0, f32::min)
    }
}

/// Two quotes that are alike, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The two, in order.
    pub quotes: (QuoteIdx, QuoteIdx),
    /// How alike they are, 0 to 1; at least [`THRESHOLD`].
    pub score: f32,
    /// What speaks for it and against it.
    pub reasons: Vec<Reason>,
}

/// What was found, and whether all was looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposals {
    /// In the order of their first quotes.
    pub proposals: Vec<Proposal>,
    /// Whether the comparing was broken off, because it had become too much.
    pub broken_off: bool,
}

/// Proposes variants. Two quotes that the dataset already calls variants of each other aren't linked again.
///
/// The cost grows with the number of quotes and not of pairs, and is bounded for any words.
pub fn propose(dataset: &Dataset) -> Proposals {
    let known = known(dataset);
    let (mut links, broken_off) = links(dataset);
    links.retain(|link| !known.contains(&link.quotes));
    links.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.quotes.cmp(&b.quotes)));
    let mut groups = Groups::new(dataset.quotes.len());
    for link in &links {
        groups.join(link.quotes.0.position(), link.quotes.1.position());
    }
    let mut of: Vec<Option<usize>> = vec![None; dataset.quotes.len()];
    let mut proposals: Vec<Proposal> = Vec::new();
    let linked: BTreeSet<QuoteIdx> = links.iter().flat_map(|link| [link.quotes.0, link.quotes.1]).collect();
    for quote in linked {
        let first = groups.first(quote.position());
        let number = *of[first].get_or_insert_with(|| {
            proposals.push(Proposal { quotes: Vec::new(), links: Vec::new() });
            proposals.len() - 1
        });
        proposals[number].quotes.push(quote);
    }
    for link in links {
        if let Some(number) = of[groups.first(link.quotes.0.position())] {
            proposals[number].links.push(link);
        }
    }
    Proposals { proposals, broken_off }
}

/// Every pair of quotes of different sources that is alike enough, in no order in particular, whatever the dataset
/// says of them; and whether some were left out because it would have been too much.
pub fn links(dataset: &Dataset) -> (Vec<Link>, bool) {
    let statements = candidates::statements(dataset);
    let mut links = Vec::new();
    let mut left = score::CELLS;
    for (a, b) in candidates::pairs(&statements) {
        match score::link(dataset, &statements[a], &statements[b], &mut left) {
            Look::Alike(link) => links.push(link),
            Look::Apart => {}
            Look::TooMuch => return (links, true),
        }
    }
    (links, false)
}

/// The pairs that the dataset calls variants.
fn known(dataset: &Dataset) -> BTreeSet<(QuoteIdx, QuoteIdx)> {
    let mut pairs = BTreeSet::new();
    for (_, variant) in dataset.variants.iter() {
        // A group of hundreds would make many thousands of pairs; nobody has coded one by hand.
        let quotes = &variant.quotes[..variant.quotes.len().min(200)];
        for (at, &a) in quotes.iter().enumerate() {
            pairs.extend(quotes[at + 1..].iter().map(|&b| (a.min(b), a.max(b))));
        }
    }
    pairs
}

/// Numbers in groups that are joined step by step; the smallest of a group stands for it.
struct Groups(Vec<usize>);

impl Groups {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn first(&mut self, mut of: usize) -> usize {
        while self.0[of] != of {
            self.0[of] = self.0[self.0[of]];
            of = self.0[of];
        }
        of
    }

    /// Whether they were apart.
    fn join(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.first(a), self.first(b));
        self.0[a.max(b)] = a.min(b);
        a != b
    }
}

#[cfg(test)]
mod tests;
