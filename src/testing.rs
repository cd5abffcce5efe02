//! What tests of the page's pure parts share.

use sidebyline_query::View;
use sidebyline_turns::{Undivided, at_once};

use crate::load::{self, Home, Story};

/// Five invented sources on one story.
pub const HARBOUR: &str = include_str!("../tests/fixtures/harbour.json");

/// The story that they tell.
pub fn harbour() -> &'static Story {
    at_once(async {
        let story = load::read_json(Home::Site, HARBOUR.into(), &Undivided).await.expect("it is a dataset");
        story.index.add_words(&story.dataset, &Undivided).await;
        story
    })
}

/// What an address says.
pub fn view(query: &str) -> View {
    View::parse(query).0
}
