//! What a selection finds, and how much each facet value would.
//!
//! The rules, level by level:
//!
//! - Inside a facet, one of the included values has to hold and none of the excluded ones; across facets, all have to.
//! - The facets of one level have to hold of one and the same mention, quote or discrepancy. Where a value is included,
//!   that one has to be of a chosen source too. Then the event is found.
//! - Where a level only excludes, an event that has nothing of that level is found: nothing in it speaks against it.
//! - A range of days finds what may have happened in them, and what has no known date.
//! - A text finds an event in which all words occur, wherever they stand.
//!
//! So a further filter never adds an event. Mentions and quotes are found if they belong to an event that is, fulfil their
//! own level, are of a chosen source, and contain the text themselves.

use sidebyline_dataset::edtf::Truth;
use sidebyline_dataset::model::{DiscrepancyIdx, EventIdx, MentionIdx, QuoteIdx};
use sidebyline_dataset::table::Idx;

use crate::bits::Bits;
use crate::facet::{Facet, Level};
use crate::index::Index;
use crate::selection::{Chosen, Selection};
use crate::view::{Filter, SourceMode, Unit};

/// What a selection finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matches {
    found: Found,
    unsure: Bits,
    totals: [usize; 3],
    counts: Vec<Vec<usize>>,
    without: Vec<(Filter, usize)>,
}

/// The rows of each level that are found; those of [`Level::Event`] are subjects.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    events: usize,
    rows: [Bits; 4],
}

impl Matches {
    /// Whether an event is found.
    pub fn has_event(&self, event: EventIdx) -> bool {
        self.found.rows[Level::Event as usize].contains(event.position())
    }

    /// Whether a mention is found.
    pub fn has_mention(&self, mention: MentionIdx) -> bool {
        self.found.rows[Level::Mention as usize].contains(mention.position())
    }

    /// Whether a quote is found.
    pub fn has_quote(&self, quote: QuoteIdx) -> bool {
        self.found.rows[Level::Quote as usize].contains(quote.position())
    }

    /// Whether a discrepancy is found.
    pub fn has_discrepancy(&self, discrepancy: DiscrepancyIdx) -> bool {
        self.found.rows[Level::Discrepancy as usize].contains(discrepancy.position())
    }

    /// Whether an event that is found may as well have happened outside the range of days.
    pub fn is_unsure(&self, event: EventIdx) -> bool {
        self.unsure.contains(event.position())
    }

    /// How many are found.
    pub fn total(&self, unit: Unit) -> usize {
        self.totals[unit as usize]
    }

    /// For each value of a facet, in the order of [`Index::values`]: how many there would be, in the unit that is
    /// [counted](crate::View::counted), if it alone were included in this facet and all other facets stayed as they are.
    pub fn counts(&self, facet: Facet) -> &[usize] {
        &self.counts[facet as usize]
    }

    /// For each filter that is in force: how many there would be without it, in the unit that is counted.
    pub fn without_each(&self) -> &[(Filter, usize)] {
        &self.without
    }
}

impl Found {
    fn total(&self, unit: Unit) -> usize {
        match unit {
            Unit::Events => self.events,
            Unit::Mentions => self.rows[Level::Mention as usize].len(),
            Unit::Quotes => self.rows[Level::Quote as usize].len(),
        }
    }
}

impl Index {
    /// What `selection` finds.
    pub fn matching(&self, selection: &Selection) -> Matches {
        let matcher = Matcher::new(self, selection);
        let found = matcher.found();
        let unit = selection.view.counted();
        let without = selection
            .view
            .filters()
            .into_iter()
            .map(|filter| (filter, Matcher::new(self, &selection.without(filter)).found().total(unit)));
        Matches {
            unsure: matcher.unsure(&found.rows[Level::Event as usize]),
            totals: [Unit::Events, Unit::Mentions, Unit::Quotes].map(|unit| found.total(unit)),
            counts: Facet::ALL.map(|facet| matcher.counts(facet)).into(),
            without: without.collect(),
            found,
        }
    }

