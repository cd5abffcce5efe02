//! A selection on its way to what it finds.

use sidebyline_rows::{Bits, Counted};

use super::containing::containing;
use super::level_of;
use crate::facet::{Facet, Level};
use crate::index::{Counts, Index};
use crate::selection::{Chosen, Selection};
use crate::view::{Filter, SourceMode};

/// A set of rows for each filter and level. What isn't filtered is everything, which takes neither room nor time.
pub(super) struct Matcher<'a> {
    pub(super) index: &'a Index,
    selection: &'a Selection,
    /// The level of what is counted.
    pub(super) counted: Level,
    /// The subjects that the days allow.
    pub(super) days: Bits,
    /// The rows that contain the words themselves; for events, in what belongs to them too.
    pub(super) containing: Vec<Bits>,
    /// The rows that a facet allows, of its level. Who reports is looked at apart.
    chosen: Vec<Bits>,
    /// The rows that fulfil the facets of their level.
    pub(super) fulfilling: Vec<Bits>,
    /// The rows of a chosen source; for events, that the sources report as the mode says.
    bound: Vec<Bits>,
    /// The subjects that a level allows.
    pub(super) allowed: Vec<Bits>,
}

/// What is left out of a selection when something is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Except {
    Level(Level),
    Days,
    Words,
}

impl<'a> Matcher<'a> {
    pub(super) fn new(index: &'a Index, selection: &'a Selection) -> Self {
        let mut matcher = Self {
            index,
            selection,
            counted: level_of(selection.view.counted()),
            days: selection.range.map_or_else(|| Bits::all(index.events.limit()), |range| index.when.within(range)),
            containing: containing(index, selection),
            chosen: Vec::new(),
            fulfilling: Vec::new(),
            bound: Vec::new(),
            allowed: Vec::new(),
        };
        for facet in Facet::ALL {
            matcher.chosen.push(chosen(index, selection, facet));
        }
        for level in Level::ALL {
            let fulfilling = matcher.fulfilling_but_for(level, None);
            matcher.bound.push(bound(index, selection, level));
            matcher.allowed.push(matcher.lifted(level, &fulfilling, matcher.includes(level, None), true));
            matcher.fulfilling.push(fulfilling);
        }
        matcher
    }

    /// Whether a value is included in a facet of a level, other than `except`.
    pub(super) fn includes(&self, level: Level, except: Option<Facet>) -> bool {
        of_level(level).any(|facet| Some(facet) != except && !self.selection.chosen(facet).included.is_empty())
    }

    /// The rows of a level that fulfil its facets, except one.
    fn fulfilling_but_for(&self, level: Level, except: Option<Facet>) -> Bits {
        let mut rows = Bits::all(self.index.level(level).groups.rows());
        for facet in of_level(level).filter(|&facet| Some(facet) != except) {
            rows.keep(&self.chosen[facet as usize]);
        }
        rows
    }

    /// The subjects that a level allows, if `fulfilling` are the rows that fulfil it; whoever has them, unless `bound`.
    pub(super) fn lifted(&self, level: Level, fulfilling: &Bits, includes: bool, bound: bool) -> Bits {
        let groups = &self.index.level(level).groups;
        let bound = bound && (includes || level == Level::Event);
        if !includes && !bound && fulfilling.is_all() {
            return Bits::all(groups.groups());
        }
        let mut rows = fulfilling.clone();
        if bound {
            rows.keep(&self.bound[level as usize]);
        }
        if level == Level::Event {
            return rows;
        }
        let mut subjects = groups.lift(&rows);
        if !includes {
            let mut without = Bits::all(groups.groups());
            without.drop_all(groups.filled());
            subjects.add(&without);
        }
        subjects
    }

    /// The subjects that everything allows that isn't left out.
    pub(super) fn subjects(&self, except: Option<Except>) -> Bits {
        let mut subjects = Bits::all(self.index.events.limit());
        if except != Some(Except::Days) {
            subjects.keep(&self.days);
        }
        if except != Some(Except::Words) {
            subjects.keep(&self.containing[Level::Event as usize]);
        }
        for level in Level::ALL.into_iter().filter(|&level| except != Some(Except::Level(level))) {
            subjects.keep(&self.allowed[level as usize]);
        }
        subjects
    }

    /// The rows of a level that are found, if `subjects` are; and if these fulfil the level, where some are given.
    pub(super) fn found(&self, level: Level, fulfilling: Option<&Bits>, subjects: &Bits) -> Bits {
        let mut found = self.candidates(level, fulfilling, subjects);
        found.keep(&self.bound[level as usize]);
        found.keep(&self.containing[level as usize]);
        found
    }

    /// The same without regard to sources and words.
    pub(super) fn candidates(&self, level: Level, fulfilling: Option<&Bits>, subjects: &Bits) -> Bits {
        let mut rows = self.index.level(level).groups.spread(subjects);
        rows.keep(fulfilling.unwrap_or(&self.fulfilling[level as usize]));
        if level == Level::Event {
            rows.keep(&self.index.events);
        }
        rows
    }

    /// The rows of each level that are found.
    pub(super) fn all_found(&self) -> Vec<Bits> {
        let subjects = self.subjects(None);
        Level::ALL.into_iter().map(|level| self.found(level, None, &subjects)).collect()
    }

