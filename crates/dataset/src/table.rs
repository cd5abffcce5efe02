//! Lists whose elements are named by an index of their own type, so that a source can't be mistaken for a speaker.

use std::marker::PhantomData;
use std::ops::Index;
use std::sync::OnceLock;

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

/// An immutable list of `T`, indexed by `I`, with a look-up by id.
#[derive(Clone, Debug)]
pub struct Table<I, T> {
    rows: Vec<T>,
    /// Made when something is first looked up: a large table needn't be sorted before it can be shown.
    by_id: OnceLock<Vec<u32>>,
    index: PhantomData<I>,
}

impl<I, T: PartialEq> PartialEq for Table<I, T> {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl<I: Idx, T: HasId> Table<I, T> {
    /// A table of `rows` in their order. Of rows with the same id, [`Table::find`] gives the first.
    pub fn new(rows: Vec<T>) -> Self {
        Self { rows, by_id: OnceLock::new(), index: PhantomData }
    }

    /// The element called `id`.
    pub fn find(&self, id: &str) -> Option<I> {
        let by_id = self.by_id.get_or_init(|| in_order(self.rows.iter().map(HasId::id).collect()));
        position_of(id, by_id, |position| self.rows[position].id()).map(I::new)
    }

    /// The rows, to be completed by what is known once all tables are there. Their ids stay.
    pub(crate) fn rows_mut(&mut self) -> &mut [T] {
        &mut self.rows
    }

    /// Takes out all rows, in their order.
    #[cfg(feature = "pack")]
    pub(crate) fn take_rows(&mut self) -> Vec<T> {
        self.by_id = OnceLock::new();
        std::mem::take(&mut self.rows)
    }

    /// Every element with its index, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator {
        self.rows.iter().enumerate().map(|(position, row)| (I::new(position), row))
    }

    /// Every index, in order.
    pub fn indices(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + use<I, T> {
        (0..self.rows.len()).map(I::new)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The element at `index`, or none if the index is of another table.
    pub fn get(&self, index: I) -> Option<&T> {
        self.rows.get(index.position())
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

impl<I: Idx, T: HasId> Index<I> for Table<I, T> {
    type Output = T;

    /// # Panics
    /// If the index comes from another, longer table.
    fn index(&self, index: I) -> &T {
        &self.rows[index.position()]
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
