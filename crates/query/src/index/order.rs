//! The order in which rows stand, and when subjects were.

use std::borrow::Cow;
use std::ops::Range;

use sidebyline_dataset::edtf::{Edtf, Extent, Truth};
use sidebyline_dataset::model::QuoteIdx;
use sidebyline_dataset::table::Idx;
use sidebyline_rows::Bits;
use sidebyline_rows::order::{counted, sorted};

use crate::facet::Level;

/// Where the rows of each level stand, and in what order quotes were said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Orders {
    pub(crate) levels: Vec<Order>,
    /// The rows of the quotes in the order of time; nothing if that is their own.
    pub(crate) quotes: Vec<u32>,
    /// The rows of the quotes that belong to no event. They stand in the order of time.
    pub(crate) loose: Bits,
}

impl Orders {
    /// The quotes of these rows.
    pub(crate) fn quotes_at(&self, rows: impl Iterator<Item = usize>) -> impl Iterator<Item = QuoteIdx> {
        rows.map(|row| QuoteIdx::new(self.levels[Level::Quote as usize].position(row)))
    }

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
        let positions = counted(&group, groups);
        let ordered = positions.iter().map(|&position| group[position as usize]).collect();
        (Self::new(positions), ordered)
    }

    /// The order in which rows stand that belong to subjects at these positions, if this is the subjects' order; and the
    /// subject of each row in that order.
    pub(crate) fn rows_of(&self, mut subjects: Vec<u32>, number: usize) -> (Self, Vec<u32>) {
        // Where each subject has one row, both stand in the same order.
        if subjects.len() == number && subjects.iter().zip(0..).all(|(subject, row)| *subject == row) {
            return (self.clone(), subjects);
        }
        for subject in &mut subjects {
            *subject = self.row(*subject as usize) as u32;
        }
        Self::by_group(subjects, number)
    }

    pub(crate) fn row(&self, position: usize) -> usize {
        self.rows.get(position).map_or(position, |row| *row as usize)
    }

    pub(crate) fn position(&self, row: usize) -> usize {
        self.positions.get(row).map_or(row, |position| *position as usize)
    }

    /// The position of each row, of so many, where positions may have been forgotten; nothing if it is its own. What has no
    /// row any more leaves a row without a position, [`u32::MAX`].
    pub(crate) fn positions(&self, number: usize) -> Cow<'_, [u32]> {
        if self.rows.is_empty() || !self.positions.is_empty() {
            return Cow::Borrowed(&self.positions);
        }
        let mut positions = vec![u32::MAX; number];
        for (position, &row) in (0..).zip(&self.rows) {
            positions[row as usize] = position;
        }
        Cow::Owned(positions)
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

/// Dates as numbers. What a million quotes have is a few hundred days, so that no more need to be sorted.
#[derive(Debug)]
pub(crate) struct Dates<'a> {
    /// The date of each number; first, that none is known.
    known: Vec<Option<&'a Edtf>>,
    /// Numbers of those that were met last, each near where its moment leads; 0 where there is none.
    places: Vec<u32>,
}

/// In how many places a number is kept. Days that are less than 16 years apart have places of their own.
const PLACES: u32 = 1 << 13;
/// How many of them are looked at.
const TRIES: usize = 4;

impl<'a> Dates<'a> {
    /// No date but the one that isn't known, which is 0.
    pub(crate) fn new() -> Self {
        Self { known: vec![None], places: vec![0; PLACES as usize] }
    }

    /// The number of a date. Equal dates mostly have one number, and others never have.
    pub(crate) fn number(&mut self, when: Option<&'a Edtf>) -> u32 {
        let Some(date) = when else { return 0 };
        let (from, to) = moment(when);
        // This is less than a day, so that the next day has another place.
        let unit = |seconds: i64| seconds >> 16;
        let hash = unit(from).wrapping_add(unit(to.wrapping_sub(from)).wrapping_mul(61));
        let hash = hash.rem_euclid(i64::from(PLACES)) as usize;
        let mut free = hash;
        for at in (hash..hash + TRIES).map(|at| at % self.places.len()) {
            let number = self.places[at];
            if number == 0 {
                free = at;
                break;
            }
            if self.known[number as usize].is_some_and(|known| known.shape() == date.shape()) {
                return number;
            }
        }
        let number = self.known.len() as u32;
        self.known.push(when);
        self.places[free] = number;
        number
    }

