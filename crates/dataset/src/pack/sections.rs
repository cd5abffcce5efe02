//! A dataset to sections of columns, and as it is handed over to another program.

use std::mem::take;

use super::choices::Digest;
use super::column::{Column, Writer};
use super::container::{Form, Kind, as_it_is, join};
use super::open::{COLUMNS, HEAD};
use crate::Dataset;
use crate::model::{Content, Passage};
use crate::store::as_they_are;
use crate::table::Table;

/// A column that is at least as long has a section of its own, so that it can be left out where it isn't needed.
const ALONE: usize = 1 << 16;

/// A dataset as it is here, for another program of the same version to go on with: a pack of which nothing is deflated and
/// no JSON can be had. Its `index` is as [`super::pack_with`] has it. None if it is larger than a pack can be, or wasn't read as
/// JSON is.
pub fn handed_over(dataset: Dataset, index: Vec<u8>) -> Option<Vec<u8>> {
    let runs = as_it_is(as_they_are(&dataset)?);
    let mut all = sections(dataset, true, 0, "", &|parts| as_it_is(parts.concat()));
    all.extend([(Kind::Runs, runs), (Kind::Index, as_it_is(index))]);
    join(&all)
}

/// The columns of a dataset, in sections of some `form`: the short ones together, each long one by itself.
pub(super) fn sections(
    dataset: Dataset,
    is_large: bool,
    length: u64,
    digest: &str,
    form: &dyn Fn(&[&[u8]]) -> Form,
) -> Vec<(Kind, Form)> {
    let mut together = Vec::new();
    let mut alone = Vec::new();
    for (at, column) in columns(dataset, is_large, length, digest).iter_mut().map(take).enumerate() {
        if column.is_empty() {
            continue;
        }
        let mut entry = Writer::new(1);
        entry.number(0, at as u64);
        entry.number(0, column.len() as u64);
        if column.len() < ALONE {
            together.append(&mut entry.columns[0]);
            together.extend_from_slice(&column);
        } else {
            alone.push((Kind::Columns, form(&[&entry.columns[0], &column])));
        }
    }
    [(Kind::Columns, form(&[&together]))].into_iter().chain(alone).collect()
}

fn columns(mut dataset: Dataset, is_large: bool, length: u64, digest: &str) -> Vec<Vec<u8>> {
    let mut to = Writer::new(COLUMNS);
    to.number(0, length);
    let Dataset { outlets, sources, actors, places, topics, events, mentions, quotes, variants, discrepancies, .. } =
        &dataset;
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
    Digest(digest.to_owned()).write(&mut to, 1);
    if is_large {
        (dataset.mentions, dataset.quotes) = (Table::default(), Table::default());
    } else {
        dataset.mentions = Table::new(dataset.mentions.take_rows());
        dataset.quotes = Table::new(dataset.quotes.take_rows());
        leave_out_parts(&mut dataset);
    }
    dataset.write(&mut to, HEAD);
    to.columns
}

/// Leaves out of a dataset what its passages say already.
fn leave_out_parts(dataset: &mut Dataset) {
    for quote in dataset.quotes.rows_mut() {
        if let Content::Direct(parts) = &mut quote.content
            && quote.passages.iter().filter_map(Passage::exact).eq(parts.iter())
        {
            parts.clear();
        }
    }
}
