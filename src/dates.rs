//! What an EDTF date says, in words, with days and months as the browser writes them.

use sidebyline_dataset::edtf::Edtf;
pub use sidebyline_words::dates::{Unit, machine};

use crate::intl;

/// The date in words.
pub fn words(when: &Edtf) -> String {
    sidebyline_words::dates::words_with(when, &intl::unit)
}

/// The day that begins at a second, with its weekday.
pub fn day(first: i64) -> String {
    intl::unit(Unit::Weekday, first)
}
