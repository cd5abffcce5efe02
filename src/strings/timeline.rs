//! Words of the timeline and its histogram.

use sidebyline_dataset::model::Status;

use super::counted;
use crate::intl::number;

pub const UNSURE: &str = "may lie outside the chosen days";
pub const OUTSIDE: &str = "outside the filters";
pub const NAMED: &str = "Named here";
pub const COMPARE: &str = "Compare on this";
pub const ORIGINS: &str = "Who may draw on whom";

/// What has become of an event, in a word or two.
pub const fn status_word(status: Status) -> &'static str {
    match status {
        Status::Occurred => "happened",
        Status::Planned => "planned",
        Status::Proposed => "proposed",
        Status::Cancelled => "called off",
        Status::Claimed => "claimed",
        Status::Denied => "denied",
    }
}

/// Quotes that the filters don't find.
pub fn more_quotes_outside(count: usize) -> String {
    [&counted(count, "more quote", "more quotes"), " ", OUTSIDE].concat()
}

pub fn copy_link_to(title: &str) -> String {
    ["Copy link to: ", title].concat()
}

// The histogram.

pub const CERTAIN: &str = "on this day";
pub const UNCERTAIN: &str = "on this day or later";
pub const FROM: &str = "From";
pub const TO: &str = "To";
pub const FIRST_DAY: &str = "First day";
pub const LAST_DAY: &str = "Last day";
pub const ALL_DAYS: &str = "All days";

/// What the histogram shows, if a bar stands for so many days.
pub fn by_day(days: usize) -> String {
    match days {
        1 => "Reports by day".into(),
        _ => ["Reports in steps of ", &number(days), " days"].concat(),
    }
}

/// How many events the histogram leaves out.
pub fn not_drawn(count: usize) -> String {
    if count == 0 {
        return String::new();
    }
    ["Not drawn: ", &super::events(count), " (background, or day not known)"].concat()
}

/// The days that a bar stands for.
pub fn days(first: &str, last: &str) -> String {
    if first == last { first.into() } else { super::lasting(first, last) }
}

/// A bar in words: *22 April 2025: 5 events; A 3, B 2*.
pub fn bar(days: &str, events: usize, reports: &[String]) -> String {
    [days, ": ", &super::events(events), if reports.is_empty() { "" } else { "; " }, &reports.join(", ")].concat()
}
