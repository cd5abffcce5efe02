//! Words of the page *variants*.

pub const TITLE: &str = "The same statement in several sources, word by word.";
