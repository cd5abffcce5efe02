//! The order in which rows stand, and when subjects were.

use std::ops::Range;

use sidebyline_dataset::edtf::{Edtf, Extent, Truth};
use sidebyline_rows::Bits;
use sidebyline_rows::order::sorted;

/// Where the rows of each level stand, and in what order quotes were said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Orders {
    pub(crate) levels: Vec<Order>,
    /// The rows of the quotes in the order of time; nothing if that is their own.
    pub(crate) quotes: Vec<u32>,
}

impl Orders {
    /// The rows of those quotes that are in `found`, in the order of time.
    pub(crate) fn in_time(&self, found: &Bits) -> impl Iterator<Item = usize> {
        let plain = self.quotes.is_empty();
        let mut from = 0;
        std::iter::from_fn(move || {
            let (at, row) = if plain {
                let row = found.next(from)?;
                (row, row)
            } else {
                let after = self.quotes.get(from..)?;
                let at = after.iter().position(|row| found.contains(*row as usize))? + from;
                (at, self.quotes[at] as usize)
            };
            from = at + 1;
            Some(row)
        })
    }

    pub(crate) fn bytes(&self) -> usize {
        let levels = self.levels.iter().map(|order| order.rows.len() + order.positions.len());
        (self.quotes.len() + levels.sum::<usize>()) * 4
    }
}

/// Where what the dataset has in its own order stands as rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Order {
    /// The row of each; nothing if it is its position in the dataset.
    rows: Vec<u32>,
    /// The position of each row; so too.
    positions: Vec<u32>,
}

impl Order {
    /// The order in which these positions stand.
    pub(crate) fn new(positions: Vec<u32>) -> Self {
        if positions.is_sorted() {
            return Self::default();
        }
        let mut rows = vec![0; positions.len()];
        for (row, &position) in (0..).zip(&positions) {
            rows[position as usize] = row;
        }
        Self { rows, positions }
    }

    /// The order in which rows that belong to these groups stand together, each group in the order of the dataset; and
    /// the groups in that order.
    pub(crate) fn by_group(group: Vec<u32>, groups: usize) -> (Self, Vec<u32>) {
        if group.is_sorted() {
            return (Self::default(), group);
        }
        let mut next = vec![0_u32; groups + 1];
        for &group in &group {
            next[group as usize + 1] += 1;
        }
        for at in 0..groups {
            next[at + 1] += next[at];
        }
        let (mut positions, mut ordered) = (vec![0; group.len()], vec![0; group.len()]);
        for (position, &group) in (0..).zip(&group) {
            let row = &mut next[group as usize];
            positions[*row as usize] = position;
            ordered[*row as usize] = group;
            *row += 1;
        }
        (Self::new(positions), ordered)
    }

    pub(crate) fn row(&self, position: usize) -> usize {
        self.rows.get(position).map_or(position, |row| *row as usize)
    }

    pub(crate) fn position(&self, row: usize) -> usize {
        self.positions.get(row).map_or(row, |position| *position as usize)
    }

    /// Forgets what isn't asked: everything but the rows of the first so many.
    pub(crate) fn keep_rows(&mut self, number: usize) {
        self.rows.truncate(number);
        self.rows.shrink_to_fit();
        self.positions = Vec::new();
    }
}

/// A date, as it is put in order: earlier first; what may begin at the same moment in the order of its end; what isn't
/// known last.
pub(crate) fn moment(when: Option<&Edtf>) -> (i64, i64) {
    let Some(when) = when else { return (i64::MAX, i64::MAX) };
    let latest = when.latest().unwrap_or(i64::MAX);
    // What has no known start is put before its end.
    (when.earliest().unwrap_or(latest), latest)
}