    /// The counts of all facets, and how many there would be without each filter that is in force.
    pub(super) fn counts(&self, found: &[Bits]) -> (Counts, Vec<(Filter, usize)>) {
        // Facets in which nothing is chosen count what is found.
        let found = Counted::new(found[self.counted as usize].clone());
        let mut without = Vec::new();
        let mut note = |filter, total| {
            if self.selection.view.has(filter) {
                without.push((filter, total));
            }
        };
        let mut all = Vec::new();
        for facet in Facet::ALL {
            let (counts, total) = match facet {
                Facet::Source => self.sources_alone(),
                _ if self.selection.view.has(Filter::Facet(facet)) => self.counts_but_for(facet),
                _ => (self.tally(facet, &self.fulfilling[facet.level() as usize], &found), 0),
            };
            note(Filter::Facet(facet), total);
            all.push(counts);
        }
        if self.selection.range.is_some() {
            let subjects = self.subjects(Some(Except::Days));
            note(Filter::Range, self.found(self.counted, None, &subjects).count());
        }
        if self.selection.view.has(Filter::Text) {
            let mut wordless = self.candidates(self.counted, None, &self.subjects(Some(Except::Words)));
            wordless.keep(&self.bound[self.counted as usize]);
            note(Filter::Text, wordless.count());
        }
        (all, without)
    }

    /// The counts of a facet in which something is chosen, and how many there would be without that.
    fn counts_but_for(&self, facet: Facet) -> (Vec<usize>, usize) {
        let level = facet.level();
        let mut subjects = self.subjects(Some(Except::Level(level)));
        let fulfilling = self.fulfilling_but_for(level, Some(facet));
        if level == Level::Event {
            subjects.keep(&fulfilling);
            subjects.keep(&self.bound[level as usize]);
        }
        let of_level = (level == self.counted).then_some(&fulfilling);
        let mut found = self.found(self.counted, of_level, &subjects);
        if level == self.counted || level == Level::Event {
            // What is of the level and fulfils it has it allow its subject.
            let counted = Counted::new(found);
            return (self.tally(facet, &fulfilling, &counted), counted.number());
        }
        let counts = self.tally(facet, &fulfilling, &Counted::new(found.clone()));
        let allowed = self.lifted(level, &fulfilling, self.includes(level, Some(facet)), true);
        found.keep(&self.index.level(self.counted).groups.spread(&allowed));
        (counts, found.count())
    }

    /// For each value of a facet, how many of `counted` belong to a subject in which a row of a chosen source has it that
    /// is `fulfilling`; where both are of one level, how many of `counted` have it themselves.
    fn tally(&self, facet: Facet, fulfilling: &Bits, counted: &Counted) -> Vec<usize> {
        let (column, level) = (self.index.column(facet), facet.level());
        if level == self.counted {
            return column.tally(counted);
        }
        let mut rows = Bits::all(fulfilling.limit());
        // What is counted is of subjects that the level of the events allows.
        if level != Level::Event {
            rows.keep(fulfilling);
            rows.keep(&self.bound[level as usize]);
        }
        column.tally_groups(&rows, &self.index.level(level).groups, counted, &self.index.level(self.counted).groups)
    }
}

fn of_level(level: Level) -> impl Iterator<Item = Facet> {
    Facet::ALL.into_iter().filter(move |facet| facet.level() == level && *facet != Facet::Source)
}

/// The rows that a facet allows.
fn chosen(index: &Index, selection: &Selection, facet: Facet) -> Bits {
    let mut rows = Bits::all(index.level(facet.level()).groups.rows());
    let Chosen { included, excluded } = selection.chosen(facet);
    if facet != Facet::Source {
        if !included.is_empty() {
            rows = index.column(facet).any(included);
        }
        if !excluded.is_empty() {
            rows.drop_all(&index.column(facet).any(excluded));
        }
    }
    rows
}

/// The rows of a level that are of a chosen source; for events, that the sources report as the mode says.
fn bound(index: &Index, selection: &Selection, level: Level) -> Bits {
    let rows = index.level(level);
    let (mode, Chosen { included, excluded }) = (selection.view.mode, selection.chosen(Facet::Source));
    let mut fitting = Bits::all(rows.groups.rows());
    if !included.is_empty() || mode != SourceMode::Any {
        let all: Vec<usize> = (0..rows.sources.values()).collect();
        let chosen = if included.is_empty() { &all } else { included };
        let any = || rows.sources.any(chosen);
        match mode {
            SourceMode::None => fitting.drop_all(&any()),
            // Of one mention or quote, no more can be asked than that it is of a chosen source.
            _ if level != Level::Event => fitting = any(),
            SourceMode::Any => fitting = any(),
            SourceMode::All => fitting = rows.sources.at_least(chosen.len(), chosen),
            SourceMode::Only => {
                fitting = any();
                let others: Vec<usize> = all.iter().copied().filter(|source| !chosen.contains(source)).collect();
                fitting.drop_all(&rows.sources.any(&others));
            }
            SourceMode::AtLeast(least) => fitting = rows.sources.at_least(usize::from(least), chosen),
        }
    }
    if !excluded.is_empty() {
        fitting.drop_all(&rows.sources.any(excluded));
    }
    fitting
}
