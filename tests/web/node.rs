//! How nodes live in the document.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::tick;
use sidebyline_app::node::{Node, el, live, svg};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use crate::page::{Page, fire, frame};

/// An element with a text.
fn said(tag: &'static str, text: &str) -> Node {
    el(tag).child(text.to_owned())
}

/// Counts how often something happens.
#[derive(Clone, Default)]
struct Count(Rc<std::cell::Cell<usize>>);

impl Count {
    fn up(&self) {
        self.0.set(self.0.get() + 1);
    }

    fn now(&self) -> usize {
        self.0.get()
    }
}

#[wasm_bindgen_test]
async fn a_live_text_changes_and_its_element_stays() {
    let name = RwSignal::new("crane");
    let page = Page::mount(move || el("p").child("The ").child(live(move || name.get())).child(".")).await;
    let (element, text) = (page.one("p"), page.one("p").child_nodes().get(1).unwrap());
    assert_eq!(page.html(), "<p>The crane.</p>");
    name.set("quay");
    tick().await;
    assert_eq!(page.html(), "<p>The quay.</p>");
    assert!(element.contains(Some(&text)), "even the text is the same node");
}

#[wasm_bindgen_test]
async fn an_attribute_without_a_value_is_not_there() {
    let is = RwSignal::new(true);
    let page = Page::mount(move || {
        el("p")
            .attr("id", None::<String>)
            .attr("title", false)
            .live("lang", move || is.get().then_some("he"))
            .hidden(move || is.get())
    })
    .await;
    assert_eq!(page.html(), "<p lang=\"he\" hidden=\"\"></p>");
    is.set(false);
    tick().await;
    assert_eq!(page.html(), "<p></p>");
    is.set(true);
    tick().await;
    assert_eq!(page.html(), "<p lang=\"he\" hidden=\"\"></p>");
}

#[wasm_bindgen_test]
async fn a_property_a_class_and_a_style_follow_what_they_are_made_of() {
    let is = RwSignal::new(false);
    let page = Page::mount(move || {
        el("input")
            .class("box")
            .attr("type", "checkbox")
            .prop("checked", move || is.get())
            .toggle("box--on", move || is.get())
            .style("--on", move || u8::from(is.get()).to_string())
    })
    .await;
    let seen = || {
        let field = page.field("input");
        (field.checked(), field.class_name(), field.get_attribute("style").unwrap())
    };
    assert_eq!(seen(), (false, "box".into(), "--on: 0;".into()));
    is.set(true);
    tick().await;
    assert_eq!(seen(), (true, "box box--on".into(), "--on: 1;".into()));
}

#[wasm_bindgen_test]
async fn what_is_of_the_same_tag_at_the_same_place_stays_with_its_focus() {
    let turn = RwSignal::new(0);
    let page = Page::mount(move || {
        live(move || {
            let turn = turn.get();
            let label = (turn == 0).then(|| "first".to_owned());
            vec![said("p", &turn.to_string()), el("button").class(format!("b{turn}")).attr("title", label)]
        })
    })
    .await;
    let button = page.one("button");
    button.focus().unwrap();
    turn.set(1);
    tick().await;
    assert_eq!(page.html(), "<p>1</p><button class=\"b1\"></button>");
    assert!(page.one("button").is_same_node(Some(&button)));
    assert!(document().active_element().unwrap().is_same_node(Some(&button)));
}

#[wasm_bindgen_test]
async fn what_is_of_another_kind_is_replaced_at_its_place() {
    let turn = RwSignal::new(0);
    let page = Page::mount(move || {
        let middle = live(move || match turn.get() {
            0 => said("b", "bold"),
            1 => said("i", "italic"),
            2 => "plain".into(),
            3 => vec![said("b", "two"), said("i", "of them")].into(),
            4 => live(|| said("u", "alive")),
            _ => ().into(),
        });
        el("p").child("<").child(middle).child(">")
    })
    .await;
    let expected = ["<b>bold</b>", "<i>italic</i>", "plain", "<b>two</b><i>of them</i>", "<u>alive</u>", ""];
    for (at, expected) in expected.into_iter().enumerate().chain([(2, "plain"), (0, "<b>bold</b>")]) {
        turn.set(at);
        tick().await;
        assert_eq!(page.html(), format!("<p>&lt;{expected}&gt;</p>"));
    }
}

