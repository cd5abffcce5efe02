//! A pack to the JSON that it was made of.

use super::{Fault, Kind, Opened, inflated, rest, wired};
use crate::Dataset;
use crate::finding::Finding;
use crate::parse::{from_json, syntax_tree};
use crate::text::digest;

/// What a pack comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpacked {
    /// The dataset's JSON.
    pub json: String,
    /// Whether it is, to the byte, the file that was packed. Else it says the same in other spaces or another order.
    pub is_exact: bool,
}

/// Takes a pack apart.
///
/// # Errors
/// The pack isn't whole, is damaged, or of a newer version; or it doesn't agree with itself.
pub fn unpack(pack: &[u8]) -> Result<Unpacked, Finding> {
    let Opened { dataset, digest: of_json, length } =
        inflated(pack, Kind::Columns).and_then(|columns| Dataset::from_pack(&columns)).map_err(Fault::finding)?;
    let mut tree = wired::json(&wired::wire(&dataset));
    for patch in inflated(pack, Kind::Rest).map_err(Fault::finding)? {
        let patch = serde_json::from_slice(&patch).map_err(|_| Fault::Damaged.finding())?;
        rest::apply(&mut tree, &patch).ok_or_else(|| Fault::Damaged.finding())?;
    }
    let wire = from_json(tree.clone().into())?;
    let as_built = (wired::json(&wire) == tree).then(|| (written(&wire, true), written(&wire, false)));
    // Both forms of a pack say the same, or one of them was tampered with.
    if Dataset::from_wire(wire) != (dataset, Vec::new()) {
        return Err(Fault::Damaged.finding());
    }
    let (pretty, dense) = as_built.unwrap_or_else(|| (written(&tree, true), written(&tree, false)));
    let candidates = [[&pretty, "\n"].concat(), pretty, [&dense, "\n"].concat(), dense];
    let is_it = |json: &&String| json.len() as u64 == length && digest(json.as_bytes()) == of_json;
    let exact = candidates.iter().position(|json| is_it(&json));
    let [first, ..] = &candidates;
    let json = exact.map_or(first, |at| &candidates[at]).clone();
    // A reader of JSON may be narrower than what wrote this.
    syntax_tree(json.as_bytes())?;
    Ok(Unpacked { json, is_exact: exact.is_some() })
}

fn written(value: &impl serde::Serialize, is_pretty: bool) -> String {
    let written = if is_pretty { serde_json::to_string_pretty(value) } else { serde_json::to_string(value) };
    // Nothing in these types can't be written.
    written.unwrap_or_default()
}
