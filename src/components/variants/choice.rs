//! Choosing what to compare: any quotes, and the sources' own words on events.

use leptos::prelude::*;
use sidebyline_compare::Item;
use sidebyline_query::view::MAX_ITEMS;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

use crate::components::badge::badge;
use crate::components::event::names;
use crate::components::parts::{div, li, p, row, span, ul};
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::state::State;
use crate::strings;
use crate::strings::variants as words;

/// The id of the list to choose from.
const LIST: &str = "_choose";

/// How many entries it has at most; filters lead to the others.
const MOST: usize = 200;

/// The chooser, folded until something is chosen.
pub fn choice(story: &'static Story, state: State) -> Node {
    let is_open = untrack(|| state.view(|view| !view.items().is_empty()));
    let add = move |_| {
        let list = document().get_element_by_id(LIST).and_then(|list| list.dyn_into::<HtmlSelectElement>().ok());
        let Some(id) = list.map(|list| list.value()).filter(|id| !id.is_empty()) else { return };
        state.choose(|view| view.with_items(view.items().iter().map(String::as_str).chain([id.as_str()])));
    };
    let reset = move |list: &HtmlSelectElement| {
        state.view(|view| view.items().len());
        let list = list.clone();
        request_animation_frame(move || list.set_selected_index(0));
    };
    let list =
        el("select").attr("id", LIST).class("choose__list").effect(reset).child(live(move || options(story, state)));
    let button = el("button").attr("type", "button").class("button").on("click", add).child(words::ADD);
    let pick = div("choose__pick", row([el("label").attr("for", LIST).child(words::STATEMENT), list, button]));
    let full =
        live(move || state.view(|view| view.items().len() >= MAX_ITEMS).then(|| p("variant__hint", words::FULL)));
    el("details").class("choose").attr("open", is_open).child(el("summary").child(words::CHOOSE)).child([
        p("variant__hint", words::CHOOSE_HINT),
        pick,
        full,
        live(move || chosen(story, state)),
    ])
}

/// What is chosen, each with a button that takes it away.
fn chosen(story: &'static Story, state: State) -> Node {
    let ids = state.view(|view| view.items().to_vec());
    if ids.is_empty() {
        return ().into();
    }
    let (items, _) = sidebyline_compare::items(&story.dataset, ids.iter().map(String::as_str));
    let one = |(item, id): (&Item, &String)| {
        let name = name(story, *item);
        let id = id.clone();
        let remove = move |_| {
            let rest = |view: &sidebyline_query::View| {
                view.with_items(view.items().iter().filter(|other| **other != id).map(String::as_str))
            };
            state.choose(rest);
        };
        let label = &story.dataset.sources[item.source(&story.dataset)].label;
        let button = el("button")
            .attr("type", "button")
            .class("link-button choose__remove")
            .attr("aria-label", words::remove(&words::who(&name, label)))
            .on("click", remove)
            .child(words::REMOVE_MARK);
        li("choose__one", row([badge(&story.dataset, item.source(&story.dataset)), span("", name), button]))
    };
    let list: Vec<Node> = items.iter().zip(&ids).map(one).collect();
    let clear = el("button")
        .attr("type", "button")
        .class("link-button")
        .on("click", move |_| state.choose(|view| view.with_items([])))
        .child(words::CLEAR);
    div("choose__chosen", row([ul("choose__items", list), clear]))
}

/// What an item is called: its speaker, or the event that it reports.
fn name(story: &Story, item: Item) -> String {
    match (item, item.event(&story.dataset)) {
        (Item::Mention(_), Some(event)) => event.title.0.clone(),
        _ => match names(story, item.speakers(&story.dataset)) {
            nobody if nobody.is_empty() => strings::NOBODY_NAMED.into(),
            speakers => speakers,
        },
    }
}

/// What can be added: of what is found, what has words of its own. Quotes stand by speaker, then the articles' own words.
fn options(story: &'static Story, state: State) -> Vec<Node> {
    let dataset = &story.dataset;
    let option = |item: Item| {
        let words = item.words(dataset)?;
        let first = words.parts().first()?.0.clone();
        let label = &dataset.sources[item.source(dataset)].label;
        Some(el("option").attr("value", item.id(dataset).to_owned()).child(words::option(label, &first)))
    };
    let mut nodes = vec![el("option").attr("value", "").child(words::PICK)];
    let mut left = MOST;
    state.answer(|answer| {
        let chosen = answer.selection.view.items();
        let is_free = |item: &Item| !chosen.iter().any(|id| id == item.id(dataset));
        let mut group = |title: String, items: Vec<Item>| {
            let options: Vec<Node> = items.into_iter().filter(is_free).filter_map(option).take(left).collect();
            left -= options.len();
            if !options.is_empty() {
                nodes.push(el("optgroup").attr("label", title).child(options));
            }
        };
        for voice in story.voices() {
            let quotes = voice.quotes.iter().filter(|&&quote| answer.matches.has_quote(quote));
            let speaker = voice.speaker.map_or(strings::NOBODY_NAMED, |speaker| &dataset.actors[speaker].name);
            group(speaker.to_owned(), quotes.map(|&quote| Item::Quote(quote)).collect());
        }
        let reports = dataset.mentions.indices().filter(|&report| answer.matches.has_mention(report));
        group(words::ITS_OWN_WORDS.into(), reports.map(Item::Mention).collect());
    });
    nodes
}
