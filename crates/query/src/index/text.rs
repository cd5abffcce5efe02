//! The words of events, mentions, quotes and discrepancies, and of the names and verbs that they use.
//!
//! What an event itself has is its title; the rest is found in its rows. Names, places and reporting verbs occur in many
//! rows and are few, so their words are kept apart, once each, with the rows that use them.
//!
//! Stored texts are never made: their parts have words ([`Parts`]), each of which is folded once.

use std::mem::take;

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{
    ActorIdx, Discrepancy, DiscrepancyIdx, EventIdx, Kept, Listener, MentionIdx, PlaceIdx, QuoteIdx,
};
use sidebyline_dataset::table::Idx;
use sidebyline_rows::{Dictionary, Lists, Parts, Stream, Text, dictionary};
use sidebyline_turns::{Turns, pause, step};

use super::Verbs;
use super::order::Orders;
use super::words::{LevelWords, Search, Words};
use crate::facet::Level;
use crate::fold::fold;
use crate::matches::containing_words;
use crate::search::{Query, Spellings};

impl Words {
    /// The words of a dataset whose rows stand in these orders, so many of each level.
    pub(super) async fn new(dataset: &Dataset, orders: &Orders, rows: [usize; 4], turns: &dyn Turns) -> Self {
        let verbs = Verbs::of(dataset, turns).await;
        let mut collector = Collector { places: dataset.actors.len() as u32, ..Collector::default() };
        let number = dataset.actors.len() + dataset.places.len() + verbs.spellings.len();
        let (mut levels, mut streams) = (Vec::new(), Vec::new());
        for (level, rows) in Level::ALL.into_iter().zip(rows) {
            let positions = orders.levels[level as usize].positions(rows);
            let mut named = Stream::default();
            for row in 0..rows {
                step(turns, row, (row, rows)).await;
                let at = positions.get(row).map_or(row, |position| *position as usize);
                collector.row(dataset, level, at, &verbs);
                collector.named.iter().for_each(|&name| named.push(name));
                named.end_row();
            }
            levels.push(LevelWords { text: Text::default(), naming: Lists::of(&named, number, turns).await });
            streams.push(take(&mut collector.stream));
        }
        collector.names(dataset, &verbs, turns).await;
        streams.push(take(&mut collector.stream));
        let words = take(&mut collector.words);
        drop(collector); // the rest is no longer needed, and what comes next takes most room
        let dictionary = Dictionary::new(words, turns).await;
        let mut names = Text::default();
        for (at, stream) in streams.into_iter().enumerate() {
            let text = levels.get_mut(at).map_or(&mut names, |level: &mut LevelWords| &mut level.text);
            pause(turns).await;
            *text = Text::new(stream, &dictionary, turns).await;
        }
        let search = Search { query: Query::new, containing: containing_words };
        Self { search, levels, names, dictionary, spellings: Spellings::new(dataset) }
    }
}

/// Collects words, text by text and row by row, so that no phrase is found across a border.
#[derive(Default)]
struct Collector<'a> {
    words: dictionary::Words,
    stream: Stream,
    /// Those of the texts that are spelt.
    parts: Option<Parts<'a>>,
    folded: String,
    /// Whether the row at hand has a text.
    begun: bool,
    /// Whether the words at hand are a source's own.
    theirs: bool,
    /// The actors, places and verbs that the row at hand names: their numbers in that order.
    named: Vec<u32>,
    /// The number of the first place.
    places: u32,
}

impl<'a> Listener<'a> for Collector<'a> {
    fn actor(&mut self, actor: ActorIdx) {
        self.named.push(actor.0);
    }

    fn place(&mut self, place: PlaceIdx) {
        self.named.push(self.places + place.0);
    }

    fn theirs(&mut self, text: Kept<'a>) {
        self.begin(true);
        self.add(text);
    }

    fn ours(&mut self, text: Kept<'a>) {
        self.begin(false);
        self.add(text);
    }

    fn mixed(&mut self) {
        self.begin(false);
    }

    // The marks part words, as they do where the words stand alone.
    fn quoted(&mut self, words: Kept<'a>) {
        self.turn(true);
        self.add(words);
    }

    fn own(&mut self, words: Kept<'a>) {
        if self.theirs {
            self.turn(false);
        }
        self.add(words);
    }
}

