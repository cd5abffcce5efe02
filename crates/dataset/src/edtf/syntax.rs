//! Reading EDTF.

use std::fmt;

use super::calendar::{DAY, Day, days_from_civil, days_in_month};
use super::{Date, End, Precision, Shape};

/// Why a text is no EDTF date that this crate reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EdtfError {
    written: String,
    why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    Empty,
    Form,
    Month,
    Day,
    Time,
    Years,
    Backwards,
    BothOpen,
}

impl fmt::Display for EdtfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self.why {
            Why::Empty => return f.write_str("the date is empty"),
            Why::Form => "is no EDTF date",
            Why::Month => "names a month that doesn't exist",
            Why::Day => "names a day that its month doesn't have",
            Why::Time => "names a time of day that doesn't exist",
            Why::Years => "names a year of more than ten digits",
            Why::Backwards => "ends before it starts",
            Why::BothOpen => "has no date at either end",
        };
        write!(f, "`{}` {why}", self.written)
    }
}

impl std::error::Error for EdtfError {}

/// Reads a date, interval or set.
pub(super) fn parse(written: &str) -> Result<Shape, EdtfError> {
    shape(written).map_err(|why| EdtfError { written: written.into(), why })
}

fn shape(written: &str) -> Result<Shape, Why> {
    if written.is_empty() {
        return Err(Why::Empty);
    }
    if let Some(inner) = written.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let (from, to) = inner.split_once("..").ok_or(Why::Form)?;
        let end = |text: &str| if text.is_empty() { Ok(End::Open) } else { date(text).map(End::Date) };
        return ordered(end(from)?, end(to)?).map(|(from, to)| Shape::OneOf(from, to));
    }
    if let Some((from, to)) = written.split_once('/') {
        let end = |text: &str| match text {
            "" => Ok(End::Unknown),
            ".." => Ok(End::Open),
            _ => date(text).map(End::Date),
        };
        return ordered(end(from)?, end(to)?).map(|(from, to)| Shape::Lasting(from, to));
    }
    date(written).map(Shape::Date)
}

fn ordered(from: End, to: End) -> Result<(End, End), Why> {
    match (from.date(), to.date()) {
        (None, None) => Err(Why::BothOpen),
        (Some(from), Some(to)) if from.first > to.last => Err(Why::Backwards),
        _ => Ok((from, to)),
    }
}

fn date(written: &str) -> Result<Date, Why> {
    let (plain, uncertain, approximate) = match written.as_bytes().last() {
        Some(b'?') => (&written[..written.len() - 1], true, false),
        Some(b'~') => (&written[..written.len() - 1], false, true),
        Some(b'%') => (&written[..written.len() - 1], true, true),
        _ => (written, false, false),
    };
    let (first, last, precision) = match plain.split_once('T') {
        Some((day, time)) => {
            let (start, _, precision) = calendar(day)?;
            if precision != Precision::Day {
                return Err(Why::Form);
            }
            let at = start + time_of_day(time)?;
            (at, at, Precision::Second)
        }
        None => calendar(plain)?,
    };
    Ok(Date { first, last, precision, uncertain, approximate })
}

/// First second, last second and precision of a year, decade, season, month or day.
fn calendar(written: &str) -> Result<(i64, i64, Precision), Why> {
    if let Some(long) = written.strip_prefix('Y') {
        let year = long_year(long)?;
        return Ok(months(year, 1, 12, Precision::Year));
    }
    let (negative, unsigned) = match written.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, written),
    };
    let mut parts = unsigned.split('-');
    let year_text = parts.next().unwrap_or_default();
    let (month, day) = (parts.next(), parts.next());
    if parts.next().is_some() || year_text.len() != 4 {
        return Err(Why::Form);
    }
    if year_text.ends_with('X') && [month, day].into_iter().flatten().all(|part| part == "XX") {
        return unspecified_years(year_text, negative);
    }
    let year = i64::from(digits(year_text)?) * if negative { -1 } else { 1 };
    match (month, day) {
        (None, _) | (Some("XX"), None | Some("XX")) => Ok(months(year, 1, 12, Precision::Year)),
        (Some(month), None) => match two_digits(month)? {
            month @ 1..=12 => Ok(months(year, month, month, Precision::Month)),
            season @ 21..=24 => {
                let opening = (season - 20) * 3;
                Ok(months(year, opening, opening + 2, Precision::Season))
            }
            _ => Err(Why::Month),
        },
        (Some(month), Some(day)) => {
            let month = Some(two_digits(month)?).filter(|month| (1..=12).contains(month)).ok_or(Why::Month)?;
            if day == "XX" {
                return Ok(months(year, month, month, Precision::Month));
            }
            let day =
                Some(two_digits(day)?).filter(|&day| day >= 1 && day <= days_in_month(year, month)).ok_or(Why::Day)?;
            let start = days_from_civil(Day { year, month, day }) * DAY;
            Ok((start, start + DAY - 1, Precision::Day))
        }
    }
}

