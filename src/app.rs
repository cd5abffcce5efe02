//! Loads the dataset and shows the page, or what went wrong.

use leptos::prelude::*;
use sidebyline_query::Page;

use crate::components::explorer::explorer;
use crate::components::later::{Later, Wanted, fetch_early};
use crate::components::waiting::waiting;
use crate::history::Address;
use crate::load::Load;
use crate::loader::Loader;
use crate::node::{Node, live};
use crate::state::{effect, memo};

/// The whole page, with the dataset that the address names.
pub fn app() -> Node {
    let address = Address::listen();
    let later = Later::new();
    let loader = Loader::new(address, later);
    provide_context(loader);
    provide_context(later);
    let page = untrack(|| loader.view()).page;
    if page != Page::Timeline {
        fetch_early(page);
    }
    let data = memo(move || loader.view().data().clone());
    effect(move || {
        let _ = data.get();
        untrack(|| loader.start());
    });
    effect(move || show_skeleton(matches!(*loader.load.read(), Load::Waiting | Load::Elsewhere)));
    // What receives a dropped file is loaded when something is first dragged over the page.
    let dragged = RwSignal::new(false);
    let entered = window_event_listener(leptos::ev::dragenter, move |_| dragged.set(true));
    on_cleanup(move || entered.remove());
    let here = live(move || match loader.load.get() {
        Load::Waiting => waiting(loader),
        Load::Elsewhere => [waiting(loader), later.show(Wanted::Data)].into(),
        Load::Failed(_) => later.show(Wanted::Data),
        Load::Done(story) => explorer(story, address),
    });
    [here, live(move || dragged.get().then(|| later.show(Wanted::Drop))), later.styles()].into()
}

/// Shows or hides the outline of the page that `index.html` brings along, so that it is there before the program is.
fn show_skeleton(waiting: bool) {
    let Some(skeleton) = document().get_element_by_id("_skeleton") else { return };
    let _ = if waiting { skeleton.remove_attribute("hidden") } else { skeleton.set_attribute("hidden", "") };
}
