//! The browser's address and history, and nothing else.
//!
//! A discrete choice pushes an entry. Typing pushes one entry a burst and then replaces it, so that Back undoes the
//! whole word and not a letter. Going back or forward is only listened to; it never writes.
//!
//! Where the reader has scrolled to belongs to the history entry: it is noted when the scrolling pauses and before an
//! entry is left, and brought back when she returns to it.
//!
//! In a sandboxed frame any of this may throw. Then the view changes all the same, and only the address stays.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// How long the scrolling must have paused for its place to be noted. A browser allows only so many notes.
const PAUSE: Duration = Duration::from_millis(250);

/// How a change enters the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// As a step that Back undoes.
    Push,
    /// In place of the step before.
    Replace,
}

/// What the address says, as signals. Created once, in the root.
#[derive(Clone, Copy, Debug)]
pub struct Address {
    query: RwSignal<String>,
    target: RwSignal<String>,
    /// Whether the entry at hand came from typing and may be replaced by more of it.
    typing: StoredValue<bool>,
}

impl Address {
    /// The address as it is, and as it will be when a person goes back or forward or follows a link in the page.
    pub fn listen() -> Self {
        let address = Self {
            query: RwSignal::new(read_query()),
            target: RwSignal::new(read_target()),
            typing: StoredValue::new(false),
        };
        if let Ok(history) = window().history() {
            let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
        }
        let popped = window_event_listener(ev::popstate, move |_| {
            address.typing.set_value(false);
            address.query.set(read_query());
            address.target.set(read_target());
            scroll_back();
        });
        let targeted = window_event_listener(ev::hashchange, move |_| address.target.set(read_target()));
        let pause = StoredValue::new(None::<TimeoutHandle>);
        let scrolled = window_event_listener(ev::scroll, move |_| {
            if let Some(earlier) = pause.get_value() {
                earlier.clear();
            }
            pause.set_value(set_timeout_with_handle(note_scroll, PAUSE).ok());
        });
        on_cleanup(move || {
            popped.remove();
            targeted.remove();
            scrolled.remove();
        });
        address
    }

    /// The query part, as it stands in the address.
    pub fn query(self) -> String {
        self.query.get()
    }

    /// The id that the address points to; empty if it points to none.
    pub fn target(self) -> String {
        self.target.get()
    }

    /// Goes to another query by a discrete choice.
    pub fn choose(self, query: &str) {
        self.typing.set_value(false);
        self.go(query, Step::Push);
    }

    /// Goes to the element called `id` at another query, by a discrete choice.
    pub fn visit(self, query: &str, id: &str) {
        self.typing.set_value(false);
        let _ = write(query, &["#", id].concat(), Step::Push);
        self.query.set(query.into());
        self.target.set(id.into());
    }

    /// Goes to another query by typing.
    pub fn type_in(self, query: &str) {
        let step = if self.typing.get_value() { Step::Replace } else { Step::Push };
        if self.go(query, step) {
            self.typing.set_value(true);
        }
    }

    /// Says that the typing is over: what is typed next is a step of its own.
    pub fn end_typing(self) {
        self.typing.set_value(false);
    }

    /// Goes to `query`, unless it is there already.
    fn go(self, query: &str, step: Step) -> bool {
        if self.query.with_untracked(|now| now.trim_start_matches('?') == query) {
            return false;
        }
        // A refusal must not stop the page; see above.
        let _ = write(query, "", step);
        self.query.set(query.into());
        self.target.set(String::new());
        true
    }
}

/// How far the reader had scrolled when she left the entry at hand; none if she is new to it.
pub fn noted_place() -> Option<f64> {
    window().history().and_then(|history| history.state()).ok().and_then(|state| state.as_f64())
}

/// Goes to where the reader was when she left this entry, once the page is as it was.
fn scroll_back() {
    if let Some(top) = noted_place() {
        request_animation_frame(move || window().scroll_to_with_x_and_y(0.0, top));
    }
}

/// Notes in the history entry at hand how far the reader has scrolled.
fn note_scroll() {
    let top = window().scroll_y().unwrap_or_default();
    let Ok(history) = window().history() else { return };
    // The address stays as it is. A refusal only costs the place.
    let _ = history.replace_state_with_url(&JsValue::from_f64(top), "", None);
}

fn write(query: &str, fragment: &str, step: Step) -> Result<(), JsValue> {
    let history = window().history()?;
    let place = if query.is_empty() { window().location().pathname()? } else { ["?", query].concat() };
    let url = [place.as_str(), fragment].concat();
    match step {
        Step::Push => {
            note_scroll();
            history.push_state_with_url(&JsValue::NULL, "", Some(&url))
        }
        Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
    }
}

fn read_query() -> String {
    window().location().search().unwrap_or_default()
}

fn read_target() -> String {
    // An id needs no escape, so what has one points to nothing we know.
    window().location().hash().unwrap_or_default().trim_start_matches('#').into()
}
