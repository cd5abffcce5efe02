//! The quotes that are found, in the order of time.
//!
//! What is found can be asked for each quote, but not listed in this order by the query crate. So the order of all
//! quotes, which is the same whatever is selected, is worked out once; [`InTime::found`] has one caller.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::QuoteIdx;
use sidebyline_query::Matches;
use sidebyline_query::timeline::said;

/// All quotes: earlier ones first, of those the ones that end earlier, those of no known date last. Where the dates
/// don't decide, the dataset's order does.
pub struct InTime(Vec<QuoteIdx>);

impl InTime {
    /// The quotes of `dataset`.
    pub fn new(dataset: &Dataset) -> Self {
        let mut quotes: Vec<QuoteIdx> = dataset.quotes.indices().collect();
        quotes.sort_by_cached_key(|&quote| (dates(dataset, quote), quote));
        Self(quotes)
    }

    /// Those that are found.
    pub fn found<'a>(&'a self, matches: &'a Matches) -> impl Iterator<Item = QuoteIdx> + 'a {
        self.0.iter().copied().filter(|&quote| matches.has_quote(quote))
    }
}

/// The first and the last second at which a quote may have been said.
fn dates(dataset: &Dataset, quote: QuoteIdx) -> (i64, i64) {
    let Some(when) = said(dataset, quote) else { return (i64::MAX, i64::MAX) };
    let latest = when.latest().unwrap_or(i64::MAX);
    (when.earliest().unwrap_or(latest), latest) // what has no known start stands before its end
}
