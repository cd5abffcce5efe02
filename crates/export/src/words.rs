//! What a view is limited to, in words: the same choices that the page shows as chips, for those who don't see the page.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{Basis, Dimension, Nature, QuoteKind, Status};
use sidebyline_query::facet::MISSING;
use sidebyline_query::view::iso;
use sidebyline_query::{Facet, Filter, Page, Rows, Selection, SourceMode, Stand, View};
use sidebyline_words::phrases::dimension;
use sidebyline_words::values::{basis, kind, nature, status};

use crate::dates::day_words;

/// What `selection` is limited to, in words, in the order of the address; empty if it isn't limited.
///
/// Each filter is one part, and parts are set apart by semicolons. It tells all that narrows what
/// [`Excerpt::of_view`](crate::Excerpt::of_view) takes, and nothing else.
pub fn words(selection: &Selection, dataset: &Dataset) -> String {
    let view = &selection.view;
    let facets = Facet::ALL.into_iter().filter(|&facet| view.has(Filter::Facet(facet)));
    let mut parts: Vec<String> = facets
        .map(|facet| if facet == Facet::Source { reported(view, dataset) } else { chosen(facet, view, dataset) })
        .collect();
    if view.has(Filter::Range) {
        parts.push(days(view));
    }
    if view.has(Filter::Text) {
        let of = if view.verbatim { "articles’ own words: “" } else { "words: “" };
        parts.push([of, view.text(), "”"].concat());
    }
    if matches!(view.page, Page::Compare | Page::Coverage) {
        parts.extend(rows(&view.rows, selection, dataset));
    }
    if view.page == Page::Source && !view.article().is_empty() {
        parts.push(["in article ", &name(Facet::Source, view.article(), dataset)].concat());
    }
    parts.join("; ")
}

/// Who has to report.
fn reported(view: &View, dataset: &Dataset) -> String {
    let names = |excluded: bool| -> Vec<String> {
        let choices = view.choices(Facet::Source).iter().filter(|choice| choice.excluded == excluded);
        choices.map(|choice| name(Facet::Source, &choice.value, dataset)).collect()
    };
    let (included, excluded) = (names(false), names(true));
    let these = if included.is_empty() { "the articles".into() } else { included.join(", ") };
    let mut part = match view.mode {
        SourceMode::Any if included.is_empty() => String::new(),
        SourceMode::Any => ["reported by ", &included.join(" or ")].concat(),
        SourceMode::All => ["reported by all of ", &these].concat(),
        SourceMode::None => ["reported by none of ", &these].concat(),
        SourceMode::Only if included.is_empty() => "reported by any of the articles".into(),
        SourceMode::Only => ["reported only by ", &included.join(" or ")].concat(),
        SourceMode::AtLeast(least) => format!("reported by at least {least} of {these}"),
    };
    if !excluded.is_empty() {
        part.push_str(if part.is_empty() { "not reported by " } else { ", not by " });
        part.push_str(&excluded.join(" or "));
    }
    part
}

/// What is chosen in a facet.
fn chosen(facet: Facet, view: &View, dataset: &Dataset) -> String {
    let choices = view.choices(facet);
    let included = choices.iter().filter(|choice| !choice.excluded);
    let included: Vec<String> = included.map(|choice| name(facet, &choice.value, dataset)).collect();
    let mut parts: Vec<String> = if included.is_empty() { vec![] } else { vec![included.join(" or ")] };
    let excluded = choices.iter().filter(|choice| choice.excluded);
    parts.extend(excluded.map(|choice| ["not ", &name(facet, &choice.value, dataset)].concat()));
    [heading(facet), ": ", &parts.join(", ")].concat()
}

fn days(view: &View) -> String {
    let written = match view.range() {
        (Some(from), Some(to)) if from == to => iso(from),
        (Some(from), Some(to)) => [&iso(from), "/", &iso(to)].concat(),
        (Some(from), None) => [&iso(from), "/.."].concat(),
        (None, Some(to)) => ["../", &iso(to)].concat(),
        (None, None) => return String::new(),
    };
    ["days: ", &day_words(&written)].concat()
}

/// Which of the events are compared, if not all.
fn rows(rows: &Rows, selection: &Selection, dataset: &Dataset) -> Option<String> {
    let compared: Vec<&str> =
        selection.columns(dataset).into_iter().map(|source| dataset.sources[source].label.as_str()).collect();
    let compared = compared.join(", ");
    let label = |id: &str| name(Facet::Source, id, dataset);
    Some(match rows {
        Rows::All => return None,
        Rows::Differences => ["only where ", &compared, " answer a question differently"].concat(),
        Rows::Shared => ["only what all of ", &compared, " report"].concat(),
        Rows::Only(id) => ["only what ", &label(id), " alone reports, of ", &compared].concat(),
        Rows::Where(stand, id) => {
            let label = label(id);
            match stand {
                Stand::Reported => ["only what ", &label, " reports"].concat(),
                Stand::Discrepancy => {
                    ["only where ", &label, " answers a question differently, of ", &compared].concat()
                }
                Stand::Silent => ["only what ", &label, " could have reported and does not"].concat(),
                Stand::CouldNot => ["only what ", &label, " could not report"].concat(),
                Stand::Unknown => {
                    ["only where ", &label, " is silent, and whether it could have reported is not known"].concat()
                }
            }
        }
    })
}

