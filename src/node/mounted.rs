//! Nodes in the document, and how one tree becomes another.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{Owner, RenderEffect, document};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, Node as DomNode, Text};

use super::{Hearing, Kind, Node, Spec, Words};

/// A node in the document. Its effects end when it is dropped.
pub(super) enum State {
    Element(ElementState),
    Text(Text, Words),
    Live(LiveState),
    Many(Vec<State>),
}

pub(super) struct ElementState {
    element: Element,
    tag: &'static str,
    attributes: Vec<(&'static str, Words)>,
    effects: Vec<(&'static str, RenderEffect<()>)>,
    listeners: Vec<Listener>,
    children: Vec<State>,
}

/// What is live stands before a comment of its own.
pub(super) struct LiveState {
    end: DomNode,
    shown: Shown,
    _effect: RenderEffect<()>,
}

type Shown = Rc<RefCell<Vec<State>>>;

type Handler = Rc<RefCell<Option<Box<dyn FnMut(Event)>>>>;

/// An element listens as long as this is there.
struct Listener {
    element: Element,
    event: &'static str,
    handler: Handler,
    closure: Closure<dyn FnMut(Event)>,
}

/// Turns what is `shown` in `parent` before `end` into `nodes`. What is of the same kind at the same place is kept and
/// changed, so that it keeps its focus and its place; the rest is built anew.
pub(super) fn patch(shown: &mut Vec<State>, nodes: Vec<Node>, parent: &DomNode, end: Option<&DomNode>) {
    let mut old: Vec<Option<State>> = std::mem::take(shown).into_iter().map(Some).collect();
    let mut before = end.cloned();
    // From the last to the first, since each is placed before what follows it.
    for (at, node) in nodes.into_iter().enumerate().rev() {
        let earlier = old.get_mut(at).and_then(Option::take);
        let state = State::from(earlier, node, parent, before.as_ref());
        before = state.first().or(before);
        shown.push(state);
    }
    shown.reverse();
    old.iter().flatten().for_each(State::remove);
}

impl State {
    /// The state of `node`, made of an `earlier` one where that is of its kind.
    fn from(earlier: Option<Self>, node: Node, parent: &DomNode, before: Option<&DomNode>) -> Self {
        let insert = |child: &DomNode| insert(parent, child, before);
        match (earlier, *node.0) {
            (Some(Self::Element(mut state)), Kind::Element(spec)) if state.can_become(&spec) => {
                state.become_like(spec);
                Self::Element(state)
            }
            (Some(Self::Text(text, earlier)), Kind::Text(now)) => {
                if now != earlier {
                    text.set_data(&now);
                }
                Self::Text(text, now)
            }
            (Some(Self::Live(state)), Kind::Live(now)) => {
                let (end, shown) = state.into_place();
                Self::Live(LiveState::new(end, shown, now))
            }
            (Some(Self::Many(mut states)), Kind::Many(nodes)) => {
                patch(&mut states, nodes, parent, before);
                Self::Many(states)
            }
            (earlier, kind) => {
                if let Some(earlier) = earlier {
                    earlier.remove();
                }
                match kind {
                    Kind::Element(spec) => {
                        let state = ElementState::new(spec);
                        insert(&state.element);
                        Self::Element(state)
                    }
                    Kind::Text(words) => {
                        let text = document().create_text_node(&words);
                        insert(&text);
                        Self::Text(text, words)
                    }
                    Kind::Live(now) => {
                        let end: DomNode = document().create_comment("").into();
                        insert(&end);
                        Self::Live(LiveState::new(end, Rc::default(), now))
                    }
                    Kind::Many(nodes) => {
                        let mut states = Vec::new();
                        patch(&mut states, nodes, parent, before);
                        Self::Many(states)
                    }
                }
            }
        }
    }

    /// The first node of it in the document.
    pub(super) fn first(&self) -> Option<DomNode> {
        match self {
            Self::Element(state) => Some(state.element.clone().into()),
            Self::Text(text, _) => Some(text.clone().into()),
            Self::Live(state) => state.shown.borrow().iter().find_map(Self::first).or_else(|| Some(state.end.clone())),
            Self::Many(states) => states.iter().find_map(Self::first),
        }
    }

    /// Does something with each node of it at the top.
    fn each(&self, act: &dyn Fn(&DomNode)) {
        match self {
            Self::Element(state) => act(&state.element),
            Self::Text(text, _) => act(text),
            Self::Live(state) => {
                state.shown.borrow().iter().for_each(|shown| shown.each(act));
                act(&state.end);
            }
            Self::Many(states) => states.iter().for_each(|state| state.each(act)),
        }
    }

    /// Moves it into `parent`.
    pub(super) fn place(&self, parent: &DomNode, before: Option<&DomNode>) {
        self.each(&|node| insert(parent, node, before));
    }

    /// Takes it out of the document.
    pub(super) fn remove(&self) {
        self.each(&detach);
    }
}

impl ElementState {
    fn new(spec: Spec) -> Self {
        let element = if spec.svg {
            document().create_element_ns(Some("http://www.w3.org/2000/svg"), spec.tag)
        } else {
            document().create_element(spec.tag)
        };
        // A tag of ours is always one that a document can have.
        let element = element.unwrap_or_else(JsCast::unchecked_into);
        let mut state = Self {
            element,
            tag: spec.tag,
            attributes: Vec::new(),
            effects: Vec::new(),
            listeners: Vec::new(),
            children: Vec::new(),
        };
        state.become_like(spec);
        state
    }

    /// Whether nothing that its effects have set would be left over.
    fn can_become(&self, spec: &Spec) -> bool {
        let earlier = self.effects.iter().map(|(name, _)| name);
        self.tag == spec.tag && earlier.eq(spec.effects.iter().map(|(name, _)| name))
    }

    fn become_like(&mut self, spec: Spec) {
        let Self { element, attributes, effects, listeners, children, .. } = self;
        for (name, _) in attributes.iter().filter(|(name, _)| spec.attributes.iter().all(|(now, _)| now != name)) {
            let _ = element.remove_attribute(name);
        }
        for (name, value) in spec.attributes.iter().filter(|attribute| !attributes.contains(attribute)) {
            let _ = element.set_attribute(name, value);
        }
        *attributes = spec.attributes;
        patch(children, spec.children, element, None);
        listen(listeners, spec.listeners, element);
        effects.clear();
        for (name, act) in spec.effects {
            let element = element.clone();
            effects.push((name, RenderEffect::new(move |_| act(&element))));
        }
    }
}

impl LiveState {
    fn new(end: DomNode, shown: Shown, node: Box<dyn Fn() -> Node>) -> Self {
        let effect = RenderEffect::new({
            // An effect lives on until its turn comes once more. What it has shown doesn't, or that would ask for what is
            // gone with it.
            let (end, shown) = (end.clone(), Rc::downgrade(&shown));
            move |_| {
                let node = node();
                let Some((parent, shown)) = end.parent_node().zip(shown.upgrade()) else { return };
                if let Ok(mut shown) = shown.try_borrow_mut() {
                    patch(&mut shown, vec![node], &parent, Some(&end));
                }
            }
        });
        Self { end, shown, _effect: effect }
    }

    /// Where it stands and what it shows, without what keeps it up to date.
    fn into_place(self) -> (DomNode, Shown) {
        (self.end, self.shown)
    }
}

/// Gives an element these listeners, in place of those that it has.
fn listen(listeners: &mut Vec<Listener>, wanted: Vec<Hearing>, element: &Element) {
    let events = || wanted.iter().map(|(event, _)| *event);
    if !listeners.iter().map(|listener| listener.event).eq(events()) {
        listeners.clear();
        listeners.extend(events().map(|event| Listener::new(element.clone(), event)));
    }
    for (listener, (_, act)) in listeners.iter().zip(wanted) {
        *listener.handler.borrow_mut() = Some(act);
    }
}

impl Listener {
    fn new(element: Element, event: &'static str) -> Self {
        let handler = Handler::default();
        let owner = Owner::current();
        let called = Rc::clone(&handler);
        let closure = Closure::<dyn FnMut(Event)>::new(move |event| {
            // It is taken out while it runs, since it may be replaced meanwhile.
            let Some(mut act) = called.borrow_mut().take() else { return };
            match &owner {
                Some(owner) => owner.with(|| act(event)),
                None => act(event),
            }
            called.borrow_mut().get_or_insert(act);
        });
        let _ = element.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        Self { element, event, handler, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.element.remove_event_listener_with_callback(self.event, self.closure.as_ref().unchecked_ref());
    }
}

/// Puts `child` into `parent`.
pub(super) fn insert(parent: &DomNode, child: &DomNode, before: Option<&DomNode>) {
    let _ = parent.insert_before(child, before);
}

/// Takes a node out of the document.
pub(super) fn detach(node: &DomNode) {
    if let Some(parent) = node.parent_node() {
        let _ = parent.remove_child(node);
    }
}
