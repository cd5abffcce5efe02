//! The numbers.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Serialize, Serializer};
use sidebyline_dataset::check::{self, Texts};
use sidebyline_dataset::wire::{self, Basis, Dimension, Nature, QuoteKind, Status};

/// How many of each, in the order in which they are to be read; a map in JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally(pub Vec<(String, usize)>);

impl Serialize for Tally {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, count)| (name, count)))
    }
}

/// What a dataset holds.
#[derive(Clone, Debug, Serialize)]
pub struct Stats {
    pub sources: usize,
    pub events: usize,
    pub background_events: usize,
    pub mentions: usize,
    pub quotes: usize,
    pub speakers: usize,
    pub variants: usize,
    pub discrepancies: usize,
    /// How many events so many sources report.
    pub events_by_sources: Tally,
    pub mentions_by_status: Tally,
    pub mentions_by_basis: Tally,
    pub quotes_by_kind: Tally,
    /// How many quotes each speaker has, most first.
    pub quotes_by_speaker: Tally,
    pub discrepancies_by_dimension: Tally,
    pub discrepancies_by_nature: Tally,
    pub by_source: Vec<OfSource>,
}

/// What it holds of one source.
#[derive(Clone, Debug, Serialize)]
pub struct OfSource {
    pub id: String,
    pub coded: wire::Coded,
    pub length: u32,
    pub events: usize,
    /// Events that no other source reports.
    pub events_alone: usize,
    pub mentions: usize,
    pub quotes: usize,
    pub skipped: usize,
    pub notes: usize,
    /// The share of its text that is reproduced, 0 to 1, if the text is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reproduced: Option<f64>,
    /// The same outside of quoted speech and the headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reproduced_outside_speech: Option<f64>,
}

/// Counts what stands in a dataset, and measures it against the texts that are there.
pub fn measure(dataset: &wire::Dataset, texts: Option<&Texts>) -> Stats {
    let mentions = || dataset.events.iter().flat_map(|event| &event.mentions);
    let reporters: Vec<BTreeSet<&str>> = dataset
        .events
        .iter()
        .map(|event| event.mentions.iter().map(|mention| mention.source.as_str()).collect())
        .collect();
    let by_speaker = speakers(dataset);
    Stats {
        sources: dataset.sources.len(),
        events: dataset.events.len(),
        background_events: dataset.events.iter().filter(|event| event.background).count(),
        mentions: mentions().count(),
        quotes: dataset.quotes.len(),
        speakers: by_speaker.0.len(),
        variants: dataset.variants.len(),
        discrepancies: dataset.discrepancies.len(),
        events_by_sources: Tally(
            (0..=dataset.sources.len())
                .map(|k| (k.to_string(), reporters.iter().filter(|sources| sources.len() == k).count()))
                .filter(|(_, count)| *count > 0)
                .collect(),
        ),
        mentions_by_status: tally(Status::ALL.iter().map(|s| s.as_str()), mentions().map(|m| m.status.as_str())),
        mentions_by_basis: tally(Basis::ALL.iter().map(|b| b.as_str()), mentions().map(|m| m.basis.as_str())),
        quotes_by_kind: tally(
            QuoteKind::ALL.iter().map(|k| k.as_str()),
            dataset.quotes.iter().map(|q| q.kind.as_str()),
        ),
        quotes_by_speaker: by_speaker,
        discrepancies_by_dimension: tally(
            Dimension::ALL.iter().map(|d| d.as_str()),
            dataset.discrepancies.iter().map(|d| d.dimension.as_str()),
        ),
        discrepancies_by_nature: tally(
            Nature::ALL.iter().map(|n| n.as_str()),
            dataset.discrepancies.iter().map(|d| d.nature.as_str()),
        ),
        by_source: dataset.sources.iter().map(|source| of_source(dataset, source, &reporters, texts)).collect(),
    }
}

fn of_source(
    dataset: &wire::Dataset,
    source: &wire::Source,
    reporters: &[BTreeSet<&str>],
    texts: Option<&Texts>,
) -> OfSource {
    let id = source.id.as_str();
    let reports = |sources: &&BTreeSet<&str>| sources.contains(id);
    let text = texts.and_then(|texts| texts.get(id));
    // Offsets into other bytes would measure something else.
    let share =
        text.filter(|text| text.raw_digest() == source.digest.raw).map(|text| check::share(dataset, source, text));
    OfSource {
        id: source.id.clone(),
        coded: source.coded,
        length: source.length,
        events: reporters.iter().filter(reports).count(),
        events_alone: reporters.iter().filter(reports).filter(|sources| sources.len() == 1).count(),
        mentions: dataset
            .events
            .iter()
            .flat_map(|event| &event.mentions)
            .filter(|mention| mention.source == id)
            .count(),
        quotes: dataset.quotes.iter().filter(|quote| quote.source == id).count(),
        skipped: source.skipped.len(),
        notes: source.notes.len(),
        reproduced: share.as_ref().map(|share| rounded(share.in_all())),
        reproduced_outside_speech: share.as_ref().map(|share| rounded(share.outside_speech())),
    }
}

/// Counts `found`, in the order of `all`; what isn't found is left out.
fn tally<'a>(all: impl Iterator<Item = &'a str>, found: impl Iterator<Item = &'a str>) -> Tally {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for value in found {
        *counts.entry(value).or_default() += 1;
    }
    Tally(all.filter_map(|value| Some((value.to_owned(), *counts.get(value)?))).collect())
}

/// How many quotes each speaker has; those with as many stay in the order of the actors.
fn speakers(dataset: &wire::Dataset) -> Tally {
    let said = dataset.quotes.iter().flat_map(|quote| &quote.speakers).map(String::as_str);
    let mut tally = tally(dataset.actors.iter().map(|actor| actor.id.as_str()), said);
    tally.0.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    tally
}

/// To a hundredth of a per cent.
fn rounded(share: f64) -> f64 {
    (share * 10_000.0).round() / 10_000.0
}
