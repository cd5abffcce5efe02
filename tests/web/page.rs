//! Something mounted in the document, to look at and to act on.

use std::any::Any;

use js_sys::Promise;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::tick;
use sidebyline_app::components::explorer::explorer;
use sidebyline_app::components::later::Later;
use sidebyline_app::history::Address;
use sidebyline_app::load::{self, Home, Reading};
use sidebyline_app::loader::Loader;
use sidebyline_app::node::{Node, Tree};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement};

use crate::HARBOUR;
use crate::reading::file;

/// What is mounted, gone when dropped.
pub struct Page {
    pub root: HtmlElement,
    mounted: Option<Box<dyn Any>>,
}

impl Drop for Page {
    fn drop(&mut self) {
        self.unmount();
        self.root.remove();
    }
}

impl Page {
    pub async fn mount(node: impl FnOnce() -> Node + 'static) -> Self {
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&root).unwrap();
        let mounted = mount_to(root.clone(), move || Tree::from(node()));
        tick().await;
        Self { root, mounted: Some(Box::new(mounted)) }
    }

    /// Takes away what is mounted; what it stood in stays.
    pub fn unmount(&mut self) {
        self.mounted = None;
    }

    /// The page of the harbour, at an address that ends in `link`.
    pub async fn at(link: &str) -> Self {
        Self::of(HARBOUR, link).await
    }

    /// The page of a dataset.
    pub async fn of(json: &str, link: &str) -> Self {
        let path = window().location().pathname().unwrap();
        window().history().unwrap().replace_state_with_url(&JsValue::NULL, "", Some(&(path + link))).unwrap();
        let story = load::read(Home::Site, file(json.as_bytes()), &Reading::new(None)).await.unwrap();
        story.add_words().await;
        let page = Self::mount(move || {
            let address = Address::listen();
            provide_context(Loader::new(address, Later::new()));
            explorer(story, address)
        })
        .await;
        // What the address points to is opened after the first view is there.
        frame().await;
        tick().await;
        page
    }

    pub fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).map(|at| found.get(at).unwrap().unchecked_into()).collect()
    }

    pub fn one(&self, selector: &str) -> HtmlElement {
        self.root.query_selector(selector).unwrap().unwrap_or_else(|| panic!("there is no {selector}")).unchecked_into()
    }

    pub fn field(&self, selector: &str) -> HtmlInputElement {
        self.one(selector).unchecked_into()
    }

    pub fn text(&self, selector: &str) -> String {
        self.one(selector).text_content().unwrap()
    }

    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().map(|element| element.text_content().unwrap()).collect()
    }

    /// What is in the document, without the comments that hold places.
    pub fn html(&self) -> String {
        self.root.inner_html().replace("<!---->", "")
    }

    pub async fn press(&self, selector: &str) {
        self.one(selector).click();
        tick().await;
    }

    /// Presses the first of these elements whose text has `words` in it.
    pub async fn press_named(&self, selector: &str, words: &str) {
        self.named(selector, words).click();
        tick().await;
    }

    /// The first of these elements whose text has `words` in it.
    pub fn named(&self, selector: &str, words: &str) -> HtmlElement {
        let has = |element: &Element| element.text_content().unwrap().contains(words);
        let found = self.all(selector).into_iter().find(has);
        found.unwrap_or_else(|| panic!("no {selector} says {words}")).unchecked_into()
    }

    pub async fn type_in(&self, text: &str) {
        let field = self.field("input[type=search]");
        field.set_value(text);
        fire(&field, "input");
        tick().await;
    }

    /// The ids of the events that aren't hidden.
    pub fn events(&self) -> Vec<String> {
        self.all(".event:not([hidden])").iter().map(Element::id).collect()
    }
}

/// Has an event happen.
pub fn fire(element: &Element, name: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    element.dispatch_event(&Event::new_with_event_init_dict(name, &init).unwrap()).unwrap();
}

/// The query and the hash of the address.
pub fn address() -> String {
    window().location().search().unwrap() + &window().location().hash().unwrap()
}

/// Waits until the browser has drawn, and what waits for that has run.
pub async fn frame() {
    for _ in 0..2 {
        let promise = Promise::new(&mut |resolve, _| drop(window().request_animation_frame(&resolve)));
        JsFuture::from(promise).await.unwrap();
    }
}

/// Waits until it is so.
#[track_caller]
pub fn until(is: impl Fn() -> bool) -> impl Future<Output = ()> {
    let place = std::panic::Location::caller();
    async move {
        for _ in 0..500 {
            if is() {
                return;
            }
            let promise = Promise::new(&mut |resolve, _| {
                drop(window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 10));
            });
            JsFuture::from(promise).await.unwrap();
        }
        panic!("it never came to what is waited for at {place}");
    }
}
