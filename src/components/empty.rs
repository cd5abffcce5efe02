//! What is said when nothing is left: which filters emptied the page, and a way out.

use leptos::prelude::*;
use sidebyline_query::{Filter, Matches, Page, View};

use crate::components::filters::{Press, chosen, listed, press};
use crate::components::parts::{div, p, row};
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::reveal::to_the_events;
use crate::state::{State, memo, use_state, use_story};
use crate::strings;

/// The empty state, if the page is empty.
pub fn empty() -> Node {
    let (story, state) = (use_story(), use_state());
    let empty = memo(move || {
        let page = state.page();
        // The timeline also lists what belongs to no event.
        let has_loose = |matches: &Matches| {
            matches.loose() > 0 || story.loose_discrepancies().any(|index| matches.has_discrepancy(index))
        };
        state.matches(|matches| {
            matches.total(listed(story, page)) == 0 && !(page == Page::Timeline && has_loose(matches))
        })
    });
    live(move || empty.get().then(|| explanation(story, state)))
}

/// What emptied the page; and a button for each filter whose end would bring something back, and for all of them.
fn explanation(story: &Story, state: State) -> Node {
    let asked: Vec<String> = state.view(|view| {
        let chips = chosen(story, view).into_iter();
        chips.map(|chip| [chip.of, " ", &chip.what].concat()).collect()
    });
    let (unit, page) = state.view(|view| (view.counted(), view.page));
    if asked.is_empty() {
        return p("empty", strings::filters::NOTHING_THERE);
    }
    let way = |words: String, change: Box<dyn Fn(&View) -> View>| {
        let act = move || to_the_events(|| state.choose(|view| change(view)));
        press(Press { class: "button", ..Press::default() }, act, words)
    };
    let each: Vec<(Filter, usize)> = state.matches(|matches| matches.without_each().to_vec());
    let mut ways: Vec<Node> = Vec::new();
    for &(filter, count) in each.iter().filter(|(_, count)| *count > 0) {
        ways.push(way(strings::lift(filter, count, unit), Box::new(move |view| view.without(filter))));
    }
    let hopeless = if ways.is_empty() { strings::filters::NOT_ONE_ALONE } else { "" };
    ways.push(way(strings::filters::CLEAR_ALL.into(), Box::new(View::cleared)));
    let title = el("h2").class("empty__title").child(strings::NOTHING);
    div(
        "empty",
        row([
            title,
            p("empty__asked", strings::filters::nothing(listed(story, page), &asked)),
            p("empty__asked", hopeless),
            div("empty__ways", ways),
        ]),
    )
}
