//! What a source alone reports, and what it has nothing on though all others do that could.

use sidebyline_compare::profile::{LeftOut, Only};
use sidebyline_compare::{Profile, Silence};
use sidebyline_dataset::model::{EventIdx, SourceIdx};
use sidebyline_query::{Page, View};

use super::{note, nothing, tally};
use crate::components::parts::{li, p, place_link, row, say, ul};
use crate::components::words::text;
use crate::dates;
use crate::load::Story;
use crate::node::{Node, el};
use crate::state::State;
use crate::strings;
use crate::strings::source as words;

/// The events that it alone reports, each with what the silence of the others means.
pub fn only(story: &'static Story, state: State, profile: &Profile) -> Vec<Node> {
    if profile.only.is_empty() {
        return vec![nothing(words::NOTHING_ONLY)];
    }
    let link = tally::counted(state, tally::only(story, profile.source), strings::events(profile.only.len()));
    let one = |only: &Only| entry(story, state, only.event, silences(story, &only.others));
    let entries: Vec<Node> = profile.only.iter().map(one).collect();
    row([p("profile__hint", row([link, say(words::ONLY_HINT)])), ul("outline", entries)])
}

/// The events that it leaves out.
pub fn left_out(story: &'static Story, state: State, profile: &Profile) -> Vec<Node> {
    let (some, all): (Vec<&LeftOut>, Vec<&LeftOut>) =
        profile.left_out.iter().partition(|left| !left.could_not.is_empty());
    if profile.left_out.is_empty() {
        return vec![nothing(words::NOTHING_LEFT_OUT)];
    }
    let labels = |sources: &[SourceIdx]| {
        sources.iter().map(|&source| story.dataset.sources[source].label.as_str()).collect::<Vec<_>>().join(", ")
    };
    let one = |left: &LeftOut| {
        let could_not =
            if left.could_not.is_empty() { String::new() } else { words::could_not(&labels(&left.could_not)) };
        let said = [&words::reported_by(&labels(&left.reporters)), &could_not, words::here(left.silence)].concat();
        entry(story, state, left.event, say(said))
    };
    let list = |of: &[&LeftOut]| ul("outline", of.iter().map(|left| one(left)).collect::<Vec<Node>>());
    let mut children = Vec::new();
    if !all.is_empty() {
        let count = strings::events(all.len());
        let count = match tally::left_out(story, profile.source) {
            Some(there) => tally::counted(state, there, count),
            None => say(count),
        };
        children.extend([p("profile__hint", row([count, say(words::LEFT_OUT_HINT)])), list(&all)]);
    }
    if !some.is_empty() {
        let hint = row([say(strings::events(some.len())), say(words::LEFT_OUT_BY_ABLE_HINT)]);
        children.extend([p("profile__hint", hint), list(&some)]);
    }
    children
}

/// What the silence of each means, kind by kind.
fn silences(story: &Story, others: &[(SourceIdx, Silence)]) -> Node {
    let mut kinds: Vec<(&'static str, Vec<&str>)> = Vec::new();
    for (source, silence) in others {
        let (kind, label) = (words::silence(*silence), story.dataset.sources[*source].label.as_str());
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, labels)) => labels.push(label),
            None => kinds.push((kind, vec![label])),
        }
    }
    let kinds: Vec<String> = kinds.iter().map(|(kind, labels)| [&labels.join(", "), ": ", kind].concat()).collect();
    say(kinds.join(" · "))
}

/// An event with a link to where it can be compared.
fn entry(story: &Story, state: State, event: EventIdx, about: Node) -> Node {
    let event = &story.dataset.events[event];
    let when = event.when.as_ref().map_or(strings::UNKNOWN_DATE.into(), dates::words);
    let machine = event.when.as_ref().and_then(dates::machine);
    let compare = |view: &View| view.bare(Page::Compare);
    let title = place_link(state, &event.id, compare).class("outline__link");
    li(
        "outline__entry",
        row([
            title.child(text(&event.title, &story.dataset.about.language)),
            el("span").class("outline__facts").child(row([
                el("time").attr("datetime", machine).child(when),
                say(" · "),
                note(about),
            ])),
        ]),
    )
}
