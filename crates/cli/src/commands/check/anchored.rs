//! Texts that aren't the ones a dataset was made from: what became of each passage in them.

use std::path::Path;

use sidebyline_compare::anchor::{Anchoring, Normalisation, Outcome, anchor};
use sidebyline_dataset::check::{self, Texts};
use sidebyline_dataset::model::{Passage, SourceDigest};
use sidebyline_dataset::text::{Text, line_of};
use sidebyline_dataset::{Finding, wire};

use crate::files;

/// Gives each source without a text the file of `dir` in which most of its passages stand, if a third of them does. Files
/// that are some source's text by their digest stay with it.
pub fn adopt(dataset: &wire::Dataset, dir: &Path, texts: &mut Texts) -> Result<(), Finding> {
    let missing: Vec<&wire::Source> = dataset.sources.iter().filter(|source| !texts.contains_key(&source.id)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let mut strangers: Vec<Text> = Vec::new();
    for path in files::list(dir)?.values() {
        strangers.extend(
            Text::from_bytes(files::read(path)?).ok().filter(|text| !texts.values().any(|known| known == text)),
        );
    }
    for source in missing {
        let passages = passages(dataset, source);
        let standing = |text: &Text| {
            let outcomes = anchored(source, &passages, text).outcomes;
            outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Exact(_) | Outcome::Normalised { .. })).count()
        };
        let best = strangers.iter().map(|text| (standing(text), text)).rev().max_by_key(|(standing, _)| *standing);
        if let Some((standing, text)) = best
            && standing * 3 >= passages.len()
            && standing > 0
        {
            texts.insert(source.id.clone(), text.clone());
        }
    }
    Ok(())
}

/// What became of each passage in a text that isn't the one it was made from, where it isn't what it was.
pub fn findings(dataset: &wire::Dataset, texts: &Texts) -> Vec<Finding> {
    let mut out = Vec::new();
    for (i, source) in dataset.sources.iter().enumerate() {
        let Some(text) = texts.get(&source.id).filter(|text| text.raw_digest() != source.digest.raw) else { continue };
        let same_words = text.canonical_digest() == source.digest.canonical;
        let passages = passages(dataset, source);
        let anchoring = anchored(source, &passages, text);
        if !same_words {
            let found = format!(
                "{} of {} passages have a place in the text, {} of them in order",
                anchoring.placed(),
                passages.len(),
                anchoring.in_order
            );
            out.push(Finding::warning(format!("$.sources[{i}]"), found, ""));
        }
        for ((place, _), outcome) in passages.iter().zip(&anchoring.outcomes) {
            // In a text with the same words a passage that is spelt in another way is nothing new.
            if !(same_words && matches!(outcome, Outcome::Normalised { .. })) {
                out.extend(finding(place, outcome, text));
            }
        }
    }
    out
}

fn passages(dataset: &wire::Dataset, source: &wire::Source) -> Vec<(String, Passage)> {
    let all = check::passages(dataset, &source.id).into_iter();
    all.filter_map(|(place, passage)| Some((place, Passage::from_wire(passage)?))).collect()
}

fn anchored(source: &wire::Source, passages: &[(String, Passage)], text: &Text) -> Anchoring {
    let wire::SourceDigest { raw, canonical, .. } = source.digest.clone();
    let digest = SourceDigest { raw, canonical };
    anchor(text, &passages.iter().map(|(_, passage)| passage).collect::<Vec<_>>(), Some(&digest))
}

/// What is to be said of one passage; nothing if it stands to the letter.
fn finding(place: &str, outcome: &Outcome, text: &Text) -> Option<Finding> {
    let line = |start: u32| line_of(text.chars(), start);
    Some(match outcome {
        Outcome::Exact(_) => return None,
        Outcome::Normalised { range, by } => {
            let by: Vec<&str> = by.iter().map(name).collect();
            let found = format!("it stands in line {} in another spelling ({})", line(range.start), by.join(", "));
            Finding::warning(place, found, "Build the file anew from this text to have its spelling.")
        }
        Outcome::Fuzzy { range, score, second } => {
            let found = format!(
                "line {} has something like it, the same to {:.0} % (the next best place to {:.0} %): `{}`",
                line(range.start),
                score * 100.0,
                second * 100.0,
                gist(&text.slice(range.clone()))
            );
            Finding::error(place, found, "See whether the text was corrected there, and name its words in the sheet.")
        }
        Outcome::Ambiguous(places) => {
            let lines: Vec<String> = places.iter().take(5).map(|range| line(range.start).to_string()).collect();
            let more = if places.len() > 5 { ", …" } else { "" };
            let found = format!("it may stand in line {}{more}, and nothing tells", lines.join(", "));
            Finding::error(place, found, "Take the original text, or name more words in the sheet.")
        }
        Outcome::NotFound => {
            Finding::error(place, "it stands nowhere in the text", "Take the original text, or take the passage out.")
        }
    })
}

/// The first and last words of a long stretch.
fn gist(stretch: &str) -> String {
    let parts: Vec<&str> = stretch.split_whitespace().collect();
    match parts.len() {
        0..=12 => parts.join(" "),
        many => format!("{} … {}", parts[..5].join(" "), parts[many - 5..].join(" ")),
    }
}

fn name(normalisation: Normalisation) -> &'static str {
    match normalisation {
        Normalisation::QuotationMarks => "quotation marks",
        Normalisation::Dashes => "dashes",
        Normalisation::Spaces => "spaces",
        Normalisation::LineBreaks => "line breaks",
        Normalisation::Composition => "letters with marks",
        Normalisation::Invisible => "invisible characters",
    }
}
