use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(query: &str, printed: &str, expected: &[Warning]) {
    let (view, warnings) = View::parse(query);
    assert_eq!(view.to_string(), printed, "the view of {query}");
    assert_eq!(warnings, expected, "the warnings of {query}");
}

#[test]
fn an_empty_query_is_the_default_view() {
    check("", "", &[]);
    check("?", "", &[]);
    check("?source=&q=", "", &[]);
    check("&&=&", "", &[]);
}

#[test]
fn the_order_is_canonical_and_repetitions_fall_together() {
    check("?q=truce&source=d,a", "source=a,d&q=truce", &[]);
    check("?source=d&source=a,d", "source=a,d", &[]);
    check("?q=truce&q=talks", "q=truce+talks", &[]);
}

#[test]
fn a_link_edited_by_hand_is_understood() {
    check("?source=A, D", "source=a,d", &[]);
    check("?source=a%2Cd", "source=a,d", &[]);
    check("?q=%20truce%20%20talks%0A", "q=truce+talks", &[]);
}

#[test]
fn values_are_decoded_once() {
    check("?q=100%2525", "q=100%2525", &[]);
    assert_eq!(View::parse("?q=100%2525").0.text(), "100%25");
}

#[test]
fn what_is_not_understood_is_told() {
    check("?topic=crimea", "", &[Warning::UnknownParameter("topic".into())]);
    check("?source=a,_none,<b>", "source=a", &[Warning::NotAnId("_none".into()), Warning::NotAnId("<b>".into())]);
}

#[test]
fn the_marks_of_trackers_are_ignored() {
    check("?utm_source=x&fbclid=y&source=a", "source=a", &[]);
}

#[test]
fn a_text_without_end_is_cut_and_told() {
    let (view, warnings) = View::parse(&format!("?q={}", "ä".repeat(3_000)));
    assert_eq!(view.text().chars().count(), MAX_TEXT);
    assert_eq!(warnings, [Warning::TextCut]);
    assert!(view.to_string().len() < 2_000);
}

#[test]
fn warnings_have_an_end() {
    let query: Vec<String> = (0..1_000).map(|n| format!("key{n}=1")).collect();
    assert_eq!(View::parse(&query.join("&")).1.len(), 8);
}

#[test]
fn a_choice_made_twice_is_no_choice() {
    let view = View::parse("?source=a").0;
    assert_eq!(view.toggled("d").to_string(), "source=a,d");
    assert!(view.toggled("a").is_default());
}

fn ids() -> impl Strategy<Value = String> {
    "[a-z0-9][a-z0-9_-]{0,63}"
}

fn views() -> impl Strategy<Value = View> {
    let text = prop_oneof![any::<String>(), "[ %+&=,.#?a-zA-Zäїß“”\n]{0,140}"];
    (proptest::collection::vec(ids(), 0..6), text)
        .prop_map(|(sources, text)| View::default().with_sources(sources).with_text(&text))
}

fn queries() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[?&]?((source|q|topic)=[a-dA-D,%+&= ]{0,12}&?){0,5}",
        "(source|q)=(%[0-9A-Fa-f]{2}|[a-z,+%]){0,40}",
    ]
}

proptest! {
    #[test]
    fn a_view_survives_being_printed_and_read(view in views()) {
        let printed = view.to_string();
        prop_assert_eq!(View::parse(&printed), (view, vec![]));
    }

    #[test]
    fn any_query_is_read_and_its_printed_form_is_final(query in queries()) {
        let (view, _) = View::parse(&query);
        let printed = view.to_string();
        let (again, warnings) = View::parse(&printed);
        prop_assert_eq!(again.to_string(), printed);
        prop_assert_eq!(again, view);
        prop_assert_eq!(warnings, vec![]);
    }

    #[test]
    fn an_address_is_plain_ascii_that_survives_a_chat(view in views()) {
        let printed = view.to_string();
        prop_assert!(printed.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"=&,+%-_.~".contains(&byte)));
        prop_assert!(!printed.ends_with(['.', ',']));
    }
}

#[test]
fn the_page_of_quotes_counts_quotes_whatever_else_is_counted() {
    assert_eq!(View::parse("view=quotes&count=mentions").0.counted(), Unit::Quotes);
    assert_eq!(View::parse("view=compare&count=mentions").0.counted(), Unit::Mentions);
    assert_eq!(View::default().counted(), Unit::Events);
}
