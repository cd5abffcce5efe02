//! How many cells are of each kind.

use super::State;
use crate::silence::Silence;

/// What is counted among cells. Every cell is of one of these kinds, but for [`Kind::Discrepant`], which are reports too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The source has something on the event.
    Reported,
    /// … and gives an answer that sets the sources apart.
    Discrepant,
    /// It is silent and could have reported the event.
    CouldHave,
    /// It is silent and could not have known of the event.
    CouldNot,
    /// It is silent, and the data don't tell what that means.
    Unknown,
}

impl Kind {
    /// Every kind, each at its own position.
    pub const ALL: [Self; 5] = [Self::Reported, Self::Discrepant, Self::CouldHave, Self::CouldNot, Self::Unknown];

    /// The narrowest kind of a cell.
    pub fn of(state: State) -> Self {
        match state {
            State::Reported => Self::Reported,
            State::Discrepant => Self::Discrepant,
            State::Silent(Silence::CouldHave) => Self::CouldHave,
            State::Silent(Silence::CouldNot) => Self::CouldNot,
            State::Silent(Silence::Unknown(_)) => Self::Unknown,
        }
    }

    /// Whether a cell is counted under this kind.
    pub fn has(self, state: State) -> bool {
        Self::of(state) == self || self == Self::Reported && state == State::Discrepant
    }
}

/// How many cells are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals([u32; Kind::ALL.len()]);

impl Totals {
    /// How many are of this kind.
    pub fn of(self, kind: Kind) -> u32 {
        self.0[kind as usize]
    }

    /// How many there are in all.
    pub fn all(self) -> u32 {
        [Kind::Reported, Kind::CouldHave, Kind::CouldNot, Kind::Unknown].into_iter().map(|kind| self.of(kind)).sum()
    }

    /// Counts one more cell.
    pub(super) fn add(&mut self, state: State) {
        Kind::ALL.into_iter().filter(|kind| kind.has(state)).for_each(|kind| self.0[kind as usize] += 1);
    }

    /// Counts these cells too.
    pub(super) fn join(&mut self, others: Self) {
        self.0.iter_mut().zip(others.0).for_each(|(count, more)| *count += more);
    }
}
