//! What a view finds, taken out of the page: tables, JSON, annotations, citations, plain HTML.
//!
//! An [`Excerpt`] is what is taken, an [`Origin`] says where it comes from; each form is a function of both.
//!
//! Nothing here does I/O, knows the browser, or panics on any dataset.

pub mod excerpt;
pub mod origin;

pub use excerpt::Excerpt;
pub use origin::Origin;
