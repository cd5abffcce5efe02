//! Opens a pack. The browser inflates it: what does that is there already.

use std::sync::Arc;

use js_sys::{Array, Function, Reflect, Uint8Array};
use leptos::prelude::window;
use sidebyline_dataset::Dataset;
use sidebyline_dataset::pack::{Container, Fault, Kind, Opened, Section};
use wasm_bindgen::JsCast;
use web_sys::Blob;

use super::answer::drain;
use super::{Home, Kept, LARGEST, Problem, Story};

/// As much as all columns together may come to, in bytes.
const LARGEST_INFLATED: usize = 10 * LARGEST;

/// Reads a pack. Its story stays as long as the page does.
pub async fn read(home: Home, file: Vec<u8>) -> Result<&'static Story, Problem> {
    match open(&file).await {
        Ok(Opened { dataset, digest, length }) => {
            Ok(Story::keep(home, Kept::Packed(digest, length), dataset, Vec::new()))
        }
        Err(Some(fault)) => Err(Problem::Unreadable(fault.finding(), Arc::new(file))),
        Err(None) => Err(Problem::TooLarge),
    }
}

/// What the pack holds; else what is wrong with it, which is nothing if it is only too large.
async fn open(file: &[u8]) -> Result<Opened, Option<Fault>> {
    let sections = Container::parse(file)?.sections(Kind::Columns)?;
    if sections.iter().fold(0, |sum: usize, section| sum.saturating_add(section.length)) > LARGEST_INFLATED {
        return Err(None);
    }
    let mut columns = Vec::with_capacity(sections.len());
    for section in sections {
        columns.push(inflate(section).await.ok_or(Fault::Damaged)?);
    }
    Ok(Dataset::from_pack(&columns)?)
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
