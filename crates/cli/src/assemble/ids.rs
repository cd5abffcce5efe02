//! Ids: none stands twice, and rows without one get theirs.

use std::collections::{BTreeMap, BTreeSet};

use sidebyline_dataset::Finding;
use sidebyline_dataset::text::words;

use crate::sheets::id::slug;
use crate::sheets::{At, Sheets};

/// The longest id.
const LONGEST: usize = 64;

/// Reports ids that stand twice, and fills in those of mentions and quotes that are left empty.
pub fn complete(sheets: &mut Sheets, findings: &mut Vec<Finding>) {
    unique(sheets.outlets.iter().map(|row| (row.at, row.value.id.as_str())), findings);
    unique(sheets.sources.iter().map(|row| (row.at, row.value.source.id.as_str())), findings);
    unique(sheets.actors.iter().map(|row| (row.at, row.value.id.as_str())), findings);
    unique(sheets.places.iter().map(|row| (row.at, row.value.id.as_str())), findings);
    unique(sheets.topics.iter().map(|row| (row.at, row.value.id.as_str())), findings);
    unique(sheets.events.iter().map(|row| (row.at, row.value.id.as_str())), findings);
    unique(sheets.variants.iter().map(|row| (row.at, row.value.id.as_str())), findings);
    unique(sheets.discrepancies.iter().map(|row| (row.at, row.value.id.as_str())), findings);

    // An answer's evidence names mentions and quotes alike, so that they share one set of ids.
    let mentions = sheets.mentions.iter().map(|row| (row.at, row.value.mention.id.as_str()));
    let quotes = sheets.quotes.iter().map(|row| (row.at, row.value.quote.id.as_str()));
    let mut taken = unique(mentions.chain(quotes), findings);
    for row in sheets.mentions.iter_mut().filter(|row| row.value.mention.id.is_empty()) {
        let base = format!("{}-{}", row.value.event, row.value.mention.source);
        row.value.mention.id = free(&base, &mut taken);
    }
    for row in sheets.quotes.iter_mut().filter(|row| row.value.quote.id.is_empty()) {
        let quote = &row.value.quote;
        let speaker = quote.speakers.first().map_or("", String::as_str);
        let base = format!("{}-{speaker}-{}", quote.source, first_words(&quote.content));
        row.value.quote.id = free(base.trim_end_matches('-'), &mut taken);
    }
}

/// The ids that are given; reports each that stands twice.
fn unique<'a>(ids: impl Iterator<Item = (At, &'a str)>, findings: &mut Vec<Finding>) -> BTreeSet<String> {
    let mut seen: BTreeMap<&str, At> = BTreeMap::new();
    for (at, id) in ids.filter(|(_, id)| !id.is_empty()) {
        if let Some(first) = seen.get(id) {
            let found = format!("the id `{id}` stands there twice, first in {first}");
            findings.push(Finding::error(at.column("id"), found, "Rename one of them."));
        } else {
            seen.insert(id, at);
        }
    }
    seen.into_keys().map(str::to_owned).collect()
}

/// `base`, or `base-2` and so on if it is taken. It is taken from then on.
fn free(base: &str, taken: &mut BTreeSet<String>) -> String {
    let numbers = (1_usize..).map(|number| if number == 1 { String::new() } else { format!("-{number}") });
    let mut candidates = numbers.map(|number| {
        let room = LONGEST - number.len();
        let kept: String = base.chars().take(room).collect();
        format!("{}{number}", kept.trim_end_matches(['-', '_']))
    });
    let id = candidates.find(|id| !taken.contains(id)).unwrap_or_default();
    taken.insert(id.clone());
    id
}

/// The first three words of a quote's content, as an id would have them. Words in other scripts leave nothing.
fn first_words(content: &str) -> String {
    let chars: Vec<char> = content.chars().collect();
    let words = words(&chars)
        .into_iter()
        .map(|word| slug(&chars[word.start as usize..word.end as usize].iter().collect::<String>()));
    words.filter(|word| !word.is_empty()).take(3).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_row_gets_the_next_number_and_no_id_is_too_long() {
        let mut taken = BTreeSet::new();
        assert_eq!(free("talks-a", &mut taken), "talks-a");
        assert_eq!(free("talks-a", &mut taken), "talks-a-2");
        let long = "x".repeat(80);
        assert_eq!(free(&long, &mut taken), "x".repeat(64));
        assert_eq!(free(&long, &mut taken), format!("{}-2", "x".repeat(62)));
    }

    #[test]
    fn a_quote_is_called_by_its_first_words() {
        assert_eq!(first_words("“We’re feeling again — hopeful"), "were-feeling-again");
        assert_eq!(first_words("Мир — да"), "");
    }
}
