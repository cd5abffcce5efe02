use super::*;

fn numbers(given: &[f64]) -> Option<Scale> {
    of_numbers(&given.iter().copied().enumerate().collect::<Vec<_>>())
}

fn dates(given: &[&str]) -> Option<Scale> {
    let dates = given.iter().map(|date| date.parse::<Edtf>().expect("it is EDTF").extent());
    of_time(&dates.enumerate().collect::<Vec<_>>())
}

/// The axis and where each thing lies, in hundredths.
#[track_caller]
fn check(scale: Option<Scale>, axis: Axis, expected: &[(i32, i32)]) {
    let scale = scale.expect("there is a scale");
    assert_eq!(scale.axis, axis);
    let hundredths = |part: f64| (part * 100.0).round() as i32;
    let found: Vec<(i32, i32)> = scale.marks.iter().map(|mark| (hundredths(mark.from), hundredths(mark.to))).collect();
    assert_eq!(found, expected);
}

#[test]
fn figures_of_one_sign_are_measured_from_nothing() {
    check(numbers(&[3.0, 4.0]), Axis::Number, &[(75, 75), (100, 100)]);
    check(numbers(&[-3.0, -4.0]), Axis::Number, &[(25, 25), (0, 0)]);
    check(numbers(&[0.0, 5.0]), Axis::Number, &[(0, 0), (100, 100)]);
}

#[test]
fn figures_on_either_side_of_nothing_are_measured_from_the_least() {
    check(numbers(&[-1.0, 3.0, 1.0]), Axis::Number, &[(0, 0), (100, 100), (50, 50)]);
}

#[test]
fn only_a_spread_of_three_orders_of_magnitude_is_measured_by_logarithm() {
    check(numbers(&[1.0, 999.0]), Axis::Number, &[(0, 0), (100, 100)]);
    check(numbers(&[1.0, 10.0, 1_000.0]), Axis::Logarithm, &[(0, 0), (33, 33), (100, 100)]);
    check(numbers(&[0.0, 1_000_000.0]), Axis::Number, &[(0, 0), (100, 100)]);
}

#[test]
fn what_has_no_spread_has_no_scale() {
    assert_eq!(numbers(&[]), None);
    assert_eq!(numbers(&[4.0]), None);
    assert_eq!(numbers(&[4.0, 4.0]), None);
    assert_eq!(dates(&["2031-05-04"]), None);
    assert_eq!(dates(&["2031-05-04", "2031-05-04"]), None);
}

#[test]
fn a_day_ends_where_the_next_begins() {
    check(dates(&["2031-05-04", "2031-05-05"]), Axis::Time, &[(0, 50), (50, 100)]);
    check(dates(&["2031-05-04", "[2031-05-04..2031-05-07]"]), Axis::Time, &[(0, 25), (0, 100)]);
}

#[test]
fn an_end_that_is_not_known_is_open() {
    let scale = dates(&["2031-05-04", "2031-05-07/..", "[..2031-05-05]"]).expect("there is a scale");
    let open: Vec<(bool, bool)> = scale.marks.iter().map(|mark| (mark.open_start, mark.open_end)).collect();
    assert_eq!(open, [(false, false), (false, true), (true, false)]);
    check(Some(scale), Axis::Time, &[(0, 33), (100, 100), (0, 67)]);
}

#[test]
fn figures_of_any_size_have_a_place() {
    check(numbers(&[f64::MIN, f64::MAX, 0.0]), Axis::Number, &[(0, 0), (100, 100), (50, 50)]);
    check(numbers(&[5e-324, 1e-323]), Axis::Number, &[(50, 50), (100, 100)]);
}
