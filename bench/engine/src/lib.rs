//! Sidebyline's engine as its benchmarks use it: one file is read, then many views are asked of it.
//!
//! Everything goes through the public API of the crates that the page is made of, in the way the page does it: a view
//! is read from an address, resolved against the dataset, and matched. So a figure of the benchmarks is a figure of
//! the page, without what draws it. See `bench/README.md` for what is measured.
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`digest`] | a result in a few numbers, by which results of different programs are compared |
//! | [`glue`] | the engine as a class of JavaScript |
//! | [`handover`] | records on their way there |
//! | [`record`] | a quote as a whole record |

pub mod digest;
pub mod glue;
pub mod handover;
pub mod record;

use std::fmt::Debug;

use sidebyline_dataset::model::QuoteIdx;
use sidebyline_dataset::{Bytes, Dataset};
use sidebyline_query::{Facet, Index, Matches, Selection, Unit, View};
use sidebyline_turns::{Undivided, at_once};

use handover::Handover;
use record::Record;

/// The facets whose counts are asked for, in the order of the digest.
pub const FACETS: [Facet; 4] = [Facet::Source, Facet::Speaker, Facet::Topic, Facet::Kind];

/// How many of the quotes that are found are given as whole records.
pub const LISTED: usize = 50;

/// A dataset that is ready to be asked.
pub struct Engine {
    dataset: Dataset,
    index: Index,
}

/// What a view finds.
pub struct Answer {
    /// How many are found, and how many each value of a facet would find.
    pub matches: Matches,
    /// The first [`LISTED`] quotes, in the order of time.
    pub listed: Vec<QuoteIdx>,
}

impl Engine {
    /// Reads a `sidebyline/1` file as it comes, and builds the index.
    ///
    /// # Errors
    /// What keeps the file from being used as it is: a benchmark on half of it would measure something else.
    pub fn load(json: &mut dyn Bytes) -> Result<Self, String> {
        let read = at_once(Dataset::read_as_it_comes(json, &mut |_| false, &Undivided));
        let (dataset, findings) = read.map_err(|finding| finding.to_string())?;
        if let Some(finding) = findings.first() {
            return Err(finding.to_string());
        }
        let index = Index::new(&dataset);
        // The page does that while its reader looks at what there is.
        let mut column = 0;
        while index.prepare(column) {
            column += 1;
        }
        Ok(Self { dataset, index })
    }

    /// What a facet's values are called in an address, in the order of the counts.
    pub fn values(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.index.values(facet).iter().map(|value| value.token.as_str())
    }

    /// What the view at an address finds.
    ///
    /// # Errors
    /// What the address asks for and can't be done: the answer would be one to another question.
    pub fn answer(&self, address: &str) -> Result<Answer, String> {
        let (view, warnings) = View::parse(address);
        nothing_is_left_out(address, &warnings)?;
        let (selection, warnings) = Selection::of(&view, &self.dataset, &self.index);
        nothing_is_left_out(address, &warnings)?;
        let matches = self.index.counting(&selection, &FACETS);
        let listed = matches.quotes().take(LISTED).collect();
        Ok(Answer { matches, listed })
    }

    /// The listed quotes of an answer, as JavaScript gets them.
    pub fn handover(&self, answer: &Answer) -> Handover {
        Handover::of(&self.dataset, &answer.listed)
    }

    /// What the numbers of these stand for: sources, speakers, topics, kinds.
    pub fn names(&self) -> [Vec<&str>; 4] {
        handover::names(&self.dataset)
    }

    /// The listed quotes of an answer, whole.
    pub fn records(&self, answer: &Answer) -> Vec<Record<'_>> {
        answer.listed.iter().map(|&quote| Record::of(&self.dataset, quote)).collect()
    }
}

impl Answer {
    /// How many quotes are found.
    pub fn total(&self) -> usize {
        self.matches.total(Unit::Quotes)
    }
}

fn nothing_is_left_out(address: &str, warnings: &[impl Debug]) -> Result<(), String> {
    match warnings.first() {
        None => Ok(()),
        Some(warning) => Err(format!("{address}: {warning:?}")),
    }
}

#[cfg(test)]
mod tests {
    use sidebyline_dataset::Here;

    use super::*;

    fn engine() -> Engine {
        Engine::load(&mut Here::new(include_bytes!("../../../tests/fixtures/harbour.json")))
            .expect("the fixture is without fault")
    }

    #[track_caller]
    fn check(address: &str, total: usize, listed: &[&str]) {
        let engine = engine();
        let answer = engine.answer(address).expect("the address can be asked");
        let ids: Vec<&str> = engine.records(&answer).into_iter().map(|record| record.id).collect();
        assert_eq!((answer.total(), ids.as_slice()), (total, listed), "{address}");
    }

    #[test]
    fn found_quotes_are_listed_in_the_order_of_time() {
        // On the same day: in the file's order, then what lasts longer; at the end, what has no date.
        check(
            "count=quotes&source=a,d,e",
            6,
            &[
                "a-okafor-not-a-monument",
                "d-okafor-neighbour",
                "e-friends-names",
                "a-lind-rust",
                "e-insiders-offer",
                "a-unknown",
            ],
        );
        check("count=quotes&source=a&q=monument", 1, &["a-okafor-not-a-monument"]);
    }

    #[test]
    fn a_record_is_whole() {
        let engine = engine();
        let answer = engine.answer("count=quotes&q=steam").expect("the address can be asked");
        let records = serde_json::to_value(engine.records(&answer)).expect("records are JSON");
        assert_eq!(records[0]["text"], "Steam has a smell that you do not forget.");
        assert_eq!(records[0]["speakers"], serde_json::json!(["lind"]));
        assert_eq!(records[0]["date"], "");
    }

    #[test]
    fn each_value_of_a_facet_has_a_count() {
        let engine = engine();
        let answer = engine.answer("count=quotes").expect("the address can be asked");
        for facet in FACETS {
            assert_eq!(engine.values(facet).count(), answer.matches.counts(facet).len());
        }
    }

    #[test]
    fn what_an_address_asks_for_in_vain_is_an_error() {
        assert!(engine().answer("source=nobody").is_err());
        assert!(engine().answer("sauce=a").is_err());
    }

    #[test]
    fn a_file_with_a_fault_is_an_error() {
        assert!(Engine::load(&mut Here::new(b"{}")).is_err());
    }
}
