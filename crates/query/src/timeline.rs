//! The order in which things are shown: days, background, columns. It is the same whatever is selected.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::edtf::{Edtf, End, Precision, Shape};
use sidebyline_dataset::model::{EventIdx, MentionIdx, QuoteIdx, SourceIdx};

/// All events in the order of time, and the quotes that belong to none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The weeks that the story is about.
    pub days: Vec<Day>,
    /// The story's past.
    pub background: Vec<Day>,
    /// Quotes that belong to no event, in the dataset's order.
    pub loose: Vec<QuoteIdx>,
}

/// The events of one day, or of what is known instead of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which day.
    pub when: When,
    /// Its events: those that lie wholly within it first.
    pub events: Vec<EventIdx>,
}

/// What a group of events has in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// They begin on this day, or may begin on it at the earliest: the day's first second.
    Day(i64),
    /// They have the same date, which is less precise than a day, or has no first day.
    Date(String),
    /// It isn't known.
    Unknown,
}

impl Timeline {
    /// The timeline of `dataset`.
    pub fn new(dataset: &Dataset) -> Self {
        let mut events: Vec<EventIdx> = dataset.events.indices().collect();
        // A sort that keeps the dataset's order where the dates don't decide.
        events.sort_by_key(|&event| order(dataset.events[event].when.as_ref()));
        let (background, recent): (Vec<_>, Vec<_>) = events.into_iter().partition(|&event| dataset.events[event].background);
        let loose = dataset.quotes.iter().filter(|(_, quote)| quote.event.is_none()).map(|(quote, _)| quote).collect();
        Self { days: days(dataset, recent), background: days(dataset, background), loose }
    }
}

fn days(dataset: &Dataset, events: Vec<EventIdx>) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for event in events {
        let when = group(dataset.events[event].when.as_ref());
        // Dates that are less precise than a day can stand between two events of one day.
        match days.iter_mut().rev().find(|day| day.when == when) {
            Some(day) => day.events.push(event),
            None => days.push(Day { when, events: vec![event] }),
        }
    }
    days
}

/// Earlier first; what begins on the same day in the order of its end; what isn't known last.
fn order(when: Option<&Edtf>) -> (i64, i64) {
    let Some(when) = when else { return (i64::MAX, i64::MAX) };
    let latest = when.latest().unwrap_or(i64::MAX);
    // What has no known start is put before its end.
    (when.earliest().unwrap_or(latest), latest)
}

fn group(when: Option<&Edtf>) -> When {
    let Some(when) = when else { return When::Unknown };
    let first = match when.shape() {
        Shape::Date(date) => End::Date(date),
        Shape::Lasting(from, _) | Shape::OneOf(from, _) => from,
    };
    match first.date() {
        Some(date) if date.precision >= Precision::Day => When::Day(date.first - date.first.rem_euclid(86_400)),
        _ => When::Date(when.as_str().into()),
    }
}

/// What one source has on one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The source.
    pub source: SourceIdx,
    /// Its reports.
    pub mentions: Vec<MentionIdx>,
    /// Its quotes about the event, or made at it.
    pub quotes: Vec<QuoteIdx>,
}

/// What each source has on `event`, in the order of the sources. A source that has nothing has no column.
pub fn columns(dataset: &Dataset, event: EventIdx) -> Vec<Column> {
    let event = &dataset.events[event];
    let column = |source| Column {
        source,
        mentions: event.mentions.iter().copied().filter(|&mention| dataset.mentions[mention].source == source).collect(),
        quotes: event.quotes.iter().copied().filter(|&quote| dataset.quotes[quote].source == source).collect(),
    };
    let filled = |column: &Column| !(column.mentions.is_empty() && column.quotes.is_empty());
    dataset.sources.indices().map(column).filter(filled).collect()
}

#[cfg(test)]
mod tests;
