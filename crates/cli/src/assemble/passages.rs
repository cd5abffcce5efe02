//! Finds the words of each row in its source's text.

use std::collections::BTreeMap;

use sidebyline_dataset::Finding;
use sidebyline_dataset::check::Texts;
use sidebyline_dataset::text::line_of;
use sidebyline_dataset::wire::{Passage, QuoteKind};

use crate::locate::{self, Found, Haystack, Miss};
use crate::sheets::{At, Sheets};

type Haystacks<'a> = BTreeMap<&'a str, Haystack<'a>>;

/// Fills in the passages of mentions, quotes, notes and skipped stretches, and the content of direct quotes.
pub fn find(sheets: &mut Sheets, texts: &Texts, findings: &mut Vec<Finding>) {
    let sources = sheets.sources.iter().filter_map(|row| {
        let source = &row.value.source;
        let haystack = Haystack::new(&row.value.file, texts.get(&source.id)?, source.headline.as_deref());
        Some((source.id.as_str(), haystack))
    });
    let haystacks: Haystacks<'_> = sources.collect();
    let mut look_up = |at: At, source: &str, words: &str| {
        let found = places(&haystacks, at, source, words, findings);
        let passages = found.iter().map(|found| locate::passage(&haystacks[source], found));
        let passages: Vec<Passage> = passages.collect();
        passages
    };
    for row in &mut sheets.mentions {
        row.value.mention.passages = look_up(row.at, &row.value.mention.source, &row.value.words);
    }
    for row in &mut sheets.notes {
        row.value.note.passages = look_up(row.at, &row.value.source, &row.value.words);
    }
    for row in &mut sheets.skipped {
        row.value.passages = look_up(row.at, &row.value.source, &row.value.words);
    }
    for row in &mut sheets.quotes {
        row.value.quote.passages = look_up(row.at, &row.value.quote.source, &row.value.words);
    }
    for row in sheets.quotes.iter_mut().filter(|row| row.value.quote.kind == QuoteKind::Direct) {
        let quote = &mut row.value.quote;
        let parts: Vec<&str> = quote.passages.iter().filter_map(|passage| passage.exact.as_deref()).collect();
        if parts.len() < quote.passages.len() {
            findings.push(Finding::error(
                row.at.column("words"),
                "a direct quote names a stretch by its first and last words",
                "Its words are its content: write all of them, or make the quote `indirect`.",
            ));
        } else if quote.content.is_empty() {
            quote.content = parts.join(" … ");
        }
    }
}

/// The places that a cell names, in the order of the text.
fn places(haystacks: &Haystacks<'_>, at: At, source: &str, words: &str, findings: &mut Vec<Finding>) -> Vec<Found> {
    // A source that isn't there, or has no text, has been reported once; each of its rows needn't repeat it.
    let Some(haystack) = haystacks.get(source) else { return Vec::new() };
    let mut found: Vec<Found> = Vec::new();
    for item in locate::split(words) {
        match locate::locate(haystack, item) {
            Ok(place) if found.contains(&place) => {
                let what = format!("`{item}` names the same place as another item of this cell");
                findings.push(Finding::error(at.column("words"), what, "Remove one of them."));
            }
            Ok(place) => found.push(place),
            Err(miss) => {
                let (what, mend) = miss.describe(haystack);
                let mend = match (in_other_texts(haystacks, source, item, &miss), &miss) {
                    (Some(elsewhere), Miss::Missing { near, .. }) if near.is_empty() => elsewhere,
                    (Some(elsewhere), _) => format!("{mend}\n{elsewhere}"),
                    (None, _) => mend,
                };
                findings.push(Finding::error(at.column("words"), what, mend));
            }
        }
    }
    // A stable sort: of a stretch and its first words, the one that was typed first stays first.
    found.sort_by_key(|place| place.span().start);
    found
}

/// Where else the words stand, if it is the source that is mistaken.
fn in_other_texts(haystacks: &Haystacks<'_>, source: &str, item: &str, miss: &Miss) -> Option<String> {
    if !matches!(miss, Miss::Missing { .. }) {
        return None;
    }
    let places = haystacks.iter().filter(|(id, _)| **id != source).filter_map(|(id, other)| {
        let place = locate::locate(other, item).ok()?.span();
        Some(format!("{}:{}, the text of source `{id}`", other.name, line_of(other.text.chars(), place.start)))
    });
    let places: Vec<String> = places.collect();
    (!places.is_empty()).then(|| format!("It stands in {}: see the column `source`.", places.join("; and in ")))
}
