//! All events, and what each source has on them.

use crate::components::parts::p;
use crate::node::Node;
use crate::strings;

/// The page.
pub fn coverage() -> Node {
    p("coverage", strings::coverage::TITLE)
}
