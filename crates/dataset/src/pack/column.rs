//! What a column holds, and how it is read and written: numbers, texts, references, lists.
//!
//! Reading is total. What can't be read leaves a stand-in and a note that something failed; then nothing more is read,
//! and whoever began drops the result. To leave off at each value would cost the page more code than the reading.

#[cfg(feature = "handover")]
mod writer;

#[cfg(feature = "handover")]
pub(super) use writer::Writer;

use crate::model::{
    ActorIdx, DiscrepancyIdx, Event, EventIdx, Link, MentionIdx, OutletIdx, Paraphrase, PlaceIdx, QuoteIdx, Renamed,
    SourceIdx, TopicIdx, VariantIdx, Verbatim,
};
use crate::table::{Idx, Row, Table};

use sidebyline_turns::{Turns, step};

/// A value that is kept in columns: one, or several beside each other.
pub(super) trait Column: Sized {
    /// How many columns it takes.
    const WIDTH: usize;
    /// How many bytes a value takes at least, in all of them. So no more values are made than bytes are there.
    const LEAST: usize;

    /// Reads the next value from the columns that begin with `at`.
    fn read(from: &mut Reader<'_>, at: usize) -> Self;

    /// Writes a value to the columns that begin with `at`.
    #[cfg(feature = "handover")]
    fn write(&self, to: &mut Writer, at: usize);
}

/// How many tables a dataset has.
pub(super) const TABLES: usize = 10;

/// What is left of each column.
pub(super) struct Reader<'a> {
    pub columns: Vec<&'a [u8]>,
    /// How many rows each table has, by which references are held to it.
    pub counts: [u32; TABLES],
    /// Whether mentions and quotes are stored, and have no columns.
    pub is_stored: bool,
    /// With which column the events begin, of which an archive has so many that they are read in turns, after everything else.
    events: usize,
    pub failed: bool,
}

/// The next number of a column (LEB128).
pub(super) fn number(column: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let (&byte, rest) = column.split_first()?;
        *column = rest;
        // The tenth byte has room for one bit.
        if shift == 63 && byte > 1 {
            return None;
        }
        number |= u64::from(byte & 127) << shift;
        if byte < 128 {
            return Some(number);
        }
    }
    None
}

/// The next `length` bytes of a column.
pub(super) fn bytes<'a>(column: &mut &'a [u8], length: u64) -> Option<&'a [u8]> {
    let (taken, rest) = column.split_at_checked(usize::try_from(length).ok()?)?;
    *column = rest;
    Some(taken)
}

impl<'a> Reader<'a> {
    /// A reader of `columns`. Its counts come out of them.
    pub fn new(columns: Vec<&'a [u8]>) -> Self {
        Self { columns, counts: [0; TABLES], is_stored: false, events: 0, failed: false }
    }

    /// Notes that something isn't as it should be, and gives a stand-in.
    pub fn fail<T: Default>(&mut self) -> T {
        self.failed = true;
        T::default()
    }

    /// What is there, or a stand-in.
    fn sure<T: Default>(&mut self, found: Option<T>) -> T {
        found.unwrap_or_else(|| self.fail())
    }

    pub fn number(&mut self, at: usize) -> u64 {
        let found = number(&mut self.columns[at]);
        self.sure(found)
    }

    /// A number of 32 bits.
    pub fn small(&mut self, at: usize) -> u32 {
        let found = u32::try_from(self.number(at)).ok();
        self.sure(found)
    }

    /// A byte that is less than `limit`.
    pub fn byte(&mut self, at: usize, limit: usize) -> usize {
        let found = bytes(&mut self.columns[at], 1).map(|byte| usize::from(byte[0])).filter(|&byte| byte < limit);
        self.sure(found)
    }

