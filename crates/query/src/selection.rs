//! The view, resolved against a dataset.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::SourceIdx;

use crate::fold::Needles;
use crate::view::{View, Warning};

/// What a view selects in one dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The view, without what the dataset lacks, and with old ids replaced by what they are called now.
    pub view: View,
    /// The chosen sources, in the dataset's order; none means that no choice is made.
    pub sources: Vec<SourceIdx>,
    /// The words that must occur.
    pub needles: Needles,
}

impl Selection {
    /// Resolves `view`, and says what the dataset lacks. What it lacks selects nothing and excludes nothing.
    pub fn of(view: &View, dataset: &Dataset) -> (Self, Vec<Warning>) {
        let mut named = Vec::new();
        let mut warnings = Vec::new();
        for id in view.sources() {
            match find(dataset, id) {
                Some(source) => named.push(source),
                None => warnings.push(Warning::UnknownSource(id.into())),
            }
        }
        let sources: Vec<SourceIdx> = dataset.sources.indices().filter(|source| named.contains(source)).collect();
        let view = view.with_sources(sources.iter().map(|&source| dataset.sources[source].id.as_str()));
        let needles = Needles::new(view.text());
        (Self { view, sources, needles }, warnings)
    }
}

/// The source called `id`, or once called so.
fn find(dataset: &Dataset, id: &str) -> Option<SourceIdx> {
    let mut id = id;
    for _ in 0..=dataset.renamed.len() {
        if let Some(source) = dataset.sources.find(id) {
            return Some(source);
        }
        id = dataset.renamed.get(id)?;
    }
    None // the names lead in a circle
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::harbour;

    #[track_caller]
    fn check(query: &str, resolved: &str, expected: &[Warning]) {
        let (selection, warnings) = Selection::of(&View::parse(query).0, &harbour());
        assert_eq!(selection.view.to_string(), resolved);
        assert_eq!(warnings, expected);
    }

    #[test]
    fn what_the_dataset_has_is_selected() {
        check("source=herald,a&q=crane", "source=a,herald&q=crane", &[]);
    }

    #[test]
    fn what_the_dataset_lacks_is_told_and_kept_out() {
        check("source=a,zz", "source=a", &[Warning::UnknownSource("zz".into())]);
        check("source=zz", "", &[Warning::UnknownSource("zz".into())]);
    }

    #[test]
    fn an_old_id_leads_to_the_new_one() {
        check("source=gazette", "source=a", &[]);
        check("source=a,older-gazette", "source=a", &[]);
    }

    #[test]
    fn names_that_lead_in_a_circle_are_unknown() {
        check("source=hen", "", &[Warning::UnknownSource("hen".into())]);
    }
}