impl<'a> Collector<'a> {
    fn end_row(&mut self) {
        self.stream.end_row();
        (self.begun, self.theirs) = (false, false);
    }

    /// A text that isn't stored.
    fn plain(&mut self, text: &'a str) {
        self.ours(Kept::Plain(text));
    }

    fn begin(&mut self, theirs: bool) {
        if self.begun {
            self.stream.end_text();
        }
        self.begun = true;
        if self.theirs != theirs {
            self.turn(theirs);
        }
    }

    fn turn(&mut self, theirs: bool) {
        self.theirs = theirs;
        self.stream.turn(theirs);
    }

    fn add(&mut self, text: Kept<'a>) {
        match text {
            Kept::Plain(text) => {
                self.folded.clear();
                fold(text, &mut self.folded);
                self.stream.push_folded(&self.folded, &mut self.words);
            }
            Kept::Spelt(spelling, text) => {
                let parts = match &mut self.parts {
                    Some(parts) if parts.are_of(spelling) => parts,
                    others => others.insert(Parts::new(spelling, fold)),
                };
                parts.push(text, &mut self.words, &mut self.stream);
            }
        }
    }

    /// Adds the words of the next row of a level, which is at this position of the dataset.
    fn row(&mut self, dataset: &'a Dataset, level: Level, at: usize, verbs: &Verbs<'_>) {
        self.named.clear();
        match level {
            // What stands in for an event has no title.
            Level::Event => dataset.events.get(EventIdx::new(at)).iter().for_each(|event| self.plain(&event.title.0)),
            Level::Mention => dataset.mentions.say(MentionIdx::new(at), self),
            Level::Quote => {
                dataset.quotes.say(QuoteIdx::new(at), self);
                self.named.push(self.places + dataset.places.len() as u32 + verbs.of_quote[at]);
            }
            Level::Discrepancy => self.discrepancy(&dataset.discrepancies[DiscrepancyIdx::new(at)]),
        }
        self.end_row();
    }

    fn discrepancy(&mut self, discrepancy: &'a Discrepancy) {
        self.plain(&discrepancy.question.0);
        discrepancy.note.iter().for_each(|note| self.plain(&note.0));
        discrepancy.answers.iter().for_each(|answer| self.plain(&answer.value.0));
    }

