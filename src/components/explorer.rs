//! The page once the dataset is there.

use std::sync::Arc;

use leptos::prelude::*;
use sidebyline_query::Page;

use crate::components::colophon::Colophon;
use crate::components::compare::Compare;
use crate::components::empty::Empty;
use crate::components::filters::{FilterButton, Panel, ResultBar, Search};
use crate::components::findings::Findings;
use crate::components::histogram::DateHistogram;
use crate::components::masthead::Masthead;
use crate::components::notices::Notices;
use crate::components::quotes::Quotes;
use crate::components::sources::Sources;
use crate::components::tabs::Tabs;
use crate::components::timeline::Timeline;
use crate::history::Address;
use crate::load::Story;
use crate::marks::mark_hits;
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
    provide_context(Arc::clone(&story));
    provide_context(state);
    Effect::new({
        let title = story.dataset.about.title.clone();
        move || document().set_title(&[strings::page(state.page()), ": ", &title, " – ", strings::NAME].concat())
    });
    // At first, what the address points to wasn't there when the browser looked for it; later, it may be folded away.
    Effect::new(move || {
        let target = state.target();
        // A reader who comes back finds the page as she left it.
        let noted = state.noted();
        match &noted {
            Some(place) => state.restore(&place.kept),
            None => state.open_what_holds(&story, &target),
        }
        request_animation_frame(move || match noted {
            Some(place) => window().scroll_to_with_x_and_y(0.0, place.top),
            None => reveal(&target),
        });
    });
    Effect::new(move || mark_hits(state));
    view! {
        <a class="skip-link" href="#_events">{strings::SKIP}</a>
        <Masthead />
        <div class="bar">
            <Tabs />
            <Search />
            <FilterButton />
        </div>
        <div class="page" data-page=move || strings::page_id(state.page())>
            <Panel />
            <main class="page__main">
                <Findings />
                <DateHistogram />
                <ResultBar />
                <div id="_events" class="page__events" tabindex="-1" role="region" aria-label=move || strings::page(state.page())>
                    <Notices />
                    <Empty />
                    {move || match state.page() {
                        Page::Timeline => Timeline().into_any(),
                        Page::Compare => Compare().into_any(),
                        Page::Quotes => Quotes().into_any(),
                    }}
                </div>
            </main>
        </div>
        <Sources />
        <Colophon />
    }
    .into_any()
}
