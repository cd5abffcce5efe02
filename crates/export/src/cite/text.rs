//! A reference as a line to be read.

use super::{Kind, Reference, year};
use crate::dates::{date_words, day_words};

/// One line, with a line break at its end.
pub(super) fn line(reference: &Reference<'_>) -> String {
    let mut parts: Vec<String> = Vec::new();
    let year = reference.published.as_ref().and_then(year);
    let year = year.map_or_else(String::new, |year| [" (", &year.to_string(), ")"].concat());
    let dataset = reference.kind == Kind::Dataset;
    if !reference.creators.is_empty() {
        parts.push([&reference.creators.join(", "), year.as_str()].concat());
    }
    parts.extend(reference.outlet.map(str::to_owned));
    let title = match (reference.title, reference.description) {
        (Some(title), _) if dataset => [title, " [Dataset]"].concat(),
        (Some(title), _) => ["“", title, "”"].concat(),
        (None, Some(description)) => ["[", description, "]"].concat(),
        (None, None) => String::new(),
    };
    let version = reference.version.filter(|version| !version.is_empty());
    let version = version.map_or_else(String::new, |version| [", version ", version].concat());
    let year = if reference.creators.is_empty() && dataset { year } else { String::new() };
    parts.push([&title, version.as_str(), &year].concat());
    parts.extend(reference.publisher.map(str::to_owned));
    if let Some(published) = &reference.published {
        parts.push([if dataset { "Updated " } else { "Published " }, &date_words(published)].concat());
    }
    parts.extend(reference.notes.iter().cloned());
    parts.extend(reference.url.map(str::to_owned));
    if !reference.accessed.is_empty() {
        parts.push(["Accessed ", &day_words(reference.accessed)].concat());
    }
    let parts = parts.iter().map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    let mut line = String::new();
    for part in &parts {
        // A title may end in a mark of its own; an address must not run into the full stop.
        let is_address = reference.url.is_some_and(|url| url == part);
        let end = if is_address || part.ends_with(['.', '?', '!']) { " " } else { ". " };
        line.extend([part, end]);
    }
    [line.trim_end(), "\n"].concat()
}