#[wasm_bindgen_test]
async fn lists_grow_and_shrink_in_order_between_their_neighbours() {
    let (left, right) = (RwSignal::new(0), RwSignal::new(0));
    let list = |length: RwSignal<usize>, name: &'static str| {
        live(move || {
            let item = |at: usize| -> Node {
                let words = [name, &at.to_string()].concat();
                // Every other one is a fragment with something live in it.
                if at.is_multiple_of(2) { said("i", &words) } else { [live(move || words.clone()), ().into()].into() }
            };
            (0..length.get()).map(item).collect::<Vec<Node>>()
        })
    };
    let page = Page::mount(move || [list(left, "a"), said("hr", ""), list(right, "b"), "end".into()].into()).await;
    let expected = |length: usize, name: &str| -> String {
        let item = |at: usize| if at.is_multiple_of(2) { format!("<i>{name}{at}</i>") } else { format!("{name}{at}") };
        (0..length).map(item).collect()
    };
    for (a, b) in [(0, 0), (3, 0), (3, 4), (1, 5), (0, 2), (4, 2), (2, 0), (0, 0), (1, 1)] {
        left.set(a);
        right.set(b);
        tick().await;
        assert_eq!(page.html(), format!("{}<hr>{}end", expected(a, "a"), expected(b, "b")));
    }
}

#[wasm_bindgen_test]
async fn a_tree_that_was_changed_is_like_one_that_was_built_anew() {
    /// A tree that looks the same for the same seed, and different for others.
    fn tree(seed: &mut u32, depth: u32) -> Node {
        let mut next = |below: u32| {
            *seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (*seed >> 16) % below
        };
        if depth == 0 || next(5) == 0 {
            return next(3).to_string().into();
        }
        let (kind, marks) = (next(4), next(64));
        let marked = |bit: u32| marks & (1 << bit) != 0;
        let mut children = (0..next(4)).map(|_| tree(seed, depth - 1)).collect::<Vec<Node>>();
        let element = |tag| {
            let mut element = el(tag).attr("id", marked(0)).attr("title", marked(1).then_some("t"));
            if marked(2) {
                element = element.live("lang", || "he");
            }
            if marked(3) {
                element = element.toggle("on", || true);
            }
            if marked(4) {
                element = element.class("box");
            }
            if marked(5) {
                element = element.style("--n", || "1".into());
            }
            element
        };
        match kind {
            0 => children.into(),
            1 => {
                let seed = *seed;
                live(move || tree(&mut seed.clone(), depth - 1))
            }
            2 => element("i").child(children),
            _ => {
                children.reverse();
                element("b").child(children)
            }
        }
    }
    let seed = RwSignal::new(1);
    let changed = Page::mount(move || live(move || tree(&mut seed.get(), 5))).await;
    for turn in 2..150 {
        seed.set(turn);
        tick().await;
        let anew = Page::mount(move || live(move || tree(&mut turn.clone(), 5))).await;
        assert!(changed.root.is_equal_node(Some(&anew.root)), "{turn}: {} not {}", changed.html(), anew.html());
    }
}

#[wasm_bindgen_test]
async fn the_newest_handler_hears_an_event_once() {
    let (turn, heard) = (RwSignal::new(1), RwSignal::new(0));
    let page = Page::mount(move || {
        live(move || {
            let turn = turn.get();
            let button = el("button").on("click", move |_| heard.update(|heard| *heard += turn));
            // In between it listens to something else too.
            if turn == 10 { button.on("focus", |_| ()) } else { button }
        })
    })
    .await;
    for turned in [1, 10, 100] {
        turn.set(turned);
        tick().await;
        page.press("button").await;
    }
    assert_eq!(heard.get_untracked(), 111);
}

#[wasm_bindgen_test]
async fn a_handler_may_remove_its_own_element() {
    let there = RwSignal::new(true);
    let page = Page::mount(move || {
        let gone = move |_| there.set(false);
        live(move || if there.get() { el("button").on("click", gone) } else { said("p", "gone") })
    })
    .await;
    page.press("button").await;
    assert_eq!(page.html(), "<p>gone</p>");
}