    pub fn bytes(&mut self, at: usize, length: u64) -> &'a [u8] {
        let found = bytes(&mut self.columns[at], length);
        self.sure(found)
    }

    /// A text of `length` bytes.
    pub fn text(&mut self, at: usize, length: u64) -> String {
        let found = std::str::from_utf8(self.bytes(at, length)).ok().map(str::to_owned);
        self.sure(found)
    }

    /// A position in a table.
    fn position(&mut self, at: usize, table: usize) -> usize {
        let position = self.small(at);
        if position < self.counts[table] { position as usize } else { self.fail() }
    }

    /// `count`, if the columns hold as many values of at least `least` bytes.
    fn room(&mut self, count: u64, columns: std::ops::Range<usize>, least: usize) -> usize {
        let there: usize = self.columns[columns].iter().map(|column| column.len()).sum();
        let found = usize::try_from(count).ok().filter(|&count| count <= there / least.max(1));
        self.sure(found)
    }
}

/// Room is made for as many values before one has been read. What a pack says of their number costs it next to nothing.
const AT_FIRST: usize = 1 << 12;

/// The next `count` values.
fn values<T: Column>(from: &mut Reader<'_>, at: usize, count: u64) -> Vec<T> {
    let count = from.room(count, at..at + T::WIDTH, T::LEAST);
    let mut values = Vec::with_capacity(count.min(AT_FIRST));
    for _ in 0..count {
        if from.failed {
            break;
        }
        values.push(T::read(from, at));
    }
    values
}

impl<T: Column> Column for Vec<T> {
    const WIDTH: usize = 1 + T::WIDTH;
    const LEAST: usize = 1;

    fn read(from: &mut Reader<'_>, at: usize) -> Self {
        match from.number(at) {
            0 => Self::new(),
            count => values(from, at + 1, count),
        }
    }

    #[cfg(feature = "handover")]
    fn write(&self, to: &mut Writer, at: usize) {
        to.number(at, self.len() as u64);
        for value in self {
            value.write(to, at + 1);
        }
    }
}

impl<T: Column> Column for Option<T> {
    const WIDTH: usize = 1 + T::WIDTH;
    const LEAST: usize = 1;

    fn read(from: &mut Reader<'_>, at: usize) -> Self {
        (from.byte(at, 2) == 1).then(|| T::read(from, at + 1))
    }

    #[cfg(feature = "handover")]
    fn write(&self, to: &mut Writer, at: usize) {
        to.byte(at, usize::from(self.is_some()));
        if let Some(value) = self {
            value.write(to, at + 1);
        }
    }
}

impl Column for String {
    const WIDTH: usize = 2;
    const LEAST: usize = 1;

    fn read(from: &mut Reader<'_>, at: usize) -> Self {
        let length = from.number(at);
        from.text(at + 1, length)
    }

    #[cfg(feature = "handover")]
    fn write(&self, to: &mut Writer, at: usize) {
        to.number(at, self.len() as u64);
        to.bytes(at + 1, self.as_bytes());
    }
}

/// Texts that have an owner.
macro_rules! owned {
    ($($name:ident),+) => { $(
        impl Column for $name {
            const WIDTH: usize = String::WIDTH;
            const LEAST: usize = String::LEAST;

            fn read(from: &mut Reader<'_>, at: usize) -> Self {
                Self(String::read(from, at))
            }

            #[cfg(feature = "handover")]
            fn write(&self, to: &mut Writer, at: usize) {
                self.0.write(to, at);
            }
        }
    )+ };
}

owned!(Verbatim, Paraphrase);

/// What a stranger's pack calls a link is none before it is looked at.
impl Column for Link {
    const WIDTH: usize = String::WIDTH;
    const LEAST: usize = String::LEAST;

    fn read(from: &mut Reader<'_>, at: usize) -> Self {
        let written = String::read(from, at);
        Self::new(&written).unwrap_or_else(|| {
            from.failed = true;
            Self::nowhere()
        })
    }

    #[cfg(feature = "handover")]
    fn write(&self, to: &mut Writer, at: usize) {
        self.as_str().to_owned().write(to, at);
    }
}

impl Column for u32 {
    const WIDTH: usize = 1;
    const LEAST: usize = 1;

    fn read(from: &mut Reader<'_>, at: usize) -> Self {
        from.small(at)
    }

    #[cfg(feature = "handover")]
    fn write(&self, to: &mut Writer, at: usize) {
        to.number(at, u64::from(*self));
    }
}

impl Column for bool {
    const WIDTH: usize = 1;
    const LEAST: usize = 1;

