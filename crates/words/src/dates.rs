//! What an EDTF date says, in words: how finely it is known, and whether it is lasting or one date in between.
//!
//! The words come from [`crate::phrases`], the names of days and months from whoever asks: a browser, or [`english`].

use sidebyline_dataset::edtf::{Date, Day, Edtf, End, Precision, Shape, civil_from_days};

use crate::phrases;

/// A form in which a part of a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Tuesday, 22 April 2025.
    Weekday,
    /// 22 April 2025 at 18:30 UTC.
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

/// Writes the unit that begins at a second, counted from 1970, UTC.
pub type Write<'a> = &'a dyn Fn(Unit, i64) -> String;

/// The seconds to either side of 1970 that a browser's dates reach.
const REACH: i64 = 8_640_000_000_000;

/// The date in words, with its days and months as [`english`] writes them.
pub fn words(when: &Edtf) -> String {
    words_with(when, &english)
}

/// The date for machines, if one day, month or year says it all: the value of `datetime`.
pub fn machine(when: &Edtf) -> Option<String> {
    let plain = !when.is_approximate() && !when.is_uncertain() && matches!(when.shape(), Shape::Date(_));
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '-' | ':' | 'T' | 'Z');
    let written = when.as_str();
    (plain && written.len() >= 4 && !written.starts_with('-') && written.chars().all(digits)).then(|| written.into())
}

/// The date in words, with its days and months as `write` writes them; as it stands in the file if it lies farther from
/// 1970 than a browser's dates reach.
pub fn words_with(when: &Edtf, write: Write) -> String {
    let within = |second: Option<i64>| second.is_none_or(|second| (-REACH..=REACH).contains(&second));
    if !within(when.earliest()) || !within(when.latest()) {
        return when.as_str().into();
    }
    let end = |date: &Date| phrases::qualified(&plain(date, write), date.approximate, date.uncertain);
    match when.shape() {
        Shape::Date(date) => end(&date),
        Shape::Lasting(End::Date(from), End::Date(to)) | Shape::OneOf(End::Date(from), End::Date(to)) => {
            if (from.first, from.last) == (to.first, to.last) {
                return end(&to);
            }
            let (first, last) = shortened(&from, &to, write).unwrap_or_else(|| (end(&from), end(&to)));
            let lasting = matches!(when.shape(), Shape::Lasting(..));
            if lasting { phrases::lasting(&first, &last) } else { phrases::between(&first, &last) }
        }
        Shape::Lasting(End::Date(from), to) => phrases::from(&end(&from), to == End::Unknown),
        Shape::Lasting(from, End::Date(to)) => phrases::until(&end(&to), from == End::Unknown),
        Shape::OneOf(End::Date(from), _) => phrases::not_before(&end(&from)),
        Shape::OneOf(_, End::Date(to)) => phrases::not_after(&end(&to)),
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
        Precision::Season => phrases::season(month, &whole_year(date.first)),
        Precision::Year => whole_year(date.first),
        Precision::Decade => phrases::decade(&whole_year(date.first)),
        Precision::Century => phrases::years(&whole_year(date.first), &whole_year(date.last)),
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

const MONTHS: [&str; 12] = [
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
];

/// From 1 January 1970 on.
const WEEKDAYS: [&str; 7] = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];

/// The unit that begins at `first`, in seconds since 1970, as English-speaking browsers outside of America write it.
pub fn english(unit: Unit, first: i64) -> String {
    let days = first.div_euclid(86_400);
    let Day { year, month, day } = civil_from_days(days);
    let month = MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
    match unit {
        Unit::Weekday => {
            let weekday = usize::try_from(days.rem_euclid(7)).ok().and_then(|day| WEEKDAYS.get(day));
            format!("{}, {day} {month} {year}", weekday.copied().unwrap_or_default())
        }
        Unit::Day => format!("{day} {month} {year}"),
        Unit::Moment => {
            let minutes = first.rem_euclid(86_400) / 60;
            format!("{day} {month} {year} at {:02}:{:02} UTC", minutes / 60, minutes % 60)
        }
        // September alone has four letters in Britain.
        Unit::ShortDay => {
            format!("{day} {}", month.get(..if month == "September" { 4 } else { 3 }).unwrap_or_default())
        }
        Unit::DayOfYear => format!("{day} {month}"),
        Unit::DayOfMonth => format!("{day}"),
        Unit::Month => format!("{month} {year}"),
        Unit::MonthOfYear => month.into(),
        Unit::Year => format!("{year}"),
        Unit::YearBeforeChrist => format!("{} BC", 1 - year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, expected: &str) {
        let when: Edtf = written.parse().expect("it is EDTF");
        assert_eq!(words(&when), expected, "{written} in words");
    }

    #[test]
    fn a_date_is_told_as_finely_as_it_is_known() {
        check("2025-04-22", "22 April 2025");
        check("2025-04-22T18:30:00Z", "22 April 2025 at 18:30 UTC");
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
    fn a_day_has_its_weekday() {
        let day = |written: &str| {
            let when: Edtf = written.parse().expect("it is EDTF");
            english(Unit::Weekday, when.earliest().expect("it has a start"))
        };
        assert_eq!(day("2025-04-22"), "Tuesday, 22 April 2025");
        assert_eq!(day("1969-12-31"), "Wednesday, 31 December 1969");
    }

    #[test]
    fn what_no_calendar_reaches_stays_as_it_is_written() {
        check("Y300000", "Y300000");
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
