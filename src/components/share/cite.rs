//! How to cite what is shared.

use leptos::prelude::*;
use sidebyline_export::{Style, citation, citations};

use super::sheet::Sheet;
use super::subject::Subject;
use super::take::take_along;
use crate::components::parts::p;
use crate::node::Node;
use crate::strings::share as words;

/// The ids of the fields.
const FIELDS: [&str; 3] = ["_share-cite-0", "_share-cite-1", "_share-cite-2"];

/// The citation in each style.
pub fn cite(sheet: Sheet) -> Node {
    let styles = [
        (Style::Text, "txt", "text/plain"),
        (Style::Bibtex, "bib", "application/x-bibtex"),
        (Style::Csl, "json", "application/json"),
    ];
    let mut children = vec![p("sharing__hint", words::CITE_HINT)];
    children.extend(styles.into_iter().zip(FIELDS).map(|((style, extension, media), id)| {
        let text = move || {
            let (dataset, origin) = (&sheet.story().dataset, sheet.origin(sheet.digest.get().unwrap_or_default()));
            match sheet.subject.get() {
                Subject::View => citation(style, dataset, &origin),
                // Of one thing, its sources can be cited too.
                _ => citations(style, dataset, &sheet.excerpt(), &origin),
            }
        };
        let save = move || (sheet.file_name("citation", extension), media);
        take_along(sheet, id, words::style(style), if style == Style::Text { "4" } else { "8" }, text, save)
    }));
    children.into()
}
