//! The names that come nearest to a misspelt one, for messages that say how to mend it.

/// Advice for a name that isn't there: the nearest names if any comes near, else all of them if they are few.
///
/// ```
/// use sidebyline_dataset::nearest::advice;
/// assert_eq!(advice("zelenski", ["putin", "zelensky"]), "Did you mean `zelensky`?");
/// assert_eq!(advice("x", ["a", "b"]), "Known are `a`, `b`.");
/// ```
pub fn advice<'a>(wanted: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    let mut near: Vec<(usize, &str)> = known
        .iter()
        .map(|&name| (distance(wanted, name), name))
        .filter(|&(distance, name)| distance * 3 <= wanted.chars().count().max(name.chars().count()))
        .collect();
    near.sort_unstable();
    let tick = |names: &[&str]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match near.first() {
        Some((_, best)) => format!("Did you mean `{best}`?"),
        None if known.is_empty() => "There are none.".into(),
        None if known.len() <= 8 => format!("Known are {}.", tick(&known)),
        None => format!("There are {}, among them {}.", known.len(), tick(&known[..5])),
    }
}

/// The number of single-letter changes between two words (Levenshtein 1966).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, &to) in b.iter().enumerate() {
            let changed = diagonal + usize::from(from != to);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
