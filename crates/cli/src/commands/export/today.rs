//! The day of access.

use std::time::{SystemTime, UNIX_EPOCH};

use sidebyline_dataset::Finding;
use sidebyline_query::view::{from_iso, iso};

/// The day that was given, or else today, in UTC; as ISO 8601 writes it.
pub fn or(given: Option<&str>) -> Result<String, Finding> {
    let Some(given) = given else { return Ok(iso(today())) };
    if given.len() == 10 && from_iso(given).is_some() {
        return Ok(given.into());
    }
    Err(Finding::error("--date", format!("`{given}` is no day"), "Write it as `2025-04-25`."))
}

/// Days since 1970-01-01. A clock that was never set is at its beginning.
fn today() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs() / 86_400).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_taken_as_it_is_given_and_anything_else_refused() {
        assert_eq!(or(Some("2026-11-22")), Ok("2026-11-22".into()));
        for wrong in ["2026-11", "2026-02-30", "today", "2026-11-22/2026-11-23", ""] {
            assert!(or(Some(wrong)).is_err(), "{wrong}");
        }
        assert!(or(None).is_ok_and(|day| day.as_str() > "2025-01-01"));
    }
}
