//! From whom sources have an event.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{ActorIdx, Basis, EventIdx, Evidence, EvidencePlace, SourceIdx};

use super::{Reason, Tie};

/// From whom a source has an event, or a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Voice {
    /// This actor.
    Actor(ActorIdx),
    /// Somebody who isn't named, nor told apart from others who aren't.
    Unnamed,
}

/// What ties those reporters of `event` for which `compared` is true.
pub(super) fn ties(dataset: &Dataset, event: EventIdx, compared: impl Fn(SourceIdx) -> bool) -> Vec<Tie> {
    let mut voices = voices(dataset, event);
    voices.retain(|(_, evidence)| compared(evidence.source));
    let same = voices.chunk_by(|one, other| one.0 == other.0);
    let ties = same.filter_map(|heard| {
        let mut sources: Vec<SourceIdx> = heard.iter().map(|(_, evidence)| evidence.source).collect();
        sources.dedup();
        let reason = match heard[0].0 {
            Voice::Actor(actor) => Reason::From(actor),
            Voice::Unnamed => Reason::Unnamed,
        };
        let evidence = || heard.iter().map(|&(_, evidence)| evidence).collect();
        (sources.len() > 1).then(|| Tie { reason, sources, evidence: evidence() })
    });
    ties.collect()
}

/// Every voice with the places that have the event from it, in the order of voices, sources and places.
fn voices(dataset: &Dataset, event: EventIdx) -> Vec<(Voice, Evidence)> {
    let row = &dataset.events[event];
    let mut voices: Vec<(Voice, Evidence)> = Vec::new();
    for &at in &row.mentions {
        let mention = &dataset.mentions[at];
        let evidence = Evidence { source: mention.source, place: EvidencePlace::Mention(at) };
        if mention.via.is_empty() && matches!(mention.basis, Basis::Anonymous | Basis::Unattributed) {
            voices.push((Voice::Unnamed, evidence));
        }
        voices.extend(mention.via.iter().map(|&actor| (Voice::Actor(actor), evidence)));
    }
    for &at in &row.quotes {
        let quote = &dataset.quotes[at];
        let evidence = Evidence { source: quote.source, place: EvidencePlace::Quote(at) };
        // What somebody says of an event that the source reports itself is no origin of the report.
        if !row.mentions.iter().any(|&mention| dataset.mentions.head(mention).source == quote.source) {
            voices.extend(quote.speakers.iter().chain(&quote.via).map(|&actor| (Voice::Actor(actor), evidence)));
        }
    }
    voices.sort_by_key(|&(voice, evidence)| (voice, evidence.source));
    voices.dedup();
    voices
}
