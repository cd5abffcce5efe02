//! The browser's address and history, and nothing else.
//!
//! A discrete choice pushes an entry. Typing pushes one entry a burst and then replaces it, so that Back undoes the
//! whole word and not a letter. Going back or forward is only listened to; it never writes.
//!
//! Where the reader has scrolled to, and what she has opened, belong to the history entry: they are noted once things
//! have paused and before an entry is left, and brought back when she returns to it or loads it anew.
//!
//! The address says at once what was asked for. Of a long story the page shows it after the next paint, so that a press is
//! seen before what follows from it is worked out; what is asked for meanwhile takes its place.
//!
//! Inside another page every change replaces, so that Back stays the host's. In a sandboxed frame any of this may throw.
//! Then the view changes all the same, and only the address stays.

use std::time::Duration;

use js_sys::Array;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use crate::frame::is_framed;

/// How long things must have paused for the reader's place to be noted. A browser allows only so many notes.
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
    /// The query part that stands in the address.
    asked: RwSignal<String>,
    /// The one that the page shows.
    query: RwSignal<String>,
    target: RwSignal<String>,
    /// Whether what is asked for is painted before the page shows it.
    paints_first: StoredValue<bool>,
    /// Whether the entry at hand came from typing and may be replaced by more of it.
    typing: StoredValue<bool>,
    /// Whether the reader has gone anywhere herself.
    moved: StoredValue<bool>,
    /// Where the reader was when she last left the entry at hand, if that is how she came to it.
    noted: StoredValue<Option<Place>>,
    /// What the page wants to find again with the entry at hand.
    kept: StoredValue<Vec<u32>>,
    /// The note that is to be made.
    pause: StoredValue<Option<TimeoutHandle>>,
}

/// What a history entry knows of the reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// How far she had scrolled.
    pub top: f64,
    /// What the page asked to keep.
    pub kept: Vec<u32>,
}

impl Address {
    /// The address as it is, and as it will be when a person goes back or forward or follows a link in the page.
    pub fn listen() -> Self {
        let address = Self {
            asked: RwSignal::new(read_query()),
            query: RwSignal::new(read_query()),
            target: RwSignal::new(read_target()),
            paints_first: StoredValue::new(false),
            typing: StoredValue::new(false),
            moved: StoredValue::new(false),
            noted: StoredValue::new(read_note()),
            kept: StoredValue::new(Vec::new()),
            pause: StoredValue::new(None),
        };
        if let Ok(history) = window().history() {
            let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
        }
        let popped = window_event_listener(ev::popstate, move |_| {
            // What was to be noted belongs to the entry that is left.
            address.forget_note();
            address.typing.set_value(false);
            address.noted.set_value(read_note());
            address.asked.set(read_query());
            address.show(&read_query(), &read_target());
        });
        let targeted = window_event_listener(ev::hashchange, move |_| address.target.set(read_target()));
        let scrolled = window_event_listener(ev::scroll, move |_| address.note_soon());
        on_cleanup(move || {
            popped.remove();
            targeted.remove();
            scrolled.remove();
            address.forget_note();
        });
        address
    }

    /// The query part that stands in the address.
    pub fn asked(self) -> String {
        self.asked.get()
    }

    /// The query part of what the page shows: soon that of the address.
    pub fn query(self) -> String {
        self.query.get()
    }

    /// Has what is asked for painted before the page shows it, or not.
    pub fn paint_first(self, is: bool) {
        self.paints_first.set_value(is);
    }

    /// Does something at once, or where things are painted first, after the next paint.
    pub fn once_painted(self, act: Box<dyn FnOnce()>) {
        // Nothing is painted of a frame that is out of sight, and no reader presses in it.
        if self.paints_first.get_value() && !is_framed() { after_paint(act) } else { act() }
    }

    /// Does something before the next paint of what the address asks for.
    pub fn once_shown(self, act: Box<dyn FnOnce()>) {
        if self.asked.with_untracked(|asked| self.query.with_untracked(|shown| shown == asked)) {
            request_animation_frame(act);
        } else {
            // Whatever is asked for has been put off before this, and comes before it.
            after_paint(Box::new(move || request_animation_frame(act)));
        }
    }

