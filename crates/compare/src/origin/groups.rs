//! Which sources are connected.

use sidebyline_dataset::model::SourceIdx;
use sidebyline_dataset::table::Idx;

/// Sets of sources that only ever grow together (Galler and Fischer 1964).
pub(super) struct Groups {
    leads_to: Vec<usize>,
}

impl Groups {
    /// Each of so many sources by itself.
    pub(super) fn new(sources: usize) -> Self {
        Self { leads_to: (0..sources).collect() }
    }

    /// What stands for the group of a source.
    pub(super) fn of(&mut self, source: SourceIdx) -> usize {
        let mut at = source.position();
        while self.leads_to[at] != at {
            self.leads_to[at] = self.leads_to[self.leads_to[at]];
            at = self.leads_to[at];
        }
        at
    }

    /// Makes one group of those of all these sources.
    pub(super) fn join(&mut self, sources: &[SourceIdx]) {
        for pair in sources.windows(2) {
            let (one, other) = (self.of(pair[0]), self.of(pair[1]));
            self.leads_to[one] = other;
        }
    }
}
