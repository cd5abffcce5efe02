use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Texts, file, is_id, share, stream, texts};
use crate::Finding;
use crate::fixture::{HARBOUR, LEDGER, changed, edges, exact};
use crate::text::Text;

fn both_texts() -> Texts {
    BTreeMap::from([("a".to_owned(), Text::new(HARBOUR)), ("b".to_owned(), Text::new(LEDGER))])
}

fn lines(findings: &[Finding]) -> String {
    findings.iter().map(Finding::to_string).collect::<Vec<_>>().join("\n")
}

/// What `file` says of the fixture after a change, and `stream` of its JSON.
fn file_says(change: impl FnOnce(&mut Value)) -> String {
    let dataset = changed(change);
    let findings = file(&dataset);
    let json = serde_json::to_string(&dataset).expect("it can be written");
    assert_eq!(streamed(&json).as_ref(), Some(&findings));
    lines(&findings)
}

fn streamed(json: &str) -> Option<Vec<Finding>> {
    stream(&mut serde_json::Deserializer::from_str(json))
}

#[test]
fn what_has_another_order_or_is_no_dataset_is_left_to_be_read_as_a_whole() {
    let json = serde_json::to_string(&changed(|_| {})).expect("it can be written");
    assert_eq!(streamed(&json), Some(vec![]));
    for (from, to) in [
        ("{\"format\"", "{\"quotes\":[],\"format\""),
        ("{\"format\"", "{\"events\":[],\"format\""),
        ("\"quotes\"", "\"events\":[],\"quotes\""),
        ("\"events\"", "\"quotes\":[],\"events\""),
        ("\"quotes\":", "\"quotes\":7,\"quotes\":"),
        ("sidebyline/1", "sidebyline/2"),
    ] {
        assert_eq!(streamed(&json.replacen(from, to, 1)), None, "{to}");
    }
    let late = format!("{},\"topics\":[]}}", &json[..json.len() - 1]);
    assert_eq!(streamed(&late), None);
    for end in (0..json.len()).step_by(61).filter(|&end| json.is_char_boundary(end)) {
        assert_eq!(streamed(&json[..end]), None);
    }
}

/// What `texts` says of the fixture after a change, but for how much is reproduced: of two texts this short, a few words
/// are a large share.
fn texts_say(change: impl FnOnce(&mut Value)) -> String {
    let mut findings = texts(&changed(change), &both_texts());
    findings.retain(|finding| !finding.found.contains("reproduced"));
    lines(&findings)
}

#[test]
fn a_sound_file_has_no_findings() {
    assert_eq!(file_says(|_| {}), "");
    assert_eq!(texts_say(|_| {}), "");
}

#[test]
fn an_id_is_short_and_plain() {
    assert!(is_id("a") && is_id("0-talks_b") && is_id(&"a".repeat(64)));
    assert!(!is_id("") && !is_id("_none") && !is_id("Talks") && !is_id("é") && !is_id(&"a".repeat(65)));
}

