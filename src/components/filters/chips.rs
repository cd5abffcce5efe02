//! What is chosen: a button for each, that lifts just this one.

use leptos::prelude::*;
use sidebyline_dataset::edtf::Edtf;
use sidebyline_query::view::iso;
use sidebyline_query::{Facet, Filter, Sign, SourceMode, View};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::name;
use super::press::{Press, press};
use super::source_mode::has_sources;
use crate::components::parts::{li, row, say, span, unseen};
use crate::dates;
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::reveal::{from_the_first_event, to_the_events};
use crate::state::{State, altered, use_state, use_story};
use crate::strings;

/// Something that is chosen.
pub struct Chip {
    /// Of what it speaks.
    pub of: &'static str,
    /// What is chosen.
    pub what: String,
    lift: Lift,
}

/// What lifting it takes away.
#[derive(Clone)]
enum Lift {
    Value(Facet, String),
    Mode,
    Filter(Filter),
}

impl Lift {
    fn from(&self, view: &View) -> View {
        match self {
            Self::Value(facet, token) => view.with(*facet, token, Sign::Off),
            Self::Mode => altered(view, |view| view.mode = SourceMode::Any),
            Self::Filter(filter) => view.without(*filter),
        }
    }
}

/// All that is chosen, in the order of the address.
pub fn chosen(story: &Story, view: &View) -> Vec<Chip> {
    let mut chips = Vec::new();
    for facet in Facet::ALL {
        if facet == Facet::Source && view.mode != SourceMode::Any {
            let what = strings::filters::mode_chosen(view.mode, has_sources(view));
            chips.push(Chip { of: strings::facet_name(facet), what, lift: Lift::Mode });
        }
        // In the order of the facet.
        for value in story.index.values(facet) {
            let sign = view.sign(facet, &value.token);
            let name = || name::plain(story, facet, &value.name);
            let what = match sign {
                Sign::Off => continue,
                Sign::Include => name(),
                Sign::Exclude => strings::filters::exclude(&name()),
            };
            chips.push(Chip { of: strings::filters::chip(facet), what, lift: Lift::Value(facet, value.token.clone()) });
        }
    }
    if view.has(Filter::Range) {
        let end = |day: Option<i64>| day.map_or("..".into(), iso);
        let (from, to) = view.range();
        let written = if from == to { end(from) } else { [end(from), end(to)].join("/") };
        let what = dates::words(&Edtf::of_days(from, to, written));
        chips.push(Chip { of: strings::filter(Filter::Range), what, lift: Lift::Filter(Filter::Range) });
    }
    if view.has(Filter::Text) {
        let of = if view.verbatim { strings::filters::OWN_WORDS } else { strings::filter(Filter::Text) };
        let what = strings::filters::in_marks(view.text());
        chips.push(Chip { of, what, lift: Lift::Filter(Filter::Text) });
    }
    chips
}

/// How many that are.
pub fn number_chosen(view: &View) -> usize {
    let values: usize = Facet::ALL.iter().map(|&facet| view.choices(facet).len()).sum();
    let others = [view.mode != SourceMode::Any, view.has(Filter::Range), view.has(Filter::Text)];
    values + others.into_iter().filter(|&is| is).count()
}

/// The chips, and a button that lifts all. Its place is kept while there is nothing to lift.
pub fn chips() -> Node {
    let (story, state) = (use_story(), use_state());
    let items = move || {
        let chips = state.view(|view| chosen(story, view));
        let none = chips.is_empty();
        let mut items: Vec<Node> =
            chips.into_iter().enumerate().map(|(at, chip)| li("chips__item", button(state, at, chip))).collect();
        let clear = move || to_the_events(|| state.choose(View::cleared));
        let class = if none { "chips__clear chips__clear--idle" } else { "chips__clear" };
        items.push(li("chips__item", press(Press { class, ..Press::default() }, clear, strings::filters::CLEAR_ALL)));
        items
    };
    // While nothing is chosen, who listens is told of no list.
    let none = move || state.view(|view| view.filters().is_empty()).then_some("true");
    el("ul").class("chips").attr("aria-label", strings::filters::CHOSEN).live("aria-hidden", none).child(live(items))
}

fn button(state: State, at: usize, chip: Chip) -> Node {
    let Chip { of, what, lift } = chip;
    let act = move || {
        state.choose(|view| lift.from(view));
        from_the_first_event(state);
        state.once_shown(move || focus_near(at));
    };
    let children = row([
        unseen(strings::filters::REMOVE),
        span("chip__of", of),
        say(" "),
        span("chip__what", what),
        span("chip__cross", ()),
    ]);
    press(Press { class: "chip", id: Some(id(at)), ..Press::default() }, act, children)
}

fn id(at: usize) -> String {
    ["_chip-", &at.to_string()].concat()
}

/// Leaves the focus with the chip that has come to this place, or with the one before, or with the events.
fn focus_near(at: usize) {
    let chip = |at: usize| document().get_element_by_id(&id(at));
    let near = chip(at).or_else(|| chip(at.checked_sub(1)?));
    match near.and_then(|chip| chip.dyn_into::<HtmlElement>().ok()) {
        Some(chip) => drop(chip.focus()),
        None => to_the_events(|| {}),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{harbour, view};

    /// What is chosen at an address, and what is left of it when the first chip is lifted.
    #[track_caller]
    fn check(query: &str, expected: &[&str], lifted: &str) {
        let view = view(query);
        let chips = chosen(harbour(), &view);
        let said: Vec<String> = chips.iter().map(|chip| [chip.of, " ", &chip.what].concat()).collect();
        assert_eq!(said, expected);
        assert_eq!(number_chosen(&view), expected.len());
        assert_eq!(chips[0].lift.from(&view).to_string(), lifted);
    }

    #[test]
    fn each_choice_is_a_chip_and_lifting_it_leaves_the_others() {
        check("source=a,d&match=all", &["Reported by all of these", "Article A", "Article D"], "source=a,d");
        check("topic=-vote&q=jib", &["Topic not The vote", "Search “jib”"], "q=jib");
        check("speaker=_none,okafor", &["Speaker Ines Okafor", "Speaker nobody named"], "speaker=_none");
        check("q=jib&in=verbatim", &["Search own words “jib”"], "");
    }
}
