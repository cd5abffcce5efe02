use sidebyline_dataset::model::{Anchor, Verbatim};
use sidebyline_dataset::text::canonical_digest;

use super::*;

const ARTICLE: &str = "Ferry sails again\nThe ferry – repaired “at last” – will sail on Friday. “We are ready,” the master said.\nAbout 40 people waited on Friday evening. Nobody knew why the ferry was late.\n";

/// A passage of the article whose words are known, with the marks or words round it.
fn words(exact: &str, prefix: &str, suffix: &str) -> Passage {
    let at = ARTICLE.find(&format!("{prefix}{exact}{suffix}")).expect("it stands in the article") + prefix.len();
    let start = ARTICLE[..at].chars().count() as u32;
    let anchor = Anchor::Exact { exact: Verbatim(exact.into()), prefix: prefix.into(), suffix: suffix.into() };
    Passage { span: start..start + exact.chars().count() as u32, anchor }
}

/// A passage of the article that is known by its first and last words.
fn edges(head: &str, tail: &str) -> Passage {
    let from = ARTICLE.find(head).expect("it stands in the article");
    let to = from + ARTICLE[from..].find(tail).expect("it stands in the article") + tail.len();
    let start = ARTICLE[..from].chars().count() as u32;
    let digest = canonical_digest(&ARTICLE[from..to]);
    Passage {
        span: start..start + ARTICLE[from..to].chars().count() as u32,
        anchor: Anchor::Edges { head: Verbatim(head.into()), tail: Verbatim(tail.into()), digest },
    }
}

/// What becomes of passages in a text: `=` exact, `~` normalised, `?` fuzzy, each with the words; `|` between ambiguous
/// places; `-` for none.
#[track_caller]
fn check(text: &str, passages: &[Passage], expected: &[&str]) {
    let text = Text::new(text);
    let outcomes = anchor(&text, &passages.iter().collect::<Vec<_>>(), None).outcomes;
    let written = outcomes.iter().map(|outcome| {
        let words: Vec<String> = outcome.places().iter().map(|place| text.slice(place.clone())).collect();
        let kind = match outcome {
            Outcome::Exact(_) => "=",
            Outcome::Normalised { .. } => "~",
            Outcome::Fuzzy { .. } => "?",
            Outcome::Ambiguous(_) => "",
            Outcome::NotFound => "-",
        };
        format!("{kind}{}", words.join("|"))
    });
    assert_eq!(written.collect::<Vec<_>>(), expected);
}

#[test]
fn in_the_article_itself_everything_is_exact() {
    let passages = [words("We are ready", "“", ","), edges("About", "evening"), words("Friday", "on ", " evening")];
    check(ARTICLE, &passages, &["=We are ready", "=About 40 people waited on Friday evening", "=Friday"]);
}

#[test]
fn a_copy_in_another_spelling_is_normalised() {
    let copy = "Menu\r\n\r\nFerry sails again\r\n\r\nThe ferry - repaired \"at last\" - will sail\u{a0}on Friday. \"We are ready,\" the master said.";
    let passages =
        [edges("The ferry – repaired", "Friday"), words("repaired “at last” – will sail on Friday", "– ", ".")];
    check(
        copy,
        &passages,
        &[
            "~The ferry - repaired \"at last\" - will sail\u{a0}on Friday",
            "~repaired \"at last\" - will sail\u{a0}on Friday",
        ],
    );
}

#[test]
fn a_stretch_whose_digest_hides_the_quotation_marks_is_normalised_where_others_show_them() {
    let copy = ARTICLE.replace(['“', '”'], "\"");
    let passages =
        [edges("The ferry – repaired", "Friday"), edges("About", "evening"), words("We are ready", "“", ",")];
    check(
        &copy,
        &passages,
        &[
            "~The ferry – repaired \"at last\" – will sail on Friday",
            "=About 40 people waited on Friday evening",
            "=We are ready",
        ],
    );
}

#[test]
fn few_words_without_anything_round_them_are_not_taken_for_the_passage() {
    check("They asked: We are ready, are you?", &[words("We are ready", "“", ",")], &["We are ready"]);
}

