//! What tests of the page's pure parts share.

use sidebyline_dataset::{Dataset, Here};
use sidebyline_query::View;
use sidebyline_turns::{Undivided, at_once};

use crate::load::{self, Home, Kept, Story};

/// Five invented sources on one story.
pub const HARBOUR: &str = include_str!("../tests/fixtures/harbour.json");

/// The story that they tell.
pub fn harbour() -> &'static Story {
    at_once(async {
        let read = Dataset::read_as_it_comes(&mut Here::new(HARBOUR.as_bytes()), &mut |_| false, &Undivided).await;
        let kept = Kept::Packed(String::new(), HARBOUR.len() as u64);
        let story = load::built(Home::Site, kept, read.expect("it is a dataset"), &Undivided).await;
        story.index.add_words(&story.dataset, &Undivided).await;
        story
    })
}

/// What an address says.
pub fn view(query: &str) -> View {
    View::parse(query).0
}
