//! What an EDTF date says, in words: how finely it is known, and whether it is lasting or one date in between.
//!
//! The words come from [`crate::strings`], the names of days and months from [`crate::intl`].

use sidebyline_dataset::edtf::{Date, Day, Edtf, End, Precision, Shape, civil_from_days};

use crate::strings;

/// A form in which a part of a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Tuesday 22 April 2025.
    Weekday,
    /// 22 April 2025, 18:30 UTC.
    Moment,
    /// 22 April 2025.
    Day,
    /// 22 Apr, where there is little room.
    ShortDay,
    /// 22 April, where the year follows.
    DayOfYear,
    /// 22, where the month follows.
    DayOfMonth,
    /// April 2025.
    Month,
    /// April, where the year follows.
    MonthOfYear,
    /// 2025.
    Year,
    /// 45 BC.
    YearBeforeChrist,
}

impl Unit {
    /// Every unit, each at its own position.
    pub const ALL: [Self; 10] = [
        Self::Weekday,
        Self::Moment,
        Self::Day,
        Self::ShortDay,
        Self::DayOfYear,
        Self::DayOfMonth,
        Self::Month,
        Self::MonthOfYear,
        Self::Year,
        Self::YearBeforeChrist,
    ];
}

/// Writes the unit that begins at a second.
type Write<'a> = &'a dyn Fn(Unit, i64) -> String;

/// The seconds to either side of 1970 that a browser's dates reach.
const REACH: i64 = 8_640_000_000_000;

/// The date in words.
pub fn words(when: &Edtf) -> String {
    let within = |second: Option<i64>| second.is_none_or(|second| (-REACH..=REACH).contains(&second));
    if within(when.earliest()) && within(when.latest()) {
        words_with(when, &crate::intl::unit)
    } else {
        when.as_str().into()
    }
}

/// The day that begins at a second, with its weekday.
pub fn day(first: i64) -> String {
    crate::intl::unit(Unit::Weekday, first)
}

/// The date for machines, if one day, month or year says it all: the value of `datetime`.
pub fn machine(when: &Edtf) -> Option<String> {
    let plain = !when.is_approximate() && !when.is_uncertain() && matches!(when.shape(), Shape::Date(_));
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '-' | ':' | 'T' | 'Z');
    let written = when.as_str();
    (plain && written.len() >= 4 && !written.starts_with('-') && written.chars().all(digits)).then(|| written.into())
}

fn words_with(when: &Edtf, write: Write) -> String {
    let end = |date: &Date| strings::qualified(&plain(date, write), date.approximate, date.uncertain);
    match when.shape() {
        Shape::Date(date) => end(&date),
        Shape::Lasting(End::Date(from), End::Date(to)) | Shape::OneOf(End::Date(from), End::Date(to)) => {
            if (from.first, from.last) == (to.first, to.last) {
                return end(&to);
            }
            let (first, last) = shortened(&from, &to, write).unwrap_or_else(|| (end(&from), end(&to)));
            let lasting = matches!(when.shape(), Shape::Lasting(..));
            if lasting { strings::lasting(&first, &last) } else { strings::between(&first, &last) }
        }
        Shape::Lasting(End::Date(from), to) => strings::from(&end(&from), to == End::Unknown),
        Shape::Lasting(from, End::Date(to)) => strings::until(&end(&to), from == End::Unknown),
        Shape::OneOf(End::Date(from), _) => strings::not_before(&end(&from)),
        Shape::OneOf(_, End::Date(to)) => strings::not_after(&end(&to)),
        // No date at either end is no EDTF.
        Shape::Lasting(..) | Shape::OneOf(..) => when.as_str().into(),
    }
}

/// One calendar unit, without its qualification.
fn plain(date: &Date, write: Write) -> String {
    let Day { year, month, .. } = civil(date);
    let whole_year = |first| write(if year > 0 { Unit::Year } else { Unit::YearBeforeChrist }, first);
    match date.precision {
        Precision::Second => write(Unit::Moment, date.first),
        Precision::Day => write(Unit::Day, date.first),
        Precision::Month => write(Unit::Month, date.first),
        Precision::Season => strings::season(month, &whole_year(date.first)),
        Precision::Year => whole_year(date.first),
        Precision::Decade => strings::decade(&whole_year(date.first)),
        Precision::Century => strings::years(&whole_year(date.first), &whole_year(date.last)),
    }
}

