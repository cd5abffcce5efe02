//! The values of facets in a word or two, as they stand in a list to choose from and in a filter that is told.

use sidebyline_dataset::model::{Basis, Nature, QuoteKind, Status};

/// How an event is reported.
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Occurred => "having happened",
        Status::Planned => "planned",
        Status::Proposed => "proposed",
        Status::Cancelled => "called off",
        Status::Claimed => "a claim",
        Status::Denied => "denied",
    }
}

/// On what a report rests.
pub const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Own => "its own voice",
        Basis::Official => "officials",
        Basis::Named => "named voices",
        Basis::Anonymous => "unnamed voices",
        Basis::Unattributed => "not said from whom",
    }
}

/// How words are quoted.
pub const fn kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Mixed => "partly verbatim",
        QuoteKind::Indirect => "indirect",
    }
}

/// Why sources differ.
pub const fn nature(nature: Nature) -> &'static str {
    match nature {
        Nature::Contradiction => "contradiction",
        Nature::Moment => "different moments",
        Nature::Emphasis => "different emphasis",
        Nature::Unclear => "not decided",
    }
}
