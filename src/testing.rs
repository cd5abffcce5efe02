//! What tests of the page's pure parts share.

use sidebyline_query::View;

use crate::load::{self, Home, Story};

/// Five invented sources on one story.
pub const HARBOUR: &str = include_str!("../tests/fixtures/harbour.json");

/// The story that they tell.
pub fn harbour() -> &'static Story {
    load::read_json(Home::Site, HARBOUR.into()).expect("it is a dataset")
}

/// What an address says.
pub fn view(query: &str) -> View {
    View::parse(query).0
}
