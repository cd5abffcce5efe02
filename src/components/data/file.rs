//! A file that the reader opens: read in this tab, and sent nowhere.

use leptos::prelude::*;
use leptos::task::spawn_local;
use sidebyline_dataset::Finding;
use wasm_bindgen::JsCast;
use web_sys::{Event, File, HtmlElement, HtmlInputElement};

use crate::components::parts::{div, p, row, span};
use crate::load::{self, Coming, Home, LARGEST, Load, Problem, Reading, Story};
use crate::loader::Loader;
use crate::node::{Node, el, listener};
use crate::strings::data as words;

/// How files of datasets are called: as JSON, and as packs.
const ENDINGS: [&str; 2] = [".json", ".sidebyline"];

/// Where a file can be chosen.
pub fn picker(loader: Loader) -> Node {
    let choose = move |event: Event| {
        let Some(input) = listener::<HtmlInputElement>(&event) else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            open(loader, file);
        }
        input.set_value("");
    };
    let field = el("input")
        .attr("type", "file")
        .attr("accept", "application/json,.json,.sidebyline")
        .attr("aria-describedby", "_file-promise")
        .on("change", choose);
    div(
        "own-file",
        row([
            el("label").class("own-file__label").child([span("own-file__name", words::CHOOSE_FILE), field]),
            p("own-file__promise", words::FILE_PROMISE).attr("id", "_file-promise"),
        ]),
    )
}

/// Opens a file as a dataset, or says why it can't be.
pub fn open(loader: Loader, file: File) {
    let name = file.name();
    let lower = name.to_ascii_lowercase();
    if !ENDINGS.iter().any(|ending| lower.ends_with(ending)) && !file.type_().contains("json") {
        return show(loader, Err(Problem::OtherFile(name)));
    }
    if file.size() > LARGEST as f64 {
        return show(loader, Err(Problem::TooLarge));
    }
    loader.load.set(Load::Waiting);
    spawn_local(async move {
        let opened = loader.unless_stopped(async move |_| {
            let (home, progress) = (Home::File(name.clone()), Some(loader.progress));
            let read = load::read(home, Coming::of(&file, progress), &Reading::new(progress)).await;
            read.map_err(|problem| if problem == Problem::CutOff { unreadable(&name) } else { problem })
        });
        if let Some(opened) = opened.await {
            show(loader, opened);
        }
    });
}

/// Shows what came of it from its beginning. The control that was in use is gone, so the focus goes to the title.
fn show(loader: Loader, opened: Result<&'static Story, Problem>) {
    loader.open(opened);
    request_animation_frame(|| {
        let title = document().query_selector("h1").ok().flatten();
        if let Some(title) = title.and_then(|title| title.dyn_into::<HtmlElement>().ok()) {
            title.set_tab_index(-1);
            let _ = title.focus();
        }
        window().scroll_to_with_x_and_y(0.0, 0.0);
    });
}

fn unreadable(name: &str) -> Problem {
    let found = "the browser could not read the file";
    let finding = Finding::error(name, found, "It may have been moved or changed since. Choose it again.");
    Problem::Unreadable(finding)
}
