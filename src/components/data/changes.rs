//! A link was made with another version of the data: what has been corrected since.

use super::about::corrections;
use crate::components::parts::{row, say};
use crate::node::Node;
use crate::state::{use_state, use_story};
use crate::strings::data as words;

/// The version that is here, and the corrections since the one that the link names.
pub fn changes() -> Node {
    let story = use_story();
    let about = &story.dataset.about;
    let (since, certain) = use_state().view(|view| about.corrections_since(view.version()));
    let what = say(words::changes(&about.version, certain, since.len()));
    if since.is_empty() { what } else { row([what, corrections(story, &since)]).into() }
}
