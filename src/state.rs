//! The view as signals and memos: address → view → matches → components, and never back.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use sidebyline_dataset::model::EventIdx;
use sidebyline_query::{DataKind, Filter, Histogram, Matches, Order, Page, Selection, Sign, Unit, View, Warning};

use crate::history::{Address, Place};
use crate::load::{Story, has_pages};

/// All that the page's components share. Built once the dataset is there.
#[derive(Clone, Copy)]
pub struct State {
    address: Address,
    /// What is shown.
    pub story: &'static Story,
    answer: Memo<Arc<Answer>>,
    page: Memo<Page>,
    /// The events that are open, in no order.
    open: RwSignal<Vec<EventIdx>>,
    /// Whether the background is unfolded.
    background: RwSignal<bool>,
    /// What is said last to who listens.
    announced: RwSignal<String>,
    /// The id of what is shared; empty for the view, none if nothing is.
    shared: RwSignal<Option<String>>,
}

/// What the dataset answers to an address. All of it depends on all of the address, so it is one memo and not several.
pub struct Answer {
    /// The view, resolved.
    pub selection: Selection,
    /// What the address says that can't be done.
    pub warnings: Vec<Warning>,
    /// What is found, and the counts.
    pub matches: Matches,
    /// Reports by day.
    pub histogram: Histogram,
    /// Whether its words were looked for.
    pub searched: bool,
}

/// What the same dataset answers to the same view is the same.
impl PartialEq for Answer {
    fn eq(&self, other: &Self) -> bool {
        self.selection.view == other.selection.view
            && self.warnings == other.warnings
            && self.searched == other.searched
    }
}

impl State {
    /// The state of `story` at `address`.
    pub fn new(story: &'static Story, address: Address) -> Self {
        address.paint_first(story.is_long());
        // Whether the words by which is searched were there when they were last asked for.
        let came = RwSignal::new(true);
        let is_searched = move |view: &View| view.text().is_empty() || story.index.has_words();
        let answer = Memo::new(move |_| {
            let (view, mut warnings) = read(story, &address.query());
            let (came, searched) = (came.get(), is_searched(&view));
            if !came && !searched {
                warnings.push(Warning::Unsearched);
            }
            let (selection, more) = Selection::of(&view, &story.dataset, &story.index);
            warnings.extend(more);
            let matches = story.index.matching(&selection);
            let histogram = Histogram::new(&story.dataset, &story.timeline, &story.index, &selection);
            Arc::new(Answer { selection, warnings, matches, histogram, searched })
        });
        effect(move || {
            if !is_searched(&View::parse(&address.query()).0) {
                spawn_local(async move {
                    let _ = came.try_set(story.add_words().await);
                });
            }
        });
        let page = Memo::new(move |_| answer.with(|answer| answer.selection.view.page));
        let (open, background) = (RwSignal::new(Vec::new()), RwSignal::new(false));
        let (announced, shared) = (RwSignal::new(String::new()), RwSignal::new(None));
        let state = Self { address, story, answer, page, open, background, announced, shared };
        effect(move || address.keep(state.opened()));
        state
    }

    /// All that is open, as numbers that [`State::restore`] understands.
    pub fn opened(self) -> Vec<u32> {
        let background = self.background.get();
        self.open.with(|open| [u32::from(background)].into_iter().chain(open.iter().map(|event| event.0)).collect())
    }

    /// Opens what was open at another time, and nothing else.
    pub fn restore(self, opened: &[u32]) {
        if let [background, events @ ..] = opened {
            self.background.set(*background == 1);
            self.open.set(events.iter().map(|&event| EventIdx(event)).collect());
        }
    }

    /// Whether the background is unfolded.
    pub fn is_background_open(self) -> bool {
        self.background.get()
    }

    /// Unfolds or folds the background.
    pub fn set_background_open(self, open: bool) {
        self.background.set(open);
    }

    /// Asks something about what the dataset answers, and again when it changes.
    pub fn answer<T>(self, ask: impl FnOnce(&Answer) -> T) -> T {
        self.answer.with(|answer| ask(answer))
    }

    /// Asks something about what is found, and again when it changes.
    pub fn matches<T>(self, ask: impl FnOnce(&Matches) -> T) -> T {
        self.answer(|answer| ask(&answer.matches))
    }

    /// Asks something about the view, and again when it changes.
    pub fn view<T>(self, ask: impl FnOnce(&View) -> T) -> T {
        self.answer(|answer| ask(&answer.selection.view))
    }

    /// Asks something about the view that is asked for, and again when it changes: what a control says of itself.
    pub fn asked<T>(self, ask: impl FnOnce(&View) -> T) -> T {
        ask(&self.asked_view())
    }

    fn asked_view(self) -> View {
        let (view, _) = read(self.story, &self.address.asked());
        Selection::of(&view, &self.story.dataset, &self.story.index).0.view
    }

    /// Does something once the page shows what is asked for, before it is painted.
    pub fn once_shown(self, act: impl FnOnce() + 'static) {
        self.address.once_shown(Box::new(act));
    }

    /// Does something at once, or in a long story after the next paint: what follows from a press that is to be seen first.
    pub fn once_painted(self, act: impl FnOnce() + 'static) {
        self.address.once_painted(Box::new(act));
    }

    /// The page of the view.
    pub fn page(self) -> Page {
        self.page.get()
    }

    /// Whether `event` is found.
    pub fn shows(self, event: EventIdx) -> bool {
        self.matches(|matches| matches.has_event(event))
    }

