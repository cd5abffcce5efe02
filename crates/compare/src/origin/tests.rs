use serde_json::{Value, json};
use sidebyline_dataset::model::{EvidencePlace, MentionIdx};

use super::*;

/// A source of this id; what is given besides stands as it is.
fn source(id: &str, more: &Value) -> Value {
    let zeros = format!("sha256:{}", "0".repeat(64));
    let mut source = json!({"id": id, "label": "S", "title": "A text", "language": "en", "length": 9, "published": "2031",
        "published_basis": "", "digest": {"raw": zeros, "canonical": zeros}, "coded": "full"});
    for (key, value) in more.as_object().into_iter().flatten() {
        source[key] = value.clone();
    }
    source
}

/// A report by a source.
fn mention(id: &str, source: &str, basis: &str, via: &[&str], words: &[&str]) -> Value {
    let passages: Vec<Value> = words.iter().map(|words| json!({"start": 0, "end": 1, "exact": words})).collect();
    json!({"id": id, "source": source, "paraphrase": "It is so.", "passages": passages, "status": "occurred",
        "basis": basis, "via": via})
}

/// A dataset of these sources, of one event with these reports, and these quotes.
fn story(sources: &[Value], mentions: &[Value], quotes: &[Value]) -> Dataset {
    let actors = ["wire", "mayor"].map(|id| json!({"id": id, "name": id, "kind": "person"}));
    let file = json!({"format": "sidebyline/1", "id": "sketch", "version": "1", "title": "", "description": "",
        "language": "en", "updated": "2031-05-12", "license": "CC0-1.0", "method": "", "sources": sources,
        "actors": actors, "events": [{"id": "event", "title": "It", "when": "2031", "mentions": mentions}], "quotes": quotes});
    let wire = sidebyline_dataset::parse(file.to_string().as_bytes()).expect("it is a dataset");
    let (dataset, findings) = Dataset::from_wire(wire);
    assert_eq!(findings, []);
    dataset
}

fn plain(ids: &[&str]) -> Vec<Value> {
    ids.iter().map(|id| source(id, &json!({}))).collect()
}

/// The origins of the event among all sources.
fn origins(dataset: &Dataset) -> Origins {
    let all: Vec<SourceIdx> = dataset.sources.indices().collect();
    Grounds::new(dataset).origins(dataset, EventIdx(0), &all)
}

/// The groups by the ids of their sources: `a b, c`.
fn groups(dataset: &Dataset, origins: &Origins) -> String {
    let id = |&source: &SourceIdx| dataset.sources[source].id.as_str();
    let group = |group: &Vec<SourceIdx>| group.iter().map(id).collect::<Vec<_>>().join(" ");
    origins.groups.iter().map(group).collect::<Vec<_>>().join(", ")
}

#[track_caller]
fn check(sources: &[Value], mentions: &[Value], expected: &str) {
    let dataset = story(sources, mentions, &[]);
    assert_eq!(groups(&dataset, &origins(&dataset)), expected);
}

fn own(source: &str) -> Value {
    mention(&format!("m-{source}"), source, "own", &[], &[])
}

#[test]
fn reports_that_nothing_ties_may_have_as_many_origins() {
    check(&plain(&["a", "b", "c"]), &[own("a"), own("c")], "a, c");
}

#[test]
fn a_source_that_draws_on_another_adds_no_origin() {
    let a = source("a", &json!({"derived_from": ["c"]}));
    let sources = [a, source("b", &json!({})), source("c", &json!({}))];
    check(&sources, &[own("a"), own("b"), own("c")], "a c, b");
    let dataset = story(&sources, &[own("a"), own("c")], &[]);
    let tie = Tie { reason: Reason::DrawsOn, sources: vec![SourceIdx(0), SourceIdx(2)], evidence: Vec::new() };
    assert_eq!(origins(&dataset).ties, [tie]);
}

#[test]
fn an_address_of_a_source_means_that_source() {
    let a = source("a", &json!({"derived_from": ["https://b.example/1"]}));
    check(&[a, source("b", &json!({"url": "https://b.example/1"}))], &[own("a"), own("b")], "a b");
}

#[test]
fn sources_that_draw_on_one_address_are_tied() {
    let draws = |id, link| source(id, &json!({"derived_from": ["https://x.example/", link]}));
    let sources = [draws("a", "https://y.example/1"), draws("b", "https://y.example/2"), source("c", &json!({}))];
    let dataset = story(&sources, &[own("a"), own("b"), own("c")], &[]);
    let origins = origins(&dataset);
    assert_eq!(groups(&dataset, &origins), "a b, c");
    assert_eq!(origins.ties[0].reason, Reason::SameLink(SourceIdx(0), 0));
}

#[test]
fn what_a_source_does_not_have_nobody_has_from_it() {
    let draws = |id| source(id, &json!({"derived_from": ["c"]}));
    let full = [draws("a"), draws("b"), source("c", &json!({}))];
    check(&full, &[own("a"), own("b")], "a, b");
    // It may have it where it isn't coded.
    let partial = [draws("a"), draws("b"), source("c", &json!({"coded": "partial"}))];
    check(&partial, &[own("a"), own("b")], "a b");
}

