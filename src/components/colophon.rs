//! The foot of the page: who made it, and under which licence; unfolded, all that is known of the data.

use leptos::prelude::*;
use web_sys::HtmlDetailsElement;

use crate::components::later::{Later, Wanted};
use crate::components::parts::p;
use crate::node::{Node, el, listener, live};
use crate::state::use_story;
use crate::strings;

/// The foot of the page.
pub fn colophon() -> Node {
    let about = &use_story().dataset.about;
    let later: Later = expect_context();
    let open = RwSignal::new(false);
    let unfolded = el("details")
        .class("colophon__about")
        .on("toggle", move |event| open.set(listener(&event).is_some_and(|of: HtmlDetailsElement| of.open())))
        .child(el("summary").child(strings::ABOUT))
        .child(live(move || open.get().then(|| later.show(Wanted::About))));
    el("footer")
        .class("colophon")
        .child(unfolded)
        .child(p("colophon__line", strings::colophon(&about.creators.join(", "), &about.license, &about.version)))
}