/// The seconds from the first of month `from` to the last of month `to`; months above 12 fall into the next year.
fn months(year: i64, from: u8, to: u8, precision: Precision) -> (i64, i64, Precision) {
    let first_of = |month: u8| {
        let month = month - 1;
        days_from_civil(Day { year: year + i64::from(month / 12), month: month % 12 + 1, day: 1 }) * DAY
    };
    (first_of(from), first_of(to + 1) - 1, precision)
}

/// `202X`, `20XX`, `2XXX`, `XXXX`: the years that the missing digits leave open.
fn unspecified_years(written: &str, negative: bool) -> Result<(i64, i64, Precision), Why> {
    let known = written.trim_end_matches('X');
    let missing = (written.len() - known.len()) as u32;
    let width = 10i64.pow(missing);
    let lowest = if known.is_empty() { 0 } else { i64::from(digits(known)?) * width };
    let (from, to) = if negative { (-(lowest + width - 1), -lowest) } else { (lowest, lowest + width - 1) };
    let precision = if missing == 1 { Precision::Decade } else { Precision::Century };
    Ok((months(from, 1, 12, precision).0, months(to, 1, 12, precision).1, precision))
}

fn long_year(written: &str) -> Result<i64, Why> {
    let (sign, number) = match written.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, written),
    };
    if number.len() > 10 {
        return Err(Why::Years);
    }
    if number.len() < 5 || number.starts_with('0') || !number.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Why::Form);
    }
    number.parse::<i64>().map(|year| sign * year).map_err(|_| Why::Form)
}

/// Seconds from midnight UTC: `18:30`, `18:30:00` or `18:30:00.5`, `24:00` at most, then nothing, `Z`, `+02`, `+0200` or `+02:00`. Without a zone, UTC
/// is taken. The sign may be the minus of typography, as the standard has it.
fn time_of_day(written: &str) -> Result<i64, Why> {
    let (clock, offset) = match written.find(['Z', '+', '-', '\u{2212}']) {
        None => (written, 0),
        Some(at) => (&written[..at], zone(&written[at..])?),
    };
    let mut parts = clock.split(':');
    let (Some(hour), Some(minute), second, None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return Err(Why::Form);
    };
    let second = second.map(whole_seconds).transpose()?.unwrap_or("00");
    let number = |text: &str| two_digits(text).map(i64::from);
    let (hour, minute, second) = (number(hour)?, number(minute)?, number(second)?);
    if (hour, minute, second) == (24, 0, 0) {
        return Ok(DAY - offset);
    }
    if hour > 23 || minute > 59 || second > 59 {
        return Err(Why::Time);
    }
    Ok(hour * 3600 + minute * 60 + second - offset)
}

/// The seconds without their fraction, which nobody needs here.
fn whole_seconds(written: &str) -> Result<&str, Why> {
    let (whole, fraction) = written.split_once('.').unwrap_or((written, "0"));
    let is_number = !fraction.is_empty() && fraction.bytes().all(|b| b.is_ascii_digit());
    if is_number { Ok(whole) } else { Err(Why::Form) }
}

fn zone(written: &str) -> Result<i64, Why> {
    if written == "Z" {
        return Ok(0);
    }
    let (sign, offset) = match written.strip_prefix('+') {
        Some(offset) => (1, offset),
        None => (-1, written.trim_start_matches(['-', '\u{2212}'])),
    };
    let (hour, minute) = offset.split_once(':').or_else(|| offset.split_at_checked(2)).ok_or(Why::Form)?;
    let minute = if minute.is_empty() && !offset.ends_with(':') { "00" } else { minute };
    let (hour, minute) = (i64::from(two_digits(hour)?), i64::from(two_digits(minute)?));
    if hour > 14 || minute > 59 { Err(Why::Time) } else { Ok(sign * (hour * 3600 + minute * 60)) }
}

fn two_digits(text: &str) -> Result<u8, Why> {
    if text.len() == 2 { digits(text).map(|number| number as u8) } else { Err(Why::Form) }
}

fn digits(text: &str) -> Result<u32, Why> {
    if text.bytes().all(|b| b.is_ascii_digit()) { text.parse().map_err(|_| Why::Form) } else { Err(Why::Form) }
}

#[cfg(test)]
mod tests;
