//! What the engine finds and counts, held against a naive reading of the file.

#[path = "oracle/ask.rs"]
mod ask;
#[path = "oracle/naive.rs"]
mod naive;
#[path = "oracle/world.rs"]
mod world;

use std::collections::BTreeSet;

use ask::{Ask, asks, choices, ranges, terms};
use naive::{Found, Story, order};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::QuoteIdx;
use sidebyline_dataset::wire;
use sidebyline_query::timeline::{Voice, When};
use sidebyline_query::{Facet, Filter, Histogram, Index, Matches, Selection, SourceMode, Timeline, Unit};
use world::{FIRST, crowds, worlds};

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// A dataset with its index.
struct Engine {
    dataset: Dataset,
    index: Index,
}

impl Engine {
    fn of(file: &wire::Dataset) -> Self {
        let dataset = Dataset::from_wire(file.clone()).0;
        let index = Index::new(&dataset);
        Self { dataset, index }
    }

    fn selection(&self, ask: &Ask) -> Selection {
        Selection::of(&ask.view(), &self.dataset, &self.index).0
    }

    fn matches(&self, ask: &Ask) -> Matches {
        self.index.matching(&self.selection(ask))
    }

    fn events(&self, ask: &Ask) -> BTreeSet<String> {
        self.found(&self.matches(ask)).events.into_iter().collect()
    }

    /// The ids of what is found.
    fn found(&self, matches: &Matches) -> Found {
        let Dataset { events, mentions, quotes, discrepancies, .. } = &self.dataset;
        Found {
            events: events.iter().filter(|(at, _)| matches.has_event(*at)).map(|(_, event)| event.id.clone()).collect(),
            mentions: mentions
                .iter()
                .filter(|(at, _)| matches.has_mention(*at))
                .map(|(_, row)| row.id.clone())
                .collect(),
            quotes: quotes.iter().filter(|(at, _)| matches.has_quote(*at)).map(|(_, row)| row.id.clone()).collect(),
            discrepancies: discrepancies
                .iter()
                .filter(|(at, _)| matches.has_discrepancy(*at))
                .map(|(_, row)| row.id.clone())
                .collect(),
        }
    }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn what_is_found_is_what_a_naive_reading_finds(file in worlds(), ask in asks()) {
        let (engine, story) = (Engine::of(&file), Story::of(&file));
        let (matches, found) = (engine.matches(&ask), story.found(&ask));
        prop_assert_eq!(&engine.found(&matches), &found);
        for unit in [Unit::Events, Unit::Mentions, Unit::Quotes] {
            prop_assert_eq!(matches.total(unit), found.total(unit), "{:?}", unit);
        }
        let unsure = engine.dataset.events.iter().filter(|(at, _)| matches.is_unsure(*at));
        prop_assert_eq!(unsure.map(|(_, event)| event.id.clone()).collect::<Vec<_>>(), story.unsure(&ask));
    }

    #[test]
    fn all_values_that_occur_are_offered_and_no_other(file in worlds()) {
        let (engine, story) = (Engine::of(&file), Story::of(&file));
        for facet in Facet::ALL {
            let offered: Vec<String> = engine.index.values(facet).iter().map(|value| value.token.clone()).collect();
            let (number, offered) = (offered.len(), BTreeSet::from_iter(offered));
            prop_assert_eq!(number, offered.len(), "{:?}", facet);
            prop_assert_eq!(&offered, &story.values[&facet], "{:?}", facet);
        }
    }

    #[test]
    fn each_count_is_what_the_value_alone_would_find(file in worlds(), ask in asks()) {
        let (engine, story) = (Engine::of(&file), Story::of(&file));
        let matches = engine.matches(&ask);
        for facet in Facet::ALL {
            let values = engine.index.values(facet);
            prop_assert_eq!(values.len(), matches.counts(facet).len());
            for (value, &count) in values.iter().zip(matches.counts(facet)) {
                let expected = story.found(&ask.alone(facet, &value.token)).total(ask.unit);
                prop_assert_eq!(count, expected, "{:?} {}", facet, value.token);
            }
        }
    }

    #[test]
    fn what_each_filter_hides_is_what_is_found_without_it(file in worlds(), ask in asks()) {
        let (engine, story) = (Engine::of(&file), Story::of(&file));
        let expected: Vec<(Filter, usize)> = story.filters(&ask).into_iter().map(|filter| {
            let without = match filter {
                Filter::Facet(facet) => ask.without(facet),
                Filter::Range => Ask { from: None, to: None, ..ask.clone() },
                Filter::Text => Ask { terms: vec![], ..ask.clone() },
            };
            (filter, story.found(&without).total(ask.unit))
        }).collect();
        let matches = engine.matches(&ask);
        prop_assert_eq!(matches.without_each(), &expected[..]);
    }

