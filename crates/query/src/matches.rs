//! What a selection finds, and how much each facet value would.
//!
//! The rules, level by level:
//!
//! - Inside a facet, one of the included values has to hold and none of the excluded ones; across facets, all have to.
//! - Who reports an event is asked as [`SourceMode`] says. A source reports it that has a mention or a quote of it.
//! - The facets of one level have to hold of one and the same mention, quote or discrepancy. Where a value is included,
//!   that one has to be of a chosen source too. Then the event is found.
//! - Where a level only excludes, an event is found that has something left, from whomever, or has nothing of that level:
//!   nothing in it speaks against it.
//! - A range of days finds what may have happened in them, and what has no known date.
//! - A text finds an event in which all words occur, wherever they stand.
//!
//! So a further filter never adds an event. Mentions, quotes and discrepancies are found if they belong to an event that
//! is, fulfil their own level, are of a chosen source, and contain the text themselves. *Of a chosen source* is what one
//! of the chosen sources has, and none of the excluded ones; in the mode *none*, what none of the chosen ones has.

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
    /// Of each level.
    found: [Bits; Level::ALL.len()],
    unsure: Bits,
    counts: [Vec<usize>; Facet::ALL.len()],
    without: Vec<(Filter, usize)>,
}

impl Matches {
    /// Whether an event is found.
    pub fn has_event(&self, event: EventIdx) -> bool {
        self.found[Level::Event as usize].contains(event.position())
    }

    /// Whether a mention is found.
    pub fn has_mention(&self, mention: MentionIdx) -> bool {
        self.found[Level::Mention as usize].contains(mention.position())
    }

    /// Whether a quote is found.
    pub fn has_quote(&self, quote: QuoteIdx) -> bool {
        self.found[Level::Quote as usize].contains(quote.position())
    }

    /// Whether a discrepancy is found.
    pub fn has_discrepancy(&self, discrepancy: DiscrepancyIdx) -> bool {
        self.found[Level::Discrepancy as usize].contains(discrepancy.position())
    }

    /// Whether an event that is found may as well have happened outside the range of days.
    pub fn is_unsure(&self, event: EventIdx) -> bool {
        self.unsure.contains(event.position())
    }

    /// How many are found.
    pub fn total(&self, unit: Unit) -> usize {
        self.found[level_of(unit) as usize].len()
    }

    /// For each value of a facet, in the order of [`Index::values`]: how many there would be, in the unit that is counted,
    /// if it alone were chosen in this facet and all other filters stayed as they are. A source that is chosen alone
    /// has to report, whatever the mode is now.
    pub fn counts(&self, facet: Facet) -> &[usize] {
        &self.counts[facet as usize]
    }

    /// For each filter that is in force: how many there would be without it, in the unit of the view.
    pub fn without_each(&self) -> &[(Filter, usize)] {
        &self.without
    }
}

impl Index {
    /// What `selection` finds.
    pub fn matching(&self, selection: &Selection) -> Matches {
        let containing = containing(self, selection);
        let matcher = Matcher::new(self, selection, &containing);
        let subjects = matcher.subjects();
        let found = Level::ALL.map(|level| matcher.found(level, &matcher.fulfilling[level as usize], &subjects));
        let without = |filter| {
            let selection = selection.without(filter);
            let others = (filter == Filter::Text).then(|| self::containing(self, &selection));
            Matcher::new(self, &selection, others.as_ref().unwrap_or(&containing)).total()
        };
        let filters = selection.view.filters().into_iter();
        Matches {
            unsure: matcher.unsure(&found[Level::Event as usize]),
            counts: Facet::ALL.map(|facet| matcher.counts(facet)),
            without: filters.map(|filter| (filter, without(filter))).collect(),
            found,
        }
    }

    /// The events that `selection` finds.
    pub(crate) fn events(&self, selection: &Selection) -> Bits {
        let containing = containing(self, selection);
        let matcher = Matcher::new(self, selection, &containing);
        matcher.found(Level::Event, &matcher.fulfilling[Level::Event as usize], &matcher.subjects())
    }
}

