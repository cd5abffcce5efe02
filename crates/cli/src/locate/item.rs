//! The notation of an item: what is looked for, which of several, and inside what.

use super::Miss;

/// An item.
#[derive(Debug, PartialEq, Eq)]
pub struct Item<'a> {
    /// What is looked for.
    pub target: Target<'a>,
    /// What it stands in, after ` @ `.
    pub context: Option<&'a str>,
}

/// What an item looks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Target<'a> {
    /// Some words.
    Words(Numbered<'a>),
    /// The stretch from the first words to the nearest last words after them.
    Stretch { first: Numbered<'a>, last: &'a str },
}

/// Words, and which place of theirs is meant, counted from 1.
#[derive(Debug, PartialEq, Eq)]
pub struct Numbered<'a> {
    /// The words.
    pub words: &'a str,
    /// The number after ` #`.
    pub number: Option<usize>,
}

/// The items of a cell. A bar without space round it belongs to the words.
pub fn split(cell: &str) -> Vec<&str> {
    split_at_spaced(cell, "|").into_iter().filter(|item| !item.is_empty()).collect()
}

/// Reads an item.
pub fn parse(typed: &str) -> Result<Item<'_>, Miss> {
    match typed.split_once(" @ ") {
        None => Ok(Item { target: target(typed)?, context: None }),
        Some((inner, context)) => {
            let context = context.trim();
            if context.is_empty() || inner.trim().is_empty() {
                return Err(Miss::form(
                    typed,
                    "on one side of the `@` stands nothing",
                    "Write `words @ the longer context`.",
                ));
            }
            Ok(Item { target: target(inner)?, context: Some(context) })
        }
    }
}

/// Reads what stands on one side of the `@`.
pub fn target(typed: &str) -> Result<Target<'_>, Miss> {
    // Somebody without an ellipsis on the keyboard types three points.
    let mark = if typed.contains('…') { "…" } else { "..." };
    let mut parts = split_at_spaced(typed, mark).into_iter();
    let stretch = "Write `first words … last words`; separate items by ` | `.";
    match (parts.next(), parts.next(), parts.next()) {
        (Some(first), Some(last), None) => {
            if first.is_empty() || last.is_empty() {
                return Err(Miss::form(typed, "on one side of the `…` stands nothing", stretch));
            }
            if let Some(number) = numbered(last)?.number {
                let mend = "The last words are the nearest after the first ones, without a number: write more of them.";
                return Err(Miss::form(typed, &format!("`#{number}` stands with the last words"), mend));
            }
            Ok(Target::Stretch { first: numbered(first)?, last })
        }
        (_, _, Some(_)) => Err(Miss::form(typed, "more than one `…` stands in one item", stretch)),
        _ => Ok(Target::Words(numbered(typed)?)),
    }
}

fn numbered(typed: &str) -> Result<Numbered<'_>, Miss> {
    let typed = typed.trim();
    let split = typed
        .rsplit_once(" #")
        .filter(|(_, digits)| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()));
    let Some((words, digits)) = split else { return Ok(Numbered { words: typed, number: None }) };
    match digits.parse() {
        Ok(number) if number > 0 => Ok(Numbered { words: words.trim(), number: Some(number) }),
        _ => Err(Miss::form(typed, &format!("there is no place number {digits}"), "The first place is `#1`.")),
    }
}

/// Parts `typed` at each `mark` that has white space, or nothing at all, on both of its sides.
fn split_at_spaced<'a>(typed: &'a str, mark: &str) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, mark) in typed.match_indices(mark) {
        let apart_before = typed[..at].chars().next_back().is_none_or(char::is_whitespace);
        let apart_after = typed[at + mark.len()..].chars().next().is_none_or(char::is_whitespace);
        if apart_before && apart_after {
            parts.push(typed[start..at].trim());
            start = at + mark.len();
        }
    }
    parts.push(typed[start..].trim());
    parts
}
