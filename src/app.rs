//! Loads the dataset and shows the page, or what went wrong.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::explorer::Explorer;
use crate::components::problem::ProblemPage;
use crate::history::Address;
use crate::load::{self, Load};
use crate::theme::Theme;

/// The whole page, with the dataset at `url`.
#[component]
pub fn App(
    /// Where the dataset is, relative to the page.
    #[prop(into)]
    url: String,
) -> impl IntoView {
    Theme::stored().apply();
    let address = Address::listen();
    let load = RwSignal::new(Load::Waiting);
    let start = move || {
        let url = url.clone();
        load.set(Load::Waiting);
        spawn_local(async move {
            let loaded = match load::fetch(&url).await {
                Ok(story) => Load::Done(Arc::new(story)),
                Err(problem) => Load::Failed(problem),
            };
            load.try_set(loaded);
        });
    };
    start();
    Effect::new(move || show_skeleton(matches!(*load.read(), Load::Waiting)));
    move || match load.get() {
        Load::Waiting => ().into_any(),
        Load::Failed(problem) => {
            view! { <ProblemPage problem retry=Callback::new({ let start = start.clone(); move |()| start() }) /> }
                .into_any()
        }
        Load::Done(story) => view! { <Explorer story address /> }.into_any(),
    }
}

/// Shows or hides the outline of the page that `index.html` brings along, so that it is there before the program is.
fn show_skeleton(waiting: bool) {
    let Some(skeleton) = document().get_element_by_id("_skeleton") else { return };
    let _ = if waiting { skeleton.remove_attribute("hidden") } else { skeleton.set_attribute("hidden", "") };
}
