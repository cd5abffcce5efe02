//! The articles: what each is, when it was published, and what a reader of it should know.

use sidebyline_dataset::model::{Coded, Link, Origin, SourceIdx, Title};
use sidebyline_query::Page;

use crate::components::badge::{badge, hue};
use crate::components::parts::{article_link, maybe, p, row, say, span, unseen};
use crate::components::words::{text, verbatim};
use crate::dates;
use crate::load::Story;
use crate::node::{Node, el};
use crate::state::{State, use_state, use_story};
use crate::strings;

/// All articles, side by side.
pub fn sources() -> Node {
    let (story, state) = (use_story(), use_state());
    let entries: Vec<Node> = story.dataset.sources.indices().map(|source| entry(story, state, source)).collect();
    el("section")
        .class("sources")
        // Where the page is a list of them itself, there is no need of another.
        .hidden(move || state.view(|view| view.page == Page::Source && view.article().is_empty()))
        .attr("aria-labelledby", "_sources")
        .child(el("h2").attr("id", "_sources").class("sources__title").child(strings::SOURCES))
        .child(el("ul").class("sources__list").child(entries))
}

fn entry(story: &'static Story, state: State, index: SourceIdx) -> Node {
    let source = &story.dataset.sources[index];
    let class = match &source.title {
        Title::Headline(_) => "source__title",
        Title::Description(_) => "source__title source__title--own",
    };
    let link = article_link(story, state, index).class("source__link").child(title(story, index));
    let summary = row([say(strings::ABOUT_SOURCE), unseen([" ", &source.label].concat())]);
    let children = row([
        p(class, row([badge(&story.dataset, index), say(" "), link])),
        p("source__facts", facts(story, index)),
        el("details").class("source__more").child(el("summary").child(summary)).child(more(story, index)),
    ]);
    el("li").class(["source ", hue(index)].concat()).child(children)
}

/// The title of the source at `index`: its own words, or ours.
pub(in crate::components) fn title(story: &Story, index: SourceIdx) -> Node {
    let source = &story.dataset.sources[index];
    match &source.title {
        Title::Headline(headline) => verbatim(headline, &source.language),
        Title::Description(words) => say(words.0.clone()),
    }
}

/// Whose words its title is, who published it, and when.
pub(in crate::components) fn facts(story: &Story, index: SourceIdx) -> Vec<Node> {
    let source = &story.dataset.sources[index];
    let whose = match &source.title {
        Title::Headline(_) => strings::ITS_HEADLINE,
        Title::Description(_) => strings::OUR_DESCRIPTION,
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
    row([say(whose), say(" · "), maybe(outlet), say(published)])
}

/// How we know when it was published, what it draws on, what is wrong with it.
fn more(story: &Story, index: SourceIdx) -> Vec<Node> {
    let mut items = grounds(story, index);
    items.extend(notes(story, index));
    items
}

/// How we know when it was published, where to read it, and what it draws on.
pub(in crate::components) fn grounds(story: &Story, index: SourceIdx) -> Vec<Node> {
    let source = &story.dataset.sources[index];
    let item = |children: Vec<Node>| p("source__note", children);
    let basis = say(source.published_basis.clone());
    let mut items = vec![item(vec![span("source__kind", strings::DATE_BASIS), basis])];
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
    items
}

/// What a reader of it should know.
pub(in crate::components) fn notes(story: &Story, index: SourceIdx) -> Vec<Node> {
    let ours = &story.dataset.about.language;
    let kind = |kind| span("source__kind", [strings::note_kind(kind), ". "].concat());
    let notes = story.dataset.sources[index].notes.iter();
    notes.map(|note| p("source__note", row([kind(note.kind), text(&note.note, ours)]))).collect()
}

/// A link to somewhere else. It tells nobody where the reader comes from.
fn anchor(link: &Link, words: String) -> Node {
    el("a").attr("href", link.as_str().to_owned()).attr("rel", "noreferrer").child(words)
}
