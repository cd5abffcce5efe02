//! What is wrong, where, and how to mend it.

use std::fmt;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A rule is broken; what it concerns may be left out of the page.
    Error,
    /// It works, and somebody should look at it.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One thing that is wrong with a dataset, a sheet or a text.
///
/// ```
/// use sidebyline_dataset::Finding;
/// let finding = Finding::error("$.events[2].when", "`yesterday` is no EDTF date", "Write it as `2025-04-22`.");
/// assert_eq!(finding.to_string(), "error: $.events[2].when: `yesterday` is no EDTF date. Write it as `2025-04-22`.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How grave it is.
    pub severity: Severity,
    /// Where: a JSON path (`$.events[2].when`), or a sheet with row and column (`quotes.csv:14 words`), or a text with
    /// its line (``text of `a`, line 3``).
    pub place: String,
    /// What was found: a clause without a full stop.
    pub found: String,
    /// How to mend it: a sentence. Empty if there is nothing to advise.
    pub mend: String,
}

impl Finding {
    /// A broken rule.
    pub fn error(place: impl Into<String>, found: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { severity: Severity::Error, place: place.into(), found: found.into(), mend: mend.into() }
    }

    /// Something to look at.
    pub fn warning(place: impl Into<String>, found: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(place, found, mend) }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}.", self.severity.as_str(), self.place, self.found)?;
        if self.mend.is_empty() { Ok(()) } else { write!(f, " {}", self.mend) }
    }
}

impl std::error::Error for Finding {}
