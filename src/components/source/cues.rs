//! With which words a source introduces quotes, beside the words of the others.

use sidebyline_compare::profile::{CueRow, Cues};
use sidebyline_dataset::model::SourceIdx;
use sidebyline_query::fold::token;

use super::{nothing, tally};
use crate::components::badge::badge;
use crate::components::parts::{div, for_the_eye, p, row, say, span, unseen};
use crate::intl::number;
use crate::load::Story;
use crate::node::{Node, el};
use crate::state::State;
use crate::strings;
use crate::strings::source as words;

/// The longest reporting word that the address can hold, in characters.
const LONGEST: usize = 64;

/// The table of reporting words: those of the source, and folded those that only others use.
pub fn cues(story: &'static Story, state: State, source: SourceIdx) -> Vec<Node> {
    let cues = sidebyline_compare::profile::cues(&story.dataset, &|cue| token(cue, LONGEST));
    let (used, others) = (cues.used_by(source), cues.only_others(source));
    if used.is_empty() {
        return vec![nothing(words::NO_CUES)];
    }
    // Its own column stands first.
    let mut order = vec![source];
    order.extend(story.dataset.sources.indices().filter(|&other| other != source));
    let mut children =
        row([p("profile__hint", words::CUES_HINT), table(story, state, &cues, &order, &used, words::CUES)]);
    if !others.is_empty() {
        let summary = el("summary").class("profile__summary").child(words::only_others(others.len()));
        let table = table(story, state, &cues, &order, &others, words::CUES_OF_OTHERS);
        children.push(el("details").class("profile__fold").child(row([summary, table])));
    }
    children
}

fn table(
    story: &'static Story,
    state: State,
    cues: &Cues,
    order: &[SourceIdx],
    rows: &[&CueRow],
    title: &'static str,
) -> Node {
    let dataset = &story.dataset;
    let mut heads = vec![el("th").attr("scope", "col").child(words::CUE)];
    for &source in order {
        let name = row([
            for_the_eye(badge(dataset, source)),
            unseen(strings::compare::article(&dataset.sources[source].label)),
        ]);
        let all = span("cue-table__all", words::of_quotes(cues.quotes(source)));
        heads.push(el("th").attr("scope", "col").child(name).child(all));
    }
    let line = |cue: &&CueRow| {
        let quote = &dataset.quotes[cue.first];
        let language = &dataset.sources[quote.source].language;
        let word = el("span").class("quote__cue").attr("lang", language).child(quote.cue.clone());
        let mut cells = vec![el("th").attr("scope", "row").child(word)];
        cells.extend(order.iter().map(|&source| cell(story, state, cues, cue, source)));
        el("tr").child(cells)
    };
    let lines: Vec<Node> = rows.iter().map(line).collect();
    let table = el("table").class("cue-table").child(row([
        el("caption").class("visually-hidden").child(title),
        el("thead").child(el("tr").child(heads)),
        el("tbody").child(lines),
    ]));
    // Where it is wider than the page it scrolls; the links in it take the keyboard along.
    div("cue-place", table)
}

/// How many quotes of `source` have the word: a link to them, with the share of all its quotes.
fn cell(story: &'static Story, state: State, cues: &Cues, cue: &CueRow, source: SourceIdx) -> Node {
    let count = cue.of(source);
    if count == 0 {
        return el("td").class("cue-table__none").child(row([for_the_eye("–"), unseen(words::NONE)]));
    }
    let word = token(&story.dataset.quotes[cue.first].cue, LONGEST);
    let link = tally::counted(state, tally::cue(story, source, word), number(count));
    el("td").child(row([link, say(" "), span("cue-table__share", words::percent(count, cues.quotes(source)))]))
}
