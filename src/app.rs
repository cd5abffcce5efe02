//! Loads the dataset and shows the page, or what went wrong.

use leptos::prelude::*;
use leptos::task::spawn_local;
use sidebyline_query::{Page, View};

use crate::components::explorer::explorer;
use crate::components::later::fetch_early;
use crate::components::problem::problem_page;
use crate::history::Address;
use crate::load::{self, Load};
use crate::node::{Node, live};
use crate::theme::Theme;

/// The whole page, with the dataset that the address names.
pub fn app() -> Node {
    Theme::stored().apply();
    let address = Address::listen();
    let load = RwSignal::new(Load::Waiting);
    let start = move || {
        load.set(Load::Waiting);
        let (view, _) = View::parse(&untrack(|| address.query()));
        if view.page != Page::Timeline {
            fetch_early(view.page);
        }
        let place = load::place(&view);
        spawn_local(async move {
            let loaded = match load::fetch(&place).await {
                Ok(story) => Load::Done(Box::leak(Box::new(story))),
                Err(problem) => Load::Failed(problem),
            };
            load.try_set(loaded);
        });
    };
    start();
    Effect::new(move || show_skeleton(matches!(*load.read(), Load::Waiting)));
    live(move || match load.get() {
        Load::Waiting => ().into(),
        Load::Failed(problem) => problem_page(problem, start),
        Load::Done(story) => explorer(story, address),
    })
}

/// Shows or hides the outline of the page that `index.html` brings along, so that it is there before the program is.
fn show_skeleton(waiting: bool) {
    let Some(skeleton) = document().get_element_by_id("_skeleton") else { return };
    let _ = if waiting { skeleton.remove_attribute("hidden") } else { skeleton.set_attribute("hidden", "") };
}