    fn read(from: &mut Reader<'_>, at: usize) -> Self {
        from.byte(at, 2) == 1
    }

    #[cfg(feature = "handover")]
    fn write(&self, to: &mut Writer, at: usize) {
        to.byte(at, usize::from(*self));
    }
}

impl Column for f64 {
    const WIDTH: usize = 1;
    const LEAST: usize = 8;

    fn read(from: &mut Reader<'_>, at: usize) -> Self {
        let found = from.bytes(at, 8).try_into().ok().map(Self::from_le_bytes).filter(|number| number.is_finite());
        from.sure(found)
    }

    #[cfg(feature = "handover")]
    fn write(&self, to: &mut Writer, at: usize) {
        to.bytes(at, &self.to_le_bytes());
    }
}

impl Column for Renamed {
    const WIDTH: usize = Vec::<(String, String)>::WIDTH;
    const LEAST: usize = 1;

    fn read(from: &mut Reader<'_>, at: usize) -> Self {
        let renamed = Self(Vec::read(from, at));
        from.failed |= !renamed.old().is_sorted();
        renamed
    }

    #[cfg(feature = "handover")]
    fn write(&self, to: &mut Writer, at: usize) {
        self.0.write(to, at);
    }
}

impl Column for (String, String) {
    const WIDTH: usize = 4;
    const LEAST: usize = 2;

    fn read(from: &mut Reader<'_>, at: usize) -> Self {
        (String::read(from, at), String::read(from, at + 2))
    }

    #[cfg(feature = "handover")]
    fn write(&self, to: &mut Writer, at: usize) {
        self.0.write(to, at);
        self.1.write(to, at + 2);
    }
}

/// References: each kind to its table.
macro_rules! references {
    ($($index:ident = $table:literal);+) => { $(
        impl Reference for $index {
            const TABLE: usize = $table;
        }

        impl Column for $index {
            const WIDTH: usize = 1;
            const LEAST: usize = 1;

            fn read(from: &mut Reader<'_>, at: usize) -> Self {
                Self::new(from.position(at, $table))
            }

            #[cfg(feature = "handover")]
            fn write(&self, to: &mut Writer, at: usize) {
                to.number(at, self.position() as u64);
            }
        }
    )+ };
}

/// An index that says of which table it is.
pub(super) trait Reference: Idx {
    /// The number of its table.
    const TABLE: usize;
}

references!(
    OutletIdx = 0;
    SourceIdx = 1;
    ActorIdx = 2;
    PlaceIdx = 3;
    TopicIdx = 4;
    EventIdx = 5;
    MentionIdx = 6;
    QuoteIdx = 7;
    VariantIdx = 8;
    DiscrepancyIdx = 9
);

impl<I: Reference, T: Column + Row> Column for Table<I, T> {
    const WIDTH: usize = T::WIDTH;
    const LEAST: usize = 0;

    fn read(from: &mut Reader<'_>, at: usize) -> Self {
        if I::TABLE == EventIdx::TABLE {
            from.events = at;
            return Self::default();
        }
        if from.is_stored && (I::TABLE == MentionIdx::TABLE || I::TABLE == QuoteIdx::TABLE) {
            return Self::default();
        }
        let count = u64::from(from.counts[I::TABLE]);
        Self::new(values(from, at, count))
    }

    #[cfg(feature = "handover")]
    fn write(&self, to: &mut Writer, at: usize) {
        for (_, row) in self.iter() {
            row.write(to, at);
        }
    }
}

/// Reads the events, whose place is known once all else is read.
pub(super) async fn events(from: &mut Reader<'_>, turns: &dyn Turns) -> Table<EventIdx, Event> {
    let (at, count) = (from.events, u64::from(from.counts[EventIdx::TABLE]));
    let count = from.room(count, at..at + Event::WIDTH, Event::LEAST);
    let mut rows = Vec::with_capacity(count.min(AT_FIRST));
    for row in 0..count {
        step(turns, row, (row, count)).await;
        if from.failed {
            break;
        }
        rows.push(Event::read(from, at));
    }
    Table::new(rows)
}
