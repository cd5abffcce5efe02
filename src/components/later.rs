//! What is loaded when it is first asked for, so that the first view stays small: all pages but the timeline, and what takes something out of the page.
//!
//! A published page is several programs. The first one is started by the page; each other holds what only one of the
//! functions at the end of this file calls, and is fetched when that is asked for. Builds for development and tests are
//! one program, and have everything at hand.

use std::ops::Range;

use leptos::prelude::*;
use leptos::task::spawn_local;
use sidebyline_dataset::model::{EventIdx, SourceIdx};
use sidebyline_dataset::pack::{self, Stores};
use sidebyline_dataset::{Dataset, Soon};
use sidebyline_query::{Index, Page};
use sidebyline_turns::Turns;

use crate::components::compare::compare;
use crate::components::coverage::coverage;
use crate::components::data;
use crate::components::discrepancies::discrepancies;
use crate::components::event::{body, hits};
use crate::components::findings::findings;
use crate::components::loose::loose;
use crate::components::parts::{div, maybe, p, row};
use crate::components::quotes::quotes;
use crate::components::share::sheet;
use crate::components::source::source;
use crate::components::source::verify::verify;
use crate::components::variants::variants;
use crate::load::{Coming, Home, Problem, Story, is_worker, read_json, serve};
use crate::node::{Node, el, live};
use crate::state::{use_state, use_story};
use crate::strings;

/// The name of the element in `index.html` that says where the styles are.
const STYLES: &str = "meta[name=later-styles]";

/// What can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A page.
    Page(Page),
    /// What an event opens to.
    Body(EventIdx),
    /// Where in a closed event the words are that are looked for.
    Hits(EventIdx),
    /// What belongs to no event.
    Loose,
    /// What audits the passages of this source.
    Verify(SourceIdx),
    /// A dataset of another place, or why there is none.
    Data,
    /// What comes first in data that are still being read.
    First,
    /// Where the dataset comes from that isn't the site's own.
    Home,
    /// What is known of the data as a whole.
    About,
    /// What has changed since the version that the link was made with.
    Changes,
    /// What could not be read of the data.
    Findings,
    /// Where a file can be dropped.
    Drop,
    /// What takes something out of the page.
    Share,
}

/// Makes what is wanted; nothing of what belongs to another part.
type Make = fn(Wanted) -> Node;

/// What is loaded together.
#[derive(Clone, Copy)]
enum Part {
    /// Sources side by side, and their quotes.
    Side,
    /// All sources, all questions, one source.
    Desk,
    /// What looks at the sources' words: their differences, and where they stand.
    Words,
    /// The data as a whole: where they come from, what went wrong, what is known of them.
    Data,
    /// What takes something out of the page.
    Share,
    /// What is in an event: reports, quotes, differences.
    Event,
}

/// Where a part stands.
#[derive(Clone, Copy)]
enum Arrival {
    /// Nobody has asked for it.
    Unasked,
    /// It is on its way.
    Waiting,
    /// It is here.
    Here(Make),
    /// It did not come.
    Failed,
}

impl Wanted {
    const fn part(self) -> Part {
        match self {
            Self::Page(Page::Timeline | Page::Compare | Page::Quotes) => Part::Side,
            Self::Page(Page::Coverage | Page::Discrepancies | Page::Source) => Part::Desk,
            Self::Page(Page::Variants) | Self::Verify(_) => Part::Words,
            Self::Data | Self::First | Self::Home | Self::About | Self::Changes | Self::Findings | Self::Drop => {
                Part::Data
            }
            Self::Share => Part::Share,
            Self::Body(_) | Self::Hits(_) | Self::Loose => Part::Event,
        }
    }
}

/// What is loaded later. Created once, in the root.
#[derive(Clone, Copy)]
pub struct Later {
    /// In the order of [`Part`].
    parts: [RwSignal<Arrival>; 6],
    /// Whether anything was asked for.
    asked: RwSignal<bool>,
    /// Whether the styles are here, or can't be had: a page can be read without.
    styled: RwSignal<bool>,
}

impl Later {
    /// Nothing is asked for yet.
    pub fn new() -> Self {
        let parts = [(); 6].map(|()| RwSignal::new(Arrival::Unasked));
        Self { parts, asked: RwSignal::new(false), styled: RwSignal::new(false) }
    }