/// A selection on its way to what it finds. What doesn't depend on a single facet is worked out once.
struct Matcher<'a> {
    index: &'a Index,
    selection: &'a Selection,
    /// For each level, the rows that contain the words themselves.
    containing: &'a [Bits; Level::ALL.len()],
    /// For each level, the rows that fulfil its facets.
    fulfilling: [Bits; Level::ALL.len()],
    /// For each level, the rows of a chosen source.
    bound: [Bits; Level::ALL.len()],
    /// The subjects that the words and the days allow.
    allowed: Bits,
}

impl<'a> Matcher<'a> {
    fn new(index: &'a Index, selection: &'a Selection, containing: &'a [Bits; Level::ALL.len()]) -> Self {
        let mut allowed = containing[Level::Event as usize].clone();
        if let Some(range) = selection.range {
            for (subject, when) in index.when.iter().enumerate() {
                if when.is_some_and(|when| when.overlaps(range) == Truth::No) {
                    allowed.remove(subject);
                }
            }
        }
        let fulfilling = Level::ALL.map(|level| fulfilling(index, selection, level, None));
        let bound = Level::ALL.map(|level| bound(index, selection, level));
        Self { index, selection, containing, fulfilling, bound, allowed }
    }

    /// The subjects that are found.
    fn subjects(&self) -> Bits {
        self.subjects_but_for(None)
    }

    /// The subjects that the words, the days and all levels but one allow.
    fn subjects_but_for(&self, except: Option<Level>) -> Bits {
        let mut subjects = self.allowed.clone();
        for level in Level::ALL.into_iter().filter(|&level| Some(level) != except) {
            let includes = of_level(level).any(|facet| !self.selection.chosen(facet).included.is_empty());
            subjects.keep(&self.lifted(level, &self.fulfilling[level as usize], includes));
        }
        subjects
    }

    /// The subjects that a level allows, if `fulfilling` are the rows that fulfil it.
    fn lifted(&self, level: Level, fulfilling: &Bits, includes: bool) -> Bits {
        let rows = self.index.level(level);
        let mut fitting = fulfilling.clone();
        if includes || level == Level::Event {
            fitting.keep(&self.bound[level as usize]);
        }
        let mut subjects = rows.lift(&fitting);
        if !includes {
            subjects.add(&rows.without);
        }
        subjects
    }

    /// The rows of a level that are found, if `subjects` are, and `fulfilling` are the rows that fulfil the level.
    fn found(&self, level: Level, fulfilling: &Bits, subjects: &Bits) -> Bits {
        let mut found = self.index.level(level).of(subjects);
        found.keep(fulfilling);
        found.keep(&self.bound[level as usize]);
        found.keep(&self.containing[level as usize]);
        if level == Level::Event {
            found.keep(&self.index.events);
        }
        found
    }

    /// How many are found, in the unit of the view.
    fn total(&self) -> usize {
        let level = level_of(self.selection.view.counted());
        self.found(level, &self.fulfilling[level as usize], &self.subjects()).len()
    }

    fn counts(&self, facet: Facet) -> Vec<usize> {
        let values = &self.index.facet(facet).rows;
        if facet == Facet::Source {
            let alone = |source| {
                let selection = self.selection.with_source_alone(source);
                Matcher::new(self.index, &selection, self.containing).total()
            };
            return (0..values.len()).map(alone).collect();
        }
        let (level, counted) = (facet.level(), level_of(self.selection.view.counted()));
        let others = self.subjects_but_for(Some(level));
        let fulfilling = fulfilling(self.index, self.selection, level, Some(facet));
        let with = |value: &Bits| {
            let mut rows = fulfilling.clone();
            rows.keep(value);
            let mut subjects = others.clone();
            subjects.keep(&self.lifted(level, &rows, true));
            let counting = if counted == level { &rows } else { &self.fulfilling[counted as usize] };
            self.found(counted, counting, &subjects).len()
        };
        values.iter().map(with).collect()
    }

