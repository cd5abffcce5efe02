//! The view that is asked for, and the site that it is of.

use sidebyline_dataset::model::Link;
use sidebyline_dataset::nearest::advice;
use sidebyline_dataset::{Dataset, Finding};
use sidebyline_export::Origin;
use sidebyline_query::{Facet, Index, View, Warning};

/// What was typed, understood.
#[derive(Debug, PartialEq, Eq)]
pub struct Asked {
    /// The view.
    pub view: View,
    /// The site's address, with a slash at its end; empty if there is none.
    root: String,
    /// What of the view means nothing to anybody.
    warnings: Vec<Warning>,
}

impl Asked {
    /// Understands the view, which may be a whole address, and the site's address.
    pub fn of(view: &str, root: Option<&str>) -> Result<Self, Finding> {
        let address = view.split('#').next().unwrap_or_default();
        let (site, query) = match address.split_once('?') {
            _ if Link::new(address).is_none() => ("", address),
            Some((site, query)) => (site, query),
            None => (address, ""),
        };
        let root = match root {
            Some(root) => folder(root).ok_or_else(|| {
                Finding::error(
                    "--root",
                    format!("`{root}` is no address of a site"),
                    "Write it as `https://example.org/story/`.",
                )
            })?,
            None => folder(site).unwrap_or_default(),
        };
        let (view, warnings) = View::parse(query);
        Ok(Self { view, root, warnings })
    }

    /// `origin` with the addresses filled in. `view` is the view without what the dataset lacks.
    pub fn origin(&self, origin: Origin, view: &View) -> Origin {
        let query = view.standalone().to_string();
        let mark = if query.is_empty() { "" } else { "?" };
        Origin {
            view: [&self.root, mark, &query].concat(),
            root: self.root.clone(),
            data: view.data().as_str().into(),
            ..origin
        }
    }

    /// What can't be done: an error where something else would be exported than was asked for, else a warning.
    pub fn findings(&self, lacking: &[Warning], dataset: &Dataset, index: &Index) -> Vec<Finding> {
        self.warnings.iter().chain(lacking).map(|warning| finding(warning, dataset, index)).collect()
    }
}

/// The address of a site: http or https, without query, and up to its last slash.
fn folder(address: &str) -> Option<String> {
    Link::new(address)?;
    if address.contains(['?', '#']) {
        return None;
    }
    let path = address.split_once("://")?.1;
    match path.rsplit_once('/') {
        Some((_, file)) if !file.is_empty() && !file.contains('.') => Some([address, "/"].concat()),
        Some((_, file)) => Some(address.strip_suffix(file)?.into()),
        None if path.is_empty() => None,
        None => Some([address, "/"].concat()),
    }
}

fn finding(warning: &Warning, dataset: &Dataset, index: &Index) -> Finding {
    let error = |found: String, mend: String| Finding::error("--view", found, mend);
    let warn = |found: String| Finding::warning("--view", found, "");
    match warning {
        Warning::UnknownParameter(key) => {
            let known = ["view", "match", "from", "to", "q", "in", "count", "rows", "article", "data", "v"];
            let known = Facet::ALL.map(Facet::key).into_iter().chain(known);
            error(format!("no parameter is called `{key}`"), advice(key, known))
        }
        Warning::NotAValue(key, value) => {
            error(format!("`{key}` can't be `{value}`"), "Choose it on the page, and copy the link.".into())
        }
        Warning::UnknownValue(facet, value) => {
            let known = index.values(*facet).iter().map(|value| value.token.as_str());
            error(format!("the dataset has no `{value}` for `{}`", facet.key()), advice(value, known))
        }
        Warning::UnknownItem(id) => {
            let known = dataset.quotes.ids().chain(dataset.mentions.ids());
            error(format!("the dataset has no quote and no mention `{id}`"), advice(id, known))
        }
        Warning::TextCut | Warning::TooLong => {
            error("the view is longer than an address may be".into(), "Ask for less at once.".into())
        }
        Warning::Renamed(old, new) => warn(format!("`{old}` is called `{new}` now")),
        Warning::Contradiction(facet, value) => {
            warn(format!("`{value}` is both asked for and excluded in `{}`; it is excluded", facet.key()))
        }
        Warning::RangeReversed => warn("its first day is after its last; they are exchanged".into()),
        Warning::Unsearched => error("its words weren't looked for".into(), "Ask again.".into()),
        Warning::OtherVersion(version) => {
            warn(format!("it was made with version {version} of the data, and this is {}", dataset.about.version))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(view: &str, root: Option<&str>, expected_view: &str, expected_root: &str) {
        let asked = Asked::of(view, root).expect("it is understood");
        assert_eq!((asked.view.to_string().as_str(), asked.root.as_str()), (expected_view, expected_root));
    }

    #[test]
    fn a_view_is_understood_with_and_without_its_site() {
        check("q=truce", None, "q=truce", "");
        check("?q=truce", None, "q=truce", "");
        check("", None, "", "");
        check("https://example.org/story/?q=truce#event", None, "q=truce", "https://example.org/story/");
        check("https://example.org/story/index.html?q=truce", None, "q=truce", "https://example.org/story/");
        check("https://example.org", None, "", "https://example.org/");
        check("https://example.org/a?q=b", Some("https://example.com/b"), "q=b", "https://example.com/b/");
    }

    #[test]
    fn what_is_no_address_of_a_site_is_refused() {
        for wrong in ["example.org", "javascript:alert(1)", "https://", "https://a b/", "https://a/?b", "file:///a/"] {
            assert!(Asked::of("", Some(wrong)).is_err(), "{wrong}");
        }
    }
}
