//! Words of the timeline and its histogram.

pub use sidebyline_words::phrases::{ALL_DAYS, CERTAIN, FROM, TO, UNCERTAIN, by_day, not_drawn, status_word};

use super::counted;

pub const UNSURE: &str = "may lie outside the chosen days";
pub const OUTSIDE: &str = "outside the filters";
pub const NAMED: &str = "Named here";
pub const COMPARE: &str = "Compare on this";
pub const ORIGINS: &str = "Who may draw on whom";

/// Quotes that the filters don't find.
pub fn more_quotes_outside(count: usize) -> String {
    [&counted(count, "more quote", "more quotes"), " ", OUTSIDE].concat()
}

pub fn copy_link_to(title: &str) -> String {
    ["Copy link to: ", title].concat()
}

// The histogram.

pub const FIRST_DAY: &str = "First day";
pub const LAST_DAY: &str = "Last day";

/// The days that a bar stands for.
pub fn days(first: &str, last: &str) -> String {
    if first == last { first.into() } else { super::lasting(first, last) }
}

/// A bar in words: *22 April 2025: 5 events; A 3, B 2*.
pub fn bar(days: &str, events: usize, reports: &[String]) -> String {
    [days, ": ", &super::events(events), if reports.is_empty() { "" } else { "; " }, &reports.join(", ")].concat()
}
