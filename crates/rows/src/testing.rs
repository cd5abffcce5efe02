//! What several of this crate's tests need.

/// The numbers of words in the order of the alphabet: what whoever makes a dictionary gives to it.
pub(crate) fn in_order(words: Vec<&str>) -> Vec<u32> {
    let mut order: Vec<(&str, u32)> = words.into_iter().zip(0..).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, number)| number).collect()
}