    #[test]
    fn a_further_filter_never_adds_an_event(
        file in worlds(), ask in asks(), (choice, excluded) in choices(), words in terms(), (from, to) in ranges(),
    ) {
        let engine = Engine::of(&file);
        let before = engine.events(&ask);
        // A second alternative in a facet may add events, and so may a first source where all were to report, or none.
        let alternative = !excluded && !ask.chosen(choice.0, false).is_empty();
        let turning = !excluded && choice.0 == Facet::Source && matches!(ask.mode, SourceMode::All | SourceMode::None);
        if !alternative && !turning && !ask.choices.contains_key(&choice) {
            let mut more = ask.clone();
            more.choices.insert(choice, excluded);
            prop_assert!(engine.events(&more).is_subset(&before), "{:?}", more);
        }
        // What follows the last term finishes it, so it has to be finished before.
        let mut more = ask.clone();
        more.terms.iter_mut().filter(|term| !term.phrase).for_each(|term| term.open = false);
        if more.terms.iter().all(|term| !term.open) {
            more.terms.extend(words);
            prop_assert!(engine.events(&more).is_subset(&before), "{:?}", more);
        }
        let later = ask.from.max(from);
        let earlier = ask.to.into_iter().chain(to).min();
        if later.zip(earlier).is_none_or(|(from, to)| from <= to) {
            let more = Ask { from: later, to: earlier, ..ask };
            prop_assert!(engine.events(&more).is_subset(&before), "{:?}", more);
        }
    }
}

/// Holds what is found and what is counted against a naive reading.
fn hold(file: &wire::Dataset, ask: &Ask, facets: &[Facet]) -> Result<(), TestCaseError> {
    let (engine, story) = (Engine::of(file), Story::of(file));
    let (matches, found) = (engine.matches(ask), story.found(ask));
    prop_assert_eq!(&engine.found(&matches), &found);
    for unit in [Unit::Events, Unit::Mentions, Unit::Quotes] {
        prop_assert_eq!(matches.total(unit), found.total(unit), "{:?}", unit);
    }
    let unsure = engine.dataset.events.iter().filter(|(at, _)| matches.is_unsure(*at));
    prop_assert_eq!(unsure.map(|(_, event)| event.id.clone()).collect::<Vec<_>>(), story.unsure(ask));
    for &facet in facets {
        let values = engine.index.values(facet);
        prop_assert_eq!(values.len(), matches.counts(facet).len());
        for (value, &count) in values.iter().zip(matches.counts(facet)) {
            let expected = story.found(&ask.alone(facet, &value.token)).total(ask.unit);
            prop_assert_eq!(count, expected, "{:?} {}", facet, value.token);
        }
    }
    let without = story.filters(ask).into_iter().map(|filter| {
        let without = match filter {
            Filter::Facet(facet) => ask.without(facet),
            Filter::Range => Ask { from: None, to: None, ..ask.clone() },
            Filter::Text => Ask { terms: vec![], ..ask.clone() },
        };
        (filter, story.found(&without).total(ask.unit))
    });
    prop_assert_eq!(matches.without_each(), &without.collect::<Vec<_>>()[..]);
    let ids = |quotes: Vec<QuoteIdx>| {
        quotes.into_iter().map(|quote| engine.dataset.quotes[quote].id.clone()).collect::<Vec<_>>()
    };
    let fitting = story.fitting(ask);
    let in_time: Vec<String> = fitting.iter().map(|(id, _)| id.clone()).collect();
    prop_assert_eq!(ids(matches.quotes().collect()), in_time.clone());
    prop_assert_eq!(ids(matches.quotes().take(3).collect()), &in_time[..in_time.len().min(3)]);
    // The best few: each as good as told, none better left out, equals in the order of time.
    for limit in [0, 4, usize::MAX] {
        let ranked = engine.index.ranked(&engine.selection(ask), &matches, limit);
        prop_assert_eq!(ranked.len(), fitting.len().min(limit));
        let mut best: Vec<f64> = fitting.iter().map(|(_, score)| *score).collect();
        best.sort_by(|one, other| other.total_cmp(one));
        let place = |quote: QuoteIdx| in_time.iter().position(|id| *id == engine.dataset.quotes[quote].id);
        for ((quote, score), best) in ranked.iter().zip(best) {
            let own = place(*quote).map(|at| fitting[at].1);
            prop_assert!(own.is_some_and(|own| (own - f64::from(*score)).abs() < 1e-4), "{:?} {}", own, score);
            prop_assert!((best - f64::from(*score)).abs() < 1e-4, "{} {}", best, score);
        }
        let ordered = ranked.windows(2).all(|pair| {
            pair[0].1 > pair[1].1 || pair[0].1.to_bits() == pair[1].1.to_bits() && place(pair[0].0) < place(pair[1].0)
        });
        prop_assert!(ordered, "{:?}", ranked);
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(80))]

    #[test]
    fn among_hundreds_of_rows_it_is_as_a_naive_reading_finds_it(
        file in crowds(), ask in asks(), facets in proptest::sample::subsequence(Facet::ALL.to_vec(), 3),
    ) {
        hold(&file, &ask, &facets)?;
    }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn who_asks_for_some_counts_gets_these_alone_and_finds_the_same(
        file in worlds(), ask in asks(), facets in proptest::sample::subsequence(Facet::ALL.to_vec(), 0..5),
    ) {
        let engine = Engine::of(&file);
        let (all, some) = (engine.matches(&ask), engine.index.counting(&engine.selection(&ask), &facets));
        prop_assert_eq!(engine.found(&some), engine.found(&all));
        prop_assert_eq!(some.without_each(), []);
        for facet in facets {
            prop_assert_eq!(some.counts(facet), all.counts(facet), "{:?}", facet);
        }
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn in_a_few_rows_it_is_as_a_naive_reading_finds_it(file in worlds(), ask in asks()) {
        hold(&file, &ask, &[])?;
    }
}

