//! Words of the page of quotes.

use sidebyline_dataset::model::QuoteKind;

pub const SPEAKERS: &str = "Speakers";
pub const CUE: &str = "Reporting word: ";
pub const EVENT: &str = "Event: ";

pub const fn kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct quote",
        QuoteKind::Mixed => "mixed quote",
        QuoteKind::Indirect => "indirect quote",
    }
}

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

pub fn link_to(speaker: &str) -> String {
    ["Link to this quote of: ", speaker].concat()
}
