//! What it means that a source has nothing on an event, and the dates that say so.

use sidebyline_compare::{Silence, Why};
use sidebyline_dataset::edtf::Edtf;
use sidebyline_dataset::model::{EventIdx, SourceIdx};

use crate::components::badge::badge;
use crate::components::compare::rows::Side;
use crate::components::parts::{li, p, row, say, ul};
use crate::dates;
use crate::load::Story;
use crate::node::{Node, el};
use crate::strings::compare as strings;

/// What the dates of an event say about those who are silent on it.
pub struct Reasons {
    /// From when on it could be known.
    known_from: String,
    /// Who proves that it could be known even earlier.
    reporter: String,
}

impl Reasons {
    /// What the dates of `event` say.
    pub fn new(story: &Story, event: EventIdx) -> Self {
        let dataset = &story.dataset;
        let event = &dataset.events[event];
        let known_from = event.known_from.as_ref();
        let latest = |date: &Edtf| date.extent().latest();
        let mentions = event.mentions.iter().map(|&mention| dataset.mentions.head(mention).source);
        let quotes = event.quotes.iter().map(|&quote| dataset.quotes.head(quote).source);
        let reporters = mentions.chain(quotes).filter_map(|reporter| {
            let reporter = &dataset.sources[reporter];
            reporter.published.as_ref().map(|published| (reporter, published))
        });
        let first = reporters
            .min_by_key(|(_, published)| latest(published))
            .filter(|(_, published)| known_from.is_none_or(|known_from| latest(published) < latest(known_from)));
        Self {
            known_from: strings::first_known(known_from.map(dates::words).as_deref()),
            reporter: first.map_or_else(String::new, |(reporter, published)| {
                strings::reporter(&reporter.label, &dates::words(published))
            }),
        }
    }

    /// Why a source is silent in this way; when it was [`published`] stands first.
    pub fn tell(&self, published: &str, silence: Silence) -> String {
        let decides = !matches!(silence, Silence::CouldNot | Silence::Unknown(Why::NoPublished));
        let reporter = if decides { self.reporter.as_str() } else { "" };
        [published, &self.known_from, reporter, strings::conclusion(silence)].concat()
    }
}

/// When `source` was published, in a sentence.
pub fn published(story: &Story, source: SourceIdx) -> String {
    strings::article_published(story.dataset.sources[source].published.as_ref().map(dates::words).as_deref())
}

/// The silence of one source; it tells why on request.
pub fn silence(side: &Side, reasons: &Reasons, at: usize, silence: Silence) -> Node {
    folded(strings::silence(silence).into(), p("silence__why", reasons.tell(&side.published[at], silence)))
}

/// The silence of several sources in one line, kind by kind.
pub fn silences(story: &Story, side: &Side, reasons: &Reasons, silent: &[(usize, Silence)]) -> Node {
    let label = |at: usize| story.dataset.sources[side.sources[at]].label.as_str();
    let mut kinds: Vec<(Silence, Vec<&str>)> = Vec::new();
    for &(at, silence) in silent {
        match kinds.iter_mut().find(|(kind, _)| strings::silence(*kind) == strings::silence(silence)) {
            Some((_, labels)) => labels.push(label(at)),
            None => kinds.push((silence, vec![label(at)])),
        }
    }
    let line: Vec<String> = kinds.iter().map(|(kind, labels)| strings::silent(labels, *kind)).collect();
    let reason = |&(at, silence): &(usize, Silence)| {
        let badge = badge(&story.dataset, side.sources[at]);
        li("silence__why", row([badge, say(" "), say(reasons.tell(&side.published[at], silence))]))
    };
    folded(line.join(" · "), ul("silence__reasons", silent.iter().map(reason).collect::<Vec<Node>>()))
}

fn folded(summary: String, reasons: Node) -> Node {
    let summary = el("summary").class("silence__kind").child(summary);
    el("details").class("silence").child(row([summary, reasons]))
}
