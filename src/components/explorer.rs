//! The page once the dataset is there.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use sidebyline_query::Page;

use crate::components::colophon::colophon;
use crate::components::empty::empty;
use crate::components::filters::{filter_button, panel, result_bar, search};
use crate::components::histogram::date_histogram;
use crate::components::later::{Later, Wanted};
use crate::components::masthead::masthead;
use crate::components::notices::notices;
use crate::components::parts::div;
use crate::components::share::share_dialog;
use crate::components::source_line::source_line;
use crate::components::sources::sources;
use crate::components::tabs::tabs;
use crate::components::timeline::timeline;
use crate::frame::{self, is_framed};
use crate::history::Address;
use crate::load::{Home, Story, breathe};
use crate::marks::mark_hits;
use crate::node::{Node, el, live};
use crate::reveal::{reveal, reveal_within};
use crate::state::{State, effect, memo};
use crate::{strings, theme};

/// The page that shows `story` as `address` asks for it.
pub fn explorer(story: &'static Story, address: Address) -> Node {
    let state = State::new(story, address);
    // A test may show it without the rest of the page.
    let later = use_context::<Later>().unwrap_or_default();
    provide_context(story);
    provide_context(state);
    provide_context(later);
    effect({
        let title = story.dataset.about.title.clone();
        move || document().set_title(&[strings::page(state.page()), ": ", &title, " – ", strings::NAME].concat())
    });
    effect(move || theme::apply(state.view(theme::of)));
    talk_with_host(state);
    // Of much, what is read first is shown first: to build all of it would take longer than a turn may.
    let is_all_there = RwSignal::new(!story.is_long());
    if story.is_long() {
        spawn_local(async move {
            breathe().await;
            is_all_there.try_set(true);
        });
    }
    // At first, what the address points to wasn't there when the browser looked for it; later, it may be folded away, or
    // on a page that is on its way.
    let is_there = memo(move || later.has(state.page()) && is_all_there.get());
    effect(move || {
        let _ = is_there.get();
        let target = state.target();
        // A reader who comes back finds the page as she left it.
        let noted = state.noted();
        match &noted {
            Some(place) => state.restore(&place.kept),
            None => state.open_what_holds(story, &target),
        }
        let find = move || match noted {
            Some(place) => window().scroll_to_with_x_and_y(0.0, place.top),
            // What the reader hasn't asked for mustn't move the page that she is reading.
            None if is_framed() && !state.is_own_choice() => reveal_within(&target),
            None => reveal(&target),
        };
        // A frame that is out of sight gets no animation frame; what it points to has to be there when it is in sight.
        if is_framed() { set_timeout(find, Duration::ZERO) } else { request_animation_frame(find) }
    });
    effect(move || {
        let _ = is_there.get();
        mark_hits(state);
    });
    let here = live(move || match state.page() {
        Page::Timeline => timeline(),
        page => later.show(Wanted::Page(page)),
    });
    let events = el("div")
        .class("page__events")
        .attr("id", "_events")
        .attr("tabindex", "-1")
        .attr("role", "region")
        .live("aria-label", move || strings::page(state.page()))
        .child([notices(), empty(), here])
        // Whoever comes near the events will open one.
        .on("pointerover", move |_| later.want_event())
        .on("focusin", move |_| later.want_event());
    let findings = live(move || (!story.findings.is_empty()).then(|| later.show(Wanted::Findings)));
    let main = el("main").class("page__main").child([findings, date_histogram(), result_bar(), events]);
    let page = div("page", [live(move || is_all_there.get().then(panel)), main])
        .live("data-page", move || strings::page_id(state.page()));
    let head = if untrack(|| state.view(|view| view.embed)) { source_line() } else { masthead() };
    [
        el("a").class("skip-link").attr("href", "#_events").child(strings::SKIP),
        head,
        live(move || (story.home != Home::Site).then(|| later.show(Wanted::Home))),
        div("bar", [tabs(), search(), filter_button()]),
        page,
        live(move || is_all_there.get().then(sources)),
        colophon(),
        share_dialog(),
    ]
    .into()
}

/// Inside another page, tells it which view is shown, and goes where it asks to.
fn talk_with_host(state: State) {
    if !is_framed() {
        return;
    }
    effect(move || {
        let (view, target) = (state.view(|view| view.standalone().to_string()), state.target());
        frame::tell(&[view.as_str(), if target.is_empty() { "" } else { "#" }, &target].concat());
    });
    let asked = window_event_listener_untyped(frame::ASKED, move |_| state.follow_host(&frame::asked()));
    on_cleanup(move || asked.remove());
}
