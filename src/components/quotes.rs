//! All quotes, by speaker.

use leptos::prelude::*;

/// The page.
#[component]
pub fn Quotes() -> impl IntoView {}
