//! Words of facets, chips, counts.

use sidebyline_query::facet::Level;
use sidebyline_query::{Facet, SourceMode, Unit};

pub use sidebyline_export::words::missing;
pub use sidebyline_words::phrases::{COUNT, HOW_TO_READ, VERBATIM};
pub use sidebyline_words::values::{basis, kind, nature, status};

use super::{count_of, counted, facet_name};
use crate::intl::number;

pub const FILTERS: &str = "Filters";
pub const HINT: &str = "Choose what has to be there; “not” leaves it out.";
pub const NOT: &str = "not";
pub const CLOSE: &str = "Close";
pub const CHOSEN: &str = "Chosen filters";
pub const REMOVE: &str = "Remove: ";
pub const CLEAR_ALL: &str = "Clear all";
pub const COPY_VIEW: &str = "Copy link to this view";
pub const SYNTAX: &str = "“Quotation marks” keep words together; a minus before a word leaves out what has it.";
pub const NOTICES: &str = "About this link";

/// What a group of facets speaks of.
pub const fn level(level: Level) -> &'static str {
    match level {
        Level::Event => "About the event",
        Level::Mention => "About one report",
        Level::Quote => "About one quote",
        Level::Discrepancy => "About one difference",
    }
}

/// What has to hold of one and the same thing.
pub const fn level_hint(level: Level) -> &'static str {
    match level {
        Level::Event => "What holds of the event as a whole.",
        Level::Mention => "All of it must hold of one and the same report.",
        Level::Quote => "All of it must hold of one and the same quote.",
        Level::Discrepancy => "All of it must hold of one and the same difference.",
    }
}

/// How many values are chosen, after a facet's name.
pub fn chosen(count: usize) -> String {
    if count == 0 { String::new() } else { [&number(count), " chosen"].concat() }
}

pub fn exclude(name: &str) -> String {
    ["not ", name].concat()
}

pub fn show_all(count: usize) -> String {
    ["Show all ", &number(count)].concat()
}

pub fn show_more(count: usize) -> String {
    ["Show ", &number(count), " more"].concat()
}

pub const SHOW_FEWER: &str = "Show fewer";

/// What the field that narrows a facet's values is called.
pub const fn find(facet: Facet) -> &'static str {
    match facet {
        Facet::Source => "Find an article",
        Facet::Topic => "Find a topic",
        Facet::Place => "Find a place",
        Facet::Speaker => "Find a speaker",
        Facet::Affiliation => "Find whom they speak for",
        Facet::Cue => "Find a reporting word",
        _ => "Find one of these",
    }
}

pub const NONE_FOUND: &str = "None is called so.";

/// Before the number of a value, for who listens.
pub const fn before_count(facet_has_choices: bool) -> &'static str {
    if facet_has_choices { " would find " } else { " " }
}

/// After the number of a value, for who listens.
pub fn after_count(count: usize, unit: Unit) -> &'static str {
    match (unit, count == 1) {
        (Unit::Events, true) => " event",
        (Unit::Events, false) => " events",
        (Unit::Mentions, true) => " report",
        (Unit::Mentions, false) => " reports",
        (Unit::Quotes, true) => " quote",
        (Unit::Quotes, false) => " quotes",
    }
}

pub const fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Events => "events",
        Unit::Mentions => "reports",
        Unit::Quotes => "quotes",
    }
}

/// How many are found, in the unit that is counted, and how many events are listed if that isn't the same.
pub fn found(unit: Unit, found: usize, all: usize, listed: Option<usize>) -> String {
    let counted =
        if found == all { count_of(all, unit) } else { [&number(found), " of ", &count_of(all, unit)].concat() };
    match listed {
        Some(events) => [&counted, "; ", &count_of(events, Unit::Events), " listed"].concat(),
        None => counted,
    }
}

pub fn show(count: usize, unit: Unit) -> String {
    ["Show ", &count_of(count, unit)].concat()
}

/// How the chosen articles have to report, where it is chosen.
pub fn mode(mode: SourceMode) -> String {
    match mode {
        SourceMode::Any => "any of".into(),
        SourceMode::All => "all of".into(),
        SourceMode::None => "none of".into(),
        SourceMode::Only => "only".into(),
        SourceMode::AtLeast(least) => ["at least ", &number(usize::from(least)), " of"].concat(),
    }
}

/// The same as a filter, named after it.
pub fn mode_chosen(of: SourceMode, some_are_chosen: bool) -> String {
    let of_what = if some_are_chosen { " these" } else { " all articles" };
    match of {
        SourceMode::All if !some_are_chosen => "all articles".into(),
        of => [&mode(of), of_what].concat(),
    }
}

/// What that means.
pub fn mode_hint(mode: SourceMode, some_are_chosen: bool) -> String {
    match (mode, some_are_chosen) {
        (SourceMode::Any, true) => "What at least one of the chosen articles reports.".into(),
        (SourceMode::Any, false) => "No article is chosen: any will do.".into(),
        (SourceMode::All, true) => "What every chosen article reports.".into(),
        (SourceMode::All, false) => "No article is chosen: what every article reports.".into(),
        (SourceMode::None, true) => "What no chosen article reports.".into(),
        (SourceMode::None, false) => "No article is chosen: what none of them reports.".into(),
        (SourceMode::Only, true) => "What a chosen article reports and no other does.".into(),
        (SourceMode::Only, false) => "No article is chosen: what any of them reports.".into(),
        (SourceMode::AtLeast(least), some) => {
            let least = number(usize::from(least));
            if some {
                ["What at least ", &least, " of the chosen articles report."].concat()
            } else {
                ["No article is chosen: what at least ", &least, " of them report."].concat()
            }
        }
    }
}

/// What a choice in a facet is called where its value stands behind: *Topic* Crimea.
pub const fn chip(facet: Facet) -> &'static str {
    match facet {
        Facet::Source => "Article",
        Facet::Reporters => "Reported by",
        facet => facet_name(facet),
    }
}

pub const OWN_WORDS: &str = "Search own words";

pub fn in_marks(text: &str) -> String {
    [super::QUOTE_OPEN, text, super::QUOTE_CLOSE].concat()
}

// Where nothing is left.

pub fn nothing(listed: Unit, asked: &[String]) -> String {
    let what = if listed == Unit::Quotes { "No quote fits" } else { "No event fits" };
    [what, " all of this: ", &asked.join("; "), "."].concat()
}

pub const NOTHING_THERE: &str = "There is nothing of this kind in the articles.";
pub const NOT_ONE_ALONE: &str = "Lifting any one of these filters brings nothing back.";

/// A number of articles.
pub fn reporters(count: usize) -> String {
    if count == 0 { "no article".into() } else { counted(count, "article", "articles") }
}
