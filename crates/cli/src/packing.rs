//! A dataset with all that a page needs of it, in one file.

use std::path::Path;

use sidebyline_dataset::pack::Packing;
use sidebyline_dataset::{Dataset, Finding, pack};
use sidebyline_query::Index;
use sidebyline_turns::{Undivided, at_once};

use crate::files::{self, stream};

/// A pack, and how many bytes the JSON has that it was made of; or what is wrong with the dataset.
pub type Packed = Result<(Vec<u8>, u64), Vec<Finding>>;

/// The pack of a dataset's JSON, with its index.
pub fn packed(json: &[u8]) -> Result<Vec<u8>, Vec<Finding>> {
    pack::pack_with(json, &index)
}

/// The pack of a file, or of stdin. The file isn't held as a whole where its records stand in the format's order.
///
/// # Errors
/// It is no dataset.
pub fn packed_file(path: &Path) -> Result<Packed, Finding> {
    #[expect(clippy::redundant_closure, reason = "the function is one for each lifetime, and what reads is of any")]
    let streamed = stream::read(path, |json| Packing::read(json))?;
    if let Some((packing, gone)) = streamed {
        let pack = packing.and_then(|packing| packing.finish(gone.length, &gone.digest(), Some(&index)));
        return Ok(pack.map(|pack| (pack, gone.length)));
    }
    let json = files::read_json(path)?;
    let packed = packed(&json);
    if packed.is_err() {
        files::parse_dataset(path, &json)?;
    }
    Ok(packed.map(|pack| (pack, json.len() as u64)))
}

fn index(dataset: &Dataset) -> Vec<u8> {
    // The words aren't among the bytes.
    at_once(Index::in_turns(dataset, &Undivided)).to_bytes(dataset)
}
