//! The letter that stands for a source, in its colour. The letter says it all; the colour only helps the eye.

use crate::node::{Node, el};
use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::SourceIdx;
use sidebyline_dataset::table::Idx;

/// How many colours there are; further sources begin anew.
const HUES: [&str; 5] = ["hue-0", "hue-1", "hue-2", "hue-3", "hue-4"];

/// The class that gives an element the colour of `source`.
pub fn hue(source: SourceIdx) -> &'static str {
    HUES[source.position() % HUES.len()]
}

/// The badge of `source`.
pub fn badge(dataset: &Dataset, source: SourceIdx) -> Node {
    let label = dataset.sources[source].label.clone();
    el("span").class(["badge ", hue(source)].concat()).child(label)
}
