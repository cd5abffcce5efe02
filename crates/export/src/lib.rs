//! What a view finds, taken out of the page: tables, JSON, annotations, citations, plain text.
//!
//! An [`Excerpt`] is what is taken, an [`Origin`] says where it comes from; each form is a function of both, and says what
//! the view was limited to, its address, and the digest of the dataset's file.
//!
//! ```
//! use sidebyline_export::{Excerpt, Origin, Table, csv, words};
//! use sidebyline_query::{Index, Selection, Timeline, View};
//! # let json = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/harbour.json"));
//! # let (dataset, _) = sidebyline_dataset::Dataset::from_wire(sidebyline_dataset::parse(json)?);
//! let (view, _) = View::parse("q=crane&status=denied");
//! let (index, timeline) = (Index::new(&dataset), Timeline::new(&dataset));
//! let (selection, _) = Selection::of(&view, &dataset, &index);
//! let excerpt = Excerpt::of_view(&dataset, &timeline, &selection, &index.matching(&selection));
//! let origin = Origin { filter: words(&selection, &dataset), ..Origin::default() };
//! assert_eq!(origin.filter, "reported as: denied; words: “crane”");
//! assert!(csv(Table::Events, &dataset, &excerpt, &origin).starts_with("event,title,when,"));
//! # Ok::<(), sidebyline_dataset::Finding>(())
//! ```
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`excerpt`] | what a view finds |
//! | [`origin`] | where it comes from, and the permanent address of each thing in it |
//! | [`words`](mod@words) | what a view is limited to, in words |
//! | [`dates`] | dates in words |
//! | [`table`] | events, mentions, quotes and discrepancies as rows and columns |
//! | [`csv`](mod@csv), [`markdown`](mod@markdown) | a table as a file |
//! | [`json`](mod@json) | a dataset that holds the excerpt and nothing else |
//! | [`annotations`](mod@annotations) | quotes and reports as W3C Web Annotations |
//! | [`cite`] | the dataset, the view and the sources as references |
//! | [`quote_text`](mod@quote_text) | one quote with its attribution, to be pasted |
//! | [`html`] | a dataset as HTML that needs no program |
//! | [`form`] | all files that can be had, by name |
//!
//! Nothing here does I/O, knows the browser, or panics on any dataset.

pub mod annotations;
pub mod cite;
pub mod csv;
pub mod dates;
pub mod excerpt;
pub mod form;
pub mod html;
pub mod json;
pub mod markdown;
pub mod origin;
pub mod quote_text;
pub mod table;
#[cfg(test)]
mod testing;
pub mod words;

pub use annotations::annotations;
pub use cite::{Style, citation, citations};
pub use csv::csv;
pub use dates::{date_words, day_words};
pub use excerpt::Excerpt;
pub use form::{Form, export};
pub use json::json;
pub use markdown::markdown;
pub use origin::Origin;
pub use quote_text::quote_text;
pub use table::Table;
pub use words::words;
