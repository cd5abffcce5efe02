//! JSON to a pack.

use super::choices::Digest;
use super::column::{Column, Writer};
use super::container::{Kind, join};
use super::deflate::deflated;
use super::open::{COLUMNS, HEAD};
use super::{rest, unpack, wired};
use crate::Dataset;
use crate::finding::Finding;
use crate::model::{Content, Passage};
use crate::parse::{from_json, syntax_tree};
use crate::text::digest;

/// A column that is at least as long has a section of its own, so that it can be left out where it isn't needed.
const ALONE: usize = 1 << 16;

/// What gives the index of a dataset.
pub type Indexing<'a> = &'a dyn Fn(&Dataset) -> Vec<u8>;

/// The pack of a dataset's JSON. The same bytes give the same pack.
///
/// # Errors
/// Whatever [`crate::parse`] or [`Dataset::from_wire`] finds: a pack holds the whole of a dataset, or isn't made.
pub fn pack(json: &[u8]) -> Result<Vec<u8>, Vec<Finding>> {
    made(json, None)
}

/// The same with what is looked up in the dataset, which `index` gives as bytes.
///
/// # Errors
/// The same.
pub fn pack_with(json: &[u8], index: Indexing<'_>) -> Result<Vec<u8>, Vec<Finding>> {
    made(json, Some(index))
}

fn made(json: &[u8], index: Option<Indexing<'_>>) -> Result<Vec<u8>, Vec<Finding>> {
    let tree = syntax_tree(json).map_err(|finding| vec![finding])?;
    let wire = from_json(tree.clone().into()).map_err(|finding| vec![finding])?;
    let (dataset, findings) = Dataset::from_wire(wire);
    if !findings.is_empty() {
        return Err(findings);
    }
    let rest = rest::difference(&wired::json(&wired::wire(&dataset)), &tree);
    let mut sections = sections(&dataset, json);
    if let Some(rest) = rest {
        sections.push((Kind::Rest, rest.to_string().into_bytes()));
    }
    sections.extend(index.map(|index| (Kind::Index, index(&dataset))));
    let sections: Vec<_> = sections
        .into_iter()
        .map(|(kind, bytes)| (kind, deflated(&bytes), bytes))
        .map(|(kind, stored, bytes)| (kind, bytes, stored))
        .collect();
    let too_large = || {
        let mend = "Publish it in several datasets.";
        Finding::error("$", "the dataset is larger than a pack can be", mend)
    };
    let pack = join(&sections).ok_or_else(|| vec![too_large()])?;
    // What can't be had back isn't given away.
    unpack(&pack).map_err(|finding| vec![finding])?;
    Ok(pack)
}

/// The columns of a dataset, in sections: the short ones together, each long one by itself.
fn sections(dataset: &Dataset, json: &[u8]) -> Vec<(Kind, Vec<u8>)> {
    let mut together = Vec::new();
    let mut alone = Vec::new();
    for (at, column) in columns(dataset, json).into_iter().enumerate().filter(|(_, column)| !column.is_empty()) {
        let mut entry = Writer::new(1);
        entry.number(0, at as u64);
        entry.number(0, column.len() as u64);
        entry.bytes(0, &column);
        if column.len() < ALONE {
            together.append(&mut entry.columns[0]);
        } else {
            alone.push((Kind::Columns, entry.columns.swap_remove(0)));
        }
    }
    [(Kind::Columns, together)].into_iter().chain(alone).collect()
}

fn columns(dataset: &Dataset, json: &[u8]) -> Vec<Vec<u8>> {
    let mut to = Writer::new(COLUMNS);
    to.number(0, json.len() as u64);
    let Dataset { outlets, sources, actors, places, topics, events, mentions, quotes, variants, discrepancies, .. } =
        dataset;
    let counts = [
        outlets.len(),
        sources.len(),
        actors.len(),
        places.len(),
        topics.len(),
        events.len(),
        mentions.len(),
        quotes.len(),
        variants.len(),
        discrepancies.len(),
    ];
    for count in counts {
        to.number(0, count as u64);
    }
    Digest(digest(json)).write(&mut to, 1);
    bare(dataset.clone()).write(&mut to, HEAD);
    to.columns
}

/// The dataset without what its passages say already.
fn bare(mut dataset: Dataset) -> Dataset {
    for quote in dataset.quotes.rows_mut() {
        if let Content::Direct(parts) = &mut quote.content
            && quote.passages.iter().filter_map(Passage::exact).eq(parts.iter())
        {
            parts.clear();
        }
    }
    dataset
}
