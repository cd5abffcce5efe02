//! Of each row its values, as small numbers, and of each value its rows: what is counted, and what is filtered by.
//!
//! Counting has three ways of equal outcome, and takes the one that promises to be shortest: going over the rows that
//! are counted; over those that aren't, taking them off the totals; or over the rows of each value, which pays where
//! values are few. Whoever has only one value for all rows pays for neither codes nor counting. Several columns are
//! counted over the same rows, so these are listed once ([`Counted`]).

mod form;

use std::ops::Range;
use std::sync::OnceLock;

use crate::bits::Bits;
use crate::groups::Groups;
use crate::lists::{Lists, ListsBuilder, QUICK, work};

/// The values of rows.
#[derive(Clone, Debug, Default)]
pub struct Column {
    rows: usize,
    codes: Codes,
    /// Where each row's values begin, and the end of all; nothing if each row has one.
    start: Vec<u32>,
    /// How many values all rows have together.
    places: usize,
    /// How many rows have each value.
    count: Vec<u32>,
    /// Of each value its rows. Made when somebody first filters, since what is opened is first counted as a whole.
    lists: OnceLock<Lists>,
    /// How long it takes to go over the lists, in words of bits.
    work: usize,
}

/// How many words of bits are gone over while one value is counted, by measurement.
const STEPS: usize = 3;

/// Rows that are to be counted, in several columns.
#[derive(Clone, Debug)]
pub struct Counted {
    bits: Bits,
    number: usize,
    /// Whether those listed are the rows that aren't counted.
    others: bool,
    listed: Vec<u32>,
}

impl Counted {
    /// These rows.
    #[inline(never)]
    pub fn new(bits: Bits) -> Self {
        let number = bits.count();
        let others = number * 2 > bits.limit();
        let mut listed = Vec::with_capacity(if others { bits.limit() - number } else { number });
        let put = |row| listed.push(row as u32);
        if !others {
            bits.each_in(0..bits.limit(), put);
        } else if !bits.is_all() {
            let mut rest = Bits::all(bits.limit());
            rest.drop_all(&bits);
            rest.each_in(0..bits.limit(), put);
        }
        Self { bits, number, others, listed }
    }

    /// How many there are.
    pub fn number(&self) -> usize {
        self.number
    }

    /// The rows as a set.
    pub fn bits(&self) -> &Bits {
        &self.bits
    }
}

/// Numbers below some limit, in as few bytes as they need.
#[derive(Clone, Debug, Default)]
enum Codes {
    /// All are 0.
    #[default]
    Zero,
    Short(Vec<u8>),
    Middle(Vec<u16>),
    Long(Vec<u32>),
}

impl Column {
    /// The column of so many rows with these values, of which there are `values`.
    #[inline(never)]
    fn new(rows: usize, codes: Codes, start: Vec<u32>, places: usize, values: usize) -> Self {
        let mut column = Self { rows, codes, start, places, ..Self::default() };
        let mut count = vec![0; values];
        if column.start.is_empty() {
            for place in 0..places {
                count.get_mut(column.at(place)).into_iter().for_each(|count| *count += 1);
            }
        } else {
            let mut last = vec![0; values]; // one more than the last row that has each value
            for row in 0..rows {
                for place in column.places(row) {
                    let value = column.at(place);
                    if let (Some(count), Some(last)) = (count.get_mut(value), last.get_mut(value))
                        && *last <= row
                    {
                        *last = row + 1;
                        *count += 1;
                    }
                }
            }
        }
        column.work = count.iter().map(|&count| work(count as usize, rows, QUICK)).sum();
        column.count = count;
        column
    }

    /// Of each value its rows.
    pub fn lists(&self) -> &Lists {
        self.lists.get_or_init(|| self.listed())
    }

    #[inline(never)]
    fn listed(&self) -> Lists {
        let mut lists = ListsBuilder::new(self.rows, self.values(), QUICK);
        for putting in [false, true] {
            if putting {
                lists.lay_out();
            }
            for row in 0..self.rows {
                for place in self.places(row) {
                    lists.add(self.at(place), row, putting);
                }
            }
        }
        lists.finish()
    }

