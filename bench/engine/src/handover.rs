//! Records on their way to JavaScript: as few values as can be cross the border, and they become objects there.
//!
//! What a record has in common with others is a number, whose name was given before; what it has alone stands in one text.
//! So a page of records costs two values, a slice of the text for each word of their own, and no parser.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{QuoteIdx, QuoteKind};
use sidebyline_dataset::table::Idx;
use sidebyline_query::timeline::said;

use crate::record::put_content;

/// Records, one after the other; `bench/peers/ours-records.mjs` reads them.
#[derive(Debug, Default)]
pub struct Handover {
    /// Of each: its source, its kind, how many speakers and which, how many topics and which; then how long its id, date,
    /// verb, content and event are, in the units of JavaScript, the last with one added, and 0 where there is none.
    pub numbers: Vec<u32>,
    /// Of each: id, date, verb, content, event.
    pub text: String,
}

impl Handover {
    /// The records of these quotes.
    pub fn of(dataset: &Dataset, quotes: &[QuoteIdx]) -> Self {
        let mut handover = Self::default();
        for &quote in quotes {
            handover.add(dataset, quote);
        }
        handover
    }

    fn add(&mut self, dataset: &Dataset, at: QuoteIdx) {
        let quote = &dataset.quotes[at];
        self.numbers.extend([quote.source.0, quote.content.kind() as u32]);
        self.list(&quote.speakers);
        self.list(&quote.topics);
        let date = said(dataset, at).map_or("", |when| when.as_str());
        for part in [&quote.id, date, &quote.cue] {
            self.part(0, |text| text.push_str(part));
        }
        self.part(0, |text| put_content(&quote.content, text));
        match quote.event {
            Some(event) => self.part(1, |text| text.push_str(&dataset.events[event].id)),
            None => self.numbers.push(0),
        }
    }

    fn list<I: Idx + Copy>(&mut self, list: &[I]) {
        self.numbers.push(list.len() as u32);
        self.numbers.extend(list.iter().map(|at| at.position() as u32));
    }

    /// Adds a part of the text, and how long it is with so many `more`.
    fn part(&mut self, more: u32, put: impl FnOnce(&mut String)) {
        let start = self.text.len();
        put(&mut self.text);
        let part = &self.text[start..];
        let units = if part.is_ascii() { part.len() } else { part.encode_utf16().count() };
        self.numbers.push(units as u32 + more);
    }
}

/// What the numbers of records stand for, by their fields: sources, speakers, topics, kinds.
pub fn names(dataset: &Dataset) -> [Vec<&str>; 4] {
    [
        dataset.sources.iter().map(|(_, source)| source.id.as_str()).collect(),
        dataset.actors.iter().map(|(_, actor)| actor.id.as_str()).collect(),
        dataset.topics.iter().map(|(_, topic)| topic.id.as_str()).collect(),
        QuoteKind::ALL.iter().map(|kind| kind.as_str()).collect(),
    ]
}

#[cfg(test)]
mod tests {
    use sidebyline_dataset::Here;

    use crate::Engine;

    #[test]
    fn a_record_is_handed_over_whole() {
        let engine = Engine::load(&mut Here::new(include_bytes!("../../../tests/fixtures/harbour.json")))
            .expect("it is without fault");
        let answer = engine.answer("count=quotes&q=steam").expect("the address can be asked");
        let (record, handover) = (&engine.records(&answer)[0], engine.handover(&answer));
        let [sources, speakers, topics, kinds] = engine.names();
        let (mut numbers, mut text) = (handover.numbers.iter().map(|&number| number as usize), handover.text.as_str());
        let mut number = || numbers.next().expect("there is a number");
        assert_eq!((sources[number()], kinds[number()]), (record.source, record.kind));
        for (names, expected) in [(speakers, &record.speakers), (topics, &record.topics)] {
            let found: Vec<&str> = (0..number()).map(|_| names[number()]).collect();
            assert_eq!(&found, expected);
        }
        for expected in [record.id, record.date, record.cue, &record.text] {
            let part: String = text.chars().take(number()).collect();
            assert_eq!(part, expected);
            text = &text[part.len()..];
        }
        assert_eq!(
            (number(), text),
            (record.event.map_or(0, |event| event.len() + 1), record.event.unwrap_or_default())
        );
        assert_eq!(answer.listed.len(), 1);
    }
}
