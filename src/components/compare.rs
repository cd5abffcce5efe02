//! Two or more sources side by side.

use leptos::prelude::*;

/// The page.
#[component]
pub fn Compare() -> impl IntoView {}
