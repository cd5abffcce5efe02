//! What a view asks of a dataset, and what it finds.
//!
//! A [`View`] is all that the address says. [`Selection::of`] resolves it against a dataset and tells what the dataset
//! lacks; [`Index::matching`] finds events, mentions, quotes and counts. [`Timeline`] puts everything in its order
//! in time, whatever is selected; [`Histogram`] counts reports by day.
//!
//! ```
//! use sidebyline_query::{Facet, Sign, View};
//! let (view, warnings) = View::parse("?topic=-nato,crimea&q=truce");
//! assert!(warnings.is_empty());
//! assert_eq!(view.to_string(), "topic=crimea,-nato&q=truce");
//! assert_eq!(view.with_text("").with(Facet::Topic, "nato", Sign::Off).to_string(), "topic=crimea");
//! ```
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`view`] | the view and its form in the address, exact inverses of each other |
//! | [`facet`] | the facets, and of what each speaks |
//! | [`selection`] | the view, resolved against a dataset |
//! | [`index`] | what is looked up, built once a dataset |
//! | [`matches`](mod@matches) | what a selection finds, and the counts |
//! | [`search`] | what a person looks for, and where it occurs |
//! | [`timeline`] | days, background, voices: the order in which things are shown |
//! | [`histogram`] | reports by day and source |
//! | [`part`] | lists that are too long to be shown as a whole |
//! | [`fold`] | what counts as the same word: without case and diacritics |
//!
//! Nothing here does I/O, knows a user interface or the words of one, or panics on any dataset or address.

pub mod facet;
pub mod fold;
pub mod histogram;
pub mod index;
pub mod matches;
pub mod part;
mod percent;
mod ranked;
pub mod search;
pub mod selection;
#[cfg(test)]
mod testing;
pub mod timeline;
pub mod view;

/// Seconds in a day.
const DAY: i64 = 86_400;

pub use facet::{Facet, Name};
pub use histogram::Histogram;
pub use index::Index;
pub use matches::Matches;
pub use part::Part;
pub use search::Query;
pub use selection::Selection;
pub use timeline::Timeline;
pub use view::{Data, DataKind, Filter, Order, Page, Rows, Sign, SourceMode, Stand, Theme, Unit, View, Warning};
