use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::*;
use crate::testing::{Sketch, Told, harbour};

/// The silence of a source published on `published`, about an event known from `known_from` on that sources published
/// on `reporters` report. An empty date isn't known.
fn silence_of(published: &str, known_from: &str, reporters: &[&str], full: bool) -> Silence {
    let date = |written: &str| (!written.is_empty()).then(|| written.to_owned());
    let mut sources = vec![(date(published), full)];
    sources.extend(reporters.iter().map(|reporter| (date(reporter), true)));
    let mut told = vec![Told::Mentioned; sources.len()];
    told[0] = Told::Silent;
    let dataset = Sketch { sources, events: vec![(date(known_from), told)], outlets: Vec::new() }.dataset();
    silence(&dataset, EventIdx(0), SourceIdx(0))
}

#[track_caller]
fn check(published: &str, known_from: &str, reporters: &[&str], expected: Silence) {
    assert_eq!(
        silence_of(published, known_from, reporters, true),
        expected,
        "{published}, {known_from}, {reporters:?}"
    );
}

#[test]
fn what_came_out_before_the_event_could_be_known_could_not() {
    check("2031-05-04", "2031-05-05", &[], Silence::CouldNot);
    check("[2031-05-02..2031-05-04]", "[2031-05-05..2031-05-07]", &["2031-05-09"], Silence::CouldNot);
    check("[..2031-05-04]", "2031-05-05/..", &[], Silence::CouldNot);
}

#[test]
fn what_came_out_after_it_could_be_known_could_have() {
    check("2031-05-06", "2031-05-05", &[], Silence::CouldHave);
    check("[2031-05-06..]", "[..2031-05-05]", &[], Silence::CouldHave);
    check("2031-05-06", "2014", &[], Silence::CouldHave);
}

#[test]
fn on_the_same_day_nobody_can_tell() {
    check("2031-05-05", "2031-05-05", &[], Silence::Unknown(Why::Overlap));
    check("2031-05-05", "2031-05", &[], Silence::Unknown(Why::Overlap));
    check("2031-05-05", "2031-05-05T00:00:00Z", &[], Silence::CouldHave);
    check("2031-05-05T18:00:00Z", "2031-05-05T18:00:00Z", &[], Silence::CouldHave);
}

#[test]
fn about_a_day_reaches_a_day_further() {
    check("2031-05-06", "2031-05-05~", &[], Silence::Unknown(Why::Overlap));
    check("2031-05-07", "2031-05-05~", &[], Silence::CouldHave);
}

#[test]
fn an_earlier_report_proves_that_it_could_be_known() {
    check("2031-05-07", "[2031-05-05..2031-05-09]", &[], Silence::Unknown(Why::Overlap));
    check("2031-05-07", "[2031-05-05..2031-05-09]", &["2031-05-09", "2031-05-06"], Silence::CouldHave);
    check("2031-05-07", "", &["2031-05-06"], Silence::CouldHave);
    check("2031-05-07", "", &["[2031-05-01..2031-05-07]"], Silence::Unknown(Why::NoKnownFrom));
    check("2031-05-07", "", &["2031-05-07"], Silence::Unknown(Why::NoKnownFrom));
}

#[test]
fn a_later_report_proves_nothing() {
    check("2031-05-07", "", &["2031-05-08", ""], Silence::Unknown(Why::NoKnownFrom));
    check("2031-05-07", "", &[], Silence::Unknown(Why::NoKnownFrom));
}

#[test]
fn without_a_date_of_publication_nobody_can_tell() {
    check("", "2031-05-05", &["2031-05-06"], Silence::Unknown(Why::NoPublished));
    check("", "", &[], Silence::Unknown(Why::NoPublished));
}

#[test]
fn a_report_from_before_it_could_be_known_contradicts_the_date() {
    check("2031-05-04", "2031-05-05", &["2031-05-04"], Silence::Unknown(Why::Contradiction));
    check("2031-05-09", "2031-05-05", &["2031-05-07", "2031-05-04"], Silence::Unknown(Why::Contradiction));
}

#[test]
fn a_source_that_is_partly_coded_may_report_what_it_could_have() {
    assert_eq!(silence_of("2031-05-06", "2031-05-05", &[], false), Silence::Unknown(Why::PartlyCoded));
    assert_eq!(silence_of("2031-05-05", "2031-05-05", &[], false), Silence::Unknown(Why::Overlap));
    assert_eq!(silence_of("2031-05-04", "2031-05-05", &[], false), Silence::CouldNot);
}

#[test]
fn a_quote_is_a_report_too() {
    let dataset = harbour();
    let (inspection, herald) = (dataset.events.find("inspection"), dataset.sources.find("herald"));
    let (inspection, herald) = (inspection.expect("the event"), herald.expect("the source"));
    // A's quote came out on 6 May at the latest, the Herald on the 7th; C's mention would not have proved it.
    assert_eq!(silence(&dataset, inspection, herald), Silence::Unknown(Why::PartlyCoded));
}

/// A date of May 2031 as a test draws it, by its days.
#[derive(Clone, Copy, Debug)]
enum When {
    FirstSecond(u32),
    LastSecond(u32),
    Day(u32),
    About(u32),
    OneOf(u32, u32),
    Lasting(u32, u32),
    From(u32),
    Until(u32),
    Since(u32),
}

/// The days of the small worlds: those that are drawn, and some on either side for what is open.
const DAYS: u32 = 10;