/// What a facet is called before what is chosen in it.
const fn heading(facet: Facet) -> &'static str {
    match facet {
        Facet::Source | Facet::Reporters => "reported by",
        Facet::Topic => "topic",
        Facet::Status => "reported as",
        Facet::Place => "place",
        Facet::Basis => "known from",
        Facet::Speaker => "speaker",
        Facet::Affiliation => "speaks for",
        Facet::Kind => "kind of quote",
        Facet::Cue => "reporting word",
        Facet::Dimension => "articles differ in",
        Facet::Nature => "why they differ",
    }
}

/// What a facet's value is called.
fn name(facet: Facet, token: &str, dataset: &Dataset) -> String {
    if token == MISSING {
        return missing(facet).into();
    }
    let found = match facet {
        Facet::Source => dataset.sources.find(token).map(|at| dataset.sources[at].label.as_str()),
        Facet::Topic => dataset.topics.find(token).map(|at| dataset.topics[at].label.as_str()),
        Facet::Place => dataset.places.find(token).map(|at| dataset.places[at].name.as_str()),
        Facet::Speaker | Facet::Affiliation => dataset.actors.find(token).map(|at| dataset.actors[at].name.as_str()),
        Facet::Status => Status::from_spelling(token).map(status),
        Facet::Basis => Basis::from_spelling(token).map(basis),
        Facet::Kind => QuoteKind::from_spelling(token).map(kind),
        Facet::Dimension => Dimension::from_spelling(token).map(dimension),
        Facet::Nature => Nature::from_spelling(token).map(nature),
        Facet::Reporters => match token {
            "0" => Some("no article"),
            "1" => Some("1 article"),
            _ => return [token, " articles"].concat(),
        },
        Facet::Cue => None,
    };
    found.unwrap_or(token).into()
}

/// What it is called that the data do not say.
pub const fn missing(facet: Facet) -> &'static str {
    match facet {
        Facet::Topic => "no topic",
        Facet::Speaker => "nobody named",
        Facet::Affiliation => "nobody known",
        Facet::Cue => "no reporting word",
        _ => "not known",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use sidebyline_query::Sign;

    use super::*;
    use crate::testing::{Story, harbour, views};

    #[track_caller]
    fn check(query: &str, expected: &str) {
        let story = harbour();
        assert_eq!(words(&story.selection(&View::parse(query).0), &story.dataset), expected);
    }

    #[test]
    fn who_has_to_report_is_told_as_it_is_meant() {
        check("", "");
        check("source=a,d", "reported by A or D");
        check("source=a,d&match=all", "reported by all of A, D");
        check("source=a,-d&match=none", "reported by none of A, not by D");
        check("source=a,d&match=only", "reported only by A or D");
        check("source=a,c,d&match=2", "reported by at least 2 of A, C, D");
        check("source=-a,-d", "not reported by A or D");
        check("match=all", "reported by all of the articles");
        check("match=only", "reported by any of the articles");
        check("reporters=1,2", "reported by: 1 article or 2 articles");
    }

    #[test]
    fn alternatives_and_what_is_excluded_are_told_apart() {
        check("topic=-vote&q=jib", "topic: not The vote; words: “jib”");
        check("speaker=_none,okafor", "speaker: nobody named or Ines Okafor");
        check("kind=direct,-mixed", "kind of quote: direct, not partly verbatim");
    }

    #[test]
    fn days_and_own_words_are_told() {
        check("from=2025-04-21&to=2025-04-25", "days: 21 to 25 April 2025");
        check("from=2025-04-21", "days: from 21 April 2025 on");
        check("to=2025-04-25", "days: until 25 April 2025");
        check("q=jib&in=verbatim", "articles’ own words: “jib”");
        check("in=verbatim", "");
    }

    #[test]
    fn rows_are_told_on_the_pages_that_have_rows() {
        check(
            "view=compare&source=a,d&rows=differences",
            "reported by A or D; only where A, D answer a question differently",
        );
        check("view=coverage&rows=silent.c", "only what C could have reported and does not");
        check("rows=differences", "");
        check("view=source&article=d", "in article D");
    }

    proptest! {
        #[test]
        fn something_is_told_exactly_where_something_is_filtered(view in views()) {
            let Story { dataset, .. } = harbour();
            let selection = harbour().selection(&view);
            let view = &selection.view;
            let rows = matches!(view.page, Page::Compare | Page::Coverage) && view.rows != Rows::All;
            let article = view.page == Page::Source && !view.article().is_empty();
            let told = words(&selection, &dataset);
            prop_assert_eq!(!told.is_empty(), !view.filters().is_empty() || rows || article, "{}", told);
            for facet in Facet::ALL {
                for choice in view.choices(facet) {
                    prop_assert!(told.contains(&name(facet, &choice.value, &dataset)), "{}", told);
                    prop_assert!(view.sign(facet, &choice.value) != Sign::Exclude || told.contains("not "));
                }
            }
        }
    }
}
