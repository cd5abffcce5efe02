//! What a source tells, in its own order.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{EventIdx, Passage, SourceIdx};
use sidebyline_dataset::table::Idx;

use super::{Item, Step};

/// The reports and quotes of `source` in the order in which their first passages begin; at the same place a report comes
/// before a quote, and an earlier row of the dataset before a later one. What has no passage comes last.
pub fn items(dataset: &Dataset, source: SourceIdx) -> Vec<Item> {
    let Dataset { mentions, quotes, .. } = dataset;
    let of_mentions = mentions.indices().filter(|&mention| mentions.head(mention).source == source);
    let of_quotes = quotes.indices().filter(|&quote| quotes.head(quote).source == source);
    let of_mentions =
        of_mentions.map(|index| (key(&mentions.seen(index).passages, false, index.position()), Item::Mention(index)));
    let of_quotes =
        of_quotes.map(|index| (key(&quotes.seen(index).passages, true, index.position()), Item::Quote(index)));
    let mut items: Vec<(Key, Item)> = of_mentions.chain(of_quotes).collect();
    items.sort_unstable_by_key(|(key, _)| *key);
    items.into_iter().map(|(_, item)| item).collect()
}

/// What decides the order: without a place, the place, whether it is a quote, the position in the dataset.
type Key = (bool, u32, bool, usize);

fn key(passages: &[Passage], is_quote: bool, position: usize) -> Key {
    let first = passages.iter().map(|passage| passage.span.start).min();
    (first.is_none(), first.unwrap_or_default(), is_quote, position)
}

/// The event of a report or quote.
fn event(dataset: &Dataset, item: Item) -> Option<EventIdx> {
    match item {
        Item::Mention(mention) => Some(dataset.mentions.head(mention).event),
        Item::Quote(quote) => dataset.quotes.head(quote).event,
    }
}

/// Puts together what follows each other on the same event.
pub fn steps(dataset: &Dataset, items: &[Item]) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for &item in items {
        let event = event(dataset, item);
        match steps.last_mut() {
            Some(step) if step.event == event => step.items.push(item),
            _ => steps.push(Step { event, items: vec![item] }),
        }
    }
    steps
}
