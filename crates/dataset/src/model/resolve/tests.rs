use sidebyline_turns::{Undivided, at_once};

use crate::Here;
use crate::fixture::{changed, json};
use crate::model::{Anchor, Content, Dataset, Origin, Paraphrase, QuoteIdx, Run, Title, Verbatim, runs};
use crate::wire::QuoteKind;

fn dataset() -> Dataset {
    let (dataset, findings) = Dataset::from_wire(changed(|_| {}));
    assert_eq!(findings, []);
    dataset
}

#[test]
fn references_lead_to_what_they_name() {
    let dataset = dataset();
    let reopening = &dataset.events[dataset.events.find("reopening").expect("the event")];
    let sources: Vec<&str> =
        reopening.mentions.iter().map(|&m| dataset.sources[dataset.mentions[m].source].id.as_str()).collect();
    assert_eq!(sources, ["a", "b"]);
    let quotes: Vec<&str> = reopening.quotes.iter().map(|&q| dataset.quotes[q].id.as_str()).collect();
    assert_eq!(quotes, ["a-cost", "b-done"]);
    assert_eq!(reopening.discrepancies.len(), 1);
    let brandt = &dataset.actors[dataset.quotes[QuoteIdx(0)].speakers[0]];
    assert_eq!(brandt.affiliation.map(|town| dataset.actors[town].name.as_str()), Some("Town"));
}

#[test]
fn each_word_of_a_quote_has_its_owner() {
    let dataset = dataset();
    let content = |id: &str| dataset.quotes[dataset.quotes.find(id).expect("the quote")].content.clone();
    let own = |text: &str| Paraphrase(text.into());
    let theirs = |text: &str| Verbatim(text.into());
    assert_eq!(content("b-done"), Content::Direct(vec![theirs("It is done"), theirs("We can sail.")]));
    assert_eq!(content("a-inquiry"), Content::Indirect(own("Somebody should look into it.")));
    assert_eq!(
        content("a-cost"),
        Content::Mixed(vec![
            Run::Own(own("The repairs ")),
            Run::Quoted(theirs("cost far too much")),
            Run::Own(own("."))
        ])
    );
    assert_eq!(content("a-cost").kind(), QuoteKind::Mixed);
}

#[test]
fn a_mark_that_is_never_closed_quotes_nothing() {
    assert_eq!(runs("He “left"), [Run::Own(Paraphrase("He “left".into()))]);
    assert_eq!(runs(""), []);
}

#[test]
fn a_headline_is_the_sources_own_and_a_title_ours() {
    let (dataset, _) = Dataset::from_wire(changed(|json| json["sources"][0]["headline"] = "Harbour open".into()));
    let titles: Vec<Title> = dataset.sources.iter().map(|(_, source)| source.title.clone()).collect();
    assert_eq!(
        titles,
        [Title::Headline(Verbatim("Harbour open".into())), Title::Description(Paraphrase("A report".into()))]
    );
}

#[test]
fn an_origin_is_a_source_or_an_address() {
    let (dataset, findings) = Dataset::from_wire(changed(|json| {
        json["sources"][1]["derived_from"] = serde_json::json!(["a", "https://example.org/x", "nowhere"]);
    }));
    let origins = &dataset.sources[dataset.sources.find("b").expect("the source")].derived_from;
    assert!(matches!(origins.as_slice(), [Origin::Source(_), Origin::Elsewhere(_)]));
    assert_eq!(findings.len(), 1);
}

#[test]
fn what_cannot_be_resolved_is_left_out_and_said() {
    let (dataset, findings) = Dataset::from_wire(changed(|json| {
        json["quotes"][0]["source"] = "z".into();
        json["events"][1]["mentions"][0]["passages"][0]["digest"] = serde_json::Value::Null;
    }));
    assert!(dataset.quotes.find("a-cost").is_none());
    assert!(dataset.mentions[dataset.mentions.find("doubt-b").expect("the mention")].passages.is_empty());
    let places: Vec<&str> = findings.iter().map(|finding| finding.place.as_str()).collect();
    assert_eq!(
        places,
        [
            "$.events[1].mentions[0].passages[0]",
            "$.quotes[0].source",
            "$.variants[0].quotes[0]",
            "$.variants[0].quotes"
        ]
    );
}

#[test]
fn a_passage_keeps_its_words_or_its_edges() {
    let dataset = dataset();
    let kinds: Vec<bool> = dataset
        .mentions
        .iter()
        .map(|(_, mention)| matches!(mention.passages[0].anchor, Anchor::Exact { .. }))
        .collect();
    assert_eq!(kinds, [false, true, false]);
}

/// Every value of a JSON document, replaced by each of a few others in turn.
fn mutations(json: &serde_json::Value) -> Vec<serde_json::Value> {
    fn pointers(value: &serde_json::Value, at: &str, out: &mut Vec<String>) {
        out.push(at.into());
        match value {
            serde_json::Value::Array(items) => {
                items.iter().enumerate().for_each(|(i, item)| pointers(item, &format!("{at}/{i}"), out));
            }
            serde_json::Value::Object(fields) => {
                fields.iter().for_each(|(key, field)| pointers(field, &format!("{at}/{key}"), out));
            }
            _ => {}
        }
    }
    let mut places = Vec::new();
    pointers(json, "", &mut places);
    let others = [
        serde_json::json!(null),
        serde_json::json!(""),
        serde_json::json!("“x"),
        serde_json::json!(4_294_967_295u32),
        serde_json::json!([]),
        serde_json::json!({}),
    ];
    let mut all = Vec::new();
    for place in places {
        for other in &others {
            let mut mutated = json.clone();
            if let Some(value) = mutated.pointer_mut(&place) {
                *value = other.clone();
                all.push(mutated);
            }
        }
    }
    all
}

#[test]
fn what_is_read_is_written_again_as_it_was() {
    let json = json();
    assert_eq!(serde_json::to_value(changed(|_| {})).expect("it is JSON"), json);
}

#[test]
fn no_damaged_file_makes_reading_resolving_or_checking_panic() {
    let texts = crate::check::Texts::from([("a".to_owned(), crate::text::Text::new(crate::fixture::HARBOUR))]);
    let all = mutations(&json());
    assert!(all.len() > 1_000);
    for mutated in all {
        let read = crate::parse(mutated.to_string().as_bytes());
        // What is read as it comes is what a tree of the whole gives, and so is what is told of it.
        assert_eq!(read, crate::parse::from_json(mutated.clone().into()));
        let in_turns = at_once(Dataset::read_as_it_comes(
            &mut Here::new(mutated.to_string().as_bytes()),
            &mut |_| false,
            &Undivided,
        ));
        assert_eq!(in_turns, read.clone().map(Dataset::from_wire));
        // So is what another program goes on with.
        #[cfg(feature = "pack")]
        if let Ok((dataset, _)) = in_turns {
            let pack = crate::pack::handed_over(dataset.clone(), Vec::new()).expect("it is small");
            assert_eq!(crate::pack::opened(&pack).map(|opened| opened.dataset), Ok(dataset));
        }
        let Ok(wire) = read else { continue };
        let _ = crate::check::file(&wire);
        let _ = crate::check::texts(&wire, &texts);
    }
}
