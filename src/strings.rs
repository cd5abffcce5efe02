//! Every word that the interface says, in one place. Another language is another file like this one.
//!
//! Numbers come in as the browser writes them (see [`crate::intl`]), with what the grammar needs to know beside them.

#![allow(missing_docs, reason = "the words say what they are for")]

pub mod compare;
pub mod coverage;
pub mod data;
pub mod discrepancies;
pub mod filters;
pub mod quotes;
pub mod source;
pub mod timeline;
pub mod variants;
pub mod verify;

use sidebyline_dataset::model::{Basis, Dimension, Nature, NoteKind, Status};
use sidebyline_dataset::{Finding, Severity};
use sidebyline_query::{Facet, Filter, Page, Theme, Unit, Warning};

use crate::intl::number;

/// The language of these words, with the region whose dates it writes.
pub const LANGUAGE: &str = "en-GB";

pub const NAME: &str = "Sidebyline";
pub const TAGLINE: &str = "Who reported what, in whose words.";
pub const LEDE: &str = "Each event shows what every article reports of it and whom it quotes, side by side. Only words in quotation marks are an article’s own; all else is our wording. ≠ marks where the articles differ, · an article that does not report the event.";
pub const OPEN_FULL_VIEW: &str = "Open full view";
pub const SKIP: &str = "Skip to the events";
pub const THEME: &str = "Theme";
pub const SOURCES: &str = "The articles";
pub const OUR_WORDS: &str = "In our words";
pub const PARTLY_OUR_WORDS: &str = "Partly in our words";
pub const OUR_DESCRIPTION: &str = "Our description";
pub const ITS_HEADLINE: &str = "Its headline";
pub const ABOUT_SOURCE: &str = "About this article";
pub const PARTLY_CODED: &str = "Only partly coded: what is missing here may still stand in the text.";
pub const DRAWS_ON: &str = "It draws on";
pub const DATE_BASIS: &str = "How its date is known. ";
pub const READ_IT: &str = "Read it where it was published";
pub const SEARCH: &str = "Search";
pub const SEARCH_HINT: &str = "word or name";
pub const NOTHING: &str = "Nothing matches";
pub const BACKGROUND: &str = "Background";
pub const BACKGROUND_HINT: &str = "what came before";
pub fn or_later(day: &str) -> String {
    [day, ", or later"].concat()
}

pub const UNSURE_DAY: &str = "On a day that isn’t known";
pub const UNKNOWN_DATE: &str = "Date unknown";
pub const LOOSE: &str = "Quotes that belong to no event";
pub const LOOSE_DISCREPANCIES: &str = "Differences that belong to no event";
pub const DIFFERENCES: &str = "Where the articles differ";
pub const CUE: &str = " · reporting word: ";
pub const NOBODY_NAMED: &str = "Nobody named";
pub const LATER_WAITING: &str = "This page is on its way.";
pub const LATER_FAILED: &str = "This page could not be loaded. Is there a connection?";
pub const RETRY: &str = "Try again";
pub const LOADING: &str = "Loading the articles";
pub const STOP: &str = "Stop";
pub const ABOUT: &str = "About the data";
pub const QUOTE_OPEN: &str = "“";
pub const QUOTE_CLOSE: &str = "”";
pub const DIFFERENCE_MARK: &str = "≠";

/// *1 event*, *78 events*.
fn counted(count: usize, one: &str, many: &str) -> String {
    [number(count).as_str(), " ", if count == 1 { one } else { many }].concat()
}

pub fn articles(count: usize) -> String {
    counted(count, "article", "articles")
}

pub fn events(count: usize) -> String {
    counted(count, "event", "events")
}

pub fn quotes(count: usize) -> String {
    counted(count, "quote", "quotes")
}

pub fn differences(count: usize) -> String {
    counted(count, "difference", "differences")
}

/// How many events are shown: *12 of 78 events*, *78 events*.
pub fn shown(found: usize, all: usize) -> String {
    if found == all { events(all) } else { [&number(found), " of ", &events(all)].concat() }
}

pub fn updated(date: &str) -> String {
    ["updated ", date].concat()
}

pub fn published(date: &str) -> String {
    ["published ", date].concat()
}

pub const PUBLISHED_UNKNOWN: &str = "published at an unknown date";

pub fn source_name(label: &str, title: &str) -> String {
    ["Article ", label, ": ", title].concat()
}

pub fn reported_by(labels: &[&str]) -> String {
    match labels {
        [] => "Reported by none".into(),
        _ => ["Reported by ", &labels.join(", ")].concat(),
    }
}

pub fn link_to(title: &str) -> String {
    ["Link to: ", title].concat()
}

