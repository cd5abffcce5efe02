//! A selection on its way to what it finds.

use sidebyline_rows::{Bits, Counted};

use super::containing::{containing, room};
use super::level_of;
use crate::facet::{Facet, Level};
use crate::index::{Counts, Index};
use crate::selection::{Chosen, Selection};
use crate::view::{Filter, SourceMode};

/// A set of rows for each filter and level. What isn't filtered is everything, which takes neither room nor time; what
/// several have in common is worked out where it is needed, in the stretch that all of them reach.
pub(super) struct Matcher<'a> {
    pub(super) index: &'a Index,
    selection: &'a Selection,
    /// The level of what is counted.
    pub(super) counted: Level,
    /// Whether it is to be told what there would be without each filter.
    each: bool,
    /// The subjects that the days allow, and those of them that need not have been then.
    days: [Bits; 2],
    /// The rows that contain the words themselves; for events, in what belongs to them too.
    containing: Vec<Bits>,
    /// The rows that a facet allows, of its level. Who reports is looked at apart.
    chosen: Vec<Bits>,
    /// The rows of a chosen source; for events, that the sources report as the mode says.
    bound: Vec<Bits>,
    /// The subjects that a level allows; all, where it is the events', whose rows they are.
    allowed: Vec<Bits>,
}

/// What is left out of a selection when something is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Except {
    /// A facet of the events' level; of another level, all that it asks of events.
    Facet(Facet),
    Days,
    Words,
}

impl<'a> Matcher<'a> {
    pub(super) fn new(index: &'a Index, selection: &'a Selection, each: bool) -> Self {
        let all = Bits::all(index.events.limit());
        let mut matcher = Self {
            index,
            selection,
            counted: level_of(selection.view.counted()),
            each,
            days: match selection.range {
                Some(range) => index.when.within(range),
                None => [all.clone(), Bits::room(index.events.limit(), 0..0)],
            },
            containing: Vec::new(),
            chosen: Vec::new(),
            bound: Vec::new(),
            allowed: Vec::new(),
        };
        // Whatever is outside of the days matters only to who asks what there would be without them.
        let within = if each { &all } else { &matcher.days[0] };
        matcher.containing = containing(index, selection, within);
        for facet in Facet::ALL {
            matcher.chosen.push(chosen(index, selection, facet, within));
        }
        for level in Level::ALL {
            // Where subjects have nothing but one row of a level, theirs are its sources.
            let alone = level != Level::Event && index.are_alone(level);
            let rows = index.level(level).groups.rows();
            matcher.bound.push(if alone { Bits::all(rows) } else { bound(index, selection, level, within) });
            matcher.allowed.push(matcher.lifted(level, None, true));
        }
        matcher
    }

    /// Whether a value is included in a facet of a level, other than `except`.
    pub(super) fn includes(&self, level: Level, except: Option<Facet>) -> bool {
        of_level(level).any(|facet| Some(facet) != except && !self.selection.chosen(facet).included.is_empty())
    }

    /// The rows of a level that fulfil its facets, except one; and are of a chosen source, if they are to be `bound`.
    pub(super) fn fulfilling(&self, level: Level, except: Option<Facet>, bound: bool) -> Bits {
        self.common(level, &self.asked(level, except, bound))
    }

    /// The sets that have these rows in common.
    fn asked(&self, level: Level, except: Option<Facet>, bound: bool) -> Vec<&Bits> {
        let mut sets = Vec::new();
        for facet in of_level(level) {
            if Some(facet) != except {
                sets.push(&self.chosen[facet as usize]);
            }
        }
        if bound {
            sets.push(&self.bound[level as usize]);
        }
        sets
    }

    fn common(&self, level: Level, sets: &[&Bits]) -> Bits {
        Bits::common(self.index.level(level).groups.rows(), sets)
    }

