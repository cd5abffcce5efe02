//! What had to be left out of the data: shown, so that nobody takes what is left for the whole.

use leptos::prelude::*;

use crate::components::parts::{li, ul};
use crate::state::use_story;
use crate::strings;

/// The findings, folded, if there are any.
#[component]
pub fn Findings() -> impl IntoView {
    let story = use_story();
    if story.findings.is_empty() {
        return ().into_any();
    }
    let items: Vec<AnyView> =
        story.findings.iter().map(|finding| li("findings__item", strings::finding(finding))).collect();
    view! {
        <details class="findings">
            <summary>{strings::findings(story.findings.len())}</summary>
            {ul("findings__list", items)}
        </details>
    }
    .into_any()
}
