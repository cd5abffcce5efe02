//! What narrows the events: a text, facets, days; and how many are left.

mod chips;
mod drawer;
mod facet;
mod name;
mod panel;
mod press;
mod result;
mod search;
mod source_mode;

use chips::chips;
pub use chips::chosen;
pub use drawer::filter_button;
pub use panel::panel;
pub use press::{Press, choice, press};
use result::result_count;
pub use search::search;
use sidebyline_query::{Page, Unit, View};

use crate::components::copy_link::copy_link;
use crate::components::share::share_button;
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::state::{State, altered, use_state, use_story};
use crate::strings;

/// What a page of `story` lists.
pub fn listed(story: &Story, page: Page) -> Unit {
    match page {
        Page::Quotes | Page::Variants => Unit::Quotes,
        Page::Timeline if story.has_quotes_only() => Unit::Quotes,
        _ => Unit::Events,
    }
}

/// How many are left, what is chosen, and a link to it.
pub fn result_bar() -> Node {
    let (story, state) = (use_story(), use_state());
    // Where quotes or questions are listed, just these are counted.
    let fixed = move |page| listed(story, page) != Unit::Events || page == Page::Discrepancies;
    let count = move || (!fixed(state.page())).then(|| unit(state));
    let link = copy_link("quiet-button", strings::filters::COPY_VIEW.into(), move || state.link(View::standalone));
    let share = share_button("quiet-button", strings::SHARE_VIEW.into(), String::new());
    el("div")
        .class("result")
        .child(result_count())
        .child(chips())
        .child(el("div").class("result__tools").child(live(count)).child([link, share]))
}

/// The choice of what is counted.
fn unit(state: State) -> Node {
    const UNITS: [Unit; 3] = [Unit::Events, Unit::Mentions, Unit::Quotes];
    let options = move || {
        let now = state.view(|view| view.unit);
        UNITS.map(|unit| (unit == now, strings::filters::unit(unit).into())).into()
    };
    let pick = move |at: usize| {
        let unit = UNITS.get(at).copied().unwrap_or_default();
        state.choose(|view| altered(view, |view| view.unit = unit));
    };
    choice(strings::filters::COUNT, options, pick)
}
