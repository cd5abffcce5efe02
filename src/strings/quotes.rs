//! Words of the page of quotes.

pub use sidebyline_words::phrases::link_to_quote as link_to;
pub use sidebyline_words::phrases::quote_kind as kind;

pub const SPEAKERS: &str = "Speakers";
pub const ORDER: &str = "Order";
pub const ORDERS: [&str; 2] = ["by speaker and time", "best match first"];
/// Said after how many are found.
pub const RANKED: &str = ", best match first";
pub const CUE: &str = "Reporting word: ";
pub const EVENT: &str = "Event: ";

/// The date of a quote of which only the event’s is known.
pub fn of_the_event(date: &str) -> String {
    [date, " (the event’s date)"].concat()
}

pub fn with(names: &str) -> String {
    ["with ", names].concat()
}

/// What a link to a quote is called.
pub fn copy_link_to(speaker: &str) -> String {
    ["Copy link to this quote of: ", speaker].concat()
}
