//! An index as bytes, so that whoever opens a dataset needn't build it.
//!
//! | bytes | what they are |
//! | --- | --- |
//! | a number | the version of the engine that has written it |
//! | eight numbers | how many sources, people, places, topics, events, mentions, quotes and discrepancies the dataset has |
//! | four [columns](sidebyline_rows::column) | the sources of each subject, mention, quote and discrepancy |
//! | for each facet but the source | how many values it has, their numbers ([`super::values`]), and a column |
//!
//! Numbers have seven bits a byte, the lowest first. What isn't here is put together again when it is read: where
//! everything stands, and when it was, follows from the dataset's dates; the lists of a column from its rows; the counts
//! where nothing is filtered from both. Words are as large as the texts, so they are built when somebody searches.
//!
//! The bytes may be anybody's. Each column is held to the rows and values that there are, so whatever is read can be
//! asked like any index.

use std::sync::OnceLock;

use sidebyline_dataset::Dataset;
use sidebyline_rows::Column;
use sidebyline_rows::input::{Input, put};
use sidebyline_turns::{Turns, pause};

use super::layout::Layout;
use super::values::{numbers, value};
use super::{FacetIndex, Index};
use crate::facet::{Facet, Level};

/// The version of the engine: another one, where the same dataset has other rows, values or an order of these.
const ENGINE: usize = 1;

impl Index {
    /// The index as bytes, without its words. `dataset` is the one that it was built of.
    pub fn to_bytes(&self, dataset: &Dataset) -> Vec<u8> {
        let mut to = head(dataset);
        for level in &self.levels {
            level.sources.write(&mut to);
        }
        for facet in self.facets.iter().skip(1) {
            put(facet.values.len(), &mut to);
            for number in numbers(dataset, &facet.values) {
                put(number, &mut to);
            }
            facet.column.write(&mut to);
        }
        to
    }

    /// The index of these bytes, put together in turns, still without its [words](Index::add_words); none if they are of
    /// another dataset or another engine, or aren't what was written.
    pub async fn from_bytes(bytes: &[u8], dataset: &Dataset, turns: &dyn Turns) -> Option<Self> {
        let mut from = Input::new(bytes);
        let head = head(dataset);
        if from.take(head.len())? != head {
            return None;
        }
        let layout = Layout::new(dataset, turns).await;
        let (mut sources, mut facets) = (Vec::new(), Vec::new());
        for level in Level::ALL {
            pause(turns).await;
            sources.push(Column::read(&mut from, layout.rows(level), dataset.sources.len())?);
        }
        for facet in Facet::ALL {
            pause(turns).await;
            let mut index = FacetIndex::default();
            if facet == Facet::Source {
                index.values.extend((1..=dataset.sources.len()).filter_map(|source| value(dataset, facet, source)));
            } else {
                let values = from.number()?;
                for _ in 0..values {
                    index.values.push(value(dataset, facet, from.number()?)?);
                }
                index.column = Column::read(&mut from, layout.rows(facet.level()), values)?;
            }
            facets.push(index);
        }
        pause(turns).await;
        // What is left over was never written.
        (from.rest() == 0).then(|| layout.index(sources, facets, OnceLock::new()))
    }
}

/// What the bytes of a dataset's index begin with.
fn head(dataset: &Dataset) -> Vec<u8> {
    let mut head = Vec::new();
    for number in [
        ENGINE,
        dataset.sources.len(),
        dataset.actors.len(),
        dataset.places.len(),
        dataset.topics.len(),
        dataset.events.len(),
        dataset.mentions.len(),
        dataset.quotes.len(),
        dataset.discrepancies.len(),
    ] {
        put(number, &mut head);
    }
    head
}
