//! The foot of the page: who made it, how, and under which licence.

use sidebyline_dataset::model::Paraphrase;

use crate::components::parts::p;
use crate::components::words::text;
use crate::node::{Node, el};
use crate::state::use_story;
use crate::strings;

/// The foot of the page.
pub fn colophon() -> Node {
    let about = use_story().dataset.about.clone();
    let method = [Paraphrase(about.method)];
    let corrections =
        about.corrections.iter().map(|correction| Paraphrase([&correction.date, ": ", &correction.note].concat()));
    let words: Vec<Node> = method
        .into_iter()
        .chain(corrections)
        .map(|words| p("colophon__words", text(&words, &about.language)))
        .collect();
    el("footer")
        .class("colophon")
        .child(el("details").child(el("summary").child(strings::METHOD)).child(words))
        .child(p("colophon__line", strings::colophon(&about.creators.join(", "), &about.license, &about.version)))
}
