//! Of each value its rows: which quotes have a speaker, in which a word occurs.
//!
//! All lists stand in one run of bytes. A list with a large share of the rows is a bitset, which is gone over many times
//! as quickly; else it is the gaps between its rows, of a byte or two. Lists are built in two walks over
//! the same pairs, the first of which only measures, so nothing is ever moved or grown.

use sidebyline_turns::{Turns, step};

use crate::bits::Bits;
use crate::stream::Stream;
use crate::varint;

/// From what share of the rows on a list is a bitset: one in so many. Here a bitset takes four bytes a row of its list,
/// for lists of which there are many.
pub const SMALL: usize = 32;
/// The same where lists are few and used all the time: sixteen bytes, and a third of the time of as many gaps.
pub const QUICK: usize = 128;

/// For each of some numbered values, a set of rows.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    rows: usize,
    /// From what share of the rows on a list is a bitset: one in so many.
    dense: usize,
    /// Where each list begins, and the end of all.
    start: Vec<u32>,
    /// How many rows are in each.
    count: Vec<u32>,
    bytes: Vec<u8>,
}

impl Lists {
    /// Of each value below `values`, the rows of a stream in which it stands, gone over in turns.
    pub async fn of(stream: &Stream, values: usize, turns: &dyn Turns) -> Self {
        if stream.words() == 0 {
            return Self::default();
        }
        let mut builder = ListsBuilder::new(stream.rows(), values, SMALL);
        for putting in [false, true] {
            if putting {
                builder.lay_out();
            }
            for row in 0..stream.rows() {
                step(turns, row, (row, stream.rows())).await;
                stream.each(row, |value, _| builder.add(value as usize, row, putting));
            }
        }
        builder.finish()
    }

    /// How many lists there are.
    pub fn len(&self) -> usize {
        self.count.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count.is_empty()
    }

    /// How many rows a list has.
    #[inline]
    pub fn count(&self, list: usize) -> usize {
        self.count.get(list).map_or(0, |count| *count as usize)
    }

    /// Adds the rows of a list to `rows`.
    #[inline(never)]
    pub fn add_to(&self, list: usize, rows: &mut Bits) {
        let bytes = self.bytes_of(list);
        if self.is_dense(list) {
            let words = words_from(bytes, rows.stretch().start);
            rows.words_mut().iter_mut().zip(words).for_each(|(word, bits)| *word |= bits);
            return;
        }
        let (mut at, mut row, end) = (0, 0, rows.stretch().end * 64);
        while let Some(gap) = varint::read(bytes, &mut at) {
            row += gap as usize;
            if row > end {
                break;
            }
            rows.insert(row - 1);
        }
    }

    /// How many rows of a list are in `rows`.
    #[inline(never)]
    pub fn count_in(&self, list: usize, rows: &Bits) -> usize {
        let bytes = self.bytes_of(list);
        if self.is_dense(list) {
            let stretch = rows.stretch();
            let common = words_from(bytes, stretch.start).zip(stretch).map(|(bits, at)| bits & rows.word(at));
            return common.map(|word| word.count_ones() as usize).sum();
        }
        let (mut at, mut row, mut number, end) = (0, 0, 0, rows.stretch().end * 64);
        while let Some(gap) = varint::read(bytes, &mut at) {
            row += gap as usize;
            if row > end {
                break;
            }
            number += usize::from(rows.contains(row - 1));
        }
        number
    }

    /// The bytes that are kept.
    pub fn bytes(&self) -> usize {
        self.bytes.len() + (self.start.len() + self.count.len()) * 4
    }

    /// Only those lists that have rows; gives the numbers that they had.
    pub fn drop_empty(&mut self) -> Vec<u32> {
        let kept: Vec<u32> = (0..).zip(&self.count).filter(|(_, count)| **count > 0).map(|(list, _)| list).collect();
        let end = self.start.last().copied();
        self.start = kept.iter().map(|&list| self.start[list as usize]).chain(end).collect();
        self.count.retain(|&count| count > 0);
        self.count.shrink_to_fit();
        kept
    }

    fn is_dense(&self, list: usize) -> bool {
        is_dense(self.count(list), self.rows, self.dense)
    }

    fn bytes_of(&self, list: usize) -> &[u8] {
        match self.start.get(list..list + 2) {
            Some([start, end]) => self.bytes.get(*start as usize..*end as usize).unwrap_or_default(),
            _ => &[],
        }
    }
}

/// Whether a list of so many of all `rows` is a bitset, which it is from one row in `dense` on.
fn is_dense(count: usize, rows: usize, dense: usize) -> bool {
    count * dense >= rows
}

/// How long it takes to count such a list by [`Lists::count_in`], in steps.
pub(crate) fn work(count: usize, rows: usize, dense: usize) -> usize {
    if is_dense(count, rows, dense) { rows / 64 } else { count * 2 }
}

/// The words of a bitset from one on.
#[inline]
fn words_from(bytes: &[u8], first: usize) -> impl Iterator<Item = u64> {
    let words = bytes.get(first * 8..).unwrap_or_default().chunks_exact(8);
    words.map(|word| word.try_into().map_or(0, u64::from_le_bytes))
}

/// Lists that are being built: all pairs are measured, the lists are laid out, and the same pairs are put in.
#[derive(Clone, Debug)]
pub struct ListsBuilder {
    lists: Lists,
    begun: Vec<Begun>,
}

/// A list that is being built. Values come in any order, so what is asked of one lies side by side.
#[derive(Clone, Copy, Debug, Default)]
struct Begun {
    /// One more than its last row.
    last: u32,
    /// How many rows it has.
    count: u32,
    /// How many bytes it takes as gaps; later, where it goes on.
    at: u32,
}

