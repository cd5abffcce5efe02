//! What one source has on an event: its own words first, then ours, then whom it quotes.

use leptos::ev::Event;
use leptos::prelude::*;
use sidebyline_compare::Column;
use sidebyline_dataset::model::{ActorIdx, EventIdx, MentionIdx, QuoteIdx};
use sidebyline_query::facet::Level;

use super::outside::{is_outside, outside_label};
use crate::components::badge::{badge, hue};
use crate::components::parts::{div, maybe, p, row, unseen};
use crate::components::quote::quote;
use crate::components::words::{own, verbatim};
use crate::dates;
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::state::{State, memo, use_state};
use crate::strings;

/// The column of one source.
pub fn column(story: &Story, event: EventIdx, column: &Column) -> Node {
    let source = &story.dataset.sources[column.source];
    let mentions: Vec<Node> = column.mentions.iter().map(|&index| mention(story, event, index)).collect();
    let children = row([
        maybe((!mentions.is_empty()).then(|| div("column__mentions", mentions))),
        maybe((!column.quotes.is_empty()).then(|| div("column__quotes", quotes(story, &column.quotes)))),
    ]);
    el("div")
        .class(["column ", hue(column.source)].concat())
        .child(
            el("h4")
                .class("column__head")
                .child(el("span").attr("aria-hidden", "true").child(badge(&story.dataset, column.source)))
                .child(unseen(strings::source_name(&source.label, source.title.as_str()))),
        )
        .child(children)
}

/// One report. Where the filters speak of reports and don't find it, it stays for comparison, set back.
pub(in crate::components) fn mention(story: &Story, event: EventIdx, index: MentionIdx) -> Node {
    let state = use_state();
    let dataset = &story.dataset;
    let mention = &dataset.mentions[index];
    let language = &dataset.sources[mention.source].language;
    let outside = memo(move || is_outside(state, Level::Mention, |matches| matches.has_mention(index)));
    let mut children = vec![outside_label(outside)];
    children.extend(mention.fragments().map(|fragment| p("mention__fragment", verbatim(fragment, language))));
    children.push(own(&mention.paraphrase, &dataset.about.language));
    children.push(mention_facts(story, event, index));
    el("div").class("mention").toggle("outside", move || outside.get()).child(children)
}

/// What the source makes of a report: what has become of the event, when, if not on its own date, and from whom it knows.
pub(in crate::components) fn mention_facts(story: &Story, event: EventIdx, index: MentionIdx) -> Node {
    let mention = &story.dataset.mentions[index];
    let event_when = story.dataset.events[event].when.as_ref();
    let other_date = mention.when.as_ref().filter(|when| Some(*when) != event_when);
    let mut facts = vec![strings::status(mention.status).to_owned()];
    facts.extend(other_date.map(|when| strings::dated(&dates::words(when))));
    facts.push(strings::basis(mention.basis, &names(story, &mention.via)));
    p("mention__facts", facts.join(" · "))
}

/// Quotes of one source. Those that the filters don't find, where they speak of quotes, are folded behind a line that
/// says how many they are; unless it is one of them that the address points to.
pub(in crate::components) fn quotes(story: &Story, quotes: &[QuoteIdx]) -> Vec<Node> {
    let state = use_state();
    let unfolded = RwSignal::new(false);
    let mut items: Vec<Node> = quotes.iter().map(|&index| foldable(story, state, index, unfolded)).collect();
    let all = quotes.to_vec();
    let folded = move || {
        all.iter().filter(|&&index| is_outside(state, Level::Quote, |matches| matches.has_quote(index))).count()
    };
    let idle = folded.clone();
    let more = live(move || strings::timeline::more_quotes_outside(folded()));
    items.push(
        el("button")
            .class("link-button outside__more")
            .attr("type", "button")
            .hidden(move || idle() == 0)
            .live("aria-expanded", move || unfolded.get().to_string())
            .on("click", move |_: Event| unfolded.update(|unfolded| *unfolded = !*unfolded))
            .child(more),
    );
    items
}

fn foldable(story: &Story, state: State, index: QuoteIdx, unfolded: RwSignal<bool>) -> Node {
    let id = story.dataset.quotes.id(index).to_owned();
    let outside = memo(move || is_outside(state, Level::Quote, |matches| matches.has_quote(index)));
    let children = row([outside_label(outside), quote(story, index)]);
    el("div")
        .class("column__quote")
        .toggle("outside", move || outside.get())
        .hidden(move || outside.get() && !unfolded.get() && state.target() != id)
        .child(children)
}

/// The names of actors, in a row.
pub(in crate::components) fn names(story: &Story, actors: &[ActorIdx]) -> String {
    let names: Vec<&str> = actors.iter().map(|&actor| story.dataset.actors[actor].name.as_str()).collect();
    names.join(", ")
}
