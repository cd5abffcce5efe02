//! What is said when there is no dataset to show: what, why, what next.

use leptos::prelude::*;
use sidebyline_query::Data;

use super::file::picker;
use crate::components::parts::{div, maybe, p, row};
use crate::load::{Problem, foreign};
use crate::loader::Loader;
use crate::node::{Node, el};
use crate::strings;
use crate::strings::data as words;

/// The page in place of the page.
pub fn problem_page(loader: Loader, problem: &Problem) -> Node {
    let view = untrack(|| loader.view());
    let said = words::problem(problem, view.data(), &foreign(view.data().as_str()));
    document().set_title(&[&said.what, " – ", strings::NAME].concat());
    let again = said.again.then(|| {
        let again = el("button").attr("type", "button").class("button").on("click", move |_| loader.start());
        again.child(words::AGAIN)
    });
    let own = (*view.data() != Data::default()).then(|| {
        let there = ["?", &view.with_data(Data::default()).to_string()].concat();
        el("a").class("problem__own").attr("href", there).child(words::OWN_DATA)
    });
    // What a link leads to is no failure.
    let alert = (*problem != Problem::NoFile).then_some("alert");
    el("main").class("problem").child(row([
        p("masthead__name", el("strong").child(strings::NAME)),
        el("div").attr("role", alert).child(row([
            el("h1").class("problem__what").child(said.what),
            p("problem__why", said.why),
            p("problem__next", said.next),
        ])),
        div("problem__ways", row([maybe(again), maybe(own)])),
        el("h2").class("problem__open").child(words::OPEN_FILE),
        picker(loader),
    ]))
}
