//! Lists in prose, for messages.

/// `` `a`, `b` or `c` ``.
pub fn one_of<'a>(values: impl IntoIterator<Item = &'a str>) -> String {
    joined(values, "or")
}

/// `` `a`, `b` and `c` ``.
pub fn all_of<'a>(values: impl IntoIterator<Item = &'a str>) -> String {
    joined(values, "and")
}

/// `1 error`, `2 errors`.
pub fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

fn joined<'a>(values: impl IntoIterator<Item = &'a str>, word: &str) -> String {
    let values: Vec<String> = values.into_iter().map(|value| format!("`{value}`")).collect();
    match values.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {word} {last}", rest.join(", ")),
        _ => values.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_listed_in_prose() {
        assert_eq!(one_of(["full", "partial"]), "`full` or `partial`");
        assert_eq!(all_of(["a", "b", "c"]), "`a`, `b` and `c`");
        assert_eq!(one_of(["a"]), "`a`");
        assert_eq!(counted(1, "error") + &counted(0, "warning"), "1 error0 warnings");
    }
}
