//! Opens a pack. The browser inflates it: what does that is there already.

use js_sys::{Array, Function, Reflect, Uint8Array};
use leptos::prelude::window;
use sidebyline_dataset::Dataset;
use sidebyline_dataset::pack::{Container, Fault, Kind, Opened, Section};
use sidebyline_query::Index;
use sidebyline_turns::{Turns, pause};
use wasm_bindgen::JsCast;
use web_sys::Blob;

use super::answer::drain;
use super::{Home, Kept, Problem, Story};
use crate::components::later;

/// As much as all that is read may come to, in bytes.
const LARGEST_INFLATED: usize = 1_000_000_000;

/// Reads a pack. Its story stays as long as the page does. What builds an index is loaded only where the pack has none of
/// this dataset and this engine.
pub async fn read(home: Home, file: Vec<u8>, turns: &dyn Turns) -> Result<&'static Story, Problem> {
    match open(&file, turns).await {
        Ok((Opened { dataset, digest, length }, index)) => {
            pause(turns).await;
            let index = match Index::from_bytes(&index, &dataset) {
                Some(index) => index,
                None => (later::build().await.ok_or(Problem::Unreachable)?.index)(&dataset, turns).await,
            };
            Ok(Story::keep(home, Kept::Packed(digest, length), (dataset, Vec::new()), index, turns).await)
        }
        Err(Some(fault)) => Err(Problem::Unreadable(fault.finding())),
        Err(None) => Err(Problem::TooLarge),
    }
}

/// What the pack holds, and its index, which is empty if there is none; else what is wrong with it, which is nothing if it
/// is only too large.
async fn open(file: &[u8], turns: &dyn Turns) -> Result<(Opened, Vec<u8>), Option<Fault>> {
    let container = Container::parse(file)?;
    let mut sections = container.sections(Kind::Columns)?;
    let number = sections.len();
    // Without its index a dataset is as good as with it.
    sections.extend(container.sections(Kind::Index).unwrap_or_default().first());
    if sections.iter().fold(0, |sum: usize, section| sum.saturating_add(section.length)) > LARGEST_INFLATED {
        return Err(None);
    }
    let mut columns = Vec::with_capacity(sections.len());
    for section in sections {
        columns.push(inflate(section).await.ok_or(Fault::Damaged)?);
    }
    let index = columns.drain(number..).next().unwrap_or_default();
    Ok((Dataset::from_pack_in_turns(&columns, turns).await?, index))
}

/// What a section comes to; none if that isn't what it says.
async fn inflate(section: Section<'_>) -> Option<Vec<u8>> {
    let stored = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(section.stored))).ok()?;
    let maker: Function = Reflect::get(&window(), &"DecompressionStream".into()).ok()?.dyn_into().ok()?;
    let inflating = Reflect::construct(&maker, &Array::of1(&"deflate-raw".into())).ok()?;
    let stream = stored.stream().pipe_through(inflating.unchecked_ref());
    let inflated = drain(&stream, section.length, section.length, |_| ()).await.ok()?;
    (inflated.len() == section.length).then_some(inflated)
}
