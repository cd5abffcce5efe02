//! One discrepancy laid out: what each source answers and where, which sources don't say, and what the dates of
//! publication allow.
//!
//! That answers differ because they were *published at different moments* is a judgement of whoever coded the data (its
//! `nature`). [`Timing`] is the evidence beside it: which of the sources that answer differently certainly came out one
//! after the other. Neither is computed from the other.

mod timing;

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{
    Answer, Content, Dimension, DiscrepancyIdx, EventIdx, Evidence, EvidencePlace, MentionIdx, QuoteIdx, SourceIdx,
};

use crate::column::column;
use crate::scale::{Scale, scales};
use crate::silence::{Silence, silence};
pub use timing::{Order, Timing, order};

/// A discrepancy, laid out for some sources.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The discrepancy.
    pub discrepancy: DiscrepancyIdx,
    /// What each source has to say, in the order in which they were asked for.
    pub parts: Vec<Part>,
    /// The order in which sources that answer differently came out.
    pub timing: Timing,
    /// The answers on common scales, where two or more can be compared.
    pub scales: Vec<Scale>,
}

/// What one source has to say to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The source.
    pub source: SourceIdx,
    /// What it says, or why it doesn't.
    pub says: Says,
}

/// What a source says to a question, or why it doesn't.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// These answers, in the dataset's order; more than one if it contradicts itself.
    Answers(Vec<Given>),
    /// It reports the event that the question is about, but doesn't answer the question.
    ReportsOnly,
    /// It has nothing on the event, and that means this.
    Silent(Silence),
    /// It doesn't answer; the question is about no event, so nothing tells whether it could have.
    Nothing,
}

/// An answer that a source gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The position of the answer in the discrepancy.
    pub answer: usize,
    /// Where the source gives it, each place once; never nowhere.
    pub proofs: Vec<Proof>,
}

/// A place where a source gives an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The mention or quote.
    pub place: EvidencePlace,
    /// Whose words the data have of it.
    pub words: Words,
}

/// Where a source gives an answer, seen from an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands<'a> {
    /// In what it has on the event.
    Here,
    /// Somewhere else, and there first in the event or quote of this id.
    Elsewhere(&'a str),
}

/// Where `source` gives `answer`, seen from `event`; none if it doesn't give it.
pub fn stands<'a>(
    dataset: &'a Dataset,
    event: Option<EventIdx>,
    answer: &Answer,
    source: SourceIdx,
) -> Option<Stands<'a>> {
    let place = |evidence: &Evidence| match evidence.place {
        EvidencePlace::Mention(mention) => {
            let at = dataset.mentions.head(mention).event;
            (Some(at), dataset.events[at].id.as_str())
        }
        EvidencePlace::Quote(quote) => (dataset.quotes.head(quote).event, dataset.quotes.id(quote)),
    };
    let places = || answer.evidence.iter().filter(|evidence| evidence.source == source).map(place);
    let (_, first) = places().next()?;
    Some(if places().any(|(at, _)| at == event) { Stands::Here } else { Stands::Elsewhere(first) })
}

/// Whose words the data have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// The source's.
    Theirs,
    /// Some of the source's, inside or beside ours.
    Both,
    /// Ours only.
    Ours,
}

/// The question of `discrepancy`, laid out for `sources`.
pub fn question(dataset: &Dataset, discrepancy: DiscrepancyIdx, sources: &[SourceIdx]) -> Question {
    let event = dataset.discrepancies[discrepancy].event;
    let part = |&source: &SourceIdx| {
        let answers = given(dataset, discrepancy, source);
        let says = if answers.is_empty() { unsaid(dataset, event, source) } else { Says::Answers(answers) };
        Part { source, says }
    };
    let parts: Vec<Part> = sources.iter().map(part).collect();
    let timing = Timing::of(dataset, &parts);
    Question { discrepancy, timing, parts, scales: scales(dataset, discrepancy, sources) }
}

/// What `source` answers to the question of `discrepancy`.
fn given(dataset: &Dataset, discrepancy: DiscrepancyIdx, source: SourceIdx) -> Vec<Given> {
    let mut all = Vec::new();
    for (answer, answered) in dataset.discrepancies[discrepancy].answers.iter().enumerate() {
        let mut proofs: Vec<Proof> = Vec::new();
        for evidence in answered.evidence.iter().filter(|evidence| evidence.source == source) {
            if proofs.iter().all(|proof| proof.place != evidence.place) {
                proofs.push(Proof { place: evidence.place, words: words(dataset, evidence.place) });
            }
        }
        if !proofs.is_empty() {
            all.push(Given { answer, proofs });
        }
    }
    all
}

/// Why `source`, which doesn't answer, doesn't.
fn unsaid(dataset: &Dataset, event: Option<EventIdx>, source: SourceIdx) -> Says {
    match event {
        None => Says::Nothing,
        Some(event) if column(dataset, event, source).is_some() => Says::ReportsOnly,
        Some(event) => Says::Silent(silence(dataset, event, source)),
    }
}

/// Whose words the data have of a mention or quote.
pub fn words(dataset: &Dataset, place: EvidencePlace) -> Words {
    let of_mention = |mention: MentionIdx| match dataset.mentions[mention].fragments().next() {
        Some(_) => Words::Both,
        None => Words::Ours,
    };
    let of_quote = |quote: QuoteIdx| match dataset.quotes[quote].content {
        Content::Direct(_) => Words::Theirs,
        Content::Mixed(_) => Words::Both,
        Content::Indirect(_) => Words::Ours,
    };
    match place {
        EvidencePlace::Mention(mention) => of_mention(mention),
        EvidencePlace::Quote(quote) => of_quote(quote),
    }
}

impl Question {
    /// The answers that are given, each with the sources that give it, in the dataset's order.
    pub fn by_answer(&self) -> Vec<(usize, Vec<SourceIdx>)> {
        let mut all: Vec<(usize, Vec<SourceIdx>)> = Vec::new();
        for part in &self.parts {
            for given in part.says.answers() {
                match all.iter_mut().find(|(answer, _)| *answer == given.answer) {
                    Some((_, sources)) => sources.push(part.source),
                    None => all.push((given.answer, vec![part.source])),
                }
            }
        }
        all.sort_unstable_by_key(|(answer, _)| *answer);
        all
    }
}

impl Says {
    /// The answers; none if it doesn't say.
    pub fn answers(&self) -> &[Given] {
        match self {
            Self::Answers(answers) => answers,
            _ => &[],
        }
    }
}

/// All discrepancies by what they are about, in the format's order of dimensions; within one, what can't both be true
/// first, in the format's order of natures, then in the dataset's. A dimension without any is left out.
pub fn by_dimension(dataset: &Dataset) -> Vec<(Dimension, Vec<DiscrepancyIdx>)> {
    let mut groups = Vec::new();
    for &dimension in Dimension::ALL {
        let of = dataset.discrepancies.iter().filter(|(_, discrepancy)| discrepancy.dimension == dimension);
        let mut of: Vec<DiscrepancyIdx> = of.map(|(index, _)| index).collect();
        of.sort_by_key(|&index| dataset.discrepancies[index].nature);
        if !of.is_empty() {
            groups.push((dimension, of));
        }
    }
    groups
}

#[cfg(test)]
mod tests;
