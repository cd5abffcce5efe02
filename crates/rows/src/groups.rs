//! Rows that stand together in groups, one group after the other: the mentions of each event, the quotes of each.
//!
//! Since rows stand in the order of their groups, what a set of rows says of groups, and the other way round, is one
//! walk forwards. Where each group has exactly one row, both are the same number, and nothing is walked or kept.

use std::borrow::Cow;

use crate::bits::Bits;

/// To which group each row belongs.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    rows: usize,
    number: usize,
    /// Whether each group has one row.
    single: bool,
    /// The first row of each group, and the end of all; nothing if each group has one row, or none has any.
    start: Vec<u32>,
    /// The group of each row; nothing if that is the row itself.
    group: Vec<u32>,
    /// The groups that have a row.
    filled: Bits,
}

impl Groups {
    /// Rows whose groups are these, in ascending order, of `groups`.
    pub fn new(group: Vec<u32>, groups: usize) -> Self {
        let rows = group.len();
        if rows == groups && group.iter().zip(0..).all(|(group, row)| *group == row) {
            return Self { rows, number: groups, single: true, filled: Bits::all(groups), ..Self::default() };
        }
        if rows == 0 {
            return Self { number: groups, filled: Bits::none(groups), ..Self::default() };
        }
        let mut start = vec![0; groups + 1];
        let mut filled = Bits::none(groups);
        for &group in &group {
            start[group as usize + 1] += 1;
            filled.insert(group as usize);
        }
        for at in 0..groups {
            start[at + 1] += start[at];
        }
        Self { rows, number: groups, single: false, start, group, filled }
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// How many groups there are.
    pub fn groups(&self) -> usize {
        self.number
    }

    /// Whether each group has exactly one row, of the same number.
    pub fn are_single(&self) -> bool {
        self.single
    }

    /// The groups that have a row.
    pub fn filled(&self) -> &Bits {
        &self.filled
    }

    /// The group of a row.
    #[inline]
    pub fn group(&self, row: usize) -> usize {
        self.group.get(row).map_or(row, |group| *group as usize)
    }

    /// The end of a group's rows.
    #[inline]
    pub fn end(&self, group: usize) -> usize {
        self.bound(group + 1)
    }

    /// The beginning of a group's rows.
    #[inline]
    pub fn start(&self, group: usize) -> usize {
        self.bound(group)
    }

    #[inline]
    fn bound(&self, group: usize) -> usize {
        match self.start.get(group) {
            Some(row) => *row as usize,
            None if self.single => group,
            None => self.rows,
        }
    }

    /// The bytes that are kept.
    pub fn bytes(&self) -> usize {
        (self.start.len() + self.group.len()) * 4
    }

    /// The groups to which some of `rows` belong.
    #[inline(never)]
    pub fn lift(&self, rows: &Bits) -> Bits {
        if self.are_single() {
            return rows.clone();
        }
        if rows.is_all() {
            return self.filled.clone();
        }
        let stretch = rows.stretch();
        let last = self.rows.min(stretch.end * 64).saturating_sub(1);
        let mut groups = Bits::room(self.number, self.group(stretch.start * 64)..self.group(last) + 1);
        let mut from = 0;
        while let Some(row) = rows.next(from) {
            let group = self.group(row);
            groups.insert(group);
            from = self.end(group);
        }
        groups
    }

    /// Adds the groups to which some of `rows` belong to `groups`.
    pub fn lift_into(&self, rows: &Bits, groups: &mut Bits) {
        if self.single {
            groups.add(rows);
        } else if self.rows > 0 {
            groups.add(&self.lift(rows));
        }
    }

    /// The rows that belong to one of `groups`.
    #[inline(never)]
    pub fn spread<'a>(&self, groups: &'a Bits) -> Cow<'a, Bits> {
        if self.are_single() {
            return Cow::Borrowed(groups);
        }
        if groups.is_all() || self.rows == 0 {
            return Cow::Owned(Bits::all(self.rows));
        }
        let stretch = groups.stretch();
        let mut rows = Bits::room(self.rows, self.start(stretch.start * 64)..self.start(stretch.end * 64));
        for at in stretch {
            let mut word = groups.word(at);
            // Neighbours are put in together: what is chosen by days comes in long stretches.
            while word != 0 {
                let first = word.trailing_zeros() as usize;
                let end = first + (word >> first).trailing_ones() as usize;
                rows.fill(self.start(at * 64 + first)..self.start(at * 64 + end));
                word = if end >= 64 { 0 } else { word >> end << end };
            }
        }
        Cow::Owned(rows)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::testing::set;

    const GROUPS: usize = 150;

    proptest! {
        #[test]
        fn rows_lead_to_their_groups_and_back(
            mut group in proptest::collection::vec(0..GROUPS as u32, 0..300), chosen in proptest::collection::btree_set(0..300usize, 0..200),
        ) {
            group.sort_unstable();
            let groups = Groups::new(group.clone(), GROUPS);
            let rows: BTreeSet<usize> = chosen.iter().copied().filter(|&row| row < group.len()).collect();
            let lifted = rows.iter().map(|&row| group[row] as usize).collect();
            prop_assert_eq!(groups.lift(&set(&rows, group.len())), set(&lifted, GROUPS));
            prop_assert_eq!(&groups.lift(&Bits::all(group.len())), groups.filled());
            let spread = (0..group.len()).filter(|&row| chosen.contains(&(group[row] as usize))).collect();
            prop_assert_eq!(groups.spread(&set(&chosen, GROUPS)).into_owned(), set(&spread, group.len()));
            for (row, own) in group.iter().enumerate() {
                prop_assert_eq!(groups.group(row), *own as usize);
                prop_assert!((groups.start(groups.group(row))..groups.end(groups.group(row))).contains(&row));
            }
        }

        #[test]
        fn where_each_group_has_one_row_nothing_changes(chosen in proptest::collection::btree_set(0..GROUPS, 0..GROUPS)) {
            let groups = Groups::new((0..GROUPS as u32).collect(), GROUPS);
            prop_assert!(groups.are_single());
            prop_assert_eq!(groups.lift(&set(&chosen, GROUPS)), set(&chosen, GROUPS));
            prop_assert_eq!(groups.spread(&set(&chosen, GROUPS)).into_owned(), set(&chosen, GROUPS));
            prop_assert_eq!((groups.start(7), groups.end(7), groups.group(7)), (7, 8, 7));
        }
    }
}
