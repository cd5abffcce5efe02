//! The same statement in several sources, word by word.

use crate::components::parts::p;
use crate::node::Node;
use crate::strings;

/// The page.
pub fn variants() -> Node {
    p("variants", strings::variants::TITLE)
}
