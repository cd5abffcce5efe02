//! Dates in words, without a browser: how finely they are known, and whether they are lasting or one date in between.

pub use sidebyline_words::dates::words as date_words;

/// A date in words as it is written, or as it stands if it is no date.
pub fn day_words(written: &str) -> String {
    written.parse().map_or_else(|_| written.into(), |when| date_words(&when))
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
        check("2025-04-22T18:30:00Z", "22 April 2025 at 18:30 UTC");
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
