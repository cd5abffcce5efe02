//! Dates in words: how finely they are known, and whether they are lasting or one date in between.

use sidebyline_dataset::edtf::{Date, Day, Edtf, End, Precision, Shape, civil_from_days};

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

/// The date in words, day first: *22 April 2025*, *between 23 and 25 April 2025*, *about 2014*.
pub fn date_words(when: &Edtf) -> String {
    match when.shape() {
        Shape::Date(date) => qualified(&date),
        Shape::Lasting(End::Date(from), End::Date(to)) | Shape::OneOf(End::Date(from), End::Date(to)) => {
            if (from.first, from.last) == (to.first, to.last) {
                return qualified(&to);
            }
            let (first, last) = shortened(&from, &to).unwrap_or_else(|| (qualified(&from), qualified(&to)));
            match when.shape() {
                Shape::Lasting(..) => [&first, " to ", &last].concat(),
                _ => ["between ", &first, " and ", &last].concat(),
            }
        }
        Shape::Lasting(End::Date(from), End::Unknown) => ["from ", &qualified(&from), ", its end unknown"].concat(),
        Shape::Lasting(End::Date(from), _) => ["from ", &qualified(&from), " on"].concat(),
        Shape::Lasting(End::Unknown, End::Date(to)) => ["until ", &qualified(&to), ", its start unknown"].concat(),
        Shape::Lasting(_, End::Date(to)) => ["until ", &qualified(&to)].concat(),
        Shape::OneOf(End::Date(from), _) => [&qualified(&from), " or later"].concat(),
        Shape::OneOf(_, End::Date(to)) => [&qualified(&to), " or earlier"].concat(),
        // No date at either end is no EDTF.
        Shape::Lasting(..) | Shape::OneOf(..) => when.as_str().into(),
    }
}

/// A date in words as it is written, or as it stands if it is no date.
pub fn day_words(written: &str) -> String {
    written.parse().map_or_else(|_| written.into(), |when| date_words(&when))
}

fn qualified(date: &Date) -> String {
    let about = if date.approximate { "about " } else { "" };
    [about, &plain(date), if date.uncertain { " (uncertain)" } else { "" }].concat()
}

fn plain(date: &Date) -> String {
    let Day { year, month, day } = civil(date);
    let whole_year = year_words(year);
    match date.precision {
        Precision::Second => {
            let second = date.first.rem_euclid(86_400);
            format!("{day} {} {whole_year}, {:02}:{:02} UTC", month_name(month), second / 3600, second / 60 % 60)
        }
        Precision::Day => format!("{day} {} {whole_year}", month_name(month)),
        Precision::Month => [month_name(month), " ", &whole_year].concat(),
        Precision::Season => [season(month), " ", &whole_year].concat(),
        Precision::Year => whole_year,
        Precision::Decade => ["the ", &whole_year, "s"].concat(),
        Precision::Century => {
            let last = civil_from_days(date.last.div_euclid(86_400)).year;
            ["the years ", &whole_year, " to ", &year_words(last)].concat()
        }
    }
}

/// The two ends with what they share written once, at the last: 23 and 25 April 2025. Only where both are plain and
/// equally fine.
fn shortened(from: &Date, to: &Date) -> Option<(String, String)> {
    let marked = [from, to].iter().any(|date| date.approximate || date.uncertain);
    let (start, end) = (civil(from), civil(to));
    if marked || from.precision != to.precision || start.year != end.year {
        return None;
    }
    let first = match from.precision {
        Precision::Day if start.month == end.month => start.day.to_string(),
        Precision::Day => format!("{} {}", start.day, month_name(start.month)),
        Precision::Month => month_name(start.month).into(),
        _ => return None,
    };
    Some((first, plain(to)))
}

fn civil(date: &Date) -> Day {
    civil_from_days(date.first.div_euclid(86_400))
}

fn year_words(year: i64) -> String {
    if year > 0 { year.to_string() } else { [&(1 - year).to_string(), " BC"].concat() }
}

fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

/// The season that begins in a month, as [`sidebyline_dataset::edtf`] has them.
fn season(month: u8) -> &'static str {
    match month {
        3..=5 => "spring",
        6..=8 => "summer",
        9..=11 => "autumn",
        _ => "winter",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(written: &str, words: &str) {
        assert_eq!(day_words(written), words);
    }

    #[test]
    fn a_date_is_told_as_finely_as_it_is_known() {
        check("2025-04-22", "22 April 2025");
        check("2025-04", "April 2025");
        check("2014", "2014");
        check("202X", "the 2020s");
        check("20XX", "the years 2000 to 2099");
        check("2025-21", "spring 2025");
        check("2025-04-22T18:30:00Z", "22 April 2025, 18:30 UTC");
        check("-0044", "45 BC");
    }

    #[test]
    fn lasting_and_one_date_in_between_are_told_apart() {
        check("2025-04-22/2025-04-23", "22 to 23 April 2025");
        check("[2025-04-23..2025-05-02]", "between 23 April and 2 May 2025");
        check("2024-12-30/2025-01-02", "30 December 2024 to 2 January 2025");
        check("2022/..", "from 2022 on");
        check("2022/", "from 2022, its end unknown");
        check("[..2014]", "2014 or earlier");
    }

    #[test]
    fn doubt_is_told() {
        check("2025-04-22~", "about 22 April 2025");
        check("2014?", "2014 (uncertain)");
        check("2025-04-22~/2025-04-23", "about 22 April 2025 to 23 April 2025");
    }

    #[test]
    fn what_is_no_date_stands_as_it_is() {
        check("last Tuesday", "last Tuesday");
        check("", "");
    }

    proptest! {
        #[test]
        fn every_date_has_words(written in r"[\[]?[Y-]?[0-9X]{4,7}(-[0-9X]{2}){0,2}[?~%]?(/|\.\.)?([0-9]{4})?[\]]?") {
            prop_assert!(!day_words(&written).is_empty());
        }
    }
}