    /// The subjects that `selection` finds.
    pub(crate) fn subjects(&self, selection: &Selection) -> Bits {
        Matcher::new(self, selection).subjects()
    }
}

/// A selection on its way to what it finds. What doesn't depend on a single facet is worked out once.
struct Matcher<'a> {
    index: &'a Index,
    selection: &'a Selection,
    /// For each level, the rows that fulfil its facets.
    fulfilling: [Bits; 4],
    /// For each level, the rows of a chosen source.
    bound: [Bits; 4],
    /// The subjects that the words and the days allow.
    allowed: Bits,
    /// The mentions and quotes that contain the words themselves.
    containing: [Bits; 4],
}

impl<'a> Matcher<'a> {
    fn new(index: &'a Index, selection: &'a Selection) -> Self {
        let containing = Level::ALL.map(|level| containing(index, selection, level));
        let mut allowed = containing[Level::Event as usize].clone();
        if let Some(range) = selection.range {
            for (subject, when) in index.when.iter().enumerate() {
                if when.is_some_and(|when| when.overlaps(range) == Truth::No) {
                    allowed.remove(subject);
                }
            }
        }
        let bound = Level::ALL.map(|level| bound(index, selection, level));
        let fulfilling = Level::ALL.map(|level| fulfilling(index, selection, level, None));
        Self { index, selection, fulfilling, bound, allowed, containing }
    }

    /// The subjects that are found.
    fn subjects(&self) -> Bits {
        let mut subjects = self.allowed.clone();
        for level in Level::ALL {
            subjects.keep(&self.lifted(level, &self.fulfilling[level as usize], self.includes(level)));
        }
        subjects
    }

    fn found(&self) -> Found {
        self.found_with(Level::Event, self.subjects(), &self.fulfilling[Level::Event as usize])
    }

    /// What is found if `subjects` are, and `rows` are what fulfils `level`.
    fn found_with(&self, level: Level, subjects: Bits, rows: &Bits) -> Found {
        let of = |of: Level| {
            if of == Level::Event {
                return Bits::default();
            }
            let mut found = self.index.rows(of).of(&subjects);
            found.keep(if of == level { rows } else { &self.fulfilling[of as usize] });
            found.keep(&self.bound[of as usize]);
            found.keep(&self.containing[of as usize]);
            found
        };
        let mut found = Level::ALL.map(of);
        let mut events = subjects.clone();
        events.keep(&self.index.events);
        found[Level::Event as usize] = subjects;
        Found { events: events.len(), rows: found }
    }

    /// Whether a value of this level is included.
    fn includes(&self, level: Level) -> bool {
        of_level(level).any(|facet| !self.selection.chosen(facet).included.is_empty())
    }

    /// The subjects of `rows`, which fulfil a level.
    fn lifted(&self, level: Level, rows: &Bits, includes: bool) -> Bits {
        if level == Level::Event {
            let mut subjects = rows.clone();
            subjects.keep(&self.bound[Level::Event as usize]);
            return subjects;
        }
        let chosen = includes || of_level(level).any(|facet| !self.selection.chosen(facet).excluded.is_empty());
        if !chosen {
            return Bits::all(self.index.when.len());
        }
        let of_level = self.index.rows(level);
        let mut rows = rows.clone();
        if includes {
            rows.keep(&self.bound[level as usize]);
        }
        let mut subjects = of_level.lift(&rows);
        if !includes {
            subjects.add(&of_level.without);
        }
        subjects
    }