/// Where a source gives an answer that it doesn't give in the event at hand.
pub fn answers_elsewhere(label: &str) -> String {
    [label, ": its words stand with another event"].concat()
}

// Dates.

pub fn qualified(words: &str, approximate: bool, uncertain: bool) -> String {
    [if approximate { "about " } else { "" }, words, if uncertain { " (uncertain)" } else { "" }].concat()
}

pub fn lasting(first: &str, last: &str) -> String {
    [first, " to ", last].concat()
}

pub fn between(first: &str, last: &str) -> String {
    ["between ", first, " and ", last].concat()
}

pub fn from(first: &str, unknown: bool) -> String {
    ["from ", first, if unknown { ", its end unknown" } else { " on" }].concat()
}

pub fn until(last: &str, unknown: bool) -> String {
    ["until ", last, if unknown { ", its start unknown" } else { "" }].concat()
}

pub fn not_before(first: &str) -> String {
    [first, " or later"].concat()
}

pub fn not_after(last: &str) -> String {
    [last, " or earlier"].concat()
}

pub fn season(first_month: u8, year: &str) -> String {
    let season = match first_month {
        3..=5 => "spring ",
        6..=8 => "summer ",
        9..=11 => "autumn ",
        _ => "winter ",
    };
    [season, year].concat()
}

pub fn decade(first_year: &str) -> String {
    ["the ", first_year, "s"].concat()
}

pub fn years(first: &str, last: &str) -> String {
    ["the years ", first, " to ", last].concat()
}

// What a source says of an event.

pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Occurred => "Reported as having happened",
        Status::Planned => "Reported as planned",
        Status::Proposed => "Reported as proposed",
        Status::Cancelled => "Reported as called off",
        Status::Claimed => "Reported as a claim",
        Status::Denied => "Reported as denied",
    }
}

/// From whom a source has a report, with the names where there are some.
pub fn basis(basis: Basis, via: &str) -> String {
    let unattributed = basis == Basis::Unattributed;
    let basis = match basis {
        Basis::Own => "in the article’s own voice",
        Basis::Official => "from officials",
        Basis::Named => "from named voices",
        Basis::Anonymous => "from unnamed voices",
        Basis::Unattributed => "without saying from whom",
    };
    if via.is_empty() || unattributed { basis.into() } else { [basis, ": ", via].concat() }
}

pub fn dated(date: &str) -> String {
    ["dated ", date].concat()
}

pub fn said(date: &str) -> String {
    ["said ", date].concat()
}

pub fn to(addressee: &str) -> String {
    ["to ", addressee].concat()
}

pub fn via(names: &str) -> String {
    ["via ", names].concat()
}

pub const fn dimension(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Number => "number",
        Dimension::Date => "date",
        Dimension::Place => "place",
        Dimension::Participant => "who takes part",
        Dimension::Attribution => "who said or did it",
        Dimension::Status => "status",
        Dimension::Condition => "condition",
        Dimension::Sequence => "sequence",
        Dimension::Wording => "wording",
        Dimension::Name => "name",
    }
}

pub const fn nature(nature: Nature) -> &'static str {
    match nature {
        Nature::Contradiction => "they contradict each other",
        Nature::Moment => "written at different moments",
        Nature::Emphasis => "different emphasis",
        Nature::Unclear => "the texts don’t decide it",
    }
}

pub const fn note_kind(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Error => "Mistake",
        NoteKind::Anachronism => "Wrong time",
        NoteKind::Name => "Name",
        NoteKind::Translation => "Translation",
        NoteKind::Boilerplate => "Not part of the article",
    }
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

pub const COPY_LINK: &str = "Copy link";
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
        Warning::OtherVersion(version) => [
            "The link was made with version ",
            version,
            " of the data, which is no longer here. It may show something else now.",
        ]
        .concat(),
    }
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

/// The last line of the page.
pub fn colophon(creators: &str, license: &str, version: &str) -> String {
    let by = if creators.is_empty() { String::new() } else { ["Coded by ", creators, ". "].concat() };
    [&by, "The coding is under ", license, "; quoted words belong to their sources. Version ", version, " of the data."]
        .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_reports_it_is_told_even_if_it_is_nobody() {
        assert_eq!(reported_by(&["A", "C"]), "Reported by A, C");
        assert_eq!(reported_by(&[]), "Reported by none");
    }

    #[test]
    fn from_whom_it_is_known_has_names_only_where_somebody_is_named() {
        assert_eq!(basis(Basis::Official, "the port"), "from officials: the port");
        assert_eq!(basis(Basis::Own, ""), "in the article’s own voice");
        assert_eq!(basis(Basis::Unattributed, "the port"), "without saying from whom");
    }
}
