//! Sources side by side: what each has on an event, and what it means when one has nothing.
//!
//! A [`Row`] is one event across the compared sources: in each [`Cell`] what the source has, or the kind of its
//! [`Silence`]; beside them the discrepancies that set these sources apart.
//!
//! ```
//! use sidebyline_compare::{Cell, Silence, row};
//! # let json = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/harbour.json"));
//! # let (dataset, _) = sidebyline_dataset::Dataset::from_wire(sidebyline_dataset::parse(json)?);
//! let find = |id| dataset.sources.find(id).expect("it is there");
//! let petition = dataset.events.find("petition").expect("it is there");
//! let row = row(&dataset, petition, &[find("herald"), find("c")]);
//! assert!(matches!(&row.cells[0], Cell::Reported(column) if column.mentions.len() == 1));
//! // C came out later than a report of the petition, so it could have reported it too.
//! assert_eq!(row.cells[1], Cell::Silent(Silence::CouldHave));
//! # Ok::<(), sidebyline_dataset::Finding>(())
//! ```
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`anchor`](mod@anchor) | where a source's passages stand in a text that a reader supplies |
//! | [`column`](mod@column) | what one source has on one event |
//! | [`silence`](mod@silence) | whether a source that has nothing could have had something |
//! | [`item`] | quotes and mentions, and the verbatim words that they have |
//! | [`token`] | words, marks and spaces |
//! | [`align`](mod@align) | several wordings token by token in columns |
//! | [`variant`] | how wordings differ, each difference with its type |
//! | [`propose`](mod@propose) | quotes that seem to carry the same statement |
//! | [`row`](mod@row) | one event across several sources, and what sets them apart |
//! | [`coverage`] | all events across all sources, counted: who reports, who is silent and in which way |
//! | [`origin`] | who may draw on whom, and how many origins the reports of an event may come down to |
//! | [`question`](mod@question) | one discrepancy: who answers what and where, who doesn't say, which of them came out first |
//! | [`scale`] | answers and dates between two ends |
//! | [`profile`](mod@profile) | one source: its course, what only it has, what it leaves out, whom it quotes and how |
//!
//! Nothing here does I/O, knows a user interface or the words of one, or panics on any dataset. An index has to come
//! from the dataset that it is used with.

pub mod align;
pub mod anchor;
pub mod column;
pub mod coverage;
pub mod item;
pub mod origin;
pub mod profile;
pub mod propose;
pub mod question;
pub mod row;
pub mod scale;
pub mod silence;
#[cfg(test)]
mod testing;
pub mod token;
pub mod variant;

pub use align::{Alignment, align};
pub use column::{Column, columns};
pub use coverage::{Coverage, Kind, Order, State, Totals};
pub use item::{Form, Item, Missing, Words, items, wordings};
pub use origin::{Grounds, Origins, SHARED_WORDS};
pub use profile::{Profile, profile};
pub use propose::{Proposal, Proposals, propose};
pub use question::{Question, question};
pub use row::{Cell, Row, row, sets_apart};
pub use silence::{Silence, Why, silence};
pub use token::{Token, TokenKind};
pub use variant::{Comparison, Group, Origin, compare, groups};
