//! One event, quote, difference or comparison as an image, drawn by the page itself, with the same in words beside it.

mod draw;
mod layout;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlCanvasElement;

use super::save::{can_save, save_image};
use super::sheet::Sheet;
use super::take::{button, take};
use crate::components::parts::{div, maybe, p, row, span};
use crate::node::{Node, el, live};
use crate::strings::share as words;

/// The id of the image.
const CANVAS: &str = "_share-image";

/// The image, in colours to choose, with its alternative.
pub fn image(sheet: Sheet, dark: RwSignal<bool>) -> Node {
    let scheme = move || if dark.get() { "dark" } else { "light" };
    let drawn = move |canvas: &HtmlCanvasElement| {
        let picture = sheet.picture();
        // Where a browser can't draw, the words below are left.
        let _ = draw::draw(canvas, &picture, words::MORE_AT_THE_LINK, scheme());
    };
    let canvas = el("canvas")
        .class("image__canvas")
        .attr("id", CANVAS)
        .attr("role", "img")
        .attr("aria-label", words::IMAGE)
        .attr("aria-describedby", "_share-alternative")
        .effect(drawn);
    let colours = |is: bool, name: &'static str| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "_share-colours")
            .prop("checked", move || dark.get() == is)
            .on("change", move |_| dark.set(is));
        el("label").class("rows__option").child([input, span("", name)])
    };
    let choice = el("fieldset").class("rows").child([
        el("legend").class("embed__legend").child(words::THEME),
        colours(false, words::theme(sidebyline_query::Theme::Light)),
        colours(true, words::theme(sidebyline_query::Theme::Dark)),
    ]);
    let save = move || {
        let canvas = document().get_element_by_id(CANVAS).and_then(|found| found.dyn_into::<HtmlCanvasElement>().ok());
        if let Some(canvas) = canvas {
            save_image(&canvas, untrack(|| sheet.file_name("", "png")));
        }
    };
    let how = if can_save() { button("button", words::SAVE_IMAGE, save) } else { p("sharing__hint", words::NO_SAVING) };
    let alternative = take(sheet, "_share-alternative", words::ALTERNATIVE, "6", move || sheet.picture().alternative());
    let limited = live(move || {
        let left_out = sheet.picture().left_out;
        maybe((left_out > 0).then(|| p("sharing__hint", words::left_out(left_out))))
    });
    row([div("image__tools", [choice, how]), limited, div("image__place", canvas), alternative]).into()
}
