//! Quotes that carry the same statement: those that the dataset calls variants, then those that are proposed.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{Origin as Drawn, QuoteIdx, SourceIdx, VariantIdx};

use crate::item::Item;
use crate::propose::{Proposal, propose};

/// Quotes that carry, or seem to carry, the same statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The quotes, in the order of the dataset.
    pub quotes: Vec<QuoteIdx>,
    /// Who says that they belong together.
    pub origin: Origin,
    /// Whether two of them or more have verbatim words, so that there is something to compare.
    pub comparable: bool,
}

/// Who says that some quotes belong together.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// Who made the dataset.
    Dataset(VariantIdx),
    /// Nobody: they are alike.
    Likeness(Proposal),
}

/// All groups: the dataset's in its order, then the proposed ones; and whether the search for these was broken off.
pub fn groups(dataset: &Dataset) -> (Vec<Group>, bool) {
    let group = |mut quotes: Vec<QuoteIdx>, origin: Origin| {
        quotes.sort_unstable();
        quotes.dedup();
        let with_words = quotes.iter().filter(|&&quote| Item::Quote(quote).words(dataset).is_some()).count();
        Group { quotes, origin, comparable: with_words > 1 }
    };
    let mut groups: Vec<Group> = Vec::new();
    for (index, variant) in dataset.variants.iter() {
        groups.push(group(variant.quotes.clone(), Origin::Dataset(index)));
    }
    let proposals = propose(dataset);
    for proposal in proposals.proposals {
        groups.push(group(proposal.quotes.clone(), Origin::Likeness(proposal)));
    }
    (groups, proposals.broken_off)
}

/// Which of `sources` draw on which other of them, each pair once and in order: what they share may come from there.
pub fn drawn(dataset: &Dataset, sources: &[SourceIdx]) -> Vec<(SourceIdx, SourceIdx)> {
    let mut pairs = Vec::new();
    for &source in sources {
        for origin in &dataset.sources[source].derived_from {
            if let Drawn::Source(from) = origin
                && sources.contains(from)
                && !pairs.contains(&(source, *from))
            {
                pairs.push((source, *from));
            }
        }
    }
    pairs
}
