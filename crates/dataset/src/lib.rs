//! The `sidebyline/1` format: who reported what, in whose words.
//!
//! A file goes through three forms. [`parse`] reads JSON into the [`wire`] types, which mirror the file.
//! [`Dataset::from_wire`] resolves references and dates into the [`model`], leaving out what can't be resolved and
//! saying so. [`check`] holds a file, and the texts behind it, to all rules of the format.
//!
//! ```
//! let json = br#"{"format": "sidebyline/1", "id": "demo", "version": "1", "title": "Demo", "description": "",
//!   "language": "en", "updated": "2025-04-25", "license": "CC0-1.0", "method": "", "sources": [],
//!   "events": [{"id": "talks", "title": "Talks", "when": "2025-04-23", "mentions": []}], "quotes": []}"#;
//! let (dataset, findings) = sidebyline_dataset::Dataset::from_wire(sidebyline_dataset::parse(json)?);
//! assert!(findings.is_empty());
//! let talks = dataset.events.find("talks").expect("it is there");
//! assert_eq!(dataset.events[talks].title.0, "Talks");
//! # Ok::<(), sidebyline_dataset::Finding>(())
//! ```
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`wire`] | what stands in the JSON |
//! | [`model`] | what programs work with: references resolved, dates parsed, verbatim and own words told apart by type |
//! | [`table`] | lists whose elements are named by an index of their own type |
//! | [`edtf`] | dates that say how much is known, and three-valued answers about their order |
//! | [`text`] | canonical text, digests, words, sentences, quotation marks |
//! | [`json`] | JSON as a tree, whoever has read it |
//! | [`check`] | every rule of the format; completeness and share of reproduction against the texts |
//! | [`finding`] | what is wrong, where, and how to mend it |
//! | [`pack`] | the binary form of a dataset, which opens sooner |
//! | [`nearest`] | the names that come nearest to a misspelt one |
//!
//! Nothing here does I/O, knows a user interface, or panics on any input.

pub mod check;
pub mod edtf;
pub mod finding;
#[cfg(test)]
mod fixture;
pub mod json;
pub mod model;
pub mod nearest;
pub mod pack;
mod parse;
mod path;
#[cfg(feature = "schema")]
pub mod schema;
mod store;
pub mod table;
pub mod text;
pub mod wire;

pub use finding::{Finding, Severity};
pub use model::Dataset;
pub use parse::{Bytes, Here, Soon, parse, parse_in_turns};

/// The format that this crate reads and writes.
pub const FORMAT: &str = "sidebyline/1";
