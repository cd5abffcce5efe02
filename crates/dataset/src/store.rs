//! Rows of large tables as runs of bytes: a quote takes some sixty bytes so, and six hundred as a row.
//!
//! A row is made of its run when somebody looks at it, and then kept. What is asked of all rows ([`Row::Head`], the id) is
//! read from the beginning of a run, and nothing is made for that. Texts are the numbers of their words
//! ([`Spelling`]), which all rows share, as they share dates.

mod form;
mod records;

#[cfg(feature = "handover")]
pub(crate) use form::as_they_are;
#[cfg(feature = "pack")]
pub(crate) use form::to_bytes;
pub use form::{Stores, from_bytes};

use std::marker::PhantomData;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use sidebyline_rows::Spelling;
use sidebyline_rows::dictionary::Words;
use sidebyline_rows::input::{Input, put};
use sidebyline_rows::runs::{self, Rule};

use crate::edtf::Edtf;
use crate::model::{Kept, Listener};
#[cfg(feature = "handover")]
use crate::table::Stretch;
use crate::table::{Idx, Limits, Row, Stored, Table};

/// As many rows have their places together, once one of them is looked at.
const BLOCK: usize = 64;

/// A row that can be a run of bytes.
pub(crate) trait Record: Row {
    /// Adds the row to a run.
    fn write(&self, to: &mut Writer<'_>);

    /// Makes the row of a run; if it is an `outline`, without its id, date, verb, texts and passages.
    fn read(from: &mut Reader<'_>, outline: bool) -> Self;

    /// Tells what a run says.
    fn say<'a>(from: &mut Reader<'a>, to: &mut dyn Listener<'a>);

    /// What a run begins with, if it refers to nothing beyond these tables and what rows share. Texts may be anything.
    fn rules(limits: &Limits, shared: &Shared) -> Vec<Rule>;

    /// Reads what is asked of all rows.
    fn read_head<'a>(from: &mut Reader<'a>) -> Self::Head<'a>;
}

/// What rows have in common.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shared {
    spelling: Spelling,
    dates: Vec<Edtf>,
    /// How the dates are written, by which they are looked up.
    dated: Words,
    /// Short texts that many rows have.
    terms: Words,
    /// The text at hand.
    text: Vec<u8>,
}

/// Writes a run. Whatever has a length has it first.
pub(crate) struct Writer<'a> {
    run: &'a mut Vec<u8>,
    shared: &'a mut Shared,
}

impl Writer<'_> {
    fn number(&mut self, number: usize) {
        put(number, self.run);
    }

    /// A text of its own, such as an id.
    fn plain(&mut self, text: &str) {
        self.number(text.len());
        self.run.extend_from_slice(text.as_bytes());
    }

    /// A text of words.
    fn text(&mut self, text: &str) {
        self.shared.text.clear();
        self.shared.spelling.write(text, &mut self.shared.text);
        put(self.shared.text.len(), self.run);
        self.run.extend_from_slice(&self.shared.text);
    }

    /// A text that many rows have.
    fn term(&mut self, term: &str) {
        let number = self.shared.terms.number(term);
        self.number(number as usize);
    }

    fn date(&mut self, date: Option<&Edtf>) {
        let number = date.map_or(0, |date| {
            let number = self.shared.dated.number(date.as_str()) as usize;
            if number == self.shared.dates.len() {
                self.shared.dates.push(date.clone());
            }
            number + 1
        });
        self.number(number);
    }

    fn index<I: Idx>(&mut self, index: I) {
        self.number(index.position());
    }

    fn optional<I: Idx>(&mut self, index: Option<I>) {
        self.number(index.map_or(0, |index| index.position() + 1));
    }

    fn indices<I: Idx>(&mut self, indices: &[I]) {
        self.number(indices.len());
        for &index in indices {
            self.index(index);
        }
    }
}

/// Reads a run. What isn't there is nothing.
pub(crate) struct Reader<'a> {
    run: Input<'a>,
    shared: &'a Shared,
}

impl<'a> Reader<'a> {
    #[expect(clippy::inline_always, reason = "every row is read by it, number by number")]
    #[inline(always)]
    fn number(&mut self) -> usize {
        self.run.number_here().unwrap_or_default()
    }

    fn bytes(&mut self) -> &'a [u8] {
        let length = self.number();
        self.run.take(length).unwrap_or_default()
    }

    fn plain(&mut self) -> &'a str {
        std::str::from_utf8(self.bytes()).unwrap_or_default()
    }

    fn text(&mut self) -> String {
        let mut text = String::new();
        self.shared.spelling.read(self.bytes(), &mut text);
        text
    }

    /// A text as it is kept.
    fn kept(&mut self) -> Kept<'a> {
        Kept::Spelt(&self.shared.spelling, self.bytes())
    }

    fn term(&mut self) -> &'a str {
        self.shared.terms.word(self.number() as u32)
    }

    fn date(&mut self) -> Option<&'a Edtf> {
        self.shared.dates.get(self.number().checked_sub(1)?)
    }

    fn index<I: Idx>(&mut self) -> I {
        I::new(self.number())
    }

    fn optional<I: Idx>(&mut self) -> Option<I> {
        self.number().checked_sub(1).map(I::new)
    }

    /// A list: as many as it says, as long as there is anything left.
    fn list<T>(&mut self, one: impl Fn(&mut Self) -> T) -> Vec<T> {
        let length = self.number();
        let mut list = Vec::with_capacity(length.min(self.run.rest()).min(64)); // who says more has yet to show it
        while list.len() < length && self.run.rest() > 0 {
            list.push(one(self));
        }
        list
    }

    /// The elements of a list, one after the other; says how many there were.
    fn each(&mut self, mut one: impl FnMut(&mut Self)) -> usize {
        let (length, mut number) = (self.number(), 0);
        while number < length && self.run.rest() > 0 {
            one(self);
            number += 1;
        }
        number
    }

    fn indices<I: Idx>(&mut self) -> Vec<I> {
        self.list(Self::index)
    }
}

