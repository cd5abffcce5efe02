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

/// The numbers of words in the order of the alphabet: what whoever makes a dictionary gives to it.
pub(crate) fn in_order(words: Vec<&str>) -> Vec<u32> {
    let mut order: Vec<(&str, u32)> = words.into_iter().zip(0..).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, number)| number).collect()
}
