//! What a stored row says is what it says once it is made.

use proptest::prelude::*;

use super::*;
use crate::Dataset;
use crate::fixture::changed;
use crate::store::{Stores, from_bytes, to_bytes};
use crate::table::Limits;

/// What is heard, in its order.
#[derive(Default)]
struct Heard(Vec<String>);

impl Heard {
    fn put(&mut self, what: &str, text: Kept<'_>) {
        let mut heard = what.to_owned();
        match text {
            Kept::Plain(text) => heard.push_str(text),
            Kept::Spelt(spelling, bytes) => spelling.read(bytes, &mut heard),
        }
        self.0.push(heard);
    }
}

impl<'a> Listener<'a> for Heard {
    fn actor(&mut self, actor: ActorIdx) {
        self.0.push(format!("actor {}", actor.0));
    }

    fn place(&mut self, place: PlaceIdx) {
        self.0.push(format!("place {}", place.0));
    }

    fn theirs(&mut self, text: Kept<'a>) {
        self.put("theirs ", text);
    }

    fn ours(&mut self, text: Kept<'a>) {
        self.put("ours ", text);
    }

    fn mixed(&mut self) {
        self.0.push("mixed".into());
    }

    fn quoted(&mut self, words: Kept<'a>) {
        self.put("quoted ", words);
    }

    fn own(&mut self, words: Kept<'a>) {
        self.put("own ", words);
    }
}

/// What all rows say as they are stored, and what they say once they are made.
fn heard(mentions: &Table<MentionIdx, Mention>, quotes: &Table<QuoteIdx, Quote>) -> [Vec<String>; 2] {
    let made = (
        Table::new(mentions.scan().map(|(_, row)| row.into_owned()).collect()),
        Table::new(quotes.scan().map(|(_, row)| row.into_owned()).collect()),
    );
    [(mentions, quotes), (&made.0, &made.1)].map(|(mentions, quotes)| {
        let mut heard = Heard::default();
        mentions.indices().for_each(|index| mentions.say(index, &mut heard));
        quotes.indices().for_each(|index| quotes.say(index, &mut heard));
        heard.0
    })
}

fn stored() -> Dataset {
    let wire = changed(|json| {
        json["places"] = serde_json::json!([{"id": "quay", "name": "The Quay"}]);
        json["events"][0]["mentions"][1]["places"] = serde_json::json!(["quay"]);
        json["events"][0]["mentions"][1]["actors"] = serde_json::json!(["town", "brandt"]);
        json["quotes"][1]["via"] = serde_json::json!(["town"]);
        json["quotes"][1]["addressee"] = "brandt".into();
    });
    Dataset::from_wire(wire).0
}

#[test]
fn a_stored_row_says_whom_it_names_and_whose_its_words_are() {
    let dataset = stored();
    let [stored, made] = heard(&dataset.mentions, &dataset.quotes);
    assert_eq!(stored, made);
    let expected = [
        "ours Ships can call again.",
        "actor 1",
        "actor 0",
        "place 0",
        "theirs Harbour works end.",
        "ours Work is over.",
        "ours Some don't believe it.",
        "actor 0",
        "mixed",
        "own The repairs ",
        "quoted cost far too much",
        "own .",
        "actor 0",
        "actor 1",
        "actor 0",
        "ours Somebody should look into it.",
        "actor 0",
        "theirs It is done",
        "theirs We can sail.",
    ];
    assert_eq!(stored, expected);
}

proptest! {
    #[test]
    fn whatever_a_stored_row_says_is_what_it_says_once_it_is_made(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
    ) {
        let dataset = stored();
        let mut bytes = to_bytes(&dataset);
        for (place, value) in changes {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        let length = bytes.len();
        let Some(Stores { mentions, quotes }) = from_bytes(bytes, 0..length) else { return Ok(()) };
        let Dataset { sources, actors, places, topics, events, .. } = &dataset;
        let limits = Limits {
            sources: sources.len(), actors: actors.len(), places: places.len(), topics: topics.len(), events: events.len(),
        };
        if mentions.hold(0..mentions.len(), &limits) && quotes.hold(0..quotes.len(), &limits) {
            let [stored, made] = heard(&mentions, &quotes);
            prop_assert_eq!(stored, made);
        }
    }
}
