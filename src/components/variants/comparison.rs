//! How some wordings differ: one line or a table, and each difference as a sentence.

use std::rc::Rc;

use sidebyline_compare::variant::difference::Difference;
use sidebyline_compare::{Comparison, Group, Item, Words, compare};
use sidebyline_dataset::model::{SourceIdx, Verbatim};

use crate::components::badge::badge;
use crate::components::parts::{li, maybe, p, row, say, ul};
use crate::components::variants::{group, line, sentence, table};
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::state::State;
use crate::strings::variants as strings;
use crate::strings::{QUOTE_CLOSE, QUOTE_OPEN};
use sidebyline_words::language::direction;

/// A comparison, and the words that it speaks of.
pub struct Wording {
    pub story: &'static Story,
    pub comparison: Comparison,
    /// The words of each witness.
    pub words: Vec<Words<'static>>,
    /// What each witness is called: its source's letter, with a number where there are several of one source.
    pub labels: Vec<String>,
}

impl Wording {
    /// Compares the quotes of `group`.
    pub fn of(story: &'static Story, group: &Group) -> Self {
        Self::new(story, &group.quotes.iter().map(|&quote| Item::Quote(quote)).collect::<Vec<Item>>())
    }

    /// Compares `items`.
    pub fn new(story: &'static Story, items: &[Item]) -> Self {
        let comparison = compare(&story.dataset, items);
        let words = comparison.items.iter().filter_map(|item| item.words(&story.dataset)).collect();
        let sources: Vec<SourceIdx> = comparison.items.iter().map(|item| item.source(&story.dataset)).collect();
        let mut labels = Vec::with_capacity(sources.len());
        for (at, source) in sources.iter().enumerate() {
            let label = &story.dataset.sources[*source].label;
            let same = |sources: &[SourceIdx]| sources.iter().filter(|other| *other == source).count();
            let number = (same(&sources) > 1).then(|| (same(&sources[..at]) + 1).to_string());
            labels.push([label.as_str(), number.as_deref().unwrap_or_default()].concat());
        }
        Self { story, comparison, words, labels }
    }

    /// What these witnesses are called.
    pub fn names(&self, witnesses: &[usize]) -> Vec<&str> {
        witnesses.iter().filter_map(|&witness| self.labels.get(witness)).map(String::as_str).collect()
    }

    /// The words of a reading: a stretch of text in the language of its source.
    pub fn text(&self, witness: usize, words: &[(usize, std::ops::Range<u32>)]) -> Node {
        let Some((item, said)) = self.comparison.items.get(witness).zip(self.words.get(witness)) else {
            return ().into();
        };
        let language = &self.story.dataset.sources[item.source(&self.story.dataset)].language;
        let parts: Vec<&str> = words.iter().map(|(part, span)| said.text(*part, span)).collect();
        let text = el("span").attr("lang", language.clone()).attr("dir", direction(language));
        el("span").class("verbatim").child(text.child(parts.join(strings::UNQUOTED)))
    }
}

/// The comparison in the form that the view asks for.
pub fn comparison(state: State, wording: Rc<Wording>) -> Node {
    let story = wording.story;
    let paraphrases: Vec<Node> =
        wording.comparison.wordless.iter().filter_map(|&item| group::paraphrase(story, item)).collect();
    let words = live(move || {
        let (as_table, close) = state.view(|view| (view.table, view.all_marks));
        words(&wording, as_table, close)
    });
    row([words, maybe((!paraphrases.is_empty()).then(|| ul("paraphrases", paraphrases)))]).into()
}

fn words(wording: &Wording, as_table: bool, close: bool) -> Vec<Node> {
    let comparison = &wording.comparison;
    let count = comparison.items.len();
    if count == 0 {
        return Vec::new();
    }
    if count == 1 {
        return vec![line::line(wording, close)];
    }
    let is_one = comparison.reads_as_one();
    let mut children = vec![match (as_table, is_one) {
        (true, _) => table::table(wording, close),
        (_, true) => line::line(wording, close),
        _ => apart(wording),
    }];
    if !is_one {
        children.push(p("variant__hint", strings::NOTHING_COMMON));
    }
    let shortest = (0..count).map(|witness| comparison.alignment.words(witness)).min().unwrap_or(0);
    children.push(p("variant__shared", strings::shared(comparison.shared, shortest, count)));
    // Of wordings that are no line, what differs word by word is all of them.
    let is_told = |difference: &&Difference| {
        (close || !difference.kind.is_trivial()) && (is_one || as_table || difference.segments.is_empty())
    };
    let told: Vec<Node> =
        comparison.differences.iter().filter(is_told).map(|one| sentence::sentence(wording, one)).collect();
    if !told.is_empty() {
        children.push(ul("wordings", told).attr("aria-label", strings::DIFFERENCES));
    } else if is_one {
        children.push(p("variant__hint", strings::NO_DIFFERENCE));
    }
    children
}

/// The words of each by themselves.
fn apart(wording: &Wording) -> Node {
    let dataset = &wording.story.dataset;
    let one = |(witness, item): (usize, &Item)| {
        let parts = wording.words[witness].parts().iter().enumerate();
        let whole = |(part, words): (usize, &&Verbatim)| (part, 0..words.0.chars().count() as u32);
        let text = wording.text(witness, &parts.map(whole).collect::<Vec<_>>());
        let words = row([say(QUOTE_OPEN), text, say(QUOTE_CLOSE)]);
        li("paraphrase", row([badge(dataset, item.source(dataset)), p("apart", words)]))
    };
    ul("paraphrases", wording.comparison.items.iter().enumerate().map(one).collect::<Vec<Node>>())
}
