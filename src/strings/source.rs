//! Words of the page *source*.

pub const TITLE: &str = "One source: what it reports, in its own order.";
