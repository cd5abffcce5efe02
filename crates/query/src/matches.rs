//! What a selection finds, and how much each facet value would.
//!
//! The rules, level by level:
//!
//! - Inside a facet, one of the included values has to hold and none of the excluded ones; across facets, all have to.
//! - Who reports an event is asked as [`SourceMode`] says. A source reports it that has a mention or a quote of it.
//! - The facets of one level have to hold of one and the same mention, quote or discrepancy. Where a value is included,
//!   that one has to be of a chosen source too. Then the event is found.
//! - Where a level only excludes, an event is found that has something left, from whomever, or has nothing of that level:
//!   nothing in it speaks against it.
//! - A range of days finds what may have happened in them, and what has no known date.
//! - A text finds an event in which all words occur, wherever they stand.
//!
//! So a further filter never adds an event. Mentions, quotes and discrepancies are found if they belong to an event that
//! is, fulfil their own level, are of a chosen source, and contain the text themselves. *Of a chosen source* is what one
//! of the chosen sources has, and none of the excluded ones; in the mode *none*, what none of the chosen ones has.
//!
//! Each filter that is in force becomes a set of rows of its level, and what all but one of them leave is worked out by
//! taking the others together again, since they are few. So an answer costs some passes over sets of bits (a 64th of the
//! rows each), and a step for each row that is counted and each of its values, once a facet; facets in which nothing is
//! chosen share what they count. Values as such cost nothing. Where nothing is filtered, the counts are taken once.

mod containing;
mod matcher;
mod sources;

use std::sync::Arc;

use sidebyline_dataset::model::{DiscrepancyIdx, EventIdx, MentionIdx, QuoteIdx};
use sidebyline_dataset::table::Idx;
use sidebyline_rows::Bits;

use crate::facet::{Facet, Level};
use crate::index::order::Orders;
use crate::index::{Counts, Index};
use crate::selection::Selection;
use crate::view::{Filter, Unit};
pub(crate) use containing::containing_words;
use matcher::Matcher;

/// What a selection finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matches {
    /// Of each level.
    found: Vec<Bits>,
    /// The events that need not be within the range of days.
    unsure: Bits,
    counts: Counts,
    without: Vec<(Filter, usize)>,
    orders: Arc<Orders>,
}

impl Matches {
    /// Whether an event is found.
    pub fn has_event(&self, event: EventIdx) -> bool {
        self.has(Level::Event, event.position())
    }

    /// Whether a mention is found.
    pub fn has_mention(&self, mention: MentionIdx) -> bool {
        self.has(Level::Mention, mention.position())
    }

    /// Whether a quote is found.
    pub fn has_quote(&self, quote: QuoteIdx) -> bool {
        self.has(Level::Quote, quote.position())
    }

    /// Whether a discrepancy is found.
    pub fn has_discrepancy(&self, discrepancy: DiscrepancyIdx) -> bool {
        self.has(Level::Discrepancy, discrepancy.position())
    }

    /// The quotes that are found, in the order of time: by the quote's own date, or else its event's; what isn't known
    /// comes last, and where the dates don't decide, the dataset's order does. The first few cost no more than the way
    /// to them.
    pub fn quotes(&self) -> impl Iterator<Item = QuoteIdx> {
        self.orders.quotes_at(self.quote_rows())
    }

    /// How many of the quotes that are found belong to no event.
    pub fn loose(&self) -> usize {
        self.loose_rows().count()
    }

    /// The rows of those; they stand in the order of time.
    pub(crate) fn loose_rows(&self) -> Bits {
        let found = &self.found[Level::Quote as usize];
        Bits::common(found.limit(), &[found, &self.orders.loose])
    }

    /// How many of `quotes`, of which each is there once, are found.
    pub fn number_of(&self, quotes: &[QuoteIdx]) -> usize {
        if self.found[Level::Quote as usize].is_all() {
            return quotes.len();
        }
        quotes.iter().filter(|&&quote| self.has_quote(quote)).count()
    }

    /// The rows of these quotes.
    pub(crate) fn quote_rows(&self) -> impl Iterator<Item = usize> {
        self.orders.in_time(&self.found[Level::Quote as usize])
    }

    /// The row of a quote.
    pub(crate) fn row_of(&self, quote: QuoteIdx) -> usize {
        self.orders.levels[Level::Quote as usize].row(quote.position())
    }

    /// Where the quote of a row stands in the dataset.
    pub(crate) fn quote_at(&self, row: usize) -> usize {
        self.orders.levels[Level::Quote as usize].position(row)
    }

    /// Whether an event that is found may as well have happened outside the range of days.
    pub fn is_unsure(&self, event: EventIdx) -> bool {
        self.unsure.contains(self.orders.levels[Level::Event as usize].row(event.position()))
    }

    /// How many are found.
    pub fn total(&self, unit: Unit) -> usize {
        self.found[level_of(unit) as usize].count()
    }

    /// For each value of a facet, in the order of [`Index::values`]: how many there would be, in the unit that is counted,
    /// if it alone were chosen in this facet and all other filters stayed as they are. A source that is chosen alone
    /// has to report, whatever the mode is now.
    pub fn counts(&self, facet: Facet) -> &[usize] {
        &self.counts[facet as usize]
    }

    /// For each filter that is in force: how many there would be without it, in the unit of the view.
    pub fn without_each(&self) -> &[(Filter, usize)] {
        &self.without
    }

    fn has(&self, level: Level, position: usize) -> bool {
        self.found[level as usize].contains(self.orders.levels[level as usize].row(position))
    }
}

impl Index {
    /// What `selection` finds, with the counts of all facets, and how many there would be without each filter.
    pub fn matching(&self, selection: &Selection) -> Matches {
        self.answer(selection, &Facet::ALL, true)
    }

    /// What `selection` finds, with the counts of these facets: who asks for few pays for few. The others may have none, and
    /// nothing is told of what there would be [without each filter](Matches::without_each).
    pub fn counting(&self, selection: &Selection, facets: &[Facet]) -> Matches {
        self.answer(selection, facets, false)
    }

    fn answer(&self, selection: &Selection, facets: &[Facet], each: bool) -> Matches {
        let matcher = Matcher::new(self, selection, each);
        let found = matcher.all_found();
        let (counts, without) = match self.unfiltered.get(selection.view.counted() as usize) {
            Some(known) if selection.view.filters().is_empty() => {
                (known.get_or_init(|| matcher.counts(&found, &Facet::ALL).0).clone(), Vec::new())
            }
            _ => matcher.counts(&found, facets),
        };
        let unsure = matcher.unsure(&found);
        Matches { found, unsure, counts, without, orders: self.orders.clone() }
    }

    /// The events that `selection` finds.
    pub(crate) fn events(&self, selection: &Selection) -> Bits {
        Matcher::new(self, selection, true).all_found().swap_remove(Level::Event as usize)
    }
}

/// The level of what is counted.
fn level_of(unit: Unit) -> Level {
    match unit {
        Unit::Events => Level::Event,
        Unit::Mentions => Level::Mention,
        Unit::Quotes => Level::Quote,
    }
}

#[cfg(test)]
mod tests;
