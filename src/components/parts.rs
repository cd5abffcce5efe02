//! Small nodes that occur everywhere.

use std::borrow::Cow;
use std::rc::Rc;

use sidebyline_dataset::model::SourceIdx;
use sidebyline_query::View;
use web_sys::MouseEvent;

use crate::load::Story;
use crate::node::{Node, el};
use crate::reveal::from_the_first_event;
use crate::state::State;

/// A `div` of this class.
pub fn div(class: &'static str, children: impl Into<Node>) -> Node {
    el("div").class(class).child(children)
}

/// A `span` of this class.
pub fn span(class: &'static str, children: impl Into<Node>) -> Node {
    el("span").class(class).child(children)
}

/// A `p` of this class.
pub fn p(class: &'static str, children: impl Into<Node>) -> Node {
    el("p").class(class).child(children)
}

/// A `ul` of this class.
pub fn ul(class: &'static str, children: impl Into<Node>) -> Node {
    el("ul").class(class).child(children)
}

/// A `li` of this class.
pub fn li(class: &'static str, children: impl Into<Node>) -> Node {
    el("li").class(class).child(children)
}

/// Several nodes in a row.
pub fn row<const N: usize>(children: [Node; N]) -> Vec<Node> {
    Vec::from(children)
}

/// Words of the interface or of the data.
pub fn say(text: impl Into<Cow<'static, str>>) -> Node {
    text.into().into()
}

/// Nothing, where something could be.
pub fn maybe(node: Option<Node>) -> Node {
    node.into()
}

/// Words for who listens and not for the eye.
pub fn unseen(text: impl Into<Cow<'static, str>>) -> Node {
    span("visually-hidden", say(text))
}

/// What only the eye needs.
pub fn for_the_eye(children: impl Into<Node>) -> Node {
    el("span").attr("aria-hidden", "true").child(children)
}

/// A link to another view. A plain press goes there within the page; with a key held, the browser does as it always
/// does with links.
pub fn view_link(state: State, change: impl Fn(&View) -> View + 'static) -> Node {
    link(state, "", Rc::new(change))
}

/// A link to the element called `id` in another view, which is followed as [`view_link`] is.
pub fn place_link(state: State, id: &str, change: impl Fn(&View) -> View + 'static) -> Node {
    link(state, id, Rc::new(change))
}

/// A link to another view, and there to the element called `target` if that isn't empty. It isn't generic, so that it
/// stands in the program once.
fn link(state: State, target: &str, change: Rc<dyn Fn(&View) -> View>) -> Node {
    let target = target.to_owned();
    let (there, id) = (Rc::clone(&change), target.clone());
    let go = move |event: MouseEvent| {
        if is_plain(&event) {
            event.prevent_default();
            state.go_to(|view| there(view), &id);
            if id.is_empty() {
                from_the_first_event(state);
            }
        }
    };
    let hash = if target.is_empty() { "" } else { "#" };
    el("a").live("href", move || [&state.link(|view| change(view)), hash, &target].concat()).on_as("click", go)
}

/// A link to the page of the source at `index`, with the same filters.
pub fn article_link(story: &'static Story, state: State, index: SourceIdx) -> Node {
    let id = &story.dataset.sources[index].id;
    view_link(state, move |view| view.with_article(id))
}

/// Whether a press asks for nothing but to follow a link, here and now.
fn is_plain(event: &MouseEvent) -> bool {
    event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}
