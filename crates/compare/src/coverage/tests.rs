use super::*;
use crate::silence::Why;
use crate::testing::{Sketch, Told, harbour};

fn sources(dataset: &Dataset, ids: &[&str]) -> Vec<SourceIdx> {
    ids.iter().map(|id| dataset.sources.find(id).expect("the source")).collect()
}

fn events(dataset: &Dataset) -> Vec<EventIdx> {
    dataset.events.indices().collect()
}

fn of_harbour(ids: &[&str], grouped: bool) -> (Dataset, Coverage) {
    let dataset = harbour();
    let coverage = Coverage::new(&dataset, &events(&dataset), &sources(&dataset, ids), grouped);
    (dataset, coverage)
}

fn states(event: &str, ids: &[&str]) -> Vec<State> {
    let (dataset, coverage) = of_harbour(ids, false);
    let event = dataset.events.find(event).expect("the event");
    coverage.cells(event.position()).to_vec()
}

#[test]
fn a_cell_is_one_byte() {
    assert_eq!(size_of::<State>(), 1);
}

#[test]
fn every_cell_tells_what_its_source_does() {
    assert_eq!(
        states("petition", &["e", "c", "a", "herald"]),
        [
            State::Discrepant,
            State::Silent(Silence::CouldHave),
            State::Silent(Silence::Unknown(Why::NoKnownFrom)),
            State::Discrepant,
        ]
    );
}

#[test]
fn an_answer_that_no_shown_source_contradicts_is_a_plain_report() {
    assert_eq!(states("petition", &["e", "c"])[0], State::Reported);
    assert_eq!(states("petition", &["e", "herald"])[0], State::Discrepant);
}

#[test]
fn a_report_with_a_discrepancy_is_counted_as_a_report_too() {
    let (_, coverage) = of_harbour(&["e", "herald"], false);
    let [e, herald] = coverage.totals() else { panic!("two columns") };
    assert!(e.of(Kind::Discrepant) > 0 && e.of(Kind::Discrepant) < e.of(Kind::Reported));
    assert_eq!(e.all() + herald.all(), coverage.total().all());
}

#[test]
fn sources_stand_as_wanted_and_the_others_follow() {
    let dataset = harbour();
    let all: Vec<SourceIdx> = dataset.sources.indices().collect();
    let wanted = sources(&dataset, &["e", "c", "e"]);
    assert_eq!(arrange(&dataset, &wanted, &all, false), sources(&dataset, &["e", "c", "a", "herald", "d"]));
    let few = sources(&dataset, &["a", "c", "a"]);
    assert_eq!(arrange(&dataset, &wanted, &few, false), sources(&dataset, &["c", "a"]));
}

/// Four sources, the first and the last of one outlet, of an event that is told in this way.
fn outlets(told: [Told; 4]) -> Coverage {
    let date = |day: u32| (Some(format!("2031-05-0{day}")), true);
    let sketch = Sketch {
        sources: vec![date(4), date(6), date(7), date(8)],
        events: vec![(Some("2031-05-05".into()), told.to_vec())],
        outlets: vec![Some(0), None, Some(1), Some(0)],
    };
    let dataset = sketch.dataset();
    Coverage::new(&dataset, &events(&dataset), &dataset.sources.indices().collect::<Vec<_>>(), true)
}

#[test]
fn the_sources_of_an_outlet_stand_together() {
    let coverage = outlets([Told::Silent; 4]);
    assert_eq!(coverage.columns(), [0, 3, 1, 2].map(SourceIdx));
    let groups: Vec<_> = coverage.groups().iter().map(|group| (group.outlet, group.columns.clone())).collect();
    assert_eq!(groups, [(Some(OutletIdx(0)), 0..2), (None, 2..3), (Some(OutletIdx(1)), 3..4)]);
}

#[test]
fn a_column_moves_one_place_alone_or_with_its_outlet() {
    let coverage = outlets([Told::Silent; 4]);
    let moved = |at, to_left| coverage.moved(at, to_left).map(|order| order.iter().map(|at| at.0).collect::<Vec<_>>());
    assert_eq!(moved(0, true), None);
    assert_eq!(moved(0, false), Some(vec![3, 0, 1, 2]));
    assert_eq!(moved(1, false), Some(vec![1, 0, 3, 2]), "the next outlet goes past both");
    assert_eq!(moved(2, true), Some(vec![1, 0, 3, 2]));
    assert_eq!(moved(2, false), Some(vec![0, 3, 2, 1]));
    assert_eq!((moved(3, false), moved(4, true), moved(usize::MAX, false)), (None, None, None));
}

