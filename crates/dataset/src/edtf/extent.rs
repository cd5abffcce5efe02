//! Where something's start and end may lie, and three-valued answers about the order of two such things.

/// An answer that may be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// It is so, whatever the unknown turns out to be.
    Yes,
    /// It isn't, whatever the unknown turns out to be.
    No,
    /// It depends on what isn't known.
    Maybe,
}

impl Truth {
    fn of(always: bool, never: bool) -> Self {
        match (always, never) {
            (true, _) => Self::Yes,
            (_, true) => Self::No,
            _ => Self::Maybe,
        }
    }
}

/// All that is known of when something lasted: the instants at which it may have started, and those at which it may
/// have ended. Both ranges are inclusive; `i64::MIN` and `i64::MAX` stand for *open*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    start: (i64, i64),
    end: (i64, i64),
}

impl Extent {
    /// An extent that starts within `start` and ends within `end`. What contradicts *start before end* is cut off.
    pub fn new(start: (i64, i64), end: (i64, i64)) -> Self {
        let start = (start.0, start.1.min(end.1).max(start.0));
        let end = (end.0.max(start.0), end.1.max(start.0));
        Self { start, end }
    }

    /// The extent of something that is known to last from `first` to `last`.
    pub fn definite(first: i64, last: i64) -> Self {
        Self::new((first, first), (last, last))
    }

    /// The first instant that may belong to it.
    pub fn earliest(self) -> i64 {
        self.start.0
    }

    /// The last instant that may belong to it.
    pub fn latest(self) -> i64 {
        self.end.1
    }

    /// Whether it is wholly before `other`: it ends before the other starts.
    pub fn before(self, other: Self) -> Truth {
        Truth::of(self.end.1 < other.start.0, self.end.0 >= other.start.1)
    }

    /// Whether it is wholly after `other`.
    pub fn after(self, other: Self) -> Truth {
        other.before(self)
    }

    /// Whether some instant belongs to both.
    pub fn overlaps(self, other: Self) -> Truth {
        let always = self.start.1 <= other.end.0 && other.start.1 <= self.end.0;
        let never = self.before(other) == Truth::Yes || self.after(other) == Truth::Yes;
        Truth::of(always, never)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HORIZON: i64 = 7;

    fn extents() -> impl Strategy<Value = Extent> {
        let instant = || 0..HORIZON;
        (instant(), instant(), instant(), instant())
            .prop_map(|(a, b, c, d)| Extent::new((a.min(b), a.max(b)), (c.min(d), c.max(d))))
    }

    /// Every pair of start and end that an extent allows.
    fn worlds(extent: Extent) -> Vec<(i64, i64)> {
        let starts = extent.start.0..=extent.start.1;
        starts.flat_map(|s| (extent.end.0..=extent.end.1).map(move |e| (s, e))).filter(|(s, e)| s <= e).collect()
    }

    /// The answer found by asking every pair of worlds.
    fn by_enumeration(a: Extent, b: Extent, holds: impl Fn((i64, i64), (i64, i64)) -> bool) -> Truth {
        let (of_a, of_b) = (worlds(a), worlds(b));
        let answers: Vec<bool> =
            of_a.iter().flat_map(|&x| of_b.iter().map(move |&y| (x, y))).map(|(x, y)| holds(x, y)).collect();
        Truth::of(answers.iter().all(|&yes| yes), !answers.contains(&true))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn before_is_what_every_possible_world_says(a in extents(), b in extents()) {
            prop_assert_eq!(a.before(b), by_enumeration(a, b, |x, y| x.1 < y.0));
        }

        #[test]
        fn after_is_before_seen_from_the_other_side(a in extents(), b in extents()) {
            prop_assert_eq!(a.after(b), by_enumeration(a, b, |x, y| y.1 < x.0));
        }

        #[test]
        fn overlaps_is_what_every_possible_world_says(a in extents(), b in extents()) {
            prop_assert_eq!(a.overlaps(b), by_enumeration(a, b, |x, y| x.0 <= y.1 && y.0 <= x.1));
        }

        #[test]
        fn an_extent_always_allows_some_world(a in extents()) {
            prop_assert!(!worlds(a).is_empty());
        }
    }
}
