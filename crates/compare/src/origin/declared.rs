//! What sources say of themselves: on what they draw.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{Origin, SourceIdx};

use super::{Reason, Tie};

/// What all sources say of themselves.
#[derive(Clone, Debug)]
pub(super) struct Declared {
    /// Each source with another on which it draws, each pair once, in the dataset's order.
    pub draws_on: Vec<[SourceIdx; 2]>,
    /// The sources that draw on one address, two or more, and where the first of them names it.
    pub same_link: Vec<(Vec<SourceIdx>, usize)>,
}

impl Declared {
    pub(super) fn new(dataset: &Dataset) -> Self {
        let address_of = |link: &str| {
            let mut sources = dataset.sources.iter();
            sources.find(|(_, source)| source.url.as_ref().is_some_and(|url| url.as_str() == link)).map(|(at, _)| at)
        };
        let mut draws_on = Vec::new();
        let mut elsewhere: Vec<(&str, SourceIdx, usize)> = Vec::new();
        for (from, source) in dataset.sources.iter() {
            for (at, origin) in source.derived_from.iter().enumerate() {
                let to = match origin {
                    Origin::Source(to) => Some(*to),
                    Origin::Elsewhere(link) => address_of(link.as_str()),
                };
                match (to, origin) {
                    (Some(to), _) if to != from => draws_on.push([from, to]),
                    (None, Origin::Elsewhere(link)) => elsewhere.push((link.as_str(), from, at)),
                    _ => {}
                }
            }
        }
        draws_on.sort_unstable();
        draws_on.dedup();
        Self { draws_on, same_link: same_link(elsewhere) }
    }

    /// The ties among those sources for which `may_report` is true.
    pub(super) fn ties(&self, may_report: impl Fn(SourceIdx) -> bool) -> Vec<Tie> {
        let pairs = self.draws_on.iter().map(|pair| (Reason::DrawsOn, pair.as_slice()));
        let links = self.same_link.iter().map(|(sources, at)| (Reason::SameLink(sources[0], *at), sources.as_slice()));
        let fitting = pairs.chain(links).filter_map(|(reason, sources)| {
            let fitting: Vec<SourceIdx> = sources.iter().copied().filter(|&source| may_report(source)).collect();
            (fitting.len() > 1).then(|| Tie { reason, sources: fitting, evidence: Vec::new() })
        });
        fitting.collect()
    }
}

/// The sources that name the same address, in the order of the first of each.
fn same_link(mut elsewhere: Vec<(&str, SourceIdx, usize)>) -> Vec<(Vec<SourceIdx>, usize)> {
    elsewhere.sort_unstable();
    let same = elsewhere.chunk_by(|one, other| one.0 == other.0);
    let mut found: Vec<(Vec<SourceIdx>, usize)> = same
        .filter_map(|named| {
            let mut sources: Vec<SourceIdx> = named.iter().map(|&(_, source, _)| source).collect();
            sources.dedup();
            (sources.len() > 1).then(|| (sources, named[0].2))
        })
        .collect();
    found.sort();
    found
}
