use proptest::prelude::*;

use crate::edtf::{Edtf, Precision, Shape, Truth};

#[track_caller]
fn check(written: &str, from: &str, to: &str) {
    let date: Edtf = written.parse().expect("it is a date");
    let (from, to): (Edtf, Edtf) = (from.parse().expect("a day"), to.parse().expect("a day"));
    assert_eq!((date.earliest(), date.latest()), (from.earliest(), to.latest()), "{written}");
}

#[track_caller]
fn refuses(written: &str, message: &str) {
    assert_eq!(written.parse::<Edtf>().expect_err("it is no date").to_string(), message);
}

#[test]
fn units_reach_from_their_first_to_their_last_day() {
    check("2025-04", "2025-04-01", "2025-04-30");
    check("2024-02", "2024-02-01", "2024-02-29");
    check("2025", "2025-01-01", "2025-12-31");
    check("202X", "2020-01-01", "2029-12-31");
    check("20XX", "2000-01-01", "2099-12-31");
    check("2025-22", "2025-06-01", "2025-08-31");
    check("2025-24", "2025-12-01", "2026-02-28");
}

#[test]
fn intervals_and_sets_reach_from_one_end_to_the_other() {
    check("2025-04-22/2025-04-23", "2025-04-22", "2025-04-23");
    check("[2025-04-23..2025-04-25]", "2025-04-23", "2025-04-25");
    check("2025-04-20~/2025-04-21", "2025-04-20", "2025-04-21");
}

#[test]
fn a_time_is_a_second_of_its_zone() {
    let noon: Edtf = "2025-04-22T12:00:00Z".parse().expect("a time");
    assert_eq!(noon.earliest(), noon.latest());
    for same in ["2025-04-22T14:00:00+02:00", "2025-04-22T14:00+02", "2025-04-22T07:30:00-0430", "2025-04-22T12:00"] {
        assert_eq!(same.parse::<Edtf>().expect("a time").earliest(), noon.earliest(), "{same}");
    }
}

#[test]
fn a_refusal_says_why() {
    refuses("", "the date is empty");
    refuses("yesterday", "`yesterday` is no EDTF date");
    refuses("22.4.2025", "`22.4.2025` is no EDTF date");
    refuses("2025-13", "`2025-13` names a month that doesn't exist");
    refuses("2025-02-29", "`2025-02-29` names a day that its month doesn't have");
    refuses("2025-04-22T25:00:00", "`2025-04-22T25:00:00` names a time of day that doesn't exist");
    refuses("2025-04-23/2025-04-22", "`2025-04-23/2025-04-22` ends before it starts");
    refuses("../..", "`../..` has no date at either end");
    refuses("Y12345678901", "`Y12345678901` names a year of more than ten digits");
}

#[test]
fn an_approximate_day_may_lie_a_day_to_either_side() {
    let about: Edtf = "2025-04-25~".parse().expect("a date");
    let day = |text: &str| text.parse::<Edtf>().expect("a day").extent();
    assert_eq!(about.extent().overlaps(day("2025-04-26")), Truth::Maybe);
    assert_eq!(about.extent().overlaps(day("2025-04-27")), Truth::No);
    assert!(about.is_approximate() && !about.is_uncertain());
}

#[test]
fn an_unknown_end_may_lie_anywhere_after_the_start_and_an_open_one_never_comes() {
    let day: Edtf = "2025-04-25".parse().expect("a day");
    let unknown: Edtf = "2022-02-24/".parse().expect("an interval");
    let open: Edtf = "2022-02-24/..".parse().expect("an interval");
    assert_eq!(unknown.extent().overlaps(day.extent()), Truth::Maybe);
    assert_eq!(open.extent().overlaps(day.extent()), Truth::Yes);
    assert_eq!(unknown.extent().after(day.extent()), Truth::No);
}

proptest! {
    #[test]
    fn no_text_makes_the_parser_panic(text in "\\PC{0,24}") {
        let _ = text.parse::<Edtf>();
    }

    #[test]
    fn no_nearly_right_text_makes_the_parser_panic(text in "[0-9XYTZ:?~%/\\[\\].+-]{0,24}") {
        if let Ok(date) = text.parse::<Edtf>() {
            let extent = date.extent();
            prop_assert!(extent.earliest() <= extent.latest());
            prop_assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn days_make_the_date_that_is_read(from in proptest::option::of(0i64..28), length in proptest::option::of(0i64..3)) {
        // Of 2025-04, whose first day is the 20,179th.
        let to = from.or(Some(3)).zip(length).map(|(from, length)| from + length);
        let end = |day: Option<i64>| day.map_or("..".into(), |day| format!("2025-04-{:02}", day + 1));
        let written = if from == to { end(from) } else { [end(from), end(to)].join("/") };
        if from.or(to).is_some() {
            let made = Edtf::of_days(from.map(|day| day + 20_179), to.map(|day| day + 20_179), written.clone());
            prop_assert_eq!(written.parse(), Ok(made));
        }
    }

    #[test]
    fn every_day_is_read_as_itself(year in 0i64..=9999, month in 1u8..=12, day in 1u8..=28) {
        let date: Edtf = format!("{year:04}-{month:02}-{day:02}").parse().expect("a day");
        let Shape::Date(unit) = date.shape() else { panic!("a day is a date") };
        prop_assert_eq!(unit.precision, Precision::Day);
        let expected = crate::edtf::days_from_civil(crate::edtf::Day { year, month, day }) * 86_400;
        prop_assert_eq!((date.earliest(), date.latest()), (Some(expected), Some(expected + 86_399)));
    }
}
