use proptest::prelude::*;

use super::*;

/// The tokens of one part, each with a letter for its kind, in brackets where it is bracketed.
fn shown(text: &str) -> Vec<String> {
    let verbatim = Verbatim(text.into());
    let chars: Vec<char> = text.chars().collect();
    let show = |token: &Token| {
        let body: String = chars[token.body.start as usize..token.body.end as usize].iter().collect();
        let kind = match token.kind {
            TokenKind::Word if token.bracketed => "inserted",
            TokenKind::Word => "word",
            TokenKind::Ellipsis => "ellipsis",
            TokenKind::Ending => "ending",
            TokenKind::Punctuation => "mark",
            TokenKind::Dash => "dash",
            TokenKind::QuotationMark => "quote",
            TokenKind::Rest => "rest",
        };
        format!("{kind} {body}")
    };
    tokens(&[&verbatim], 1000).iter().map(show).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(shown(text), expected);
}

#[test]
fn words_and_marks_are_apart() {
    check("It’s over, he said.", &["word It’s", "word over", "mark ,", "word he", "word said", "mark ."]);
    check("Open? Yes!", &["word Open", "ending ?", "word Yes", "ending !"]);
    check("5,000 tonnes, 3.5 %", &["word 5,000", "word tonnes", "mark ,", "word 3.5", "word %"]);
    check("a – b", &["word a", "dash –", "word b"]);
    check("‘wet’ feet", &["quote ‘", "word wet", "quote ’", "word feet"]);
}

#[test]
fn an_ellipsis_has_many_forms() {
    for form in ["…", "...", "..", ". . .", "[…]", "[...]", "[ . . . ]", "(…)", "...."] {
        check(&format!("wait {form} and see"), &["word wait", &format!("ellipsis {form}"), "word and", "word see"]);
    }
    check("wait. And see.", &["word wait", "mark .", "word And", "word see", "mark ."]);
    check("wait. … And", &["word wait", "mark .", "ellipsis …", "word And"]);
}

#[test]
fn what_stands_in_brackets_is_an_insertion() {
    check("[the] bridge", &["inserted [the]", "word bridge"]);
    check("it [the old bridge] stays", &["word it", "inserted [the", "inserted old", "inserted bridge]", "word stays"]);
    check("a treaty (sic).", &["word a", "word treaty", "inserted (sic)", "mark ."]);
    check("[T]he bridge", &["word [T]he", "word bridge"]);
    check("open [ no close", &["word open", "mark [", "word no", "word close"]);
    check("[] and [ ]", &["mark [", "mark ]", "word and", "mark [ ]"]);
}

#[test]
fn a_minus_belongs_to_its_number() {
    check("at -5 or −5 degrees", &["word at", "word -5", "word or", "word −5", "word degrees"]);
}

#[test]
fn keys_are_without_case_and_form() {
    assert_eq!(key("It’s"), key("it's"));
    assert_eq!(key("Re\u{2011}open"), key("re-open"));
    assert_eq!(key("Cafe\u{301}"), key("CAFÉ"));
    let verbatim = Verbatim("[T]he".into());
    assert_eq!(tokens(&[&verbatim], 9)[0].key, "the");
    assert_ne!(key("its"), key("it's"));
}

#[test]
fn what_is_beyond_the_limit_is_one_token() {
    let verbatim = [Verbatim("one two three four".into()), Verbatim("five six".into())];
    let parts: Vec<&Verbatim> = verbatim.iter().collect();
    let tokens = tokens(&parts, 2);
    let spans: Vec<_> = tokens.iter().map(|token| (token.part, token.span.clone(), token.kind)).collect();
    let (word, rest) = (TokenKind::Word, TokenKind::Rest);
    assert_eq!(spans, [(0, 0..4, word), (0, 4..8, word), (0, 8..18, rest), (1, 0..8, rest)]);
}

proptest! {
    #[test]
    fn the_tokens_of_a_text_are_that_text(text in "(?s)[a-zé0-9 \n.,…\\[\\]()“”‘’\"'–?!\\PC-]{0,60}", most in 0usize..40) {
        let verbatim = Verbatim(text.clone());
        let length = text.chars().count() as u32;
        let tokens = tokens(&[&verbatim], most);
        let mut end = 0;
        for token in &tokens {
            prop_assert_eq!(token.span.start, end);
            prop_assert!(token.span.start <= token.body.start && token.body.end <= token.span.end);
            prop_assert!(token.body.start < token.body.end);
            end = token.span.end;
        }
        prop_assert_eq!(end, if text.trim().is_empty() { 0 } else { length });
        prop_assert!(tokens.len() <= most + 1);
    }
}
