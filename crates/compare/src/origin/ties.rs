//! Ties put together: what connects the reporters of one event, and the sources of a whole dataset.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{Coded, EventIdx, SourceIdx};
use sidebyline_dataset::table::Idx;

use super::groups::Groups;
use super::{Edge, Grounds, Origins, Tie, reliance};

/// See [`Grounds::origins`].
pub(super) fn origins(grounds: &Grounds, dataset: &Dataset, event: EventIdx, sources: &[SourceIdx]) -> Origins {
    let reports = reporters(dataset, event);
    let reports = |source: SourceIdx| reports.get(source.position()).is_some_and(|&reports| reports);
    let mut compared = vec![false; dataset.sources.len()];
    let mut reporting: Vec<SourceIdx> = Vec::new();
    for &source in sources.iter().filter(|&&source| reports(source)) {
        if !std::mem::replace(&mut compared[source.position()], true) {
            reporting.push(source);
        }
    }
    let is_compared = |source: SourceIdx| compared[source.position()];
    let may_report = |source| reports(source) || dataset.sources[source].coded == Coded::Partial;

    let mut ties = grounds.declared.ties(may_report);
    leave_dead_ends_out(&mut ties, is_compared, compared.len());
    ties.extend(reliance::ties(dataset, event, is_compared));
    ties.extend(grounds.words_on(dataset, event, is_compared));
    let mut connected = Groups::new(dataset.sources.len());
    for tie in &ties {
        connected.join(&tie.sources);
    }
    let groups = grouped(&reporting, &mut connected);
    Origins { groups, ties }
}

/// Whether each source of the dataset has something on `event`.
fn reporters(dataset: &Dataset, event: EventIdx) -> Vec<bool> {
    let mut reporters = vec![false; dataset.sources.len()];
    let event = &dataset.events[event];
    event.mentions.iter().for_each(|&at| reporters[dataset.mentions.head(at).source.position()] = true);
    event.quotes.iter().for_each(|&at| reporters[dataset.quotes.head(at).source.position()] = true);
    reporters
}

/// Takes sources that aren't compared out of the ties where they connect nothing: where they are in one tie only, or
/// lead, by themselves and over others that aren't compared, to one compared source at most.
fn leave_dead_ends_out(ties: &mut Vec<Tie>, is_compared: impl Fn(SourceIdx) -> bool, sources: usize) {
    let mut others = Groups::new(sources);
    for tie in &*ties {
        others.join(&tie.sources.iter().copied().filter(|&source| !is_compared(source)).collect::<Vec<_>>());
    }
    let mut led_to: Vec<(usize, SourceIdx)> = Vec::new();
    for tie in &*ties {
        if let Some(&other) = tie.sources.iter().find(|&&source| !is_compared(source)) {
            let group = others.of(other);
            led_to.extend(tie.sources.iter().filter(|&&source| is_compared(source)).map(|&source| (group, source)));
        }
    }
    led_to.sort_unstable();
    led_to.dedup();
    let mut between = |source| {
        let group = others.of(source);
        led_to.iter().filter(|(from, _)| *from == group).count() > 1
    };
    keep(ties, |source| is_compared(source) || between(source));
    loop {
        let mut in_ties = vec![0; sources];
        ties.iter().flat_map(|tie| &tie.sources).for_each(|source| in_ties[source.position()] += 1);
        let leads_on = |source: SourceIdx| is_compared(source) || in_ties[source.position()] > 1;
        if ties.iter().flat_map(|tie| &tie.sources).all(|&source| leads_on(source)) {
            return;
        }
        keep(ties, leads_on);
    }
}

/// Leaves those sources in the ties that are to be kept, and the ties that still tie something.
fn keep(ties: &mut Vec<Tie>, mut kept: impl FnMut(SourceIdx) -> bool) {
    for tie in &mut *ties {
        tie.sources.retain(|&source| kept(source));
    }
    ties.retain(|tie| tie.sources.len() > 1);
}

/// `sources` by what they are connected with, in their order.
fn grouped(sources: &[SourceIdx], connected: &mut Groups) -> Vec<Vec<SourceIdx>> {
    let mut groups: Vec<(usize, Vec<SourceIdx>)> = Vec::new();
    for &source in sources {
        let of = connected.of(source);
        match groups.iter_mut().find(|(group, _)| *group == of) {
            Some((_, group)) => group.push(source),
            None => groups.push((of, vec![source])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// See [`Grounds::edges`].
pub(super) fn edges(grounds: &Grounds, dataset: &Dataset) -> Vec<Edge> {
    let mut edges = Edges { of: vec![Vec::new(); dataset.sources.len()] };
    for tie in grounds.declared.ties(|_| true) {
        for (one, other) in pairs(&tie.sources) {
            let pair = Tie { sources: vec![one, other], ..tie.clone() };
            edges.between(one, other).declared.push(pair);
        }
    }
    for event in dataset.events.indices() {
        for tie in reliance::ties(dataset, event, |_| true) {
            for (one, other) in pairs(&tie.sources) {
                let events = &mut edges.between(one, other).events;
                if events.last() != Some(&event) {
                    events.push(event);
                }
            }
        }
    }
    for tie in grounds.words_anywhere(dataset) {
        edges.between(tie.sources[0], tie.sources[1]).words.push(tie);
    }
    edges.of.into_iter().flatten().collect()
}

fn pairs(sources: &[SourceIdx]) -> impl Iterator<Item = (SourceIdx, SourceIdx)> {
    sources.iter().enumerate().flat_map(|(at, &one)| sources[at + 1..].iter().map(move |&other| (one, other)))
}

/// The edges of each source to those that come after it, in their order.
struct Edges {
    of: Vec<Vec<Edge>>,
}

impl Edges {
    fn between(&mut self, one: SourceIdx, other: SourceIdx) -> &mut Edge {
        let sources = [one.min(other), one.max(other)];
        let row = &mut self.of[sources[0].position()];
        let at = row.partition_point(|edge| edge.sources[1] < sources[1]);
        if row.get(at).is_none_or(|edge| edge.sources != sources) {
            row.insert(at, Edge { sources, declared: Vec::new(), events: Vec::new(), words: Vec::new() });
        }
        &mut row[at]
    }
}
