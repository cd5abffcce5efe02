//! Rows as runs of bytes, one after the other: a text that only one row has, then numbers, then whatever else.
//!
//! What is asked of all rows is read here, since that is most of what it takes to open a large file.

use std::ops::Range;

use crate::input::Input;

/// What comes next in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// A text: how many bytes, and those.
    Text,
    /// A number less than this.
    Below(usize),
    /// How many numbers, and those, each less than this.
    All(usize),
}

/// Where the run of a row lies, if they end at `ends`.
#[inline]
pub fn place(ends: &[usize], row: usize) -> Range<usize> {
    let start = row.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or_default();
    start..ends.get(row).copied().unwrap_or(start)
}

/// Whether the runs of `rows` begin with what the rules say.
#[inline(never)]
pub fn hold(bytes: &[u8], ends: &[usize], rows: Range<usize>, rules: &[Rule]) -> bool {
    rows.into_iter().all(|row| {
        let mut run = Input::new(bytes.get(place(ends, row)).unwrap_or_default());
        rules.iter().all(|rule| keeps(&mut run, *rule).is_some())
    })
}

#[inline]
fn keeps(run: &mut Input<'_>, rule: Rule) -> Option<()> {
    let number = run.number()?;
    match rule {
        Rule::Text => run.take(number).map(|_| ()),
        Rule::Below(limit) => (number < limit).then_some(()),
        Rule::All(limit) => {
            for _ in 0..number {
                run.number().filter(|number| *number < limit)?;
            }
            Some(())
        }
    }
}

/// Of all runs, the first so many numbers after their text, each in a list of its own; 0 where there is none.
#[inline(never)]
pub fn numbers(bytes: &[u8], ends: &[usize], lists: &mut [Vec<u32>]) {
    for list in lists.iter_mut() {
        list.reserve_exact(ends.len());
    }
    for row in 0..ends.len() {
        let mut run = Input::new(bytes.get(place(ends, row)).unwrap_or_default());
        let length = run.number().unwrap_or_default();
        run.take(length);
        for list in lists.iter_mut() {
            list.push(run.number().unwrap_or_default() as u32);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::input::put;

    proptest! {
        #[test]
        fn runs_keep_the_rules_by_which_they_were_written(
            rows in proptest::collection::vec(("[a-c]{0,3}", 0usize..300, proptest::collection::vec(0usize..300, 0..4)), 0..20), limit in 1usize..300,
        ) {
            let (mut bytes, mut ends) = (Vec::new(), Vec::new());
            for (text, number, list) in &rows {
                put(text.len(), &mut bytes);
                bytes.extend(text.as_bytes());
                put(*number, &mut bytes);
                put(list.len(), &mut bytes);
                for number in list {
                    put(*number, &mut bytes);
                }
                ends.push(bytes.len());
            }
            let kept = |rules: &[Rule]| hold(&bytes, &ends, 0..rows.len(), rules);
            prop_assert_eq!(kept(&[Rule::Text, Rule::Below(limit)]), rows.iter().all(|row| row.1 < limit));
            prop_assert_eq!(
                kept(&[Rule::Text, Rule::Below(300), Rule::All(limit)]),
                rows.iter().all(|row| row.2.iter().all(|number| *number < limit))
            );
            prop_assert!(rows.is_empty() || !kept(&[Rule::Text, Rule::Below(300), Rule::All(300), Rule::Below(300)]));
            let mut lists = [Vec::new(), Vec::new()];
            numbers(&bytes, &ends, &mut lists);
            prop_assert!(lists[0].iter().copied().eq(rows.iter().map(|row| row.1 as u32)));
            prop_assert!(lists[1].iter().copied().eq(rows.iter().map(|row| row.2.len() as u32)));
        }

        #[test]
        fn whatever_the_bytes_are_nothing_panics(bytes: Vec<u8>, ends in proptest::collection::vec(0usize..40, 0..5)) {
            hold(&bytes, &ends, 0..9, &[Rule::Text, Rule::All(9)]);
            numbers(&bytes, &ends, &mut [Vec::new()]);
        }
    }
}