#[wasm_bindgen_test]
async fn a_handler_may_change_its_own_element() {
    let count = RwSignal::new(0);
    let page = Page::mount(move || {
        live(move || said("button", &count.get().to_string()).on("click", move |_| count.update(|count| *count += 1)))
    })
    .await;
    page.press("button").await;
    page.press("button").await;
    assert_eq!(page.html(), "<button>2</button>");
}

#[wasm_bindgen_test]
async fn an_event_that_comes_after_its_element_is_gone_does_nothing() {
    let errors = Count::default();
    let hear = Closure::<dyn Fn()>::new({
        let errors = errors.clone();
        move || errors.up()
    });
    window().add_event_listener_with_callback("error", hear.as_ref().unchecked_ref()).unwrap();
    let (there, heard) = (RwSignal::new(true), RwSignal::new(0));
    let page = Page::mount(move || {
        live(move || there.get().then(|| el("button").on("click", move |_| heard.update(|heard| *heard += 1))))
    })
    .await;
    let button = page.one("button");
    there.set(false);
    tick().await;
    fire(&button, "click");
    frame().await;
    window().remove_event_listener_with_callback("error", hear.as_ref().unchecked_ref()).unwrap();
    assert_eq!((heard.get_untracked(), errors.now()), (0, 0));
}

#[wasm_bindgen_test]
async fn effects_of_what_is_gone_no_longer_run() {
    let (there, value, runs) = (RwSignal::new(true), RwSignal::new(0), Count::default());
    let counted = runs.clone();
    let page = Page::mount(move || {
        live(move || {
            let (text, attribute) = (counted.clone(), counted.clone());
            let text = live(move || {
                text.up();
                value.get().to_string()
            });
            let element = el("p").child(text).live("title", move || {
                attribute.up();
                value.get().to_string()
            });
            there.get().then_some(element)
        })
    })
    .await;
    value.set(1);
    tick().await;
    assert_eq!((page.html().as_str(), runs.now()), ("<p title=\"1\">1</p>", 4));
    there.set(false);
    tick().await;
    value.set(2);
    tick().await;
    assert_eq!((page.html().as_str(), runs.now()), ("", 4));
}

#[wasm_bindgen_test]
async fn what_is_live_within_what_is_gone_asks_for_nothing() {
    let (asked, here) = (Count::default(), RwSignal::new(true));
    let counted = asked.clone();
    let page = Page::mount(move || {
        let counted = counted.clone();
        live(move || {
            let counted = counted.clone();
            let within = move || {
                let counted = counted.clone();
                live(move || {
                    counted.up();
                    here.get().to_string()
                })
            };
            if here.get() { el("p").child(live(within)) } else { el("b") }
        })
    })
    .await;
    assert_eq!((page.html().as_str(), asked.now()), ("<p>true</p>", 1));
    here.set(false);
    tick().await;
    frame().await;
    assert_eq!((page.html().as_str(), asked.now()), ("<b></b>", 1));
}

#[wasm_bindgen_test]
async fn a_drawing_is_a_drawing() {
    let page = Page::mount(|| svg("svg").attr("viewBox", "0 0 1 1").child(svg("path").live("d", || "M0 0h1"))).await;
    let namespaces: Vec<_> = page.all("svg, path").iter().map(Element::namespace_uri).collect();
    assert_eq!(namespaces, vec![Some("http://www.w3.org/2000/svg".to_owned()); 2]);
    assert_eq!(page.one("svg").get_attribute("viewBox").as_deref(), Some("0 0 1 1"));
}

#[wasm_bindgen_test]
async fn what_is_unmounted_leaves_nothing() {
    let (value, runs) = (RwSignal::new(0), Count::default());
    let counted = runs.clone();
    let mut page = Page::mount(move || {
        let count = live(move || {
            counted.up();
            vec![said("i", &value.get().to_string())]
        });
        [said("p", "a"), count, ().into(), "b".into()].into()
    })
    .await;
    page.unmount();
    assert!(page.root.first_child().is_none());
    value.set(1);
    tick().await;
    assert_eq!(runs.now(), 1);
}
