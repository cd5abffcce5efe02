//! What a person sees, as a tree of plain nodes: Leptos's signals and effects behind one kind of view.
//!
//! Leptos gives each view a type of its own, with code to build, change and remove it; for this page that was more than
//! a fifth of what has to be loaded. Here every element is a [`Node`], whatever its tag, and the code stands once.
//! A node is built once; what is [live](live()) is asked again when a signal that it has read changes, and then only
//! what differs is changed in the document, so that the focus stays where it is.
//!
//! ```ignore
//! el("button").class("button").attr("type", "button")
//!     .live("aria-pressed", move || said(on.get()))
//!     .on("click", move |_| on.update(|on| *on = !*on))
//!     .child(live(move || strings::count(count.get())))
//! ```

mod mounted;

use std::borrow::Cow;

use js_sys::Reflect;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use mounted::{State, patch};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// Words that are built in or come from the data.
type Words = Cow<'static, str>;

/// What is done with an element now and whenever it may have changed, and what of the element that sets, if one thing.
type Setting = (&'static str, Box<dyn Fn(&Element)>);

/// What is done when an event of this name comes.
type Hearing = (&'static str, Box<dyn FnMut(Event)>);

/// A piece of a page, not yet in the document.
#[must_use]
pub struct Node(Box<Kind>);

enum Kind {
    Element(Spec),
    Text(Words),
    Live(Box<dyn Fn() -> Node>),
    Many(Vec<Node>),
}

/// An element as it is to be.
struct Spec {
    tag: &'static str,
    svg: bool,
    attributes: Vec<(&'static str, Words)>,
    effects: Vec<Setting>,
    listeners: Vec<Hearing>,
    children: Vec<Node>,
}

/// An element.
pub fn el(tag: &'static str) -> Node {
    element(tag, false)
}

/// An element of a drawing.
pub fn svg(tag: &'static str) -> Node {
    element(tag, true)
}

#[inline(never)]
fn element(tag: &'static str, svg: bool) -> Node {
    let spec =
        Spec { tag, svg, attributes: Vec::new(), effects: Vec::new(), listeners: Vec::new(), children: Vec::new() };
    Node(Box::new(Kind::Element(spec)))
}

/// Something that is asked for again when it may have changed.
pub fn live<N: Into<Node>>(node: impl Fn() -> N + 'static) -> Node {
    Node(Box::new(Kind::Live(Box::new(move || node().into()))))
}

/// The value of an attribute: a text, or whether it is there at all.
pub trait Value {
    /// The text; none for no attribute.
    fn text(self) -> Option<Words>;
}

macro_rules! values {
    ($($kind:ty: $value:ident => $text:expr),+ $(,)?) => { $(
        impl Value for $kind {
            fn text(self) -> Option<Words> {
                let $value = self;
                $text
            }
        }
    )+ };
}

values! {
    &'static str: value => Some(value.into()),
    &String: value => Some(value.clone().into()),
    String: value => Some(value.into()),
    bool: is => is.then_some(Words::Borrowed("")),
    Option<&'static str>: value => value.map(Words::from),
    Option<String>: value => value.map(Words::from),
}

/// The element that listens to an event.
pub fn listener<E: JsCast>(event: &Event) -> Option<E> {
    event.current_target()?.dyn_into().ok()
}

/// *true* or *false*, as the attributes of ARIA have it.
pub fn said(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

/// What is added to an element is ignored by anything else, which has no attributes and no children.
impl Node {
    /// With this class.
    pub fn class(self, class: impl Value) -> Self {
        self.attr("class", class)
    }

    /// With this attribute, if it has a value.
    pub fn attr(mut self, name: &'static str, value: impl Value) -> Self {
        self.set(name, value.text());
        self
    }

    /// With an attribute that is asked for again when it may have changed.
    pub fn live<V: Value>(mut self, name: &'static str, value: impl Fn() -> V + 'static) -> Self {
        self.set_live(name, Box::new(move || value().text()));
        self
    }

    /// Hidden, as long as it is so.
    pub fn hidden(self, is: impl Fn() -> bool + 'static) -> Self {
        self.live("hidden", is)
    }

    /// With a property of the element that is set or not, such as *checked*.
    pub fn prop(self, name: &'static str, is: impl Fn() -> bool + 'static) -> Self {
        self.setting(name, move |element| {
            let _ = Reflect::set(element, &name.into(), &is().into());
        })
    }

    /// With a further class, as long as it is so.
    pub fn toggle(self, class: &'static str, is: impl Fn() -> bool + 'static) -> Self {
        self.setting(class, move |element| {
            let _ = element.class_list().toggle_with_force(class, is());
        })
    }

    /// With a property of its style. It is set by script, which a strict content policy allows.
    pub fn style(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        self.setting(name, move |element| {
            let _ = element.unchecked_ref::<HtmlElement>().style().set_property(name, &value());
        })
    }

    /// Does something with the element when it is built, and again when a signal that is read there changes.
    pub fn effect<E: JsCast>(self, act: impl Fn(&E) + 'static) -> Self {
        self.setting("", move |element| act(element.unchecked_ref()))
    }

    fn setting(mut self, name: &'static str, act: impl Fn(&Element) + 'static) -> Self {
        self.add_effect(name, Box::new(act));
        self
    }

    /// Does something when an event comes.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.on_as(event, act)
    }

    /// Does something when an event of this kind comes.
    pub fn on_as<E: JsCast>(mut self, event: &'static str, mut act: impl FnMut(E) + 'static) -> Self {
        self.listen(event, Box::new(move |event| act(event.unchecked_into())));
        self
    }

    /// With a further child.
    pub fn child(mut self, child: impl Into<Self>) -> Self {
        self.add(child.into());
        self
    }

    // What follows isn't generic, so that it stands in the program once.

    #[inline(never)]
    fn add(&mut self, child: Self) {
        if let Some(spec) = self.spec() {
            spec.children.push(child);
        }
    }

    #[inline(never)]
    fn set(&mut self, name: &'static str, value: Option<Words>) {
        if let Some((spec, value)) = self.spec().zip(value) {
            spec.attributes.push((name, value));
        }
    }

    #[inline(never)]
    fn set_live(&mut self, name: &'static str, value: Box<dyn Fn() -> Option<Words>>) {
        self.add_effect(
            name,
            Box::new(move |element| {
                let _ = match value() {
                    Some(value) => element.set_attribute(name, &value),
                    None => element.remove_attribute(name),
                };
            }),
        );
    }

    #[inline(never)]
    fn add_effect(&mut self, name: &'static str, act: Box<dyn Fn(&Element)>) {
        if let Some(spec) = self.spec() {
            spec.effects.push((name, act));
        }
    }

    #[inline(never)]
    fn listen(&mut self, event: &'static str, act: Box<dyn FnMut(Event)>) {
        if let Some(spec) = self.spec() {
            spec.listeners.push((event, act));
        }
    }

    fn spec(&mut self) -> Option<&mut Spec> {
        match &mut *self.0 {
            Kind::Element(spec) => Some(spec),
            _ => None,
        }
    }
}

impl From<&'static str> for Node {
    fn from(text: &'static str) -> Self {
        Words::from(text).into()
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Words::from(text).into()
    }
}

impl From<Words> for Node {
    #[inline(never)]
    fn from(text: Words) -> Self {
        Self(Box::new(Kind::Text(text)))
    }
}

impl From<Vec<Node>> for Node {
    #[inline(never)]
    fn from(nodes: Vec<Node>) -> Self {
        Self(Box::new(Kind::Many(nodes)))
    }
}

impl<const N: usize> From<[Node; N]> for Node {
    fn from(nodes: [Node; N]) -> Self {
        Vec::from(nodes).into()
    }
}

impl From<Option<Node>> for Node {
    fn from(node: Option<Node>) -> Self {
        node.unwrap_or_else(|| Vec::new().into())
    }
}

impl From<()> for Node {
    fn from((): ()) -> Self {
        Vec::new().into()
    }
}

/// A node as a view of Leptos, to be mounted or to stand in another view.
pub struct Tree(SendWrapper<Node>);

impl From<Node> for Tree {
    fn from(node: Node) -> Self {
        Self(SendWrapper::new(node))
    }
}

/// A [`Tree`] in the document, between what stands before it and an empty comment.
pub struct TreeState {
    shown: Vec<State>,
    end: web_sys::Node,
}

impl Render for Tree {
    type State = TreeState;

    fn build(self) -> TreeState {
        // It is put together aside, and mounted as a whole.
        let aside = leptos::prelude::document().create_document_fragment();
        let end: web_sys::Node = leptos::prelude::document().create_comment("").into();
        let _ = aside.append_child(&end);
        let mut shown = Vec::new();
        patch(&mut shown, vec![self.0.take()], &aside, Some(&end));
        TreeState { shown, end }
    }

    fn rebuild(self, state: &mut TreeState) {
        if let Some(parent) = state.end.parent_node() {
            patch(&mut state.shown, vec![self.0.take()], &parent, Some(&state.end));
        }
    }
}

impl Mountable for TreeState {
    fn unmount(&mut self) {
        self.shown.iter().for_each(State::remove);
        mounted::detach(&self.end);
    }

    fn mount(&mut self, parent: &Element, marker: Option<&web_sys::Node>) {
        self.shown.iter().for_each(|state| state.place(parent, marker));
        mounted::insert(parent, &self.end, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let first = self.shown.iter().find_map(State::first).unwrap_or_else(|| self.end.clone());
        let parent = first.parent_element();
        parent.map(|parent| child.mount(&parent, Some(&first))).is_some()
    }

    fn elements(&self) -> Vec<Element> {
        Vec::new()
    }
}

no_attrs!(Tree);

// The page is rendered in the browser only. The rest of the trait is for servers.
impl RenderHtml for Tree {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> TreeState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