#[test]
fn an_order_is_told_by_as_few_sources_as_it_takes() {
    let dataset = harbour();
    let all: Vec<SourceIdx> = dataset.sources.indices().collect();
    let needed = |ids: &[&str]| needed(&dataset, &sources(&dataset, ids), &all, false);
    assert_eq!(needed(&["a", "herald", "c", "d", "e"]), 0);
    assert_eq!(needed(&["c", "a", "herald", "d", "e"]), 1);
    assert_eq!(needed(&["a", "herald", "c", "e", "d"]), 4);
    assert_eq!(needed(&["a", "herald"]), 2, "an order of others is told whole");
}

#[test]
fn what_one_source_alone_reports_is_counted() {
    let (dataset, coverage) = of_harbour(&["herald", "c"], false);
    let alone = |id: &str| {
        let source = dataset.sources.find(id).expect("the source");
        let reports = |line: usize| coverage.state(line, source).is_some_and(State::is_report);
        (0..coverage.lines().len()).filter(|&line| coverage.lines()[line].in_one() && reports(line)).count() as u32
    };
    assert_eq!(coverage.alone(), [alone("herald"), alone("c")]);
    assert!(coverage.alone()[0] > 0);
}

#[test]
fn an_outlet_reports_what_one_of_its_sources_does() {
    let coverage = outlets([Told::Silent, Told::Silent, Told::Mentioned, Told::Mentioned]);
    assert_eq!(coverage.cells(0)[..2], [State::Silent(Silence::CouldNot), State::Reported]);
    assert_eq!(coverage.groups()[0].totals.of(Kind::Reported), 1);
    assert_eq!((coverage.lines()[0].totals.of(Kind::Reported), coverage.lines()[0].groups), (2, 2));
    let coverage = outlets([Told::Mentioned, Told::Silent, Told::Silent, Told::Mentioned]);
    assert_eq!((coverage.lines()[0].totals.of(Kind::Reported), coverage.lines()[0].groups), (2, 1));
    assert_eq!(coverage.groups()[0].totals.of(Kind::Reported), 1);
}

#[test]
fn an_outlet_could_have_what_one_of_its_sources_could_have() {
    let silences = |a, b| State::together(&[State::Silent(a), State::Silent(b)]);
    let unknown = Silence::Unknown(Why::Overlap);
    assert_eq!(silences(Silence::CouldNot, Silence::CouldHave), Some(State::Silent(Silence::CouldHave)));
    assert_eq!(silences(Silence::CouldNot, unknown), Some(State::Silent(unknown)));
    assert_eq!(State::together(&[]), None);
}

#[test]
fn events_are_sorted_by_who_reports_them_and_by_what_sets_them_apart() {
    let (dataset, coverage) = of_harbour(&["a", "herald", "c", "d", "e"], false);
    let ids = |order| -> Vec<&str> {
        let sorted = coverage.sorted(order);
        sorted.into_iter().map(|line| dataset.events[coverage.lines()[line].event].id.as_str()).collect()
    };
    assert_eq!(ids(Order::Given), dataset.events.iter().map(|(_, event)| event.id.as_str()).collect::<Vec<_>>());
    assert_eq!(ids(Order::Reports)[..2], ["letter", "vote"]);
    let lines: Vec<_> = coverage.sorted(Order::Disagreement).into_iter().map(|line| &coverage.lines()[line]).collect();
    assert!(lines.is_sorted_by(|one, other| (one.discrepancies, one.answers) >= (other.discrepancies, other.answers)));
    assert!(lines[0].discrepancies > 0);
}

#[test]
fn nothing_is_asked_of_no_source_and_no_event() {
    let (_, coverage) = of_harbour(&[], true);
    assert!(coverage.lines().iter().all(|line| line.totals.all() == 0) && coverage.groups().is_empty());
    assert!(coverage.cells(0).is_empty() && coverage.cells(usize::MAX).is_empty());
    assert_eq!((coverage.state(0, SourceIdx(0)), coverage.state(usize::MAX, SourceIdx(0))), (None, None));
}