    /// Adds what each actor, place and verb is called, each as a row.
    async fn names(&mut self, dataset: &'a Dataset, verbs: &Verbs<'a>, turns: &dyn Turns) {
        let actors = dataset.actors.iter().map(|(_, actor)| (&actor.name, &actor.aliases));
        let places = dataset.places.iter().map(|(_, place)| (&place.name, &place.aliases));
        let all = dataset.actors.len() + dataset.places.len();
        for (at, (name, aliases)) in actors.chain(places).enumerate() {
            step(turns, at, (at, all)).await;
            self.plain(name);
            for alias in aliases {
                self.plain(alias);
            }
            self.end_row();
        }
        for &spelling in &verbs.spellings {
            self.plain(spelling);
            self.end_row();
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;
    use serde_json::{Value, json};
    use sidebyline_dataset::table::Table;
    use sidebyline_turns::{Undivided, at_once};

    use super::*;
    use crate::index::Index;

    /// A dataset with an event and a mention for each pair of texts, and a quote for each three.
    fn dataset(mentions: &[[String; 2]], quotes: &[(&str, [String; 3])]) -> Dataset {
        let exact = |text: &String| json!({"start": 0, "end": 1, "exact": text});
        let event = |(at, [text, fragment]): (usize, &[String; 2])| {
            let mention = json!({"id": format!("m{at}"), "source": "a", "paraphrase": text, "status": "occurred", "basis": "own",
                "actors": ["anna"], "places": ["quay"], "via": ["boris"], "passages": [exact(fragment)]});
            json!({"id": format!("e{at}"), "title": text, "when": format!("2031-01-{:02}", 9 - at), "mentions": [mention]})
        };
        let quote = |(at, (kind, [text, more, fragment])): (usize, &(&str, [String; 3]))| {
            let content = if *kind == "mixed" { format!("{text}“{more}”{text}") } else { text.clone() };
            let event = (at < mentions.len()).then(|| format!("e{at}"));
            json!({"id": format!("q{at}"), "source": "a", "kind": kind, "cue": "say", "content": content, "event": event,
                "speakers": ["anna", "boris"], "addressee": "boris", "passages": [exact(fragment), exact(more)]})
        };
        let digest = format!("sha256:{}", "0".repeat(64));
        let file = json!({
            "format": "sidebyline/1", "id": "texts", "version": "1", "title": "", "description": "", "language": "en",
            "updated": "2031-01-01", "license": "", "creators": [], "method": "",
            "sources": [{"id": "a", "label": "A", "title": "A", "published": "2031", "published_basis": "", "language": "en",
                "digest": {"raw": digest, "canonical": digest}, "length": 9, "coded": "full"}],
            "actors": [{"id": "anna", "name": "Anna", "kind": "person"}, {"id": "boris", "name": "Boris", "kind": "person"}],
            "places": [{"id": "quay", "name": "The Quay"}], "topics": [],
            "events": mentions.iter().enumerate().map(event).collect::<Vec<Value>>(),
            "quotes": quotes.iter().enumerate().map(quote).collect::<Vec<Value>>(),
        });
        let wire = sidebyline_dataset::parse(file.to_string().as_bytes()).expect("it is a dataset");
        let (dataset, findings) = Dataset::from_wire(wire);
        assert_eq!((findings, dataset.quotes.len(), dataset.mentions.len()), (vec![], quotes.len(), mentions.len()));
        dataset
    }

    /// All that is kept of the words of a dataset.
    fn kept(dataset: &Dataset) -> String {
        let index = at_once(Index::in_turns(dataset, &Undivided));
        at_once(index.add_words(dataset, &Undivided));
        format!("{:?}", index.words())
    }

    fn texts() -> impl Strategy<Value = String> {
        let letters = "[a-cA-C]|[a-cA-C]{2,4}|[éÉßſǅİ]|[άΣς]|[йЁж]{1,3}|[\u{301}\u{ad}]|[0-9]|ﬁ|שלום|中文";
        let long = "[a-b]{33,40}|ж{17,20}";
        let between = " |\\.|, |\\. |[’“”—…]|\u{a0}|[-_'\"/\\n]|\u{200d}|😀";
        let part = format!("({letters}|{long}|{between}|\\.|\\.[a-c])");
        prop_oneof![
            Just(String::new()),
            Just("U.S.-led talks, e.g. in plan B. Then".to_owned()),
            proptest::string::string_regex(&format!("{part}{{0,16}}")).expect("it is a pattern"),
            any::<String>()
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn the_words_of_stored_texts_are_those_of_the_texts_themselves(
            mentions in vec([texts(), texts()], 0..4),
            quotes in vec((select(vec!["direct", "mixed", "indirect"]), [texts(), texts(), texts()]), 0..6),
        ) {
            let stored = dataset(&mentions, &quotes);
            let mut made = stored.clone();
            made.mentions = Table::new(stored.mentions.scan().map(|(_, row)| row.into_owned()).collect());
            made.quotes = Table::new(stored.quotes.scan().map(|(_, row)| row.into_owned()).collect());
            prop_assert_eq!(kept(&stored), kept(&made));
        }
    }
}
