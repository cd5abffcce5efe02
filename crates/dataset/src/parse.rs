//! JSON to the wire types, or one error that says what, where and how to mend it.

mod cursor;
mod each;
mod records;
mod stream;

use sidebyline_turns::{Turns, Undivided, at_once};

use crate::finding::Finding;
use crate::json::Json;
use crate::{FORMAT, wire};
use cursor::Cursor;
pub(crate) use each::{Sink, each};
#[cfg(feature = "pack")]
pub(crate) use each::{event_of, quote_of};
use records::FromJson;
pub use stream::{Bytes, Here, Soon};
pub(crate) use stream::{each_in_turns, without_mark};

/// Reads a `sidebyline/1` file.
///
/// # Errors
/// One finding, if the bytes are not JSON, not a dataset of this format, of a newer format, or if a value has the wrong
/// type; it names the line and column or the JSON path. What is wrong beyond types is left to
/// [`crate::Dataset::from_wire`] and [`crate::check`].
pub fn parse(json: &[u8]) -> Result<wire::Dataset, Finding> {
    at_once(parse_in_turns(json, &Undivided))
}

/// Reads a `sidebyline/1` file as [`parse`] does, in turns.
///
/// # Errors
/// See [`parse`].
pub async fn parse_in_turns(json: &[u8], turns: &dyn Turns) -> Result<wire::Dataset, Finding> {
    let mut lists = Lists::default();
    if let Some(wire) = each_in_turns(&mut Here::new(json), false, &mut lists, turns).await {
        return Ok(wire::Dataset { events: lists.events, quotes: lists.quotes, ..wire });
    }
    // What is wrong is looked for in the tree of the whole, in the order of the format.
    let json = without_mark(json);
    from_json(serde_json::from_slice(json).map_err(|error| syntax_finding(json, &error))?)
}

/// Keeps all records.
#[derive(Default)]
struct Lists {
    events: Vec<wire::Event>,
    quotes: Vec<wire::Quote>,
}

impl Sink for Lists {
    type As = Json;

    fn begin(&mut self, _: &wire::Dataset) {}

    fn event(&mut self, event: wire::Event, (): ()) {
        self.events.push(event);
    }

    fn quote(&mut self, quote: wire::Quote, (): ()) {
        self.quotes.push(quote);
    }
}

/// Reads JSON, whatever it says; the errors are those of [`parse`].
#[cfg(feature = "pack")]
pub(crate) fn syntax_tree(json: &[u8]) -> Result<serde_json::Value, Finding> {
    let json = without_mark(json);
    serde_json::from_slice(json).map_err(|error| syntax_finding(json, &error))
}

fn syntax_finding(json: &[u8], error: &serde_json::Error) -> Finding {
    if let Err(error) = std::str::from_utf8(json) {
        let place = ["byte ", &(error.valid_up_to() + 1).to_string()].concat();
        return Finding::error(place, "this is no text in UTF-8", "Is it the right file? Save it as UTF-8.");
    }
    if error.is_eof() && !json.trim_ascii().is_empty() {
        return cut_off(&format!("line {}, column {}", error.line(), error.column()));
    }
    let message = error.to_string();
    if message.starts_with("recursion limit") {
        return Finding::error(
            ["line ", &error.line().to_string()].concat(),
            "lists and objects lie too deep within each other",
            "A dataset is not built like that: is it the right file?",
        );
    }
    let found = message.rsplit_once(" at line ").map_or(message.as_str(), |(found, _)| found);
    not_json(json, &format!("line {}, column {}", error.line(), error.column()), found)
}

