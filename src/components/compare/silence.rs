//! What it means that a source has nothing on an event, and the dates that say so.

use leptos::prelude::*;
use sidebyline_compare::{Silence, Why};
use sidebyline_dataset::edtf::Edtf;
use sidebyline_dataset::model::{EventIdx, SourceIdx};

use crate::components::badge::badge;
use crate::components::compare::rows::Side;
use crate::components::parts::{li, p, row, say, ul};
use crate::dates;
use crate::load::Story;
use crate::strings::compare as strings;

/// The silence of one source; it tells why on request.
pub fn silence(story: &Story, event: EventIdx, source: SourceIdx, silence: Silence) -> AnyView {
    folded(strings::silence(silence).into(), p("silence__why", why(story, event, source, silence)))
}

/// The silence of several sources in one line, kind by kind.
pub fn silences(story: &Story, side: &Side, event: EventIdx, silent: &[(usize, Silence)]) -> AnyView {
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
        let source = side.sources[at];
        li("silence__why", row([badge(&story.dataset, source), say(" "), say(why(story, event, source, silence))]))
    };
    folded(line.join(" · "), ul("silence__reasons", silent.iter().map(reason).collect::<Vec<AnyView>>()))
}

fn folded(summary: String, reasons: AnyView) -> AnyView {
    view! { <details class="silence"><summary class="silence__kind">{summary}</summary>{reasons}</details> }.into_any()
}

/// The dates, and what follows from them.
fn why(story: &Story, event: EventIdx, source: SourceIdx, silence: Silence) -> String {
    let dataset = &story.dataset;
    let event = &dataset.events[event];
    let published = dataset.sources[source].published.as_ref().map(dates::words);
    let mut why = strings::article_published(published.as_deref());
    let known_from = event.known_from.as_ref();
    why += &strings::first_known(known_from.map(dates::words).as_deref());
    // The source that was out first proves that the event could be known by then. It is told if that decides.
    let latest = |date: &Edtf| date.extent().latest();
    let mentions = event.mentions.iter().map(|&mention| dataset.mentions[mention].source);
    let quotes = event.quotes.iter().map(|&quote| dataset.quotes[quote].source);
    let reporters = mentions.chain(quotes).filter_map(|reporter| {
        let reporter = &dataset.sources[reporter];
        reporter.published.as_ref().map(|published| (reporter, published))
    });
    let first = reporters.min_by_key(|(_, published)| latest(published));
    if let Some((reporter, published)) = first
        && (known_from.is_none_or(|known_from| latest(published) < latest(known_from)))
        && !matches!(silence, Silence::CouldNot | Silence::Unknown(Why::NoPublished))
    {
        why += &strings::reporter(&reporter.label, &dates::words(published));
    }
    why + strings::conclusion(silence)
}
