//! Coverage and origins, held against a naive reading of the file.

#[path = "oracle/naive.rs"]
mod naive;
#[path = "oracle/world.rs"]
mod world;

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use sidebyline_compare::coverage::arrange;
use sidebyline_compare::origin::{Reason, Tie};
use sidebyline_compare::{Coverage, Grounds, Kind, Order, Origins, State, silence};
use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{EventIdx, SourceIdx};
use sidebyline_dataset::wire;
use world::worlds;

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn model(file: &wire::Dataset) -> Dataset {
    Dataset::from_wire(file.clone()).0
}

/// Some sources of a dataset in some order, some of them twice.
fn some(dataset: &Dataset, chosen: &[Index]) -> Vec<SourceIdx> {
    let all: Vec<SourceIdx> = dataset.sources.indices().collect();
    chosen.iter().map(|chosen| *chosen.get(&all)).collect()
}

fn ids<'a>(dataset: &'a Dataset, sources: &[SourceIdx]) -> Vec<&'a str> {
    sources.iter().map(|&source| dataset.sources[source].id.as_str()).collect()
}

fn partition<'a>(dataset: &'a Dataset, origins: &Origins) -> BTreeSet<BTreeSet<&'a str>> {
    origins.groups.iter().map(|group| ids(dataset, group).into_iter().collect()).collect()
}