    /// The subjects that a level other than the events' allows, but for one of its facets; whoever has what it includes,
    /// unless it is to be `bound` to the chosen sources.
    pub(super) fn lifted(&self, level: Level, except: Option<Facet>, bound: bool) -> Bits {
        let groups = &self.index.level(level).groups;
        if level == Level::Event {
            return Bits::all(groups.groups());
        }
        let includes = self.includes(level, except);
        let rows = self.fulfilling(level, except, bound && includes);
        if !includes && rows.is_all() {
            return Bits::all(groups.groups());
        }
        let mut subjects = groups.lift(&rows);
        if !includes {
            let mut without = Bits::all(groups.groups());
            without.drop_all(groups.filled());
            subjects.add(&without);
        }
        subjects
    }

    /// The sets that the subjects are in which everything allows that isn't left out; who reports is left out too,
    /// unless they are to be `bound`, with what is bound to it.
    pub(super) fn subjects(&self, except: Option<Except>, bound: bool) -> Vec<&Bits> {
        let facet = match except {
            Some(Except::Facet(facet)) => Some(facet),
            _ => None,
        };
        let mut sets = self.asked(Level::Event, facet, bound);
        if except != Some(Except::Days) {
            sets.push(&self.days[0]);
        }
        if except != Some(Except::Words) {
            sets.push(&self.containing[Level::Event as usize]);
        }
        for level in Level::ALL {
            let left_out = facet.is_some_and(|facet| facet.level() == level) || !bound && self.includes(level, None);
            if !left_out {
                sets.push(&self.allowed[level as usize]);
            }
        }
        sets
    }

    /// The rows of a level that are found, but for one of its facets, if what all of `subjects` have is; of whichever
    /// source, unless they are to be `bound`.
    pub(super) fn found(&self, level: Level, except: Option<Facet>, bound: bool, subjects: &[&Bits]) -> Bits {
        let mut sets = self.asked(level, except, bound);
        sets.push(&self.containing[level as usize]);
        self.among(level, sets, subjects)
    }

    /// What all of `sets` have, of those rows of a level whose subjects all of `subjects` have.
    fn among(&self, level: Level, sets: Vec<&Bits>, subjects: &[&Bits]) -> Bits {
        let groups = &self.index.level(level).groups;
        let (common, rows);
        let mut sets: Vec<&Bits> = sets;
        if level == Level::Event {
            sets.push(&self.index.events);
        }
        if groups.are_single() {
            sets.extend(subjects);
        } else {
            common = Bits::common(groups.groups(), subjects);
            rows = groups.spread(&common);
            sets.push(&rows);
        }
        self.common(level, &sets)
    }

    /// The rows of each level that are found.
    pub(super) fn all_found(&self) -> Vec<Bits> {
        let subjects = self.common(Level::Event, &self.subjects(None, true));
        let mut found = Vec::new();
        for level in Level::ALL {
            found.push(self.found(level, None, true, &[&subjects]));
        }
        found
    }

    /// The events that are found and need not be within the range of days.
    pub(super) fn unsure(&self, found: &[Bits]) -> Bits {
        self.common(Level::Event, &[&self.days[1], &found[Level::Event as usize]])
    }

    /// The counts of these `facets`, none of the others; and, if that is to be told, how many there would be without each
    /// filter that is in force.
    pub(super) fn counts(&self, found: &[Bits], facets: &[Facet]) -> (Counts, Vec<(Filter, usize)>) {
        // Facets in which nothing is chosen count what is found.
        let found = Counted::new(found[self.counted as usize].clone());
        let mut without = Vec::new();
        let mut all = Vec::new();
        for facet in Facet::ALL {
            let (wanted, filter) = (facets.contains(&facet), Filter::Facet(facet));
            let filters = self.selection.view.has(filter);
            let (counts, total) = match facet {
                _ if !(wanted || filters && self.each) => (Vec::new(), 0),
                Facet::Source => self.sources_alone(),
                _ if filters => self.counts_but_for(facet),
                _ => (self.tally(facet, None, &found), 0),
            };
            if filters && self.each {
                without.push((filter, total));
            }
            all.push(if wanted { counts } else { Vec::new() });
        }
        if self.each && self.selection.range.is_some() {
            let found = self.found(self.counted, None, true, &self.subjects(Some(Except::Days), true));
            without.push((Filter::Range, found.count()));
        }
        if self.each && self.selection.view.has(Filter::Text) {
            let asked = self.asked(self.counted, None, true);
            let wordless = self.among(self.counted, asked, &self.subjects(Some(Except::Words), true));
            without.push((Filter::Text, wordless.count()));
        }
        (all, without)
    }

