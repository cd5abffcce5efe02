//! The order of the columns, and which of them stand together.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::SourceIdx;

use super::{Group, Totals};

/// `sources` in the order of `wanted`, as far as they are in it; the others follow in their own order. Where they are
/// `grouped`, the sources of one outlet stand together, at the place of the first of them. Each source stands once.
pub fn arrange(dataset: &Dataset, wanted: &[SourceIdx], sources: &[SourceIdx], grouped: bool) -> Vec<SourceIdx> {
    let mut left: Vec<SourceIdx> = Vec::with_capacity(sources.len());
    for &source in wanted.iter().filter(|source| sources.contains(source)).chain(sources) {
        if !left.contains(&source) {
            left.push(source);
        }
    }
    if !grouped {
        return left;
    }
    let mut arranged = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let first = left.remove(0);
        arranged.push(first);
        if let Some(outlet) = dataset.sources[first].outlet {
            let (together, others) = left.into_iter().partition(|&other| dataset.sources[other].outlet == Some(outlet));
            arranged.extend::<Vec<SourceIdx>>(together);
            left = others;
        }
    }
    arranged
}

/// How many of the first of `order` have to be wanted for [`arrange`] to give it of `sources`: all that an address has to
/// say. All of them, if nothing less does.
pub fn needed(dataset: &Dataset, order: &[SourceIdx], sources: &[SourceIdx], grouped: bool) -> usize {
    let gives = |&first: &usize| arrange(dataset, &order[..first], sources, grouped) == order;
    (0..order.len()).find(gives).unwrap_or(order.len())
}

/// The groups of columns that are arranged so.
pub(super) fn groups(dataset: &Dataset, columns: &[SourceIdx], grouped: bool) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, &source) in columns.iter().enumerate() {
        let outlet = dataset.sources[source].outlet.filter(|_| grouped);
        match groups.last_mut() {
            Some(group) if outlet.is_some() && group.outlet == outlet => group.columns.end = at + 1,
            _ => groups.push(Group { outlet, columns: at..at + 1, totals: Totals::default() }),
        }
    }
    groups
}
