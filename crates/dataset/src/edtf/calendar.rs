//! Days of the proleptic Gregorian calendar, counted from 1970-01-01.
//!
//! The two conversions follow Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms* (2013–2021): years that
//! begin in March, in eras of 400 years.

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The astronomical year: 0 is 1 BC.
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// Seconds in a day.
pub(super) const DAY: i64 = 86_400;

/// The number of days from 1970-01-01 to `day`.
pub fn days_from_civil(Day { year, month, day }: Day) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (i64::from(month) + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The calendar day that is `days` after 1970-01-01.
#[expect(clippy::cast_sign_loss, reason = "month and day are positive by construction")]
pub fn civil_from_days(days: i64) -> Day {
    let shifted = days.saturating_add(719_468);
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = (day_of_year - (153 * month_from_march + 2) / 5 + 1) as u8;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 } as u8;
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Day { year, month, day }
}

/// How many days a month has.
pub(super) fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn known_days_have_their_number() {
        assert_eq!(days_from_civil(Day { year: 1970, month: 1, day: 1 }), 0);
        assert_eq!(days_from_civil(Day { year: 2025, month: 4, day: 22 }), 20_200);
        assert_eq!(days_from_civil(Day { year: 1969, month: 12, day: 31 }), -1);
    }

    proptest! {
        #[test]
        fn a_day_number_names_one_day_and_back(days in -400_000_000i64..400_000_000) {
            prop_assert_eq!(days_from_civil(civil_from_days(days)), days);
        }

        #[test]
        fn the_next_number_is_the_next_day(days in -4_000_000i64..4_000_000) {
            let (today, tomorrow) = (civil_from_days(days), civil_from_days(days + 1));
            let expected = if today.day < days_in_month(today.year, today.month) {
                Day { day: today.day + 1, ..today }
            } else if today.month < 12 {
                Day { month: today.month + 1, day: 1, ..today }
            } else {
                Day { year: today.year + 1, month: 1, day: 1 }
            };
            prop_assert_eq!(tomorrow, expected);
        }
    }
}
