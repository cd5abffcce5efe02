//! The page once the dataset is there.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::colophon::Colophon;
use crate::components::filters::Filters;
use crate::components::findings::Findings;
use crate::components::loose::{LooseDiscrepancies, LooseQuotes};
use crate::components::masthead::Masthead;
use crate::components::notices::Notices;
use crate::components::sources::Sources;
use crate::components::timeline::Timeline;
use crate::history::Address;
use crate::load::Story;
use crate::reveal::reveal;
use crate::state::State;
use crate::strings;

/// The page that shows `story` as `address` asks for it.
#[component]
pub fn Explorer(
    /// What is shown.
    story: Arc<Story>,
    /// What of it is asked for.
    address: Address,
) -> impl IntoView {
    let state = State::new(&story, address);
    document().set_title(&[story.dataset.about.title.as_str(), " – ", strings::NAME].concat());
    provide_context(story);
    provide_context(state);
    // At first, what the address points to wasn't there when the browser looked for it; later, it may be folded away.
    Effect::new(move || {
        let target = state.target();
        request_animation_frame(move || reveal(&target));
    });
    view! {
        <a class="skip-link" href="#_events">{strings::SKIP}</a>
        <Masthead />
        <main class="page">
            <Sources />
            <Findings />
            <Filters />
            <div id="_events" class="page__events" tabindex="-1" role="region" aria-label=strings::EVENTS>
                <Notices />
                <Timeline />
                <LooseQuotes />
                <LooseDiscrepancies />
            </div>
        </main>
        <Colophon />
    }
    .into_any()
}
