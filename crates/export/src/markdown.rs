//! A table as Markdown (GitHub's tables), to be pasted where people write.
//!
//! It has the columns that are to be read, and a paragraph before it that says where it comes from. All text is escaped:
//! no name and no headline can become a link, an image, code or another cell.

use sidebyline_dataset::Dataset;

use crate::dates::day_words;
use crate::table::Holds;
use crate::{Excerpt, Origin, Table};

/// A table of `excerpt` as Markdown.
pub fn markdown(table: Table, dataset: &Dataset, excerpt: &Excerpt, origin: &Origin) -> String {
    let grid = table.grid(dataset, excerpt, origin);
    let shown: Vec<usize> = (0..grid.columns.len()).filter(|&at| grid.columns[at].holds != Holds::Code).collect();
    let mut file = caption(table, dataset, origin);
    file.push_str("\n\n");
    line(shown.iter().map(|&at| escape(&grid.columns[at].name.replace('_', " "))), &mut file);
    line(shown.iter().map(|_| "---".into()), &mut file);
    for row in &grid.rows {
        line(shown.iter().map(|&at| cell(grid.columns[at].holds, &row[at], &row[0])), &mut file);
    }
    file
}

/// What the table is of and where it comes from, in one paragraph.
fn caption(table: Table, dataset: &Dataset, origin: &Origin) -> String {
    let about = &dataset.about;
    let mut caption =
        ["**", capital(table), "** of ", &escape(&about.title), ", version ", &escape(&about.version)].concat();
    let filter = if origin.filter.is_empty() { "none" } else { &origin.filter };
    caption.extend([". Filter: ", &escape(filter), "."]);
    if !origin.view.is_empty() {
        caption.extend([" View: ", &link(&origin.view, &origin.view), "."]);
    }
    if !origin.digest.is_empty() {
        caption.extend([" Dataset: ", &escape(&origin.tagged_digest()), "."]);
    }
    if !origin.accessed.is_empty() {
        caption.extend([" Taken on ", &escape(&day_words(&origin.accessed)), "."]);
    }
    caption.push_str(" Only what stands under “verbatim” and “headline” is a source’s own wording.");
    caption
}

const fn capital(table: Table) -> &'static str {
    match table {
        Table::Events => "Events",
        Table::Mentions => "Reports",
        Table::Quotes => "Quotes",
        Table::Discrepancies => "Differences",
    }
}

fn line(cells: impl Iterator<Item = String>, into: &mut String) {
    for cell in cells {
        into.extend(["| ", &cell, if cell.is_empty() { "" } else { " " }]);
    }
    into.push_str("|\n");
}

/// A cell of the row of what is called `id`.
fn cell(holds: Holds, text: &str, id: &str) -> String {
    if holds == Holds::Link { link(text, id) } else { escape(text) }
}

/// A link that is called `name`. What isn't http or https stands as text.
fn link(address: &str, name: &str) -> String {
    if crate::origin::absolute(address).is_none() {
        return escape(address);
    }
    let mut target = String::new();
    for c in address.chars() {
        if "()<>[]\\|`".contains(c) {
            crate::origin::percent(c.encode_utf8(&mut [0; 4]), &mut target);
        } else {
            target.push(c);
        }
    }
    ["[", &escape(name), "](", &target, ")"].concat()
}

/// `text` as Markdown shows it unchanged, in one line.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    for word in words {
        if !escaped.is_empty() {
            escaped.push(' ');
        }
        for (at, c) in word.char_indices() {
            let meant = match c {
                // Some dialects make links of what looks like an address, and pictures of `:words:`.
                '.' => word[..at].ends_with("www"),
                ':' => at + 1 < word.len(),
                // These have no meaning within a line of a table.
                ',' | ';' | '\'' | '"' | '/' | '-' | '?' | '=' | '+' | '%' | '(' | ')' => false,
                _ => c.is_ascii_punctuation(),
            };
            if meant {
                escaped.push('\\');
            }
            escaped.push(c);
        }
    }
    escaped
}

#[cfg(test)]
mod tests;