#[test]
fn a_source_that_is_not_compared_can_tie_others() {
    let draws = |id| source(id, &json!({"derived_from": ["c"]}));
    let dataset = story(&[draws("a"), draws("b"), draws("d"), source("c", &json!({}))], &["a", "b", "c"].map(own), &[]);
    let grounds = Grounds::new(&dataset);
    let of = |sources: &[u32]| {
        grounds.origins(&dataset, EventIdx(0), &sources.iter().map(|&at| SourceIdx(at)).collect::<Vec<_>>())
    };
    let both = of(&[1, 0, 2]);
    assert_eq!((groups(&dataset, &both), both.ties.len()), ("b a".into(), 2));
    assert_eq!(of(&[0]).ties, [], "there is nobody to be tied to");
}

#[test]
fn sources_that_have_it_from_one_actor_are_tied() {
    let mentions = [
        mention("m1", "a", "named", &["wire"], &[]),
        mention("m2", "b", "own", &[], &[]),
        mention("m3", "c", "official", &["mayor", "wire"], &[]),
    ];
    let dataset = story(&plain(&["a", "b", "c"]), &mentions, &[]);
    let origins = origins(&dataset);
    assert_eq!(groups(&dataset, &origins), "a c, b");
    let at =
        |source, mention| Evidence { source: SourceIdx(source), place: EvidencePlace::Mention(MentionIdx(mention)) };
    let evidence = vec![at(0, 0), at(2, 2)];
    let sources = vec![SourceIdx(0), SourceIdx(2)];
    assert_eq!(origins.ties, [Tie { reason: Reason::From(ActorIdx(0)), sources, evidence }]);
}

#[test]
fn voices_without_a_name_may_be_the_same() {
    let mentions = [
        mention("m1", "a", "anonymous", &[], &[]),
        mention("m2", "b", "unattributed", &[], &[]),
        mention("m3", "c", "unattributed", &["wire"], &[]),
    ];
    check(&plain(&["a", "b", "c"]), &mentions, "a b, c");
}

#[test]
fn a_source_that_only_quotes_has_it_from_whom_it_quotes() {
    let quote = |id, source| {
        json!({"id": id, "source": source, "kind": "indirect", "speakers": ["mayor"], "cue": "say", "content": "So.",
            "passages": [], "event": "event"})
    };
    let mentions = [mention("m1", "a", "official", &["mayor"], &[]), own("b")];
    let dataset = story(&plain(&["a", "b", "c"]), &mentions, &[quote("q1", "b"), quote("q2", "c")]);
    assert_eq!(groups(&dataset, &origins(&dataset)), "a c, b", "B has it from itself, and quotes the mayor on it");
}

#[test]
fn sources_with_the_same_words_in_a_row_are_tied() {
    let mentions = [
        mention("m1", "a", "own", &[], &["Nobody has ever", "“The town’s last steam crane is gone for good"]),
        mention("m2", "b", "own", &[], &["said that the TOWN'S last steam crane is gone, for nothing"]),
        mention("m3", "c", "own", &[], &["the town's last steam crane", "is gone"]),
    ];
    let dataset = story(&plain(&["a", "b", "c"]), &mentions, &[]);
    let origins = origins(&dataset);
    assert_eq!(groups(&dataset, &origins), "a b, c");
    let [Tie { reason: Reason::Words(8, [ours, theirs]), evidence, .. }] = origins.ties.as_slice() else {
        panic!("{:?}", origins.ties)
    };
    let words = |at: usize, place: &Place| {
        let text = parts(&dataset, evidence[at].place)[place.part];
        text.0.chars().skip(place.span.start as usize).take(place.span.len()).collect::<String>()
    };
    assert_eq!(words(0, ours), "The town’s last steam crane is gone for");
    assert_eq!(words(1, theirs), "the TOWN'S last steam crane is gone, for");
}

#[test]
fn an_edge_tells_all_that_ties_two_sources() {
    let words = ["one two three four five six seven"];
    let mentions = [
        mention("m1", "a", "named", &["wire"], &words),
        mention("m2", "c", "named", &["wire"], &[]),
        mention("m3", "c", "own", &[], &words),
    ];
    let sources = [source("a", &json!({})), source("b", &json!({"derived_from": ["a"]})), source("c", &json!({}))];
    let dataset = story(&sources, &mentions, &[]);
    let edges = Grounds::new(&dataset).edges(&dataset);
    let told: Vec<_> = edges
        .iter()
        .map(|edge| (edge.sources.map(|source| source.0), edge.declared.len(), edge.events.len(), edge.words.len()))
        .collect();
    assert_eq!(told, [([0, 1], 1, 0, 0), ([0, 2], 0, 1, 1)]);
}
