//! What a source tells, in its own order.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{EventIdx, Passage, SourceIdx};
use sidebyline_dataset::table::Idx;

use super::{Item, Step};

/// The reports and quotes of `source` in the order in which their first passages begin; at the same place a report comes
/// before a quote, and an earlier row of the dataset before a later one. What has no passage comes last.
pub fn items(dataset: &Dataset, source: SourceIdx) -> Vec<Item> {
    let mentions = dataset.mentions.iter().filter(|(_, mention)| mention.source == source);
    let quotes = dataset.quotes.iter().filter(|(_, quote)| quote.source == source);
    let mentions = mentions.map(|(index, row)| (key(&row.passages, false, index.position()), Item::Mention(index)));
    let quotes = quotes.map(|(index, row)| (key(&row.passages, true, index.position()), Item::Quote(index)));
    let mut items: Vec<(Key, Item)> = mentions.chain(quotes).collect();
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
        Item::Mention(mention) => Some(dataset.mentions[mention].event),
        Item::Quote(quote) => dataset.quotes[quote].event,
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