impl When {
    fn written(self) -> String {
        match self {
            Self::FirstSecond(day) => format!("2031-05-0{day}T00:00:00Z"),
            Self::LastSecond(day) => format!("2031-05-0{day}T23:59:59Z"),
            Self::Day(day) => format!("2031-05-0{day}"),
            Self::About(day) => format!("2031-05-0{day}~"),
            Self::OneOf(a, b) => format!("[2031-05-0{a}..2031-05-0{b}]"),
            Self::Lasting(a, b) => format!("2031-05-0{a}/2031-05-0{b}"),
            Self::From(day) => format!("[2031-05-0{day}..]"),
            Self::Until(day) => format!("[..2031-05-0{day}]"),
            Self::Since(day) => format!("2031-05-0{day}/.."),
        }
    }

    /// The instants that it allows; each day has two, its first and its last.
    fn instants(when: Option<Self>) -> Vec<u32> {
        let (first, last) = match when {
            Some(Self::FirstSecond(day)) => return vec![2 * day],
            Some(Self::LastSecond(day)) => return vec![2 * day + 1],
            Some(Self::Day(day)) => (day, day),
            Some(Self::About(day)) => (day - 1, day + 1),
            Some(Self::OneOf(a, b) | Self::Lasting(a, b)) => (a, b),
            Some(Self::From(day) | Self::Since(day)) => (day, DAYS),
            Some(Self::Until(day)) => (0, day),
            None => (0, DAYS),
        };
        (2 * first..2 * last + 2).collect()
    }
}

fn dates() -> impl Strategy<Value = Option<When>> {
    let date = (0..9u8, 3..8u32, 3..8u32).prop_map(|(form, a, b)| match form {
        0 => When::Day(a),
        1 => When::About(a),
        2 => When::OneOf(a.min(b), a.max(b)),
        3 => When::Lasting(a.min(b), a.max(b)),
        4 => When::From(a),
        5 => When::Until(a),
        6 => When::Since(a),
        7 => When::FirstSecond(a),
        _ => When::LastSecond(a),
    });
    option::weighted(0.85, date)
}

type Sources = Vec<(Option<When>, bool)>;
type Events = Vec<(Option<When>, Vec<Told>)>;

fn stories() -> impl Strategy<Value = (Sources, Events)> {
    let told = prop_oneof![3 => Just(Told::Silent), 2 => Just(Told::Mentioned), 1 => Just(Told::Quoted)];
    (vec((dates(), proptest::bool::weighted(0.7)), 1..5), vec((dates(), vec(told, 4)), 1..4))
}

fn dataset(sources: &Sources, events: &Events) -> Dataset {
    Sketch {
        sources: sources.iter().map(|&(published, full)| (published.map(When::written), full)).collect(),
        events: events.iter().map(|(known_from, told)| (known_from.map(When::written), told.clone())).collect(),
        outlets: Vec::new(),
    }
    .dataset()
}

/// Every pair of instants, knowable and published, that the data allow together.
fn worlds(known_from: Option<When>, reporters: &[Option<When>], published: Option<When>) -> Vec<(u32, u32)> {
    let mut worlds = Vec::new();
    for known in When::instants(known_from) {
        if reporters.iter().all(|&reporter| When::instants(reporter).iter().any(|&reported| known <= reported)) {
            worlds.extend(When::instants(published).into_iter().map(|published| (known, published)));
        }
    }
    worlds
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_silence_is_what_every_possible_world_says((sources, events) in stories()) {
        let dataset = dataset(&sources, &events);
        for (e, (known_from, told)) in events.iter().enumerate() {
            let reports = |source: usize| told[source] != Told::Silent;
            let reporters: Vec<Option<When>> =
                (0..sources.len()).filter(|&source| reports(source)).map(|source| sources[source].0).collect();
            for (s, &(published, full)) in sources.iter().enumerate().filter(|&(s, _)| !reports(s)) {
                let worlds = worlds(*known_from, &reporters, published);
                let found = silence(&dataset, EventIdx(e as u32), SourceIdx(s as u32));
                let holds = match found {
                    Silence::Unknown(Why::Contradiction) => worlds.is_empty(),
                    _ if worlds.is_empty() => false,
                    Silence::CouldNot => worlds.iter().all(|(known, published)| published < known),
                    Silence::CouldHave => full && worlds.iter().all(|(known, published)| known <= published),
                    Silence::Unknown(Why::PartlyCoded) => {
                        !full && worlds.iter().all(|(known, published)| known <= published)
                    }
                    Silence::Unknown(why) => {
                        let reason = match (published, known_from) {
                            (None, _) => Why::NoPublished,
                            (_, None) => Why::NoKnownFrom,
                            _ => Why::Overlap,
                        };
                        why == reason
                            && worlds.iter().any(|(known, published)| published < known)
                            && worlds.iter().any(|(known, published)| known <= published)
                    }
                };
                prop_assert!(holds, "{:?} of source {} on event {}", found, s, e);
            }
        }
    }

    #[test]
    fn no_source_that_reports_an_event_is_ever_classed_as_unable_to((sources, events) in stories()) {
        let dataset = dataset(&sources, &events);
        for (e, (_, told)) in events.iter().enumerate() {
            for s in (0..sources.len()).filter(|&s| told[s] != Told::Silent) {
                prop_assert_ne!(silence(&dataset, EventIdx(e as u32), SourceIdx(s as u32)), Silence::CouldNot);
            }
        }
    }
}