#[test]
fn words_whose_context_is_gone_are_not_taken_for_those_that_have_it() {
    let passages =
        [words("Friday", "on ", " evening"), words("The ferry – repaired “at last” – will sail on", "", " ")];
    check(
        "The ferry – repaired “at last” – will sail on Friday.",
        &passages,
        &["Friday", "=The ferry – repaired “at last” – will sail on"],
    );
}

#[test]
fn a_part_of_a_longer_word_is_not_the_word() {
    let passage = words("Nobody knew why the ferry was late", ". ", ".");
    check("Nobody knew why the ferry was later.", &[passage], &["?Nobody knew why the ferry was later"]);
}

#[test]
fn a_paragraph_that_stands_twice_is_ambiguous_unless_its_neighbours_tell() {
    let paragraph = "About 40 people waited on Friday evening. Nobody knew why the ferry was late.";
    let passage = words("people waited on Friday evening. Nobody knew why", "40 ", " the");
    check(
        &format!("{paragraph}\n{paragraph}"),
        std::slice::from_ref(&passage),
        &["people waited on Friday evening. Nobody knew why|people waited on Friday evening. Nobody knew why"],
    );
    let before = words("will sail on Friday. “We are ready,” the master", "– ", " said");
    let teaser = format!("Nobody cares. {paragraph}\n{ARTICLE}");
    check(
        &teaser,
        &[passage, before, words("the ferry was late", "why ", ".")],
        &[
            "people waited on Friday evening. Nobody knew why|people waited on Friday evening. Nobody knew why",
            "=will sail on Friday. “We are ready,” the master",
            "the ferry was late|the ferry was late",
        ],
    );
}

#[test]
fn letters_of_another_script_are_fuzzy_at_best() {
    let copy = ARTICLE.replace("master", "m\u{430}ster");
    check(&copy, &[words("We are ready,” the master said", "“", ".")], &["?We are ready,” the m\u{430}ster said"]);
}

#[test]
fn a_score_says_how_much_is_the_same_and_how_sure_it_is() {
    let text = Text::new("Nobody ever knew why the ferry was late.");
    let passage = words("Nobody knew why the ferry was late", ". ", ".");
    let Outcome::Fuzzy { score, second, .. } = &anchor(&text, &[&passage], None).outcomes[0] else {
        panic!("it is fuzzy")
    };
    assert!((score - (1.0 - 5.0 / 34.0)).abs() < 0.001 && *second < 0.4, "{score} {second}");
}

#[test]
fn the_source_s_own_text_has_each_passage_at_its_offsets_even_words_that_stand_twice() {
    let text = Text::new(ARTICLE);
    let digest = SourceDigest { raw: text.raw_digest(), canonical: text.canonical_digest() };
    let second = Passage {
        anchor: Anchor::Exact { exact: Verbatim("Friday".into()), prefix: String::new(), suffix: String::new() },
        ..words("Friday", "on ", " evening")
    };
    let known = anchor(&text, &[&second], Some(&digest));
    assert_eq!((known.sameness, &known.outcomes[0]), (Sameness::Bytes, &Outcome::Exact(second.span.clone())));
    let copy = Text::new(ARTICLE.replace('“', "\""));
    assert_eq!(anchor(&copy, &[&second], Some(&digest)).sameness, Sameness::Words);
    assert_eq!(anchor(&Text::new("Other"), &[&second], Some(&digest)).sameness, Sameness::Other);
}

#[test]
fn passages_out_of_order_are_counted() {
    let passages = [
        words("Ferry sails again", "", "\n"),
        edges("The ferry", "Friday"),
        edges("About", "evening"),
        edges("Nobody", "late"),
    ];
    let text = Text::new(
        "About 40 people waited on Friday evening. Nobody knew why the ferry was late.\nThe ferry – repaired “at last” – will sail on Friday.",
    );
    let anchoring = anchor(&text, &passages.iter().collect::<Vec<_>>(), None);
    assert_eq!((anchoring.placed(), anchoring.in_order), (3, 2));
}

#[test]
fn a_text_that_is_too_long_is_searched_where_the_words_are_expected_and_that_is_said() {
    let mut work = Work { steps: 800, ..Work::default() };
    assert_eq!((work.window(100, 1, Some(50), 10), work.bounded), (0..100, false));
    assert_eq!((work.window(100, 1, Some(50), 10), work.bounded), (40..60, true));
    assert_eq!(work.window(100, 1, None, 10), 0..10);
}
