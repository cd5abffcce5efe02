use super::*;
use crate::testing::harbour;

fn names<'a>(dataset: &'a Dataset, days: &'a [Day]) -> Vec<(String, Vec<&'a str>)> {
    let name = |day: &'a Day| {
        let when = match &day.when {
            When::Day(second) => format!("day {}", second / 86_400),
            When::Date(written) => written.clone(),
            When::Unknown => "unknown".into(),
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
        ("2031-XX-XX~".to_owned(), vec!["smoke"]),
        ("2031-05".to_owned(), vec!["march"]),
        (format!("day {monday}"), vec!["letter", "petition", "inspection"]),
        (format!("day {}", monday + 1), vec!["offer"]),
        (format!("day {}", monday + 2), vec!["vote", "party"]),
        ("2031-06/..".to_owned(), vec!["repairs"]),
    ];
    assert_eq!(names(&dataset, &timeline.days), expected);
}

#[test]
fn the_background_stands_apart() {
    let dataset = harbour();
    let timeline = Timeline::new(&dataset);
    let expected = [("2014".to_owned(), vec!["crane-built"]), ("2022-06/2023".to_owned(), vec!["port-moves"])];
    assert_eq!(names(&dataset, &timeline.background), expected);
}

#[test]
fn every_event_stands_in_exactly_one_place() {
    let dataset = harbour();
    let timeline = Timeline::new(&dataset);
    let mut events: Vec<EventIdx> = timeline.days.iter().chain(&timeline.background).flat_map(|day| day.events.clone()).collect();
    events.sort_unstable();
    assert_eq!(events, dataset.events.indices().collect::<Vec<_>>());
}

#[test]
fn a_quote_without_an_event_is_not_lost() {
    let dataset = harbour();
    let loose: Vec<&str> = Timeline::new(&dataset).loose.iter().map(|&quote| dataset.quotes[quote].id.as_str()).collect();
    assert_eq!(loose, ["c-lind-steam", "a-unknown"]);
}

#[test]
fn a_source_that_only_quotes_has_a_column() {
    let dataset = harbour();
    let inspection = dataset.events.find("inspection").expect("it is there");
    let columns = columns(&dataset, inspection);
    let labels: Vec<&str> = columns.iter().map(|column| dataset.sources[column.source].label.as_str()).collect();
    assert_eq!(labels, ["A", "C"]);
    assert!(columns[0].mentions.is_empty() && columns[0].quotes.len() == 1);
}
