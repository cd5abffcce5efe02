//! What each source would find if it alone were chosen.

use sidebyline_rows::{Bits, Counted};

use super::matcher::Matcher;
use crate::facet::{Facet, Level};

impl Matcher<'_> {
    /// For each source, how many there would be if it alone were chosen, and how many if none was.
    ///
    /// Where no other level includes a value, a source's counts are those of its own rows. Where one does, the source has
    /// to have a row there too, in the same subject: of events, those are counted in which it has one. Where more is asked,
    /// subjects are gone through one by one, and in each the rows of these levels say which sources have all that is
    /// needed. That is one walk for all sources.
    pub(super) fn sources_alone(&self) -> (Vec<usize>, usize) {
        // The levels on which a source needs something, and which subjects have what it takes; whoever has it, as the
        // chosen sources don't matter here.
        let (mut needed, mut lifted) = (Vec::new(), Vec::new());
        for level in Level::ALL {
            if level != Level::Event && self.includes(level, None) {
                lifted.push(self.lifted(level, None, false));
                if level != self.counted {
                    needed.push(level);
                }
            }
        }
        let mut subjects = self.subjects(None, false);
        subjects.extend(&lifted);
        let counted = Counted::new(self.found(self.counted, None, false, &subjects));
        let own = self.index.level(self.counted);
        let counts = match &needed[..] {
            [] => own.sources.tally(&counted),
            // Whoever has a mention or quote of an event reports it.
            &[level @ (Level::Mention | Level::Quote)] if self.counted == Level::Event => {
                let (rows, theirs) = (self.fulfilling(level, None, false), self.index.level(level));
                theirs.sources.tally_groups(&rows, &theirs.groups, &counted, &own.groups)
            }
            _ => self.with_all(&needed, counted.bits()),
        };
        (counts, counted.number())
    }

    /// For each source, how many of `counted` are its own and of a subject in which it has fulfilling rows of all `needed`
    /// levels.
    fn with_all(&self, needed: &[Level], counted: &Bits) -> Vec<usize> {
        let number = self.index.column(Facet::Source).values();
        let mut counts = vec![0; number];
        // In how many of the needed levels each source has something, and where that was seen last.
        let mut seen = vec![(0, 0); number];
        let (own, theirs) = (&self.index.level(self.counted).sources, &self.index.level(self.counted).groups);
        let fulfilling: Vec<Bits> = needed.iter().map(|&level| self.fulfilling(level, None, false)).collect();
        let mut last = usize::MAX;
        for row in counted.iter() {
            let subject = theirs.group(row);
            if subject != last {
                last = subject;
                for (at, level) in needed.iter().enumerate() {
                    let rows = self.index.level(*level);
                    let of_subject = rows.groups.start(subject)..rows.groups.end(subject);
                    for row in of_subject.filter(|&row| fulfilling[at].contains(row)) {
                        for place in rows.sources.places(row) {
                            let (group, levels) = &mut seen[rows.sources.at(place)];
                            if *group != subject + 1 {
                                (*group, *levels) = (subject + 1, 0);
                            }
                            *levels |= 1 << at;
                        }
                    }
                }
            }
            for place in own.places(row) {
                let source = own.at(place);
                counts[source] += usize::from(seen[source] == (subject + 1, (1 << needed.len()) - 1));
            }
        }
        counts
    }
}
