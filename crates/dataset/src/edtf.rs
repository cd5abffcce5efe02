//! Dates that say how much is known: EDTF (ISO 8601-2:2019, annex A; Library of Congress specification of 2019).
//!
//! All of level 1 is read, and of level 2 the set `[a..b]`: one date in between.
//!
//! | written | means |
//! | --- | --- |
//! | `2025-04-22`, `2025-04`, `2025`, `2025-04-22T18:30:00Z` | some time within that day, month, year; that second |
//! | `Y17000`, `-0044` | years beyond four digits, and before the year 0 |
//! | `2025-21` … `2025-24` | spring, summer, autumn, winter, taken as months 3–5, 6–8, 9–11, 12–2 (the standard names no months) |
//! | `202X`, `2025-XX`, `2025-04-XX` | digits that aren't known |
//! | `2025-04-22?`, `~`, `%` | uncertain, approximate, both |
//! | `2025-04-22/2025-04-24`, `2022/..`, `/2014` | lasting from, to; with an open or an unknown end |
//! | `[2025-04-23..2025-04-25]`, `[..2014]` | one date in between |
//!
//! What is known of such a date is where its start and its end may lie: its [`Extent`]. Questions about the order of
//! two of them have three answers ([`Truth`]).
//!
//! ```
//! use sidebyline_dataset::edtf::{Edtf, Truth};
//! let meeting: Edtf = "[2025-04-23..2025-04-25]".parse()?;
//! let article: Edtf = "2025-04-22".parse()?;
//! assert_eq!(article.extent().before(meeting.extent()), Truth::Yes);
//! assert_eq!(meeting.extent().overlaps("2025-04-25".parse::<Edtf>()?.extent()), Truth::Maybe);
//! # Ok::<(), sidebyline_dataset::edtf::EdtfError>(())
//! ```

mod calendar;
mod extent;
mod syntax;

use std::fmt;
use std::str::FromStr;

pub use calendar::{Day, civil_from_days, days_from_civil};
pub use extent::{Extent, Truth};
pub use syntax::EdtfError;

/// A date in EDTF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edtf {
    written: String,
    shape: Shape,
}

/// What kind of statement a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Some time within one calendar unit.
    Date(Date),
    /// Lasting from one date to another.
    Lasting(End, End),
    /// One date in between.
    OneOf(End, End),
}

/// An end of an interval or of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It is a date.
    Date(Date),
    /// There is none (`..`).
    Open,
    /// There is one, and it isn't known (nothing written).
    Unknown,
}

/// One calendar unit, with its qualification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The first second of the unit, in seconds since 1970-01-01T00:00:00Z, proleptic Gregorian calendar.
    pub first: i64,
    /// Its last second.
    pub last: i64,
    /// How finely it is given.
    pub precision: Precision,
    /// Whether whoever gives it doubts it (`?`, `%`).
    pub uncertain: bool,
    /// Whether it is meant as *about* (`~`, `%`).
    pub approximate: bool,
}

/// How finely a date is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// To the century (`20XX`) or a larger unit (`2XXX`).
    Century,
    /// To the decade (`202X`).
    Decade,
    /// To the year (`2025`, `2025-XX`, `2025-XX-XX`).
    Year,
    /// To the season.
    Season,
    /// To the month (`2025-04`, `2025-04-XX`).
    Month,
    /// To the day.
    Day,
    /// To the second.
    Second,
}

impl Edtf {
    /// A date that was read before: as it was written, and what that says.
    pub(crate) fn from_parts(written: String, shape: Shape) -> Self {
        Self { written, shape }
    }

    /// What lasts from one day to another, counted from 1970-01-01; either end may be open. It is the date that would be
    /// read from `written`, without the reading: the page's first view has no other use for that.
    pub fn of_days(from: Option<i64>, to: Option<i64>, written: String) -> Self {
        let date = |day: i64| {
            let first = day.saturating_mul(calendar::DAY);
            let last = first.saturating_add(calendar::DAY - 1);
            Date { first, last, precision: Precision::Day, uncertain: false, approximate: false }
        };
        let end = |day: Option<i64>| day.map_or(End::Open, |day| End::Date(date(day)));
        let shape = match (from, to) {
            (Some(from), Some(to)) if from == to => Shape::Date(date(from)),
            _ => Shape::Lasting(end(from), end(to)),
        };
        Self { written, shape }
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// What kind of statement it is.
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// The first second that it may speak of, as written and without regard to `?` and `~`, in seconds since
    /// 1970-01-01T00:00:00Z; none if it is open or unknown at that end.
    pub fn earliest(&self) -> Option<i64> {
        self.ends().0.date().map(|date| date.first)
    }

    /// The last second that it may speak of; see [`Edtf::earliest`].
    pub fn latest(&self) -> Option<i64> {
        self.ends().1.date().map(|date| date.last)
    }

    /// Where its start and its end may lie. A date marked `?` or `~` may lie one unit of its precision to either side:
    /// the standard leaves the width to the user, and a unit is what *about* means in these texts.
    pub fn extent(&self) -> Extent {
        let (from, to) = self.ends();
        let (from, to) = (from.reach(Side::Start), to.reach(Side::End));
        match self.shape {
            Shape::Lasting(..) => Extent::new(from, to),
            Shape::Date(_) | Shape::OneOf(..) => Extent::new((from.0, to.1), (from.0, to.1)),
        }
    }

    /// Whether any part of it is marked uncertain.
    pub fn is_uncertain(&self) -> bool {
        self.dates().any(|date| date.uncertain)
    }

    /// Whether any part of it is marked approximate.
    pub fn is_approximate(&self) -> bool {
        self.dates().any(|date| date.approximate)
    }

    fn ends(&self) -> (End, End) {
        match self.shape {
            Shape::Date(date) => (End::Date(date), End::Date(date)),
            Shape::Lasting(from, to) | Shape::OneOf(from, to) => (from, to),
        }
    }

    fn dates(&self) -> impl Iterator<Item = Date> {
        let (from, to) = self.ends();
        [from, to].into_iter().filter_map(End::date)
    }
}

/// Which end of an interval is meant.
#[derive(Clone, Copy)]
enum Side {
    Start,
    End,
}

impl End {
    /// The date, if it is one.
    pub fn date(self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(date),
            Self::Open | Self::Unknown => None,
        }
    }

    /// The earliest and latest second at which this end may lie.
    fn reach(self, side: Side) -> (i64, i64) {
        match (self, side) {
            (Self::Date(date), _) => date.reach(),
            (Self::Open, Side::Start) => (i64::MIN, i64::MIN),
            (Self::Open, Side::End) => (i64::MAX, i64::MAX),
            (Self::Unknown, _) => (i64::MIN, i64::MAX),
        }
    }
}

impl Date {
    fn reach(self) -> (i64, i64) {
        if !self.uncertain && !self.approximate {
            return (self.first, self.last);
        }
        let unit = self.last - self.first + 1;
        (self.first - unit, self.last + unit)
    }
}

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(written: &str) -> Result<Self, EdtfError> {
        Ok(Self { written: written.into(), shape: syntax::parse(written)? })
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}
