//! BibTeX. Types and fields are those that BibTeX and BibLaTeX both understand, where there are such.

use super::{Kind, Reference, year};
use crate::dates::{date_words, day_words};

/// One entry. All text is escaped for LaTeX and braces are balanced, so that no title can end its field.
pub(super) fn entry(reference: &Reference<'_>) -> String {
    let kind = match reference.kind {
        // `@dataset` is BibLaTeX's; BibTeX's own styles print nothing that they don't know.
        Kind::Dataset | Kind::Text => "misc",
        Kind::Article => "article",
        Kind::Online => "online",
    };
    let mut entry = ["@", kind, "{", &reference.key, ",\n"].concat();
    let mut field = |name: &str, value: &str| entry.extend(["  ", name, " = {", value, "},\n"]);
    // Braces of their own keep a name from being taken apart, and a title from losing its capitals.
    if !reference.creators.is_empty() {
        let names: Vec<String> = reference.creators.iter().map(|name| ["{", &latex(name), "}"].concat()).collect();
        field("author", &names.join(" and "));
    }
    match (reference.title, reference.description) {
        (Some(title), _) => field("title", &["{", &latex(title), "}"].concat()),
        (None, Some(description)) => field("title", &["{[", &latex(description), "]}"].concat()),
        (None, None) => {}
    }
    if let Some(outlet) = reference.outlet {
        field("journal", &["{", &latex(outlet), "}"].concat());
    }
    if let Some(publisher) = reference.publisher {
        field("publisher", &["{", &latex(publisher), "}"].concat());
    }
    if reference.kind == Kind::Dataset {
        field("howpublished", "Dataset");
    }
    if let Some(version) = reference.version {
        field("version", &latex(version));
    }
    if let Some(year) = reference.published.as_ref().and_then(year) {
        field("year", &year.to_string());
    }
    if let Some(url) = reference.url {
        field("url", &address(url));
    }
    if reference.url.is_some() && !reference.accessed.is_empty() {
        field("urldate", &latex(reference.accessed));
    }
    field("language", &latex(reference.language));
    let mut notes = reference.notes.clone();
    if let Some(version) = reference.version {
        notes.insert(0, ["Version ", version].concat());
    }
    if let Some(published) = &reference.published {
        let word = if reference.kind == Kind::Dataset { "Updated " } else { "Published " };
        notes.insert(0, [word, &date_words(published)].concat());
    }
    if !reference.accessed.is_empty() {
        notes.push(["Accessed ", &day_words(reference.accessed)].concat());
    }
    field("note", &latex(&notes.join(". ")));
    entry.push_str("}\n");
    entry
}

/// `text` as LaTeX prints it unchanged. Braces are named, since BibTeX counts escaped ones too.
fn latex(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '<' => escaped.push_str("\\textless{}"),
            '>' => escaped.push_str("\\textgreater{}"),
            '|' => escaped.push_str("\\textbar{}"),
            '&' | '%' | '$' | '#' | '_' => escaped.extend(['\\', c]),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

/// An address as it stands, but for what would end its field or change it.
fn address(url: &str) -> String {
    let mut address = String::with_capacity(url.len());
    for c in url.chars() {
        if "{}\\^~".contains(c) || !c.is_ascii_graphic() {
            crate::origin::percent(c.encode_utf8(&mut [0; 4]), &mut address);
        } else {
            address.push(c);
        }
    }
    address
}
