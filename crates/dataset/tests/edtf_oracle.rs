//! The parser against npm `edtf` on that package's own examples: `e2e/edtf-oracle.mjs` writes what it says into
//! `edtf-oracle.json`, and the test command checks that the file is still what it says.

use serde::Deserialize;
use sidebyline_dataset::edtf::Edtf;

#[derive(Deserialize)]
struct Case {
    written: String,
    reads: bool,
    #[serde(default)]
    r#type: String,
    earliest: Option<i64>,
    latest: Option<i64>,
}

#[test]
fn dates_reach_as_far_as_npm_edtf_says() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("edtf-oracle.json")).expect("the fixture is JSON");
    let mut agreed = 0;
    for case in &cases {
        if why_we_differ(case).is_some() {
            continue;
        }
        match case.written.parse::<Edtf>() {
            Ok(date) => {
                assert!(case.reads, "{}: we read it, edtf doesn't", case.written);
                assert_eq!((date.earliest(), date.latest()), (case.earliest, case.latest), "{}", case.written);
            }
            Err(error) => assert!(!case.reads, "{}: edtf reads it, we say {error}", case.written),
        }
        agreed += 1;
    }
    assert!(agreed > 450, "only {agreed} of {} examples were compared", cases.len());
}

#[test]
fn all_that_npm_edtf_reads_is_read_but_endless_dates_and_years_of_eleven_digits() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("edtf-oracle.json")).expect("the fixture is JSON");
    for case in cases.iter().filter(|case| case.reads) {
        let excused =
            lacks_both_ends(&case.written) || is_astronomic(&case.written) || has_a_leap_day_before_100(&case.written);
        assert!(excused || case.written.parse::<Edtf>().is_ok(), "{}", case.written);
    }
}

/// Where the two differ, and why.
fn why_we_differ(case: &Case) -> Option<&'static str> {
    let written = case.written.as_str();
    let any_end = |test: fn(&str) -> bool| written.split('/').any(test);
    if case.r#type == "Season" {
        Some("edtf takes 21 for January to March; we take spring for March to May")
    } else if written.starts_with('[') {
        Some("edtf gives the first date's end as the end of a set")
    } else if lacks_both_ends(written) {
        Some("a date without any end says nothing; we refuse it")
    } else if written.starts_with('Y') && case.earliest.is_none() {
        Some("JavaScript's dates don't reach beyond 271821 BC and AD 275760")
    } else if any_end(|end| end.starts_with("0000") || end.starts_with("-00")) || has_a_leap_day_before_100(written) {
        Some("JavaScript's Date takes the years about 0 for the twentieth century's")
    } else if any_end(|end| end.starts_with('-') && end.contains('X')) {
        Some("edtf gives the latest before the earliest for years before 0 with unknown digits")
    } else {
        None
    }
}

fn has_a_leap_day_before_100(written: &str) -> bool {
    written.split('/').any(|end| end.starts_with("00") && end[4..].starts_with("-02-29"))
}

fn is_astronomic(written: &str) -> bool {
    written.starts_with('Y') && written.bytes().filter(u8::is_ascii_digit).count() > 10
}

fn lacks_both_ends(written: &str) -> bool {
    written.split_once('/').is_some_and(|(from, to)| [from, to].iter().all(|end| matches!(*end, "" | "..")))
}
