//! All files that can be had.

use sidebyline_dataset::{Dataset, wire};

use crate::{Excerpt, Origin, Style, Table, annotations, citations, csv, json, markdown};

/// A kind of file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// A table for spreadsheets and programs.
    #[default]
    Csv,
    /// A dataset.
    Json,
    /// A table to be pasted.
    Markdown,
    /// W3C Web Annotations.
    Annotations,
    /// References for LaTeX.
    Bibtex,
    /// References for Zotero, Pandoc and others.
    Csl,
    /// References to be read.
    Text,
}

impl Form {
    /// All forms, and what each is called.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Csv, "csv"),
        (Self::Json, "json"),
        (Self::Markdown, "markdown"),
        (Self::Annotations, "annotations"),
        (Self::Bibtex, "bibtex"),
        (Self::Csl, "csl"),
        (Self::Text, "text"),
    ];

    /// What it is called.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The media type of the file.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8;header=present",
            Self::Json => "application/json",
            Self::Markdown => "text/markdown;charset=utf-8;variant=GFM",
            Self::Annotations => "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"",
            Self::Bibtex => "application/x-bibtex;charset=utf-8",
            Self::Csl => "application/vnd.citationstyles.csl+json",
            Self::Text => "text/plain;charset=utf-8",
        }
    }

    /// How the file's name ends.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Markdown => "md",
            Self::Annotations => "jsonld",
            Self::Bibtex => "bib",
            Self::Csl => "csl.json",
            Self::Text => "txt",
        }
    }

    /// Whether a table has to be chosen for it.
    pub const fn has_tables(self) -> bool {
        matches!(self, Self::Csv | Self::Markdown)
    }

    /// A name for the file: the dataset's id, and what it holds.
    pub fn file_name(self, table: Table, dataset: &Dataset) -> String {
        let holds = match self {
            Self::Csv | Self::Markdown => table.name(),
            Self::Json => "excerpt",
            Self::Annotations => "annotations",
            Self::Bibtex | Self::Csl | Self::Text => "references",
        };
        // An id that is none may hold anything, and a file's name may not.
        let plain = |c: char| if c.is_ascii_alphanumeric() || c == '-' || c == '_' { c } else { '-' };
        let id: String = dataset.about.id.chars().take(64).map(plain).collect();
        [&id, "-", holds, ".", self.extension()].concat()
    }
}

/// The file of a form. `table` is what the forms that are tables hold, `file` what the dataset was read from.
pub fn export(
    form: Form,
    table: Table,
    file: &wire::Dataset,
    dataset: &Dataset,
    excerpt: &Excerpt,
    origin: &Origin,
) -> String {
    match form {
        Form::Csv => csv(table, dataset, excerpt, origin),
        Form::Json => json(file, dataset, excerpt, origin),
        Form::Markdown => markdown(table, dataset, excerpt, origin),
        Form::Annotations => annotations(dataset, excerpt, origin),
        Form::Bibtex => citations(Style::Bibtex, dataset, excerpt, origin),
        Form::Csl => citations(Style::Csl, dataset, excerpt, origin),
        Form::Text => citations(Style::Text, dataset, excerpt, origin),
    }
}

#[cfg(test)]
mod tests;