    fn counts(&self, facet: Facet) -> Vec<usize> {
        let unit = self.selection.view.counted();
        let values = &self.index.facet(facet).rows;
        if facet == Facet::Source {
            let alone = |source| {
                let selection = self.selection.with_source_alone(source);
                Matcher::new(self.index, &selection).found().total(unit)
            };
            return (0..values.len()).map(alone).collect();
        }
        let level = facet.level();
        let mut others = self.allowed.clone();
        for other in Level::ALL.into_iter().filter(|&other| other != level) {
            others.keep(&self.lifted(other, &self.fulfilling[other as usize], self.includes(other)));
        }
        let fulfilling = fulfilling(self.index, self.selection, level, Some(facet));
        let with = |value: &Bits| {
            let mut rows = fulfilling.clone();
            rows.keep(value);
            let mut subjects = others.clone();
            subjects.keep(&self.lifted(level, &rows, true));
            self.found_with(level, subjects, &rows).total(unit)
        };
        values.iter().map(with).collect()
    }

    /// Those of `subjects` that need not have happened within the range.
    fn unsure(&self, subjects: &Bits) -> Bits {
        let mut unsure = subjects.clone();
        unsure.keep(&self.index.events);
        match self.selection.range {
            None => unsure.clear(),
            Some(range) => {
                for subject in subjects.iter() {
                    let when = self.index.when.get(subject).copied().flatten();
                    if when.is_some_and(|when| when.overlaps(range) == Truth::Yes) {
                        unsure.remove(subject);
                    }
                }
            }
        }
        unsure
    }
}

fn of_level(level: Level) -> impl Iterator<Item = Facet> {
    Facet::ALL.into_iter().filter(move |facet| facet.level() == level)
}

/// The rows of a level that fulfil its facets, except one. Who reports is looked at apart.
fn fulfilling(index: &Index, selection: &Selection, level: Level, except: Option<Facet>) -> Bits {
    let mut rows = Bits::all(index.rows(level).subject.len());
    for facet in of_level(level).filter(|&facet| Some(facet) != except && facet != Facet::Source) {
        let Chosen { included, excluded } = selection.chosen(facet);
        let values = &index.facet(facet).rows;
        if !included.is_empty() {
            let mut any = Bits::none(index.rows(level).subject.len());
            included.iter().for_each(|&value| any.add(&values[value]));
            rows.keep(&any);
        }
        excluded.iter().for_each(|&value| rows.drop_all(&values[value]));
    }
    rows
}

/// The rows of a level that are of a chosen source; for events, that the sources report as the mode says.
fn bound(index: &Index, selection: &Selection, level: Level) -> Bits {
    let rows = index.rows(level);
    let Chosen { included, excluded } = selection.chosen(Facet::Source);
    let all: Vec<usize> = (0..rows.of_source.len()).collect();
    let chosen = if included.is_empty() { &all } else { included };
    let mut fitting = Bits::all(rows.subject.len());
    let asked = !included.is_empty() || selection.mode != SourceMode::Any;
    if asked {
        let has = |row: usize| chosen.iter().filter(|&&source| rows.of_source[source].contains(row)).count();
        let all_have = |row: usize| rows.of_source.iter().filter(|of| of.contains(row)).count();
        for row in 0..rows.subject.len() {
            let number = has(row);
            let fits = match selection.mode {
                SourceMode::None => number == 0,
                // Of one mention or quote, no more can be asked than that it is of a chosen source.
                _ if level != Level::Event => number > 0,
                SourceMode::Any => number > 0,
                SourceMode::All => number == chosen.len(),
                SourceMode::Only => number > 0 && number == all_have(row),
                SourceMode::AtLeast(least) => number >= usize::from(least),
            };
            if !fits {
                fitting.remove(row);
            }
        }
    }
    excluded.iter().for_each(|&source| fitting.drop_all(&rows.of_source[source]));
    fitting
}

/// The rows of a level that contain the words.
fn containing(index: &Index, selection: &Selection, level: Level) -> Bits {
    let rows = index.rows(level);
    let mut found = Bits::all(rows.subject.len());
    if !selection.query.is_empty() {
        let words = if selection.view.verbatim { &rows.verbatim } else { &rows.words };
        for (row, words) in words.iter().enumerate() {
            if !selection.query.matches(words) {
                found.remove(row);
            }
        }
    }
    found
}
