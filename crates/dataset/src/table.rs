//! Lists whose elements are named by an index of their own type, so that a source can't be mistaken for a speaker.

use std::borrow::Cow;
use std::fmt::Debug;
use std::marker::PhantomData;
use std::ops::{Index, Range};
use std::sync::OnceLock;

use crate::edtf::Edtf;
use crate::model::Listener;
#[cfg(feature = "handover")]
use crate::store::Shared;

/// An index into a [`Table`].
pub trait Idx: Copy + Ord {
    /// The index of the element at `position`.
    fn new(position: usize) -> Self;
    /// The position of the element.
    fn position(self) -> usize;
}

/// Something that has an id.
pub trait HasId {
    /// Its id, unique in its table.
    fn id(&self) -> &str;
}

/// A row of a table.
pub trait Row: HasId + Clone + Debug + PartialEq + 'static {
    /// What is asked of all rows, one after the other.
    type Head<'a>;

    /// Whether such rows may be [`Stored`]. Looking at any other row is looking into a list.
    const MAY_BE_STORED: bool = false;

    /// What is asked of all rows, of this one.
    fn head(&self) -> Self::Head<'_>;
}

/// An immutable list of `T`, indexed by `I`, with a look-up by id.
#[derive(Clone, Debug)]
pub struct Table<I, T: Row> {
    rows: Vec<T>,
    /// In place of `rows`.
    stored: Option<Box<dyn Stored<T>>>,
    /// Made when something is first looked up: a large table needn't be sorted before it can be shown.
    by_id: OnceLock<Vec<u32>>,
    index: PhantomData<I>,
}

/// How many rows the tables have that mentions and quotes refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the table of the same name")]
pub struct Limits {
    pub sources: usize,
    pub actors: usize,
    pub places: usize,
    pub topics: usize,
    pub events: usize,
}

/// Rows that are made when somebody looks at them.
pub trait Stored<T: Row>: Debug + Send + Sync {
    /// How many there are.
    fn len(&self) -> usize;

    /// Whether there is none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The row at a position, which is kept from now on.
    ///
    /// # Panics
    /// If there is none.
    fn row(&self, position: usize) -> &T;

    /// The row at a position, which isn't kept.
    ///
    /// # Panics
    /// If there is none.
    fn made(&self, position: usize) -> T;

    /// The row at a position without its id, date, verb, texts and passages, which isn't kept.
    ///
    /// # Panics
    /// If there is none.
    fn outline(&self, position: usize) -> T;

    /// What is asked of all rows.
    ///
    /// # Panics
    /// If there is none.
    fn head(&self, position: usize) -> T::Head<'_>;

    /// Tells what the row at a position says, which isn't made for that.
    ///
    /// # Panics
    /// If there is none.
    fn say<'a>(&'a self, position: usize, to: &mut dyn Listener<'a>);

    /// The id of the row at a position.
    ///
    /// # Panics
    /// If there is none.
    fn id(&self, position: usize) -> &str;

    /// Whether rows refer to nothing beyond these tables.
    fn hold(&self, rows: Range<usize>, limits: &Limits) -> bool;

    /// The first so many numbers of each row, as its kind of row has them, and the dates that such a number may stand for.
    fn numbers(&self, lists: &mut [Vec<u32>]) -> &[Edtf];

    /// The same once more.
    fn boxed(&self) -> Box<dyn Stored<T>>;

    /// What is stored.
    #[cfg(feature = "handover")]
    fn kept(&self) -> Stretch<'_>;
}

/// Rows as they are stored.
#[cfg(feature = "handover")]
#[derive(Clone, Copy, Debug)]
pub struct Stretch<'a> {
    /// One after the other.
    pub(crate) bytes: &'a [u8],
    /// Where each of them ends.
    pub(crate) ends: &'a [usize],
    /// What they have in common.
    pub(crate) shared: &'a Shared,
}

impl<T: Row> Clone for Box<dyn Stored<T>> {
    fn clone(&self) -> Self {
        self.boxed()
    }
}

impl<I: Idx, T: Row> Default for Table<I, T> {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl<I: Idx, T: Row> PartialEq for Table<I, T> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.scan().map(|(_, row)| row).eq(other.scan().map(|(_, row)| row))
    }
}

impl<I: Idx, T: Row> Table<I, T> {
    /// A table of `rows` in their order. Of rows with the same id, [`Table::find`] gives the first.
    pub fn new(rows: Vec<T>) -> Self {
        Self { rows, stored: None, by_id: OnceLock::new(), index: PhantomData }
    }

    /// A table of rows that are made when somebody looks at them.
    pub fn stored(rows: Box<dyn Stored<T>>) -> Self {
        Self { stored: Some(rows), ..Self::new(Vec::new()) }
    }

    /// Whether rows are stored, and refer to nothing beyond these tables.
    pub(crate) fn hold(&self, rows: Range<usize>, limits: &Limits) -> bool {
        self.in_store().is_some_and(|stored| stored.hold(rows, limits))
    }

    /// The rows, if they are stored.
    pub(crate) fn in_store(&self) -> Option<&dyn Stored<T>> {
        if T::MAY_BE_STORED { self.stored.as_deref() } else { None }
    }

