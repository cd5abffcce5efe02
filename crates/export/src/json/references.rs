//! What the found rows refer to, and what that refers to.

use std::collections::BTreeSet;

use sidebyline_dataset::wire;

/// The ids that are referred to, by kind.
#[derive(Debug, Default)]
pub(super) struct References {
    sources: BTreeSet<String>,
    outlets: BTreeSet<String>,
    actors: BTreeSet<String>,
    places: BTreeSet<String>,
    topics: BTreeSet<String>,
}

impl References {
    /// What the events, quotes and discrepancies of `file` refer to, directly or by way of something else.
    pub(super) fn of(file: &wire::Dataset) -> Self {
        let mut found = Self::default();
        for event in &file.events {
            found.topics.extend(event.topics.iter().cloned());
            for mention in &event.mentions {
                found.sources.insert(mention.source.clone());
                found.actors.extend(mention.actors.iter().chain(&mention.via).cloned());
                found.places.extend(mention.places.iter().cloned());
            }
        }
        for quote in &file.quotes {
            found.sources.insert(quote.source.clone());
            found.actors.extend(quote.speakers.iter().chain(&quote.via).chain(&quote.addressee).cloned());
            found.topics.extend(quote.topics.iter().cloned());
        }
        let answers = file.discrepancies.iter().flat_map(|discrepancy| &discrepancy.answers);
        found.sources.extend(answers.flat_map(|answer| &answer.evidence).map(|evidence| evidence.source.clone()));
        // What a source draws on may be the address of something elsewhere, which is no source's id.
        let sources = file.sources.iter().flat_map(|source| source.derived_from.iter().map(|on| (&source.id, on)));
        follow(&mut found.sources, &sources.collect::<Vec<_>>());
        let actors = file.actors.iter().filter_map(|actor| Some((&actor.id, actor.affiliation.as_ref()?)));
        follow(&mut found.actors, &actors.collect::<Vec<_>>());
        let topics = file.topics.iter().filter_map(|topic| Some((&topic.id, topic.parent.as_ref()?)));
        follow(&mut found.topics, &topics.collect::<Vec<_>>());
        let sources = file.sources.iter().filter(|source| found.sources.contains(&source.id));
        found.outlets = sources.filter_map(|source| source.outlet.clone()).collect();
        found
    }

    /// Leaves of `file`'s lists what is referred to, and of its old names those of what it still has.
    pub(super) fn keep_in(&self, file: &mut wire::Dataset) {
        file.sources.retain(|source| self.sources.contains(&source.id));
        file.outlets.retain(|outlet| self.outlets.contains(&outlet.id));
        file.actors.retain(|actor| self.actors.contains(&actor.id));
        file.places.retain(|place| self.places.contains(&place.id));
        file.topics.retain(|topic| self.topics.contains(&topic.id));
        let mut ids: BTreeSet<&str> = BTreeSet::new();
        ids.extend(file.sources.iter().map(|row| row.id.as_str()));
        ids.extend(file.outlets.iter().map(|row| row.id.as_str()));
        ids.extend(file.actors.iter().map(|row| row.id.as_str()));
        ids.extend(file.places.iter().map(|row| row.id.as_str()));
        ids.extend(file.topics.iter().map(|row| row.id.as_str()));
        ids.extend(file.events.iter().map(|row| row.id.as_str()));
        ids.extend(file.events.iter().flat_map(|event| &event.mentions).map(|row| row.id.as_str()));
        ids.extend(file.quotes.iter().map(|row| row.id.as_str()));
        ids.extend(file.variants.iter().map(|row| row.id.as_str()));
        ids.extend(file.discrepancies.iter().map(|row| row.id.as_str()));
        file.renamed.retain(|_, new| ids.contains(new.as_str()));
    }
}

/// Adds to `found` all that something in it leads to, until nothing new is found.
fn follow(found: &mut BTreeSet<String>, leads: &[(&String, &String)]) {
    let mut before = usize::MAX;
    while found.len() != before {
        before = found.len();
        for (from, to) in leads {
            if found.contains(*from) {
                found.insert((*to).clone());
            }
        }
    }
}
