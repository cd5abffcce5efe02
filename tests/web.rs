//! What a person sees and does, in a browser: components mounted with a small invented dataset.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test may stop at what isn't there")]

use std::sync::Arc;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::task::tick;
use sidebyline_app::components::explorer::Explorer;
use sidebyline_app::components::problem::ProblemPage;
use sidebyline_app::history::Address;
use sidebyline_app::load::{self, Problem, Story};
use sidebyline_app::{intl, theme::Theme};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

const HARBOUR: &str = include_str!("fixtures/harbour.json");

/// A mounted page, gone when dropped.
struct Page {
    root: HtmlElement,
    _mounted: Box<dyn std::any::Any>,
}

impl Drop for Page {
    fn drop(&mut self) {
        self.root.remove();
    }
}

impl Page {
    async fn mount<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Self {
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&root).unwrap();
        let mounted: UnmountHandle<_> = mount_to(root.clone(), view);
        tick().await;
        Self { root, _mounted: Box::new(mounted) }
    }

    /// The page of the harbour, at an address that ends in `query`.
    async fn at(query: &str) -> Self {
        Self::of(HARBOUR, query).await
    }

    async fn of(json: &str, query: &str) -> Self {
        let path = window().location().pathname().unwrap();
        window().history().unwrap().replace_state_with_url(&JsValue::NULL, "", Some(&(path + query))).unwrap();
        let story: Arc<Story> = Arc::new(load::read(200, json).unwrap());
        Self::mount(move || view! { <Explorer story address=Address::listen() /> }).await
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).map(|at| found.get(at).unwrap().unchecked_into()).collect()
    }

    fn one(&self, selector: &str) -> HtmlElement {
        self.root.query_selector(selector).unwrap().unwrap_or_else(|| panic!("there is no {selector}")).unchecked_into()
    }

    fn text(&self, selector: &str) -> String {
        self.one(selector).text_content().unwrap()
    }

    async fn press(&self, selector: &str) {
        self.one(selector).click();
        tick().await;
    }

    async fn type_in(&self, text: &str) {
        let field: HtmlInputElement = self.one("input[type=search]").unchecked_into();
        field.set_value(text);
        let init = web_sys::EventInit::new();
        init.set_bubbles(true);
        field.dispatch_event(&web_sys::Event::new_with_event_init_dict("input", &init).unwrap()).unwrap();
        tick().await;
    }

    /// The ids of the events that aren't hidden.
    fn events(&self) -> Vec<String> {
        self.all(".event:not([hidden])").iter().map(Element::id).collect()
    }
}

fn address() -> String {
    window().location().search().unwrap()
}

#[wasm_bindgen_test]
async fn all_events_stand_in_the_order_of_time_after_the_background() {
    let page = Page::at("").await;
    let expected = [
        "crane-built",
        "port-moves",
        "letter",
        "petition",
        "inspection",
        "offer",
        "vote",
        "party",
        "smoke",
        "march",
        "repairs",
    ];
    assert_eq!(page.events(), expected);
    assert!(!page.one(".background").has_attribute("open"));
    assert_eq!(page.text(".result-count"), "11 events");
}

#[wasm_bindgen_test]
async fn a_date_says_how_much_is_known() {
    let page = Page::at("").await;
    assert_eq!(page.text("#inspection time"), "between 5 and 7 May 2031");
    assert_eq!(page.text("#smoke time"), "about 2031");
    assert_eq!(page.text("#offer time"), "6 May 2031 (uncertain)");
    assert_eq!(page.text("#repairs time"), "from June 2031 on");
    assert_eq!(page.one("#vote time").get_attribute("datetime").as_deref(), Some("2031-05-07"));
}

#[wasm_bindgen_test]
async fn an_event_has_a_column_for_each_source_that_reports_it() {
    let page = Page::at("").await;
    let badges: Vec<_> =
        page.all("#vote .column__head .badge").iter().map(|badge| badge.text_content().unwrap()).collect();
    assert_eq!(badges, ["B", "C", "E"]);
    assert!(page.text("#vote .facts").contains("Reported by B, C, E"));
    assert!(page.text("#vote .facts").contains("2 differences"));
    assert!(page.text("#vote .facts").contains("3 quotes"));
}

#[wasm_bindgen_test]
async fn a_sources_words_and_ours_are_told_apart_by_text() {
    let page = Page::at("").await;
    let column = "#letter .column:first-child";
    assert_eq!(page.text(&format!("{column} .verbatim")).trim(), "“a heap of rust with a view”");
    assert_eq!(
        page.text(&format!("{column} .own")),
        "In our words The port told the town on Monday that the crane has to go."
    );
    assert!(
        page.text("#inspection .quote .own")
            .starts_with("Partly in our words The jib would “hold for another winter, perhaps two”")
    );
}

#[wasm_bindgen_test]
async fn words_in_another_language_say_so() {
    let page = Page::at("").await;
    let words = page.one("#letter .hue-3 .verbatim span");
    assert_eq!(words.get_attribute("lang").as_deref(), Some("he"));
    assert_eq!(words.get_attribute("dir").as_deref(), Some("rtl"));
}

