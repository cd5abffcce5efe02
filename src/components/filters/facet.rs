//! One facet: its values in an order that never changes, each with what it would find.

use leptos::prelude::*;
use sidebyline_query::fold::words;
use sidebyline_query::{Facet, Filter, Sign, SourceMode};
use web_sys::Element;

use super::name;
use super::press::{Press, press};
use super::source_mode::source_mode;
use crate::components::parts::{li, maybe, row, say, span, unseen};
use crate::intl::number;
use crate::load::Story;
use crate::node::{Node, el, listener, live, said};
use crate::reveal::from_the_first_event;
use crate::state::{State, toggled};
use crate::strings;

/// With more values than this, only the first are shown at once.
const SHORT: usize = 8;
/// How many these are.
const FIRST: usize = 7;
/// With more values than this, they can be searched.
const SEARCHED: usize = 12;
/// How many more are shown at once: as many as a browser builds within the time of a press.
const STEP: usize = 100;

/// What a reader wants to see of a facet's values.
#[derive(Clone, Copy)]
struct Shown {
    /// How many of them.
    many: RwSignal<usize>,
    /// Those that are called so.
    sought: RwSignal<String>,
    /// The positions of those that are or have been chosen. They stay, so that none vanishes under a finger.
    kept: StoredValue<Vec<usize>>,
}

/// A facet that can be folded. One that leaves no choice is left out, unless the view chooses in it all the same.
pub fn facet(story: &'static Story, state: State, facet: Facet) -> Node {
    let all = story.index.values(facet).len();
    let shown = Shown {
        many: RwSignal::new(if all > SHORT { FIRST } else { SHORT }),
        sought: RwSignal::new(String::new()),
        kept: StoredValue::new(Vec::new()),
    };
    let idle = move || all < 2 && !state.view(|view| view.has(Filter::Facet(facet)));
    let chosen = move || strings::filters::chosen(state.view(|view| view.choices(facet).len()));
    let mode = (facet == Facet::Source).then(|| source_mode(state, all));
    let search = (all > SEARCHED).then(|| search(facet, shown));
    let rest = (all > SHORT).then(|| more(all, shown));
    // Of a long story nothing is made that is folded away.
    let unfolded = RwSignal::new(is_common(facet) || !story.is_long());
    let values = move || if unfolded.get() { values(story, state, facet, shown) } else { Vec::new() };
    el("details")
        .class("facet")
        .attr("open", is_common(facet))
        .hidden(idle)
        .on("toggle", move |event| {
            let is_open = listener::<Element>(&event).is_some_and(|details| details.has_attribute("open"));
            unfolded.set(is_open || !story.is_long());
        })
        .child(
            el("summary")
                .class("facet__head")
                .child(strings::facet_name(facet))
                .child(" ")
                .child(span("facet__chosen", live(chosen))),
        )
        .child(maybe(mode))
        .child(maybe(search))
        .child(el("ul").class("facet__values").attr("aria-label", strings::facet_name(facet)).child(live(values)))
        .child(maybe(rest))
}

/// Whether a facet is open at first.
const fn is_common(facet: Facet) -> bool {
    matches!(facet, Facet::Source | Facet::Topic | Facet::Status | Facet::Speaker | Facet::Kind | Facet::Dimension)
}

