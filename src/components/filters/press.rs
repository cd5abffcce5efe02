//! Buttons and choices. One function builds each, whatever it is for: see [`crate::components::parts`].

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

use crate::components::parts::live_all;

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
pub fn press(press: Press, act: impl Fn() + 'static, children: impl IntoAny) -> AnyView {
    build(press, Box::new(act), children.into_any())
}

fn build(press: Press, act: Box<dyn Fn()>, children: AnyView) -> AnyView {
    let said = |is: bool| if is { "true" } else { "false" };
    let Press { class, id, name, pressed, expanded, idle } = press;
    let click = move |_| {
        if !idle {
            act();
        }
    };
    view! {
        <button
            type="button"
            class=class
            id=id
            aria-label=name
            aria-pressed=pressed.map(said)
            aria-expanded=expanded.map(said)
            aria-disabled=idle.then_some("true")
            tabindex=idle.then_some("-1")
            on:click=click
        >
            {children}
        </button>
    }
    .into_any()
}

/// What can be chosen: whether it is, and its words.
pub type Options = Vec<(bool, String)>;

/// A choice of one of several; `pick` is told the position of what is chosen.
pub fn choice(
    label: &'static str,
    options: impl Fn() -> Options + Send + Sync + 'static,
    pick: impl Fn(usize) + 'static,
) -> AnyView {
    select(label, Box::new(options), Box::new(pick))
}

fn select(label: &'static str, options: Box<dyn Fn() -> Options + Send + Sync>, pick: Box<dyn Fn(usize)>) -> AnyView {
    let option = |(chosen, words): (bool, String)| view! { <option prop:selected=chosen>{words}</option> }.into_any();
    let options = move || options().into_iter().map(option).collect::<Vec<AnyView>>();
    let change = move |event: leptos::ev::Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        if let Some(at) = select.and_then(|select| usize::try_from(select.selected_index()).ok()) {
            pick(at);
        }
    };
    view! {
        <label class="choice">
            <span class="choice__label">{label}</span>
            <select class="choice__select" on:change=change>{live_all(options)}</select>
        </label>
    }
    .into_any()
}