/// Reads a document that is JSON already; the errors are those of [`parse`].
///
/// # Errors
/// See [`parse`].
pub(crate) fn from_json(json: Json) -> Result<wire::Dataset, Finding> {
    let mend = "A dataset is an object with `format`, `sources`, `events` and `quotes`.";
    let Json::Object(object) = &json else {
        return Err(Finding::error("$", "this is JSON, but no dataset", mend));
    };
    // A file of another format should be called that, and not faulted for the first field that differs.
    match object.get("format") {
        Some(Json::Text(format)) if format == FORMAT => {}
        Some(Json::Text(format)) => return Err(format_finding(format)),
        _ => {
            let mend = ["A dataset has `\"format\": \"", FORMAT, "\"`."].concat();
            return Err(Finding::error("$.format", "this is JSON, but doesn't say that it is a dataset", mend));
        }
    }
    for list in ["sources", "events", "quotes"] {
        if object.get(list).is_none() {
            let mend = "A dataset has sources, events and quotes, even if they are empty: `[]`.";
            return Err(Finding::error("$", ["the list `", list, "` is missing"].concat(), mend));
        }
    }
    let mut at = Cursor::root();
    let read = wire::Dataset::from_json(json, &mut at);
    match at.into_error() {
        None => Ok(read),
        Some(error) => Err(error),
    }
}

fn format_finding(format: &str) -> Finding {
    let newer =
        format.strip_prefix("sidebyline/").and_then(|major| major.parse::<u32>().ok()).is_some_and(|major| major > 1);
    if newer {
        return Finding::error(
            "$.format",
            ["the file is of the newer format `", format, "`; this version reads `", FORMAT, "`"].concat(),
            "Update Sidebyline, or ask for the file in the older format.",
        );
    }
    Finding::error(
        "$.format",
        ["`", format, "` is not a format that this version knows"].concat(),
        ["It reads `", FORMAT, "`."].concat(),
    )
}

/// The finding for a file that ends, at `place`, before its JSON does.
pub(crate) fn cut_off(place: &str) -> Finding {
    Finding::error(place, "the file ends in the middle", "It may have been cut off on the way: load it again.")
}

