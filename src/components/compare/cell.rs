//! What one source has on an event: its own words first, then ours, then whom it quotes in ours.

use leptos::prelude::*;
use sidebyline_compare::Column;
use sidebyline_dataset::model::{Content, EventIdx, MentionIdx, QuoteIdx};

use crate::components::compare::some;
use crate::components::event::mention_facts;
use crate::components::parts::{p, row};
use crate::components::quote::quote;
use crate::components::words::{own, verbatim};
use crate::load::Story;
use crate::node::{Node, el};
use crate::state::{State, memo};
use crate::strings;

/// How many indirect quotes stand open. If there are more, all but the first are folded.
const OPEN: usize = 2;

/// What `column` has on `event`.
pub fn cell(story: &Story, state: State, event: EventIdx, column: &Column) -> Node {
    let dataset = &story.dataset;
    let language = &dataset.sources[column.source].language;
    let fragments = column.mentions.iter().flat_map(|&mention| dataset.mentions[mention].fragments());
    let fragments: Vec<Node> = fragments.map(|fragment| p("mention__fragment", verbatim(fragment, language))).collect();
    let is_indirect = |quote: &QuoteIdx| matches!(dataset.quotes[*quote].content, Content::Indirect(_));
    let (mut indirect, verbatim): (Vec<QuoteIdx>, Vec<QuoteIdx>) =
        column.quotes.iter().partition(|quote| is_indirect(quote));
    let further = if indirect.len() > OPEN { indirect.split_off(1) } else { Vec::new() };
    let quotes = |quotes: &[QuoteIdx]| quotes.iter().map(|&index| quote(story, index)).collect::<Vec<Node>>();
    let reports = column.mentions.iter().map(|&index| report(story, event, index)).collect();
    let mut children = row([
        some("cell__part", fragments),
        some("cell__part", quotes(&verbatim)),
        some("cell__part", reports),
        some("cell__part", quotes(&indirect)),
    ]);
    if !further.is_empty() {
        let (summary, quotes) = (strings::compare::more_quotes(further.len()), quotes(&further));
        // What is searched for isn't hidden from who searches.
        let sought = memo(move || {
            state.answer(|answer| {
                let found = |&quote: &QuoteIdx| answer.matches.has_quote(quote);
                !answer.selection.query.is_empty() && further.iter().any(found)
            })
        });
        let folded = el("details")
            .class("cell__more")
            .prop("open", move || sought.get())
            .child(el("summary").child(summary))
            .child(quotes);
        children.push(folded);
    }
    children.into()
}

/// The id of a mention's place in the page.
pub fn place(story: &Story, mention: MentionIdx) -> String {
    ["_in-", story.dataset.mentions.id(mention)].concat()
}

/// A report in our words, with what the source makes of it.
fn report(story: &Story, event: EventIdx, index: MentionIdx) -> Node {
    let dataset = &story.dataset;
    let mention = &dataset.mentions[index];
    let children = row([own(&mention.paraphrase, &dataset.about.language), mention_facts(story, event, index)]);
    el("div").class("mention").attr("id", place(story, index)).attr("tabindex", "-1").child(children)
}
