//! Bytes to a [`Story`], or a [`Problem`] that can be explained.

use std::sync::OnceLock;

use gloo_net::http::Request;
use leptos::prelude::document;
use sidebyline_compare::{Grounds, Group, groups};
use sidebyline_dataset::{Dataset, Finding};
use sidebyline_query::{Index, Timeline, View};

/// A dataset with what is derived from it once. It never changes.
#[derive(Debug)]
pub struct Story {
    /// The dataset.
    pub dataset: Dataset,
    /// What had to be left out of it.
    pub findings: Vec<Finding>,
    /// What is looked up.
    pub index: Index,
    /// The order in which it is shown.
    pub timeline: Timeline,
    grounds: OnceLock<Grounds>,
    groups: OnceLock<(Vec<Group>, bool)>,
}

impl Story {
    /// What may tie its sources. Worked out when it is first asked for, as some pages never do.
    pub fn grounds(&self) -> &Grounds {
        self.grounds.get_or_init(|| Grounds::new(&self.dataset))
    }

    /// Its groups of variants, and whether the search for them was broken off. Worked out when they are first asked for.
    pub fn groups(&self) -> (&[Group], bool) {
        let (groups, broken_off) = self.groups.get_or_init(|| groups(&self.dataset));
        (groups, *broken_off)
    }
}

/// Why there is nothing to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No answer came.
    Unreachable,
    /// The server refused, with this status.
    Refused(u16),
    /// An answer came that is no dataset.
    Unreadable(Finding),
}

/// Where loading stands.
#[derive(Clone, Debug)]
pub enum Load {
    /// On its way.
    Waiting,
    /// It went wrong.
    Failed(Problem),
    /// It is here, and stays as long as the page does.
    Done(&'static Story),
}

/// Where the dataset lies that `view` asks for, relative to the page: the one that it names, or the one that the
/// page's head names.
pub fn place(view: &View) -> String {
    let named = Some(view.data().to_owned()).filter(|name| !name.is_empty());
    let usual = || document().query_selector("meta[name=dataset]").ok()??.get_attribute("content");
    ["data/", &named.or_else(usual).unwrap_or_default(), ".json"].concat()
}

/// Loads the dataset at `url`.
pub async fn fetch(url: &str) -> Result<Story, Problem> {
    let response = Request::get(url).send().await.map_err(|_| Problem::Unreachable)?;
    let body = response.text().await.map_err(|_| Problem::Unreachable)?;
    read(response.status(), &body)
}

/// Reads a server's answer.
pub fn read(status: u16, body: &str) -> Result<Story, Problem> {
    if !(200..300).contains(&status) {
        return Err(Problem::Refused(status));
    }
    #[cfg(target_arch = "wasm32")]
    let wire = crate::json::read(body);
    #[cfg(not(target_arch = "wasm32"))] // where there is no browser: in tests
    let wire = sidebyline_dataset::parse(body.as_bytes());
    let wire = wire.map_err(Problem::Unreadable)?;
    let (dataset, findings) = Dataset::from_wire(wire);
    let (index, timeline) = (Index::new(&dataset), Timeline::new(&dataset));
    Ok(Story { dataset, findings, index, timeline, grounds: OnceLock::new(), groups: OnceLock::new() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::harbour;

    #[track_caller]
    fn check_unreadable(body: &str, found: &str) {
        match read(200, body) {
            Err(Problem::Unreadable(finding)) => assert!(finding.found.contains(found), "{finding}"),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_dataset_is_read() {
        let story = harbour();
        assert_eq!(story.dataset.about.id, "harbour");
        assert_eq!(story.findings, []);
    }

    #[test]
    fn a_refusal_is_told_apart_from_bad_data() {
        assert_eq!(read(404, "<h1>Not found</h1>").expect_err("it is refused"), Problem::Refused(404));
        check_unreadable("<!DOCTYPE html><p>Hello</p>", "HTML");
        check_unreadable("{\"format\": \"sidebyline/2\"}", "newer format");
        check_unreadable("", "empty");
    }
}
