//! A dataset as HTML that needs no program: what archives, search engines, feed readers and paper keep, and what a reader
//! sees until the program is there.
//!
//! The elements, classes and places are those of the page, so that the program takes over without anything moving.
//!
//! | module | what it writes |
//! | --- | --- |
//! | [`page`] | whole pages: of a dataset, of an event, of a discrepancy |
//! | [`write`] | elements and text, safe by construction |

mod discrepancy;
mod event;
mod facts;
mod json_ld;
mod masthead;
pub mod page;
mod place;
mod quote;
mod source;
mod summary;
mod words;
pub mod write;

pub use page::Page;

#[cfg(test)]
mod tests;
