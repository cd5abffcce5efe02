//! One group of quotes that carry the same statement, or seem to.

use std::rc::Rc;

use leptos::prelude::*;
use sidebyline_compare::variant::group::drawn;
use sidebyline_compare::{Group, Item, Origin};
use sidebyline_dataset::model::{Content, QuoteKind, SourceIdx};
use sidebyline_query::timeline::said;
use sidebyline_query::{Page, View};

use crate::components::badge::{badge, hue};
use crate::components::copy_link::copy_link;
use crate::components::event::names;
use crate::components::parts::{for_the_eye, li, p, place_link, row, span, ul, unseen};
use crate::components::quote::{among_all, speakers};
use crate::components::variants::comparison::{Wording, comparison};
use crate::components::words::{own, text};
use crate::dates;
use crate::load::Story;
use crate::node::{Node, el};
use crate::state::State;
use crate::strings;

/// Whether any of its quotes is found.
pub fn is_found(state: State, group: &Group) -> bool {
    state.matches(|matches| group.quotes.iter().any(|&quote| matches.has_quote(quote)))
}

/// The group: who says it where, why it is a group, and how the words differ.
pub fn entry(story: &'static Story, state: State, group: &'static Group, wording: Rc<Wording>) -> Node {
    let items: Vec<Item> = group.quotes.iter().map(|&quote| Item::Quote(quote)).collect();
    let title = title(story, &items);
    let id = ["_variant-", items.first().map_or("", |item| item.id(&story.dataset)), proposed(group)].concat();
    let mut children = row([
        el("h4").class("variant__title").attr("id", &id).attr("tabindex", "-1").child(title.clone()),
        head(story, state, &items),
    ]);
    match &group.origin {
        Origin::Dataset(variant) => {
            let note = story.dataset.variants[*variant].note.as_ref();
            children.extend(note.map(|note| own(note, &story.dataset.about.language)));
        }
        Origin::Likeness(proposal) => {
            let best = proposal.links.first().map_or(&[][..], |link| &link.reasons);
            let why = row([
                span("variant__proposed", strings::variants::PROPOSED),
                span("", [". ", &strings::variants::reasons(proposal.score(), best)].concat()),
            ]);
            children.push(p("variant__hint", why));
        }
    }
    children.push(comparison(state, wording));
    children.push(origins(story, &items));
    children.push(link(story, state, &items, &title));
    el("article").class("variant").attr("aria-labelledby", &id).child(children)
}

/// So that a quote may be in a group of the data and in a proposed one.
fn proposed(group: &Group) -> &'static str {
    if matches!(group.origin, Origin::Likeness(_)) { "-proposed" } else { "" }
}

/// Who speaks, and when, if that is the same for all.
fn title(story: &Story, items: &[Item]) -> String {
    let mut who: Vec<&str> = Vec::new();
    let mut when: Vec<String> = Vec::new();
    for item in items {
        let speakers = item.speakers(&story.dataset).iter().map(|&speaker| story.dataset.actors[speaker].name.as_str());
        for speaker in speakers {
            if !who.contains(&speaker) {
                who.push(speaker);
            }
        }
        if let Item::Quote(quote) = item
            && let Some(date) = said(&story.dataset, *quote).map(dates::words)
            && !when.contains(&date)
        {
            when.push(date);
        }
    }
    let who = if who.is_empty() { strings::NOBODY_NAMED.into() } else { strings::variants::names(&who) };
    if let [date] = when.as_slice() { [&who, ", ", date].concat() } else { who }
}

/// The items, each with its source and a link to where it stands.
pub fn head(story: &'static Story, state: State, items: &[Item]) -> Node {
    let several = items.windows(2).any(|pair| pair[0].speakers(&story.dataset) != pair[1].speakers(&story.dataset));
    let one = |item: &Item| {
        let index = item.source(&story.dataset);
        let source = &story.dataset.sources[index];
        let name = match item {
            Item::Quote(_) if several => names(story, item.speakers(&story.dataset)),
            // That a quote is direct goes without saying.
            Item::Quote(quote) => match story.dataset.quotes[*quote].content.kind() {
                QuoteKind::Direct => String::new(),
                other => strings::quotes::kind(other).into(),
            },
            Item::Mention(_) => strings::variants::ITS_REPORT.into(),
        };
        let who = row([
            for_the_eye(badge(&story.dataset, index)),
            unseen(strings::source_name(&source.label, source.title.as_str())),
            span("witness__name", name),
            place(story, state, *item),
        ]);
        li(hue(index), who)
    };
    ul("witnesses", items.iter().map(one).collect::<Vec<Node>>())
}

/// A link to where an item stands: a quote among all of its speaker, a report on its event.
fn place(story: &'static Story, state: State, item: Item) -> Node {
    let (id, label, there): (&str, String, fn(&View) -> View) = match item {
        Item::Quote(quote) => (item.id(&story.dataset), strings::quotes::link_to(&speakers(story, quote)), among_all),
        Item::Mention(_) => {
            let event = item.event(&story.dataset);
            let title = event.map_or("", |event| event.title.0.as_str());
            (event.map_or("", |event| &event.id), strings::link_to(title), |view| view.bare(Page::Timeline))
        }
    };
    place_link(state, id, there).class("quote__link").attr("aria-label", label).child("#")
}

/// Which of the sources draw on which other: what they share may come from there.
fn origins(story: &Story, items: &[Item]) -> Node {
    let mut sources: Vec<SourceIdx> = items.iter().map(|item| item.source(&story.dataset)).collect();
    sources.sort_unstable();
    sources.dedup();
    let pairs = drawn(&story.dataset, &sources);
    let label = |source: SourceIdx| story.dataset.sources[source].label.as_str();
    let told = sources.iter().filter_map(|&on| {
        let from: Vec<&str> = pairs.iter().filter(|(_, origin)| *origin == on).map(|(from, _)| label(*from)).collect();
        (!from.is_empty()).then(|| p("variant__hint", strings::variants::drawn(&from, label(on))))
    });
    told.collect::<Vec<Node>>().into()
}

/// A link to this comparison alone.
fn link(story: &'static Story, state: State, items: &[Item], title: &str) -> Node {
    let ids: Vec<&str> = items.iter().map(|item| item.id(&story.dataset)).collect();
    let link = move || state.link(|view| view.bare(Page::Variants).standalone().with_items(ids.iter().copied()));
    copy_link("link-button", strings::variants::link_to_group(title), move || untrack(&link))
}

/// The words of an item that has none to compare.
pub fn paraphrase(story: &Story, item: Item) -> Option<Node> {
    let ours = &story.dataset.about.language;
    let words = match item {
        Item::Quote(quote) => match &story.dataset.quotes[quote].content {
            Content::Indirect(words) => text(words, ours),
            _ => return None,
        },
        Item::Mention(mention) => text(&story.dataset.mentions[mention].paraphrase, ours),
    };
    let index = item.source(&story.dataset);
    let children = row([
        badge(&story.dataset, index),
        el("div").child(crate::components::words::own_with(strings::OUR_WORDS, words)),
    ]);
    Some(li("paraphrase", children))
}
