//! The view, resolved against a dataset.

use std::collections::BTreeMap;

use sidebyline_dataset::Dataset;
use sidebyline_dataset::edtf::Extent;
use sidebyline_dataset::model::SourceIdx;

use crate::facet::Facet;
use crate::index::Index;
use crate::search::Query;
use crate::view::{Filter, Rows, Sign, SourceMode, View, Warning};

const DAY: i64 = 86_400;

/// What a view selects in one dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The view, without what the dataset lacks, and with old ids replaced by what they are called now.
    pub view: View,
    /// What is looked for.
    pub query: Query,
    pub(crate) choices: [Chosen; Facet::ALL.len()],
    pub(crate) mode: SourceMode,
    pub(crate) range: Option<Extent>,
}

/// The chosen values of a facet, by their positions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub(crate) included: Vec<usize>,
    pub(crate) excluded: Vec<usize>,
}

impl Selection {
    /// Resolves `view`, and says what the dataset lacks. What it lacks selects nothing and excludes nothing.
    pub fn of(view: &View, dataset: &Dataset, index: &Index) -> (Self, Vec<Warning>) {
        let mut resolved = view.clone();
        let mut choices = [const { Chosen { included: Vec::new(), excluded: Vec::new() } }; Facet::ALL.len()];
        let mut warnings = Vec::new();
        for facet in Facet::ALL {
            for choice in view.choices(facet) {
                let position = |id: &str| index.values(facet).iter().position(|value| value.token == id);
                let sign = if choice.excluded { Sign::Exclude } else { Sign::Include };
                let found = renamed(&choice.value, &dataset.renamed, &|id| position(id).is_some());
                if found != Some(choice.value.as_str()) {
                    resolved = resolved.with(facet, &choice.value, Sign::Off);
                }
                match found {
                    None => warnings.push(Warning::UnknownValue(facet, choice.value.clone())),
                    Some(id) if id != choice.value => {
                        warnings.push(Warning::Renamed(choice.value.clone(), id.into()));
                        resolved = resolved.with(facet, id, sign);
                    }
                    Some(_) => {}
                }
            }
            for choice in resolved.choices(facet) {
                let position = index.values(facet).iter().position(|value| value.token == choice.value);
                let chosen: &mut Chosen = &mut choices[facet as usize];
                let into = if choice.excluded { &mut chosen.excluded } else { &mut chosen.included };
                into.extend(position);
            }
        }
        if let Rows::Only(id) = &view.rows {
            let found = renamed(id, &dataset.renamed, &|id| dataset.sources.find(id).is_some());
            resolved.rows = found.map_or(Rows::All, |id| Rows::Only(id.into()));
            match found {
                None => warnings.push(Warning::UnknownValue(Facet::Source, id.clone())),
                Some(now) if now != id => warnings.push(Warning::Renamed(id.clone(), now.into())),
                Some(_) => {}
            }
        }
        if !view.version().is_empty() && view.version() != dataset.about.version {
            warnings.push(Warning::OtherVersion(view.version().into()));
        }
        let query = index.query(resolved.text());
        let range = range(&resolved);
        (Self { mode: resolved.mode, view: resolved, query, choices, range }, warnings)
    }

    /// The sources that stand side by side: those that are chosen if they are two or more, else all that aren't
    /// excluded.
    pub fn columns(&self, dataset: &Dataset) -> Vec<SourceIdx> {
        let of_sign = |sign: Sign| -> Vec<SourceIdx> {
            let sources = dataset.sources.iter();
            sources.filter(|(_, source)| self.view.sign(Facet::Source, &source.id) == sign).map(|(at, _)| at).collect()
        };
        let included = of_sign(Sign::Include);
        if included.len() > 1 {
            return included;
        }
        let excluded = of_sign(Sign::Exclude);
        dataset.sources.indices().filter(|source| !excluded.contains(source)).collect()
    }

    /// The same selection without one filter.
    pub(crate) fn without(&self, filter: Filter) -> Self {
        let mut selection = self.clone();
        match filter {
            Filter::Facet(facet) => selection.choices[facet as usize] = Chosen::default(),
            Filter::Range => selection.range = None,
            Filter::Text => selection.query = Query::default(),
        }
        if filter == Filter::Facet(Facet::Source) {
            selection.mode = SourceMode::Any;
        }
        selection.view = selection.view.without(filter);
        selection
    }

    /// The same selection with only this source chosen.
    pub(crate) fn with_source_alone(&self, source: usize) -> Self {
        let mut selection = self.without(Filter::Facet(Facet::Source));
        selection.choices[Facet::Source as usize].included = vec![source];
        selection
    }

    pub(crate) fn chosen(&self, facet: Facet) -> &Chosen {
        &self.choices[facet as usize]
    }
}

/// What `id` is called now: itself if it is known, else what it, or what that, has been renamed to.
pub fn renamed<'a>(id: &'a str, names: &'a BTreeMap<String, String>, known: &dyn Fn(&str) -> bool) -> Option<&'a str> {
    let mut id = id;
    for _ in 0..=names.len() {
        if known(id) {
            return Some(id);
        }
        id = names.get(id)?;
    }
    None // the names lead in a circle
}

fn range(view: &View) -> Option<Extent> {
    let (from, to) = view.range();
    if from.is_none() && to.is_none() {
        return None;
    }
    let first = from.map_or(i64::MIN, |day| day * DAY);
    let last = to.map_or(i64::MAX, |day| day * DAY + DAY - 1);
    Some(Extent::definite(first, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::harbour;

    #[track_caller]
    fn check(query: &str, resolved: &str, expected: &[Warning]) {
        let dataset = harbour();
        let (selection, warnings) = Selection::of(&View::parse(query).0, &dataset, &Index::new(&dataset));
        assert_eq!(selection.view.to_string(), resolved);
        assert_eq!(warnings, expected);
    }

    fn unknown(id: &str) -> Warning {
        Warning::UnknownValue(Facet::Source, id.into())
    }

    #[test]
    fn what_the_dataset_has_is_selected() {
        check("source=herald,a&q=crane", "source=a,herald&q=crane", &[]);
    }

    #[test]
    fn what_the_dataset_lacks_is_told_and_kept_out() {
        check("source=a,zz", "source=a", &[unknown("zz")]);
        check("source=zz", "", &[unknown("zz")]);
        check("rows=only.zz", "", &[unknown("zz")]);
    }

    #[test]
    fn an_old_id_leads_to_the_new_one_and_it_is_told() {
        check("source=gazette", "source=a", &[Warning::Renamed("gazette".into(), "a".into())]);
        check("source=-gazette", "source=-a", &[Warning::Renamed("gazette".into(), "a".into())]);
        check("source=a,older-gazette", "source=a", &[Warning::Renamed("older-gazette".into(), "a".into())]);
    }

    #[test]
    fn names_that_lead_in_a_circle_are_unknown() {
        check("source=hen", "", &[unknown("hen")]);
    }

    #[test]
    fn a_link_to_another_version_of_the_data_is_told() {
        check("v=0.0.1", "v=0.0.1", &[Warning::OtherVersion("0.0.1".into())]);
    }
}