/// The values that are shown now.
fn values(story: &Story, state: State, facet: Facet, shown: Shown) -> Vec<Node> {
    let all = story.index.values(facet);
    let sought = words(&shown.sought.read());
    let many = shown.many.get();
    // What is sought is shown as far as one step goes, whatever was shown before.
    let room = if sought.is_empty() { many } else { many.max(STEP) };
    let counts = state.matches(|matches| matches.counts(facet).to_vec());
    let (signs, unit, mode) = state.view(|view| {
        let signs: Vec<Sign> = all.iter().map(|value| view.sign(facet, &value.token)).collect();
        (signs, view.counted(), view.mode)
    });
    let some = signs.iter().any(|&sign| sign != Sign::Off);
    // What an article reports is told whatever the mode; that it is nothing doesn't keep it from being chosen then.
    let plain = facet != Facet::Source || mode == SourceMode::Any;
    let earlier = shown.kept.get_value();
    let mut rows = Vec::new();
    let mut found = 0;
    for (at, (value, &sign)) in all.iter().zip(&signs).enumerate() {
        let fits = found < room
            && (sought.is_empty() || begins_words(&words(&name::sought(story, facet, &value.name)), &sought));
        found += usize::from(fits);
        let kept = earlier.contains(&at);
        if sign != Sign::Off && !kept {
            shown.kept.update_value(|kept| kept.push(at));
        }
        if !(fits || kept || sign != Sign::Off) {
            continue;
        }
        let count = counts.get(at).copied().unwrap_or_default();
        let counted = if sign == Sign::Exclude {
            vec![]
        } else {
            row([
                unseen(strings::filters::before_count(some && sign == Sign::Off)),
                say(number(count)),
                unseen(strings::filters::after_count(count, unit)),
            ])
        };
        let button = |wanted: Sign, class: &'static str, name: Option<String>, children: Vec<Node>| {
            let token = value.token.clone();
            let says = Press {
                class,
                name,
                pressed: Some(sign == wanted),
                idle: count == 0 && sign == Sign::Off && plain,
                ..Press::default()
            };
            let act = {
                let token = token.clone();
                move || choose(state, facet, &token, wanted)
            };
            // It says so before what follows is there.
            let pressed = move |event| {
                let pressed = untrack(|| state.asked(|view| view.sign(facet, &token))) == wanted;
                if let Some(button) = listener::<Element>(&event) {
                    let _ = button.set_attribute("aria-pressed", said(pressed));
                }
            };
            press(says, act, children).on("click", pressed)
        };
        let name = name::shown(story, facet, &value.name);
        let include = row([span("facet__mark", ()), name, span("facet__count", counted)]);
        let exclude = strings::filters::exclude(&name::plain(story, facet, &value.name));
        let class = match sign {
            Sign::Exclude => "facet__value facet__value--excluded",
            _ => "facet__value",
        };
        rows.push(li(
            class,
            row([
                button(Sign::Include, "facet__include", None, include),
                button(Sign::Exclude, "facet__exclude", Some(exclude), row([say(strings::filters::NOT)])),
            ]),
        ));
    }
    if found == 0 && !sought.is_empty() {
        rows.push(li("facet__none", strings::filters::NONE_FOUND));
    }
    rows
}

/// Whether each of the folded words `sought` begins a word of `name`, which is folded too.
fn begins_words(name: &str, sought: &str) -> bool {
    sought.split_whitespace().all(|word| name.contains(&[" ", word].concat()))
}

/// Gives a value this sign, or none if it has it already.
fn choose(state: State, facet: Facet, token: &str, wanted: Sign) {
    state.choose(|view| view.with(facet, token, toggled(view.sign(facet, token), wanted)));
    from_the_first_event(state);
}

/// A field that narrows the values.
fn search(facet: Facet, shown: Shown) -> Node {
    let find = strings::filters::find(facet);
    el("input")
        .class("facet__search")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-label", find)
        .attr("placeholder", find)
        .on("input", move |event| shown.sought.set(event_target_value(&event)))
}

/// A button that shows all values, or some more of very many; and at the end of them, the first again.
fn more(all: usize, shown: Shown) -> Node {
    let toggle = move || {
        shown.kept.set_value(Vec::new());
        shown.many.update(|many| *many = if *many < all { *many + STEP } else { FIRST });
    };
    let button = move || {
        let many = shown.many.get();
        let words = match all.saturating_sub(many) {
            0 => strings::filters::SHOW_FEWER.into(),
            _ if all <= STEP => strings::filters::show_all(all),
            rest => strings::filters::show_more(rest.min(STEP)),
        };
        let says = Press { class: "facet__more", expanded: Some(many > FIRST), ..Press::default() };
        row([press(says, toggle, words)])
    };
    live(button)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_by_the_beginnings_of_its_words() {
        let name = words("Volodymyr Zelenskyj");
        assert!(begins_words(&name, &words("zel vol")));
        assert!(!begins_words(&name, &words("lenskyj")));
    }
}
