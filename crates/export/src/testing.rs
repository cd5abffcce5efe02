//! Small datasets and random views for tests.

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use sidebyline_dataset::{Dataset, wire};
use sidebyline_query::{Facet, Index, Page, Selection, Sign, SourceMode, Timeline, View};

use crate::{Excerpt, Origin};

/// A dataset with its file and all that is looked up in it.
pub(crate) struct Story {
    pub(crate) file: wire::Dataset,
    pub(crate) dataset: Dataset,
    pub(crate) index: Index,
    pub(crate) timeline: Timeline,
}

impl Story {
    pub(crate) fn of(json: &[u8]) -> Self {
        let file = sidebyline_dataset::parse(json).expect("it is a dataset");
        let (dataset, findings) = Dataset::from_wire(file.clone());
        assert_eq!(findings, [], "it is without fault");
        let (index, timeline) = (Index::new(&dataset), Timeline::new(&dataset));
        Self { file, dataset, index, timeline }
    }

    pub(crate) fn selection(&self, view: &View) -> Selection {
        Selection::of(view, &self.dataset, &self.index).0
    }

    pub(crate) fn excerpt(&self, view: &View) -> Excerpt {
        let selection = self.selection(view);
        Excerpt::of_view(&self.dataset, &self.timeline, &selection, &self.index.matching(&selection))
    }

    /// Where the excerpt of a view comes from, on an invented site.
    pub(crate) fn origin(&self, view: &View) -> Origin {
        let root = String::from("https://example.org/story/");
        Origin {
            filter: crate::words(&self.selection(view), &self.dataset),
            view: [&root, "?", &view.to_string()].concat(),
            root,
            data: String::new(),
            has_pages: true,
            digest: "0123456789abcdef".repeat(4),
            accessed: "2026-11-22".into(),
        }
    }
}

/// Five invented texts about the crane of an invented harbour.
pub(crate) fn harbour() -> Story {
    Story::of(include_bytes!("../../../tests/fixtures/harbour.json"))
}

/// The dataset that comes with the page.
pub(crate) fn bundled() -> &'static Story {
    static BUNDLED: LazyLock<Story> =
        LazyLock::new(|| Story::of(include_bytes!("../../../public/data/ceasefire-talks-2025-04.json")));
    &BUNDLED
}

/// The invented demonstration.
pub(crate) fn demo() -> &'static Story {
    static DEMO: LazyLock<Story> =
        LazyLock::new(|| Story::of(include_bytes!("../../../public/data/demo-library-2031-03.json")));
    &DEMO
}

/// Views that ask for what the harbour has.
pub(crate) fn views() -> impl Strategy<Value = View> {
    views_of(&harbour())
}

/// Views that ask for what `story` has.
pub(crate) fn views_of(story: &Story) -> impl Strategy<Value = View> + use<> {
    let mut values = Vec::new();
    for facet in Facet::ALL {
        values.extend(story.index.values(facet).iter().map(|value| (facet, value.token.clone())));
    }
    let sources: Vec<String> = story.dataset.sources.iter().map(|(_, source)| source.id.clone()).collect();
    let rows = vec![
        "",
        "",
        "rows=differences",
        "rows=shared",
        "rows=only.",
        "rows=silent.",
        "rows=reported.",
        "rows=discrepancy.",
        "rows=could-not.",
        "rows=unknown.",
    ];
    let modes = vec![
        SourceMode::Any,
        SourceMode::Any,
        SourceMode::All,
        SourceMode::None,
        SourceMode::Only,
        SourceMode::AtLeast(2),
    ];
    let texts = vec!["", "", "", "the", "crane -jib", "\"a", "kyiv", "=1+1, \"x\""];
    let begin = |event: &sidebyline_dataset::model::Event| Some(event.when.as_ref()?.earliest()?.div_euclid(86_400));
    let days: Vec<i64> = story.dataset.events.iter().filter_map(|(_, event)| begin(event)).collect();
    let days = (of(select(days.clone())), of(select(days)));
    let narrow = (select(rows), select(sources), any::<bool>(), select(texts), days);
    let choices = vec((select(values), prop::bool::weighted(0.4)), 0..4);
    (select(&Page::ALL[..]), select(modes), choices, narrow).prop_map(|((page, _), mode, choices, narrow)| {
        let (rows, source, verbatim, text, (from, to)) = narrow;
        let of = if rows.ends_with('.') { source.as_str() } else { "" };
        let mut view = View::parse(&[rows, of].concat()).0;
        view.page = page;
        if page == Page::Source {
            view = view.with_article(&source);
        }
        (view.mode, view.verbatim) = (mode, verbatim);
        for ((facet, value), excluded) in choices {
            view = view.with(facet, &value, if excluded { Sign::Exclude } else { Sign::Include });
        }
        view.with_range(from, to).with_text(text)
    })
}
