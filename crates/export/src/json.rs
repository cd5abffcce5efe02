//! A dataset that holds an excerpt and nothing else: a valid `sidebyline/1` file.
//!
//! It holds the excerpt's events with the mentions, quotes and discrepancies that were found, and all that these refer to.
//! What is left of a discrepancy without the evidence that wasn't found stays if it has two answers, and of a group of
//! variants if it has two quotes. Keys that this version doesn't know are kept.
//!
//! A source of which something is left out counts as *partly coded*: that it has nothing on an event here doesn't mean
//! that it is silent. The key `excerpt` says where the file comes from.

mod references;

use std::collections::BTreeSet;

use sidebyline_dataset::wire::Coded;
use sidebyline_dataset::{Dataset, wire};

use crate::json::references::References;
use crate::{Excerpt, Origin};

/// The excerpt as a file, pretty-printed, with a line break at its end. `dataset` has to be the model of `file`.
pub fn json(file: &wire::Dataset, dataset: &Dataset, excerpt: &Excerpt, origin: &Origin) -> String {
    let mut written = serde_json::to_string_pretty(&cut(file, dataset, excerpt, origin)).unwrap_or_default();
    written.push('\n');
    written
}

/// The excerpt as a dataset.
pub fn cut(file: &wire::Dataset, dataset: &Dataset, excerpt: &Excerpt, origin: &Origin) -> wire::Dataset {
    let mut cut = file.clone();
    keep_found(&mut cut, dataset, excerpt);
    mark_partial(&mut cut, file);
    let references = References::of(&cut);
    references.keep_in(&mut cut);
    let optional = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    cut.excerpt = Some(wire::Excerpt {
        filter: origin.filter.clone(),
        view: optional(&origin.view),
        digest: optional(&origin.tagged_digest()),
        taken: optional(&origin.accessed),
        extra: wire::Extra::new(),
    });
    cut
}

/// Leaves what was found: events, mentions, quotes, discrepancies and groups of variants.
fn keep_found(cut: &mut wire::Dataset, dataset: &Dataset, excerpt: &Excerpt) {
    let events: BTreeSet<&str> = excerpt.events.iter().map(|&at| dataset.events[at].id.as_str()).collect();
    let mentions: BTreeSet<&str> = excerpt.mentions.iter().map(|&at| dataset.mentions.id(at)).collect();
    let quotes: BTreeSet<&str> = excerpt.quotes.iter().map(|&at| dataset.quotes.id(at)).collect();
    let asked: BTreeSet<&str> = excerpt.discrepancies.iter().map(|&at| dataset.discrepancies[at].id.as_str()).collect();
    let is_in = |ids: &BTreeSet<&str>, id: Option<&String>| id.is_some_and(|id| ids.contains(id.as_str()));

    cut.events.retain(|event| events.contains(event.id.as_str()));
    for event in &mut cut.events {
        event.mentions.retain(|mention| mentions.contains(mention.id.as_str()));
    }
    // A mention can be found twice where a file has its id twice, and not at all where its event isn't in the excerpt.
    let mentions: BTreeSet<String> =
        cut.events.iter().flat_map(|event| &event.mentions).map(|mention| mention.id.clone()).collect();
    cut.quotes.retain(|quote| quotes.contains(quote.id.as_str()));
    for quote in &mut cut.quotes {
        quote.event.take_if(|event| !events.contains(event.as_str()));
    }
    cut.discrepancies.retain(|discrepancy| asked.contains(discrepancy.id.as_str()));
    for discrepancy in &mut cut.discrepancies {
        discrepancy.event.take_if(|event| !events.contains(event.as_str()));
        for answer in &mut discrepancy.answers {
            answer.evidence.retain(|evidence| {
                evidence.mention.as_ref().is_some_and(|mention| mentions.contains(mention))
                    || is_in(&quotes, evidence.quote.as_ref())
            });
        }
        discrepancy.answers.retain(|answer| !answer.evidence.is_empty());
    }
    cut.discrepancies.retain(|discrepancy| discrepancy.answers.len() > 1);
    for variant in &mut cut.variants {
        variant.quotes.retain(|quote| quotes.contains(quote.as_str()));
    }
    cut.variants.retain(|variant| variant.quotes.len() > 1);
}

/// Calls the sources partly coded of which a mention or quote was left out.
fn mark_partial(cut: &mut wire::Dataset, file: &wire::Dataset) {
    let number = |of: &wire::Dataset, id: &str| {
        let mentions = of.events.iter().flat_map(|event| &event.mentions).filter(|mention| mention.source == id);
        mentions.count() + of.quotes.iter().filter(|quote| quote.source == id).count()
    };
    let left: Vec<bool> = cut.sources.iter().map(|source| number(cut, &source.id) < number(file, &source.id)).collect();
    for (source, _) in cut.sources.iter_mut().zip(left).filter(|(_, left)| *left) {
        source.coded = Coded::Partial;
    }
}

#[cfg(test)]
mod tests;
