//! What puts all quotes in order: read at once, since a large dataset has a million of them.

use super::{Quote, QuoteIdx};
use crate::edtf::Edtf;
use crate::table::Table;

/// To which event quotes belong, and when they were said.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    /// Of each quote its event, or one more: 0 is none.
    pub events: Vec<u32>,
    /// Of each its own date: its place in `known`, or one more; 0 is none.
    pub dates: Vec<u32>,
    /// Dates.
    pub known: Vec<&'a Edtf>,
}

impl Table<QuoteIdx, Quote> {
    /// To which events all quotes belong, and when they were said.
    pub fn told(&self) -> Told<'_> {
        if let Some(stored) = self.in_store() {
            let mut lists = [const { Vec::new() }; 3];
            let known = stored.numbers(&mut lists).iter().collect();
            let [_, events, dates] = lists;
            return Told { events, dates, known };
        }
        let mut told = Told { events: Vec::new(), dates: Vec::new(), known: Vec::new() };
        for (_, quote) in self.iter() {
            told.events.push(quote.event.map_or(0, |event| event.0 + 1));
            told.known.extend(&quote.when);
            told.dates.push(if quote.when.is_some() { told.known.len() as u32 } else { 0 });
        }
        told
    }
}
