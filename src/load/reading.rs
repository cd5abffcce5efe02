//! Lets the browser have its turn while data are read, and shows how far that is.

use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;

use js_sys::Promise;
use leptos::prelude::window;
use sidebyline_turns::Turns;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

use super::Progress;
use super::progress::{HALF, tell};

/// How long a turn is, in milliseconds. A press that comes within one is answered before anybody notices, and what the
/// browser does between two of them takes little of the time.
pub(super) const TURN: f64 = 16.0;

/// The turns of one reading.
pub struct Reading {
    /// When the turn began, in milliseconds since the page did.
    began: Cell<f64>,
    /// Which stretch of the whole the work at hand is, in steps of the bar; none while the file tells how far it is.
    stretch: Cell<Option<(usize, usize)>>,
    /// Where it is shown; nowhere if the reader has a page to look at.
    progress: Option<Progress>,
}

impl Reading {
    /// A reading that begins now.
    pub fn new(progress: Option<Progress>) -> Self {
        Self { began: Cell::new(now()), stretch: Cell::new(None), progress }
    }
}

impl Turns for Reading {
    fn is_over(&self) -> bool {
        now() - self.began.get() >= TURN
    }

    fn next(&self, done: usize, all: usize) -> Pin<Box<dyn Future<Output = ()> + '_>> {
        Box::pin(async move {
            if let (Some(progress), Some((from, to)), 1..) = (self.progress, self.stretch.get(), all) {
                let here = from as u64 + (to - from) as u64 * done as u64 / all as u64;
                tell(progress, HALF + here as usize, Some(2 * HALF));
            }
            breathe().await;
            self.began.set(now());
        })
    }

    fn stretch(&self, from: usize, to: usize) {
        self.stretch.set(Some((from, to)));
    }
}

fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// Lets the browser have its turn. A message comes back at once, where a timer would wait: for milliseconds when it is one
/// of many, for a second in a tab that nobody looks at.
pub async fn breathe() {
    let channel = MessageChannel::new();
    let turn = Promise::new(&mut |go_on, _| {
        if let Ok(channel) = &channel {
            channel.port1().set_onmessage(Some(&go_on));
            let _ = channel.port2().post_message(&JsValue::NULL);
        } else {
            let _ = go_on.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(turn).await; // it is never refused
    // An open port that listens is kept for as long as the page is.
    if let Ok(channel) = channel {
        channel.port1().close();
    }
}
