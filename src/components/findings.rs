//! What had to be left out of the data: shown, so that nobody takes what is left for the whole.

use crate::components::parts::{li, ul};
use crate::node::{Node, el};
use crate::state::use_story;
use crate::strings;

/// The findings, folded.
pub fn findings() -> Node {
    let story = use_story();
    let items: Vec<Node> =
        story.findings.iter().map(|finding| li("findings__item", strings::finding(finding))).collect();
    el("details")
        .class("findings")
        .child(el("summary").child(strings::findings(story.findings.len())))
        .child(ul("findings__list", items))
}
