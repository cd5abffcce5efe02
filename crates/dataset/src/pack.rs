//! The binary form of a dataset: a *pack*. It opens sooner than JSON, which has to be read and resolved first.
//!
//! Each field of each record has a column of its own, in which like stands beside like, so that it deflates well and is
//! read by little code. References are positions in tables and dates are resolved. Where there are many, mentions and quotes
//! are stored row by row instead, as they are in memory, so that none of them is read before somebody looks at it. A pack is made of a dataset without
//! faults, tells the digest of the JSON that it was made of, and gives that JSON back. `docs/ARCHITECTURE.md` has the
//! format byte by byte.
//!
//! Whoever opens a pack inflates its sections: the page by what the browser has for that, programs by [`inflated`].
//!
//! ```
//! # #[cfg(feature = "pack")] {
//! use sidebyline_dataset::pack;
//! let json = br#"{"format": "sidebyline/1", "id": "demo", "version": "1", "title": "Demo", "description": "",
//!   "language": "en", "updated": "2025-04-25", "license": "CC0-1.0", "method": "", "sources": [],
//!   "events": [{"id": "talks", "title": "Talks", "when": "2025-04-23"}], "quotes": []}"#;
//! let packed = pack::pack(json).expect("there is nothing wrong with it");
//! assert!(pack::is_pack(&packed) && !pack::is_pack(json));
//! let opened = pack::opened(&packed)?;
//! assert_eq!(opened.dataset.events.len(), 1);
//! assert_eq!(opened.digest, sidebyline_dataset::text::digest(json));
//! # }
//! # Ok::<(), sidebyline_dataset::pack::Fault>(())
//! ```
//!
//! No bytes make this panic, hang, or take more memory than a fixed multiple of their own length: whatever is read is held
//! to what is there, every reference to its table, every text to UTF-8, every link to http and https.

mod choices;
mod column;
mod container;
#[cfg(feature = "pack")]
mod deflate;
#[cfg(feature = "pack")]
mod make;
mod open;
mod records;
#[cfg(feature = "pack")]
mod rest;
#[cfg(feature = "handover")]
mod sections;
#[cfg(all(test, feature = "pack"))]
mod tests;
#[cfg(feature = "pack")]
mod unpack;
#[cfg(feature = "pack")]
mod values;
#[cfg(feature = "pack")]
mod wired;
#[cfg(feature = "pack")]
mod written;

pub use crate::store::{Stores, from_bytes as stores};
pub use container::{Container, Kind, MAGIC, Section, Sums, is_pack};
#[cfg(feature = "pack")]
pub use deflate::inflated;
#[cfg(feature = "pack")]
pub use make::{Indexing, Packing, pack, pack_with};
pub use open::Opened;
#[cfg(feature = "handover")]
pub use sections::handed_over;
#[cfg(feature = "pack")]
pub use unpack::{Unpacked, Unpacking, unpack};

use crate::finding::Finding;
use crate::parse::cut_off;

/// What a pack holds.
///
/// # Errors
/// It isn't whole, is damaged, or of a newer version.
#[cfg(feature = "pack")]
pub fn opened(pack: &[u8]) -> Result<Opened, Fault> {
    let rows = match inflated(pack, Kind::Runs)?.pop() {
        Some(runs) => {
            let all = 0..runs.len();
            Some(stores(runs, all).ok_or(Fault::Damaged)?)
        }
        None => None,
    };
    crate::Dataset::from_pack(&inflated(pack, Kind::Columns)?, rows)
}

/// Why a pack can't be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It ends after so many bytes, and should go on.
    CutOff(usize),
    /// It is of this newer version.
    Newer(u16),
    /// Something in it isn't what was written.
    Damaged,
}

impl Fault {
    /// What is wrong, and how to mend it.
    pub fn finding(self) -> Finding {
        match self {
            Self::CutOff(length) => cut_off(&["after ", &length.to_string(), " bytes"].concat()),
            Self::Newer(version) => Finding::error(
                "the file's first bytes",
                [
                    "the file is a pack of the newer version ",
                    &version.to_string(),
                    "; this program reads up to ",
                    &container::VERSION.0.to_string(),
                ]
                .concat(),
                "Update Sidebyline, or ask for the data as JSON.",
            ),
            Self::Damaged => Finding::error(
                "the pack",
                "the file is damaged",
                "It may have been changed on the way: load it again, or have it packed anew.",
            ),
        }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.finding().fmt(f)
    }
}

impl std::error::Error for Fault {}