    /// What is wanted, or what stands in for it until it is there.
    pub fn show(self, wanted: Wanted) -> Node {
        let part = wanted.part();
        self.want(part);
        match self.parts[part as usize].get() {
            // The styles of events are there from the start.
            Arrival::Here(make) if matches!(part, Part::Event) || self.styled.get() => make(wanted),
            Arrival::Failed => {
                let again = el("button").attr("type", "button").class("button").on("click", move |_| self.ask(part));
                let why = el("p").attr("role", "alert").child(strings::LATER_FAILED);
                div("later", row([why, again.child(strings::RETRY)]))
            }
            _ => p("later", strings::LATER_WAITING),
        }
    }

    /// What is wanted, once it is there, and nothing before.
    pub fn show_quietly(self, wanted: Wanted) -> Node {
        let part = wanted.part();
        self.want(part);
        if let Arrival::Here(make) = self.parts[part as usize].get() { make(wanted) } else { ().into() }
    }

    /// Has what is in events fetched, since an event will be opened.
    pub fn want_event(self) {
        self.want(Part::Event);
    }

    /// Waits for what is in events. If it does not come, that is told where it is asked for.
    pub async fn event(self) {
        if let Some(make) = fetch(Part::Event).await {
            let _ = self.parts[Part::Event as usize].try_set(Arrival::Here(make));
        }
    }

    /// Whether this page is there; asked again when it comes.
    pub fn has(self, page: Page) -> bool {
        let arrival = self.parts[Wanted::Page(page).part() as usize];
        page == Page::Timeline || (matches!(arrival.get(), Arrival::Here(_)) && self.styled.get())
    }

    /// The styles, from when anything is asked for.
    pub fn styles(self) -> Node {
        live(move || {
            let href = self.asked.get().then(styles).flatten();
            let arrived = move |_| self.styled.set(true);
            let link = |href| el("link").attr("rel", "stylesheet").attr("href", &href);
            maybe(href.map(|href| link(href).on("load", arrived).on("error", arrived)))
        })
    }

    /// Asks for a part, if nobody has.
    fn want(self, part: Part) {
        if matches!(self.parts[part as usize].get_untracked(), Arrival::Unasked) {
            self.ask(part);
        }
    }

    fn ask(self, part: Part) {
        if !matches!(part, Part::Event) {
            self.asked.set(true);
            self.styled.update(|styled| *styled |= styles().is_none());
        }
        let arrival = self.parts[part as usize];
        if !cfg!(feature = "split") {
            return arrival.set(Arrival::Here(everything));
        }
        arrival.set(Arrival::Waiting);
        spawn_local(async move {
            arrival.try_set(fetch(part).await.map_or(Arrival::Failed, Arrival::Here));
        });
    }
}

impl Default for Later {
    fn default() -> Self {
        Self::new()
    }
}

/// Has the program of `page` fetched while the data are on their way, since it will be asked for.
pub fn fetch_early(page: Page) {
    spawn_local(async move {
        // If it does not come, that is told when it is asked for.
        let _ = fetch(Wanted::Page(page).part()).await;
    });
}

/// What makes of a file, of a large pack, or of one without an index, what the page needs.
#[derive(Clone, Copy)]
pub struct Build {
    /// Reads a file as JSON.
    pub read: for<'a> fn(Home, Coming, &'a dyn Turns) -> Soon<'a, Read>,
    /// Builds the index of a dataset.
    pub index: for<'a> fn(&'a Dataset, &'a dyn Turns) -> Soon<'a, Index>,
    /// Reads the rows that a large pack has stored there; none if they aren't what was written.
    pub stores: fn(Vec<u8>, Range<usize>) -> Option<Stores>,
    /// Adds to an index the words of its dataset.
    pub words: for<'a> fn(&'a Index, &'a Dataset, &'a dyn Turns) -> Soon<'a, ()>,
}

/// A story, or why there is none.
type Read = Result<&'static Story, Problem>;

/// What reads JSON and large packs, and builds indices, which most sites' own dataset needs only when it is searched; none
/// if it does not come.
#[cfg(feature = "split")]
pub async fn build() -> Option<Build> {
    parts::json().await.ok()
}

/// What reads JSON and builds indices is here.
#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "a part that is a program has to be waited for")]
pub async fn build() -> Option<Build> {
    Some(builder())
}

