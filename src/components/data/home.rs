//! Whose data these are, if they aren't the site's own: said near the title, so that nobody takes one for the other.

use sidebyline_query::Data;

use crate::components::parts::{p, row, say, view_link};
use crate::load::{Home, foreign};
use crate::node::{Node, el};
use crate::state::{use_state, use_story};
use crate::strings::data as words;

/// Where they come from, and a way to those that the site shows by itself.
pub fn home() -> Node {
    let home = &use_story().home;
    let origin = match home {
        Home::Address(address) => foreign(address),
        _ => String::new(),
    };
    let [what, more] = words::home(home, &origin);
    let back = view_link(use_state(), |view| view.with_data(Data::default())).child(words::OWN_DATA);
    p("home", row([el("strong").child(what), say(more), say(" "), back]))
}