    /// How many values there are.
    pub fn values(&self) -> usize {
        self.count.len()
    }

    /// Where the values of a row stand.
    #[inline]
    pub fn places(&self, row: usize) -> Range<usize> {
        match self.start.get(row..row + 2) {
            Some([start, end]) => *start as usize..*end as usize,
            _ if self.start.is_empty() => row..row + 1,
            _ => 0..0,
        }
    }

    /// The value that stands in a place.
    #[inline]
    pub fn at(&self, place: usize) -> usize {
        match &self.codes {
            Codes::Zero => 0,
            Codes::Short(codes) => codes.get(place).map_or(0, |code| usize::from(*code)),
            Codes::Middle(codes) => codes.get(place).map_or(0, |code| usize::from(*code)),
            Codes::Long(codes) => codes.get(place).map_or(0, |code| *code as usize),
        }
    }

    /// The rows that have one of `values`, as far as `room`, which is empty, has room for them.
    pub fn any(&self, values: &[usize], room: Bits) -> Bits {
        let mut rows = room;
        for &value in values {
            self.lists().add_to(value, &mut rows);
        }
        rows
    }

    /// The rows that have at least so many of `values`.
    pub fn at_least(&self, least: usize, values: &[usize]) -> Bits {
        let mut wanted = vec![false; self.values()];
        for &value in values {
            wanted.get_mut(value).into_iter().for_each(|wanted| *wanted = true);
        }
        let mut rows = Bits::none(self.rows);
        for row in 0..self.rows {
            let own = self.places(row).filter(|&place| wanted.get(self.at(place)) == Some(&true));
            if own.count() >= least {
                rows.insert(row);
            }
        }
        rows
    }

    /// For each value, how many of the rows have it.
    #[inline(never)]
    pub fn tally(&self, counted: &Counted) -> Vec<usize> {
        let mut listed = vec![0; self.values()];
        // Of a stretch, only its part of each bitset is gone over. Products may be beyond what a browser counts to.
        let part = |work: usize, of: usize, all: usize| work as u64 * of as u64 / all.max(1) as u64;
        let by_lists = part(self.work, counted.bits.stretch().len(), self.rows.div_ceil(64));
        if by_lists < part(self.places * STEPS, counted.listed.len(), self.rows) {
            let lists = self.lists();
            listed.iter_mut().enumerate().for_each(|(value, count)| *count = lists.count_in(value, &counted.bits));
            return listed;
        }
        match &self.codes {
            Codes::Zero => listed.iter_mut().for_each(|count| *count = counted.listed.len()),
            Codes::Short(codes) => count(codes, &self.start, &counted.listed, &mut listed),
            Codes::Middle(codes) => count(codes, &self.start, &counted.listed, &mut listed),
            Codes::Long(codes) => count(codes, &self.start, &counted.listed, &mut listed),
        }
        if counted.others {
            listed.iter_mut().zip(&self.count).for_each(|(count, all)| *count = *all as usize - *count);
        }
        listed
    }

