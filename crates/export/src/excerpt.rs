//! What is taken out of a dataset.

mod rows;

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{DiscrepancyIdx, EventIdx, MentionIdx, QuoteIdx, SourceIdx};
use sidebyline_query::{Matches, Page, Rows, Selection, Timeline};

pub use rows::{fits, kind};

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
        let loose = |&at: &QuoteIdx| dataset.quotes.head(at).event.is_none() && matches.has_quote(at);
        excerpt.quotes.extend(dataset.quotes.indices().filter(loose));
        let loose = dataset.discrepancies.iter();
        let loose = loose.filter(|(at, about)| about.event.is_none() && matches.has_discrepancy(*at));
        excerpt.discrepancies.extend(loose.map(|(at, _)| at));
        excerpt
    }

    /// What a view finds, narrowed by what its page narrows besides the filters: by the choice of rows where sources are
    /// compared, and to one source where that has the page to itself. `matches` are those of `selection`.
    pub fn of_view(dataset: &Dataset, timeline: &Timeline, selection: &Selection, matches: &Matches) -> Self {
        let excerpt = Self::of(dataset, timeline, matches);
        let view = &selection.view;
        match view.page {
            Page::Compare | Page::Coverage if view.rows != Rows::All => {
                let events = rows::rows(dataset, selection, &excerpt.events);
                excerpt.with_events(dataset, &events)
            }
            Page::Source => match dataset.sources.find(view.article()) {
                Some(source) => excerpt.in_source(dataset, source),
                None => excerpt,
            },
            _ => excerpt,
        }
    }

    /// Of these events only, and what belongs to them. What belongs to no event is left out.
    fn with_events(mut self, dataset: &Dataset, events: &[EventIdx]) -> Self {
        let has = |event: Option<EventIdx>| event.is_some_and(|event| events.contains(&event));
        self.events.retain(|&event| has(Some(event)));
        self.mentions.retain(|&mention| has(Some(dataset.mentions.head(mention).event)));
        self.quotes.retain(|&quote| has(dataset.quotes.head(quote).event));
        self.discrepancies.retain(|&discrepancy| has(dataset.discrepancies[discrepancy].event));
        self
    }

    /// Of what one source has: its mentions and quotes, their events, and the questions that it answers.
    fn in_source(mut self, dataset: &Dataset, source: SourceIdx) -> Self {
        self.mentions.retain(|&mention| dataset.mentions.head(mention).source == source);
        self.quotes.retain(|&quote| dataset.quotes.head(quote).source == source);
        self.discrepancies.retain(|&discrepancy| {
            let answers = &dataset.discrepancies[discrepancy].answers;
            answers.iter().flat_map(|answer| &answer.evidence).any(|evidence| evidence.source == source)
        });
        let told = |event: EventIdx, excerpt: &Self| {
            excerpt.mentions.iter().any(|&mention| dataset.mentions.head(mention).event == event)
                || excerpt.quotes.iter().any(|&quote| dataset.quotes.head(quote).event == Some(event))
        };
        let events: Vec<EventIdx> = self.events.iter().copied().filter(|&event| told(event, &self)).collect();
        self.discrepancies.retain(|&discrepancy| {
            dataset.discrepancies[discrepancy].event.is_none_or(|event| events.contains(&event))
        });
        self.events = events;
        self
    }

    /// The sources that have a mention or a quote in it, in the dataset's order.
    pub fn sources(&self, dataset: &Dataset) -> Vec<SourceIdx> {
        let mentions = self.mentions.iter().map(|&mention| dataset.mentions.head(mention).source);
        let quotes = self.quotes.iter().map(|&quote| dataset.quotes.head(quote).source);
        let mut sources: Vec<SourceIdx> = mentions.chain(quotes).collect();
        sources.sort_unstable();
        sources.dedup();
        sources
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use sidebyline_query::View;

    use super::*;
    use crate::testing::{harbour, views};

    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let story = harbour();
        let excerpt = story.excerpt(&View::parse(query).0);
        let mut events: Vec<&str> =
            excerpt.events.iter().map(|&event| story.dataset.events[event].id.as_str()).collect();
        events.sort_unstable();
        assert_eq!(events, expected, "{query}");
    }

    #[test]
    fn a_choice_of_rows_narrows_where_the_page_has_rows() {
        check("view=compare&source=a,c&rows=only.c", &["port-moves", "repairs", "vote"]);
        check("view=coverage&source=a,c&rows=only.c", &["port-moves", "repairs", "vote"]);
        assert!(harbour().excerpt(&View::parse("source=a,c&rows=only.c").0).events.len() > 3);
    }

    #[test]
    fn a_source_that_has_the_page_to_itself_has_the_excerpt_to_itself() {
        let story = harbour();
        let herald = story.dataset.sources.find("herald").expect("it is there");
        let excerpt = story.excerpt(&View::parse("view=source&article=herald").0);
        assert!(!excerpt.mentions.is_empty() && !excerpt.quotes.is_empty());
        assert!(excerpt.mentions.iter().all(|&mention| story.dataset.mentions.head(mention).source == herald));
        assert!(excerpt.quotes.iter().all(|&quote| story.dataset.quotes.head(quote).source == herald));
    }

    #[test]
    fn an_event_is_taken_with_all_that_the_dataset_has_on_it() {
        let story = harbour();
        let event = story.dataset.events.find("letter").expect("it is there");
        let excerpt = Excerpt::of_event(&story.dataset, event);
        assert_eq!((&excerpt.events[..], excerpt.mentions.len()), (&[event][..], 5));
    }

    proptest! {
        #[test]
        fn what_is_taken_is_found_and_belongs_together(view in views()) {
            let story = harbour();
            let (selection, excerpt) = (story.selection(&view), story.excerpt(&view));
            let matches = story.index.matching(&selection);
            let dataset = &story.dataset;
            prop_assert!(excerpt.events.iter().all(|&event| matches.has_event(event)));
            prop_assert!(excerpt.mentions.iter().all(|&mention| matches.has_mention(mention)));
            prop_assert!(excerpt.mentions.iter().all(|&mention| excerpt.events.contains(&dataset.mentions.head(mention).event)));
            prop_assert!(excerpt.quotes.iter().all(|&quote| matches.has_quote(quote)));
            prop_assert!(excerpt.quotes.iter().filter_map(|&quote| dataset.quotes.head(quote).event).all(|event| excerpt.events.contains(&event)));
            prop_assert!(excerpt.discrepancies.iter().all(|&discrepancy| matches.has_discrepancy(discrepancy)));
        }
    }
}