/// The positions of these dates in the order of time; where the dates don't decide, in their own.
pub(crate) fn in_time(whens: &mut dyn Iterator<Item = Option<&Edtf>>) -> Vec<u32> {
    let mut keys = Vec::with_capacity(whens.size_hint().0);
    for (when, position) in whens.zip(0..) {
        let (from, to) = moment(when);
        keys.push((from, to, position));
    }
    sorted(keys)
}

/// When subjects were: as many stretches as there are changes of date from one to the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct Runs {
    len: usize,
    runs: Vec<(u32, Option<Extent>)>,
}

impl Runs {
    /// Adds the next subject.
    pub(crate) fn push(&mut self, when: Option<Extent>) {
        if self.runs.last().is_none_or(|last| last.1 != when) {
            self.runs.push((self.len as u32, when));
        }
        self.len += 1;
    }

    /// The subjects that may have been within `range`, and those of them that need not.
    pub(crate) fn within(&self, range: Extent) -> [Bits; 2] {
        let (mut may, mut need_not) = (Vec::new(), Vec::new());
        for (at, (start, when)) in self.runs.iter().enumerate() {
            let truth = when.map_or(Truth::Maybe, |when| when.overlaps(range));
            let stretch = *start as usize..self.runs.get(at + 1).map_or(self.len, |next| next.0 as usize);
            if truth == Truth::Maybe {
                put(&mut need_not, &stretch);
            }
            if truth != Truth::No {
                put(&mut may, &stretch);
            }
        }
        [self.those(may), self.those(need_not)]
    }

    fn those(&self, stretches: Vec<Range<usize>>) -> Bits {
        let ends = stretches.first().zip(stretches.last());
        let mut subjects = Bits::room(self.len, ends.map_or(0..0, |(first, last)| first.start..last.end));
        for stretch in stretches {
            subjects.fill(stretch);
        }
        subjects
    }

    pub(crate) fn bytes(&self) -> usize {
        size_of_val(&self.runs[..])
    }
}

/// Adds a stretch, together with the one before if they are neighbours.
fn put(stretches: &mut Vec<Range<usize>>, stretch: &Range<usize>) {
    match stretches.last_mut() {
        Some(last) if last.end == stretch.start => last.end = stretch.end,
        _ => stretches.push(stretch.clone()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn rows_and_positions_lead_to_each_other(group in proptest::collection::vec(0u32..9, 0..40)) {
            let (order, ordered) = Order::by_group(group.clone(), 9);
            let mut expected: Vec<usize> = (0..group.len()).collect();
            expected.sort_by_key(|&position| group[position]);
            for (row, position) in expected.into_iter().enumerate() {
                prop_assert_eq!(ordered[row], group[position]);
                prop_assert_eq!(order.position(row), position);
                prop_assert_eq!(order.row(position), row);
                let mut less = order.clone();
                less.keep_rows(position + 1);
                prop_assert_eq!(less.row(position), row);
            }
        }

        #[test]
        fn a_range_finds_what_each_date_alone_says(
            dates in proptest::collection::vec(proptest::option::of((0i64..9, 0i64..4, 0i64..4, 0i64..4)), 0..150),
            (from, days) in (0i64..12, 0i64..9),
        ) {
            let extent = |(from, a, b, c): (i64, i64, i64, i64)| Extent::new((from, from + a), (from + a + b, from + a + b + c));
            let dates: Vec<Option<Extent>> = dates.into_iter().map(|date| date.map(extent)).collect();
            let mut runs = Runs::default();
            for &when in &dates {
                runs.push(when);
            }
            let range = Extent::definite(from, from + days);
            let may = |at: usize| dates[at].is_none_or(|when| when.overlaps(range) != Truth::No);
            let need_not = |at: usize| dates[at].is_none_or(|when| when.overlaps(range) == Truth::Maybe);
            let [within, unsure] = runs.within(range);
            prop_assert!(within.iter().eq((0..dates.len()).filter(|&at| may(at))));
            prop_assert!(unsure.iter().eq((0..dates.len()).filter(|&at| need_not(at))));
        }
    }
}