/// The two ends with what they share written once, at the last: 23 and 25 April 2025. Only where both are plain and
/// equally fine.
fn shortened(from: &Date, to: &Date, write: Write) -> Option<(String, String)> {
    let marked = [from, to].iter().any(|date| date.approximate || date.uncertain);
    let (start, end) = (civil(from), civil(to));
    if marked || from.precision != to.precision || start.year != end.year {
        return None;
    }
    let unit = match from.precision {
        Precision::Day if start.month == end.month => Unit::DayOfMonth,
        Precision::Day => Unit::DayOfYear,
        Precision::Month => Unit::MonthOfYear,
        _ => return None,
    };
    Some((write(unit, from.first), plain(to, write)))
}

fn civil(date: &Date) -> Day {
    civil_from_days(date.first.div_euclid(86_400))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What English-speaking browsers write, as far as the tests need it.
    fn browser(unit: Unit, first: i64) -> String {
        let Day { year, month, day } = civil_from_days(first.div_euclid(86_400));
        let month = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ][usize::from(month) - 1];
        match unit {
            Unit::Weekday | Unit::Day => format!("{day} {month} {year}"),
            Unit::Moment => format!(
                "{day} {month} {year}, {:02}:{:02} UTC",
                first.rem_euclid(86_400) / 3_600,
                first.rem_euclid(3_600) / 60
            ),
            Unit::ShortDay | Unit::DayOfYear => format!("{day} {month}"),
            Unit::DayOfMonth => format!("{day}"),
            Unit::Month => format!("{month} {year}"),
            Unit::MonthOfYear => month.into(),
            Unit::Year => format!("{year}"),
            Unit::YearBeforeChrist => format!("{} BC", 1 - year),
        }
    }

    #[track_caller]
    fn check(written: &str, expected: &str) {
        let when: Edtf = written.parse().expect("it is EDTF");
        assert_eq!(words_with(&when, &browser), expected, "{written} in words");
    }

    #[test]
    fn a_date_is_told_as_finely_as_it_is_known() {
        check("2025-04-22", "22 April 2025");
        check("2025-04-22T18:30:00Z", "22 April 2025, 18:30 UTC");
        check("2025-04", "April 2025");
        check("2025-04-XX", "April 2025");
        check("2014", "2014");
        check("2025-21", "spring 2025");
        check("202X", "the 2020s");
        check("20XX", "the years 2000 to 2099");
        check("-0044", "45 BC");
    }

    #[test]
    fn doubt_is_told() {
        check("2025-04-25~", "about 25 April 2025");
        check("2025-04-25?", "25 April 2025 (uncertain)");
        check("2014%", "about 2014 (uncertain)");
    }

    #[test]
    fn one_date_in_between_is_told_apart_from_a_lasting_one() {
        check("[2025-04-23..2025-04-25]", "between 23 and 25 April 2025");
        check("2025-04-23/2025-04-25", "23 to 25 April 2025");
        check("[2025-04-23..2025-05-02]", "between 23 April and 2 May 2025");
        check("[2024-12-30..2025-01-02]", "between 30 December 2024 and 2 January 2025");
        check("2025-04/2025-06", "April to June 2025");
        check("2022/2025", "2022 to 2025");
        check("[2025-04-23..2025-04-23]", "23 April 2025");
        check("[2025-04-23~..2025-04-25]", "between about 23 April 2025 and 25 April 2025");
    }

    #[test]
    fn an_open_end_is_told_apart_from_an_unknown_one() {
        check("2022/..", "from 2022 on");
        check("2022/", "from 2022, its end unknown");
        check("../2014", "until 2014");
        check("/2014", "until 2014, its start unknown");
        check("[..2014]", "2014 or earlier");
        check("[2014..]", "2014 or later");
    }

    #[test]
    fn every_unit_stands_at_its_own_position() {
        assert!(Unit::ALL.iter().enumerate().all(|(position, &unit)| unit as usize == position));
    }

    #[test]
    fn a_machine_gets_only_what_is_certain() {
        let machine = |written: &str| machine(&written.parse().expect("it is EDTF"));
        assert_eq!(machine("2025-04-22").as_deref(), Some("2025-04-22"));
        assert_eq!(machine("2025-04-22~"), None);
        assert_eq!(machine("2025-04-XX"), None);
        assert_eq!(machine("2025-04-22/2025-04-23"), None);
    }
}
