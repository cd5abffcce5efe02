//! Random questions, and the views that ask them.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use sidebyline_query::{Facet, Sign, SourceMode, Unit, View};

use crate::world::{BASES, DAYS, DIMENSIONS, FIRST, KINDS, NAMES, NATURES, STATUSES, WORDS};

/// What is asked, in a form that needs no reading.
#[derive(Clone, Debug)]
pub struct Ask {
    /// Of each facet, the values that are chosen, and whether each is excluded.
    pub choices: BTreeMap<(Facet, String), bool>,
    pub mode: SourceMode,
    /// Counted as the files count them.
    pub from: Option<i64>,
    pub to: Option<i64>,
    pub terms: Vec<Term>,
    pub verbatim: bool,
    pub unit: Unit,
}

/// Words that have to follow each other.
#[derive(Clone, Debug)]
pub struct Term {
    pub words: Vec<String>,
    pub excluded: bool,
    /// Whether it stands in quotation marks. Only the last term lacks the second one.
    pub phrase: bool,
    /// Whether the last word may go on.
    pub open: bool,
}

impl Ask {
    /// What a person types.
    pub fn text(&self) -> String {
        let typed = |term: &Term| {
            let minus = if term.excluded { "-" } else { "" };
            let words = term.words.join(" ");
            match (term.phrase, term.open) {
                (true, true) => format!("{minus}\"{words}"),
                (true, false) => format!("{minus}\"{words}\""),
                _ => format!("{minus}{words}"),
            }
        };
        self.terms.iter().map(typed).collect::<Vec<_>>().join(" ")
    }

    /// The view that asks this.
    pub fn view(&self) -> View {
        let mut view = View::default();
        (view.mode, view.verbatim, view.unit) = (self.mode, self.verbatim, self.unit);
        let day = |day: Option<i64>| day.map(|day| FIRST + day);
        let view = view.with_range(day(self.from), day(self.to)).with_text(&self.text());
        self.choices.iter().fold(view, |view, ((facet, value), &excluded)| {
            view.with(*facet, value, if excluded { Sign::Exclude } else { Sign::Include })
        })
    }

    /// The values of a facet that are included, or those that are excluded.
    pub fn chosen(&self, facet: Facet, excluded: bool) -> Vec<&str> {
        let of_facet = self.choices.iter().filter(|((of, _), sign)| *of == facet && **sign == excluded);
        of_facet.map(|((_, value), _)| value.as_str()).collect()
    }

    /// The same without what is chosen in a facet.
    pub fn without(&self, facet: Facet) -> Self {
        let mut ask = self.clone();
        ask.choices.retain(|(of, _), _| *of != facet);
        if facet == Facet::Source {
            ask.mode = SourceMode::Any;
        }
        ask
    }

    /// The same with this value alone chosen in a facet.
    pub fn alone(&self, facet: Facet, value: &str) -> Self {
        let mut ask = self.without(facet);
        ask.choices.insert((facet, value.into()), false);
        ask
    }
}

/// A value of a facet, that many files have.
fn values(facet: Facet) -> BoxedStrategy<String> {
    let of_ids = |kind: &'static str| (0..5).map(|id| format!("{kind}{id}")).collect::<Vec<String>>();
    let strings = |values: &[&str]| values.iter().map(|&value| String::from(value)).collect::<Vec<_>>();
    let values = match facet {
        Facet::Source => of_ids("s"),
        Facet::Reporters => of_ids(""),
        Facet::Topic => of_ids("t"),
        Facet::Status => strings(&STATUSES),
        Facet::Place => of_ids("p"),
        Facet::Basis => strings(&BASES),
        Facet::Speaker | Facet::Affiliation => of_ids("a"),
        Facet::Kind => strings(&KINDS),
        Facet::Cue => strings(&["say", "tell", "call for"]),
        Facet::Dimension => strings(&DIMENSIONS),
        Facet::Nature => strings(&NATURES),
    };
    prop_oneof![7 => select(values), 1 => Just(String::from("_none"))].boxed()
}

/// A choice: facet and value, and whether it is excluded.
pub fn choices() -> impl Strategy<Value = ((Facet, String), bool)> {
    let facets = select(Facet::ALL.to_vec());
    facets.prop_flat_map(|facet| ((Just(facet), values(facet)), prop::bool::weighted(0.4)))
}

fn words() -> impl Strategy<Value = String> {
    select([&WORDS[..], &NAMES].concat()).prop_map(String::from)
}

/// Terms, of which the last may be unfinished.
pub fn terms() -> impl Strategy<Value = Vec<Term>> {
    let term = prop_oneof![
        3 => words().prop_map(|word| (vec![word], false)),
        2 => vec(words(), 1..3).prop_map(|words| (words, true)),
    ];
    let terms = vec((term, prop::bool::weighted(0.25)), 1..3);
    (terms, any::<bool>(), 0usize..3).prop_map(|(terms, unfinished, cut)| {
        let last = terms.len() - 1;
        let term = |(at, ((mut words, phrase), excluded)): (usize, ((Vec<String>, bool), bool))| {
            // A word that nothing follows is always taken as unfinished, a phrase if it has no second mark.
            let open = at == last && (!phrase || unfinished) && !excluded;
            if let (true, Some(word)) = (open, words.last_mut()) {
                word.truncate(word.len().saturating_sub(cut).max(1));
            }
            Term { words, excluded, phrase, open }
        };
        terms.into_iter().enumerate().map(term).collect()
    })
}

/// A range of days, of which one end may be open.
pub fn ranges() -> impl Strategy<Value = (Option<i64>, Option<i64>)> {
    let day = || of(prop_oneof![3 => 0i64..14, 1 => 0..DAYS]);
    (day(), day()).prop_map(|(from, to)| match (from, to) {
        (Some(from), Some(to)) => (Some(from.min(to)), Some(from.max(to))),
        open => open,
    })
}

prop_compose! {
    /// Random questions.
    pub fn asks()(
        choices in prop_oneof![1 => Just(vec![]), 4 => vec(choices(), 1..3), 2 => vec(choices(), 3..5)],
        mode in prop_oneof![
            12 => Just(SourceMode::Any),
            1 => Just(SourceMode::All),
            1 => Just(SourceMode::None),
            1 => Just(SourceMode::Only),
            1 => (2u8..4).prop_map(SourceMode::AtLeast),
        ],
        (from, to) in prop_oneof![2 => Just((None, None)), 1 => ranges()],
        terms in prop_oneof![3 => Just(vec![]), 1 => terms()],
        verbatim in prop::bool::weighted(0.3),
        unit in select(vec![Unit::Events, Unit::Mentions, Unit::Quotes]),
    ) -> Ask {
        Ask { choices: choices.into_iter().collect(), mode, from, to, terms, verbatim, unit }
    }
}
