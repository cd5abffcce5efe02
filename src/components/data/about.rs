//! About the data: how they were made, by whom, in which version, what was corrected, and the file itself.

use leptos::prelude::*;
use leptos::task::spawn_local;
use sidebyline_dataset::model::{Correction, Link, Paraphrase};

use super::file::picker;
use crate::components::parts::{div, maybe, p, row, say};
use crate::components::words::text;
use crate::dates;
use crate::load::{self, Home, Story};
use crate::loader::use_loader;
use crate::node::{Node, el, live};
use crate::state::{use_state, use_story};
use crate::strings::data as words;

/// All that is known of the data as a whole.
pub fn about() -> Node {
    let story = use_story();
    let about = &story.dataset.about;
    let fact = |name: &'static str, value: Node| {
        div("about__fact", [el("dt").class("about__name").child(name), el("dd").class("about__value").child(value)])
    };
    let known =
        move |name: &'static str, value: &str| maybe((!value.is_empty()).then(|| fact(name, say(value.to_owned()))));
    let contact = about.contact.as_deref().map(|written| {
        fact(
            words::CONTACT,
            match Link::contact(written) {
                Some(link) => {
                    el("a").attr("href", link.as_str().to_owned()).attr("rel", "noreferrer").child(written.to_owned())
                }
                None => say(written.to_owned()),
            },
        )
    });
    let digest = RwSignal::new(String::new());
    spawn_local(async move {
        // The reader may have gone on by now.
        let _ = digest.try_set(story.file.digest().await);
    });
    let method = Paraphrase(about.method.clone());
    let facts = row([
        known(words::VERSION, &about.version),
        known(words::UPDATED, &date(&about.updated)),
        known(words::CREATORS, &about.creators.join(", ")),
        known(words::PUBLISHER, about.publisher.as_deref().unwrap_or_default()),
        maybe(contact),
        known(words::LICENSE, &about.license),
        fact(words::FILE, file(story)),
        live(move || known(words::DIGEST, digest.get().trim_start_matches("sha256:"))),
    ]);
    let all: Vec<&Correction> = about.corrections.iter().collect();
    let corrected = if all.is_empty() { p("about__words", words::NO_CORRECTIONS) } else { corrections(story, &all) };
    div(
        "about",
        row([
            heading(words::METHOD),
            p("about__words", text(&method, &about.language)),
            el("dl").class("about__facts").child(facts),
            heading(words::CORRECTIONS),
            corrected,
            heading(words::OPEN_FILE),
            picker(use_loader()),
        ]),
    )
}

fn heading(title: &'static str) -> Node {
    el("h2").class("about__title").child(title)
}

/// Corrections, in the order of the file: the newest first.
pub fn corrections(story: &Story, corrections: &[&Correction]) -> Node {
    let language = &story.dataset.about.language;
    let one = |correction: &&Correction| {
        let when = words::corrected(&date(&correction.date), correction.version.as_deref());
        el("li").child([el("strong").child(when), text(&Paraphrase(correction.note.clone()), language)])
    };
    el("ul").class("corrections").child(corrections.iter().map(one).collect::<Vec<Node>>())
}

/// A day in words; as it is written, if it is none.
fn date(written: &str) -> String {
    written.parse().map_or_else(|_| written.to_owned(), |date| dates::words(&date))
}

/// The file: its size, and a link to it where it lies somewhere.
fn file(story: &Story) -> Node {
    let size = say([", ", &words::size(story.file.length())].concat());
    let link = |href: &str| el("a").attr("href", href.to_owned());
    let there = match &story.home {
        Home::Site => {
            let data = use_state().view(|view| view.data().clone());
            link(&load::json_place(&data)).attr("download", true).child(words::DOWNLOAD)
        }
        // A browser doesn't save what lies on another site, and goes there instead.
        Home::Address(address) => link(address).attr("rel", "noreferrer").child(words::LOOK),
        Home::File(name) => return [say(name.clone()), size].into(),
    };
    [there, size].into()
}
