use proptest::prelude::*;

use super::*;
use crate::testing::harbour;

fn query(text: &str) -> Query {
    Query::new(text, &Spellings::default())
}

impl Term {
    /// Whether it occurs in what [`fold`](crate::fold::fold) has made of some texts, with a line break after each.
    fn occurs(&self, folded: &str) -> bool {
        self.forms.iter().any(|form| next(folded, form, self.whole, 0).is_some())
    }
}

impl Query {
    /// Whether all terms that have to occur do, and no other.
    fn matches(&self, folded: &str) -> bool {
        self.terms.iter().all(|term| term.occurs(folded) != term.excluded)
    }
}

/// What the index makes of some texts.
fn folded(texts: &[&str]) -> String {
    texts.iter().map(|text| words(text) + "\n").collect()
}

#[track_caller]
fn check(typed: &str, text: &str, found: bool) {
    assert_eq!(query(typed).matches(&folded(&[text])), found, "`{typed}` in `{text}`");
}

/// What is marked stands in brackets.
#[track_caller]
fn check_marks(typed: &str, expected: &str) {
    let text = expected.replace(['[', ']'], "");
    let mut marked = String::new();
    let mut from = 0;
    for mark in query(typed).marks(&text) {
        marked.extend([&text[from..mark.start], "[", &text[mark.clone()], "]"]);
        from = mark.end;
    }
    assert_eq!(marked + &text[from..], expected, "`{typed}`");
}

#[test]
fn the_last_word_may_be_unfinished_and_no_other() {
    check("recogni", "recognised as Russian", true);
    check("harb crane", "the crane of the harbour", false);
    check("crane harb", "the crane of the harbour", true);
    check("us", "because of it", false);
}

#[test]
fn all_words_have_to_occur_in_any_order() {
    check("talks truce", "a truce, then talks", true);
    check("truce talks", "a truce", false);
}

#[test]
fn nothing_to_look_for_is_found_everywhere() {
    for typed in ["", "  ", "— …", "-", "\"", "“”", "-\"\"", "😀"] {
        assert!(query(typed).is_empty(), "`{typed}`");
        check(typed, "a truce", true);
    }
}

#[test]
fn a_phrase_is_found_in_its_order() {
    check("\"direct talks\"", "direct talks begin", true);
    check("\"direct talks\"", "talks, direct ones", false);
    check("\"direct talks\"", "direct and indirect talks", false);
}

#[test]
fn a_closed_phrase_is_finished_and_an_open_one_is_not() {
    check("\"direct tal\"", "direct talks begin", false);
    check("\"direct tal", "direct talks begin", true);
    check("\"direct tal\" be", "direct talks begin", false);
    check("“direct tal” ", "direct tal", true);
}

#[test]
fn quotation_marks_of_typography_make_a_phrase_too() {
    for typed in ["“direct talks”", "„direct talks“", "»direct talks«", "«direct talks»", "”direct talks”"]
    {
        check(typed, "direct talks begin", true);
        check(typed, "talks, direct ones", false);
    }
}

#[test]
fn a_phrase_begins_wherever_its_mark_stands() {
    check("crane\"direct talks\"truce", "truce; direct talks; crane", true);
    check("crane\"direct talks\"truce", "truce; talks, direct; crane", false);
}

#[test]
fn what_has_a_minus_must_not_occur() {
    check("talks -london", "talks in Paris", true);
    check("talks -london", "talks in London", false);
    check("-\"direct talks\"", "talks, direct ones", true);
    check("-\"direct talks\"", "direct talks", false);
    check("-lond", "talks in London", true); // it is meant as it stands
    check("- london", "talks in London", true); // a dash, and then a word
    check("u.s.-led", "the US led talks", true); // a hyphen is no minus
}

#[test]
fn what_hangs_together_is_found_together() {
    check("u.s.-led", "the U.S.-led talks", true);
    check("u.s.-led", "us talks led by others", false);
}

