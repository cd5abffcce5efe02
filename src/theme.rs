//! Light, dark, or as the system has it: a reader's preference, kept beside the view and not in it.
//!
//! Storage may throw, as it does in sandboxed frames. Then the choice holds until the page is left.

use leptos::prelude::*;

/// Where the preference is stored.
const KEY: &str = "sidebyline-theme";

/// A theme to choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

impl Theme {
    /// Every theme, in the order of the choice.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Its name in storage and in the style sheets.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme that was chosen on an earlier visit.
    pub fn stored() -> Self {
        let stored = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
        let named = |name: String| Self::ALL.into_iter().find(|theme| theme.as_str() == name);
        stored.and_then(named).unwrap_or_default()
    }

    /// Stores the choice.
    pub fn store(self) {
        if let Some(storage) = storage() {
            let _ = match self {
                Self::Auto => storage.remove_item(KEY),
                _ => storage.set_item(KEY, self.as_str()),
            };
        }
    }

    /// Makes the page look so.
    pub fn apply(self) {
        if let Some(root) = document().document_element() {
            let _ = match self {
                Self::Auto => root.remove_attribute("data-theme"),
                _ => root.set_attribute("data-theme", self.as_str()),
            };
        }
    }
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
