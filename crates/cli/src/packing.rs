//! A dataset with all that a page needs of it, in one file.

use sidebyline_dataset::{Finding, pack};
use sidebyline_query::Index;

/// The pack of a dataset's JSON, with its index.
pub fn packed(json: &[u8]) -> Result<Vec<u8>, Vec<Finding>> {
    pack::pack_with(json, &|dataset| Index::new(dataset).to_bytes(dataset))
}
