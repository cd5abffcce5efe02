//! What is looked up, built once a dataset: each event's words, each source's events.
//!
//! What is counted is events. An event is a match if one of the chosen sources has something on it *and* every word of
//! the text occurs somewhere in it: in its title, in what any source says of it or quotes, in a name, in a
//! discrepancy. So choosing a source chooses events, and all sources stay side by side.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{ActorIdx, Content, EventIdx, MentionIdx, Quote, QuoteIdx, Run, SourceIdx};
use sidebyline_dataset::table::Idx;

use crate::fold::{Needles, fold};
use crate::selection::Selection;
use crate::set::Set;
use crate::timeline::columns;
use crate::view::Filter;

/// What is looked up.
#[derive(Clone, Debug)]
pub struct Index {
    /// The folded words of each event.
    words: Vec<String>,
    /// The events on which each source has something.
    reported: Vec<Set<EventIdx>>,
    /// The quotes that belong to no event, with their folded words.
    loose: Vec<(QuoteIdx, SourceIdx, String)>,
}

/// What a selection finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matches {
    /// The events.
    pub events: Set<EventIdx>,
    /// How many events each source would find, alone, with the other filters as they are.
    pub by_source: Vec<usize>,
    /// The quotes that belong to no event.
    pub quotes: Set<QuoteIdx>,
}

impl Index {
    /// The index of `dataset`.
    pub fn new(dataset: &Dataset) -> Self {
        let mut reported: Vec<Set<EventIdx>> =
            dataset.sources.iter().map(|_| Set::none(dataset.events.len())).collect();
        for event in dataset.events.indices() {
            for column in columns(dataset, event) {
                reported[column.source.position()].insert(event);
            }
        }
        let loose = dataset.quotes.iter().filter(|(_, quote)| quote.event.is_none()).map(|(index, quote)| {
            let mut words = String::new();
            Words { dataset, into: &mut words }.quote(quote);
            (index, quote.source, words)
        });
        Self {
            words: dataset.events.indices().map(|event| event_words(dataset, event)).collect(),
            reported,
            loose: loose.collect(),
        }
    }

    /// What `selection` finds.
    pub fn matching(&self, selection: &Selection) -> Matches {
        let containing = self.containing(&selection.needles);
        let by_source = self.reported.iter().map(|reported| reported.shared(&containing)).collect();
        let mut quotes = Set::none(self.loose.iter().map(|&(quote, ..)| quote.position() + 1).max().unwrap_or(0));
        for (quote, source, words) in &self.loose {
            let chosen = selection.sources.is_empty() || selection.sources.contains(source);
            if chosen && selection.needles.all_in(words) {
                quotes.insert(*quote);
            }
        }
        Matches { events: self.reported_by(&selection.sources, containing), by_source, quotes }
    }

    /// For each filter that is in force: how many events there would be without it.
    pub fn without_each(&self, selection: &Selection) -> Vec<(Filter, usize)> {
        let without = |filter: Filter| match filter {
            Filter::Sources => self.containing(&selection.needles).len(),
            Filter::Text => self.reported_by(&selection.sources, Set::all(self.words.len())).len(),
        };
        Filter::ALL
            .into_iter()
            .filter(|&filter| selection.view.has(filter))
            .map(|filter| (filter, without(filter)))
            .collect()
    }

    fn containing(&self, needles: &Needles) -> Set<EventIdx> {
        if needles.is_empty() {
            return Set::all(self.words.len());
        }
        let mut events = Set::none(self.words.len());
        let containing = self.words.iter().enumerate().filter(|(_, words)| needles.all_in(words));
        containing.for_each(|(position, _)| events.insert(EventIdx::new(position)));
        events
    }

    /// Those of `events` on which one of `sources` has something; all of them if no source is chosen.
    fn reported_by(&self, sources: &[SourceIdx], mut events: Set<EventIdx>) -> Set<EventIdx> {
        if !sources.is_empty() {
            let mut any = Set::none(self.words.len());
            for source in sources {
                any.add(&self.reported[source.position()]);
            }
            events.keep(&any);
        }
        events
    }
}

/// All words that are shown with an event, folded.
fn event_words(dataset: &Dataset, event: EventIdx) -> String {
    let event = &dataset.events[event];
    let mut into = String::new();
    let mut words = Words { dataset, into: &mut into };
    words.text(&event.title.0);
    event.mentions.iter().for_each(|&mention| words.mention(mention));
    event.quotes.iter().for_each(|&quote| words.quote(&dataset.quotes[quote]));
    for &discrepancy in &event.discrepancies {
        let discrepancy = &dataset.discrepancies[discrepancy];
        words.text(&discrepancy.question.0);
        discrepancy.note.iter().for_each(|note| words.text(&note.0));
        discrepancy.answers.iter().for_each(|answer| words.text(&answer.value.0));
    }
    into
}

/// Collects folded words.
struct Words<'a> {
    dataset: &'a Dataset,
    into: &'a mut String,
}

impl Words<'_> {
    /// Texts are kept apart, so that what hangs together is not found across their border.
    fn text(&mut self, text: &str) {
        fold(text, self.into);
        self.into.push('\n');
    }

    fn actors(&mut self, actors: &[ActorIdx]) {
        for &actor in actors {
            let actor = &self.dataset.actors[actor];
            self.text(&actor.name);
            actor.aliases.iter().for_each(|alias| self.text(alias));
        }
    }

    fn mention(&mut self, mention: MentionIdx) {
        let mention = &self.dataset.mentions[mention];
        self.text(&mention.paraphrase.0);
        mention.fragments().for_each(|fragment| self.text(&fragment.0));
        self.actors(&mention.actors);
        self.actors(&mention.via);
        for &place in &mention.places {
            let place = &self.dataset.places[place];
            self.text(&place.name);
            place.aliases.iter().for_each(|alias| self.text(alias));
        }
    }

    fn quote(&mut self, quote: &Quote) {
        match &quote.content {
            Content::Direct(parts) => parts.iter().for_each(|part| self.text(&part.0)),
            Content::Mixed(runs) => {
                let words = |run: &Run| match run {
                    Run::Quoted(words) => words.0.clone(),
                    Run::Own(words) => words.0.clone(),
                };
                self.text(&runs.iter().map(words).collect::<String>());
            }
            Content::Indirect(words) => self.text(&words.0),
        }
        self.text(&quote.cue);
        self.actors(&quote.speakers);
        self.actors(&quote.via);
        quote.addressee.iter().for_each(|&addressee| self.actors(&[addressee]));
    }
}

#[cfg(test)]
mod tests;
