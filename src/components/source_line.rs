//! The head of the page inside another page: one line that says whose it is and leads to the whole.

use sidebyline_query::View;

use crate::components::parts::{div, row, span};
use crate::node::{Node, el};
use crate::state::{use_state, use_story};
use crate::strings;

/// The line.
pub fn source_line() -> Node {
    let (story, state) = (use_story(), use_state());
    let about = &story.dataset.about;
    let title = el("h1").class("source-line__title").attr("lang", &about.language).child(about.title.clone());
    let articles = span("source-line__count", strings::articles(story.dataset.sources.len()));
    let words = row([el("strong").child(strings::NAME), title, articles]);
    let full = move || {
        let (link, target) = (state.link(View::standalone), state.target());
        [link.as_str(), if target.is_empty() { "" } else { "#" }, &target].concat()
    };
    let link = el("a")
        .class("source-line__link")
        .live("href", full)
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .child(strings::OPEN_FULL_VIEW);
    el("header").class("source-line").child(row([div("source-line__words", words), link]))
}
