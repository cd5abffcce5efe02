use super::*;
use crate::testing::harbour;

fn names<'a>(dataset: &'a Dataset, days: &'a [Day]) -> Vec<(String, Vec<&'a str>)> {
    let name = |day: &'a Day| {
        let when = match &day.when {
            When::Day(second) => format!("day {}", second / DAY),
            When::Around(second) => format!("around {}", second / DAY),
            When::Unsure => "unsure".into(),
        };
        (when, day.events.iter().map(|&event| dataset.events[event].id.as_str()).collect())
    };
    days.iter().map(name).collect()
}

#[test]
fn events_stand_in_the_order_of_time() {
    let dataset = harbour();
    let timeline = Timeline::new(&dataset);
    let monday = 22_404; // 5 May 2031, in days since 1970
    let expected = [
        (format!("day {monday}"), vec!["letter", "petition"]),
        (format!("around {monday}"), vec!["inspection"]),
        (format!("around {}", monday + 1), vec!["offer"]),
        (format!("day {}", monday + 2), vec!["vote", "party"]),
        ("unsure".to_owned(), vec!["smoke", "march", "repairs"]),
    ];
    assert_eq!(names(&dataset, &timeline.days), expected);
}

#[test]
fn the_background_stands_apart() {
    let dataset = harbour();
    let timeline = Timeline::new(&dataset);
    let expected = [("unsure".to_owned(), vec!["crane-built", "port-moves"])];
    assert_eq!(names(&dataset, &timeline.background), expected);
}

#[test]
fn a_day_is_named_only_where_it_is_nearly_known() {
    #[track_caller]
    fn check(written: &str, expected: When) {
        let when: Edtf = written.parse().expect("it is EDTF");
        assert_eq!(group(Some(&when)), expected, "{written}");
    }
    let first = 20_200 * DAY;
    check("2025-04-22", When::Day(first));
    check("2025-04-22T18:30:00Z", When::Day(first));
    check("2025-04-22/2025-06", When::Day(first));
    check("2025-04-22~/2025-06", When::Around(first));
    check("[2025-04-22..2025-04-22]", When::Day(first));
    check("[2025-04-22..2025-05-05]", When::Around(first));
    check("[2025-04-22..2025-05-06]", When::Unsure);
    check("2025-04", When::Unsure);
    check("[..2025-04-22]", When::Unsure);
    check("/2025-04-22", When::Unsure);
    assert_eq!(group(None), When::Unsure);
}

#[test]
fn every_event_stands_in_exactly_one_place() {
    let dataset = harbour();
    let timeline = Timeline::new(&dataset);
    let mut events: Vec<EventIdx> =
        timeline.days.iter().chain(&timeline.background).flat_map(|day| day.events.clone()).collect();
    events.sort_unstable();
    assert_eq!(events, dataset.events.indices().collect::<Vec<_>>());
}

#[test]
fn a_quote_without_an_event_is_not_lost() {
    let dataset = harbour();
    let loose: Vec<&str> =
        Timeline::new(&dataset).loose.iter().map(|&quote| dataset.quotes[quote].id.as_str()).collect();
    assert_eq!(loose, ["c-lind-steam", "a-unknown"]);
}

#[test]
fn quotes_without_an_event_stand_in_the_order_of_time_and_undated_ones_last() {
    #[track_caller]
    fn check(steam: &str, unknown: &str, expected: [&str; 2]) {
        let mut json = include_str!("../../../../tests/fixtures/harbour.json").to_owned();
        for (id, when) in [("c-lind-steam", steam), ("a-unknown", unknown)] {
            let id = format!("\"id\": \"{id}\",");
            let when = if when.is_empty() { String::new() } else { format!("\"when\": \"{when}\",") };
            json = json.replace(&id, &[id.as_str(), &when].concat());
        }
        let wire = sidebyline_dataset::parse(json.as_bytes()).expect("it is a dataset");
        let (dataset, findings) = Dataset::from_wire(wire);
        assert_eq!(findings, []);
        let loose = Timeline::new(&dataset).loose;
        assert_eq!(loose.iter().map(|&quote| dataset.quotes[quote].id.as_str()).collect::<Vec<_>>(), expected);
    }
    check("2031-05-05", "2031-05-06", ["c-lind-steam", "a-unknown"]);
    check("2031-05-06T08:00:00Z", "2031-05-05", ["a-unknown", "c-lind-steam"]);
    check("", "2031", ["a-unknown", "c-lind-steam"]);
}

#[test]
fn who_is_quoted_most_comes_first_and_who_is_not_named_last() {
    let dataset = harbour();
    let timeline = Timeline::new(&dataset);
    let name = |voice: &Voice| voice.speaker.map_or("", |speaker| dataset.actors[speaker].id.as_str());
    let voices: Vec<(&str, usize)> = timeline.voices.iter().map(|voice| (name(voice), voice.quotes.len())).collect();
    let expected = [("okafor", 4), ("lind", 2), ("friends", 1), ("port", 1), ("insiders", 1), ("", 1)];
    assert_eq!(voices, expected);
}