/// The group in which the timeline puts a date; its order among the groups, and what it is.
fn group(when: Option<naive::When>) -> ((i64, bool), When) {
    const DAY: i64 = 86_400;
    let Some(when) = when else { return ((i64::MAX, true), When::Unsure) };
    let begins_within = if when.lasting { 0 } else { when.to - when.from };
    match begins_within {
        0 => ((when.from, false), When::Day((FIRST + when.from) * DAY)),
        1..14 => ((when.from, true), When::Around((FIRST + when.from) * DAY)),
        _ => ((i64::MAX, true), When::Unsure),
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn events_stand_in_the_order_of_a_naive_sort(file in worlds()) {
        let engine = Engine::of(&file);
        let timeline = Timeline::new(&engine.dataset);
        for (background, days) in [(false, &timeline.days), (true, &timeline.background)] {
            let mut events: Vec<&wire::Event> = file.events.iter().filter(|event| event.background == background).collect();
            let when = |event: &wire::Event| naive::when(&event.when);
            events.sort_by_key(|event| (group(when(event)).0, order(when(event)))); // it keeps the file's order otherwise
            let expected: Vec<(When, &str)> = events.iter().map(|event| (group(when(event)).1, event.id.as_str())).collect();
            let shown = days.iter().flat_map(|day| day.events.iter().map(|&event| (day.when, engine.dataset.events[event].id.as_str())));
            prop_assert_eq!(shown.collect::<Vec<_>>(), expected);
            prop_assert!(days.windows(2).all(|pair| pair[0].when != pair[1].when));
            prop_assert!(days.iter().all(|day| !day.events.is_empty()));
        }
    }

    #[test]
    fn quotes_stand_with_their_first_speaker_in_the_order_of_time(file in worlds()) {
        let (engine, story) = (Engine::of(&file), Story::of(&file));
        let known = |source: &String| file.sources.iter().any(|known| known.id == *source);
        let mut quotes: Vec<&wire::Quote> = file.quotes.iter().filter(|quote| known(&quote.source)).collect();
        quotes.sort_by_key(|quote| story.said(quote));
        let speaker = |quote: &wire::Quote| {
            quote.speakers.iter().find_map(|id| file.actors.iter().find(|actor| actor.id == *id))
        };
        let number = |id: &str| quotes.iter().filter(|quote| speaker(quote).is_some_and(|actor| actor.id == id)).count();
        let mut speakers: Vec<&wire::Actor> = Vec::new();
        for actor in quotes.iter().filter_map(|quote| speaker(quote)) {
            if !speakers.iter().any(|known| known.id == actor.id) {
                speakers.push(actor);
            }
        }
        speakers.sort_by_key(|actor| (std::cmp::Reverse(number(&actor.id)), actor.name.clone()));
        let of = |id: Option<&str>| {
            let own = quotes.iter().filter(|quote| speaker(quote).map(|actor| actor.id.as_str()) == id);
            own.map(|quote| quote.id.as_str()).collect::<Vec<_>>()
        };
        let mut expected: Vec<_> = speakers.iter().map(|actor| (Some(actor.id.as_str()), of(Some(&actor.id)))).collect();
        if !of(None).is_empty() {
            expected.push((None, of(None)));
        }
        let shown: Vec<_> = Voice::all(&engine.dataset, &engine.index).iter().map(|voice| {
            let ids = voice.quotes.iter().map(|&quote| engine.dataset.quotes[quote].id.as_str()).collect::<Vec<_>>();
            (voice.speaker.map(|speaker| engine.dataset.actors[speaker].id.as_str()), ids)
        }).collect();
        prop_assert_eq!(shown, expected);
    }

    #[test]
    fn the_bars_count_what_is_found_on_their_days(file in worlds(), ask in asks()) {
        let (engine, story) = (Engine::of(&file), Story::of(&file));
        let timeline = Timeline::new(&engine.dataset);
        let histogram = Histogram::new(&engine.dataset, &timeline, &engine.index, &engine.selection(&ask));
        let everywhen = story.found(&Ask { from: None, to: None, ..ask }).events;
        let found: Vec<&str> = everywhen.iter().map(String::as_str).collect();
        // Of each event in the foreground its day, whether it is sure, and its id.
        let placed: Vec<(i64, bool, &str)> = file.events.iter().filter(|event| !event.background).filter_map(|event| {
            match group(naive::when(&event.when)) {
                (_, When::Unsure) => None,
                ((day, around), _) => Some((FIRST + day, !around, event.id.as_str())),
            }
        }).collect();
        let first = placed.iter().map(|(day, ..)| *day).min();
        let last = placed.iter().map(|(day, ..)| *day).max();
        if let Some((first, last)) = first.zip(last) {
            prop_assert_eq!(histogram.first, first);
            prop_assert!(histogram.last() >= last && histogram.last() - last < histogram.days);
            prop_assert!(histogram.bars.len() <= 62);
            prop_assert!(histogram.days == 1 || last - first >= 62);
        } else {
            prop_assert!(histogram.bars.is_empty());
        }
        for (at, bar) in (0..).zip(&histogram.bars) {
            let from = histogram.first + at * histogram.days;
            let on = |sure: bool| -> Vec<&str> {
                let here = |day| (from..from + histogram.days).contains(day);
                let placed = placed.iter().filter(|(day, surely, id)| here(day) && *surely == sure && found.contains(id));
                placed.map(|(.., id)| *id).collect()
            };
            prop_assert_eq!(bar.events, on(true).len() + on(false).len());
            for (reports, source) in bar.reports.iter().zip(&file.sources) {
                let reported = story.reported_by(&source.id);
                let number = |sure| on(sure).iter().filter(|id| reported.contains(*id)).count();
                prop_assert_eq!(*reports, (number(true), number(false)), "{}", source.id);
            }
        }
        let inside: usize = histogram.bars.iter().map(|bar| bar.events).sum();
        prop_assert_eq!(inside + histogram.outside, found.len());
    }
}

#[test]
fn the_cases_are_not_trivial() {
    let mut runner = TestRunner::deterministic();
    let (mut all, mut some, mut quotes, mut telling, mut unsure) = (0, 0, 0, 0, 0);
    let cases = 400;
    for _ in 0..cases {
        let (file, ask) = (worlds(), asks()).new_tree(&mut runner).expect("there is a case").current();
        let engine = Engine::of(&file);
        let matches = engine.matches(&ask);
        let total = |unit| (matches.total(unit), engine.index.total(unit));
        all += usize::from(total(Unit::Events).0 == file.events.len());
        some += usize::from((1..file.events.len()).contains(&total(Unit::Events).0));
        quotes += usize::from((1..total(Unit::Quotes).1).contains(&total(Unit::Quotes).0));
        // Facets with values that would find different numbers.
        let differing = Facet::ALL.iter().filter(|&&facet| {
            let counts = matches.counts(facet);
            counts.iter().any(|count| *count != counts[0])
        });
        telling += usize::from(differing.count() >= 6);
        unsure += usize::from(engine.dataset.events.indices().any(|event| matches.is_unsure(event)));
    }
    let shares =
        format!("of {cases}: all {all}, some {some}, some quotes {quotes}, telling {telling}, unsure {unsure}");
    assert!(all > cases / 20 && all < cases / 2, "{shares}");
    assert!(some > cases / 3 && quotes > cases / 5 && telling > cases / 3 && unsure > cases / 20, "{shares}");
}
