//! Plain elements: a class and children. Each kind of element is built by one function, whatever it holds; a `view!`
//! of its own for each place would make a type, and code to build, change and remove it, for each.

use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::html::attribute::custom::custom_attribute;
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

/// What only the eye needs.
pub fn for_the_eye(children: impl IntoAny) -> AnyView {
    element("SPAN", attrs(&[("aria-hidden", "true")]), children)
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
        if is_plain(&event) {
            event.prevent_default();
            state.choose(change);
            from_the_first_event();
        }
    };
    let children = children.into_any();
    view! { <a class=class href=move || state.link(change) aria-current=current on:click=go>{children}</a> }.into_any()
}

/// A link to the element called `id` in another view, which is followed as [`view_link`] is.
pub fn place_link(
    state: State,
    class: &'static str,
    label: Option<String>,
    id: &str,
    change: fn(&View) -> View,
    children: AnyView,
) -> AnyView {
    let id = id.to_owned();
    let target = id.clone();
    let go = move |event: MouseEvent| {
        if is_plain(&event) {
            event.prevent_default();
            state.go_to(change, &target);
        }
    };
    let href = move || [&state.link(change), "#", &id].concat();
    view! { <a class=class href=href aria-label=label on:click=go>{children}</a> }.into_any()
}

/// Whether a press asks for nothing but to follow a link, here and now.
fn is_plain(event: &MouseEvent) -> bool {
    event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}

/// An element of any name and attributes: one kind of view for all of them. The name is written in capitals, as the
/// browser tells it, so that the element is known again and changed in place.
pub fn element(name: &'static str, attributes: Vec<AnyAttribute>, children: impl IntoAny) -> AnyView {
    fn build(name: &'static str, attributes: Vec<AnyAttribute>, children: AnyView) -> AnyView {
        html::custom(name).add_any_attr(attributes).child(children).into_any()
    }
    build(name, attributes, children.into_any())
}

/// An attribute for [`element`].
pub fn attr(name: &'static str, value: &str) -> AnyAttribute {
    custom_attribute(name, value.to_owned()).into_any_attr()
}

/// Several attributes for [`element`].
pub fn attrs(all: &[(&'static str, &str)]) -> Vec<AnyAttribute> {
    all.iter().map(|&(name, value)| attr(name, value)).collect()
}

/// An attribute that changes; none removes it.
pub fn live(name: &'static str, value: impl Fn() -> Option<&'static str> + Send + Sync + 'static) -> AnyAttribute {
    type Value = Box<dyn Fn() -> Option<&'static str> + Send + Sync>;
    let value: Value = Box::new(value);
    custom_attribute(name, move || value()).into_any_attr()
}

/// The attribute `hidden`, while it holds.
pub fn hidden_while(holds: impl Fn() -> bool + Send + Sync + 'static) -> AnyAttribute {
    live("hidden", move || holds().then_some(""))
}