#[test]
fn a_phrase_is_found_where_it_begins_within_what_did_not_go_on() {
    check("\"ab a\"", "ab ab a", true);
    check("\"a b\"", "a ba b", false);
}

#[test]
fn nothing_is_found_across_two_texts() {
    let texts = folded(&["direct", "talks"]);
    assert!(!query("\"direct talks\"").matches(&texts));
    assert!(query("direct talks").matches(&texts));
}

#[test]
fn a_word_is_marked_as_far_as_it_was_looked_for() {
    check_marks("crane harb", "The [crane] of the [harb]our");
    check_marks("STRAS", "[Straß]e");
    check_marks("zelen", "[Żełen]ski");
    check_marks("cafe", "un [cafe\u{301}]\u{a0}noir");
    check_marks("u.s.", "the [U.S].-led talks");
    check_marks("u.s.-led", "the [U.S.-led] talks");
}

#[test]
fn a_phrase_is_marked_word_by_word_wherever_it_occurs() {
    check_marks("\"direct talks\"", "[direct] [talks] and direct aid");
    check_marks("\"a b a\"", "[a] [b] [a] [b] [a] b");
    check_marks("“שלום רב”", "לך [שלום] [רב]");
}

#[test]
fn what_must_not_occur_is_never_marked() {
    check_marks("talks -london", "[talks] in London");
}

#[track_caller]
fn check_spellings(names: &[&str], word: &str, others: &[&str]) {
    let actor = serde_json::json!({"id": "x", "name": names[0], "aliases": names[1..], "kind": "person"});
    let json = serde_json::json!({"format": "sidebyline/1", "id": "d", "version": "1", "title": "", "description": "",
        "language": "en", "updated": "2031-05-05", "license": "CC0-1.0", "method": "", "sources": [],
        "actors": [actor], "events": [], "quotes": []});
    let wire = sidebyline_dataset::parse(json.to_string().as_bytes()).expect("it is a dataset");
    let spellings = Spellings::new(&Dataset::from_wire(wire).0);
    let others: Vec<String> = others.iter().map(|other| words(other)).collect();
    assert_eq!(spellings.of(&words(word)), others, "{word}");
}

#[test]
fn names_that_differ_in_the_spelling_of_a_word_give_spellings() {
    let zelensky = ["Volodymyr Zelensky", "Zelensky", "Volodymyr Zelenskyy", "Zelenskiy"];
    check_spellings(&zelensky, "zelensky", &["zelenskyy", "zelenskiy"]);
    check_spellings(&zelensky, "Zelenskyy", &["zelensky"]);
    check_spellings(&zelensky, "volodymyr", &[]);
    check_spellings(&["Kyiv", "Kiev"], "kiev", &["kyiv"]);
}

#[test]
fn names_that_differ_in_more_than_spelling_give_none() {
    check_spellings(&["European leaders", "European officials"], "leaders", &[]);
    check_spellings(&["Ines Okafor", "Mayor Okafor"], "mayor", &[]);
    check_spellings(&["Quay 4", "Quay 5"], "4", &[]);
    check_spellings(&["Steve Witkoff", "Stefan Vitkov"], "witkoff", &[]);
    check_spellings(&["Pope Francis", "Francis"], "francis", &[]);
    check_spellings(&["—", ""], "—", &[]);
}

#[test]
fn a_word_is_found_and_marked_in_each_of_its_spellings() {
    let mut spellings = Spellings::default();
    spellings.add("zelensky", "zelenskyy");
    spellings.add("zelenskyy", "zelensky");
    let query = Query::new("zelenskyy said", &spellings);
    assert!(query.matches(&folded(&["Zelensky said"])));
    assert_eq!(query.marks("Zelensky, Zelenskyy, Zelenskyys"), [0..8, 10..19]);
}