    /// The id that the address points to.
    pub fn target(self) -> String {
        self.address.target()
    }

    /// Where the reader was when she left this view, if she comes back to it.
    pub fn noted(self) -> Option<Place> {
        self.address.noted()
    }

    /// Whether `event` is open.
    pub fn is_open(self, event: EventIdx) -> bool {
        self.open.with(|open| open.contains(&event))
    }

    /// Opens or closes `event`.
    pub fn set_open(self, event: EventIdx, open: bool) {
        self.open.update(|all| {
            all.retain(|&other| other != event);
            if open {
                all.push(event);
            }
        });
    }

    /// Has something said to who listens, by the page's only status.
    pub fn announce(self, text: impl Into<String>) {
        // The page may be gone when what it waited for is there.
        let _ = self.announced.try_set(text.into());
    }

    /// What is said last to who listens.
    pub fn announced(self) -> String {
        self.announced.get()
    }

    /// The id of what is shared; empty for the view, none if nothing is.
    pub fn shared(self) -> Option<String> {
        self.shared.get()
    }

    /// Shares what is called `id`, the view if that is empty, or nothing any more.
    pub fn share(self, id: Option<String>) {
        self.shared.set(id);
    }

    /// Opens the event called `id`, or the one that the quote or discrepancy of this id belongs to.
    pub fn open_what_holds(self, story: &Story, id: &str) {
        if let Some(event) = story.event_of(id) {
            self.set_open(event, true);
        }
    }

    /// The address of another view: a relative link.
    pub fn link(self, change: impl FnOnce(&View) -> View) -> String {
        ["?", &self.view(change).to_string()].concat()
    }

    /// The address of the element called `id` on this page of the dataset, whatever is filtered for now: a page of its
    /// own, where the site has one.
    pub fn link_to(self, page: Page, id: &str) -> String {
        let view = self.view(|view| view.bare(page).standalone());
        let folder = match page {
            Page::Timeline => "event/",
            Page::Discrepancies => "difference/",
            _ => "",
        };
        if !folder.is_empty() && view.data().kind() == DataKind::Own && has_pages() {
            return [folder, id, "/"].concat();
        }
        let query = view.to_string();
        [if query.is_empty() { "" } else { "?" }, &query, "#", id].concat()
    }

    /// Goes to another view, by a discrete choice.
    pub fn choose(self, change: impl FnOnce(&View) -> View) {
        let query = self.changed(change);
        self.address.choose(&query, "");
    }

    /// Goes to the element called `target` in another view.
    pub fn go_to(self, change: impl FnOnce(&View) -> View, target: &str) {
        let query = self.changed(change);
        self.address.choose(&query, target);
    }

    /// Goes to another view by typing or dragging.
    pub fn type_in(self, change: impl FnOnce(&View) -> View) {
        let query = self.changed(change);
        self.address.type_in(&query);
    }

    /// Goes where the host of an embedded page asks to: a query, and after a `#` the element to show, if any.
    pub fn follow_host(self, asked: &str) {
        let (query, target) = asked.split_once('#').unwrap_or((asked, ""));
        self.address.follow_host(&View::parse(query).0.to_string(), target);
    }

    /// Whether the reader has chosen what is shown, and not who led her here.
    pub fn is_own_choice(self) -> bool {
        self.address.is_own_choice()
    }

    /// Says that the typing or dragging is over.
    pub fn end_typing(self) {
        self.address.end_typing();
    }

    /// Lifts one filter.
    pub fn lift(self, filter: Filter) {
        self.choose(|view| view.without(filter));
    }

    fn changed(self, change: impl FnOnce(&View) -> View) -> String {
        change(&untrack(|| self.asked_view())).to_string()
    }
}

/// The view that an address asks for. Where there are no events, quotes are counted.
fn read(story: &Story, query: &str) -> (View, Vec<Warning>) {
    let (mut view, warnings) = View::parse(query);
    if story.has_quotes_only() {
        view.unit = Unit::Quotes;
    }
    (view, warnings)
}

/// Whether quotes are listed by how well they fit the words that are searched for.
pub fn is_ranked(answer: &Answer) -> bool {
    let view = &answer.selection.view;
    answer.searched && view.page == Page::Quotes && view.order == Order::Fit && !view.text().is_empty()
}

/// A view with something changed in place, from the beginning of its list on.
pub fn altered(view: &View, change: impl FnOnce(&mut View)) -> View {
    let mut view = view.from_the_start();
    change(&mut view);
    view
}

/// The sign that a press gives a value: this one, or none if it has it already.
pub fn toggled(now: Sign, wanted: Sign) -> Sign {
    if now == wanted { Sign::Off } else { wanted }
}

/// Something that is worked out once a change. The question is boxed, so that the code to keep the answer is there once
/// for each type of answer.
pub fn memo<T: PartialEq + Send + Sync + 'static>(ask: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    let ask: Box<dyn Fn() -> T + Send + Sync> = Box::new(ask);
    Memo::new(move |_| ask())
}

/// Something that is done now, and again when what it has read changes. Boxed for the same reason.
pub fn effect(act: impl Fn() + 'static) {
    let act: Box<dyn Fn()> = Box::new(act);
    Effect::new(act);
}

/// The dataset, in any component.
pub fn use_story() -> &'static Story {
    expect_context()
}

/// The state, in any component.
pub fn use_state() -> State {
    expect_context()
}