impl ListsBuilder {
    /// Lists of rows below `rows`, for values below `values`; bitsets from one row in `dense` on.
    pub fn new(rows: usize, values: usize, dense: usize) -> Self {
        Self { lists: Lists { rows, dense, ..Lists::default() }, begun: vec![Begun::default(); values] }
    }

    /// Lays the lists out.
    pub fn lay_out(&mut self) {
        let mut end = 0;
        let dense = (self.lists.rows.div_ceil(64) * 8) as u32;
        self.lists.start.reserve_exact(self.begun.len() + 1);
        self.lists.count.reserve_exact(self.begun.len());
        for list in &mut self.begun {
            let is_dense = is_dense(list.count as usize, self.lists.rows, self.lists.dense);
            let length = match (list.count, is_dense) {
                (0, _) => 0,
                (_, true) => dense,
                _ => list.at,
            };
            self.lists.start.push(end);
            self.lists.count.push(list.count);
            (list.at, list.last) = (end, 0);
            end += length;
        }
        self.lists.start.push(end);
        self.lists.bytes = vec![0; end as usize];
    }

    /// Measures a pair, or, once the lists are laid out, is `putting` it in. The rows of a value have to come in ascending
    /// order, the same in both walks; one that comes again is the same.
    #[inline(never)]
    pub fn add(&mut self, value: usize, row: usize, putting: bool) {
        let next = row as u32 + 1;
        let Some(list) = self.begun.get_mut(value).filter(|list| list.last < next) else { return };
        let gap = next - list.last;
        list.last = next;
        let bytes = &mut self.lists.bytes;
        if !putting {
            list.at += varint::length(gap) as u32;
            list.count += 1;
        } else if is_dense(list.count as usize, self.lists.rows, self.lists.dense) {
            if let Some(byte) = bytes.get_mut(list.at as usize + row / 8) {
                *byte |= 1 << (row % 8);
            }
        } else {
            varint::write(gap, |part| {
                if let Some(byte) = bytes.get_mut(list.at as usize) {
                    *byte = part;
                }
                list.at += 1;
            });
        }
    }

    /// The lists.
    pub fn finish(self) -> Lists {
        self.lists
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use sidebyline_turns::{Undivided, at_once};

    use super::*;

    fn lists(sets: &[BTreeSet<usize>], rows: usize, dense: usize) -> Lists {
        let mut builder = ListsBuilder::new(rows, sets.len(), dense);
        let pairs = || {
            (0..rows)
                .flat_map(|row| (0..sets.len()).filter(move |&set| sets[set].contains(&row)).map(move |set| (set, row)))
        };
        pairs().for_each(|(set, row)| builder.add(set, row, false));
        pairs().for_each(|(set, row)| builder.add(set, row, false)); // what comes again is the same
        builder.lay_out();
        pairs().for_each(|(set, row)| builder.add(set, row, true));
        builder.finish()
    }

    proptest! {
        #[test]
        fn each_value_of_a_stream_has_the_rows_in_which_it_stands(
            rows in proptest::collection::vec(proptest::collection::vec(0u32..9, 0..6), 0..200), values in 0usize..12,
        ) {
            let mut stream = Stream::default();
            for row in &rows {
                for &value in row {
                    stream.push(value);
                }
                stream.end_row();
            }
            let lists = at_once(Lists::of(&stream, values, &Undivided));
            for value in 0..12 {
                let mut found = Bits::none(rows.len());
                lists.add_to(value, &mut found);
                let has = |row: &usize| value < values && rows[*row].contains(&(value as u32));
                prop_assert!(found.iter().eq((0..rows.len()).filter(has)));
            }
        }

        #[test]
        fn lists_behave_like_plain_sets(
            rows in 1usize..9_000, crowded: bool, dense in prop_oneof![Just(SMALL), Just(QUICK)], seeds in proptest::collection::vec(proptest::collection::vec(any::<prop::sample::Index>(), 0..40), 0..6),
            chosen in proptest::collection::vec(any::<prop::sample::Index>(), 0..40),
        ) {
            let set = |seeds: &Vec<prop::sample::Index>| -> BTreeSet<usize> {
                let near = |row: usize| row..if crowded { (row + 300).min(rows) } else { row + 1 };
                seeds.iter().flat_map(|seed| near(seed.index(rows))).collect()
            };
            let sets: Vec<BTreeSet<usize>> = seeds.iter().map(set).collect();
            let mut lists = lists(&sets, rows, dense);
            let chosen = set(&chosen);
            let mut bits = Bits::none(rows);
            for &row in &chosen {
                bits.insert(row);
            }
            for (list, set) in sets.iter().enumerate() {
                prop_assert_eq!(lists.count(list), set.len());
                prop_assert_eq!(lists.count_in(list, &bits), set.intersection(&chosen).count());
                prop_assert_eq!(lists.count_in(list, &Bits::all(rows)), set.len());
                let mut all = bits.clone();
                lists.add_to(list, &mut all);
                prop_assert!(all.iter().eq(set.union(&chosen).copied()));
            }
            let kept = lists.drop_empty();
            prop_assert!(kept.iter().map(|list| *list as usize).eq((0..sets.len()).filter(|&set| !sets[set].is_empty())));
            for (at, list) in kept.into_iter().enumerate() {
                let mut all = Bits::none(rows);
                lists.add_to(at, &mut all);
                prop_assert!(all.iter().eq(sets[list as usize].iter().copied()));
            }
        }
    }
}