    /// For each value, how many of `counted` belong to a group of which one of `rows`, which have these values, has it.
    /// `own` are the groups of the rows, `theirs` those of what is counted.
    #[inline(never)]
    pub fn tally_groups(&self, rows: &Bits, own: &Groups, counted: &Counted, theirs: &Groups) -> Vec<usize> {
        if own.are_single() && theirs.are_single() {
            if rows.is_all() {
                return self.tally(counted);
            }
            let mut common = counted.bits.clone();
            common.keep(rows);
            return self.tally(&Counted::new(common));
        }
        let counted = &counted.bits;
        let mut counts = vec![0; self.values()];
        if own.are_single() && rows.is_all() {
            // Each group is a row, whose values are what its items count for.
            let mut from = 0;
            while let Some(item) = counted.next(from) {
                let group = theirs.group(item);
                from = theirs.end(group);
                let number = counted.count_in(item..from);
                for place in self.places(group) {
                    counts.get_mut(self.at(place)).into_iter().for_each(|count| *count += number);
                }
            }
            return counts;
        }
        let mut seen = vec![0; self.values()]; // one more than the last group in which each value was
        // Either side leads to its next group, so that whoever has few decides how many are gone to.
        let mut next = 0;
        while let Some(row) = rows.next(own.start(next)) {
            let group = own.group(row);
            let Some(item) = counted.next(theirs.start(group)) else { break };
            next = theirs.group(item);
            if next > group {
                continue;
            }
            next = group + 1;
            let number = counted.count_in(item..theirs.end(group));
            rows.each_in(row..own.end(group), |row| {
                for place in self.places(row) {
                    let value = self.at(place);
                    if let (Some(seen), Some(count)) = (seen.get_mut(value), counts.get_mut(value))
                        && *seen != next
                    {
                        *seen = next;
                        *count += number;
                    }
                }
            });
        }
        counts
    }

    /// The bytes that are kept.
    pub fn bytes(&self) -> usize {
        let codes = match &self.codes {
            Codes::Zero => 0,
            Codes::Short(codes) => codes.len(),
            Codes::Middle(codes) => codes.len() * 2,
            Codes::Long(codes) => codes.len() * 4,
        };
        codes + (self.start.len() + self.count.len()) * 4 + self.lists().bytes()
    }
}

/// Adds to `counts` how often each code occurs in `rows`.
fn count<T: Copy + Into<u32>>(codes: &[T], start: &[u32], rows: &[u32], counts: &mut [usize]) {
    let mut add = |code: &T| {
        if let Some(count) = counts.get_mut((*code).into() as usize) {
            *count += 1;
        }
    };
    for row in rows {
        let row = *row as usize;
        if start.is_empty() {
            codes.get(row).into_iter().for_each(&mut add);
        } else if let Some([from, to]) = start.get(row..row + 2) {
            codes.get(*from as usize..*to as usize).unwrap_or_default().iter().for_each(&mut add);
        }
    }
}

/// A column that is being built, row by row, with the numbers that its values have elsewhere.
#[derive(Clone, Debug, Default)]
pub struct ColumnBuilder {
    start: Vec<u32>,
    values: Vec<u32>,
    several: bool,
}

impl ColumnBuilder {
    /// Gives the next row these values, each once; `missing`, if there is such a value, where it has none. Says how many
    /// it has then.
    pub fn push(&mut self, values: &[u32], missing: Option<u32>) -> usize {
        let start = self.values.len();
        self.start.push(start as u32);
        for &value in values {
            if !self.values[start..].contains(&value) {
                self.values.push(value);
            }
        }
        if values.is_empty() {
            self.values.extend(missing);
        }
        self.several |= self.values.len() != start + 1;
        self.values.len() - start
    }

    /// How many rows have each value below `values`.
    pub fn counts(&self, values: usize) -> Vec<u32> {
        let mut counts = vec![0; values];
        for &value in &self.values {
            if let Some(count) = counts.get_mut(value as usize) {
                *count += 1;
            }
        }
        counts
    }

    /// The column, if `codes` says for each value what its number is to be, of `values`.
    pub fn finish(mut self, codes: &[u32], values: usize) -> Column {
        for value in &mut self.values {
            *value = codes.get(*value as usize).copied().unwrap_or_default();
        }
        self.column(values)
    }

