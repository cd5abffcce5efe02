//! Each question that the sources answer differently, by what it is about. Everything is built once; what isn't found is
//! hidden.

mod proof;
mod question;
mod scale;
mod silent;
mod timing;
pub(in crate::components) use scale::percent;

use sidebyline_compare::question::by_dimension;
use sidebyline_dataset::model::{Dimension, DiscrepancyIdx, Nature, SourceIdx};
use sidebyline_query::{Facet, Sign, View};

use crate::components::discrepancies::question::{glyph, question};
use crate::components::parts::{div, p, row, say, span, ul, unseen, view_link};
use crate::intl::number;
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::state::{State, use_state, use_story};
use crate::strings;
use crate::strings::discrepancies as words;

/// The page.
pub fn discrepancies() -> Node {
    let (story, state) = (use_story(), use_state());
    let sources: Vec<SourceIdx> = story.dataset.sources.indices().collect();
    let groups = by_dimension(&story.dataset);
    let all: Vec<DiscrepancyIdx> = groups.iter().flat_map(|(_, group)| group.iter().copied()).collect();
    let names = groups.iter().map(|(dimension, group)| entry(state, *dimension, group.clone())).collect();
    let names: Vec<Node> = names;
    let natures: Vec<Node> = Nature::ALL.iter().map(|&nature| of_nature(story, state, nature)).collect();
    let sections = groups.into_iter().map(|(dimension, group)| section(story, state, &sources, dimension, group));
    let sections: Vec<Node> = sections.collect();
    let none = move || found(state, &all) > 0 || all.is_empty();
    [
        el("h2").class("visually-hidden").child(strings::page(sidebyline_query::Page::Discrepancies)),
        p("questions__lede", words::LEDE),
        el("nav").class("questions__names").attr("aria-label", words::BY_DIMENSION).child(ul("questions__list", names)),
        el("ul").class("questions__natures").attr("aria-label", words::BY_NATURE).child(natures),
        p("questions__none", words::NONE_FOUND).hidden(none),
        div("questions", sections),
    ]
    .into()
}

/// How many of these are found.
fn found(state: State, group: &[DiscrepancyIdx]) -> usize {
    state.matches(|matches| group.iter().filter(|&&index| matches.has_discrepancy(index)).count())
}

/// The id of the heading of a dimension.
fn place(dimension: Dimension) -> String {
    ["_about-", dimension.as_str()].concat()
}

/// A link to the questions of a dimension, with how many are found.
fn entry(state: State, dimension: Dimension, group: Vec<DiscrepancyIdx>) -> Node {
    let name = el("a").class("questions__link").attr("href", ["#", &place(dimension)].concat());
    let idle = group.clone();
    let children = row([
        name.child(strings::dimension(dimension)),
        span("questions__count", live(move || number(found(state, &group)))),
    ]);
    el("li").class("questions__entry").hidden(move || found(state, &idle) == 0).child(children)
}

/// What a nature means, how many of it are found, and a link to just these.
fn of_nature(story: &Story, state: State, nature: Nature) -> Node {
    let all = story.dataset.discrepancies.iter().filter(|(_, discrepancy)| discrepancy.nature == nature);
    let all: Vec<DiscrepancyIdx> = all.map(|(index, _)| index).collect();
    let idle = all.clone();
    let only = move |view: &View| {
        view.without(sidebyline_query::Filter::Facet(Facet::Nature)).with(Facet::Nature, nature.as_str(), Sign::Include)
    };
    let children = row([
        glyph(nature),
        say(" "),
        view_link(state, only).class("questions__link").child(strings::nature(nature)),
        say(" "),
        span("questions__count", live(move || number(found(state, &all)))),
        unseen(words::QUESTIONS),
    ]);
    el("li").class("questions__entry").hidden(move || found(state, &idle) == 0).child(children)
}

fn section(
    story: &'static Story,
    state: State,
    sources: &[SourceIdx],
    dimension: Dimension,
    group: Vec<DiscrepancyIdx>,
) -> Node {
    let id = place(dimension);
    let questions: Vec<Node> = group.iter().map(|&index| question(story, state, sources, index)).collect();
    let idle = group.clone();
    let count = live(move || words::questions(found(state, &group)));
    let heading = row([say(words::about(dimension)), say(" "), span("questions__count", count)]);
    el("section")
        .class("questions__group")
        .attr("aria-labelledby", &id)
        .hidden(move || found(state, &idle) == 0)
        .child(row([
            el("h2").class("questions__name").attr("id", &id).attr("tabindex", "-1").child(heading),
            p("questions__hint", words::hint(dimension)),
        ]))
        .child(questions)
}
