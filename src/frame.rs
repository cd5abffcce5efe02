//! The page that this one is framed by, if any: what it is told, and what it asks for.
//!
//! The messages are sent and read by `frame.js`, which also checks whose they are. It and the program meet at attributes of
//! the root, so that either works without the other.

use leptos::prelude::*;

/// The event after which [`asked`] is another.
pub const ASKED: &str = "sidebyline-asked";

/// Whether this page stands inside another.
pub fn is_framed() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-framed"))
}

/// Tells the host which view is shown: a query, and after a `#` what it points to, if anything.
pub fn tell(view: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-view", view);
    }
}

/// The view that the host asks for, in the same form.
pub fn asked() -> String {
    document().document_element().and_then(|root| root.get_attribute("data-wanted")).unwrap_or_default()
}