    /// For each number how many moments come before its own; see [`moment`].
    pub(crate) fn ranks(&self) -> Vec<u32> {
        let mut keys = Vec::with_capacity(self.known.len());
        for (&when, number) in self.known.iter().zip(0..) {
            let (from, to) = moment(when);
            keys.push((from, to, number));
        }
        let mut ranks = vec![0; keys.len()];
        let (mut rank, mut last) = (0, None);
        for number in sorted(keys) {
            let now = moment(self.known[number as usize]);
            rank += u32::from(last.is_some_and(|last| last != now));
            last = Some(now);
            ranks[number as usize] = rank;
        }
        ranks
    }

    /// Where each number's date may start and end.
    pub(crate) fn extents(&self) -> Vec<Option<Extent>> {
        self.known.iter().map(|when| when.map(Edtf::extent)).collect()
    }
}

/// The positions of dates that have these numbers in the order of time, by the [ranks](Dates::ranks) of all numbers; where
/// the dates don't decide, in their own.
pub(crate) fn in_time(numbers: &[u32], ranks: &[u32]) -> Vec<u32> {
    let numbers: Vec<u32> = numbers.iter().map(|&number| ranks[number as usize]).collect();
    counted(&numbers, ranks.len())
}

/// When subjects were: as many stretches as there are changes of date from one to the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct Runs {
    len: usize,
    runs: Vec<(u32, Option<Extent>)>,
}

impl Runs {
    /// So many subjects.
    pub(crate) fn new(len: usize) -> Self {
        Self { len, runs: Vec::new() }
    }

    /// Says when the subjects from this one on were, until something else is said.
    pub(crate) fn since(&mut self, subject: usize, when: Option<Extent>) {
        if self.runs.last().is_none_or(|last| last.1 != when) {
            self.runs.push((subject as u32, when));
        }
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

    /// Dates of all kinds: many equal ones, many that fall on one place, and some that are none.
    fn dates() -> impl Strategy<Value = Vec<String>> {
        let crowded = "2031-0[1-2]-0[1-3][?~%]?|2031(-0[1-2])?|2031-01-01T0[0-9]:00:[0-5][0-9]Z";
        let ends = "(2031-01-0[1-2])?/(2031-0[1-2]|\\.\\.)?|\\.\\./(2031)?|\\[(2031-01-01)?\\.\\.(2031-0[1-2])?\\]";
        let far = "Y-?[1-9][0-9]{9}|-?[0-9]{4}|2[0-9]XX";
        proptest::collection::vec(prop_oneof![3 => crowded, 2 => ends, 1 => far], 0..150)
    }

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
                let positions = less.positions(group.len());
                let at = positions.get(row).map_or(row, |position| *position as usize);
                prop_assert_eq!(at, position);
                prop_assert!(positions.iter().all(|at| *at == u32::MAX || *at <= position as u32));
            }
        }

        #[test]
        fn dates_stand_in_the_order_of_their_moments_and_keep_their_extents(dates in dates()) {
            let dates: Vec<Option<Edtf>> = dates.iter().map(|date| date.parse().ok()).collect();
            let mut known = Dates::new();
            let numbers: Vec<u32> = dates.iter().map(|date| known.number(date.as_ref())).collect();
            let mut expected: Vec<u32> = (0..dates.len() as u32).collect();
            expected.sort_by_key(|&position| moment(dates[position as usize].as_ref()));
            prop_assert_eq!(in_time(&numbers, &known.ranks()), expected);
            let extents = known.extents();
            for (date, number) in dates.iter().zip(numbers) {
                prop_assert_eq!(extents[number as usize], date.as_ref().map(Edtf::extent));
            }
        }

        #[test]
        fn a_range_finds_what_each_date_alone_says(
            dates in proptest::collection::vec(proptest::option::of((0i64..9, 0i64..4, 0i64..4, 0i64..4)), 0..150),
            (from, days) in (0i64..12, 0i64..9),
        ) {
            let extent = |(from, a, b, c): (i64, i64, i64, i64)| Extent::new((from, from + a), (from + a + b, from + a + b + c));
            let dates: Vec<Option<Extent>> = dates.into_iter().map(|date| date.map(extent)).collect();
            let mut runs = Runs::new(dates.len());
            for (subject, &when) in dates.iter().enumerate() {
                runs.since(subject, when);
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
