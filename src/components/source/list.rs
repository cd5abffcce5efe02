//! All sources with their facts, to choose one from.

use sidebyline_compare::profile;
use sidebyline_dataset::model::SourceIdx;

use super::head::figures;
use crate::components::badge::{badge, hue};
use crate::components::parts::{article_link, p, row, say};
use crate::components::sources::{facts, title};
use crate::load::Story;
use crate::node::{Node, el};
use crate::state::State;
use crate::strings;
use crate::strings::source as words;

/// The list.
pub fn list(story: &'static Story, state: State) -> Node {
    let entries: Vec<Node> = story.dataset.sources.indices().map(|source| entry(story, state, source)).collect();
    [
        el("h2").class("visually-hidden").child(strings::page(sidebyline_query::Page::Source)),
        p("profile__lede", words::LEDE),
        el("ul").class("articles").child(entries),
    ]
    .into()
}

fn entry(story: &'static Story, state: State, source: SourceIdx) -> Node {
    let profile = profile(&story.dataset, source);
    let name = article_link(story, state, source).class("articles__link").child(title(story, source));
    let children = row([
        el("h3").class("articles__title").child(row([badge(&story.dataset, source), say(" "), name])),
        p("profile__facts", facts(story, source)),
        figures(story, state, &profile),
    ]);
    el("li").class(["articles__entry ", hue(source)].concat()).child(children)
}
