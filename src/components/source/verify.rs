//! A reader's own copy of a source, and where in it each passage stands. The copy is held in the page's memory as long as
//! the reader stays, and nowhere else.

mod entries;
mod reading;
mod result;
mod supplied;
mod supply;

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use sidebyline_compare::anchor::{Audit, PlaceIdx, audit};
use sidebyline_dataset::model::{SourceIdx, Verbatim};
use sidebyline_dataset::text::Text;

use crate::components::parts::{div, p, row};
use crate::load::Story;
use crate::node::{Node, live};
use crate::reveal::reveal;
use crate::state::State;
use crate::strings::verify::{self as words, Kind, Refusal};

/// The name of the measurement of each anchoring, for the browser's tools.
const MEASURED: &str = "anchoring";

/// A text with its passages.
pub(super) struct Checked {
    text: Text,
    audit: Audit<'static>,
    /// Whether a reader has brought it, and not the dataset.
    own: bool,
}

/// Where checking a copy stands.
#[derive(Clone)]
enum Phase {
    /// There is none.
    Empty,
    /// It is worked on.
    Busy,
    /// It can't be used.
    Refused(Refusal),
    /// This became of the passages.
    Done(Arc<Checked>),
}

/// What the parts share.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    story: &'static Story,
    state: State,
    source: SourceIdx,
    /// The text that came with the dataset.
    given: StoredValue<Option<Arc<Checked>>>,
    phase: RwSignal<Phase>,
    /// What is shown of the passages; all, if nothing is chosen.
    shown: RwSignal<Option<Kind>>,
    /// The place that the reader has gone to last.
    at: RwSignal<Option<PlaceIdx>>,
}

/// What a reader can do to audit the passages of the source at `index`.
pub fn verify(story: &'static Story, state: State, index: SourceIdx) -> Vec<Node> {
    let given = story.dataset.sources[index].text.as_ref();
    let given = given.map(|Verbatim(text)| Arc::new(check(story, index, Text::new(text.clone()), false)));
    let begun = given.clone().map_or(Phase::Empty, Phase::Done);
    let (phase, shown, at) = (RwSignal::new(begun), RwSignal::new(None), RwSignal::new(None));
    let desk = Desk { story, state, source: index, given: StoredValue::new(given), phase, shown, at };
    let supply = live(move || match phase.get() {
        Phase::Done(_) => ().into(),
        Phase::Refused(why) => div("verify__supply", supply::supply(desk, Some(why))),
        _ => div("verify__supply", supply::supply(desk, None)),
    });
    let busy = live(move || matches!(phase.get(), Phase::Busy).then(|| p("verify__busy", words::AT_WORK)));
    let result = live(move || match phase.get() {
        Phase::Done(checked) => result::result(desk, &checked),
        _ => ().into(),
    });
    let about = live(move || match phase.get() {
        Phase::Done(checked) if !checked.own => p("verify__promise", words::HERE_ALREADY),
        _ => p("verify__promise", words::PROMISE),
    });
    vec![div("verify", row([about, supply, busy, result]))]
}

impl Desk {
    /// Takes a text, or what it was instead, and looks for the passages once the page has said that it does.
    fn take(self, text: Result<Text, Refusal>) {
        match text {
            Err(why) => {
                self.phase.set(Phase::Refused(why));
                self.state.announce(words::refusal(why));
            }
            Ok(text) => {
                self.phase.set(Phase::Busy);
                // Two frames, so that the browser has drawn it.
                request_animation_frame(move || {
                    set_timeout(move || self.look(text), Duration::ZERO);
                });
            }
        }
    }

    fn look(self, text: Text) {
        // The reader may have gone on.
        if self.phase.try_get_untracked().is_none() {
            return;
        }
        let checked = check(self.story, self.source, text, true);
        let summary = result::summary(&checked);
        self.present(Some(Arc::new(checked)));
        self.state.announce(summary);
    }

    /// Takes a reader's text away, and shows what was there before.
    fn forget(self) {
        self.state.announce(words::FORGOTTEN);
        match self.given.get_value() {
            None => self.ask(),
            given => self.present(given),
        }
    }

    /// Shows the field for another text.
    fn ask(self) {
        self.phase.set(Phase::Empty);
        request_animation_frame(|| reveal(supply::PLACE));
    }

    /// Shows what became of the passages in a text.
    fn present(self, checked: Option<Arc<Checked>>) {
        self.shown.set(None);
        self.at.set(None);
        if let Some(checked) = checked
            && self.phase.try_set(Phase::Done(checked)).is_none()
        {
            request_animation_frame(|| reveal(result::PLACE));
        }
    }

    /// Shows a place in the text.
    fn show(self, place: PlaceIdx) {
        self.at.set(Some(place));
        reveal(&reading::place_id(place));
    }

    /// Shows a passage in the list, whatever is chosen there.
    fn list(self, place: PlaceIdx, kind: Kind) {
        self.at.set(Some(place));
        if self.shown.get_untracked().is_some_and(|shown| shown != kind) {
            self.shown.set(None);
        }
        request_animation_frame(move || reveal(&entries::entry_id(place.entry)));
    }
}

fn check(story: &'static Story, source: SourceIdx, text: Text, own: bool) -> Checked {
    let performance = window().performance();
    let start = [MEASURED, "-start"].concat();
    if let Some(performance) = &performance {
        let _ = performance.mark(&start);
    }
    let audit = audit(&story.dataset, source, &text);
    if let Some(performance) = performance {
        let _ = performance.measure_with_start_mark(MEASURED, &start);
    }
    Checked { text, audit, own }
}