#[test]
fn an_id_is_well_formed_and_unique() {
    insta::assert_snapshot!(file_says(|json| {
        json["actors"][1]["id"] = "brandt".into();
        json["actors"][0]["affiliation"] = Value::Null;
        json["topics"][0]["id"] = "Harbour!".into();
        json["events"][0]["topics"] = json!([]);
    }), @r"
    error: $.actors[1].id: `brandt` is the id of two actors; the other is at $.actors[0].id. Rename one of them.
    error: $.topics[0].id: `Harbour!` is no id. An id has 1 to 64 of the characters a–z, 0–9, `_` and `-`, and begins with a letter or digit.
    ");
}

#[test]
fn a_reference_that_leads_nowhere_is_named_with_what_comes_nearest() {
    insta::assert_snapshot!(file_says(|json| {
        json["quotes"][0]["speakers"][0] = "brand".into();
        json["events"][0]["mentions"][0]["source"] = "z".into();
        json["discrepancies"][0]["answers"][0]["evidence"][1] = json!({"source": "a", "quote": "b-done"});
    }), @r"
    error: $.events[0].mentions[0].source: there is no source `z`. Known are `a`, `b`.
    error: $.quotes[0].speakers[0]: there is no actor `brand`. Did you mean `brandt`?
    error: $.discrepancies[0].answers[0].evidence[0].mention: there is no mention `reopening-a`. Did you mean `reopening-b`?
    error: $.discrepancies[0].answers[0].evidence[1]: the evidence stands in another source. Name the source that the mention or quote belongs to.
    ");
}

#[test]
fn a_name_that_is_wrong_again_and_again_is_held_against_the_known_ones_no_more() {
    let said = file_says(|json| json["quotes"][0]["speakers"] = (0..202).map(|n| format!("brandt{n}")).collect());
    let of =
        |advice: &str| said.lines().filter(|line| line.contains("there is no actor") && line.ends_with(advice)).count();
    assert_eq!(of("See what the first 200 findings say of names that come near."), 2);
    assert_eq!(of("Did you mean `brandt`?"), 200);
}

#[test]
fn an_unknown_key_is_a_warning() {
    insta::assert_snapshot!(file_says(|json| json["events"][0]["mentions"][0]["colour"] = "red".into()), @r"warning: $.events[0].mentions[0].colour: this key isn't part of the format. It is kept and shown nowhere; see whether it is misspelt.");
}

#[test]
fn a_date_that_is_none_is_an_error_with_an_example() {
    insta::assert_snapshot!(file_says(|json| json["events"][0]["when"] = "last Monday".into()), @r"error: $.events[0].when: `last Monday` is no EDTF date. Write it in EDTF: `2025-04-22`, `2025-04`, `2025-04-22/2025-04-24` (lasting), `[2025-04-23..2025-04-25]` (one day in between).");
}

#[test]
fn nobody_reports_what_cannot_be_known_yet() {
    insta::assert_snapshot!(file_says(|json| json["events"][0]["known_from"] = "2025-04-23".into()), @r"error: $.events[0].known_from: source `a`, published 2025-04-22, reports what could be known from 2025-04-23 only. Set it to the first day on which a reporter could have known, or mend `published`.");
}

#[test]
fn the_content_of_a_quote_agrees_with_its_kind() {
    insta::assert_snapshot!(file_says(|json| {
        json["quotes"][0]["content"] = "The repairs cost “too much”.".into();
        json["quotes"][1]["content"] = "“Look into it.”".into();
        json["quotes"][2]["content"] = "It is done.".into();
    }), @r"
    error: $.quotes[0].content: the fragment “cost far too much” doesn't stand in the content in typographic quotation marks. Put it into the paraphrase, as the text has it.
    error: $.quotes[0].content: “too much” stands in quotation marks and is no passage of the quote. Name it in `words`, or take the marks off: between them stand the source's words only.
    error: $.quotes[1].content: an indirect quote has quotation marks in its content. Call it `mixed` and name the fragment, or take the marks off.
    error: $.quotes[2].content: the content of a direct quote isn't what its passages hold. Leave `content` empty in the sheet, and name all of its words.
    ");
}

#[test]
fn a_discrepancy_has_two_answers_with_evidence() {
    insta::assert_snapshot!(file_says(|json| {
        let answers = json["discrepancies"][0]["answers"].as_array_mut().expect("answers");
        answers.truncate(1);
        answers[0]["evidence"] = json!([]);
    }), @r"
    error: $.discrepancies[0].answers: fewer than two answers. A discrepancy has at least two; else it is none.
    error: $.discrepancies[0].answers[0].evidence: the answer `Yes` has no evidence. Name the mentions or quotes that give it.
    ");
}

#[test]
fn a_link_is_http_or_https() {
    insta::assert_snapshot!(file_says(|json| json["sources"][0]["url"] = "javascript:alert(1)".into()), @r"error: $.sources[0].url: `javascript:alert(1)` is no http or https address. Write the whole address, beginning with `https://`.");
}

#[test]
fn a_passage_stands_where_it_says() {
    insta::assert_snapshot!(texts_say(|json| {
        json["quotes"][2]["passages"][0]["exact"] = "It is gone".into();
        json["events"][0]["mentions"][0]["passages"][0]["digest"] = crate::text::canonical_digest("something else").into();
    }), @r"
    error: $.events[0].mentions[0].passages[0].digest: the words there have another digest. Build the file anew from its texts.
    error: $.quotes[2].passages[0].exact: the text doesn't have `It is gone` there. Build the file anew from its texts.
    ");
}

#[test]
fn words_between_quotation_marks_belong_to_a_quote() {
    insta::assert_snapshot!(texts_say(|json| {
        json["quotes"][2]["passages"].as_array_mut().expect("passages").pop();
    }), @r"
    error: text of `b`, line 2: `We can sail.` stands in quotation marks and in no quote. Add it to `quotes.csv` with its speaker, or widen the quote that holds a part of it.
    error: text of `b`, line 2: no mention, quote or skip touches the sentence `“We can sail.”`. Code it, or name it in `skipped.csv` with a reason.
    ");
}

#[test]
fn a_long_row_of_unread_words_is_named() {
    insta::assert_snapshot!(texts_say(|json| {
        json["quotes"].as_array_mut().expect("quotes").remove(1);
        json["quotes"][0]["passages"] = json!([exact(HARBOUR, "cost far too much")]);
        json["events"][0]["mentions"][0]["passages"] = json!([edges(HARBOUR, "The", "harbour")]);
    }), @r"error: text of `a`, line 2: 10 words in a row are left unread: `Mayor Ida Brandt of the old town said the repairs`. Code them, widen the passage beside them, or name them in `skipped.csv` with a reason.");
}

#[test]
fn a_text_with_other_bytes_and_the_same_words_is_told_apart_from_another_text() {
    let dataset = changed(|_| {});
    let mut texts_there = both_texts();
    texts_there.insert("a".into(), Text::new(HARBOUR.replace('\n', "\r\n")));
    texts_there.insert("b".into(), Text::new("Something else."));
    insta::assert_snapshot!(lines(&texts(&dataset, &texts_there)), @r"
    warning: $.sources[0].digest.raw: the text has other bytes than the one this was made from. Its words are the same; offsets may be off. Take the original file to check them.
    error: $.sources[1].digest.canonical: the text has other words than the one this was made from. Take the original text, or build the file anew.
    ");
}

#[test]
fn a_source_without_a_text_cannot_be_audited() {
    insta::assert_snapshot!(lines(&texts(&changed(|_| {}), &Texts::new())), @r"
    error: $.sources[0]: the text of source `a` isn't there. Put the file with these words into the folder of texts.
    error: $.sources[1]: the text of source `b` isn't there. Put the file with these words into the folder of texts.
    ");
}

#[test]
fn the_share_counts_each_reproduced_letter_once_and_speech_apart() {
    let dataset = changed(|_| {});
    let measured = share(&dataset, &dataset.sources[1], &Text::new(LEDGER));
    let ink = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count() as u32;
    assert_eq!(measured.length, ink(LEDGER));
    assert_eq!(
        measured.reproduced,
        ink("Harbour works end.") + ink("It is done") + ink("We can sail.") + ink("Critics") + ink("it.")
    );
    assert_eq!(measured.length_outside, ink(LEDGER) - ink("It is done,") - ink("We can sail."));
    assert_eq!(measured.reproduced_outside, ink("Harbour works end.") + ink("Critics") + ink("it."));
}

#[test]
fn too_large_a_share_and_too_long_a_row_are_errors() {
    let dataset =
        changed(|json| json["events"][0]["mentions"][0]["passages"] = json!([exact(HARBOUR, HARBOUR.trim())]));
    let said = lines(&texts(&dataset, &both_texts()));
    assert!(said.contains("of `a` is reproduced outside quoted speech. Keep it under 15 %"), "{said}");
    assert!(said.contains("words in a row of `a` are reproduced outside quoted speech"), "{said}");
}

#[test]
fn who_publishes_the_whole_text_may_store_all_of_it() {
    let dataset = changed(|json| {
        json["sources"][0]["text"] = HARBOUR.into();
        json["events"][0]["mentions"][0]["passages"] = json!([exact(HARBOUR, HARBOUR.trim())]);
    });
    let said = lines(&texts(&dataset, &both_texts()));
    assert!(!said.contains("of `a` is reproduced") && !said.contains("of `a` are reproduced"), "{said}");
    assert_eq!(lines(&file(&dataset)), "");
}

#[test]
fn a_text_that_is_carried_is_the_one_that_was_coded() {
    insta::assert_snapshot!(file_says(|json| json["sources"][0]["text"] = "Another text.".into()), @"error: $.sources[0].text: this is another text than the one that the digest and the length are of. Build the file anew from its texts.");
}

#[test]
fn corrections_stand_newest_first_and_their_versions_can_be_pinned() {
    insta::assert_snapshot!(file_says(|json| {
        json["corrections"] = json!([
            {"date": "2025-05-01", "note": "A name", "version": "1.1.0"},
            {"date": "2025-05-02", "note": "A date", "version": "v 2"},
            {"date": "2025-04-30", "note": "A place"},
        ]);
    }), @r"
    error: $.corrections[1].version: `v 2` can't stand in a link. A version has 1 to 64 letters, digits, `.`, `-`, `_` and `+`.
    warning: $.corrections[1].date: it is later than the one before. Put the newest correction first: that is how they are read.
    ");
}
