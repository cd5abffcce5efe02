//! What each source would find if it alone were chosen.

use sidebyline_rows::{Bits, Counted};

use super::matcher::Matcher;
use crate::facet::{Facet, Level};

impl Matcher<'_> {
    /// For each source, how many there would be if it alone were chosen, and how many if none was.
    ///
    /// Where no other level includes a value, a source's counts are those of its own rows. Where one does, the source has
    /// to have a row there too, in the same subject; then subjects are gone through one by one, and in each the rows of
    /// these levels say which sources have all that is needed. That is one walk for all sources.
    pub(super) fn sources_alone(&self) -> (Vec<usize>, usize) {
        let mut subjects = self.days.clone();
        subjects.keep(&self.containing[Level::Event as usize]);
        for level in Level::ALL {
            let fulfilling = &self.fulfilling[level as usize];
            match level {
                Level::Event => subjects.keep(fulfilling),
                // What is bound to the chosen sources is looked at in whoever has it.
                _ if self.includes(level, None) => subjects.keep(&self.lifted(level, fulfilling, true, false)),
                _ => subjects.keep(&self.allowed[level as usize]),
            }
        }
        let mut counted = self.candidates(self.counted, None, &subjects);
        counted.keep(&self.containing[self.counted as usize]);
        let needed: Vec<Level> = Level::ALL
            .into_iter()
            .filter(|&level| level != Level::Event && level != self.counted && self.includes(level, None))
            .collect();
        let sources = &self.index.level(self.counted).sources;
        let counted = Counted::new(counted);
        let counts = if needed.is_empty() { sources.tally(&counted) } else { self.with_all(&needed, counted.bits()) };
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
        let mut last = usize::MAX;
        for row in counted.iter() {
            let subject = theirs.group(row);
            if subject != last {
                last = subject;
                for (at, level) in needed.iter().enumerate() {
                    let rows = self.index.level(*level);
                    let of_subject = rows.groups.start(subject)..rows.groups.end(subject);
                    for row in of_subject.filter(|&row| self.fulfilling[*level as usize].contains(row)) {
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
