//! References: the dataset with the view that was used, and the sources.
//!
//! A dataset is cited by creators, year, title, version, publisher and address, with the day of access, the view's filter
//! and the digest of the file. A source is cited by its headline where the data have it; else our description stands in
//! brackets, as styles have it for what has no title. Who wrote an article isn't in the data, so its outlet stands alone.

mod bibtex;
mod csl;
mod text;

use sidebyline_dataset::Dataset;
use sidebyline_dataset::edtf::{Edtf, civil_from_days};
use sidebyline_dataset::model::{Link, SourceIdx, Title};

use crate::{Excerpt, Origin};

/// How references are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// BibTeX, for LaTeX and Zotero.
    #[default]
    Bibtex,
    /// CSL-JSON, for Zotero, Pandoc and others.
    Csl,
    /// A line to be read.
    Text,
}

impl Style {
    /// All styles, and what each is called.
    pub const ALL: [(Self, &'static str); 3] = [(Self::Bibtex, "bibtex"), (Self::Csl, "csl"), (Self::Text, "text")];
}

/// A reference to the dataset and the view.
pub fn citation(style: Style, dataset: &Dataset, origin: &Origin) -> String {
    written(style, &[whole(dataset, origin)])
}

/// The same, and then a reference to each source that has something in `excerpt`.
pub fn citations(style: Style, dataset: &Dataset, excerpt: &Excerpt, origin: &Origin) -> String {
    let sources = excerpt.sources(dataset).into_iter().map(|source| of_source(dataset, source, origin));
    let references: Vec<Reference> = [whole(dataset, origin)].into_iter().chain(sources).collect();
    written(style, &references)
}

fn written(style: Style, references: &[Reference<'_>]) -> String {
    match style {
        Style::Bibtex => references.iter().map(bibtex::entry).collect::<Vec<_>>().join("\n"),
        Style::Csl => csl::items(references),
        Style::Text => references.iter().map(text::line).collect(),
    }
}

/// Something that is cited.
#[derive(Debug)]
struct Reference<'a> {
    /// What it is called in the file.
    key: String,
    kind: Kind,
    creators: &'a [String],
    /// Its own title, or else a description of ours.
    title: Option<&'a str>,
    description: Option<&'a str>,
    /// The medium that an article stands in.
    outlet: Option<&'a str>,
    publisher: Option<&'a str>,
    version: Option<&'a str>,
    language: &'a str,
    published: Option<Edtf>,
    url: Option<&'a str>,
    accessed: &'a str,
    /// What else has to be said, each a sentence without its full stop.
    notes: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Dataset,
    /// An article of an outlet that is known.
    Article,
    /// Something on the web.
    Online,
    /// A text of which no more is known.
    Text,
}

fn whole<'a>(dataset: &'a Dataset, origin: &'a Origin) -> Reference<'a> {
    let about = &dataset.about;
    let filter = if origin.filter.is_empty() { "none" } else { &origin.filter };
    let mut notes = vec![["Filter: ", filter].concat()];
    if !origin.digest.is_empty() {
        notes.push(["SHA-256 of the dataset: ", &origin.digest].concat());
    }
    Reference {
        key: key(&[&about.id, &about.version]),
        kind: Kind::Dataset,
        creators: &about.creators,
        title: Some(&about.title),
        description: None,
        outlet: None,
        publisher: about.publisher.as_deref(),
        version: Some(&about.version),
        language: &about.language,
        published: about.updated.parse().ok(),
        url: origin.view_link(),
        accessed: &origin.accessed,
        notes,
    }
}

fn of_source<'a>(dataset: &'a Dataset, source: SourceIdx, origin: &'a Origin) -> Reference<'a> {
    let source = &dataset.sources[source];
    let (title, description) = match &source.title {
        Title::Headline(words) => (Some(words.0.as_str()), None),
        Title::Description(words) => (None, Some(words.0.as_str())),
    };
    let url = source.url.as_ref().map(Link::as_str);
    let outlet = source.outlet.map(|outlet| dataset.outlets[outlet].name.as_str());
    Reference {
        key: key(&[&dataset.about.id, &source.id]),
        kind: match (outlet, url) {
            (Some(_), _) => Kind::Article,
            (None, Some(_)) => Kind::Online,
            (None, None) => Kind::Text,
        },
        creators: &[],
        title,
        description,
        outlet,
        publisher: None,
        version: None,
        language: &source.language,
        published: source.published.clone(),
        url,
        // Only what has an address was looked up there.
        accessed: if url.is_some() { &origin.accessed } else { "" },
        notes: vec![["Article ", &source.label, " of ", &dataset.about.title].concat()],
    }
}

/// A name for a reference: letters, digits and hyphens, as all programs that read references allow them.
fn key(parts: &[&str]) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '_' || c == '.' { c } else { '-' };
    parts.iter().map(|part| part.chars().map(plain).collect::<String>()).collect::<Vec<_>>().join("-")
}

/// The year of a date, if it can only have been one, and a plain one.
fn year(when: &Edtf) -> Option<i64> {
    let year = |second: Option<i64>| Some(civil_from_days(second?.div_euclid(86_400)).year);
    let (first, last) = (year(when.earliest())?, year(when.latest())?);
    (first == last && (1..=9999).contains(&first)).then_some(first)
}

#[cfg(test)]
mod tests;
