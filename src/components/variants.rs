//! The same statement in several sources, word by word: what the reader has chosen, then the groups of the data, then
//! those that are proposed, and last what stands there in paraphrase only.
//!
//! Each group is compared once, when the page is built; what isn't found is hidden.

mod choice;
mod comparison;
mod group;
mod line;
mod sentence;
mod table;

use std::cell::OnceCell;
use std::rc::Rc;

use leptos::prelude::*;
use sidebyline_compare::{Group, Origin, items};
use sidebyline_query::{Page, View};

use crate::components::parts::{div, maybe, p, row, say, span, ul, view_link};
use crate::components::variants::comparison::Wording;
use crate::components::variants::group::{entry, is_found};
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::state::{State, altered, memo, use_state, use_story};
use crate::strings::variants as strings;

/// A small dataset whose sources share many statements.
const DEMO: &str = "demo-library-2031-03";

/// How many groups of a kind are built. Filters lead to the others.
const MOST: usize = 60;

/// With fewer groups to compare than this, it is said that there is little.
const FEW: usize = 3;

/// The page.
pub fn variants() -> Node {
    let (story, state) = (use_story(), use_state());
    let (groups, broken_off) = story.groups();
    let comparable = groups.iter().filter(|group| group.comparable).count();
    let kind = |want: fn(&Group) -> bool| groups.iter().filter(|group| want(group)).collect::<Vec<_>>();
    let coded = kind(|group| group.comparable && matches!(group.origin, Origin::Dataset(_)));
    let proposed = kind(|group| matches!(group.origin, Origin::Likeness(_)));
    let wordless = kind(|group| !group.comparable && matches!(group.origin, Origin::Dataset(_)));
    let why = if broken_off {
        [strings::PROPOSED_WHY, " ", strings::BROKEN_OFF].concat()
    } else {
        strings::PROPOSED_WHY.into()
    };
    row([
        el("h2").class("visually-hidden").child(strings::TITLE),
        p("variants__intro", strings::INTRO),
        elsewhere(state, comparable),
        choice::choice(story, state),
        live(move || chosen(story, state)),
        controls(state),
        section(story, state, "_coded", strings::CODED, String::new(), coded),
        section(story, state, "_proposed", strings::PROPOSED, why, proposed),
        section(story, state, "_wordless", strings::WORDLESS, strings::WORDLESS_WHY.into(), wordless),
    ])
    .into()
}

/// A link to the words of the items of these ids, beside each other.
pub fn words_link(state: State, ids: &[&str]) -> Node {
    let ids: Vec<String> = ids.iter().map(|&id| id.to_owned()).collect();
    let there = move |view: &View| view.bare(Page::Variants).with_items(ids.iter().map(String::as_str));
    view_link(state, there).child(strings::COMPARE)
}

/// The way to the demonstration, and back from it.
fn elsewhere(state: State, comparable: usize) -> Node {
    let data = untrack(|| state.view(|view| view.data().clone()));
    let bare = usual(state);
    // Other data are another page to load, so these are plain links.
    let link = |href: String, words: &'static str| el("a").attr("href", href).child(words);
    let children = match data.as_str() {
        "" => {
            let few = if comparable < FEW { strings::FEW } else { "" };
            row([say(few), link([&bare, "&data=", DEMO].concat(), strings::SEE_DEMO), say(".")])
        }
        DEMO => row([say(strings::FROM_DEMO), link(bare, strings::LEAVE_DEMO), say(".")]),
        _ => return ().into(),
    };
    p("variants__elsewhere", children)
}

/// The address of this page of the usual data.
fn usual(state: State) -> String {
    untrack(|| state.link(|_| altered(&View::default(), |view| view.page = Page::Variants)))
}

/// What the reader has chosen, compared.
fn chosen(story: &'static Story, state: State) -> Node {
    let ids = state.view(|view| view.items().to_vec());
    let (items, _) = items(&story.dataset, ids.iter().map(String::as_str));
    if items.is_empty() {
        return ().into();
    }
    let wording = Rc::new(Wording::new(story, &items));
    let title = el("h3").class("variant__group").attr("id", "_chosen").attr("tabindex", "-1").child(strings::CHOSEN);
    let alone = items.len() < 2;
    let children = row([
        title,
        group::head(story, state, &items),
        maybe(alone.then(|| p("variant__hint", strings::ONE_MORE))),
        comparison::comparison(state, wording),
    ]);
    el("section").class("variant variant--chosen").attr("aria-labelledby", "_chosen").child(children)
}

/// In which form the words are compared, and what the marks mean.
fn controls(state: State) -> Node {
    let form = |table: bool, words: &'static str| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "form")
            .prop("checked", move || state.view(|view| view.table) == table)
            .on("change", move |_| state.choose(|view| altered(view, |view| view.table = table)));
        el("label").class("rows__option").child([input, span("", words)])
    };
    let marks = el("input")
        .attr("type", "checkbox")
        .prop("checked", move || state.view(|view| view.all_marks))
        .on("change", move |_| state.choose(|view| altered(view, |view| view.all_marks = !view.all_marks)));
    let forms = el("fieldset").class("rows").child([
        el("legend").class("visually-hidden").child(strings::FORM),
        form(false, strings::LINE),
        form(true, strings::TABLE),
        el("label").class("rows__option").child([marks, span("", strings::MARKS)]),
    ]);
    let signs: Vec<Node> = strings::LEGEND_OF
        .iter()
        .map(|&(kind, words)| {
            let sign = span("fork__glyph", strings::glyph(kind));
            let sample = span(line::class(kind), words);
            el("li").child([sign, sample])
        })
        .collect();
    let legend = ul("legend", signs).attr("aria-label", strings::LEGEND);
    div("variants__controls", [forms, legend])
}

/// The groups of one kind, if there are any.
fn section(
    story: &'static Story,
    state: State,
    id: &'static str,
    title: &'static str,
    why: String,
    groups: Vec<&'static Group>,
) -> Node {
    if groups.is_empty() {
        return ().into();
    }
    let found = {
        let groups = groups.clone();
        memo(move || {
            let found = groups.iter().enumerate().filter(|(_, group)| is_found(state, group)).map(|(at, _)| at);
            found.collect::<Vec<usize>>()
        })
    };
    // What was compared once stays compared.
    let compared: Vec<OnceCell<Rc<Wording>>> = groups.iter().map(|_| OnceCell::new()).collect();
    let entries = live(move || {
        let entry = |at: usize| {
            let wording = compared[at].get_or_init(|| Rc::new(Wording::of(story, groups[at])));
            entry(story, state, groups[at], Rc::clone(wording))
        };
        found.read().iter().take(MOST).map(|&at| entry(at)).collect::<Vec<Node>>()
    });
    let more = live(move || {
        let left = found.read().len().saturating_sub(MOST);
        maybe((left > 0).then(|| p("variant__hint", strings::more(left))))
    });
    let heading = el("h3").class("variant__group").attr("id", id).child(title);
    el("section").class("variants__part").attr("aria-labelledby", id).hidden(move || found.read().is_empty()).child([
        heading,
        maybe((!why.is_empty()).then(|| p("variants__why", why))),
        entries,
        more,
    ])
}
