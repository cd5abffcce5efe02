//! What tests of the page's pure parts share.

use sidebyline_query::View;

use crate::load::{self, Story};

/// Five invented sources on one story.
pub const HARBOUR: &str = include_str!("../tests/fixtures/harbour.json");

/// The story that they tell.
pub fn harbour() -> Story {
    load::read(200, HARBOUR).expect("it is a dataset")
}

/// What an address says.
pub fn view(query: &str) -> View {
    View::parse(query).0
}
