//! Every word that the interface says, in one place. Another language is another file like this one. What a dataset says,
//! as opposed to the interface, stands in `crates/words`: it is said without a browser too.

#![allow(missing_docs, reason = "the words say what they are for")]

pub mod compare;
pub mod coverage;
pub mod data;
pub mod discrepancies;
pub mod filters;
pub mod quotes;
pub mod share;
pub mod source;
pub mod timeline;
pub mod variants;
pub mod verify;

use std::ops::Range;

use sidebyline_dataset::{Finding, Severity};
use sidebyline_query::{Facet, Filter, Page, Theme, Unit, Warning};

pub use sidebyline_words::phrases::*;

use crate::intl::number;

pub const OPEN_FULL_VIEW: &str = "Open full view";
pub const SKIP: &str = "Skip to the events";
pub const THEME: &str = "Theme";
pub const SEARCH_HINT: &str = "word or name";
pub const NOTHING: &str = "Nothing matches";
pub const LATER_WAITING: &str = "On its way.";
pub const LATER_FAILED: &str = "It could not be loaded. Is there a connection?";
pub const RETRY: &str = "Try again";
pub const LOADING: &str = "Loading the articles";
pub const STOP: &str = "Stop";

pub fn link_to(title: &str) -> String {
    ["Link to: ", title].concat()
}

// What a person does.

pub const fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => "Auto",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    }
}

/// What a filter is called.
pub fn filter(filter: Filter) -> &'static str {
    match filter {
        Filter::Facet(facet) => facet_name(facet),
        Filter::Range => "Days",
        Filter::Text => "Search",
    }
}

/// What lifting a filter would bring back: *Without the search: 12 events*.
pub fn lift(lifted: Filter, count: usize, unit: Unit) -> String {
    ["Without “", filter(lifted), "”: ", &count_of(count, unit)].concat()
}

/// What a facet is called.
pub const fn facet_name(facet: Facet) -> &'static str {
    match facet {
        Facet::Source => "Reported by",
        Facet::Reporters => "Number of articles",
        Facet::Topic => "Topic",
        Facet::Status => "Reported as",
        Facet::Place => "Place",
        Facet::Basis => "Known from",
        Facet::Speaker => "Speaker",
        Facet::Affiliation => "Speaks for",
        Facet::Kind => "Kind of quote",
        Facet::Cue => "Reporting word",
        Facet::Dimension => "Articles differ in",
        Facet::Nature => "Why they differ",
    }
}

/// *12 events*, *1 quote*.
pub fn count_of(count: usize, unit: Unit) -> String {
    match unit {
        Unit::Events => events(count),
        Unit::Mentions => counted(count, "report", "reports"),
        Unit::Quotes => quotes(count),
    }
}

pub const PAGES: &str = "Pages";

pub const fn page(page: Page) -> &'static str {
    match page {
        Page::Timeline => "Timeline",
        Page::Compare => "Compare",
        Page::Coverage => "Coverage",
        Page::Quotes => "Quotes",
        Page::Variants => "Variants",
        Page::Discrepancies => "Differences",
        Page::Source => "Articles",
    }
}

/// What styles call a page.
pub const fn page_id(page: Page) -> &'static str {
    match page {
        Page::Timeline => "timeline",
        Page::Compare => "compare",
        Page::Coverage => "coverage",
        Page::Quotes => "quotes",
        Page::Variants => "variants",
        Page::Discrepancies => "discrepancies",
        Page::Source => "source",
    }
}

pub const SHARE_VIEW: &str = "Share this view";

/// *Share: Rubio stays away*.
pub fn share_what(title: &str) -> String {
    ["Share: ", title].concat()
}

pub fn share_quote(speaker: &str) -> String {
    ["Share this quote of: ", speaker].concat()
}

pub const REPORT: &str = "Report an error";
/// How a mail about an error begins.
pub const REPORT_SUBJECT: &str = "Error in: ";

pub const COPIED: &str = "Link copied";
pub const COPY_BY_HAND: &str = "Copy this link:";
/// How long it is said that a link was copied.
pub const COPIED_FOR: std::time::Duration = std::time::Duration::from_secs(3);

pub fn warning(warning: &Warning) -> String {
    match warning {
        Warning::UnknownParameter(name) => {
            ["The link asks for “", name, "”, which this page doesn’t know. That part is left out."].concat()
        }
        Warning::NotAValue("data", text) => [
            "The link asks for the data “",
            text,
            "”, which is neither a name nor an http(s) address. These are the articles that this site shows by itself.",
        ]
        .concat(),
        Warning::NotAValue(parameter, text) => {
            ["The link asks for “", text, "” as “", parameter, "”, which can’t be. That part is left out."].concat()
        }
        Warning::UnknownItem(id) => {
            ["The link asks to compare “", id, "”, which is no quote or report here. That part is left out."].concat()
        }
        Warning::UnknownValue(facet, id) => [
            "The link asks for “",
            id,
            "” under “",
            facet_name(*facet),
            "”, which is not in these articles. That part is left out.",
        ]
        .concat(),
        Warning::Renamed(old, new) => ["The link asks for “", old, "”, which is now called “", new, "”."].concat(),
        Warning::Contradiction(facet, id) => {
            ["The link both asks for and excludes “", id, "” under “", facet_name(*facet), "”. It is excluded."]
                .concat()
        }
        Warning::RangeReversed => "The link’s first day is after its last. They are exchanged.".into(),
        Warning::TextCut => "The link asks for a very long text. Only its beginning is searched for.".into(),
        Warning::TooLong => "The link is too long. Some of its filters are left out.".into(),
        Warning::Unsearched => "What searches could not be loaded, so all is shown. Is there a connection?".into(),
        Warning::OtherVersion(version) => [
            "The link was made with version ",
            version,
            " of the data, which is no longer here. It may show something else now.",
        ]
        .concat(),
    }
}

pub const PARTS: &str = "Parts of this list";
pub const FIRST_PART: &str = "First";
pub const PART_BEFORE: &str = "Previous";
pub const PART_AFTER: &str = "Next";
pub const LAST_PART: &str = "Last";

/// What of a long list is shown: *51 to 100 of 4,312*.
pub fn part(range: &Range<usize>, len: usize) -> String {
    [&number(range.start + 1), " to ", &number(range.end), " of ", &number(len)].concat()
}

/// After how many are found, for who listens: *, part 2*.
pub fn part_of_list(part: usize) -> String {
    [", part ", &number(part)].concat()
}

pub fn unknown_target(id: &str) -> String {
    ["The link points to “", id, "”, which is not on this page."].concat()
}

pub fn hidden_target(title: &str) -> String {
    ["The link points to “", title, "”, which the filters hide."].concat()
}

pub fn findings(count: usize) -> String {
    counted(count, "thing in the data could not be read", "things in the data could not be read")
}

pub fn finding(finding: &Finding) -> String {
    let severity = match finding.severity {
        Severity::Error => "Error at ",
        Severity::Warning => "Warning at ",
    };
    [severity, &finding.place, ": ", &finding.found, ". ", &finding.mend].concat()
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
