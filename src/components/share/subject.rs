//! What is shared: the view, or one thing of it.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{DiscrepancyIdx, EventIdx, QuoteIdx};
use sidebyline_query::{Page, View};

use crate::load::is_of_data;

/// What is shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// All that the page shows.
    View,
    /// One event.
    Event(EventIdx),
    /// One quote.
    Quote(QuoteIdx),
    /// One difference.
    Difference(DiscrepancyIdx),
}

impl Subject {
    /// What is called `id`; the view, if nothing is.
    pub fn of(dataset: &Dataset, id: &str) -> Self {
        if !is_of_data(id) {
            return Self::View;
        }
        let event = || dataset.events.find(id).map(Self::Event);
        let quote = || dataset.quotes.find(id).map(Self::Quote);
        let difference = || dataset.discrepancies.find(id).map(Self::Difference);
        event().or_else(quote).or_else(difference).unwrap_or(Self::View)
    }

    /// Its id, and the page on which it stands by itself; none for the view.
    pub fn place(self, dataset: &Dataset) -> Option<(&str, Page)> {
        match self {
            Self::View => None,
            Self::Event(event) => Some((&dataset.events[event].id, Page::Timeline)),
            Self::Quote(quote) => Some((dataset.quotes.id(quote), Page::Quotes)),
            Self::Difference(difference) => Some((&dataset.discrepancies[difference].id, Page::Discrepancies)),
        }
    }

    /// The view of `view` that shows it, on a page of its own and without filters if it is one thing.
    pub fn view(self, dataset: &Dataset, view: &View) -> View {
        self.place(dataset).map_or_else(|| view.clone(), |(_, page)| view.bare(page)).standalone()
    }

    /// What follows the query in its address: nothing, or `#` and its id.
    pub fn hash(self, dataset: &Dataset) -> String {
        self.place(dataset).map(|(id, _)| ["#", id].concat()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{harbour, view};

    #[track_caller]
    fn check(id: &str, at: &str, query: &str, hash: &str) {
        let dataset = &harbour().dataset;
        let subject = Subject::of(dataset, id);
        assert_eq!((subject.view(dataset, &view(at)).to_string(), subject.hash(dataset)), (query.into(), hash.into()));
    }

    #[test]
    fn one_thing_is_shared_without_the_filters_and_a_view_with_them() {
        check("vote", "view=compare&source=a,d", "", "#vote");
        check("letter-status", "q=jib&data=harbour", "view=discrepancies&data=harbour", "#letter-status");
        check("c-lind-steam", "embed=1&theme=dark", "view=quotes", "#c-lind-steam");
        check("", "view=compare&source=a,d&embed=1&theme=dark", "view=compare&source=a,d", "");
        check("nothing-of-the-kind", "q=jib", "q=jib", "");
    }
}
