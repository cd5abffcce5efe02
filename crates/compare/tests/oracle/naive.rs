//! What a patient reader finds in a file with a pencil: who reports, who disagrees, what connects whom.

use std::collections::BTreeSet;

use sidebyline_dataset::wire::{Basis, Coded, Dataset, Event, QuoteKind, Source};

/// How many words in a row tie two sources.
const WORDS: usize = 6;

/// Whether a source has a mention or a quote of an event.
pub fn reports(file: &Dataset, event: &Event, source: &str) -> bool {
    event.mentions.iter().any(|mention| mention.source == source)
        || file.quotes.iter().any(|quote| quote.event.as_deref() == Some(&event.id) && quote.source == source)
}

/// The questions about an event to which two different ones of `sources` give two different answers, each as the sources
/// that give each answer.
pub fn disputes<'a>(file: &'a Dataset, event: &Event, sources: &[&str]) -> Vec<Vec<BTreeSet<&'a str>>> {
    let mut disputes = Vec::new();
    for question in file.discrepancies.iter().filter(|question| question.event.as_deref() == Some(&event.id)) {
        let given: Vec<BTreeSet<&str>> = (question.answers.iter())
            .map(|answer| {
                let by = answer.evidence.iter().map(|evidence| evidence.source.as_str());
                by.filter(|by| sources.contains(by)).collect()
            })
            .collect();
        let mut apart = false;
        for (one, ours) in given.iter().enumerate() {
            for theirs in &given[one + 1..] {
                apart |= ours.iter().any(|a| theirs.iter().any(|b| a != b));
            }
        }
        if apart {
            disputes.push(given);
        }
    }
    disputes
}

/// Which of `sources` report the event, by what connects them.
pub fn origins<'a>(file: &'a Dataset, event: &Event, sources: &[&'a str]) -> BTreeSet<BTreeSet<&'a str>> {
    let count = file.sources.len();
    let on_it: Vec<bool> = file.sources.iter().map(|source| reports(file, event, &source.id)).collect();
    let compared: Vec<bool> =
        (0..count).map(|at| on_it[at] && sources.contains(&file.sources[at].id.as_str())).collect();
    let may: Vec<bool> = (0..count).map(|at| on_it[at] || file.sources[at].coded == Coded::Partial).collect();
    let mut reach = vec![vec![false; count]; count];
    for one in 0..count {
        for other in 0..count {
            let (a, b) = (&file.sources[one], &file.sources[other]);
            let declared =
                may[one] && may[other] && (names(file, a, b) || names(file, b, a) || same_address(file, a, b));
            let told = compared[one]
                && compared[other]
                && (same_voice(file, event, &a.id, &b.id) || same_words(file, event, &a.id, &b.id));
            reach[one][other] = one == other || declared || told;
        }
    }
    for over in 0..count {
        for from in 0..count {
            for to in 0..count {
                reach[from][to] |= reach[from][over] && reach[over][to];
            }
        }
    }
    let group = |from: usize| {
        let with = (0..count).filter(|&to| compared[to] && reach[from][to]);
        with.map(|to| file.sources[to].id.as_str()).collect()
    };
    (0..count).filter(|&at| compared[at]).map(group).collect()
}

fn names(file: &Dataset, source: &Source, other: &Source) -> bool {
    source.derived_from.iter().any(|origin| *origin == other.id || address(file, origin) == Some(other.id.as_str()))
}

/// The source of this address.
fn address<'a>(file: &'a Dataset, link: &str) -> Option<&'a str> {
    file.sources.iter().find(|source| source.url.as_deref() == Some(link)).map(|source| source.id.as_str())
}

fn same_address(file: &Dataset, one: &Source, other: &Source) -> bool {
    let elsewhere = |link: &&String| link.starts_with("http") && address(file, link).is_none();
    one.derived_from.iter().filter(elsewhere).any(|link| other.derived_from.contains(link))
}

fn same_voice(file: &Dataset, event: &Event, one: &str, other: &str) -> bool {
    !voices(file, event, one).is_disjoint(&voices(file, event, other))
}

/// From whom a source has an event; an empty name for somebody without one.
fn voices<'a>(file: &'a Dataset, event: &'a Event, source: &str) -> BTreeSet<&'a str> {
    let mentions: Vec<_> = event.mentions.iter().filter(|mention| mention.source == source).collect();
    let mut voices = BTreeSet::new();
    for mention in &mentions {
        voices.extend(mention.via.iter().map(String::as_str));
        if mention.via.is_empty() && (mention.basis == Basis::Anonymous || mention.basis == Basis::Unattributed) {
            voices.insert("");
        }
    }
    if mentions.is_empty() {
        let quotes =
            file.quotes.iter().filter(|quote| quote.source == source && quote.event.as_deref() == Some(&event.id));
        quotes.for_each(|quote| voices.extend(quote.speakers.iter().chain(&quote.via).map(String::as_str)));
    }
    voices
}

fn same_words(file: &Dataset, event: &Event, one: &str, other: &str) -> bool {
    !grams(file, event, one).is_disjoint(&grams(file, event, other))
}

/// Every six verbatim words in a row that a source has on an event.
fn grams(file: &Dataset, event: &Event, source: &str) -> BTreeSet<Vec<String>> {
    let mut texts: Vec<String> = Vec::new();
    for mention in event.mentions.iter().filter(|mention| mention.source == source) {
        texts.extend(mention.passages.iter().filter_map(|passage| passage.exact.clone()));
    }
    for quote in file.quotes.iter().filter(|quote| quote.source == source && quote.event.as_deref() == Some(&event.id))
    {
        match quote.kind {
            QuoteKind::Direct => texts.extend(quote.passages.iter().filter_map(|passage| passage.exact.clone())),
            QuoteKind::Mixed => {
                texts.extend(
                    quote.content.split('“').skip(1).filter_map(|rest| rest.split('”').next()).map(str::to_owned),
                );
            }
            QuoteKind::Indirect => {}
        }
    }
    let mut grams = BTreeSet::new();
    for text in texts {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        grams.extend(words.windows(WORDS).map(<[String]>::to_vec));
    }
    grams
}
