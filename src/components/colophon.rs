//! The foot of the page: who made it, and under which licence; unfolded, all that is known of the data.

use leptos::prelude::*;
use sidebyline_query::View;
use web_sys::HtmlDetailsElement;

use crate::components::copy_link::absolute;
use crate::components::later::{Later, Wanted};
use crate::components::parts::{maybe, p};
use crate::components::share::report_link;
use crate::node::{Node, el, listener, live};
use crate::state::{use_state, use_story};
use crate::strings;

/// The foot of the page.
pub fn colophon() -> Node {
    let (story, state) = (use_story(), use_state());
    let about = &story.dataset.about;
    let later: Later = expect_context();
    let open = RwSignal::new(false);
    let unfolded = el("details")
        .class("colophon__about")
        .on("toggle", move |event| open.set(listener(&event).is_some_and(|of: HtmlDetailsElement| of.open())))
        .child(el("summary").child(strings::ABOUT))
        .child(live(move || open.get().then(|| later.show(Wanted::About))));
    let report = report_link(story, move || absolute(&state.link(View::standalone)));
    el("footer")
        .class("colophon")
        .child(unfolded)
        .child(maybe(report.map(|link| p("colophon__line", link))))
        .child(p("colophon__line", strings::colophon(&about.creators.join(", "), &about.license, &about.version)))
}
