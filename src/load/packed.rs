//! Opens a pack. The browser inflates it: what does that is there already.

use std::ops::Range;

use js_sys::{Array, Function, Reflect, Uint8Array};
use leptos::prelude::window;
use sidebyline_dataset::pack::{Container, Fault, Kind, Opened, Section, Sums};
use sidebyline_dataset::{Dataset, Finding};
use sidebyline_query::Index;
use sidebyline_turns::{Turns, pause};
use wasm_bindgen::JsCast;
use web_sys::Blob;

use super::coming::Coming;
use super::{Home, Kept, Problem, Story};
use crate::components::later::{self, Build};

/// As much as all that is read may come to, in bytes.
const LARGEST_INFLATED: usize = 1_000_000_000;

/// Reads a pack, of which these are the checksums. Its story stays as long as the page does. If it was made of a file that is
/// here, that is what is kept, with what had to be left out. What builds an index is loaded only where the pack has none of
/// this dataset and this engine; what reads stored rows, only for a large one.
pub async fn read(
    home: Home,
    (file, sums): (Vec<u8>, Sums),
    made_of: Option<(Kept, Vec<Finding>)>,
    turns: &dyn Turns,
) -> Result<&'static Story, Problem> {
    let damaged = |fault: Fault| Problem::Unreadable(fault.finding());
    let Parts { columns, runs, index } = open(&file, sums).await?;
    pause(turns).await;
    let stores = match runs {
        Some(place) => Some((build().await?.stores)(file, place).ok_or_else(|| damaged(Fault::Damaged))?),
        None => None,
    };
    pause(turns).await;
    let opened = Dataset::from_pack_in_turns(&columns, stores, turns).await;
    let Opened { dataset, digest, length } = opened.map_err(damaged)?;
    drop(columns);
    pause(turns).await;
    let index = match Index::from_bytes(&index, &dataset, turns).await {
        Some(index) => index,
        None => (build().await?.index)(&dataset, turns).await,
    };
    let (kept, findings) = made_of.unwrap_or_else(|| (Kept::Packed(digest, length), Vec::new()));
    Ok(Story::keep(home, kept, (dataset, findings), index, turns).await)
}

async fn build() -> Result<Build, Problem> {
    later::build().await.ok_or(Problem::Unreachable)
}

/// What a pack holds.
struct Parts {
    columns: Vec<Vec<u8>>,
    /// Where the stored rows are, if it is a large one.
    runs: Option<Range<usize>>,
    /// Its index; empty if there is none.
    index: Vec<u8>,
}

/// Takes a pack apart.
async fn open(file: &[u8], sums: Sums) -> Result<Parts, Problem> {
    let unreadable = |fault: Fault| Problem::Unreadable(fault.finding());
    let container = Container::parse(file, sums).map_err(unreadable)?;
    let of = |kind| container.sections(kind).map_err(unreadable);
    let (mut sections, stored) = (of(Kind::Columns)?, of(Kind::Runs)?);
    let number = sections.len();
    // Without its index a dataset is as good as with it.
    sections.extend(of(Kind::Index).unwrap_or_default().first());
    if sections.iter().fold(0, |sum: usize, section| sum.saturating_add(section.length)) > LARGEST_INFLATED {
        return Err(Problem::TooLarge);
    }
    let mut columns = Vec::with_capacity(sections.len());
    for section in sections {
        columns.push(inflate(section).await.ok_or_else(|| unreadable(Fault::Damaged))?);
    }
    let index = columns.drain(number..).next().unwrap_or_default();
    // Rows are read where they stand, so that they are never deflated.
    let runs = stored.first().filter(|runs| !runs.is_deflated).map(|runs| runs.offset..runs.offset + runs.length);
    Ok(Parts { columns, runs, index })
}

/// What a section comes to; none if that isn't what it says.
async fn inflate(section: Section<'_>) -> Option<Vec<u8>> {
    if !section.is_deflated {
        return Some(section.stored.to_vec());
    }
    let stored = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(section.stored))).ok()?;
    let maker: Function = Reflect::get(&window(), &"DecompressionStream".into()).ok()?.dyn_into().ok()?;
    let inflating = Reflect::construct(&maker, &Array::of1(&"deflate-raw".into())).ok()?;
    let stream = stored.stream().pipe_through(inflating.unchecked_ref());
    let inflated = Coming::new(&stream, Some(section.length), section.length, None).all(&mut |_| ()).await.ok()?;
    (inflated.len() == section.length).then_some(inflated)
}
