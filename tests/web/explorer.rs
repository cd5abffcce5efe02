//! What a person sees and does.

use leptos::prelude::*;
use leptos::task::tick;
use sidebyline_app::intl;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use crate::HARBOUR;
use crate::page::{Page, address, fire, until};

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
    assert_eq!(page.text("#smoke time"), "~ about 2031");
    assert_eq!(page.text("#offer time"), "? 6 May 2031 (uncertain)");
    assert_eq!(page.text("#repairs time"), "from June 2031 on");
    assert_eq!(page.one("#vote time").get_attribute("datetime").as_deref(), Some("2031-05-07"));
}

#[wasm_bindgen_test]
async fn an_event_opens_to_a_column_for_each_source_that_reports_it() {
    let page = Page::at("").await;
    assert!(page.text("#vote .facts").contains("Reported by B, C, E"));
    assert!(page.text("#vote .facts").contains("2 differences"));
    assert!(page.text("#vote .facts").contains("3 quotes"));
    assert!(page.all(".column__head").len() < 3, "only what belongs to no event has its column from the first");
    page.press("#vote .event__toggle").await;
    assert_eq!(page.texts("#vote .column__head .badge"), ["B", "C", "E"]);
    assert_eq!(page.one("#vote .event__toggle").get_attribute("aria-expanded").as_deref(), Some("true"));
    page.press("#vote .event__toggle").await;
    assert!(page.all("#vote .column__head").is_empty());
}

#[wasm_bindgen_test]
async fn a_sources_words_and_ours_are_told_apart_by_text() {
    let page = Page::at("#letter").await;
    let column = "#letter .column:first-child";
    assert_eq!(page.text(&format!("{column} .verbatim")).trim(), "“a heap of rust with a view”");
    assert_eq!(
        page.text(&format!("{column} .own")),
        "In our words The port told the town on Monday that the crane has to go."
    );
    page.press("#inspection .event__toggle").await;
    let partly = "Partly in our words The jib would “hold for another winter, perhaps two”";
    assert!(page.text("#inspection .quote .own").starts_with(partly));
}

#[wasm_bindgen_test]
async fn words_in_another_language_say_so() {
    let page = Page::at("#letter").await;
    let words = page.one("#letter .hue-3 .verbatim span");
    assert_eq!(words.get_attribute("lang").as_deref(), Some("he"));
    assert_eq!(words.get_attribute("dir").as_deref(), Some("rtl"));
}

#[wasm_bindgen_test]
async fn a_direct_quote_keeps_its_parts_apart() {
    let page = Page::at("#a-okafor-not-a-monument").await;
    assert_eq!(
        page.text("#a-okafor-not-a-monument .quote__words"),
        "“A crane is not a monument.” … “It is a neighbour.”"
    );
    page.press("#vote .event__toggle").await;
    assert!(
        page.text("#herald-okafor-relief .quote__who").contains("to Friends of the Crane · via Westhaven Town Council")
    );
}

#[wasm_bindgen_test]
async fn each_answer_to_a_discrepancy_names_its_sources() {
    let page = Page::at("#majority").await;
    assert_eq!(page.texts("#majority li"), ["B three (nine to six)", "C one"]);
}

#[wasm_bindgen_test]
async fn what_belongs_to_no_event_is_there_too() {
    let page = Page::at("").await;
    assert!(page.text(".loose").contains("Steam has a smell that you do not forget."));
    assert!(page.text("#a-unknown").contains("Nobody named"));
    assert!(page.root.query_selector("#age").unwrap().is_some());
}

#[wasm_bindgen_test]
async fn a_chosen_value_narrows_the_events_and_stands_in_the_address_and_as_a_chip() {
    let page = Page::at("").await;
    page.press_named(".facet__include", "Radio feature").await;
    assert_eq!(page.events(), ["letter", "offer", "party"]);
    assert_eq!(address(), "?source=d");
    let chosen = page.named(".facet__include", "Radio feature");
    assert_eq!(chosen.get_attribute("aria-pressed").as_deref(), Some("true"));
    assert_eq!(page.texts(".chip__what"), ["D"]);
    page.press(".chip").await;
    assert_eq!((page.events().len(), address().as_str()), (11, ""));
}

#[wasm_bindgen_test]
async fn what_is_excluded_is_not_there() {
    let page = Page::at("?topic=-vote").await;
    assert_eq!(page.events().len(), 9);
    assert!(!page.events().contains(&"vote".into()));
    assert!(page.text(".chip").contains("not "));
    page.press(".chips__clear").await;
    assert_eq!((page.events().len(), address().as_str()), (11, ""));
}

