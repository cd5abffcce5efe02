//! What is shown while the data are on their way, if that takes long enough to wonder.

use std::time::Duration;

use leptos::prelude::*;

use crate::components::parts::{div, maybe, row};
use crate::load::Doing;
use crate::loader::Loader;
use crate::node::{Node, el, live};
use crate::state::memo;
use crate::strings;

/// How long nobody wonders.
const PATIENCE: Duration = Duration::from_millis(400);

/// How far it is, and a way to stop it. It is announced what is done; the figures are for those who ask.
pub fn waiting(loader: Loader) -> Node {
    let long = RwSignal::new(false);
    set_timeout(
        move || {
            let _ = long.try_set(true);
        },
        PATIENCE,
    );
    let doing = memo(move || loader.progress.with(|doing| strings::doing(*doing)));
    let status = el("p").attr("role", "status").child(live(move || long.get().then(|| doing.get().into())));
    let rest = live(move || {
        maybe(long.get().then(|| {
            let bar = el("progress")
                .live("aria-label", move || doing.get())
                .live("value", move || far(loader).map(|(here, _)| here.to_string()))
                .live("max", move || far(loader).map(|(_, all)| all.to_string()));
            let stop = el("button").attr("type", "button").class("button").on("click", move |_| loader.cancel());
            Node::from([bar, stop.child(strings::STOP)])
        }))
    });
    div("waiting", row([status, rest])).toggle("waiting--long", move || long.get())
}

/// How much is done, of how much, where that is known.
fn far(loader: Loader) -> Option<(usize, usize)> {
    match loader.progress.get() {
        Doing::Loading(here, all) => Some((here, all?)),
        Doing::Reading(here, all) => Some((here, all)),
    }
}
