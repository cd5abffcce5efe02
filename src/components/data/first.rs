//! What comes first in data that are still being read, in place of the page's outline.

use leptos::prelude::*;
use sidebyline_dataset::model::{Paraphrase, Verbatim};

use crate::components::parts::{div, p, row, say};
use crate::components::words::{text, verbatim};
use crate::load::First;
use crate::loader::use_loader;
use crate::node::{Node, el, live};
use crate::state::memo;
use crate::strings;
use crate::strings::data as words;

/// The title of the data, and their first events or quotes.
pub fn first() -> Node {
    let progress = use_loader().progress;
    let name = div("masthead__bar", p("masthead__name", el("strong").child(strings::NAME)));
    // Of some files it is only known at the end.
    let known = memo(move || progress.with(|told| told.title.clone()));
    let h1 = |title: String| el("h1").class("masthead__title").child(title);
    let title = live(move || Some(known.get()).filter(|title| !title.is_empty()).map(h1));
    let title = div("masthead__about", title);
    // It is told more often how far it is.
    let number = memo(move || progress.with(|told| told.first.len()));
    let all = live(move || {
        let _ = number.get();
        progress.with_untracked(|told| told.first.iter().map(one).collect::<Vec<Node>>())
    });
    let all = row([p("first__what", words::FIRST), el("ol").class("first__all").child(all)]);
    let main = el("main").class("first__main").child(all);
    div("first", row([el("header").class("masthead").child([name, title]), main]))
}

fn one(first: &First) -> Node {
    let First { when, words, language, by } = first;
    let words = match by {
        Some(by) => row([verbatim(&Verbatim(words.clone()), language), p("first__by", say(by.clone()))]),
        None => row([text(&Paraphrase(words.clone()), language)]),
    };
    el("li").class("first__one").child(row([p("first__when", say(when.clone())), div("first__words", words)]))
}
