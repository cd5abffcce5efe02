//! Words of the page that compares.

use sidebyline_compare::{Kind, Silence, Why};

use crate::intl::number;

pub const TITLE: &str = "Articles side by side";
pub const COLUMNS: &str = "Articles";
pub const COLUMNS_HINT: &str = "Two or more; the same choice as the filter “Reported by”.";
pub const EVENT: &str = "Event";
pub const ABOUT_ARTICLE: &str = "About the article";
pub const PUBLISHED: &str = "Published ";
pub const ROWS: &str = "Which events";
pub const ALL: &str = "All events";
pub const DIFFERENCES: &str = "Only differences";
pub const SHARED: &str = "In all";
pub const ONLY: &str = "Only in";
pub const SHOW_ALL: &str = "Show all events";
pub const NO_ANSWER: &str = "no answer";
/// *A, C: no answer*.
pub fn no_answers(labels: &[&str]) -> String {
    [&labels.join(", "), ": ", NO_ANSWER].concat()
}

pub const NO_ANSWER_MARK: &str = "–";
pub const ITS_REPORT: &str = "its report";
pub const ITS_QUOTE: &str = "its quote";
pub const WITH_ANOTHER_EVENT: &str = "with another event";

pub fn article(label: &str) -> String {
    ["Article ", label].concat()
}

/// *Only in A*, for who listens.
pub fn only_in(source: &str) -> String {
    ["Only in ", source].concat()
}

/// What is said when the choice of rows leaves none.
pub const NO_ROW: &str = "No event is left";
pub const NO_ROW_WHY: &str = "Of the events found, none is as chosen here among these articles.";

/// What *Only differences* leaves, as the signs elsewhere count more.
pub const DIFFERENCES_HINT: &str =
    "These events set articles apart. On other pages a difference can also be that one article contradicts itself.";

/// What is said of the rows when they are chosen by what one article has.
pub fn chosen(kind: Kind, label: &str, count: usize) -> String {
    let what = match kind {
        Kind::Reported => " reports",
        Kind::Discrepant => " reports with a difference",
        Kind::CouldHave => " is silent on, and could have reported",
        Kind::CouldNot => " is silent on, since it came out before they were known",
        Kind::Unknown => " is silent on, where what that means isn’t known",
    };
    ["Only events that article ", label, what, ": ", &number(count)].concat()
}

/// What is said of the rows when they are those of one article alone.
pub fn chosen_alone(label: &str, count: usize) -> String {
    ["Only events that article ", label, " alone reports: ", &number(count)].concat()
}

/// How many found events have no row.
pub fn left_out(count: usize) -> String {
    let events = if count == 1 {
        " event found is left out: none of these articles reports it."
    } else {
        " events found are left out: none of these articles reports them."
    };
    [number(count).as_str(), events].concat()
}

pub fn more_quotes(count: usize) -> String {
    [number(count).as_str(), if count == 1 { " more quote" } else { " more quotes" }].concat()
}

pub const fn silence(silence: Silence) -> &'static str {
    match silence {
        Silence::CouldHave => "silent",
        Silence::CouldNot => "before it was known",
        Silence::Unknown(_) => "not known",
    }
}

/// *B, C: silent*.
pub fn silent(labels: &[&str], silence: Silence) -> String {
    [&labels.join(", "), ": ", self::silence(silence)].concat()
}

pub fn article_published(date: Option<&str>) -> String {
    match date {
        Some(date) => ["The article was published ", date, "."].concat(),
        None => "When the article was published isn’t known.".into(),
    }
}

pub fn first_known(date: Option<&str>) -> String {
    match date {
        Some(date) => [" The event could first be known: ", date, "."].concat(),
        None => " From when on the event could be known isn’t given.".into(),
    }
}

pub fn reporter(label: &str, date: &str) -> String {
    [" ", label, ", which reports it, was published ", date, "."].concat()
}

/// What follows from the dates.
pub const fn conclusion(silence: Silence) -> &'static str {
    match silence {
        Silence::CouldHave => " So it could have reported the event. That doesn’t mean that it should have.",
        Silence::CouldNot => " So it could not report the event.",
        Silence::Unknown(Why::NoPublished | Why::NoKnownFrom) => {
            " So it can’t be told whether it could have reported the event."
        }
        Silence::Unknown(Why::Overlap) => " Which of the two came first can’t be told.",
        Silence::Unknown(Why::PartlyCoded) => {
            " So it could have reported the event, and may well do so: only a part of its text is in the data."
        }
        Silence::Unknown(Why::Contradiction) => " These dates can’t all be right, so nothing follows from them.",
    }
}