    /// The counts of a facet in which something is chosen, and how many there would be without that.
    fn counts_but_for(&self, facet: Facet) -> (Vec<usize>, usize) {
        let level = facet.level();
        let subjects = self.subjects(Some(Except::Facet(facet)), true);
        let found = Counted::new(self.found(self.counted, Some(facet), true, &subjects));
        let counts = self.tally(facet, Some(facet), &found);
        if level == self.counted || level == Level::Event {
            // What is of the level and fulfils it has it allow its subject.
            return (counts, found.number());
        }
        let allowed = self.lifted(level, Some(facet), true);
        let total = self.among(self.counted, vec![found.bits()], &[&allowed]).count();
        (counts, total)
    }

    /// For each value of a facet, how many of `counted` belong to a subject in which a row of a chosen source has it that
    /// fulfils its level, but for one facet; where both are of one level, how many of `counted` have it themselves.
    fn tally(&self, facet: Facet, except: Option<Facet>, counted: &Counted) -> Vec<usize> {
        let (column, level) = (self.index.column(facet), facet.level());
        if level == self.counted {
            return column.tally(counted);
        }
        // What is counted is of subjects that the level of the events allows.
        let rows = match level {
            Level::Event => Bits::all(self.index.events.limit()),
            _ => self.fulfilling(level, except, true),
        };
        column.tally_groups(&rows, &self.index.level(level).groups, counted, &self.index.level(self.counted).groups)
    }
}

fn of_level(level: Level) -> impl Iterator<Item = Facet> {
    Facet::ALL.into_iter().filter(move |facet| facet.level() == level && *facet != Facet::Source)
}

/// The rows that a facet allows, of subjects in the stretch of `within`.
fn chosen(index: &Index, selection: &Selection, facet: Facet, within: &Bits) -> Bits {
    let mut rows = Bits::all(index.level(facet.level()).groups.rows());
    let any = |values: &[usize]| index.column(facet).any(values, room(index, facet.level(), within));
    let Chosen { included, excluded } = selection.chosen(facet);
    if facet != Facet::Source {
        if !included.is_empty() {
            rows = any(included);
        }
        if !excluded.is_empty() {
            rows.drop_all(&any(excluded));
        }
    }
    rows
}

/// The rows of a level that are of a chosen source; for events, that the sources report as the mode says. Of subjects in
/// the stretch of `within`.
fn bound(index: &Index, selection: &Selection, level: Level, within: &Bits) -> Bits {
    let rows = index.level(level);
    let (mode, Chosen { included, excluded }) = (selection.view.mode, selection.chosen(Facet::Source));
    let mut fitting = Bits::all(rows.groups.rows());
    let one_of = |values: &[usize]| rows.sources.any(values, room(index, level, within));
    if !included.is_empty() || mode != SourceMode::Any {
        let all: Vec<usize> = (0..rows.sources.values()).collect();
        let chosen = if included.is_empty() { &all } else { included };
        let any = || one_of(chosen);
        match mode {
            SourceMode::None => fitting.drop_all(&any()),
            // Of one mention or quote, no more can be asked than that it is of a chosen source.
            _ if level != Level::Event => fitting = any(),
            SourceMode::Any => fitting = any(),
            SourceMode::All => fitting = rows.sources.at_least(chosen.len(), chosen),
            SourceMode::Only => {
                fitting = any();
                let others: Vec<usize> = all.iter().copied().filter(|source| !chosen.contains(source)).collect();
                fitting.drop_all(&one_of(&others));
            }
            SourceMode::AtLeast(least) => fitting = rows.sources.at_least(usize::from(least), chosen),
        }
    }
    if !excluded.is_empty() {
        fitting.drop_all(&one_of(excluded));
    }
    fitting
}
