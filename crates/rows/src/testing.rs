//! What several of this crate's tests need.

use std::collections::BTreeSet;

use crate::bits::Bits;

/// The set of these numbers below `len`, which has room for them and no more.
pub(crate) fn set(members: &BTreeSet<usize>, len: usize) -> Bits {
    let ends = members.first().zip(members.last());
    let mut bits = Bits::room(len, ends.map_or(0..0, |(first, last)| *first..last + 1));
    for &member in members {
        bits.insert(member);
    }
    bits
}
