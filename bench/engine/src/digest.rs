//! A result in a few numbers, by which results of different programs are compared.
//!
//! The same is computed by `bench/run/digest.mjs` and `bench/native/measure.py`; it stays as it is, so that figures of
//! different years can be compared.

use std::collections::BTreeMap;

use sidebyline_query::Facet;

use crate::{Answer, Engine, FACETS};

/// The total, then FNV-1a (32 bits) of the listed ids, of their dates, and of the counts of each facet.
pub type Digest = [u32; 3 + FACETS.len()];

/// The values of a facet, in the order in which a digest takes their counts.
pub type Values = BTreeMap<String, Vec<String>>;

/// The digest of an answer. A value that the dataset lacks counts nothing.
pub fn digest(engine: &Engine, answer: &Answer, values: &Values) -> Digest {
    let records = engine.records(answer);
    let ids: Vec<&str> = records.iter().map(|record| record.id).collect();
    let dates: Vec<&str> = records.iter().map(|record| record.date).collect();
    let [source, speaker, topic, kind] = FACETS.map(|facet| counts(engine, answer, facet, values));
    [answer.total() as u32, fnv(&ids.join(",")), fnv(&dates.join(",")), source, speaker, topic, kind]
}

fn counts(engine: &Engine, answer: &Answer, facet: Facet, values: &Values) -> u32 {
    let counts = engine.values(facet).zip(answer.matches.counts(facet));
    let counts: BTreeMap<&str, usize> = counts.map(|(value, &count)| (value, count)).collect();
    let asked = values.get(facet.key()).into_iter().flatten();
    let counts: Vec<String> =
        asked.map(|value| counts.get(value.as_str()).copied().unwrap_or_default().to_string()).collect();
    fnv(&counts.join(","))
}

/// FNV-1a, 32 bits, over the bytes of a text.
fn fnv(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(fnv(""), 0x811c_9dc5);
        assert_eq!(fnv("a"), 0xe40c_292c);
        assert_eq!(fnv("foobar"), 0xbf9c_f968);
    }
}
