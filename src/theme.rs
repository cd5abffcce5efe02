//! Light, dark, or as the system has it: the view's own theme, or a reader's preference, which is kept beside the view.
//!
//! Storage may throw, as it does in sandboxed frames. Then the choice holds until the page is left. `boot.js` does the
//! same before the program is there.

use leptos::prelude::*;
use sidebyline_query::{Theme, View};

/// Where the preference is stored.
const KEY: &str = "sidebyline-theme";

/// The theme of `view`: its own, or the one that the reader chose on an earlier visit. What she chose for this site says
/// nothing of the page that a view is embedded in.
pub fn of(view: &View) -> Theme {
    match view.theme {
        Theme::Auto if !view.embed => stored(),
        theme => theme,
    }
}

/// Stores the choice.
pub fn store(theme: Theme) {
    if let Some(storage) = storage() {
        let _ = match theme {
            Theme::Auto => storage.remove_item(KEY),
            _ => storage.set_item(KEY, theme.name()),
        };
    }
}

/// Makes the page look so.
pub fn apply(theme: Theme) {
    if let Some(root) = document().document_element() {
        let _ = match theme {
            Theme::Auto => root.remove_attribute("data-theme"),
            _ => root.set_attribute("data-theme", theme.name()),
        };
    }
}

fn stored() -> Theme {
    let stored = storage().and_then(|storage| storage.get_item(KEY).ok().flatten()).unwrap_or_default();
    let named = Theme::ALL.into_iter().find(|(_, name)| *name == stored);
    named.map(|(theme, _)| theme).unwrap_or_default()
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
