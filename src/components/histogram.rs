//! Reports by day, stacked by source, with a choice of days.

use leptos::prelude::*;

/// The histogram.
#[component]
pub fn DateHistogram() -> impl IntoView {}