#[wasm_bindgen_test]
async fn a_direct_quote_keeps_its_parts_apart() {
    let page = Page::at("").await;
    assert_eq!(
        page.text("#a-okafor-not-a-monument .quote__words"),
        "“A crane is not a monument.” … “It is a neighbour.”"
    );
    assert!(
        page.text("#herald-okafor-relief .quote__who").contains("to Friends of the Crane · via Westhaven Town Council")
    );
}

#[wasm_bindgen_test]
async fn each_answer_to_a_discrepancy_names_its_sources() {
    let page = Page::at("").await;
    let answers: Vec<_> = page.all("#majority li").iter().map(|answer| answer.text_content().unwrap()).collect();
    assert_eq!(answers, ["B three (nine to six)", "C one"]);
}

#[wasm_bindgen_test]
async fn what_belongs_to_no_event_is_there_too() {
    let page = Page::at("").await;
    assert!(page.text(".loose").contains("Steam has a smell that you do not forget."));
    assert!(page.text("#a-unknown").contains("Nobody named"));
    assert!(page.root.query_selector("#age").unwrap().is_some());
}

#[wasm_bindgen_test]
async fn choosing_a_source_narrows_the_events_and_the_address_says_so() {
    let page = Page::at("").await;
    page.press(".choice.hue-3").await;
    assert_eq!(page.events(), ["letter", "offer", "party"]);
    assert_eq!(address(), "?source=d");
    assert_eq!(page.one(".choice.hue-3").get_attribute("aria-pressed").as_deref(), Some("true"));
    assert_eq!(page.text(".choice.hue-0 .choice__count"), "4", "the counts ignore the choice");
    page.press(".choice.hue-0").await;
    assert_eq!(address(), "?source=a,d");
    page.press(".filters .button").await;
    assert_eq!((page.events().len(), address().as_str()), (11, ""));
}

#[wasm_bindgen_test]
async fn typing_narrows_the_events_and_the_address_says_so() {
    let page = Page::at("").await;
    page.type_in("OKÁFOR two ").await;
    assert_eq!(page.events(), ["vote"]);
    assert_eq!(address(), "?q=OK%C3%81FOR+two");
    let field: HtmlInputElement = page.one("input[type=search]").unchecked_into();
    assert_eq!(field.value(), "OKÁFOR two ", "a space that is being typed stays");
    page.press(".filters .button").await;
    assert_eq!(field.value(), "");
}

#[wasm_bindgen_test]
async fn the_background_opens_when_a_search_finds_something_in_it() {
    let page = Page::at("?q=freight").await;
    assert_eq!(page.events(), ["port-moves"]);
    assert!(page.one(".background").has_attribute("open"));
}

#[wasm_bindgen_test]
async fn what_a_link_asks_for_and_the_data_lack_is_said() {
    let page = Page::at("?source=zz,d&topic=crimea").await;
    assert_eq!(page.events(), ["letter", "offer", "party"]);
    assert!(page.text(".notices").contains("“zz”, which is not among these articles"));
    assert!(page.text(".notices").contains("“topic”, which this page doesn’t know"));
}

#[wasm_bindgen_test]
async fn an_empty_page_says_what_emptied_it_and_offers_a_way_out() {
    let page = Page::at("?source=e&q=jib").await;
    assert_eq!(page.events(), [""; 0]);
    assert!(page.text(".empty").contains("the search for “jib” together with the choice of article E"));
    assert_eq!(page.text(".empty .button"), "All articles (2 events)");
    page.press(".empty .button").await;
    assert_eq!(page.events(), ["inspection", "repairs"]);
    assert!(page.all(".empty").is_empty());
}

#[wasm_bindgen_test]
async fn what_could_not_be_read_is_said() {
    let json = HARBOUR.replacen("\"when\": \"2031-05-07\"", "\"when\": \"Wednesday\"", 1);
    let page = Page::of(&json, "").await;
    assert!(page.text(".findings summary").starts_with("1 thing in the data"));
    assert!(page.text(".findings li").contains("`Wednesday` is no EDTF date"));
    assert_eq!(page.text("#vote time"), "Date unknown");
}

#[wasm_bindgen_test]
async fn markup_in_the_data_stays_text() {
    let json = HARBOUR.replace("a heap of rust with a view", "<img src=x onerror=alert(1)>");
    let page = Page::of(&json, "").await;
    assert!(page.text("#letter").contains("<img src=x onerror=alert(1)>"));
    assert!(page.all("img").is_empty());
}

#[wasm_bindgen_test]
async fn a_problem_says_what_why_and_what_next() {
    let tries = RwSignal::new(0);
    let page = Page::mount(move || {
        view! { <ProblemPage problem=Problem::Refused(404) retry=Callback::new(move |()| tries.update(|tries| *tries += 1)) /> }
    })
    .await;
    assert_eq!(page.text("h1"), "The articles are not where they should be.");
    assert!(page.text("[role=alert]").contains("404"));
    page.press("button").await;
    assert_eq!(tries.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn a_theme_is_kept() {
    let page = Page::at("").await;
    let root = document().document_element().unwrap();
    page.press("input[value=dark]").await;
    assert_eq!((root.get_attribute("data-theme").as_deref(), Theme::stored()), (Some("dark"), Theme::Dark));
    page.press("input[value=auto]").await;
    assert_eq!((root.get_attribute("data-theme"), Theme::stored()), (None, Theme::Auto));
}

#[wasm_bindgen_test]
fn the_browser_writes_numbers() {
    assert_eq!(intl::number(1_234), "1,234");
}
