//! One question, with every source's answer side by side. No verdict who is right.

use sidebyline_compare::question::{Part, Says};
use sidebyline_compare::scale::publications;
use sidebyline_dataset::model::{DiscrepancyIdx, Nature, SourceIdx};
use sidebyline_query::{Page, View};

use super::proof::proofs;
use super::scale;
use super::silent::silent;
use super::timing::timing;
use crate::components::badge::{badge, hue};
use crate::components::copy_link::copy_link;
use crate::components::parts::{article_link, div, for_the_eye, maybe, p, place_link, row, say, span, unseen};
use crate::components::share::share_button;
use crate::components::words::text;
use crate::dates;
use crate::load::Story;
use crate::node::{Node, el};
use crate::state::State;
use crate::strings;
use crate::strings::discrepancies as words;

/// The question of the discrepancy at `index`; hidden if it isn't found.
pub fn question(story: &'static Story, state: State, sources: &[SourceIdx], index: DiscrepancyIdx) -> Node {
    let dataset = &story.dataset;
    let (discrepancy, ours) = (&dataset.discrepancies[index], &dataset.about.language);
    let laid_out = sidebyline_compare::question(dataset, index, sources);
    let (answering, others): (Vec<&Part>, Vec<&Part>) =
        laid_out.parts.iter().partition(|part| matches!(part.says, Says::Answers(_)));
    let columns: Vec<Node> = answering.iter().map(|part| column(story, state, index, part)).collect();
    let mut children = row([
        el("h3")
            .class("question__title")
            .attr("id", ["_asked-", &discrepancy.id].concat())
            .child(span("findable", text(&discrepancy.question, ours))),
        p("question__nature", row([glyph(discrepancy.nature), say(" "), say(strings::nature(discrepancy.nature))])),
        maybe(discrepancy.note.as_ref().map(|note| p("question__note", span("findable", text(note, ours))))),
    ]);
    children.extend(laid_out.scales.iter().map(|scale| scale::of_answers(story, index, scale, &laid_out)));
    if discrepancy.nature == Nature::Moment {
        let out: Vec<SourceIdx> = answering.iter().map(|part| part.source).collect();
        children.extend(publications(dataset, &out).map(|scale| scale::of_publications(story, &out, &scale)));
    }
    let moment = discrepancy.nature == Nature::Moment;
    children.extend(timing(story, &laid_out.timing).map(|timing| timing.attr("open", moment)));
    children.push(div("question__answers", columns));
    children.extend(silent(story, &others));
    children.push(links(story, state, index));
    el("article")
        .class("question")
        .attr("id", &discrepancy.id)
        .attr("tabindex", "-1")
        .attr("aria-labelledby", ["_asked-", &discrepancy.id].concat())
        .hidden(move || !state.matches(|matches| matches.has_discrepancy(index)))
        .child(children)
}

/// The mark of a nature. Its words stand beside it.
pub fn glyph(nature: Nature) -> Node {
    for_the_eye(words::glyph(nature)).class("question__glyph")
}

/// The answers of one source, each with the words that give it.
fn column(story: &'static Story, state: State, index: DiscrepancyIdx, part: &Part) -> Node {
    let dataset = &story.dataset;
    let (discrepancy, source) = (&dataset.discrepancies[index], &dataset.sources[part.source]);
    let name = strings::source_name(&source.label, source.title.as_str());
    let published = source
        .published
        .as_ref()
        .map_or(strings::PUBLISHED_UNKNOWN.into(), |date| strings::published(&dates::words(date)));
    let link = article_link(story, state, part.source).class("question__source").attr("aria-label", name);
    let head = row([link.child(badge(dataset, part.source)), say(" "), span("question__published", published)]);
    let mut children = vec![el("h4").class("column__head").child(head)];
    for given in part.says.answers() {
        let value = text(&discrepancy.answers[given.answer].value, &dataset.about.language);
        children.push(p("question__value", row([unseen(words::ANSWER), span("findable", value)])));
        children.push(div("question__proofs", proofs(story, state, discrepancy.event, &given.proofs)));
    }
    el("div").class(["column ", hue(part.source)].concat()).child(children)
}

/// Where the question belongs, and its own address.
fn links(story: &Story, state: State, index: DiscrepancyIdx) -> Node {
    let dataset = &story.dataset;
    let discrepancy = &dataset.discrepancies[index];
    let mut children = Vec::new();
    if let Some(event) = discrepancy.event {
        let event = &dataset.events[event];
        let title = text(&event.title, &dataset.about.language);
        let there = |page: fn(&View) -> View| place_link(state, &event.id, page).class("question__link");
        children.extend(row([
            say(strings::quotes::EVENT),
            there(|view| view.with_page(Page::Timeline)).child(title),
            there(|view| view.with_page(Page::Compare))
                .attr("aria-label", words::compare(&event.title.0))
                .child(strings::page(Page::Compare)),
        ]));
    } else {
        children.push(say(words::NO_EVENT));
    }
    let id = discrepancy.id.clone();
    let label = words::copy_link_to(&discrepancy.question.0);
    children.push(copy_link("link-button", label, move || state.link_to(Page::Discrepancies, &id)));
    let label = strings::share_what(&discrepancy.question.0);
    children.push(share_button("link-button", label, discrepancy.id.clone()));
    p("question__links", children)
}
