//! Whom a source quotes, and how much.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{ActorIdx, Content, Run, Verbatim};
use sidebyline_dataset::text::count_words;

use super::{Item, Voice};

/// The quotes among `items` by who speaks. Each quote is in one voice, so the voices make up the whole: what several say
/// together is no quote of any one of them.
pub fn voices(dataset: &Dataset, items: &[Item]) -> Vec<Voice> {
    let mut voices: Vec<(Vec<ActorIdx>, Voice)> = Vec::new();
    for &item in items {
        let Item::Quote(index) = item else { continue };
        let quote = &dataset.quotes[index];
        let words = verbatim_words(&quote.content);
        let mut together = quote.speakers.clone();
        together.sort_unstable();
        together.dedup();
        match voices.iter_mut().find(|(known, _)| *known == together) {
            Some((_, voice)) => {
                voice.quotes.push(index);
                voice.words += words;
            }
            None => voices.push((together, Voice { speakers: quote.speakers.clone(), quotes: vec![index], words })),
        }
    }
    voices.sort_by_cached_key(|(together, voice)| {
        let names: Vec<&str> = voice.speakers.iter().map(|&speaker| dataset.actors[speaker].name.as_str()).collect();
        let much = (usize::MAX - voice.quotes.len(), usize::MAX - voice.words);
        (together.is_empty(), much, names, together.clone())
    });
    voices.into_iter().map(|(_, voice)| voice).collect()
}

/// How many of a quote's words are the source's own.
fn verbatim_words(content: &Content) -> usize {
    let count = |words: &Verbatim| count_words(&words.0);
    match content {
        Content::Direct(parts) => parts.iter().map(count).sum(),
        Content::Mixed(runs) => runs
            .iter()
            .map(|run| match run {
                Run::Quoted(words) => count(words),
                Run::Own(_) => 0,
            })
            .sum(),
        Content::Indirect(_) => 0,
    }
}