    /// The column of these values, which have their numbers already.
    #[inline(never)]
    fn column(mut self, values: usize) -> Column {
        let (rows, places) = (self.start.len(), self.values.len());
        self.start.push(places as u32);
        let codes = if values <= 1 && !self.several {
            Codes::Zero
        } else if values <= 0x100 {
            Codes::Short(self.values.iter().map(|&value| value as u8).collect())
        } else if values <= 0x1_0000 {
            Codes::Middle(self.values.iter().map(|&value| value as u16).collect())
        } else {
            Codes::Long(self.values)
        };
        let start = if self.several { self.start } else { Vec::new() };
        Column::new(rows, codes, start, places, values)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::collection::{btree_set, vec};
    use proptest::prelude::*;

    use super::*;
    use crate::testing::set;

    fn column(rows: &[BTreeSet<u32>], values: usize) -> Column {
        let mut builder = ColumnBuilder::default();
        for row in rows {
            builder.push(&row.iter().chain(row).copied().collect::<Vec<_>>(), None);
        }
        // The values are numbered the other way round.
        let codes: Vec<u32> = (0..values as u32).rev().collect();
        builder.finish(&codes, values)
    }

    /// Rows with values below the number that comes with them: few or many, one or several.
    fn rows() -> impl Strategy<Value = (usize, Vec<BTreeSet<u32>>)> {
        (prop_oneof![Just(1usize), Just(3), Just(40), Just(300), Just(70_000)], any::<bool>()).prop_flat_map(
            |(values, single)| {
                let number = if single { 1..=1usize } else { 0..=values.min(4) };
                (Just(values), vec(btree_set(0..values as u32, number), 0..400))
            },
        )
    }

    proptest! {
        #[test]
        fn it_counts_as_a_plain_recount_does((values, rows) in rows(), chosen in btree_set(0..400usize, 0..400)) {
            let column = column(&rows, values);
            let chosen: BTreeSet<usize> = chosen.into_iter().filter(|&row| row < rows.len()).collect();
            for (chosen, bits) in [(chosen.clone(), set(&chosen, rows.len())), ((0..rows.len()).collect(), Bits::all(rows.len()))] {
                let mut expected = vec![0; values];
                chosen.iter().flat_map(|&row| &rows[row]).for_each(|&value| expected[values - 1 - value as usize] += 1);
                prop_assert_eq!(&column.tally(&Counted::new(bits.clone())), &expected);
                let single = Groups::new((0..rows.len() as u32).collect(), rows.len());
                prop_assert_eq!(&column.tally_groups(&bits, &single, &Counted::new(Bits::all(rows.len())), &single), &expected);
            }
            let any: Vec<usize> = chosen.iter().copied().filter(|&value| value < values).collect();
            for least in 0..3 {
                let number = |row: usize| rows[row].iter().filter(|&&value| any.contains(&(values - 1 - value as usize))).count();
                prop_assert!(column.at_least(least, &any).iter().eq((0..rows.len()).filter(|&row| number(row) >= least)));
            }
            prop_assert_eq!(column.any(&any, Bits::none(column.rows)), column.at_least(1, &any));
            for (row, own) in rows.iter().enumerate() {
                let found: BTreeSet<u32> = column.places(row).map(|place| (values - 1 - column.at(place)) as u32).collect();
                prop_assert_eq!(&found, own);
            }
        }

        #[test]
        fn what_belongs_to_the_same_groups_is_counted_once_a_value(
            (values, rows) in rows(), mut own in vec(0u32..60, 400), mut theirs in vec(0u32..60, 0..90),
            chosen in btree_set(0..400usize, 0..400), counted in btree_set(0..90usize, 0..90),
        ) {
            own.truncate(rows.len());
            own.sort_unstable();
            theirs.sort_unstable();
            let chosen: BTreeSet<usize> = chosen.into_iter().filter(|&row| row < rows.len()).collect();
            let counted: BTreeSet<usize> = counted.into_iter().filter(|&row| row < theirs.len()).collect();
            let mut expected = vec![0; values];
            for &item in &counted {
                let fitting = chosen.iter().filter(|&&row| own[row] == theirs[item]);
                let found: BTreeSet<u32> = fitting.flat_map(|&row| rows[row].clone()).collect();
                for value in found {
                    expected[values - 1 - value as usize] += 1;
                }
            }
            let found = column(&rows, values).tally_groups(
                &set(&chosen, rows.len()), &Groups::new(own, 60), &Counted::new(set(&counted, theirs.len())), &Groups::new(theirs, 60),
            );
            prop_assert_eq!(found, expected);
        }
    }
}
