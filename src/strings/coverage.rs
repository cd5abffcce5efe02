//! Words of the page *coverage*.

pub const TITLE: &str = "All events, and what each source has on them.";
