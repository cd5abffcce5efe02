//! What is shown while the data are on their way, if that takes long enough to wonder.

use std::time::Duration;

use leptos::prelude::*;

use crate::components::later::{Later, Wanted};
use crate::components::parts::{div, maybe, row};
use crate::loader::Loader;
use crate::node::{Node, el, live};
use crate::state::memo;
use crate::strings;

/// How long nobody wonders.
const PATIENCE: Duration = Duration::from_millis(400);

/// How far it is, and a way to stop it. It is announced once; the figures are for those who ask.
pub fn waiting(loader: Loader) -> Node {
    let long = RwSignal::new(false);
    set_timeout(
        move || {
            let _ = long.try_set(true);
        },
        PATIENCE,
    );
    let status = el("p").attr("role", "status").child(live(move || long.get().then(|| strings::LOADING.into())));
    let rest = live(move || {
        maybe(long.get().then(|| {
            let bar = el("progress")
                .attr("aria-label", strings::LOADING)
                .live("value", move || loader.progress.with(|told| told.all.map(|_| told.here.to_string())))
                .live("max", move || loader.progress.with(|told| told.all.map(|all| all.to_string())));
            let stop = el("button").attr("type", "button").class("button").on("click", move |_| loader.cancel());
            Node::from([bar, stop.child(strings::STOP)])
        }))
    });
    let far = div("waiting", row([status, rest])).attr("role", "region").attr("aria-label", strings::LOADING);
    let far = far.toggle("waiting--long", move || long.get());
    // Who waits has something to read.
    let later = expect_context::<Later>();
    let is_known = memo(move || long.get() && loader.progress.with(|told| !told.first.is_empty()));
    [far, live(move || maybe(is_known.get().then(|| later.show_quietly(Wanted::First))))].into()
}
