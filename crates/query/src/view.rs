//! The view: everything that the address says, and nothing else.
//!
//! | in the address | means |
//! | --- | --- |
//! | nothing | everything is shown |
//! | `source=a,d` | events that source `a` or source `d` reports |
//! | `q=truce+talks` | and that contain a word beginning with *truce* and one beginning with *talks* |
//!
//! A view is canonical by construction: ids sorted and without repetition, text without needless space. So printing it
//! and reading it back gives the same view, and two addresses with the same meaning print alike.

use std::fmt::{self, Write as _};

use sidebyline_dataset::check::is_id;

use crate::percent;

/// The longest text that is searched for, in characters; it keeps an address well under 2,000 of them.
pub const MAX_TEXT: usize = 100;

/// Parameters that other sites append to links to follow people. They say nothing to us and nothing about the view.
const TRACKING: [&str; 5] = ["fbclid", "gclid", "mc_cid", "mc_eid", "ref"];

/// Everything that the address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Sorted, and each once.
    sources: Vec<String>,
    text: String,
}

/// A part of the view that narrows what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Filter {
    /// The sources that report.
    Sources,
    /// The words that must occur.
    Text,
}

impl Filter {
    /// Every filter, in the order of the address.
    pub const ALL: [Self; 2] = [Self::Sources, Self::Text];
}

/// Something that an address says and that can't be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// A parameter of this name means nothing here.
    UnknownParameter(String),
    /// This can't be the id of a source.
    NotAnId(String),
    /// The dataset has no source of this id.
    UnknownSource(String),
    /// Only the first [`MAX_TEXT`] characters of the text are searched for.
    TextCut,
}

impl View {
    /// Reads the query part of an address, with or without its `?`. It understands any input as well as it can, and
    /// says what it could not.
    pub fn parse(query: &str) -> (Self, Vec<Warning>) {
        let mut view = Self::default();
        let mut warnings = Vec::new();
        let mut texts: Vec<String> = Vec::new();
        for part in query.strip_prefix('?').unwrap_or(query).split('&').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            let value = percent::decode(value);
            match percent::decode(key).as_str() {
                "source" => view.read_sources(&value, &mut warnings),
                "q" => texts.push(value),
                key if key.is_empty() || TRACKING.contains(&key) || key.starts_with("utm_") => {}
                key => warn(&mut warnings, Warning::UnknownParameter(shown(key))),
            }
        }
        let text = texts.join(" ");
        view.text = canonical(&text);
        if view.text.len() < canonical_whole(&text).len() {
            warnings.push(Warning::TextCut);
        }
        (view, warnings)
    }

    fn read_sources(&mut self, list: &str, warnings: &mut Vec<Warning>) {
        for id in list.split(',').map(str::trim).filter(|id| !id.is_empty()) {
            let lower = id.to_ascii_lowercase();
            if is_id(&lower) {
                insert(&mut self.sources, lower);
            } else {
                warn(warnings, Warning::NotAnId(shown(id)));
            }
        }
    }

    /// The ids of the chosen sources, in order; none means that no choice is made.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        self.sources.iter().map(String::as_str)
    }

    /// The text to search for, in canonical form.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same view with these sources. What can't be an id is left out.
    #[must_use]
    pub fn with_sources(&self, sources: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let mut sorted = Vec::new();
        for id in sources.into_iter().map(Into::into).filter(|id: &String| is_id(id)) {
            insert(&mut sorted, id);
        }
        Self { sources: sorted, text: self.text.clone() }
    }

    /// The same view with this text, put into canonical form.
    #[must_use]
    pub fn with_text(&self, text: &str) -> Self {
        Self { sources: self.sources.clone(), text: canonical(text) }
    }

    /// The same view with this source chosen, or not chosen any more.
    #[must_use]
    pub fn toggled(&self, source: &str) -> Self {
        let mut sources = self.sources.clone();
        match sources.binary_search_by(|id| id.as_str().cmp(source)) {
            Ok(at) => drop(sources.remove(at)),
            Err(at) => sources.insert(at, source.into()),
        }
        self.with_sources(sources)
    }

    /// The same view without this filter.
    #[must_use]
    pub fn without(&self, filter: Filter) -> Self {
        match filter {
            Filter::Sources => self.with_sources(std::iter::empty::<String>()),
            Filter::Text => self.with_text(""),
        }
    }

    /// Whether this filter narrows what is shown.
    pub fn has(&self, filter: Filter) -> bool {
        match filter {
            Filter::Sources => !self.sources.is_empty(),
            Filter::Text => !self.text.is_empty(),
        }
    }

    /// Whether nothing narrows what is shown.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// The query part of an address, without its `?`; empty for the default view.
impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut query = String::new();
        for (at, id) in self.sources.iter().enumerate() {
            query.push_str(if at == 0 { "source=" } else { "," });
            query.push_str(id); // an id needs no escape
        }
        if !self.text.is_empty() {
            query.push_str(if query.is_empty() { "q=" } else { "&q=" });
            percent::encode(&self.text, &mut query);
        }
        f.write_str(&query)
    }
}

/// The form in which a text is searched for: single spaces, none at the ends, no control characters, not too long.
pub fn canonical(text: &str) -> String {
    let whole = canonical_whole(text);
    match whole.char_indices().nth(MAX_TEXT) {
        Some((end, _)) => whole[..end].trim_end().into(),
        None => whole,
    }
}

fn canonical_whole(text: &str) -> String {
    let mut whole = String::new();
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !whole.is_empty() {
            whole.push(' ');
        }
        whole.push_str(word);
    }
    whole
}

/// Puts an id into its place, once.
fn insert(sources: &mut Vec<String>, id: String) {
    if let Err(at) = sources.binary_search(&id) {
        sources.insert(at, id);
    }
}

/// As much of a stranger's text as a message may carry.
fn shown(text: &str) -> String {
    let mut shown = String::new();
    for c in text.chars().take(40) {
        let _ = shown.write_char(if c.is_control() { '\u{fffd}' } else { c });
    }
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

/// Notes a warning, once, and not without end.
fn warn(warnings: &mut Vec<Warning>, warning: Warning) {
    if warnings.len() < 8 && !warnings.contains(&warning) {
        warnings.push(warning);
    }
}

#[cfg(test)]
mod tests;
