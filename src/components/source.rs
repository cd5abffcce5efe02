//! One source: what it reports, in its own order.

use crate::components::parts::p;
use crate::node::Node;
use crate::strings;

/// The page.
pub fn source() -> Node {
    p("source", strings::source::TITLE)
}