    /// The id that the address points to; empty if it points to none.
    pub fn target(self) -> String {
        self.target.get()
    }

    /// Goes to another query by a discrete choice, and to the element called `target` there, if that isn't empty.
    pub fn choose(self, query: &str, target: &str) {
        self.typing.set_value(false);
        self.moved.set_value(true);
        self.go(query, target, Step::Push);
    }

    /// Goes where the host asks to, which the reader hasn't asked for.
    pub fn follow_host(self, query: &str, target: &str) {
        self.typing.set_value(false);
        self.moved.set_value(false);
        self.go(query, target, Step::Replace);
    }

    /// Whether the reader has chosen what is shown, and not who led her here.
    pub fn is_own_choice(self) -> bool {
        self.moved.get_value()
    }

    /// Goes to another query by typing.
    pub fn type_in(self, query: &str) {
        let step = if self.typing.get_value() { Step::Replace } else { Step::Push };
        if self.go(query, "", step) {
            self.typing.set_value(true);
        }
    }

    /// Says that the typing is over: what is typed next is a step of its own.
    pub fn end_typing(self) {
        self.typing.set_value(false);
    }

    /// Where the reader was when she left the entry at hand; nothing if she is new to it.
    pub fn noted(self) -> Option<Place> {
        self.noted.get_value()
    }

    /// Keeps something with the entry at hand, to be found again in [`Address::noted`].
    pub fn keep(self, kept: Vec<u32>) {
        self.kept.set_value(kept);
        self.note_soon();
    }

    /// Goes to `query`, unless it is there already.
    fn go(self, query: &str, target: &str, step: Step) -> bool {
        if target.is_empty() && self.asked.with_untracked(|now| now.trim_start_matches('?') == query) {
            return false;
        }
        let step = if is_framed() { Step::Replace } else { step };
        if step == Step::Push {
            self.note();
        }
        // A refusal must not stop the page; see above.
        let _ = write(query, target, step);
        self.noted.set_value(None);
        self.asked.set(query.into());
        let (query, target) = (query.to_owned(), target.to_owned());
        self.once_painted(Box::new(move || {
            if self.asked.try_with_untracked(|asked| *asked == query) == Some(true) {
                self.show(&query, &target);
            }
        }));
        self.note_soon();
        true
    }

    /// Has the page show what is asked for.
    fn show(self, query: &str, target: &str) {
        self.query.set(query.into());
        self.target.set(target.into());
    }

    fn note_soon(self) {
        self.forget_note();
        self.pause.set_value(set_timeout_with_handle(move || self.note(), PAUSE).ok());
    }

    fn forget_note(self) {
        if let Some(Some(earlier)) = self.pause.try_update_value(Option::take) {
            earlier.clear();
        }
    }

    /// Notes the reader's place in the history entry at hand.
    fn note(self) {
        self.forget_note();
        let note = Array::of1(&window().scroll_y().unwrap_or_default().into());
        let kept = self.kept.try_with_value(Clone::clone).unwrap_or_default();
        for kept in kept {
            note.push(&kept.into());
        }
        let Ok(history) = window().history() else { return };
        // The address stays as it is. A refusal only costs the place.
        let _ = history.replace_state_with_url(&note, "", None);
    }
}

/// Does something once the browser has painted what has changed by now.
fn after_paint(act: Box<dyn FnOnce()>) {
    request_animation_frame(move || set_timeout(act, Duration::ZERO));
}

#[expect(
    clippy::cast_sign_loss,
    reason = "what is below zero becomes zero, which is as good as anything we didn't write"
)]
fn read_note() -> Option<Place> {
    let note: Array = window().history().ok()?.state().ok()?.dyn_into().ok()?;
    let mut numbers = note.iter().filter_map(|number| number.as_f64());
    Some(Place { top: numbers.next()?, kept: numbers.map(|number| number as u32).collect() })
}

fn write(query: &str, target: &str, step: Step) -> Result<(), JsValue> {
    let history = window().history()?;
    let hash = if target.is_empty() { "" } else { "#" };
    let path = if query.is_empty() { window().location().pathname()? } else { ["?", query].concat() };
    let url = [&path, hash, target].concat();
    match step {
        Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
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