    /// Those of `events` that need not have happened within the range.
    fn unsure(&self, events: &Bits) -> Bits {
        let mut unsure = events.clone();
        match self.selection.range {
            None => unsure.clear(),
            Some(range) => {
                for event in events.iter() {
                    if self.index.when[event].is_some_and(|when| when.overlaps(range) == Truth::Yes) {
                        unsure.remove(event);
                    }
                }
            }
        }
        unsure
    }
}

/// The level of what is counted.
fn level_of(unit: Unit) -> Level {
    match unit {
        Unit::Events => Level::Event,
        Unit::Mentions => Level::Mention,
        Unit::Quotes => Level::Quote,
    }
}

fn of_level(level: Level) -> impl Iterator<Item = Facet> {
    Facet::ALL.into_iter().filter(move |facet| facet.level() == level)
}

/// The rows of a level that fulfil its facets, except one. Who reports is looked at apart.
fn fulfilling(index: &Index, selection: &Selection, level: Level, except: Option<Facet>) -> Bits {
    let len = index.level(level).subject.len();
    let mut rows = Bits::all(len);
    for facet in of_level(level).filter(|&facet| Some(facet) != except && facet != Facet::Source) {
        let Chosen { included, excluded } = selection.chosen(facet);
        let values = &index.facet(facet).rows;
        if !included.is_empty() {
            let mut any = Bits::none(len);
            for &value in included {
                any.add(&values[value]);
            }
            rows.keep(&any);
        }
        for &value in excluded {
            rows.drop_all(&values[value]);
        }
    }
    rows
}

/// The rows of a level that are of a chosen source; for events, that the sources report as the mode says.
fn bound(index: &Index, selection: &Selection, level: Level) -> Bits {
    let rows = index.level(level);
    let (mode, Chosen { included, excluded }) = (selection.view.mode, selection.chosen(Facet::Source));
    let mut fitting = Bits::all(rows.subject.len());
    if !included.is_empty() || mode != SourceMode::Any {
        let all: Vec<usize> = (0..rows.of_source.len()).collect();
        let chosen = if included.is_empty() { &all } else { included };
        for row in 0..rows.subject.len() {
            let having = |sources: &[usize]| sources.iter().filter(|&&of| rows.of_source[of].contains(row)).count();
            let number = having(chosen);
            let fits = match mode {
                SourceMode::None => number == 0,
                // Of one mention or quote, no more can be asked than that it is of a chosen source.
                _ if level != Level::Event => number > 0,
                SourceMode::Any => number > 0,
                SourceMode::All => number == chosen.len(),
                SourceMode::Only => number > 0 && number == having(&all),
                SourceMode::AtLeast(least) => number >= usize::from(least),
            };
            if !fits {
                fitting.remove(row);
            }
        }
    }
    for &source in excluded {
        fitting.drop_all(&rows.of_source[source]);
    }
    fitting
}

/// The rows of each level that contain the words; for events, in what belongs to them too.
fn containing(index: &Index, selection: &Selection) -> [Bits; Level::ALL.len()] {
    let mut found = Level::ALL.map(|level| Bits::all(index.level(level).subject.len()));
    for term in &selection.query.terms {
        let mut subjects = Bits::none(index.when.len());
        for level in Level::ALL {
            let rows = index.level(level);
            let words = if selection.view.verbatim { &rows.verbatim } else { &rows.words };
            let mut having = Bits::none(rows.subject.len());
            for (row, _) in words.iter().enumerate().filter(|(_, words)| term.occurs(words)) {
                having.insert(row);
                subjects.insert(rows.subject[row] as usize);
            }
            if level != Level::Event {
                found[level as usize].restrict(&having, term.excluded);
            }
        }
        found[Level::Event as usize].restrict(&subjects, term.excluded);
    }
    found
}

#[cfg(test)]
mod tests;
