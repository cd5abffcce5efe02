//! What is taken out of a dataset.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{DiscrepancyIdx, EventIdx, MentionIdx, QuoteIdx};
use sidebyline_query::{Matches, Timeline};

/// What is taken out of a dataset, each list in the order in which the page shows it: events as they happened, and with
/// each what it has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The events.
    pub events: Vec<EventIdx>,
    /// The mentions of these events that are found.
    pub mentions: Vec<MentionIdx>,
    /// The quotes that are found; those that belong to no event come last.
    pub quotes: Vec<QuoteIdx>,
    /// The discrepancies that are found; those that are about no event come last.
    pub discrepancies: Vec<DiscrepancyIdx>,
}

impl Excerpt {
    /// What a view finds: just what the page lists and counts.
    pub fn of(dataset: &Dataset, timeline: &Timeline, matches: &Matches) -> Self {
        let days = timeline.days.iter().chain(&timeline.background);
        let events = days.flat_map(|day| &day.events).copied().filter(|&event| matches.has_event(event));
        let mut excerpt = Self { events: events.collect(), ..Self::default() };
        for &event in &excerpt.events {
            let row = &dataset.events[event];
            excerpt.mentions.extend(row.mentions.iter().filter(|&&mention| matches.has_mention(mention)));
            excerpt.quotes.extend(row.quotes.iter().filter(|&&quote| matches.has_quote(quote)));
            excerpt.discrepancies.extend(row.discrepancies.iter().filter(|&&at| matches.has_discrepancy(at)));
        }
        let loose = dataset.quotes.iter().filter(|(at, quote)| quote.event.is_none() && matches.has_quote(*at));
        excerpt.quotes.extend(loose.map(|(at, _)| at));
        let loose = dataset.discrepancies.iter();
        let loose = loose.filter(|(at, about)| about.event.is_none() && matches.has_discrepancy(*at));
        excerpt.discrepancies.extend(loose.map(|(at, _)| at));
        excerpt
    }

    /// An event with all that the dataset has on it.
    pub fn of_event(dataset: &Dataset, event: EventIdx) -> Self {
        let row = &dataset.events[event];
        Self {
            events: vec![event],
            mentions: row.mentions.clone(),
            quotes: row.quotes.clone(),
            discrepancies: row.discrepancies.clone(),
        }
    }
}
