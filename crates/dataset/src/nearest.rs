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
    let nearest = known
        .iter()
        .map(|&name| (distance(wanted, name), name))
        .filter(|&(distance, name)| distance * 3 <= wanted.chars().count().max(name.chars().count()))
        .min();
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
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut row = vec![i + 1];
        for j in 0..b.len() {
            let changed = last[j] + usize::from(a[i] != b[j]);
            let mut best = changed.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                best = best.min(before_last[j - 1] + 1);
            }
            row.push(best);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::{advice, distance};

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
}
