//! Plain elements: a class and children. Each kind of element is built by one function, whatever it holds; a `view!`
//! of its own for each place would make a type, and code to build, change and remove it, for each.

use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;
use sidebyline_query::View;

use crate::reveal::from_the_first_event;
use crate::state::State;

macro_rules! plain {
    ($($name:ident: $element:ident),+ $(,)?) => { $(
        #[doc = concat!("A `", stringify!($element), "` of this class.")]
        pub fn $name(class: &'static str, children: impl IntoAny) -> AnyView {
            fn build(class: &'static str, children: AnyView) -> AnyView {
                html::$element().class(class).child(children).into_any()
            }
            build(class, children.into_any())
        }
    )+ };
}

plain! { div: div, span: span, p: p, ul: ul, li: li }

/// Several children in a row.
pub fn row<const N: usize>(children: [AnyView; N]) -> Vec<AnyView> {
    Vec::from(children)
}

/// Words of the interface or of the data.
pub fn say(text: impl Into<String>) -> AnyView {
    text.into().into_any()
}

/// Words that change. All of them are of one type, whatever they are made from.
pub fn live(words: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    fn build(words: Box<dyn Fn() -> String + Send + Sync>) -> AnyView {
        (move || words()).into_any()
    }
    build(Box::new(words))
}

/// Children that change, likewise.
pub fn live_all(children: impl Fn() -> Vec<AnyView> + Send + Sync + 'static) -> AnyView {
    fn build(children: Box<dyn Fn() -> Vec<AnyView> + Send + Sync>) -> AnyView {
        (move || children()).into_any()
    }
    build(Box::new(children))
}

/// Nothing, where something could be.
pub fn maybe(view: Option<AnyView>) -> AnyView {
    view.unwrap_or_else(|| ().into_any())
}

/// Words for who listens and not for the eye.
pub fn unseen(text: impl Into<String>) -> AnyView {
    span("visually-hidden", text.into())
}

/// A link to another view. A plain press goes there within the page; with a key held, the browser does as it always
/// does with links.
pub fn view_link(
    state: State,
    class: &'static str,
    change: impl Fn(&View) -> View + Copy + Send + Sync + 'static,
    current: impl Fn() -> Option<&'static str> + Send + Sync + 'static,
    children: impl IntoAny,
) -> AnyView {
    let go = move |event: MouseEvent| {
        if event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
            event.prevent_default();
            state.choose(change);
            from_the_first_event();
        }
    };
    let children = children.into_any();
    view! { <a class=class href=move || state.link(change) aria-current=current on:click=go>{children}</a> }.into_any()
}