    /// The element called `id`.
    pub fn find(&self, id: &str) -> Option<I> {
        let by_id = self.by_id.get_or_init(|| in_order(self.ids().collect()));
        position_of(id, by_id, |position| self.id(I::new(position))).map(I::new)
    }

    /// The id of the element at `index`.
    ///
    /// # Panics
    /// If the index comes from another, longer table.
    pub fn id(&self, index: I) -> &str {
        match self.in_store() {
            Some(rows) => rows.id(index.position()),
            None => self.rows[index.position()].id(),
        }
    }

    /// All ids, in order.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = &str> {
        self.indices().map(|index| self.id(index))
    }

    /// What is asked of all rows, of the one at `index`: without making the whole of it.
    ///
    /// # Panics
    /// If the index comes from another, longer table.
    #[inline(never)]
    pub fn head(&self, index: I) -> T::Head<'_> {
        match self.in_store() {
            Some(rows) => rows.head(index.position()),
            None => self.rows[index.position()].head(),
        }
    }

    /// The rows, to be completed by what is known once all tables are there. Their ids stay. Stored rows are complete.
    pub(crate) fn rows_mut(&mut self) -> &mut [T] {
        &mut self.rows
    }

    /// Takes out all rows, in their order.
    #[cfg(feature = "handover")]
    pub(crate) fn take_rows(&mut self) -> Vec<T> {
        match std::mem::take(self) {
            Self { stored: Some(rows), .. } => (0..rows.len()).map(|position| rows.made(position)).collect(),
            Self { rows, .. } => rows,
        }
    }

    /// A row that may be stored: once in the program, since rows are looked at everywhere.
    #[inline(never)]
    fn row(&self, position: usize) -> &T {
        match &self.stored {
            Some(rows) => rows.row(position),
            None => &self.rows[position],
        }
    }

    /// Every element with its index, in order. Whoever wants something of all rows of a large table asks [`Table::head`]
    /// or [`Table::scan`], since these are kept from now on.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator {
        self.indices().map(|index| (index, &self[index]))
    }

    /// Every element with its index, in order; none is kept.
    pub fn scan(&self) -> impl DoubleEndedIterator<Item = (I, Cow<'_, T>)> + ExactSizeIterator {
        self.indices().map(|index| (index, self.seen(index)))
    }

    /// The element at `index`, to be looked at once.
    ///
    /// # Panics
    /// If the index comes from another, longer table.
    pub fn seen(&self, index: I) -> Cow<'_, T> {
        match self.in_store() {
            Some(rows) => Cow::Owned(rows.made(index.position())),
            None => Cow::Borrowed(&self.rows[index.position()]),
        }
    }

    /// The element at `index`, to be looked at once and without its id, date, verb, texts and passages: they may be missing.
    ///
    /// # Panics
    /// If the index comes from another, longer table.
    pub fn outline(&self, index: I) -> Cow<'_, T> {
        match self.in_store() {
            Some(rows) => Cow::Owned(rows.outline(index.position())),
            None => Cow::Borrowed(&self.rows[index.position()]),
        }
    }

    /// Every index, in order.
    pub fn indices(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + use<I, T> {
        (0..self.len()).map(I::new)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.in_store().map_or(self.rows.len(), Stored::len)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The element at `index`, or none if the index is of another table.
    pub fn get(&self, index: I) -> Option<&T> {
        (index.position() < self.len()).then(|| &self[index])
    }
}

/// The positions of `ids` in the order of the ids; of two equal ones, the first comes first. It stands apart because it
/// isn't generic: a sort for each kind of row would weigh more than the rest of the table.
pub fn in_order(ids: Vec<&str>) -> Vec<u32> {
    let mut order: Vec<(&str, u32)> = ids.into_iter().zip(0..).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, position)| position).collect()
}

/// The first position of `id`, looked up in the order that [`in_order`] gives.
pub(crate) fn position_of<'a>(id: &str, by_id: &[u32], id_at: impl Fn(usize) -> &'a str) -> Option<usize> {
    let at = by_id.partition_point(|&position| id_at(position as usize) < id);
    let position = *by_id.get(at)? as usize;
    (id_at(position) == id).then_some(position)
}

impl<I: Idx, T: Row> Index<I> for Table<I, T> {
    type Output = T;

    /// # Panics
    /// If the index comes from another, longer table.
    fn index(&self, index: I) -> &T {
        if T::MAY_BE_STORED { self.row(index.position()) } else { &self.rows[index.position()] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TopicIdx;

    impl HasId for &str {
        fn id(&self) -> &str {
            self
        }
    }

    impl Row for &'static str {
        type Head<'a> = ();

        fn head(&self) {}
    }

    #[test]
    fn an_element_is_found_by_its_id() {
        let table: Table<TopicIdx, &str> = Table::new(vec!["nato", "crimea", "truce"]);
        assert_eq!(table.find("crimea"), Some(TopicIdx::new(1)));
        assert_eq!(table.find("sanctions"), None);
        assert_eq!(table.find(""), None);
    }

    #[test]
    fn of_two_elements_with_one_id_the_first_is_found() {
        let table: Table<TopicIdx, &str> = Table::new(vec!["truce", "nato", "nato"]);
        assert_eq!(table.find("nato"), Some(TopicIdx::new(1)));
    }
}
