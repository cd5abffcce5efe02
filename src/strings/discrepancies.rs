//! Words of the page *discrepancies*.

use sidebyline_compare::scale::Axis;
use sidebyline_dataset::model::{Dimension, Nature};

use super::counted;
use crate::intl::number;

pub const LEDE: &str = "Each question here is answered differently by two articles, or in two ways by one. Below it stands what each article says, with its own words where we may show them. Nothing here says who is right.";
pub const BY_DIMENSION: &str = "What the articles differ in";
pub const BY_NATURE: &str = "Why they differ; each leads to just these";
pub const QUESTIONS: &str = " questions";
pub const NONE_FOUND: &str = "The events found raise no question on which the articles differ as asked.";
pub const ANSWER: &str = "Answer, in our words: ";
pub const NO_EVENT: &str = "It belongs to no event.";

pub fn questions(count: usize) -> String {
    counted(count, "question", "questions")
}

/// How many are found: *12 of 77 questions*.
pub fn found(found: usize, all: usize) -> String {
    if found == all { questions(all) } else { [&number(found), " of ", &questions(all)].concat() }
}

/// The heading of a dimension.
pub const fn about(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Number => "Numbers",
        Dimension::Date => "Dates",
        Dimension::Place => "Places",
        Dimension::Participant => "Who takes part",
        Dimension::Attribution => "Who said or did it",
        Dimension::Status => "What has become of it",
        Dimension::Condition => "Conditions and purposes",
        Dimension::Sequence => "What came first",
        Dimension::Wording => "Wording",
        Dimension::Name => "Names and titles",
    }
}

/// What stands under a dimension.
pub const fn hint(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Number => "Counts, lengths, shares and sums.",
        Dimension::Date => "When something was.",
        Dimension::Place => "Where something is, or how far it reaches.",
        Dimension::Participant => "Who is there, or who is meant.",
        Dimension::Attribution => "On whose word something is known, or whose doing it is.",
        Dimension::Status => "Done, planned, offered, denied; whether it goes on.",
        Dimension::Condition => "On what it depends, and what it is for.",
        Dimension::Sequence => "The order of things, and what led to what.",
        Dimension::Wording => "Which words are chosen for the same thing.",
        Dimension::Name => "How somebody or something is called.",
    }
}

/// The mark of a nature; words stand beside it.
pub const fn glyph(nature: Nature) -> &'static str {
    match nature {
        Nature::Contradiction => "≠",
        Nature::Moment => "→",
        Nature::Emphasis => "≈",
        Nature::Unclear => "?",
    }
}

// Who doesn't say.

pub const REPORTS_ONLY: &str = "the event is reported, this isn’t answered";
pub const COULD_HAVE: &str = "silent on the event, which could already be known";
pub const COULD_NOT: &str = "published before the event could be known";
pub const NOT_KNOWN: &str = "silent on the event; whether it could be known yet can’t be told";
pub const NOT_SAID: &str = "no answer";

// What the dates of publication say.

pub const ALL_APART: &str = "By their dates, the articles that differ came out one after the other";
pub const SOME_APART: &str = "By their dates, some of the articles that differ came out one after the other";
pub const NONE_APART: &str = "By their dates, which of the articles that differ came out first isn’t known";

/// *E came out before C, D.*
pub fn before(earlier: &str, later: &[&str]) -> String {
    [earlier, " came out before ", &later.join(", "), "."].concat()
}

/// *A and E may have come out in either order.*
pub fn either_order(one: &str, others: &[&str]) -> String {
    [one, " may have come out before or after ", &others.join(", "), "."].concat()
}

// Scales.

pub const SCALE: &str = "Scale";
pub const PUBLICATIONS: &str = "When these articles came out";
pub const LOGARITHM: &str = ", by powers of ten";

pub fn scale(axis: Axis, unit: &str) -> String {
    match axis {
        Axis::Time => "On a scale of time".into(),
        _ if unit.is_empty() => "On a common scale".into(),
        _ => ["On a common scale: ", unit].concat(),
    }
}

/// How many of the answers can be put on the scale.
pub fn on_scale(laid: usize, of: usize) -> String {
    [" (", &number(laid), " of ", &number(of), ")"].concat()
}

pub fn as_date(date: &str) -> String {
    [" (", date, ")"].concat()
}

// Where things lead.

pub fn compare(title: &str) -> String {
    ["Compare: ", title].concat()
}

pub fn report_in_compare(label: &str) -> String {
    ["its report: article ", label, ", in the comparison"].concat()
}

pub fn quote_in_compare(label: &str) -> String {
    ["its quote: article ", label, ", in the comparison"].concat()
}

pub fn copy_link_to(question: &str) -> String {
    ["Copy link to the question: ", question].concat()
}
