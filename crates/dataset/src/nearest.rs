//! The names that come nearest to a misspelt one, for messages that say how to mend it.

/// Advice for a name that isn't there: the nearest name if any comes near, else all of them if they are few.
///
/// ```
/// use sidebyline_dataset::nearest::advice;
/// assert_eq!(advice("zelenski", ["putin", "zelensky"]), "Did you mean `zelensky`?");
/// assert_eq!(advice("x", ["a", "b"]), "Known are `a`, `b`.");
/// ```
pub fn advice<'a>(wanted: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    let letters = wanted.chars().count();
    let mut nearest: Option<(usize, &str)> = None;
    for &name in &known {
        let length = name.chars().count();
        // What is farther than that isn't near, or isn't nearer than what was found.
        let near = letters.max(length) / 3;
        let most = nearest.map_or(near, |(distance, _)| near.min(distance));
        if letters.abs_diff(length) <= most {
            let found = within(wanted, name, most).map(|distance| (distance, name));
            nearest = found.filter(|found| nearest.is_none_or(|nearest| *found < nearest)).or(nearest);
        }
    }
    let tick = |names: &[&str]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match nearest {
        Some((_, best)) => format!("Did you mean `{best}`?"),
        None if known.is_empty() => "There are none.".into(),
        None if known.len() <= 8 => format!("Known are {}.", tick(&known)),
        None => format!("There are {}, among them {}.", known.len(), tick(&known[..5])),
    }
}

/// The number of single-letter changes and swaps of neighbours between two words (optimal string alignment, Damerau 1964).
pub fn distance(a: &str, b: &str) -> usize {
    within(a, b, usize::MAX).unwrap_or_default()
}

/// The [`distance`] between two words, if it is `most` at most: a file may have a million names that aren't there, each to be
/// held against thousands.
fn within(a: &str, b: &str, most: usize) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before_last: Vec<usize> = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut row = before_last.clone();
    let mut nearest_before = 0;
    for i in 0..a.len() {
        row[0] = i + 1;
        for j in 0..b.len() {
            let changed = last[j] + usize::from(a[i] != b[j]);
            let mut best = changed.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                best = best.min(before_last[j - 1] + 1);
            }
            row[j + 1] = best;
        }
        // Whatever comes follows from these two rows, and is no less.
        let nearest = row.iter().copied().min().unwrap_or_default();
        if nearest.min(nearest_before) > most {
            return None;
        }
        nearest_before = nearest;
        std::mem::swap(&mut before_last, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    Some(last[b.len()]).filter(|&distance| distance <= most)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{advice, distance, within};

    #[test]
    fn a_swap_of_neighbours_is_one_change() {
        assert_eq!(distance("lable", "label"), 1);
        assert_eq!(advice("lable", ["label", "title"]), "Did you mean `label`?");
    }

    #[test]
    fn distance_counts_what_has_to_be_changed() {
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("crimea", "crimea"), 0);
        assert_eq!(distance("witkoff", "vitkov"), 3);
    }

    proptest! {
        #[test]
        fn a_search_that_leaves_off_early_finds_what_a_whole_one_finds(
            wanted in "[ab]{0,6}", names in prop::collection::vec("[ab]{0,8}", 1..12), most in 0usize..5
        ) {
            let near = |name: &&String| {
                distance(&wanted, name) * 3 <= wanted.len().max(name.len())
            };
            let nearest = names.iter().filter(near).min_by_key(|name| (distance(&wanted, name), name.as_str()));
            let told = advice(&wanted, names.iter().map(String::as_str));
            let expected = nearest.map(|name| format!("{name}`?"));
            prop_assert_eq!(told.strip_prefix("Did you mean `"), expected.as_deref());
            for name in &names {
                let whole = distance(&wanted, name);
                prop_assert_eq!(within(&wanted, name, most), Some(whole).filter(|whole| *whole <= most));
            }
        }
    }
}