/// The finding for bytes that are no JSON: at which `place` a parser noticed it, and what it `found`.
fn not_json(bytes: &[u8], place: &str, found: &str) -> Finding {
    if bytes.trim_ascii().is_empty() {
        return Finding::error("line 1", "the file is empty", "Build it anew, or load it again.");
    }
    if bytes.trim_ascii_start().starts_with(b"<") {
        return Finding::error(
            "line 1",
            "this is HTML or XML, and not JSON",
            "The address may lead to a page instead of the file, or the server may answer with an error page.",
        );
    }
    let mend = "Mend the syntax there; `sidebyline build` writes it right.";
    Finding::error(place, ["this is not JSON: ", found].concat(), mend)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;
    use std::future::ready;

    use proptest::prelude::*;

    use sidebyline_turns::{Undivided, at_once};

    use super::{Bytes, Soon, from_json, parse, syntax_finding};
    use crate::{Dataset, fixture};

    #[track_caller]
    fn check(json: &str, message: &str) {
        assert_eq!(parse(json.as_bytes()).expect_err("it can't be read").to_string(), message);
    }

    const MINIMAL: &str = r#"{"format":"sidebyline/1","id":"x","version":"1","title":"","description":"","language":"en","updated":"2025-04-25","license":"","method":"","sources":[],"events":[],"quotes":[]}"#;

    #[test]
    fn a_minimal_file_is_read() {
        assert_eq!(parse(MINIMAL.as_bytes()).expect("it is a dataset").id, "x");
    }

    #[test]
    fn a_byte_order_mark_does_no_harm() {
        assert!(parse(format!("\u{feff}{MINIMAL}").as_bytes()).is_ok());
    }

    #[test]
    fn an_unknown_key_is_kept() {
        let json = MINIMAL.replace("\"id\"", "\"colour\":\"red\",\"id\"");
        let wire = parse(json.as_bytes()).expect("it is a dataset");
        assert_eq!(wire.extra.get("colour"), Some(&crate::json::Json::Text("red".into())));
        assert_eq!(serde_json::to_value(&wire).expect("it is JSON")["colour"], "red");
    }

    #[test]
    fn what_is_not_json_is_called_by_its_name() {
        check("", "error: line 1: the file is empty. Build it anew, or load it again.");
        check(
            "<!DOCTYPE html>",
            "error: line 1: this is HTML or XML, and not JSON. The address may lead to a page instead of the file, or the server may answer with an error page.",
        );
        check(
            &MINIMAL[..40],
            "error: line 1, column 40: the file ends in the middle. It may have been cut off on the way: load it again.",
        );
        check(
            "{]",
            "error: line 1, column 2: this is not JSON: key must be a string. Mend the syntax there; `sidebyline build` writes it right.",
        );
        check(
            "[1]",
            "error: $: this is JSON, but no dataset. A dataset is an object with `format`, `sources`, `events` and `quotes`.",
        );
    }

    #[test]
    fn another_format_is_told_apart_from_a_newer_one() {
        check(
            r#"{"format":"sidebyline/2"}"#,
            "error: $.format: the file is of the newer format `sidebyline/2`; this version reads `sidebyline/1`. Update Sidebyline, or ask for the file in the older format.",
        );
        check(
            r#"{"format":"geojson"}"#,
            "error: $.format: `geojson` is not a format that this version knows. It reads `sidebyline/1`.",
        );
        check(
            "{}",
            "error: $.format: this is JSON, but doesn't say that it is a dataset. A dataset has `\"format\": \"sidebyline/1\"`.",
        );
    }

    #[test]
    fn a_key_that_has_to_be_there_is_missed() {
        let mend = "See docs/dataset.md, or the JSON Schema that `sidebyline schema` prints.";
        check(&MINIMAL.replace(r#""id":"x","#, ""), &format!("error: $: the key `id` is missing. {mend}"));
        let lists = "A dataset has sources, events and quotes, even if they are empty: `[]`.";
        check(&MINIMAL.replace(r#","quotes":[]"#, ""), &format!("error: $: the list `quotes` is missing. {lists}"));
        let seven = MINIMAL.replace(r#""sources":[]"#, r#""sources":7"#);
        check(&seven, &format!("error: $.sources: this is a number, and a list should stand here. {mend}"));
    }

    #[test]
    fn a_value_of_the_wrong_type_is_named_by_its_path() {
        let mention = r#"{"id":"m","source":"s","paraphrase":"","status":"ocurred","basis":"own"}"#;
        let event = format!(r#""events":[{{"id":"a","title":"A","when":"2025","mentions":[{mention}]}}]"#);
        check(
            &MINIMAL.replace(r#""events":[]"#, &event),
            "error: $.events[0].mentions[0].status: `ocurred` is none of the values that may stand here. Write one of `occurred`, `planned`, `proposed`, `cancelled`, `claimed`, `denied`.",
        );
    }

    /// A file that comes in pieces of a length.
    struct Pieces<'a> {
        file: &'a [u8],
        length: usize,
        come: usize,
        here: Vec<u8>,
    }

    impl Bytes for Pieces<'_> {
        fn here(&self) -> &[u8] {
            &self.here
        }

        fn more(&mut self, done: usize) -> Soon<'_, bool> {
            self.here.drain(..done);
            let piece = &self.file[self.come..self.file.len().min(self.come + self.length)];
            self.here.extend(piece);
            self.come += piece.len();
            Box::pin(ready(!piece.is_empty()))
        }

        fn length(&self) -> Option<usize> {
            None
        }

        fn whole(&mut self) -> Soon<'_, Cow<'_, [u8]>> {
            Box::pin(ready(self.file.into()))
        }
    }

    proptest! {
        #[test]
        fn whatever_a_file_is_changed_to_reading_it_as_it_comes_is_reading_its_tree(
            changes in proptest::collection::vec((any::<prop::sample::Index>(), prop_oneof![Just(None), "[\\[\\]{},:\" \n0a-]".prop_map(Some)]), 0..3),
            length in prop_oneof![1..20_usize, 20..5_000_usize],
        ) {
            let mut json: Vec<char> = fixture::json().to_string().chars().collect();
            for (place, change) in changes {
                let at = place.index(json.len());
                match change {
                    Some(other) => json[at] = other.chars().next().unwrap_or(' '),
                    None => drop(json.remove(at)),
                }
            }
            let json = json.into_iter().collect::<String>().into_bytes();
            let tree = serde_json::from_slice(&json).map_err(|error| syntax_finding(&json, &error));
            let parsed = tree.and_then(from_json);
            prop_assert_eq!(&parse(&json), &parsed);
            let mut pieces = Pieces { file: &json, length, come: 0, here: Vec::new() };
            prop_assert_eq!(at_once(Dataset::read_as_it_comes(&mut pieces, &mut |_| false, &Undivided)), parsed.map(Dataset::from_wire));
        }
    }
}
