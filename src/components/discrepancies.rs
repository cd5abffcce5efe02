//! Each question that the sources answer differently.

use crate::components::parts::p;
use crate::node::Node;
use crate::strings;

/// The page.
pub fn discrepancies() -> Node {
    p("discrepancies", strings::discrepancies::TITLE)
}
