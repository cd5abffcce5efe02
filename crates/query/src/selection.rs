//! The view, resolved against a dataset.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::edtf::Extent;
use sidebyline_dataset::model::{Renamed, SourceIdx};

use crate::DAY;
use crate::facet::Facet;
use crate::index::Index;
use crate::search::Query;
use crate::view::{Filter, Rows, Sign, View, Warning, note};

/// What a view selects in one dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The view, without what the dataset lacks, and with old ids replaced by what they are called now.
    pub view: View,
    /// What is looked for.
    pub query: Query,
    pub(crate) choices: [Chosen; Facet::ALL.len()],
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
        let mut choices = Facet::ALL.map(|_| Chosen::default());
        let (mut warnings, mut too_long) = (Vec::new(), false);
        for facet in Facet::ALL {
            let position = |id: &str| index.position(facet, id);
            for choice in view.choices(facet) {
                let old = &choice.value;
                let found = renamed(old, &dataset.renamed, &|id| position(id).is_some());
                if found == Some(old) {
                    continue;
                }
                resolved.choose(facet, old.clone(), Sign::Off);
                let Some(new) = found else {
                    note(&mut warnings, Warning::UnknownValue(facet, old.clone()));
                    continue;
                };
                note(&mut warnings, Warning::Renamed(old.clone(), new.into()));
                let (known, sign) = (resolved.sign(facet, new), view.sign(facet, old));
                if known != Sign::Off && known != sign {
                    note(&mut warnings, Warning::Contradiction(facet, new.into()));
                }
                resolved.choose(facet, new.into(), if known == Sign::Exclude { known } else { sign });
                if !resolved.fits() {
                    resolved.choose(facet, new.into(), Sign::Off);
                    too_long = true;
                }
            }
            for choice in resolved.choices(facet) {
                let chosen = &mut choices[facet as usize];
                let into = if choice.excluded { &mut chosen.excluded } else { &mut chosen.included };
                into.extend(position(&choice.value));
            }
        }
        let mut current = |id: &str, unknown: Warning, exists: &dyn Fn(&str) -> bool| {
            let found = renamed(id, &dataset.renamed, exists).map(str::to_owned);
            match &found {
                None => note(&mut warnings, unknown),
                Some(now) if now != id => note(&mut warnings, Warning::Renamed(id.into(), now.clone())),
                Some(_) => {}
            }
            found
        };
        let mut source = |id: &str| {
            current(id, Warning::UnknownValue(Facet::Source, id.into()), &|id| dataset.sources.find(id).is_some())
        };
        if let Some(id) = resolved.rows.source() {
            match source(id) {
                Some(now) => *id = now,
                None => resolved.rows = Rows::All,
            }
        }
        resolved.article = if view.article().is_empty() { None } else { source(view.article()) }.unwrap_or_default();
        let columns: Vec<String> = view.columns().iter().filter_map(|id| source(id)).collect();
        let mut item = |id: &str| {
            let exists = |id: &str| dataset.quotes.find(id).is_some() || dataset.mentions.find(id).is_some();
            current(id, Warning::UnknownItem(id.into()), &exists)
        };
        let items: Vec<String> = view.items().iter().filter_map(|id| item(id)).collect();
        (resolved.columns, resolved.items) = (Vec::new(), Vec::new());
        // Whether they fit is known only when the whole address is printed.
        if !columns.is_empty() {
            resolved = resolved.with_columns(columns.iter().map(String::as_str));
            too_long |= resolved.columns().is_empty();
        }
        if !items.is_empty() {
            resolved = resolved.with_items(items.iter().map(String::as_str));
            too_long |= items.iter().any(|id| !resolved.items().contains(id));
        }
        if !view.version().is_empty() && view.version() != dataset.about.version {
            warnings.push(Warning::OtherVersion(view.version().into()));
        }
        if too_long {
            warnings.push(Warning::TooLong);
        }
        let query = index.query(resolved.text());
        let range = range(&resolved);
        (Self { view: resolved, query, choices, range }, warnings)
    }

    /// The sources that stand side by side: those that are chosen if they are two or more, else all that aren't
    /// excluded.
    pub fn columns(&self, dataset: &Dataset) -> Vec<SourceIdx> {
        let of = |fits: &dyn Fn(Sign) -> bool| -> Vec<SourceIdx> {
            let sources = dataset.sources.iter();
            sources.filter(|(_, source)| fits(self.view.sign(Facet::Source, &source.id))).map(|(at, _)| at).collect()
        };
        let chosen = of(&|sign| sign == Sign::Include);
        if chosen.len() > 1 { chosen } else { of(&|sign| sign != Sign::Exclude) }
    }

    /// The same selection without one filter.
    pub(crate) fn without(&self, filter: Filter) -> Self {
        let mut selection = self.clone();
        match filter {
            Filter::Facet(facet) => selection.choices[facet as usize] = Chosen::default(),
            Filter::Range => selection.range = None,
            Filter::Text => selection.query = Query::default(),
        }
        selection.view = selection.view.without(filter);
        selection
    }

    pub(crate) fn chosen(&self, facet: Facet) -> &Chosen {
        &self.choices[facet as usize]
    }
}

