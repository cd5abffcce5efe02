//! From sheets and texts to a dataset: passages are found, ids are made up and resolved, lists are put in order.

mod ids;
mod origins;
mod passages;
mod references;

use std::collections::BTreeMap;

use sidebyline_dataset::check::Texts;
use sidebyline_dataset::{Finding, wire};

use crate::sheets::{Row, Sheets, SourceRow};
pub use origins::Origins;

/// A dataset, and from which rows its parts come.
#[derive(Debug)]
pub struct Assembled {
    /// The dataset. If there are errors, placeholders stand in it, and it must not be written.
    pub dataset: wire::Dataset,
    /// From which rows its parts come.
    pub origins: Origins,
}

/// Puts a dataset together. Adds what is wrong to `findings`.
pub fn assemble(mut sheets: Sheets, texts: &Texts, findings: &mut Vec<Finding>) -> Assembled {
    passages::find(&mut sheets, texts, findings);
    ids::complete(&mut sheets, findings);
    let evidence = references::resolve(&sheets, findings);
    put_together(sheets, texts, evidence)
}

fn put_together(sheets: Sheets, texts: &Texts, evidence: Vec<Vec<wire::Evidence>>) -> Assembled {
    let mut origins = Origins::default();
    let order: BTreeMap<String, usize> =
        sheets.sources.iter().enumerate().map(|(index, row)| (row.value.source.id.clone(), index)).collect();
    // A source that isn't there has been reported; it comes last.
    let place = |source: &str, passages: &[wire::Passage]| {
        (order.get(source).copied().unwrap_or(usize::MAX), passages.first().map_or(u32::MAX, |passage| passage.start))
    };
    let mut dataset = sheets.dataset;
    dataset.outlets = origins.list("outlets", sheets.outlets);
    dataset.actors = origins.list("actors", sheets.actors);
    dataset.places = origins.list("places", sheets.places);
    dataset.topics = origins.list("topics", sheets.topics);
    dataset.variants = origins.list("variants", sheets.variants);

    let sources = sheets.sources.into_iter().map(|row| Row { at: row.at, value: with_text(row.value, texts) });
    dataset.sources = origins.list("sources", sources.collect());
    for row in sheets.notes {
        if let Some(&index) = order.get(&row.value.source) {
            let notes = &mut dataset.sources[index].notes;
            origins.note(format!("$.sources[{index}].notes[{}]", notes.len()), row.at);
            notes.push(row.value.note);
        }
    }
    for row in sheets.skipped {
        if let Some(&index) = order.get(&row.value.source) {
            for passage in row.value.passages {
                let skipped = &mut dataset.sources[index].skipped;
                origins.note(format!("$.sources[{index}].skipped[{}]", skipped.len()), row.at);
                skipped.push(wire::Skipped { reason: row.value.reason, passage, extra: wire::Extra::new() });
            }
        }
    }

    dataset.events = origins.list("events", sheets.events);
    let mut mentions = sheets.mentions;
    mentions.sort_by_key(|row| place(&row.value.mention.source, &row.value.mention.passages));
    for row in mentions {
        if let Some(index) = dataset.events.iter().position(|event| event.id == row.value.event) {
            let mentions = &mut dataset.events[index].mentions;
            origins.note(format!("$.events[{index}].mentions[{}]", mentions.len()), row.at);
            mentions.push(row.value.mention);
        }
    }

    let mut quotes: Vec<Row<wire::Quote>> =
        sheets.quotes.into_iter().map(|row| Row { at: row.at, value: row.value.quote }).collect();
    quotes.sort_by_key(|row| place(&row.value.source, &row.value.passages));
    dataset.quotes = origins.list("quotes", quotes);

    dataset.discrepancies = origins.list("discrepancies", sheets.discrepancies);
    for (row, evidence) in sheets.answers.into_iter().zip(evidence) {
        let discrepancy = dataset.discrepancies.iter().position(|one| one.id == row.value.discrepancy);
        if let Some(index) = discrepancy {
            let answers = &mut dataset.discrepancies[index].answers;
            origins.note(format!("$.discrepancies[{index}].answers[{}]", answers.len()), row.at);
            answers.push(wire::Answer { evidence, ..row.value.answer });
        }
    }
    Assembled { dataset, origins }
}

/// A source with what its text says of it, and with the text itself if it is to be published.
fn with_text(row: SourceRow, texts: &Texts) -> wire::Source {
    let mut source = row.source;
    if let Some(text) = texts.get(&source.id) {
        source.text = row.publish.then(|| text.slice(0..text.len()));
        source.digest.raw = text.raw_digest();
        source.digest.canonical = text.canonical_digest();
        source.length = text.len();
    }
    source
}

#[cfg(test)]
mod tests;
