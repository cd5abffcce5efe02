//! Elements with attributes or children that follow the view, and that do something. What changes is set on the element by hand,
//! through one kind of effect: as types of the view, each element with its own set of them would be code of its own.

use std::sync::Arc;

use leptos::ev::Event;
use leptos::html::{ElementChild, custom};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement};

/// An element that is being built.
#[derive(Clone)]
pub struct Live(pub Element);

type Wire = Arc<dyn Fn(&Live) + Send + Sync>;

/// An element of this kind and class; `wire` tells what changes on it, and what it does.
pub fn live(
    tag: &'static str,
    class: &'static str,
    children: impl IntoAny,
    wire: impl Fn(&Live) + Send + Sync + 'static,
) -> AnyView {
    build(tag, class, children.into_any(), Arc::new(wire))
}

fn build(tag: &'static str, class: &'static str, children: AnyView, wire: Wire) -> AnyView {
    custom(tag).class(class).directive(run, wire).child(children).into_any()
}

#[allow(clippy::needless_pass_by_value, reason = "a directive gets its values so")]
fn run(element: Element, wire: Wire) {
    wire(&Live(element));
}

impl Live {
    /// An attribute that stays as it is.
    pub fn has(&self, name: &str, value: &str) -> &Self {
        // Only what is no name of an attribute is refused.
        let _ = self.0.set_attribute(name, value);
        self
    }

    /// An attribute that follows what it is asked from.
    pub fn says(&self, name: &'static str, value: impl Fn() -> String + 'static) -> &Self {
        let element = self.0.clone();
        follow(Box::new(move || drop(element.set_attribute(name, &value()))));
        self
    }

    /// An attribute that is there or isn't.
    pub fn is(&self, name: &'static str, is: impl Fn() -> bool + 'static) -> &Self {
        let element = self.0.clone();
        follow(Box::new(move || drop(element.toggle_attribute_with_force(name, is()))));
        self
    }

    /// A class that it has or hasn't.
    pub fn looks(&self, class: &'static str, is: impl Fn() -> bool + 'static) -> &Self {
        let list = self.0.class_list();
        follow(Box::new(move || drop(list.toggle_with_force(class, is()))));
        self
    }

    /// A property of its style.
    pub fn styles(&self, name: &'static str, value: impl Fn() -> String + 'static) -> &Self {
        let style = self.0.unchecked_ref::<HtmlElement>().style();
        follow(Box::new(move || drop(style.set_property(name, &value()))));
        self
    }

    /// Something that is done to the element, and again when what it depends on changes.
    pub fn follows<T: JsCast + 'static>(&self, act: impl Fn(&T) + 'static) -> &Self {
        let element: T = self.0.clone().unchecked_into();
        follow(Box::new(move || act(&element)));
        self
    }

    /// Something to be done at an event.
    pub fn on<E: JsCast + 'static>(&self, name: &str, act: impl Fn(E) + 'static) -> &Self {
        listen(&self.0, name, Box::new(move |event| act(event.unchecked_into())));
        self
    }
}

/// Children that follow what they are asked from.
pub fn changing<V: IntoAny>(view: impl Fn() -> V + Send + Sync + 'static) -> AnyView {
    fn build(view: Box<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
        (move || view()).into_any()
    }
    build(Box::new(move || view().into_any()))
}

/// Acts at once, and again whenever what it has read changes.
fn follow(act: Box<dyn Fn()>) {
    // It ends with whatever it is built in.
    StoredValue::new_local(RenderEffect::new(move |_| act()));
}

/// A listener, for as long as it isn't dropped.
struct Listener {
    element: Element,
    name: String,
    act: Closure<dyn Fn(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.element.remove_event_listener_with_callback(&self.name, self.act.as_ref().unchecked_ref());
    }
}

fn listen(element: &Element, name: &str, act: Box<dyn Fn(Event)>) {
    let listener = Listener { element: element.clone(), name: name.into(), act: Closure::wrap(act) };
    let _ = element.add_event_listener_with_callback(name, listener.act.as_ref().unchecked_ref());
    // What is built is built anew on the same element, if the view around it is.
    StoredValue::new_local(listener);
}
