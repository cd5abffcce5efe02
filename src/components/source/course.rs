//! All that a source tells, in its own order. Here the filters hold.

use sidebyline_compare::Profile;
use sidebyline_compare::profile::{Item, Step};
use sidebyline_dataset::model::{MentionIdx, QuoteIdx};
use sidebyline_query::{Matches, Page, View};

use super::nothing;
use crate::components::badge::hue;
use crate::components::event::mention_facts;
use crate::components::parts::{div, p, place_link, row, say};
use crate::components::quote::quote;
use crate::components::words::{own, text, verbatim};
use crate::dates;
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::reveal::to_the_events;
use crate::state::State;
use crate::strings;
use crate::strings::source as words;

/// The steps, and how many of them the filters leave.
pub fn course(story: &'static Story, state: State, profile: &Profile) -> Vec<Node> {
    if profile.course.is_empty() {
        return vec![nothing(words::NOTHING_TOLD)];
    }
    let steps: Vec<Node> = profile.course.iter().map(|of_one| step(story, state, of_one)).collect();
    let all: Vec<Item> = profile.course.iter().flat_map(|step| step.items.iter().copied()).collect();
    let total = all.len();
    let left = move || state.matches(|matches| all.iter().filter(|&&item| is_found(matches, item)).count());
    let count = live(move || {
        let left = left();
        let mut children = vec![say(words::told(left, total))];
        if left < total {
            let clear_all = el("button").attr("type", "button").class("link-button");
            let clear = move |_| to_the_events(|| state.choose(View::cleared));
            children.extend([say(" "), clear_all.on("click", clear).child(strings::filters::CLEAR_ALL)]);
        }
        children
    });
    let steps = el("ol").class(["course ", hue(profile.source)].concat()).child(steps);
    row([p("profile__hint", row([say(words::COURSE_HINT), say(" "), count])), steps])
}

fn is_found(matches: &Matches, item: Item) -> bool {
    match item {
        Item::Mention(mention) => matches.has_mention(mention),
        Item::Quote(quote) => matches.has_quote(quote),
    }
}

/// What it tells of one event without a break; hidden if none of it is found.
fn step(story: &'static Story, state: State, step: &Step) -> Node {
    let dataset = &story.dataset;
    let head = step.event.map(|index| {
        let event = &dataset.events[index];
        let when = event.when.as_ref().map_or(strings::UNKNOWN_DATE.into(), dates::words);
        let machine = event.when.as_ref().and_then(dates::machine);
        let there = place_link(state, &event.id, |view: &View| view.bare(Page::Compare)).class("course__link");
        let title = el("h4").class("course__title").child(there.child(text(&event.title, &dataset.about.language)));
        div("course__head", row([title, el("time").class("course__when").attr("datetime", machine).child(when)]))
    });
    let head = head.unwrap_or_else(|| div("course__head", el("h4").class("course__title").child(words::NO_EVENT)));
    let items = step.items.iter().map(|&item| {
        let node = match item {
            Item::Mention(mention) => report(story, mention),
            Item::Quote(index) => said(story, index),
        };
        node.hidden(move || !state.matches(|matches| is_found(matches, item)))
    });
    let items: Vec<Node> = items.collect();
    let all = step.items.clone();
    let none = move || state.matches(|matches| !all.iter().any(|&item| is_found(matches, item)));
    el("li").class("course__step").hidden(none).child(row([head, div("course__items", items)]))
}

fn report(story: &Story, index: MentionIdx) -> Node {
    let dataset = &story.dataset;
    let mention = &dataset.mentions[index];
    let language = &dataset.sources[mention.source].language;
    let fragments = mention.fragments().map(|fragment| p("mention__fragment", verbatim(fragment, language)));
    let mut children: Vec<Node> = fragments.collect();
    children.push(own(&mention.paraphrase, &dataset.about.language));
    children.push(mention_facts(story, mention.event, index));
    el("div").class("mention").attr("id", ["_in-", &mention.id].concat()).attr("tabindex", "-1").child(children)
}

fn said(story: &Story, index: QuoteIdx) -> Node {
    el("div").class("course__quote").child(quote(story, index))
}