#[wasm_bindgen_test]
async fn typing_narrows_the_events_and_the_address_says_so() {
    let page = Page::at("").await;
    page.type_in("OKÁFOR two ").await;
    assert_eq!(page.events(), ["vote"]);
    assert_eq!(address(), "?q=OK%C3%81FOR+two");
    let field = page.field("input[type=search]");
    assert_eq!(field.value(), "OKÁFOR two ", "a space that is being typed stays");
    page.press(".chips__clear").await;
    assert_eq!(field.value(), "");
}

#[wasm_bindgen_test]
async fn the_background_is_unfolded_while_a_search_finds_something_in_it() {
    let page = Page::at("?q=freight").await;
    assert_eq!(page.events(), ["port-moves"]);
    assert!(page.one(".background").has_attribute("open"));
    page.type_in("").await;
    assert!(!page.one(".background").has_attribute("open"));
}

#[wasm_bindgen_test]
async fn what_a_link_asks_for_and_the_data_lack_is_said() {
    let page = Page::at("?source=zz,d&colour=red").await;
    assert_eq!(page.events(), ["letter", "offer", "party"]);
    assert!(page.text(".notices").contains("“zz” under “Reported by”, which is not in these articles"));
    assert!(page.text(".notices").contains("“colour”, which this page doesn’t know"));
}

#[wasm_bindgen_test]
async fn an_empty_page_says_what_emptied_it_and_offers_a_way_out() {
    let page = Page::at("?source=e&q=jib").await;
    assert_eq!(page.events(), [""; 0]);
    assert!(page.text(".empty").contains("Article E; Search “jib”"));
    page.press_named(".empty button", "Without “Search”: 4 events").await;
    assert_eq!(page.events(), ["letter", "petition", "offer", "vote"]);
    assert!(page.all(".empty").is_empty());
}

#[wasm_bindgen_test]
async fn sources_stand_side_by_side_and_each_event_once() {
    let page = Page::at("?view=compare&source=herald,c").await;
    assert_eq!(page.all("#vote").len(), 1);
    // A row, or a card where the window is narrow.
    let shown = || -> Vec<String> {
        let shown = page.all(".side__body:not([hidden]) tr:first-child, .card:not([hidden])");
        shown.iter().map(Element::id).collect()
    };
    assert_eq!(shown(), ["letter", "petition", "inspection", "vote", "march", "repairs", "port-moves"]);
    page.press_named(".rows__option", "Only differences").await;
    assert_eq!(address(), "?view=compare&source=c,herald&rows=differences");
    assert_eq!(shown(), ["vote"]);
}

#[wasm_bindgen_test]
async fn quotes_stand_below_their_speakers() {
    let page = Page::at("?view=quotes&kind=direct").await;
    assert_eq!(page.text(".result-count"), "5 of 10 quotes");
    assert_eq!(page.all(".said:not([hidden])").len(), 5);
    let link = page.one("#herald-okafor-relief .said__event");
    assert_eq!(link.get_attribute("href").as_deref(), Some("?kind=direct#vote"));
    page.press("#herald-okafor-relief .said__event").await;
    assert_eq!(address(), "?kind=direct#vote");
    until(|| !page.all("#vote .event__body").is_empty()).await;
}

#[wasm_bindgen_test]
async fn days_are_chosen_by_two_dates() {
    let page = Page::at("").await;
    let from = page.field(".histogram__input");
    from.set_value("2031-05-07");
    fire(&from, "change");
    tick().await;
    assert_eq!(address(), "?from=2031-05-07");
    assert!(!page.events().contains(&"letter".into()) && page.events().contains(&"vote".into()));
    page.press(".histogram__all").await;
    assert_eq!((address().as_str(), from.value().as_str()), ("", ""));
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
    let page = Page::of(&json, "#letter").await;
    assert!(page.text("#letter").contains("<img src=x onerror=alert(1)>"));
    assert!(page.all("img").is_empty());
}

#[wasm_bindgen_test]
async fn a_theme_is_kept() {
    let page = Page::at("").await;
    let root = document().document_element().unwrap();
    page.press("input[value=dark]").await;
    let kept = || window().local_storage().unwrap().unwrap().get_item("sidebyline-theme").unwrap();
    assert_eq!((root.get_attribute("data-theme"), kept()), (Some("dark".into()), Some("dark".into())));
    page.press("input[value=auto]").await;
    assert_eq!((root.get_attribute("data-theme"), kept()), (None, None));
}

#[wasm_bindgen_test]
fn the_browser_writes_numbers() {
    assert_eq!(intl::number(1_234), "1,234");
}
