//! What a view asks of a dataset, and what it finds.
//!
//! A [`View`] is all that the address says. [`Selection::of`] resolves it against a dataset and tells what the dataset
//! lacks; [`Index::matching`] finds the events, the quotes and the counts. [`Timeline`] puts everything in its order
//! in time, whatever is selected.
//!
//! ```
//! use sidebyline_query::View;
//! let (view, warnings) = View::parse("?source=d,a&q=truce");
//! assert!(warnings.is_empty());
//! assert_eq!(view.to_string(), "source=a,d&q=truce");
//! assert_eq!(view.with_text("").to_string(), "source=a,d");
//! ```
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`view`] | the view and its form in the address, exact inverses of each other |
//! | [`selection`] | the view, resolved against a dataset |
//! | [`index`] | what is looked up, built once a dataset; matches and counts |
//! | [`timeline`] | days, background, columns: the order in which things are shown |
//! | [`fold`] | what counts as the same word: without case and diacritics |
//! | [`set`] | sets of indices, as bits |
//!
//! Nothing here does I/O, knows a user interface or the words of one, or panics on any dataset or address.

pub mod fold;
pub mod index;
mod percent;
pub mod selection;
pub mod set;
#[cfg(test)]
mod testing;
pub mod timeline;
pub mod view;

pub use index::{Index, Matches};
pub use selection::Selection;
pub use timeline::Timeline;
pub use view::{Filter, View, Warning};