/// What `id` is called now: itself if it is known, else what it, or what that, has been renamed to.
pub fn renamed<'a>(id: &'a str, names: &'a Renamed, known: &dyn Fn(&str) -> bool) -> Option<&'a str> {
    let mut id = id;
    for _ in 0..=names.old().len() {
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
    use sidebyline_dataset::model::Source;
    use sidebyline_dataset::table::Table;

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
    fn a_source_that_is_asked_for_by_one_name_and_excluded_by_another_is_excluded() {
        let renamed = Warning::Renamed("gazette".into(), "a".into());
        let told = [renamed, Warning::Contradiction(Facet::Source, "a".into())];
        check("source=a,-gazette", "source=-a", &told);
        check("source=-a,gazette", "source=-a", &told);
    }

    #[test]
    fn the_source_of_the_rows_is_resolved_too() {
        check("rows=only.gazette", "rows=only.a", &[Warning::Renamed("gazette".into(), "a".into())]);
    }

    #[test]
    fn a_value_that_no_row_has_is_unknown() {
        check(
            "status=denied&topic=crane&reporters=4",
            "status=denied",
            &[Warning::UnknownValue(Facet::Reporters, "4".into()), Warning::UnknownValue(Facet::Topic, "crane".into())],
        );
        check("source=_none", "", &[unknown("_none")]);
    }

    #[test]
    fn what_is_told_has_an_end() {
        let ids: Vec<String> = (0..200).map(|n| format!("id{n}")).collect();
        let view = View::parse(&["source=", &ids.join(",")].concat()).0;
        let dataset = harbour();
        assert_eq!(Selection::of(&view, &dataset, &Index::new(&dataset)).1.len(), 8);
    }

    #[test]
    fn a_new_id_that_does_not_fit_is_told() {
        let mut dataset = harbour();
        let source = dataset.sources.iter().next().expect("there is one").1.clone();
        let new = |n: usize| ["x".repeat(60), n.to_string()].concat();
        dataset.sources = Table::new((10..99).map(|n| Source { id: new(n), ..source.clone() }).collect());
        dataset.renamed = (10..99)
            .map(|n| (["s", &n.to_string()].concat(), new(n)))
            .collect::<std::collections::BTreeMap<_, _>>()
            .into();
        let old: Vec<&str> = dataset.renamed.old().collect();
        for parameter in ["source=", "view=compare&columns="] {
            let (view, fitting) = View::parse(&[parameter, &old.join(",")].concat());
            assert_eq!(fitting, []);
            let (selection, warnings) = Selection::of(&view, &dataset, &Index::new(&dataset));
            assert!(warnings.contains(&Warning::TooLong), "{parameter}");
            assert!(selection.view.fits());
            assert!(parameter != "source=" || selection.view.choices(Facet::Source).len() > 20);
        }
    }

    #[test]
    fn two_sources_that_are_chosen_stand_side_by_side_else_all_that_are_not_excluded() {
        #[track_caller]
        fn check(query: &str, expected: &[&str]) {
            let dataset = harbour();
            let (selection, _) = Selection::of(&View::parse(query).0, &dataset, &Index::new(&dataset));
            let ids = selection.columns(&dataset).into_iter().map(|source| dataset.sources[source].id.clone());
            assert_eq!(ids.collect::<Vec<_>>(), expected, "{query}");
        }
        check("", &["a", "herald", "c", "d", "e"]);
        check("source=a", &["a", "herald", "c", "d", "e"]);
        check("source=e,a", &["a", "e"]);
        check("source=-a,c", &["herald", "c", "d", "e"]);
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