/// Has that fetched while the data are on their way; in a worker, it then does what that is there for.
pub fn build_early() {
    spawn_local(async {
        // If it does not come, that is told when it is needed.
        let _ = build().await;
    });
}

fn builder() -> Build {
    if is_worker() {
        spawn_local(serve());
    }
    Build {
        read: |home, file, turns| Box::pin(read_json(home, file, turns)),
        index: |dataset, turns| Box::pin(Index::in_turns(dataset, turns)),
        stores: pack::stores,
        words: |index, dataset, turns| Box::pin(index.add_words(dataset, turns)),
    }
}

/// Where the styles are, as the page's head says.
fn styles() -> Option<String> {
    document().query_selector(STYLES).ok()??.get_attribute("content")
}

/// Fetches a part, once.
#[cfg(feature = "split")]
async fn fetch(part: Part) -> Option<Make> {
    match part {
        Part::Side => parts::side().await.ok(),
        Part::Desk => parts::desk().await.ok(),
        Part::Words => parts::words().await.ok(),
        Part::Data => parts::data().await.ok(),
        Part::Share => parts::share().await.ok(),
        Part::Event => parts::event().await.ok(),
    }
}

/// The parts as programs of their own.
#[cfg(feature = "split")]
mod parts {
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{Build, Make};

    #[wasm_split(json, fallible)]
    pub fn json() -> Result<Build, SplitLoaderError> {
        Ok(super::builder())
    }

    #[wasm_split(side, fallible)]
    pub fn side() -> Result<Make, SplitLoaderError> {
        Ok(super::side)
    }

    #[wasm_split(desk, fallible)]
    pub fn desk() -> Result<Make, SplitLoaderError> {
        Ok(super::desk)
    }

    #[wasm_split(words, fallible)]
    pub fn words() -> Result<Make, SplitLoaderError> {
        Ok(super::words)
    }

    #[wasm_split(data, fallible)]
    pub fn data() -> Result<Make, SplitLoaderError> {
        Ok(super::data_part)
    }

    #[wasm_split(share, fallible)]
    pub fn share() -> Result<Make, SplitLoaderError> {
        Ok(super::share)
    }

    #[wasm_split(event, fallible)]
    pub fn event() -> Result<Make, SplitLoaderError> {
        Ok(super::event)
    }
}

#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "a part that is a program has to be waited for")]
async fn fetch(_: Part) -> Option<Make> {
    Some(everything)
}

/// Makes whatever is wanted.
fn everything(wanted: Wanted) -> Node {
    match wanted.part() {
        Part::Side => side(wanted),
        Part::Desk => desk(wanted),
        Part::Words => words(wanted),
        Part::Data => data_part(wanted),
        Part::Share => share(wanted),
        Part::Event => event(wanted),
    }
}

fn side(wanted: Wanted) -> Node {
    match wanted {
        Wanted::Page(Page::Compare) => compare(),
        Wanted::Page(Page::Quotes) => quotes(),
        _ => ().into(),
    }
}

fn desk(wanted: Wanted) -> Node {
    match wanted {
        Wanted::Page(Page::Coverage) => coverage(),
        Wanted::Page(Page::Discrepancies) => discrepancies(),
        Wanted::Page(Page::Source) => source(),
        _ => ().into(),
    }
}

fn words(wanted: Wanted) -> Node {
    match wanted {
        Wanted::Page(Page::Variants) => variants(),
        Wanted::Verify(source) => verify(use_story(), use_state(), source).into(),
        _ => ().into(),
    }
}

fn data_part(wanted: Wanted) -> Node {
    match wanted {
        Wanted::Data => data::outcome(),
        Wanted::First => data::first(),
        Wanted::Home => data::home(),
        Wanted::About => data::about(),
        Wanted::Changes => data::changes(),
        Wanted::Findings => findings(),
        Wanted::Drop => data::drop_place(),
        _ => ().into(),
    }
}

fn share(_: Wanted) -> Node {
    sheet()
}

fn event(wanted: Wanted) -> Node {
    match wanted {
        Wanted::Body(event) => body(use_story(), use_state(), event),
        Wanted::Hits(event) => hits(use_story(), use_state(), event).into(),
        Wanted::Loose => loose(),
        _ => ().into(),
    }
}
