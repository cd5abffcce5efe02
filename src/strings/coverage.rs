//! Words of the page *coverage*.

use sidebyline_compare::Kind;

use super::{articles, counted};
use crate::intl::number;

pub const TITLE: &str = "Who reports what";
pub const HELP: &str = "Press a cell for the article’s own words, or for what its silence means.";
pub const KEYS: &str = " In the table, the arrow keys go from cell to cell, and Enter opens one.";
pub const EVENT: &str = "Event";
pub const REPORTS: &str = "Reports";
pub const DIFFERENCES: &str = "Differences";
pub const TOTALS: &str = "How many events";
pub const ALONE: &str = "of these, it alone";
pub const ROWS: &str = "Which events";
pub const ON_THIS: &str = "Compare all on this event";
pub const NO_ROW_WHY: &str = "Of the events found, none is as chosen here in these columns.";

/// How the rows can be ordered.
pub const BY_DATE: &str = "in order of time";
pub const BY_REPORTS: &str = "most reported first";
pub const BY_DISAGREEMENT: &str = "most disputed first";

/// What stands in a cell, for the eye; the styles add ≠ where there is a difference.
pub const fn glyph(kind: Kind) -> &'static str {
    match kind {
        Kind::Reported | Kind::Discrepant => "●",
        Kind::CouldHave => "–",
        Kind::CouldNot => "∅",
        Kind::Unknown => "?",
    }
}

/// What stands in a cell, in words.
pub const fn state(kind: Kind) -> &'static str {
    match kind {
        Kind::Reported => "reports it",
        Kind::Discrepant => "reports it, differs",
        Kind::CouldHave => "silent",
        Kind::CouldNot => "before it was known",
        Kind::Unknown => "not known",
    }
}

/// What is counted in a row of totals.
pub const fn total(kind: Kind) -> &'static str {
    match kind {
        Kind::Reported => "reports it",
        Kind::Discrepant => "of these, with a difference",
        Kind::CouldHave => "silent, and could have reported it",
        Kind::CouldNot => "silent: came out before it was known",
        Kind::Unknown => "silent: not known whether it could",
    }
}

/// *3 of 5*.
pub fn of(reports: usize, all: usize) -> String {
    [&number(reports), " of ", &number(all)].concat()
}

/// *3 of 5 articles report it: compare them*.
pub fn of_articles(reports: usize, all: usize) -> String {
    [number(reports).as_str(), " of ", &articles(all), if reports == 1 { " reports it" } else { " report it" }].concat()
}

pub fn outlets(count: usize) -> String {
    counted(count, "outlet", "outlets")
}

/// What follows the number of events that an outlet reports.
pub const fn in_all(count: usize) -> &'static str {
    if count == 1 { " event in all" } else { " events in all" }
}

// Who draws on whom.

pub const DRAWS: &str = "Who may draw on whom";
pub const DRAWS_HINT: &str = "In all of the data, whatever is filtered. That reports are independent can’t be read off texts; this is what speaks against it.";
pub const NO_DRAWS: &str = "Nothing in the data ties these articles. That doesn’t show that they are independent.";
pub const NO_TIE: &str = "no tie known";
pub const NO_TIE_WHY: &str = "Nothing in the data ties these reports. That doesn’t show that they are independent.";
pub const TIES: &str = "What may tie them:";
pub const WHERE: &str = "Where: ";
pub const SAME_VOICES: &str = "They have it, or a part of it, from the same voice, on ";

fn origins(count: usize) -> String {
    counted(count, "origin", "origins")
}

/// To how many origins reports may come down.
pub fn perhaps(count: usize) -> String {
    ["perhaps ", &origins(count)].concat()
}

/// To which groups of articles reports come down, and that they need not.
pub fn may_come_down(reports: usize, groups: &[String]) -> String {
    let remain = if groups.len() == 1 { " remains: " } else { " remain: " };
    let (reports, left, groups) = (articles(reports), origins(groups.len()), groups.join("; "));
    [&reports, " report it. If all that may tie them does, ", &left, remain, &groups, "."].concat()
}

/// How many pairs of articles may not be independent.
pub fn pairs(count: usize) -> String {
    counted(count, "pair of articles", "pairs of articles")
}

pub fn draws_on(one: &str, other: &str) -> String {
    [one, " is said in the data to draw on ", other, "."].concat()
}

/// What article draws on an address that is none of the articles; the address follows.
pub fn draw_on_link(labels: &str, several: bool) -> String {
    [labels, if several { " are said in the data to draw on " } else { " is said in the data to draw on " }].concat()
}

/// *B, C have it, or a part of it, from Anna Lind.*
pub fn have_it_from(labels: &str, name: &str, anonymous: bool) -> String {
    let caveat = if anonymous { ", who need not be the same" } else { "" };
    [labels, " have it, or a part of it, from ", name, caveat, "."].concat()
}

pub fn have_it_unnamed(labels: &str) -> String {
    [labels, " have it, or a part of it, from somebody who isn’t named; this may be the same."].concat()
}

pub fn share_words(labels: &str, words: usize) -> String {
    [labels, " have the same ", &number(words), " words in a row: "].concat()
}

// The columns.

pub const COLUMNS: &str = "Order of the columns";
pub const BY_OUTLET: &str = "The articles of an outlet together";
pub const USUAL_ORDER: &str = "Usual order";
pub const LEFT_MARK: &str = "←";
pub const RIGHT_MARK: &str = "→";

pub fn move_left(label: &str) -> String {
    ["Move ", label, " to the left"].concat()
}

pub fn move_right(label: &str) -> String {
    ["Move ", label, " to the right"].concat()
}

/// What is said when a column has moved.
pub fn moved(label: &str, place: usize, all: usize) -> String {
    [label, " is now column ", &number(place), " of ", &number(all)].concat()
}
