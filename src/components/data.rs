//! The data as a whole: loaded from elsewhere, opened by the reader, what went wrong with them, and what is known of them.

mod about;
mod changes;
mod drop;
mod elsewhere;
mod file;
mod first;
mod home;
mod problem;

pub use about::about;
pub use changes::changes;
pub use drop::drop_place;
pub use first::first;
pub use home::home;
use leptos::prelude::*;

use crate::load::Load;
use crate::loader::use_loader;
use crate::node::Node;

/// What became of loading: it goes on at another place, or it has failed.
pub fn outcome() -> Node {
    let loader = use_loader();
    match loader.load.get_untracked() {
        Load::Elsewhere => {
            let data = untrack(|| loader.view()).data().clone();
            loader.run(data, async move |data, stop| elsewhere::load(&data, stop, loader.progress).await);
            ().into()
        }
        Load::Failed(problem) => problem::problem_page(loader, &problem),
        Load::Waiting | Load::Done(_) => ().into(),
    }
}