#[test]
fn the_spellings_of_a_dataset_are_those_of_its_names() {
    let query = |text: &str| Query::new(text, &Spellings::new(&harbour()));
    assert_eq!(query("lind").terms[0].forms, [" lind"]);
}

/// Letters `a` and `b` only, so that words begin alike and phrases overlap.
fn vocabulary() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec("[ab]{1,3}", 0..9)
}

/// For each word of `text`, how many of its letters are marked: those of the phrases that occur.
fn marked_naively(text: &[String], phrases: &[Vec<String>]) -> Vec<usize> {
    let mut marked = vec![0; text.len()];
    for (number, phrase) in phrases.iter().enumerate() {
        let open = number + 1 == phrases.len(); // the last one has no closing mark
        for at in 0..text.len() {
            let fits = |i: usize, word: &String| match text.get(at + i) {
                Some(found) if open && i + 1 == phrase.len() => found.starts_with(word.as_str()),
                found => found == Some(word),
            };
            if !phrase.is_empty() && phrase.iter().enumerate().all(|(i, word)| fits(i, word)) {
                for (i, word) in phrase.iter().enumerate() {
                    marked[at + i] = marked[at + i].max(word.len());
                }
            }
        }
    }
    marked
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_text_is_found_by_its_own_words(text: String) {
        let plain = text.replace('-', " ");
        prop_assert!(query(&plain).matches(&folded(&[&text.replace('"', " ")])) || plain.contains(['"', '“', '”', '„', '«', '»']));
    }

    #[test]
    fn what_is_marked_is_what_is_found_by_a_naive_reading(
        text in vocabulary(),
        phrases in proptest::collection::vec(proptest::collection::vec("[ab]{1,2}", 1..4), 1..4),
    ) {
        let typed: Vec<String> = phrases.iter().map(|phrase| format!("\"{}\"", phrase.join(" "))).collect();
        let typed = typed.join(" ");
        let query = query(typed.trim_end_matches('"'));
        let naive = marked_naively(&text, &phrases);
        let mut expected = Vec::new();
        let mut at = 0;
        for (word, marked) in text.iter().zip(&naive) {
            if *marked > 0 {
                expected.push(at..at + marked);
            }
            at += word.len() + 1;
        }
        prop_assert_eq!(query.marks(&text.join(" ")), expected, "{}", typed);
        // A text that has all of them has marks for each.
        let found = phrases.iter().enumerate().all(|(i, phrase)| {
            let alone = if i + 1 == phrases.len() { vec![phrase.clone()] } else { vec![phrase.clone(), vec![]] };
            marked_naively(&text, &alone).iter().any(|&marked| marked > 0)
        });
        prop_assert_eq!(query.matches(&folded(&[&text.join(" ")])), found, "{}", typed);
    }

    #[test]
    fn marks_lie_on_letters_in_order_and_apart(typed: String, text: String) {
        let marks = query(&typed).marks(&text);
        prop_assert!(marks.iter().all(|mark| !mark.is_empty() && text.get(mark.clone()).is_some()));
        prop_assert!(marks.windows(2).all(|pair| pair[0].end <= pair[1].start));
    }

    #[test]
    fn marks_survive_scripts_marks_and_punctuation(
        text in "[aàßÆİſŉ̈\u{301}\u{ad}йё ηΐςשل“”\"'.,—-]{0,24}",
        typed in "[aàßÆİſŉ̈\u{301}йё ηΐςשل“”\".-]{0,6}",
    ) {
        let marks = query(&typed).marks(&text);
        prop_assert!(marks.iter().all(|mark| !mark.is_empty() && text.get(mark.clone()).is_some()));
        prop_assert!(marks.windows(2).all(|pair| pair[0].end <= pair[1].start));
        // What is marked is found again when it is looked for as it stands.
        for mark in marks {
            let marked = &text[mark];
            prop_assert!(query(&format!("\"{}", marked.replace(['"', '“', '”'], " "))).matches(&folded(&[&text])) , "{marked}");
        }
    }
}
