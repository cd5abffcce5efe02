//! What one source has on an event: its own words first, then ours, then whom it quotes.

use leptos::ev::Event;
use leptos::prelude::*;
use sidebyline_compare::Column;
use sidebyline_dataset::model::{ActorIdx, EventIdx, MentionIdx, QuoteIdx};
use sidebyline_query::facet::Level;

use super::outside::{is_outside, outside_label};
use crate::components::badge::{badge, hue};
use crate::components::live::{changing, live};
use crate::components::parts::{div, maybe, p, row, unseen};
use crate::components::quote::quote;
use crate::components::words::{own, verbatim};
use crate::dates;
use crate::load::Story;
use crate::state::{State, use_state};
use crate::strings;

/// The column of one source.
pub fn column(story: &Story, event: EventIdx, column: &Column) -> AnyView {
    let source = &story.dataset.sources[column.source];
    let mentions: Vec<AnyView> = column.mentions.iter().map(|&index| mention(story, event, index)).collect();
    let children = row([
        maybe((!mentions.is_empty()).then(|| div("column__mentions", mentions))),
        maybe((!column.quotes.is_empty()).then(|| div("column__quotes", quotes(story, &column.quotes)))),
    ]);
    view! {
        <div class=["column ", hue(column.source)].concat()>
            <h4 class="column__head">
                <span aria-hidden="true">{badge(&story.dataset, column.source)}</span>
                {unseen(strings::source_name(&source.label, source.title.as_str()))}
            </h4>
            {children}
        </div>
    }
    .into_any()
}

/// One report. Where the filters speak of reports and don't find it, it stays for comparison, set back.
pub(in crate::components) fn mention(story: &Story, event: EventIdx, index: MentionIdx) -> AnyView {
    let state = use_state();
    let dataset = &story.dataset;
    let mention = &dataset.mentions[index];
    let language = &dataset.sources[mention.source].language;
    let other_date = mention.when.as_ref().filter(|when| Some(*when) != dataset.events[event].when.as_ref());
    let mut facts = vec![strings::status(mention.status).to_owned()];
    facts.extend(other_date.map(|when| strings::dated(&dates::words(when))));
    facts.push(strings::basis(mention.basis, &names(story, &mention.via)));

    let outside = Memo::new(move |_| is_outside(state, Level::Mention, |matches| matches.has_mention(index)));
    let mut children = vec![outside_label(outside)];
    children.extend(mention.fragments().map(|fragment| p("mention__fragment", verbatim(fragment, language))));
    children.push(own(&mention.paraphrase, &dataset.about.language));
    children.push(p("mention__facts", facts.join(" · ")));
    live("div", "mention", children, move |mention| {
        mention.looks("outside", move || outside.get());
    })
}

/// Quotes of one source. Those that the filters don't find, where they speak of quotes, are folded behind a line that
/// says how many they are; unless it is one of them that the address points to.
pub(in crate::components) fn quotes(story: &Story, quotes: &[QuoteIdx]) -> Vec<AnyView> {
    let state = use_state();
    let unfolded = RwSignal::new(false);
    let mut items: Vec<AnyView> = quotes.iter().map(|&index| foldable(story, state, index, unfolded)).collect();
    let all = quotes.to_vec();
    let folded = Memo::new(move |_| {
        all.iter().filter(|&&index| is_outside(state, Level::Quote, |matches| matches.has_quote(index))).count()
    });
    let more = changing(move || strings::timeline::more_quotes_outside(folded.get()));
    items.push(live("button", "link-button outside__more", more, move |button| {
        button
            .has("type", "button")
            .is("hidden", move || folded.get() == 0)
            .says("aria-expanded", move || unfolded.get().to_string())
            .on("click", move |_: Event| unfolded.update(|unfolded| *unfolded = !*unfolded));
    }));
    items
}

fn foldable(story: &Story, state: State, index: QuoteIdx, unfolded: RwSignal<bool>) -> AnyView {
    let id = story.dataset.quotes[index].id.clone();
    let outside = Memo::new(move |_| is_outside(state, Level::Quote, |matches| matches.has_quote(index)));
    let children = row([outside_label(outside), quote(story, index)]);
    live("div", "column__quote", children, move |place| {
        let id = id.clone();
        place
            .looks("outside", move || outside.get())
            .is("hidden", move || outside.get() && !unfolded.get() && state.target() != id);
    })
}

/// The names of actors, in a row.
pub(in crate::components) fn names(story: &Story, actors: &[ActorIdx]) -> String {
    let names: Vec<&str> = actors.iter().map(|&actor| story.dataset.actors[actor].name.as_str()).collect();
    names.join(", ")
}
