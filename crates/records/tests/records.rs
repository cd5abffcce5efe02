//! What is read is what `serde_json` reads, and what isn't plainly a record isn't read.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Deserializer, Map, Value, json};
use sidebyline_records::{Event, Mention, Passage, Quote, event, quote};

const QUOTE: &str = r#"{"id":"q1","source":"s1","kind":"direct","speakers":["a1","a2"],"cue":"said","content":"“No.”","passages":[{"start":0,"end":5,"exact":"“No.”"}],"when":"2025-04-01","topics":[]}"#;
const EVENT: &str = r#"{"id":"e1","title":"A meeting","when":"2025-04","background":true,"mentions":[{"id":"m1","source":"s1","paraphrase":"They met.","status":"occurred","basis":"own"}]}"#;

/// The keys that may be missing, and what a record has then.
fn defaults(of: &str) -> Value {
    match of {
        "quote" => {
            json!({"speakers": [], "via": [], "passages": [], "when": null, "event": null, "topics": [], "addressee": null})
        }
        "event" => json!({"known_from": null, "background": false, "topics": [], "mentions": []}),
        "mentions" => json!({"passages": [], "when": null, "actors": [], "places": [], "via": []}),
        _ => json!({"exact": null, "prefix": null, "suffix": null, "head": null, "tail": null, "digest": null}),
    }
}

/// A record with all its keys.
fn filled(of: &str, mut record: Value) -> Value {
    if let (Value::Object(record), Value::Object(defaults)) = (&mut record, defaults(of)) {
        for (key, value) in defaults {
            record.entry(key).or_insert(value);
        }
        for key in ["passages", "mentions"] {
            if let Some(Value::Array(inner)) = record.get_mut(key) {
                *inner = inner.drain(..).map(|inner| filled(key, inner)).collect();
            }
        }
    }
    record
}

fn passages(of: &[Passage]) -> Value {
    let passage = |Passage { start, end, exact, prefix, suffix, head, tail, digest }: &Passage| json!({"start": start, "end": end, "exact": exact, "prefix": prefix, "suffix": suffix, "head": head, "tail": tail, "digest": digest});
    of.iter().map(passage).collect()
}

fn of_quote(of: &Quote) -> Value {
    let Quote { id, source, kind, speakers, via, cue, content, passages: at, when, event, topics, addressee } = of;
    json!({"id": id, "source": source, "kind": kind, "speakers": speakers, "via": via, "cue": cue, "content": content, "passages": passages(at), "when": when, "event": event, "topics": topics, "addressee": addressee})
}

fn of_event(of: &Event) -> Value {
    let mention = |of: &Mention| {
        let Mention { id, source, paraphrase, passages: at, status, when, actors, places, basis, via } = of;
        json!({"id": id, "source": source, "paraphrase": paraphrase, "passages": passages(at), "status": status, "when": when, "actors": actors, "places": places, "basis": basis, "via": via})
    };
    let Event { id, title, when, known_from, background, topics, mentions } = of;
    let mentions: Value = mentions.iter().map(mention).collect();
    json!({"id": id, "title": title, "when": when, "known_from": known_from, "background": background, "topics": topics, "mentions": mentions})
}

/// What is read here.
fn read(of: &str, json: &[u8]) -> Option<(Value, usize)> {
    if of == "quote" {
        quote(json).map(|(read, length)| (of_quote(&read), length))
    } else {
        event(json).map(|(read, length)| (of_event(&read), length))
    }
}

/// What `serde_json` reads. A record that has anything wrong in it is like none that is read here.
fn naive(of: &str, json: &[u8]) -> Option<(Value, usize)> {
    let mut values = Deserializer::from_slice(json).into_iter();
    let value = values.next()?.ok()?;
    Some((filled(of, value), values.byte_offset()))
}

#[track_caller]
fn is_read(of: &str, json: &str) {
    let read = read(of, json.as_bytes());
    assert!(read.is_some(), "{json}");
    assert_eq!(read, naive(of, json.as_bytes()), "{json}");
}

