//! What mentions and quotes say, and whom they name, told one after the other without making rows of them.

use sidebyline_rows::Spelling;

use super::{ActorIdx, Content, Mention, MentionIdx, PlaceIdx, Quote, QuoteIdx, Run};
use crate::table::{Idx, Table};

/// A text as it is kept.
#[derive(Clone, Copy, Debug)]
pub enum Kept<'a> {
    /// As it is.
    Plain(&'a str),
    /// As the numbers of its parts.
    Spelt(&'a Spelling, &'a [u8]),
}

/// Who is told what a row says. Texts come in their order, and so do names.
pub trait Listener<'a> {
    /// Somebody is named.
    fn actor(&mut self, actor: ActorIdx);
    /// A place is named.
    fn place(&mut self, place: PlaceIdx);
    /// A text is a source's own.
    fn theirs(&mut self, text: Kept<'a>);
    /// A text is ours.
    fn ours(&mut self, text: Kept<'a>);
    /// A text of several stretches begins.
    fn mixed(&mut self);
    /// A stretch of it is a source's own.
    fn quoted(&mut self, words: Kept<'a>);
    /// A stretch of it is ours.
    fn own(&mut self, words: Kept<'a>);
}

impl Table<MentionIdx, Mention> {
    /// Tells of the mention at `index`: actors, places, and who it goes back to; the fragments that may be shown, and what
    /// we say.
    ///
    /// # Panics
    /// If the index comes from another, longer table.
    pub fn say<'a>(&'a self, index: MentionIdx, to: &mut dyn Listener<'a>) {
        if let Some(stored) = self.in_store() {
            return stored.say(index.position(), to);
        }
        let mention = &self[index];
        mention.actors.iter().for_each(|&actor| to.actor(actor));
        mention.places.iter().for_each(|&place| to.place(place));
        mention.via.iter().for_each(|&actor| to.actor(actor));
        mention.fragments().for_each(|fragment| to.theirs(Kept::Plain(&fragment.0)));
        to.ours(Kept::Plain(&mention.paraphrase.0));
    }
}

impl Table<QuoteIdx, Quote> {
    /// Tells of the quote at `index`: speakers, who it goes back to, and to whom it is said; then what it says.
    ///
    /// # Panics
    /// If the index comes from another, longer table.
    pub fn say<'a>(&'a self, index: QuoteIdx, to: &mut dyn Listener<'a>) {
        if let Some(stored) = self.in_store() {
            return stored.say(index.position(), to);
        }
        let quote = &self[index];
        quote.speakers.iter().chain(&quote.via).chain(&quote.addressee).for_each(|&actor| to.actor(actor));
        match &quote.content {
            Content::Direct(parts) => parts.iter().for_each(|part| to.theirs(Kept::Plain(&part.0))),
            Content::Mixed(runs) => {
                to.mixed();
                for run in runs {
                    match run {
                        Run::Quoted(words) => to.quoted(Kept::Plain(&words.0)),
                        Run::Own(words) => to.own(Kept::Plain(&words.0)),
                    }
                }
            }
            Content::Indirect(words) => to.ours(Kept::Plain(&words.0)),
        }
    }
}

#[cfg(all(test, feature = "pack"))]
mod tests {
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
}
