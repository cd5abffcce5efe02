//! Who draws on whom: how many origins the reports of an event may come down to, and what speaks for it.
//!
//! That three sources report an event isn't three confirmations if two of them have it from the third. Nobody can tell
//! from the texts that reports *are* independent, so nothing here says so. What is found are [`Tie`]s, each with its
//! evidence: reasons why sources *may not* be. Sources that ties connect count as one origin.
//!
//! | a tie | between sources that report an event |
//! | --- | --- |
//! | [`Reason::DrawsOn`] | one says that it draws on the other (`derived_from`, by its id or its address) |
//! | [`Reason::SameLink`] | each says that it draws on the same address, which is no source here |
//! | [`Reason::From`] | each has it, or a part of it, from the same actor (`via`; of a source that has quotes only, their speakers and `via`) |
//! | [`Reason::Unnamed`] | each has it, or a part of it, from somebody who isn't named at all (`basis` anonymous or unattributed, no `via`) |
//! | [`Reason::Words`] | each has the same [`SHARED_WORDS`] words or more in a row, verbatim |
//!
//! A source that isn't compared can connect others if it reports the event too, or is coded in part and so may report
//! it. One that is coded in full and has nothing on the event is nobody's origin of it. What ties sources in truth and
//! leaves no trace in the data isn't found; so the number is neither the least nor the most that it can be, but what
//! is left if all that is known to tie sources does so.

mod declared;
mod groups;
mod reliance;
mod shared;
mod ties;

use std::sync::OnceLock;

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{ActorIdx, EventIdx, Evidence, SourceIdx};

pub use shared::{Place, SHARED_WORDS, parts};

use declared::Declared;
use shared::Shared;

/// What tells that sources may not be independent.
///
/// What ties the reporters of one event is looked for in their words on that event. All verbatim words of the dataset are
/// read once, when somebody first asks for what ties sources [anywhere](Grounds::edges).
#[derive(Clone, Debug)]
pub struct Grounds {
    declared: Declared,
    shared: OnceLock<Shared>,
}

/// What the reports of one event may come down to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origins {
    /// The sources that report it, those that ties connect together; each group, and the groups, in the order in which
    /// the sources were given. How many groups there are is how many origins the reports may come down to.
    pub groups: Vec<Vec<SourceIdx>>,
    /// What connects them, in the order of [`Reason`], then of the sources. Of a tie that leads over a source that isn't
    /// compared, that source is a part.
    pub ties: Vec<Tie>,
}

/// Why some sources may not be independent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// What ties them.
    pub reason: Reason,
    /// The sources, two or more; in the dataset's order, but for [`Reason::DrawsOn`].
    pub sources: Vec<SourceIdx>,
    /// Where it stands; nothing for what sources say of themselves. For [`Reason::Words`], in the order of the sources.
    pub evidence: Vec<Evidence>,
}

/// What ties sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The first says that it draws on the second.
    DrawsOn,
    /// Each says that it draws on the address at this position of this source's `derived_from`.
    SameLink(SourceIdx, usize),
    /// Each has it from this actor.
    From(ActorIdx),
    /// Each has it from somebody who isn't named.
    Unnamed,
    /// Both have this many words in a row; where they stand in what the evidence names.
    Words(usize, [Place; 2]),
}

/// Two sources that may not be independent, in all that they report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The two, in the dataset's order.
    pub sources: [SourceIdx; 2],
    /// What they say of themselves.
    pub declared: Vec<Tie>,
    /// The events that they have, or have a part of, from the same actor or from nobody who is named. [`Grounds::origins`]
    /// of the two tells the rest.
    pub events: Vec<EventIdx>,
    /// The words in a row that they share, wherever these stand.
    pub words: Vec<Tie>,
}

impl Grounds {
    /// The grounds of `dataset`.
    pub fn new(dataset: &Dataset) -> Self {
        Self { declared: Declared::new(dataset), shared: OnceLock::new() }
    }

    /// What the reports that `sources` have of `event` may come down to. A source that has nothing on it is in no group.
    pub fn origins(&self, dataset: &Dataset, event: EventIdx, sources: &[SourceIdx]) -> Origins {
        ties::origins(self, dataset, event, sources)
    }

    /// All pairs of sources that may not be independent, in the dataset's order. Takes the time to read all verbatim words.
    pub fn edges(&self, dataset: &Dataset) -> Vec<Edge> {
        ties::edges(self, dataset)
    }

    /// The words that those reporters of `event` share for which `compared` is true.
    fn words_on(&self, dataset: &Dataset, event: EventIdx, compared: impl Fn(SourceIdx) -> bool) -> Vec<Tie> {
        match self.shared.get() {
            Some(shared) => shared.ties_on(event, compared),
            None => Shared::on(dataset, event, compared).ties(),
        }
    }

    /// The words that sources share, in whatever they report.
    fn words_anywhere(&self, dataset: &Dataset) -> Vec<Tie> {
        self.shared.get_or_init(|| Shared::new(dataset)).ties()
    }
}

impl Origins {
    /// How many origins the reports may come down to.
    pub fn count(&self) -> usize {
        self.groups.len()
    }

    /// How many sources report the event.
    pub fn reports(&self) -> usize {
        self.groups.iter().map(Vec::len).sum()
    }

    /// Whether some of the reports may come down to fewer origins than there are sources.
    pub fn may_be_fewer(&self) -> bool {
        self.count() < self.reports()
    }
}

#[cfg(test)]
mod tests;
