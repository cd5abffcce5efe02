//! What a dataset says, in English words, day first. Another language is another file like this one.

#![allow(missing_docs, reason = "the words say what they are for")]

use sidebyline_dataset::model::{Basis, Dimension, Nature, NoteKind, QuoteKind, Status};

pub const NAME: &str = "Sidebyline";
pub const TAGLINE: &str = "Who reported what, in whose words.";
pub const LEDE: &str = "Each event shows what every article reports of it and whom it quotes, side by side. Only words in quotation marks are an article’s own; all else is our wording. ≠ marks where the articles differ, · an article that does not report the event.";
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
pub const BACKGROUND: &str = "Background";
pub const BACKGROUND_HINT: &str = "what came before";
pub const UNSURE_DAY: &str = "On a day that isn’t known";
pub const UNKNOWN_DATE: &str = "Date unknown";
pub const LOOSE: &str = "Quotes that belong to no event";
pub const LOOSE_DISCREPANCIES: &str = "Differences that belong to no event";
pub const DIFFERENCES: &str = "Where the articles differ";
pub const CUE: &str = " · reporting word: ";
pub const NOBODY_NAMED: &str = "Nobody named";
pub const HOW_TO_READ: &str = "How to read this";
pub const ABOUT: &str = "About the data";
pub const QUOTE_OPEN: &str = "“";
pub const QUOTE_CLOSE: &str = "”";
pub const DIFFERENCE_MARK: &str = "≠";
pub const PUBLISHED_UNKNOWN: &str = "published at an unknown date";
pub const CERTAIN: &str = "on this day";
pub const UNCERTAIN: &str = "on this day or later";
pub const FROM: &str = "From";
pub const TO: &str = "To";
pub const ALL_DAYS: &str = "All days";
pub const VERBATIM: &str = "Only the articles’ own words";
pub const SEARCH: &str = "Search";
pub const COPY_LINK: &str = "Copy link";
pub const SHARE: &str = "Share";
pub const COUNT: &str = "Count";
pub const EVENT_ALONE: &str = "This event by itself";
pub const DIFFERENCE_ALONE: &str = "by itself";
pub const ALL_EVENTS: &str = "All events and articles side by side";
pub const WITHOUT_SCRIPT: &str = "Search, filters and comparison need JavaScript, which is switched off here. All that the articles report can be read below.";
/// The language of these words, with the region whose dates it writes.
pub const LANGUAGE: &str = "en-GB";

pub fn or_later(day: &str) -> String {
    [day, ", or later"].concat()
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
    if found == all { events(all) } else { [&grouped(found), " of ", &events(all)].concat() }
}

pub fn updated(date: &str) -> String {
    ["updated ", date].concat()
}

pub fn published(date: &str) -> String {
    ["published ", date].concat()
}

pub fn source_name(label: &str, title: &str) -> String {
    ["Article ", label, ": ", title].concat()
}

pub fn reported_by(labels: &[&str]) -> String {
    match labels {
        [] => "Reported by none".into(),
        _ => ["Reported by ", &labels.join(", ")].concat(),
    }
}

/// The most sources that each have a place in a row of badges.
const PLACES: usize = 12;

/// How many of all sources report it, where these are too many for each to have its place: *12 of 28*.
pub fn reporting_of(reporting: usize, all: usize) -> Option<String> {
    (all > PLACES).then(|| [&grouped(reporting), " of ", &grouped(all)].concat())
}

/// Where a source gives an answer that it doesn't give in the event at hand.
pub fn answers_elsewhere(label: &str) -> String {
    [label, ": its words stand with another event"].concat()
}

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

/// The last line of the page.
pub fn colophon(creators: &str, license: &str, version: &str) -> String {
    let by = if creators.is_empty() { String::new() } else { ["Coded by ", creators, ". "].concat() };
    [&by, "The coding is under ", license, "; quoted words belong to their sources. Version ", version, " of the data."]
        .concat()
}

/// *1 event*, *78 events*.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    [grouped(count).as_str(), " ", if count == 1 { one } else { many }].concat()
}

/// What has become of an event, in a word or two.
pub const fn status_word(status: Status) -> &'static str {
    match status {
        Status::Occurred => "happened",
        Status::Planned => "planned",
        Status::Proposed => "proposed",
        Status::Cancelled => "called off",
        Status::Claimed => "claimed",
        Status::Denied => "denied",
    }
}

pub const fn quote_kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct quote",
        QuoteKind::Mixed => "mixed quote",
        QuoteKind::Indirect => "indirect quote",
    }
}

/// What a link to a quote is called.
pub fn link_to_quote(speaker: &str) -> String {
    ["Link to this quote of: ", speaker].concat()
}

/// What the histogram shows, if a bar stands for so many days.
pub fn by_day(days: usize) -> String {
    match days {
        1 => "Reports by day".into(),
        _ => ["Reports in steps of ", &grouped(days), " days"].concat(),
    }
}

/// How many events the histogram leaves out.
pub fn not_drawn(count: usize) -> String {
    if count == 0 {
        return String::new();
    }
    ["Not drawn: ", &events(count), " (background, or day not known)"].concat()
}

/// A whole number with its thousands set apart: *12,345*.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        let written = [0, 999, 1_000, 12_345, 1_234_567].map(grouped);
        assert_eq!(written, ["0", "999", "1,000", "12,345", "1,234,567"]);
    }

    #[test]
    fn who_reports_it_is_told_even_if_it_is_nobody() {
        assert_eq!(reported_by(&["A", "C"]), "Reported by A, C");
        assert_eq!(reported_by(&[]), "Reported by none");
    }

    #[test]
    fn where_sources_are_too_many_for_a_row_of_badges_they_are_counted() {
        assert_eq!(reporting_of(3, 5), None);
        assert_eq!(reporting_of(12, 28).as_deref(), Some("12 of 28"));
    }

    #[test]
    fn from_whom_it_is_known_has_names_only_where_somebody_is_named() {
        assert_eq!(basis(Basis::Official, "the port"), "from officials: the port");
        assert_eq!(basis(Basis::Own, ""), "in the article’s own voice");
        assert_eq!(basis(Basis::Unattributed, "the port"), "without saying from whom");
    }
}
