//! What a source is: its title, when and where it came out, what it draws on, and its figures.

use sidebyline_compare::Profile;
use sidebyline_dataset::model::{Coded, SourceIdx};
use sidebyline_dataset::table::Idx;
use sidebyline_query::Page;

use super::tally;
use crate::components::badge::{badge, hue};
use crate::components::parts::{article_link, div, li, p, row, say, ul, unseen, view_link};
use crate::components::sources::{facts, grounds, notes, title};
use crate::intl::number;
use crate::load::Story;
use crate::node::{Node, el};
use crate::state::State;
use crate::strings;
use crate::strings::source as words;

/// Links to the sources before and after it, and to all.
pub fn neighbours(story: &'static Story, state: State, source: SourceIdx) -> Node {
    let all = view_link(state, |view| view.with_page(Page::Source)).child(words::ALL);
    let beside = |at: Option<usize>, words: &'static str, class: &'static str| {
        let other = at.map(SourceIdx::new).filter(|&other| story.dataset.sources.get(other).is_some())?;
        let name = &story.dataset.sources[other];
        let name = strings::source_name(&name.label, name.title.as_str());
        let link = article_link(story, state, other).attr("title", name);
        Some(li(class, link.child(row([say(words), say(" "), badge(&story.dataset, other)]))))
    };
    let at = source.position();
    let links = [
        beside(at.checked_sub(1), words::PREVIOUS, "profile__previous"),
        Some(li("profile__all", all)),
        beside(at.checked_add(1), words::NEXT, "profile__next"),
    ];
    let links: Vec<Node> = links.into_iter().flatten().collect();
    el("nav").class("profile__nav").attr("aria-label", words::NEIGHBOURS).child(ul("profile__neighbours", links))
}

/// The head of the page.
pub fn head(story: &'static Story, state: State, source: SourceIdx, profile: &Profile) -> Node {
    let row_of = &story.dataset.sources[source];
    let name = row([badge(&story.dataset, source), say(" "), title(story, source)]);
    let coded = if row_of.coded == Coded::Full { words::CODED_FULL } else { words::CODED_PARTLY };
    let length = words::length(row_of.length as usize);
    let mut children = row([
        el("h2").class("profile__name").attr("id", "_article").attr("tabindex", "-1").child(name),
        p("profile__facts", facts(story, source)),
        p("profile__facts", row([say(length), say(" · "), say(coded)])),
        figures(story, state, profile),
    ]);
    let mut grounds = grounds(story, source);
    if row_of.derived_from.is_empty() {
        grounds.push(p("source__note", words::DRAWS_ON_NOTHING));
    }
    children.push(div("profile__more", grounds));
    let notes = notes(story, source);
    if !notes.is_empty() {
        let summary = el("summary").class("profile__summary").child(words::notes(notes.len()));
        let notes = div("profile__more", notes);
        children.push(el("details").class("profile__fold").child(row([summary, notes])));
    }
    el("header").class(["profile__head ", hue(source)].concat()).child(children)
}

/// Its figures, each a link to just what it counts.
pub fn figures(story: &'static Story, state: State, profile: &Profile) -> Node {
    let source = profile.source;
    let label = &story.dataset.sources[source].label;
    let of = |there: tally::There, figure: usize, what: String| {
        let link = tally::counted(state, there, number(figure)).child(unseen([" ", &what, ", ", label].concat()));
        li("figures__entry", row([link, say(" "), el("span").attr("aria-hidden", "true").child(what)]))
    };
    let entries = vec![
        of(tally::events(story, source), profile.events, words::events(profile.events)),
        of(tally::only(story, source), profile.only.len(), words::ONLY_HERE.into()),
        of(tally::quotes(story, source), profile.quotes(), words::quotes(profile.quotes())),
        of(tally::verbatim(story, source), profile.words(), words::VERBATIM.into()),
    ];
    ul("figures", entries)
}
