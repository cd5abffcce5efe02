//! The articles: what each is, when it was published, and what a reader of it should know.

use sidebyline_dataset::model::{Coded, Link, Origin, SourceIdx, Title};

use crate::components::badge::{badge, hue};
use crate::components::parts::{maybe, p, row, say, span, unseen};
use crate::components::words::{text, verbatim};
use crate::dates;
use crate::load::Story;
use crate::node::{Node, el};
use crate::state::use_story;
use crate::strings;

/// All articles, side by side.
pub fn sources() -> Node {
    let story = use_story();
    let entries: Vec<Node> = story.dataset.sources.indices().map(|source| entry(story, source)).collect();
    el("section")
        .class("sources")
        .attr("aria-labelledby", "_sources")
        .child(el("h2").attr("id", "_sources").class("sources__title").child(strings::SOURCES))
        .child(el("ul").class("sources__list").child(entries))
}

fn entry(story: &Story, index: SourceIdx) -> Node {
    let source = &story.dataset.sources[index];
    let (class, title, whose) = match &source.title {
        Title::Headline(headline) => ("source__title", verbatim(headline, &source.language), strings::ITS_HEADLINE),
        Title::Description(words) => {
            ("source__title source__title--own", say(words.0.clone()), strings::OUR_DESCRIPTION)
        }
    };
    let published = source
        .published
        .as_ref()
        .map_or(strings::PUBLISHED_UNKNOWN.into(), |date| strings::published(&dates::words(date)));
    let outlet = source.outlet.map(|outlet| {
        let outlet = &story.dataset.outlets[outlet];
        let name = say(outlet.name.clone());
        row([outlet.url.as_ref().map_or(name, |link| anchor(link, outlet.name.clone())), say(" · ")]).into()
    });
    let summary = row([say(strings::ABOUT_SOURCE), unseen([" ", &source.label].concat())]);
    let children = row([
        p(class, row([badge(&story.dataset, index), say(" "), title])),
        p("source__facts", row([say(whose), say(" · "), maybe(outlet), say(published)])),
        el("details").class("source__more").child(el("summary").child(summary)).child(more(story, index)),
    ]);
    el("li").class(["source ", hue(index)].concat()).child(children)
}

/// How we know when it was published, what it draws on, what is wrong with it.
fn more(story: &Story, index: SourceIdx) -> Vec<Node> {
    let source = &story.dataset.sources[index];
    let item = |children: Vec<Node>| p("source__note", children);
    let mut items = vec![item(vec![say(source.published_basis.clone())])];
    if source.coded == Coded::Partial {
        items.push(item(vec![say(strings::PARTLY_CODED)]));
    }
    items.extend(source.url.as_ref().map(|link| item(vec![anchor(link, strings::READ_IT.into())])));
    items.extend(source.derived_from.iter().map(|origin| {
        let origin = match origin {
            Origin::Source(other) => badge(&story.dataset, *other),
            Origin::Elsewhere(link) => anchor(link, link.as_str().into()),
        };
        item(vec![say(strings::DRAWS_ON), say(" "), origin])
    }));
    let kind = |kind| span("source__kind", [strings::note_kind(kind), ". "].concat());
    items.extend(
        source.notes.iter().map(|note| item(vec![kind(note.kind), text(&note.note, &story.dataset.about.language)])),
    );
    items
}

/// A link to somewhere else. It tells nobody where the reader comes from.
fn anchor(link: &Link, words: String) -> Node {
    el("a").attr("href", link.as_str().to_owned()).attr("rel", "noreferrer").child(words)
}