fn chosen() -> impl Strategy<Value = Vec<Index>> {
    proptest::collection::vec(any::<Index>(), 0..6)
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn every_cell_and_every_total_is_that_of_a_recount(file in worlds(), chosen in chosen(), grouped: bool) {
        let dataset = model(&file);
        let events: Vec<EventIdx> = dataset.events.indices().collect();
        let coverage = Coverage::new(&dataset, &events, &some(&dataset, &chosen), grouped);
        let shown = ids(&dataset, coverage.columns());
        prop_assert_eq!(shown.iter().collect::<BTreeSet<_>>().len(), shown.len());
        let mut by_column = vec![[0u32; 5]; shown.len()];
        for (at, event) in file.events.iter().enumerate() {
            let line = &coverage.lines()[at];
            let disputes = naive::disputes(&file, event, &shown);
            let answers = disputes.iter().flatten().filter(|given| !given.is_empty()).count();
            prop_assert_eq!((line.discrepancies, line.answers), (disputes.len() as u32, answers as u32));
            let mut by_row = [0u32; 5];
            for (column, &source) in shown.iter().enumerate() {
                let expected = if !naive::reports(&file, event, source) {
                    State::Silent(silence(&dataset, EventIdx(at as u32), coverage.columns()[column]))
                } else if disputes.iter().flatten().any(|given| given.contains(source)) {
                    State::Discrepant
                } else {
                    State::Reported
                };
                prop_assert_eq!(coverage.cells(at)[column], expected);
                let kind = Kind::of(expected);
                for counts in [&mut by_row, &mut by_column[column]] {
                    counts[kind as usize] += 1;
                    counts[Kind::Reported as usize] += u32::from(kind == Kind::Discrepant);
                }
                prop_assert_eq!(coverage.state(at, coverage.columns()[column]), Some(expected));
            }
            prop_assert_eq!(Kind::ALL.map(|kind| line.totals.of(kind)), by_row);
            prop_assert_eq!(line.totals.all() as usize, shown.len());
            let reporting = shown.iter().filter(|source| naive::reports(&file, event, source)).count();
            prop_assert_eq!(
                (line.is_empty(), line.in_one(), line.in_all()),
                (reporting == 0, reporting == 1, reporting == shown.len())
            );
        }
        for (column, source) in shown.iter().enumerate() {
            let reports = |event: &wire::Event, of: &str| naive::reports(&file, event, of);
            let alone = file.events.iter().filter(|event| {
                reports(event, source) && shown.iter().all(|other| other == source || !reports(event, other))
            });
            prop_assert_eq!(coverage.alone()[column] as usize, alone.count());
        }
        for (totals, counts) in coverage.totals().iter().zip(&by_column) {
            prop_assert_eq!(&Kind::ALL.map(|kind| totals.of(kind)), counts);
        }
        for kind in Kind::ALL {
            let (lines, columns) = (coverage.lines().iter().map(|line| line.totals), coverage.totals().iter());
            prop_assert_eq!(coverage.total().of(kind), lines.map(|totals| totals.of(kind)).sum::<u32>());
            prop_assert_eq!(coverage.total().of(kind), columns.map(|totals| totals.of(kind)).sum::<u32>());
        }
    }

    #[test]
    fn an_outlet_reports_if_one_of_its_sources_does(file in worlds()) {
        let dataset = model(&file);
        let (events, all): (Vec<EventIdx>, Vec<SourceIdx>) =
            (dataset.events.indices().collect(), dataset.sources.indices().collect());
        let coverage = Coverage::new(&dataset, &events, &all, true);
        let outlet = |source: &str| file.sources.iter().find(|row| row.id == source).and_then(|row| row.outlet.clone());
        let together = |source: &str| outlet(source).unwrap_or_else(|| source.to_owned());
        let mut owners: Vec<String> = Vec::new();
        for group in coverage.groups() {
            let members = ids(&dataset, &coverage.columns()[group.columns.clone()]);
            let owner = together(members[0]);
            prop_assert!(members.iter().all(|source| together(source) == owner) && !owners.contains(&owner));
            owners.push(owner);
            let reported = file.events.iter().filter(|event| {
                members.iter().any(|source| naive::reports(&file, event, source))
            });
            prop_assert_eq!(group.totals.of(Kind::Reported), reported.count() as u32);
            prop_assert_eq!(group.totals.all() as usize, file.events.len());
        }
        for (line, event) in coverage.lines().iter().zip(&file.events) {
            let reporting = file.sources.iter().filter(|source| naive::reports(&file, event, &source.id));
            let owners: BTreeSet<String> = reporting.map(|source| together(&source.id)).collect();
            prop_assert_eq!(line.groups as usize, owners.len());
        }
    }

    #[test]
    fn other_columns_and_rows_are_the_same_cells_elsewhere(file in worlds(), order in Just((0u32..5).collect::<Vec<_>>()).prop_shuffle()) {
        let dataset = model(&file);
        let all: Vec<SourceIdx> = dataset.sources.indices().collect();
        let wanted: Vec<SourceIdx> = order.into_iter().map(SourceIdx).filter(|source| all.contains(source)).collect();
        let mut events: Vec<EventIdx> = dataset.events.indices().collect();
        let one = Coverage::new(&dataset, &events, &all, false);
        events.reverse();
        let other = Coverage::new(&dataset, &events, &arrange(&dataset, &wanted[..wanted.len() / 2], &wanted, false), false);
        prop_assert_eq!(other.columns(), wanted.as_slice());
        for (at, line) in one.lines().iter().enumerate() {
            let there = events.len() - 1 - at;
            prop_assert_eq!(line, &other.lines()[there]);
            for (column, source) in wanted.iter().enumerate() {
                prop_assert_eq!(other.cells(there)[column], one.cells(at)[source.0 as usize]);
            }
        }
    }

    #[test]
    fn a_sorted_table_has_every_row_once_in_its_order(file in worlds()) {
        let dataset = model(&file);
        let (events, all): (Vec<EventIdx>, Vec<SourceIdx>) =
            (dataset.events.indices().collect(), dataset.sources.indices().collect());
        let coverage = Coverage::new(&dataset, &events, &all, false);
        for order in [Order::Given, Order::Reports, Order::Disagreement] {
            let sorted = coverage.sorted(order);
            prop_assert_eq!(sorted.iter().copied().collect::<BTreeSet<_>>().len(), events.len());
            for pair in sorted.windows(2) {
                let key = |at: usize| {
                    let (line, event) = (&coverage.lines()[at], &file.events[at]);
                    match order {
                        Order::Given => (0, 0),
                        Order::Reports => (ids(&dataset, &all).iter().filter(|id| naive::reports(&file, event, id)).count(), 0),
                        Order::Disagreement => (line.discrepancies as usize, line.answers as usize),
                    }
                };
                let (before, after) = (key(pair[0]), key(pair[1]));
                prop_assert!(before > after || before == after && pair[0] < pair[1]);
            }
        }
    }

    #[test]
    fn origins_are_what_a_naive_reader_connects(file in worlds(), chosen in chosen()) {
        let dataset = model(&file);
        let grounds = Grounds::new(&dataset);
        let sources = some(&dataset, &chosen);
        for (at, event) in file.events.iter().enumerate() {
            let origins = grounds.origins(&dataset, EventIdx(at as u32), &sources);
            let expected = naive::origins(&file, event, &ids(&dataset, &sources));
            prop_assert_eq!(partition(&dataset, &origins), expected);
            let reporting: BTreeSet<&SourceIdx> =
                sources.iter().filter(|source| naive::reports(&file, event, &dataset.sources[**source].id)).collect();
            prop_assert_eq!(origins.reports(), reporting.len());
            prop_assert!(origins.count() <= origins.reports());
            prop_assert_eq!(origins.may_be_fewer(), !origins.ties.is_empty());
        }
    }

    #[test]
    fn the_origins_of_an_event_are_the_same_once_all_words_have_been_read(file in worlds(), chosen in chosen()) {
        let dataset = model(&file);
        let (fresh, read) = (Grounds::new(&dataset), Grounds::new(&dataset));
        read.edges(&dataset);
        let sources = some(&dataset, &chosen);
        for event in dataset.events.indices() {
            prop_assert_eq!(fresh.origins(&dataset, event, &sources), read.origins(&dataset, event, &sources));
        }
    }

    #[test]
    fn the_ties_that_are_told_connect_the_groups_and_nothing_else(file in worlds(), chosen in chosen()) {
        let dataset = model(&file);
        let grounds = Grounds::new(&dataset);
        let sources = some(&dataset, &chosen);
        for event in dataset.events.indices() {
            let origins = grounds.origins(&dataset, event, &sources);
            for group in &origins.groups {
                let mut reached = vec![group[0]];
                while let Some(tie) = origins.ties.iter().find(|tie| reaches(tie, &reached)) {
                    let more = tie.sources.iter().filter(|source| !reached.contains(source));
                    reached.extend(more.copied().collect::<Vec<_>>());
                }
                let reports = |source: &&SourceIdx| origins.groups.iter().any(|group| group.contains(source));
                let compared: BTreeSet<_> = reached.iter().filter(reports).collect();
                prop_assert_eq!(compared, group.iter().collect::<BTreeSet<_>>());
            }
            for tie in &origins.ties {
                let evidence: BTreeSet<SourceIdx> = tie.evidence.iter().map(|evidence| evidence.source).collect();
                prop_assert!(tie.sources.len() > 1);
                let declared = matches!(tie.reason, Reason::DrawsOn | Reason::SameLink(..));
                prop_assert!(declared == evidence.is_empty());
                prop_assert!(declared || evidence == tie.sources.iter().copied().collect());
            }
        }
    }

    #[test]
    fn the_order_of_the_sources_changes_no_origin(file in worlds(), order in Just((0u32..5).collect::<Vec<_>>()).prop_shuffle()) {
        let dataset = model(&file);
        let grounds = Grounds::new(&dataset);
        let all: Vec<SourceIdx> = dataset.sources.indices().collect();
        let shuffled: Vec<SourceIdx> = order.into_iter().map(SourceIdx).filter(|source| all.contains(source)).collect();
        for event in dataset.events.indices() {
            let (one, other) = (grounds.origins(&dataset, event, &all), grounds.origins(&dataset, event, &shuffled));
            prop_assert_eq!(partition(&dataset, &one), partition(&dataset, &other));
            prop_assert_eq!(one.ties, other.ties);
        }
    }

    #[test]
    fn an_edge_stands_between_any_two_sources_that_an_event_ties_directly(file in worlds()) {
        let dataset = model(&file);
        let grounds = Grounds::new(&dataset);
        let edges = grounds.edges(&dataset);
        prop_assert!(edges.windows(2).all(|pair| pair[0].sources < pair[1].sources));
        let mut tied: BTreeSet<[SourceIdx; 2]> = BTreeSet::new();
        for event in dataset.events.indices() {
            for &one in &dataset.sources.indices().collect::<Vec<_>>() {
                for other in dataset.sources.indices().filter(|&other| other > one) {
                    if grounds.origins(&dataset, event, &[one, other]).ties.iter().any(|tie| tie.sources.len() == 2 && {
                        let pair = [tie.sources[0].min(tie.sources[1]), tie.sources[0].max(tie.sources[1])];
                        pair == [one, other]
                    }) {
                        tied.insert([one, other]);
                    }
                }
            }
        }
        let drawn: BTreeSet<[SourceIdx; 2]> = edges.iter().map(|edge| edge.sources).collect();
        prop_assert!(tied.is_subset(&drawn), "{:?} not in {:?}", tied, drawn);
        for edge in &edges {
            prop_assert!(!(edge.declared.is_empty() && edge.events.is_empty() && edge.words.is_empty()));
            for &event in &edge.events {
                prop_assert!(grounds.origins(&dataset, event, &edge.sources).may_be_fewer());
            }
        }
    }
}

/// Whether a tie leads from sources that are reached to one that isn't.
fn reaches(tie: &Tie, reached: &[SourceIdx]) -> bool {
    let known = tie.sources.iter().filter(|source| reached.contains(source)).count();
    known > 0 && known < tie.sources.len()
}

#[test]
fn the_random_files_have_ties_of_every_kind() {
    let mut runner = TestRunner::deterministic();
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let mut over_others = false;
    for _ in 0..300 {
        let file = worlds().new_tree(&mut runner).expect("a world").current();
        let dataset = model(&file);
        let grounds = Grounds::new(&dataset);
        let half: Vec<SourceIdx> = dataset.sources.indices().step_by(2).collect();
        for event in dataset.events.indices() {
            for tie in grounds.origins(&dataset, event, &half).ties {
                over_others |= tie.sources.iter().any(|source| !half.contains(source));
                told.insert(match tie.reason {
                    Reason::DrawsOn => "draws on",
                    Reason::SameLink(..) => "link",
                    Reason::From(_) => "actor",
                    Reason::Unnamed => "unnamed",
                    Reason::Words(..) => "words",
                });
            }
        }
    }
    assert_eq!(told.len(), 5, "{told:?}");
    assert!(over_others);
}
