//! What one source has on an event: its own words first, then ours, then whom it quotes.

use leptos::prelude::*;
use sidebyline_compare::Column;
use sidebyline_dataset::model::{ActorIdx, EventIdx, MentionIdx};

use crate::components::badge::{badge, hue};
use crate::components::parts::{div, maybe, p, row, unseen};
use crate::components::quote::quote;
use crate::components::words::{own, verbatim};
use crate::dates;
use crate::load::Story;
use crate::strings;

/// The column of one source.
pub fn column(story: &Story, event: EventIdx, column: &Column) -> AnyView {
    let source = &story.dataset.sources[column.source];
    let mentions: Vec<AnyView> = column.mentions.iter().map(|&index| mention(story, event, index)).collect();
    let quotes: Vec<AnyView> = column.quotes.iter().map(|&index| quote(story, index)).collect();
    let children = row([
        maybe((!mentions.is_empty()).then(|| div("column__mentions", mentions))),
        maybe((!quotes.is_empty()).then(|| div("column__quotes", quotes))),
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

fn mention(story: &Story, event: EventIdx, index: MentionIdx) -> AnyView {
    let dataset = &story.dataset;
    let mention = &dataset.mentions[index];
    let language = &dataset.sources[mention.source].language;
    let other_date = mention.when.as_ref().filter(|when| Some(*when) != dataset.events[event].when.as_ref());
    let mut facts = vec![strings::status(mention.status).to_owned()];
    facts.extend(other_date.map(|when| strings::dated(&dates::words(when))));
    facts.push(strings::basis(mention.basis, &names(story, &mention.via)));

    let fragments = mention.fragments().map(|fragment| p("mention__fragment", verbatim(fragment, language)));
    let mut children: Vec<AnyView> = fragments.collect();
    children.push(own(&mention.paraphrase, &dataset.about.language));
    children.push(p("mention__facts", facts.join(" · ")));
    div("mention", children)
}

/// The names of actors, in a row.
pub(in crate::components) fn names(story: &Story, actors: &[ActorIdx]) -> String {
    let names: Vec<&str> = actors.iter().map(|&actor| story.dataset.actors[actor].name.as_str()).collect();
    names.join(", ")
}
