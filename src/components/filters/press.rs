//! Buttons and choices. One function builds each, whatever it is for: see [`crate::components::parts`].

use crate::node::{Node, el, live, said};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlSelectElement};

/// What a button says of itself.
#[derive(Default)]
pub struct Press {
    /// Its class.
    pub class: &'static str,
    /// Its id, if it needs one.
    pub id: Option<String>,
    /// What it is called, if its content doesn't say it all.
    pub name: Option<String>,
    /// Whether it is pressed, if it can be.
    pub pressed: Option<bool>,
    /// Whether what it opens is open, if it opens something.
    pub expanded: Option<bool>,
    /// Whether pressing it would do nothing. It can keep the focus, but Tab passes it by.
    pub idle: bool,
}

/// A button.
pub fn press(press: Press, act: impl Fn() + 'static, children: impl Into<Node>) -> Node {
    build(press, Box::new(act), children.into())
}

fn build(press: Press, act: Box<dyn Fn()>, children: Node) -> Node {
    let Press { class, id, name, pressed, expanded, idle } = press;
    let click = move |_| {
        if !idle {
            act();
        }
    };
    el("button")
        .attr("type", "button")
        .class(class)
        .attr("id", id)
        .attr("aria-label", name)
        .attr("aria-pressed", pressed.map(said))
        .attr("aria-expanded", expanded.map(said))
        .attr("aria-disabled", idle.then_some("true"))
        .attr("tabindex", idle.then_some("-1"))
        .on("click", click)
        .child(children)
}

/// What can be chosen: whether it is, and its words.
pub type Options = Vec<(bool, String)>;

/// A choice of one of several; `pick` is told the position of what is chosen.
pub fn choice(
    label: &'static str,
    options: impl Fn() -> Options + Send + Sync + 'static,
    pick: impl Fn(usize) + 'static,
) -> Node {
    select(label, Box::new(options), Box::new(pick))
}

fn select(label: &'static str, options: Box<dyn Fn() -> Options + Send + Sync>, pick: Box<dyn Fn(usize)>) -> Node {
    let option = |(chosen, words): (bool, String)| el("option").prop("selected", move || chosen).child(words);
    let options = move || options().into_iter().map(option).collect::<Vec<Node>>();
    let change = move |event: Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        if let Some(at) = select.and_then(|select| usize::try_from(select.selected_index()).ok()) {
            pick(at);
        }
    };
    el("label")
        .class("choice")
        .child(el("span").class("choice__label").child(label))
        .child(el("select").class("choice__select").on("change", change).child(live(options)))
}
