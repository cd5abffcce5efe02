//! One source by itself: what it tells in its own order, what only it reports and what it leaves out, whom it quotes,
//! and with which words it introduces quotes.

mod absent;
mod course;
mod cues;
mod voices;

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{ActorIdx, EventIdx, MentionIdx, QuoteIdx, SourceIdx};

use crate::silence::Silence;
pub use cues::{CueRow, Cues};

/// One source by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The source.
    pub source: SourceIdx,
    /// What it tells, in its own order: reports and quotes that follow each other on the same event are one step.
    pub course: Vec<Step>,
    /// How many events it reports, by a mention or by a quote.
    pub events: usize,
    /// What no other source has, in the dataset's order.
    pub only: Vec<Only>,
    /// What it has nothing on though all others do that could, in the dataset's order.
    pub left_out: Vec<LeftOut>,
    /// Its quotes by who speaks: most quotes first, then most verbatim words, then by name; last whom the data name not.
    pub voices: Vec<Voice>,
}

/// What a source tells of one event without a break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The event; none for quotes that belong to none.
    pub event: Option<EventIdx>,
    /// What it tells; never nothing.
    pub items: Vec<Item>,
}

/// A report or a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A report.
    Mention(MentionIdx),
    /// A quote.
    Quote(QuoteIdx),
}

/// An event that one source alone reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Only {
    /// The event.
    pub event: EventIdx,
    /// The others, each with the kind of its silence, in the dataset's order.
    pub others: Vec<(SourceIdx, Silence)>,
}

/// An event on which a source has nothing though all others do that could. At least two others do; one, where there is
/// only one other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The event.
    pub event: EventIdx,
    /// What the silence of the source means.
    pub silence: Silence,
    /// The others that have something, in the dataset's order.
    pub reporters: Vec<SourceIdx>,
    /// The others that could not have: they were published before the event could be known.
    pub could_not: Vec<SourceIdx>,
}

/// The quotes in which the same people speak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Who speaks: several only where a quote is of all of them together; nobody where the data name none.
    pub speakers: Vec<ActorIdx>,
    /// The quotes, in the source's own order.
    pub quotes: Vec<QuoteIdx>,
    /// How many words of them are verbatim.
    pub words: usize,
}

/// What `source` is by itself.
pub fn profile(dataset: &Dataset, source: SourceIdx) -> Profile {
    let items = course::items(dataset, source);
    Profile {
        source,
        events: absent::reported(dataset, source),
        only: absent::only(dataset, source),
        left_out: absent::left_out(dataset, source),
        voices: voices::voices(dataset, &items),
        course: course::steps(dataset, &items),
    }
}

/// The reporting words of all sources, counted; `same` gives what is equal of words that count as the same one. An empty
/// text counts as none.
pub fn cues(dataset: &Dataset, same: &dyn Fn(&str) -> String) -> Cues {
    cues::count(dataset, same)
}

impl Profile {
    /// How many quotes it has.
    pub fn quotes(&self) -> usize {
        self.voices.iter().map(|voice| voice.quotes.len()).sum()
    }

    /// How many words it quotes verbatim.
    pub fn words(&self) -> usize {
        self.voices.iter().map(|voice| voice.words).sum()
    }
}

#[cfg(test)]
mod tests;