/// Rows that are being stored.
pub(crate) struct Builder<T> {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    of: PhantomData<T>,
}

impl<T> Default for Builder<T> {
    fn default() -> Self {
        Self { bytes: Vec::new(), ends: Vec::new(), of: PhantomData }
    }
}

/// Makes room for what a row takes. What is large grows by an eighth: to double it would take as much again as all that is
/// there, and a page never gives memory back.
fn make_room<V>(list: &mut Vec<V>) {
    const ROW: usize = 1 << 12;
    if list.capacity() - list.len() < ROW {
        list.reserve_exact(list.len() / 8 + 2 * ROW);
    }
}

impl<T: Record> Builder<T> {
    /// Adds the next row.
    pub fn push(&mut self, row: &T, shared: &mut Shared) {
        make_room(&mut self.bytes);
        make_room(&mut self.ends);
        row.write(&mut Writer { run: &mut self.bytes, shared });
        self.ends.push(self.bytes.len());
    }

    /// Makes room for so many bytes of rows.
    pub fn reserve(&mut self, bytes: usize) {
        self.bytes.reserve_exact(bytes);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// All of them.
    pub fn finish(mut self, shared: &Arc<Shared>) -> Runs<T> {
        self.bytes.shrink_to_fit();
        self.ends.shrink_to_fit();
        Runs::new(Arc::new(self.bytes), 0, self.ends, shared.clone())
    }
}

impl Shared {
    /// What a date says that a row has been written with, by how it is written.
    pub fn known_date(&self, written: &str) -> Option<&Edtf> {
        self.dates.get(self.dated.get(written)? as usize)
    }

    /// Gives back what only writing needs.
    pub fn shrink(&mut self) {
        self.spelling.shrink();
        self.terms.shrink();
        self.dates.shrink_to_fit();
        (self.dated, self.text) = (Words::default(), Vec::new());
    }
}

/// Rows as runs of bytes.
pub(crate) struct Runs<T> {
    /// A file, perhaps, of which only a part is theirs.
    file: Arc<Vec<u8>>,
    from: usize,
    /// Where each run ends in that part.
    ends: Vec<usize>,
    shared: Arc<Shared>,
    /// The rows that somebody has looked at.
    made: Vec<OnceLock<Block<T>>>,
}

type Block<T> = Box<[OnceLock<Box<T>>; BLOCK]>;

impl<T> std::fmt::Debug for Runs<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Runs").field("rows", &self.ends.len()).finish_non_exhaustive()
    }
}

impl<T: Record> Runs<T> {
    /// The rows whose runs begin at `from` in a file.
    fn new(file: Arc<Vec<u8>>, from: usize, ends: Vec<usize>, shared: Arc<Shared>) -> Self {
        let mut made = Vec::new();
        made.resize_with(ends.len().div_ceil(BLOCK), OnceLock::new);
        Self { file, from, ends, shared, made }
    }

    fn bytes(&self) -> &[u8] {
        &self.file[self.from..]
    }

    fn reader(&self, position: usize) -> Reader<'_> {
        Reader { run: Input::new(&self.bytes()[runs::place(&self.ends, position)]), shared: &self.shared }
    }
}

impl<I: Idx, T: Record + Send + Sync> From<Runs<T>> for Table<I, T> {
    fn from(runs: Runs<T>) -> Self {
        Self::stored(Box::new(runs))
    }
}

impl<T: Record + Send + Sync> Stored<T> for Runs<T> {
    fn len(&self) -> usize {
        self.ends.len()
    }

    fn row(&self, position: usize) -> &T {
        let block = self.made[position / BLOCK].get_or_init(|| Box::new([const { OnceLock::new() }; BLOCK]));
        block[position % BLOCK].get_or_init(|| Box::new(self.made(position)))
    }

    fn made(&self, position: usize) -> T {
        T::read(&mut self.reader(position), false)
    }

    fn outline(&self, position: usize) -> T {
        T::read(&mut self.reader(position), true)
    }

    fn say<'a>(&'a self, position: usize, to: &mut dyn Listener<'a>) {
        T::say(&mut self.reader(position), to);
    }

    fn head(&self, position: usize) -> T::Head<'_> {
        T::read_head(&mut self.reader(position))
    }

    fn id(&self, position: usize) -> &str {
        self.reader(position).plain()
    }

    fn hold(&self, rows: Range<usize>, limits: &Limits) -> bool {
        runs::hold(self.bytes(), &self.ends, rows, &T::rules(limits, &self.shared))
    }

    fn numbers(&self, lists: &mut [Vec<u32>]) -> &[Edtf] {
        runs::numbers(self.bytes(), &self.ends, lists);
        &self.shared.dates
    }

    fn boxed(&self) -> Box<dyn Stored<T>> {
        Box::new(Self::new(self.file.clone(), self.from, self.ends.clone(), self.shared.clone()))
    }

    #[cfg(feature = "handover")]
    fn kept(&self) -> Stretch<'_> {
        let length = self.ends.last().copied().unwrap_or_default();
        Stretch { bytes: &self.bytes()[..length], ends: &self.ends, shared: &self.shared }
    }
}
