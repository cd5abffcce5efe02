//! The head of the page: whose it is, what it is about, and what it does.

mod theme_choice;

use sidebyline_dataset::edtf::Edtf;
use sidebyline_query::Page;
use sidebyline_query::view::from_iso;
use theme_choice::theme_choice;

use crate::components::parts::{li, row, say, view_link};
use crate::dates;
use crate::node::{Node, el};
use crate::state::{use_state, use_story};
use crate::strings;

/// The head of the page.
pub fn masthead() -> Node {
    let (story, state) = (use_story(), use_state());
    let about = story.dataset.about.clone();
    let day = from_iso(&about.updated);
    let updated = about.updated.clone();
    let updated = match day {
        Some(_) => dates::words(&Edtf::of_days(day, day, updated)),
        None => updated,
    };
    // Each leads to what it counts.
    let figure = |page: Page, words: String| view_link(state, move |view| view.bare(page)).child(words);
    let figures = row([
        figure(Page::Source, strings::articles(story.dataset.sources.len())),
        figure(Page::Timeline, strings::events(story.dataset.events.len())),
        figure(Page::Quotes, strings::quotes(story.dataset.quotes.len())),
        say(strings::updated(&updated)),
    ]
    .map(|figure| li("masthead__figure", figure)));
    el("header")
        .class("masthead")
        .child(
            el("div")
                .class("masthead__bar")
                .child(
                    el("p")
                        .class("masthead__name")
                        .child(el("strong").child(strings::NAME))
                        .child(el("span").class("masthead__tagline").child(strings::TAGLINE)),
                )
                .child(theme_choice()),
        )
        .child(
            el("div")
                .class("masthead__about")
                .child(el("h1").class("masthead__title").attr("lang", about.language.clone()).child(about.title))
                .child(el("ul").class("masthead__figures").child(figures))
                .child(el("p").class("masthead__description").attr("lang", about.language).child(about.description))
                .child(
                    el("details")
                        .class("masthead__more")
                        .child(el("summary").class("masthead__fold").child(strings::filters::HOW_TO_READ))
                        .child(el("p").class("masthead__lede").child(strings::LEDE)),
                ),
        )
}
