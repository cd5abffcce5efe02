//! What can be put side by side word by word: quotes, and the fragments of mentions; and the words that they have.
//!
//! Only [`Verbatim`] gets in here: a paraphrase is of another type, and nothing makes words of it.

use std::ops::Range;

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{ActorIdx, Content, Event, MentionIdx, QuoteIdx, Run, SourceIdx, Verbatim};

use crate::row::{Cell, Row};

/// A quote or a mention that is compared with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// A quote: the words that somebody is said to have said.
    Quote(QuoteIdx),
    /// A mention: the fragments of its report that are stored verbatim.
    Mention(MentionIdx),
}

impl Item {
    /// The id of its row.
    pub fn id(self, dataset: &Dataset) -> &str {
        match self {
            Self::Quote(quote) => dataset.quotes.id(quote),
            Self::Mention(mention) => dataset.mentions.id(mention),
        }
    }

    /// The source in which it stands.
    pub fn source(self, dataset: &Dataset) -> SourceIdx {
        match self {
            Self::Quote(quote) => dataset.quotes.head(quote).source,
            Self::Mention(mention) => dataset.mentions.head(mention).source,
        }
    }

    /// To whom its words are attributed; a mention's are its source's own.
    pub fn speakers(self, dataset: &Dataset) -> &[ActorIdx] {
        match self {
            Self::Quote(quote) => &dataset.quotes[quote].speakers,
            Self::Mention(_) => &[],
        }
    }

    /// The event that it is about, if it is about one.
    pub fn event(self, dataset: &Dataset) -> Option<&Event> {
        match self {
            Self::Quote(quote) => dataset.quotes.head(quote).event.map(|event| &dataset.events[event]),
            Self::Mention(mention) => Some(&dataset.events[dataset.mentions.head(mention).event]),
        }
    }

    /// Its verbatim words, if it has any.
    pub fn words(self, dataset: &Dataset) -> Option<Words<'_>> {
        match self {
            Self::Quote(quote) => match &dataset.quotes[quote].content {
                Content::Direct(parts) => Words::new(parts.iter().collect(), Form::Whole),
                Content::Mixed(runs) => {
                    let quoted = runs.iter().filter_map(|run| match run {
                        Run::Quoted(words) => Some(words),
                        Run::Own(_) => None,
                    });
                    Words::new(quoted.collect(), Form::Fragments)
                }
                Content::Indirect(_) => None,
            },
            Self::Mention(mention) => Words::new(dataset.mentions[mention].fragments().collect(), Form::Fragments),
        }
    }
}

/// How the parts of some words hang together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The parts follow each other without a gap: a direct quote, parted by its attribution at most.
    Whole,
    /// Between the parts stand other words, which are not quoted: nothing is said of what is missing there.
    Fragments,
}

/// The most parts of one item that are compared.
pub const PARTS: usize = 100;

/// The verbatim words of one item: at least one part in which something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words<'a> {
    parts: Vec<&'a Verbatim>,
    form: Form,
}

impl<'a> Words<'a> {
    /// The words of `parts`, in their order; none if nothing but white space stands in them. Of more than [`PARTS`] that
    /// aren't empty, the others are left out: no person's quote has as many.
    pub fn new(mut parts: Vec<&'a Verbatim>, form: Form) -> Option<Self> {
        parts.retain(|part| !part.0.trim().is_empty());
        parts.truncate(PARTS);
        (!parts.is_empty()).then_some(Self { parts, form })
    }

    /// The parts.
    pub fn parts(&self) -> &[&'a Verbatim] {
        &self.parts
    }

    /// What stands at some code points of a part; as much of it as there is.
    pub fn text(&self, part: usize, span: &Range<u32>) -> &'a str {
        let Some(Verbatim(text)) = self.parts.get(part).copied() else { return "" };
        let byte = |at: u32| text.char_indices().nth(at as usize).map_or(text.len(), |(byte, _)| byte);
        text.get(byte(span.start)..byte(span.end)).unwrap_or_default()
    }

    /// How they hang together.
    pub fn form(&self) -> Form {
        self.form
    }
}

/// What was wrong with an id that should name an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Neither quote nor mention has this id.
    Unknown(String),
    /// There is such an item, and no verbatim words are stored of it: there is nothing to compare word by word.
    NoWords(Item),
}

/// The items that `ids` name, each once and in their order, and what is wrong with the others. An id may be an old one.
///
/// An item without verbatim words is among the items, so that it can be shown, and among what is missing.
pub fn items<'a>(dataset: &Dataset, ids: impl IntoIterator<Item = &'a str>) -> (Vec<Item>, Vec<Missing>) {
    let mut found = Vec::new();
    let mut missing = Vec::new();
    for id in ids {
        let Some(item) = find(dataset, id) else {
            missing.push(Missing::Unknown(id.to_owned()));
            continue;
        };
        if found.contains(&item) {
            continue;
        }
        if item.words(dataset).is_none() {
            missing.push(Missing::NoWords(item));
        }
        found.push(item);
    }
    (found, missing)
}

/// The item called `id`, or what it was renamed to; a quote before a mention.
fn find(dataset: &Dataset, id: &str) -> Option<Item> {
    let named = |id: &str| {
        let quote = dataset.quotes.find(id).map(Item::Quote);
        quote.or_else(|| dataset.mentions.find(id).map(Item::Mention))
    };
    let mut id = id;
    // Names may have changed more than once; ones that lead round in a circle lead nowhere.
    for _ in 0..=dataset.renamed.old().len() {
        if let Some(item) = named(id) {
            return Some(item);
        }
        id = dataset.renamed.get(id)?;
    }
    None
}

/// What of a row can be compared word by word: the fragments of its reports if two sources or more have some, else its
/// quotes if two sources or more have any with verbatim words, else nothing. At most `most`.
pub fn wordings(dataset: &Dataset, row: &Row, most: usize) -> Vec<Item> {
    let columns = || {
        row.cells.iter().filter_map(|cell| match cell {
            Cell::Reported(column) => Some(column),
            Cell::Silent(_) => None,
        })
    };
    let mentions = columns().flat_map(|column| &column.mentions).map(|&mention| Item::Mention(mention)).collect();
    let quotes = columns().flat_map(|column| &column.quotes).map(|&quote| Item::Quote(quote)).collect();
    for mut items in [mentions, quotes] {
        let items: &mut Vec<Item> = &mut items;
        items.retain(|item| item.words(dataset).is_some());
        items.truncate(most);
        if items.iter().any(|item| item.source(dataset) != items[0].source(dataset)) {
            return std::mem::take(items);
        }
    }
    Vec::new()
}
