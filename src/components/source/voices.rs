//! Whom a source quotes, and how much. The bars make up the whole.

use sidebyline_compare::Profile;
use sidebyline_compare::profile::Voice;
use sidebyline_dataset::model::ActorKind;

use super::{nothing, tally};
use crate::components::discrepancies::percent;
use crate::components::event::names;
use crate::components::parts::{div, for_the_eye, maybe, p, row, say, span};
use crate::intl::number;
use crate::load::Story;
use crate::node::{Node, el};
use crate::state::State;
use crate::strings;
use crate::strings::source as words;

/// The table of speakers.
pub fn voices(story: &'static Story, state: State, profile: &Profile) -> Vec<Node> {
    let all = profile.quotes();
    if all == 0 {
        return vec![nothing(words::NO_QUOTES)];
    }
    let heads = [words::SPEAKER, words::QUOTES, words::SHARE, words::VERBATIM_WORDS];
    let heads: Vec<Node> = heads.map(|head| el("th").attr("scope", "col").child(head)).into();
    let lines: Vec<Node> = profile.voices.iter().map(|voice| line(story, state, profile, voice, all)).collect();
    let total = tally::counted(state, tally::quotes(story, profile.source), strings::quotes(all));
    let table = el("table").class("voices-table").child(row([
        el("caption").class("visually-hidden").child(words::VOICES),
        el("thead").child(el("tr").child(heads)),
        el("tbody").child(lines),
    ]));
    row([p("profile__hint", row([total, say(words::VOICES_HINT)])), div("voices-place", table)])
}

fn line(story: &'static Story, state: State, profile: &Profile, voice: &Voice, all: usize) -> Node {
    let dataset = &story.dataset;
    let (count, share) = (voice.quotes.len(), voice.quotes.len() as f64 / all as f64);
    let name = match voice.speakers.as_slice() {
        [] => strings::NOBODY_NAMED.into(),
        [_] => names(story, &voice.speakers),
        _ => words::together(&names(story, &voice.speakers)),
    };
    let unnamed = voice.speakers.iter().any(|&speaker| dataset.actors[speaker].kind == ActorKind::Anonymous);
    let name = row([say(name), maybe(unnamed.then(|| span("voices-table__unnamed", words::UNNAMED)))]);
    let bar = el("span").class("share__bar").style("inline-size", move || percent(share));
    let cells = row([
        el("th").attr("scope", "row").child(name),
        el("td").child(row([counted(story, state, profile, voice), narrow(words::OF_QUOTES)])),
        el("td")
            .class("voices-table__share")
            .child(row([for_the_eye(bar).class("share"), span("share__words", words::share(count, all))])),
        el("td").child(row([say(number(voice.words)), narrow(words::OF_WORDS)])),
    ]);
    el("tr").child(cells)
}

/// What stands beside a figure where the heads of the columns have no room.
fn narrow(words: &'static str) -> Node {
    span("voices-table__narrow", words)
}

/// How many quotes: a link to just these, or, where no choice of speakers gives just these, one to each.
fn counted(story: &'static Story, state: State, profile: &Profile, voice: &Voice) -> Node {
    let count = number(voice.quotes.len());
    if let Some(there) = tally::voice(story, profile, &voice.quotes, &voice.speakers) {
        return tally::counted(state, there, count);
    }
    if let [only] = voice.quotes.as_slice() {
        return el("a").class("tally").attr("href", ["#", story.dataset.quotes.id(*only)].concat()).child(count);
    }
    let mut children = vec![say(count), say(": ")];
    for (at, &quote) in voice.quotes.iter().enumerate() {
        let href = ["#", story.dataset.quotes.id(quote)].concat();
        let words = words::quote_number(at + 1);
        children.extend([say(if at > 0 { ", " } else { "" }), el("a").class("tally").attr("href", href).child(words)]);
    }
    children.into()
}
