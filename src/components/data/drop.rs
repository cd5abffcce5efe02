//! A dataset can be dropped anywhere on the page. What doesn't look like one is left to whatever it is dropped on.

use leptos::ev;
use leptos::prelude::*;
use web_sys::DragEvent;

use super::file::open;
use crate::components::parts::{div, maybe, p, row};
use crate::loader::use_loader;
use crate::node::{Node, live};
use crate::strings::data as words;

/// What says that a file can be dropped, while one is held over the page.
pub fn drop_place() -> Node {
    let loader = use_loader();
    let over = RwSignal::new(false);
    let held = window_event_listener(ev::dragover, move |event| {
        let takes = !event.default_prevented() && looks_like_data(&event);
        if takes {
            event.prevent_default();
        }
        if over.get_untracked() != takes {
            over.set(takes);
        }
    });
    let left = window_event_listener(ev::dragleave, move |event| {
        // It leaves each element that it passes; the last one for nothing.
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    let dropped = window_event_listener(ev::drop, move |event| {
        over.set(false);
        let file = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0));
        if let (false, true, Some(file)) = (event.default_prevented(), looks_like_data(&event), file) {
            event.prevent_default();
            open(loader, file);
        }
    });
    on_cleanup(move || {
        held.remove();
        left.remove();
        dropped.remove();
    });
    live(move || {
        maybe(over.get().then(|| {
            let said = [p("drop__what", words::DROP_HERE), p("drop__promise", words::DROP_PROMISE)];
            div("drop", row([div("drop__frame", said)])).attr("role", "status")
        }))
    })
}

/// Whether what is held is one file that may be JSON. Its name isn't told before it is dropped, and not all systems know
/// its type.
fn looks_like_data(event: &DragEvent) -> bool {
    let Some(items) = event.data_transfer().map(|data| data.items()) else { return false };
    let Some(item) = items.get(0).filter(|_| items.length() == 1) else { return false };
    let kind = item.type_();
    item.kind() == "file" && (kind.is_empty() || kind.contains("json"))
}
