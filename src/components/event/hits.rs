//! Where in a closed event the words are that a person looks for, if its title doesn't show them.

use leptos::prelude::*;
use sidebyline_dataset::model::{Content, EventIdx, Paraphrase, Run, SourceIdx, Verbatim};
use sidebyline_query::Query;

use crate::components::badge::badge;
use crate::components::parts::{div, row, say, span};
use crate::components::words::{own_with, text, verbatim};
use crate::load::Story;
use crate::state::State;
use crate::strings;

/// How many bytes before the first hit are shown at most, so that a hit far on in a text is still in sight.
const LEAD: usize = 60;

/// A stretch of text, and whose it is.
type Stretch<'a> = (&'a str, bool);

/// The first report and the first quote that have the words; nothing if nobody searches.
pub fn hits(story: &Story, state: State, index: EventIdx) -> Vec<AnyView> {
    state.answer(|answer| {
        let (query, view) = (&answer.selection.query, &answer.selection.view);
        let (dataset, event) = (&story.dataset, &story.dataset.events[index]);
        let wanted = view.text().split(' ').filter(|word| !word.starts_with('-')).count();
        let shown = !view.verbatim && query.marks(&event.title.0).len() >= wanted;
        if query.is_empty() || shown || !answer.matches.has_event(index) {
            return Vec::new();
        }
        let mention = |strict: bool| {
            event.mentions.iter().filter(|&&at| !strict || answer.matches.has_mention(at)).find_map(|&at| {
                let mention = &dataset.mentions[at];
                let theirs = mention.fragments().map(|words| (words.0.as_str(), true));
                let ours = [(mention.paraphrase.0.as_str(), false)];
                hit(story, query, mention.source, view.verbatim, &theirs.chain(ours).collect::<Vec<_>>())
            })
        };
        let quote = |strict: bool| {
            event.quotes.iter().filter(|&&at| !strict || answer.matches.has_quote(at)).find_map(|&at| {
                let quote = &dataset.quotes[at];
                hit(story, query, quote.source, view.verbatim, &stretches(&quote.content))
            })
        };
        let found: Vec<AnyView> = mention(true).into_iter().chain(quote(true)).collect();
        // Several words may be found apart; then each of them is a hit.
        if found.is_empty() { mention(false).into_iter().chain(quote(false)).collect() } else { found }
    })
}

fn stretches(content: &Content) -> Vec<Stretch<'_>> {
    match content {
        Content::Direct(parts) => parts.iter().map(|words| (words.0.as_str(), true)).collect(),
        Content::Mixed(runs) => runs
            .iter()
            .map(|run| match run {
                Run::Quoted(words) => (words.0.as_str(), true),
                Run::Own(words) => (words.0.as_str(), false),
            })
            .collect(),
        Content::Indirect(words) => vec![(words.0.as_str(), false)],
    }
}

/// The first of these stretches that has some of the words, from shortly before them on.
fn hit(story: &Story, query: &Query, source: SourceIdx, only_theirs: bool, all: &[Stretch]) -> Option<AnyView> {
    let dataset = &story.dataset;
    let words = |&(words, theirs): &Stretch| {
        let first = query.marks(words).first()?.start;
        let start = beginning(words, first);
        let rest = words[start..].to_owned();
        let words = if theirs {
            verbatim(&Verbatim(rest), &dataset.sources[source].language)
        } else {
            own_with(strings::OUR_WORDS, text(&Paraphrase(rest), &dataset.about.language))
        };
        let gap = if start > 0 { "… " } else { "" };
        Some(div("hit", row([badge(dataset, source), say(" "), span("quote__gap", gap), words])))
    };
    all.iter().filter(|(_, theirs)| *theirs || !only_theirs).find_map(words)
}

/// Where to begin, so that what is at `first` is in sight: at a word, or at the start.
fn beginning(text: &str, first: usize) -> usize {
    let mut from = first.saturating_sub(LEAD);
    if from == 0 {
        return 0;
    }
    while !text.is_char_boundary(from) {
        from += 1;
    }
    text[from..first].find(' ').map_or(from, |space| from + space + 1)
}
