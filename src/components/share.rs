//! What takes something out of the page: a link, code for another page, citations, files, an image. In the first view
//! there is only the button and an empty dialog. It is the browser's own: it keeps the focus in, hears Escape, and gives
//! the focus back.

mod address;
mod cite;
mod code;
mod data;
mod download;
mod embed;
mod html;
mod image;
mod link;
mod picture;
mod report;
mod save;
mod sheet;
mod subject;
mod tabs;
mod take;
mod text;

use leptos::prelude::{document, expect_context};
pub use report::report_link;
pub use sheet::sheet;
pub use tabs::Tab;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

use crate::components::filters::{Press, press};
use crate::components::later::{Later, Wanted};
use crate::components::parts::div;
use crate::node::{Node, el, live};
use crate::state::use_state;
use crate::strings;

/// The id of what the dialog is called.
const TITLE: &str = "_share-title";

/// A button that shares what is called `id`, or the view if that is empty.
pub fn share_button(class: &'static str, label: String, id: String) -> Node {
    let state = use_state();
    press(Press { class, name: Some(label), ..Press::default() }, move || state.share(Some(id.clone())), strings::SHARE)
}

/// The dialog, which is filled when it is opened.
pub fn share_dialog() -> Node {
    let (state, later) = (use_state(), expect_context::<Later>());
    let is_open = move || state.shared().is_some();
    let show = move |dialog: &HtmlDialogElement| {
        if !is_open() {
            dialog.close();
        } else if !dialog.open() {
            // Only a dialog that isn't in the document can't be shown.
            let _ = dialog.show_modal();
            // A browser would take the first button; and `autofocus` it refuses in another site's frame, with a complaint.
            let title = document().get_element_by_id(TITLE).and_then(|title| title.dyn_into::<HtmlElement>().ok());
            let _ = title.map(|title| title.focus());
        }
    };
    let close =
        press(Press { class: "link-button", ..Press::default() }, move || state.share(None), strings::filters::CLOSE);
    let title = el("h2").attr("id", TITLE).class("panel__title").attr("tabindex", "-1");
    el("dialog")
        .class("sharing")
        .attr("aria-labelledby", TITLE)
        .attr("closedby", "any")
        .effect(show)
        .on("close", move |_| state.share(None))
        .child([
            div("sharing__head", [title.child(strings::SHARE), close]),
            live(move || is_open().then(|| later.show(Wanted::Share))),
        ])
}
