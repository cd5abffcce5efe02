use proptest::prelude::*;

use sidebyline_dataset::text::Text;

use super::*;
use crate::sheets;
use crate::sheets::columns;
use crate::sheets::tests::template;

const COURIER: &str = include_str!("../../template/texts/courier.txt");
const HERALD: &str = include_str!("../../template/texts/herald.txt");

fn texts() -> Texts {
    Texts::from([("courier".to_owned(), Text::new(COURIER)), ("herald".to_owned(), Text::new(HERALD))])
}

fn build(files: &BTreeMap<String, Vec<u8>>) -> (wire::Dataset, Vec<Finding>) {
    let mut findings = Vec::new();
    let sheets = sheets::read(files, &mut findings);
    let dataset = assemble(sheets, &texts(), &mut findings).dataset;
    (dataset, findings)
}

/// The template with one of its sheets replaced.
fn with(name: &str, sheet: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = template();
    files.insert(name.to_owned(), sheet.as_bytes().to_vec());
    files
}

fn findings(name: &str, sheet: &str) -> String {
    build(&with(name, sheet)).1.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_template_builds_without_findings() {
    let (dataset, findings) = build(&template());
    assert_eq!(findings, []);
    assert_eq!(dataset.sources[0].notes.len(), 1);
    assert_eq!(dataset.quotes[0].content, "The engine has been repaired and tested … We are ready.");
}

#[test]
fn a_text_goes_into_the_file_only_if_its_row_says_so() {
    let sheet = "id,text,label,title,published,published_basis,language,coded,publish\ncourier,courier.txt,C,Ferry,2025,,en,full,yes\n\
                 herald,herald.txt,H,Ferry,2025,,en,full,\n";
    let (dataset, _) = build(&with("sources.csv", sheet));
    assert_eq!(dataset.sources[0].text.as_deref(), Some(COURIER));
    assert_eq!(dataset.sources[1].text, None);
}

#[test]
fn ids_that_are_left_empty_are_made_up() {
    let sheet = "source,kind,speakers,cue,words,content\nherald,mixed,brandt,call,repaired and tested,It’s “repaired and tested”.\n\
                 courier,direct,brandt,say,We are ready.,\ncourier,direct,brandt,say,We are ready.,\n";
    let mut files = with("quotes.csv", sheet);
    files.remove("variants.csv");
    let (dataset, findings) = build(&files);
    assert_eq!(findings, []);
    let ids: Vec<&str> = dataset.quotes.iter().map(|quote| quote.id.as_str()).collect();
    assert_eq!(ids, ["courier-brandt-we-are-ready", "courier-brandt-we-are-ready-2", "herald-brandt-its-repaired-and"]);
    assert_eq!(dataset.events[0].mentions[1].id, "ferry-resumes-herald");
}

#[test]
fn mentions_and_quotes_come_in_the_order_of_sources_and_places() {
    let sheet = "event,source,status,basis,words,paraphrase\nislanders-wait,herald,occurred,own,quay,C\nislanders-wait,courier,occurred,own,small,B\n\
                 islanders-wait,courier,occurred,own,luggage,A\n";
    let mut files = with("mentions.csv", sheet);
    files.remove("answers.csv");
    let (dataset, findings) = build(&files);
    assert_eq!(findings, []);
    let paraphrases: Vec<&str> = dataset.events[1].mentions.iter().map(|mention| mention.paraphrase.as_str()).collect();
    assert_eq!(paraphrases, ["A", "B", "C"]);
}

#[test]
fn every_unknown_reference_is_named_with_what_may_be_meant() {
    let sheet = "id,source,kind,speakers,cue,words,content,event,topics,via,addressee\n\
                 courier-repaired,courrier,indirect,brant | nobody,say,We … ready,She is ready.,ferry-repairs,transports,x,y\n\
                 herald-repaired,herald,indirect,brandt,say,The … week,It is done.,,,,\n";
    insta::assert_snapshot!(findings("quotes.csv", sheet), @r"
    error: quotes.csv:2 source: there is no source `courrier`. Did you mean `courier`?
    error: quotes.csv:2 speakers: there is no actor `brant`. Did you mean `brandt`?
    error: quotes.csv:2 speakers: there is no actor `nobody`. Known are `harbour-office`, `brandt`.
    error: quotes.csv:2 via: there is no actor `x`. Known are `harbour-office`, `brandt`.
    error: quotes.csv:2 event: there is no event `ferry-repairs`. Did you mean `ferry-repaired`?
    error: quotes.csv:2 topics: there is no topic `transports`. Did you mean `transport`?
    error: quotes.csv:2 addressee: there is no actor `y`. Known are `harbour-office`, `brandt`.
    ");
}

#[test]
fn an_id_that_stands_twice_is_named_with_its_first_row() {
    let sheet = "id,label\ntransport,A\nb,B\ntransport,C\n";
    insta::assert_snapshot!(findings("topics.csv", sheet), @"error: topics.csv:4 id: the id `transport` stands there twice, first in topics.csv:2. Rename one of them.");
}

#[test]
fn evidence_names_mentions_and_quotes() {
    let sheet = "discrepancy,value,evidence\nsailing-day,Friday,ferry-resumes-courier | courier-repaired\nsailing-day,Saturday,ferry-resumes-heralds\n";
    insta::assert_snapshot!(findings("answers.csv", sheet), @"error: answers.csv:3 evidence: there is no mention or quote `ferry-resumes-heralds`. Did you mean `ferry-resumes-herald`?");
    let sheet = "discrepancy,value,evidence\nsailing-day,Friday,ferry-resumes-courier | herald-repaired\n";
    let evidence = &build(&with("answers.csv", sheet)).0.discrepancies[0].answers[0].evidence;
    assert_eq!(
        (evidence[0].source.as_str(), evidence[0].mention.as_deref()),
        ("courier", Some("ferry-resumes-courier"))
    );
    assert_eq!((evidence[1].source.as_str(), evidence[1].quote.as_deref()), ("herald", Some("herald-repaired")));
}

#[test]
fn words_of_another_source_are_told_from_words_that_stand_nowhere() {
    let sheet = "source,words,reason\nherald,several of them with children,repeat\nherald,quay | quay,repeat\ncourier,Friday,repeat\n";
    insta::assert_snapshot!(findings("skipped.csv", sheet), @r"
    error: skipped.csv:2 words: `several of them with children` doesn't stand in herald.txt. It stands in courier.txt:7, the text of source `courier`: see the column `source`.
    error: skipped.csv:3 words: `quay` names the same place as another item of this cell. Remove one of them.
    error: skipped.csv:4 words: `Friday` stands in courier.txt 2 times. Write more of the words, or which place you mean:
    `Friday #1` courier.txt:1 … Nordholm sails again on [Friday]  The ferry between the …
    `Friday #2` courier.txt:3 … will sail again on [Friday], the harbour office announced …
    ");
}

#[test]
fn a_direct_quote_is_no_stretch() {
    let sheet = "id,source,kind,speakers,cue,words\ncourier-repaired,courier,direct,brandt,say,The engine … tested\nherald-repaired,herald,direct,brandt,call,repaired and tested\n";
    insta::assert_snapshot!(findings("quotes.csv", sheet), @"error: quotes.csv:2 words: a direct quote names a stretch by its first and last words. Its words are its content: write all of them, or make the quote `indirect`.");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_rows_in_any_sheet_make_it_panic(
        sheet in prop::sample::select(columns::ALL.to_vec()),
        cells in prop::collection::vec(
            prop_oneof![
                prop::sample::select(vec!["courier", "herald", "brandt", "direct", "mixed", "The … week", "ferry-resumes", "We are ready.", "quay #2", "", "| |", "…", "id"]).prop_map(str::to_owned),
                "\\PC{0,12}",
            ],
            0..40,
        ),
    ) {
        let width = sheet.columns().count();
        let quoted: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        let rows: Vec<String> = quoted.chunks(width).map(|row| row.join(",")).collect();
        let header = sheet.columns().collect::<Vec<_>>().join(",");
        let (dataset, _) = build(&with(sheet.name, &format!("{header}\n{}\n", rows.join("\n"))));
        let _ = sidebyline_dataset::check::file(&dataset);
        let _ = sidebyline_dataset::check::texts(&dataset, &texts());
    }
}
