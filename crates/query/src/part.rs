//! Lists that are too long to be shown as a whole come in parts, each with a place in the address.
//!
//! A part is short enough that a browser builds it within the time of a press, and a person who listens to it comes to
//! its end. What decides is how long a list may get without any filter, so that the same dataset is always shown in the
//! same way.

use std::ops::Range;

/// The longest list that is shown as a whole.
pub const WHOLE: usize = 250;
/// How much of a longer one a part has.
pub const PART: usize = 50;

/// A part of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<T> {
    /// What it shows.
    pub items: Vec<T>,
    /// Where in the list that is.
    pub range: Range<usize>,
    /// How long the list is.
    pub len: usize,
}

impl<T: Copy + PartialEq> Part<T> {
    /// The part of a list that has `wanted`; if it isn't there or nothing is wanted, the part of this number, counted
    /// from 0. Beyond the last one it is the last.
    ///
    /// ```
    /// use sidebyline_query::part::Part;
    /// let list: Vec<usize> = (0..120).collect();
    /// assert_eq!(Part::of(&list, None, 1).range, 50..100);
    /// assert_eq!(Part::of(&list, Some(7), 1).range, 0..50);
    /// assert_eq!(Part::of(&list, None, 9).range, 100..120);
    /// ```
    pub fn of(list: &[T], wanted: Option<T>, number: usize) -> Self {
        let place = wanted.and_then(|wanted| list.iter().position(|item| *item == wanted));
        let range = range(list.len(), place, number);
        Self { items: list[range.clone()].to_vec(), range, len: list.len() }
    }
}

/// Where in a list of this length the part is that has this place; if there is none, the part of this number.
pub(crate) fn range(len: usize, place: Option<usize>, number: usize) -> Range<usize> {
    let number = place.map_or(number, |place| place / PART).min(parts(len) - 1);
    number * PART..len.min((number + 1) * PART)
}

/// How many parts a list of this length has: one at least.
pub fn parts(len: usize) -> usize {
    len.div_ceil(PART).max(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn list(len: usize) -> Vec<usize> {
        (0..len).collect()
    }

    proptest! {
        #[test]
        fn the_parts_together_are_the_list(len in 0usize..1000) {
            let list = list(len);
            let all: Vec<usize> = (0..parts(len)).flat_map(|number| Part::of(&list, None, number).items).collect();
            prop_assert_eq!(all, list);
        }

        #[test]
        fn what_is_wanted_is_in_the_part(len in 1usize..1000, wanted in 0usize..1000, number in 0usize..30) {
            let part = Part::of(&list(len), Some(wanted), number);
            prop_assert_eq!(part.items.contains(&wanted), wanted < len);
            prop_assert_eq!(part.items, part.range.collect::<Vec<_>>());
        }

        #[test]
        fn beyond_the_last_part_it_is_the_last(len in 0usize..1000, beyond in 0usize..100) {
            let (list, last) = (list(len), parts(len) - 1);
            prop_assert_eq!(Part::of(&list, None, last + 1 + beyond), Part::of(&list, None, last));
        }
    }
}