#[track_caller]
fn is_left(of: &str, json: impl AsRef<[u8]>) {
    assert_eq!(read(of, json.as_ref()), None, "{}", String::from_utf8_lossy(json.as_ref()));
}

/// The quote above, with something else instead of something in it.
fn with(old: &str, new: &str) -> String {
    assert_eq!(QUOTE.matches(old).count(), 1, "{old}");
    QUOTE.replace(old, new)
}

#[test]
fn a_record_is_read_up_to_its_end_and_no_further() {
    is_read("quote", QUOTE);
    is_read("event", EVENT);
    for after in ["", ",", "]", " \n, {", "nonsense", "\u{0}"] {
        let json = [" \r\n\t", QUOTE, after].concat();
        assert_eq!(quote(json.as_bytes()).map(|(_, length)| length), Some(4 + QUOTE.len()), "{json}");
    }
}

#[test]
fn a_text_is_borrowed_unless_something_in_it_is_escaped() {
    use std::borrow::Cow::{Borrowed, Owned};
    let (read, _) = quote(QUOTE.as_bytes()).expect("it is a quote");
    assert!(matches!(read.content, Borrowed("“No.”")));
    assert!(matches!(read.when, Some(Borrowed("2025-04-01"))));
    assert!(matches!(read.speakers[..], [Borrowed("a1"), Borrowed("a2")]));
    let escaped = with(r#""said""#, r#""\u201csai\ud83d\ude00d\"\\\n""#);
    let (read, _) = quote(escaped.as_bytes()).expect("it is a quote");
    assert!(matches!(read.cue, Owned(_)));
    assert_eq!(read.cue, "“sai😀d\"\\\n");
}

#[test]
fn a_key_that_comes_twice_is_left_to_the_slow_way() {
    is_left("quote", with("\"cue\":\"said\",", "\"cue\":\"said\",\"cue\":\"said\","));
    is_left("quote", with("\"topics\":[]", "\"topics\":[],\"topics\":[]"));
    is_left("quote", with("\"topics\":[]", "\"event\":null,\"event\":null"));
    is_left("quote", with("\"topics\":[]", "\"event\":null,\"event\":\"e1\""));
    is_left("quote", with("\"start\":0,", "\"start\":0,\"start\":0,"));
}

#[test]
fn an_unknown_key_is_left_to_the_slow_way() {
    for key in ["x", "", "Cue", "cue ", "cues", r"\u0063ue", "é"] {
        is_left("quote", with("\"topics\":[]", &format!("\"{key}\":\"said\"")));
    }
    is_left("quote", with("\"cue\"", r#""\u0063ue""#));
    is_left("quote", with("\"start\":0,", "\"start\":0,\"x\":0,"));
    is_left("event", QUOTE);
    is_left("quote", EVENT);
}

#[test]
fn a_required_key_that_is_missing_is_left_to_the_slow_way() {
    let (mut read, mut left) = (Vec::new(), Vec::new());
    let mut note = |of: &'static str, list: &str, key: &str, whole: Value| {
        let json = whole.to_string();
        let known = if self::read(of, json.as_bytes()).is_some() { &mut read } else { &mut left };
        known.push(format!("{of}{list}.{key}"));
    };
    for (of, list, json) in
        [("quote", "", QUOTE), ("quote", "passages", QUOTE), ("event", "", EVENT), ("event", "mentions", EVENT)]
    {
        let whole: Value = serde_json::from_str(json).expect("it is JSON");
        let record = if list.is_empty() { &whole } else { &whole[list][0] };
        for key in record.as_object().expect("it is an object").keys() {
            let mut whole = whole.clone();
            let record = if list.is_empty() { &mut whole } else { &mut whole[list][0] };
            record.as_object_mut().expect("it is an object").remove(key);
            note(of, list, key, whole);
        }
    }
    let optional = ["quote.passages", "quote.speakers", "quote.topics", "quote.when", "quotepassages.exact"];
    assert_eq!(read, [&optional[..], &["event.background", "event.mentions"]].concat());
    let required = ["quote.content", "quote.cue", "quote.id", "quote.kind", "quote.source"];
    let within = ["quotepassages.end", "quotepassages.start", "event.id", "event.title", "event.when"];
    let mention = ["basis", "id", "paraphrase", "source", "status"].map(|key| format!("eventmentions.{key}"));
    assert_eq!(left, [&required.map(String::from)[..], &within.map(String::from), &mention].concat());
}

#[test]
fn null_may_stand_where_a_text_may_be_missing_and_nowhere_else() {
    is_read("quote", &with("\"2025-04-01\"", "null"));
    is_read("quote", &with("\"exact\":\"“No.”\"", "\"exact\": null "));
    is_left("quote", with("\"said\"", "null"));
    is_left("quote", with("\"topics\":[]", "\"topics\":null"));
    is_left("event", EVENT.replace("true", "null"));
    is_left("quote", with("\"2025-04-01\"", "nul"));
    is_left("quote", with("\"2025-04-01\"", "nulll"));
}

#[test]
fn a_value_of_another_type_is_left_to_the_slow_way() {
    for other in ["1", "true", "[]", "{}", "[\"said\"]"] {
        is_left("quote", with("\"said\"", other));
        is_left("quote", with("\"2025-04-01\"", other));
    }
    is_left("quote", with("[\"a1\",\"a2\"]", "\"a1\""));
    is_left("quote", with("[\"a1\",\"a2\"]", "[null]"));
    is_left("event", EVENT.replace("true", "\"true\""));
    is_left("event", EVENT.replace("true", "truefalse"));
}

#[test]
fn a_list_in_place_of_an_object_is_left_to_the_slow_way() {
    is_left("quote", r#"["q1","s1","direct",[],[],"said","No.",[],null,null,[],null]"#);
    is_left("quote", with("{\"start\":0,\"end\":5,\"exact\":\"“No.”\"}", "[0,5,null,null,null,null,null,null]"));
}

#[test]
fn a_number_is_read_if_it_is_written_as_a_whole_one() {
    for number in ["0", "7", "10", "4294967295", " 5 "] {
        is_read("quote", &with("\"end\":5", &format!("\"end\":{number}")));
    }
    for number in ["", "-0", "-1", "+1", "01", "00", "1.0", "1e0", "4294967296", "42949672950", "\"5\"", "null", "0x1"]
    {
        is_left("quote", with("\"end\":5", &format!("\"end\":{number}")));
    }
}

#[test]
fn commas_and_colons_stand_where_they_belong() {
    is_left("quote", with("\"topics\":[]", "\"topics\":[],"));
    is_left("quote", with("\"topics\":[]", "\"topics\":[,]"));
    is_left("quote", with("\"a1\",\"a2\"", "\"a1\",\"a2\","));
    is_left("quote", with("\"a1\",\"a2\"", "\"a1\" \"a2\""));
    is_left("quote", with("{\"id\"", "{,\"id\""));
    is_left("quote", with("\"cue\":", "\"cue\" "));
    is_left("quote", with("\"cue\":", "\"cue\"::"));
    is_left("quote", with("\"cue\":", "cue:"));
    is_left("quote", "{}");
}

#[test]
fn a_text_that_may_not_be_written_so_is_left_to_the_slow_way() {
    for text in ["\n", "\u{0}", "\u{1f}", r"\x", r"\u12", r"\ud800", r"\udc00", r"\ud800\u0041", "eight by\teight"] {
        is_left("quote", with("\"said\"", &format!("\"{text}\"")));
    }
    is_read("quote", &with("\"said\"", "\"\u{7f}\u{80}\u{feff}\u{10ffff}\""));
    is_read("quote", &with("\"said\"", "\"\""));
    for bytes in [&b"\xff"[..], b"\xc0\x80", b"\xed\xa0\x80", b"12345678\xe2\x80", b"\\n\xff"] {
        let (before, after) = QUOTE.split_once("said").expect("it is there");
        is_left("quote", [before.as_bytes(), bytes, after.as_bytes()].concat());
    }
}

#[test]
fn what_ends_early_is_left_to_the_slow_way() {
    for (of, json) in [("quote", QUOTE), ("event", EVENT), ("quote", &with("\"said\"", r#""s\u0061id""#))] {
        for end in 0..json.len() {
            is_left(of, &json.as_bytes()[..end]);
        }
    }
}

#[test]
fn every_record_of_a_published_dataset_is_read() {
    for file in ["ceasefire-talks-2025-04", "demo-library-2031-03"] {
        let path = format!("{}/../../public/data/{file}.json", env!("CARGO_MANIFEST_DIR"));
        let dataset: Value = serde_json::from_slice(&std::fs::read(path).expect("it is there")).expect("it is JSON");
        for (of, list) in [("quote", "quotes"), ("event", "events")] {
            for record in dataset[list].as_array().expect("it is a list") {
                is_read(of, &record.to_string());
                is_read(of, &format!("{record:#}"));
            }
        }
    }
}

/// What stands at a key, if anything does.
type Field = BoxedStrategy<Option<Value>>;

fn text() -> BoxedStrategy<Value> {
    prop_oneof!["[a-z0-9-]{0,12}", "[a-z \"\\\\\u{0}-\u{1f}\u{7f}é“…😀]{0,40}", "[a-z “”]{0,80}", any::<String>()]
        .prop_map(Value::from)
        .boxed()
}

/// Something that has to be there.
fn some(value: impl Strategy<Value = Value> + 'static) -> Field {
    value.prop_map(Some).boxed()
}

/// A text that may be missing.
fn maybe() -> Field {
    prop_oneof![2 => Just(None), 1 => Just(Some(Value::Null)), 2 => some(text())].boxed()
}

/// A list that may be missing.
fn list(of: impl Strategy<Value = Value> + 'static) -> Field {
    prop_oneof![1 => Just(None), 2 => some(vec(of, 0..3).prop_map(Value::from))].boxed()
}

fn object(fields: Vec<(&'static str, Field)>) -> BoxedStrategy<Value> {
    let (keys, values): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
    let object = move |values: Vec<Option<Value>>| {
        let entries = keys.iter().zip(values).filter_map(|(key, value)| Some(((*key).to_owned(), value?)));
        Value::Object(entries.collect::<Map<_, _>>())
    };
    values.prop_map(object).boxed()
}

fn any_passage() -> BoxedStrategy<Value> {
    let mut fields = vec![("start", some(any::<u32>().prop_map(Value::from)))];
    fields.push(("end", some((0..100_u32).prop_map(Value::from))));
    fields.extend(["exact", "prefix", "suffix", "head", "tail", "digest"].map(|key| (key, maybe())));
    object(fields)
}

fn any_quote() -> BoxedStrategy<Value> {
    let mut fields = Vec::from(["id", "source", "kind", "cue", "content"].map(|key| (key, some(text()))));
    fields.extend(["speakers", "via", "topics"].map(|key| (key, list(text()))));
    fields.extend(["when", "event", "addressee"].map(|key| (key, maybe())));
    fields.push(("passages", list(any_passage())));
    object(fields)
}

fn any_event() -> BoxedStrategy<Value> {
    let mut mention = Vec::from(["id", "source", "paraphrase", "status", "basis"].map(|key| (key, some(text()))));
    mention.extend(["actors", "places", "via"].map(|key| (key, list(text()))));
    mention.extend([("when", maybe()), ("passages", list(any_passage()))]);
    let mut fields = Vec::from(["id", "title", "when"].map(|key| (key, some(text()))));
    fields.push(("background", any::<Option<bool>>().prop_map(|is| is.map(Value::from)).boxed()));
    fields.extend([("known_from", maybe()), ("topics", list(text())), ("mentions", list(object(mention)))]);
    object(fields)
}

fn any_record() -> impl Strategy<Value = (&'static str, Value)> {
    prop_oneof![any_quote().prop_map(|value| ("quote", value)), any_event().prop_map(|value| ("event", value))]
}

/// Writes JSON as chance has it: the order of keys, the space, what is escaped.
struct Writer {
    chance: std::iter::Cycle<std::vec::IntoIter<u8>>,
    json: String,
}

impl Writer {
    fn chance(&mut self, below: usize) -> usize {
        usize::from(self.chance.next().unwrap_or(0)) % below.max(1)
    }

    fn token(&mut self, token: &str) {
        let space = ["", "", "", "", "", " ", "\n", "\r\n\t  "][self.chance(8)];
        self.json.push_str(space);
        self.json.push_str(token);
    }

    fn text(&mut self, text: &str) {
        self.token("\"");
        let escapes = self.chance(3) == 0;
        for char in text.chars() {
            if matches!(char, '"' | '\\' | '\0'..'\u{20}') || escapes && self.chance(4) == 0 {
                for unit in char.encode_utf16(&mut [0; 2]) {
                    self.json.extend(["\\u", &format!("{unit:04x}")]);
                }
            } else {
                self.json.push(char);
            }
        }
        self.json.push('"');
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Object(object) => {
                let mut entries: Vec<_> = object.iter().collect();
                self.token("{");
                while !entries.is_empty() {
                    let (key, value) = entries.swap_remove(self.chance(entries.len()));
                    self.token("\"");
                    self.json.push_str(key);
                    self.json.push('"');
                    self.token(":");
                    self.value(value);
                    if !entries.is_empty() {
                        self.token(",");
                    }
                }
                self.token("}");
            }
            Value::Array(list) => {
                self.token("[");
                for (position, value) in list.iter().enumerate() {
                    if position > 0 {
                        self.token(",");
                    }
                    self.value(value);
                }
                self.token("]");
            }
            Value::String(text) => self.text(text),
            other => self.token(&other.to_string()),
        }
    }
}

fn written(value: &Value, chance: Vec<u8>) -> String {
    let mut writer = Writer { chance: chance.into_iter().cycle(), json: String::new() };
    writer.value(value);
    writer.json
}

fn chance() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 1..200)
}

/// Puts something else in the place of some bytes: a byte, or other bytes of the same text.
fn damage(json: &mut Vec<u8>, (at, length, kind, byte): (prop::sample::Index, usize, u8, u8)) {
    if json.is_empty() {
        return;
    }
    let at = at.index(json.len());
    let end = json.len().min(at + length);
    match kind {
        0 => json.truncate(at),
        1 => json[at] = byte,
        2 => json.insert(at, byte),
        3 => drop(json.drain(at..end)),
        _ => {
            let again = json[at..end].to_vec();
            json.splice(end..end, again);
        }
    }
}

fn any_damage() -> impl Strategy<Value = (prop::sample::Index, usize, u8, u8)> {
    let byte = prop_oneof![prop::sample::select(&b"\"\\{}[]:,0-.e1nt \n\x1f\xe2\x80"[..]), any::<u8>()];
    (any::<prop::sample::Index>(), 1..12_usize, 0..5_u8, byte)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_record_is_read_as_serde_json_reads_it((of, value) in any_record(), chance in chance()) {
        let json = written(&value, chance);
        let read = read(of, json.as_bytes());
        prop_assert_eq!(&read, &naive(of, json.as_bytes()));
        prop_assert_eq!(read, Some((filled(of, value), json.len())));
    }

    #[test]
    fn a_damaged_record_is_read_as_serde_json_reads_it_or_not_at_all(
        (of, value) in any_record(),
        chance in chance(),
        damages in vec(any_damage(), 1..4),
    ) {
        let mut json = written(&value, chance).into_bytes();
        for one in damages {
            damage(&mut json, one);
        }
        let read = read(of, &json);
        if read.is_some() {
            prop_assert_eq!(read, naive(of, &json));
        }
    }

    #[test]
    fn any_bytes_are_read_or_not_without_a_panic(json in vec(any::<u8>(), 0..200)) {
        prop_assert_eq!(read("quote", &json), None);
        prop_assert_eq!(read("event", &json), None);
    }
}
