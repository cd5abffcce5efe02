//! Passages of which only the first and last words, a digest and the length are known.

use std::ops::Range;

use sidebyline_dataset::text::is_line_break;

use super::digests::{digest_is, spelt_like};
use super::fold::{Normalisation, Normalisations, folded, needed};
use super::haystack::{Haystack, Needle, Place};
use super::search::Matches;
use super::support::{Neighbours, Sides};
use super::words::{is_strong, whole_words};
use super::{Outcome, Work};

/// How many pairs of first and last words are tried against one digest.
const MOST_PAIRS: usize = 200;

/// How many of them are tried in other spellings.
const MOST_SPELT: usize = 12;

/// By how much a pair has to be nearer to the right length than the next to be taken without neighbours.
const LEAD: f32 = 0.1;

/// How many code points of first and last words no stretch has by accident.
const TELLING: usize = 24;

/// Below this a pair is no candidate: its length is that of another stretch.
const LEAST_SCORE: f32 = 0.7;

/// A passage's edges.
pub(super) struct Edges<'a> {
    head: &'a str,
    tail: &'a str,
    pub digest: &'a str,
    length: usize,
    /// The first words, folded.
    pub first: Needle,
    /// The last words, folded.
    pub last: Needle,
}

impl<'a> Edges<'a> {
    pub fn new(head: &'a str, tail: &'a str, digest: &'a str, span: &Range<u32>) -> Self {
        let length = span.end.saturating_sub(span.start) as usize;
        Self { head, tail, digest, length, first: Needle::new(folded(head)), last: Needle::new(folded(tail)) }
    }

    /// Stretches between the first and the last words that are about as long as the passage, with how near they come to
    /// its length; the nearest first.
    pub fn pairs(&self, haystack: &Haystack<'_>, heads: &[usize], tails: &[usize]) -> Vec<(f32, Place)> {
        // Folding leaves out spaces; a copy may have more of them, or lines between two paragraphs.
        let (least, most) = (self.length * 2 / 3, self.length * 4 / 3 + 16);
        let mut pairs = Vec::new();
        for &start in heads {
            let from =
                tails.partition_point(|&tail| tail + self.last.words.len() < start + least.max(self.first.words.len()));
            let ends = tails[from..].iter().map(|&tail| tail + self.last.words.len());
            for end in ends.take_while(|&end| end <= start + most) {
                let place = haystack.place(start..end);
                let score = self.nearness(end - start).max(self.nearness(place.raw.len()));
                if score >= LEAST_SCORE {
                    pairs.push((score, place));
                }
            }
        }
        pairs.sort_by(|(a, at), (b, bt)| b.total_cmp(a).then(at.folded.start.cmp(&bt.folded.start)));
        pairs
    }

    /// How near a length comes to the passage's: 1 if it is the same.
    fn nearness(&self, length: usize) -> f32 {
        let (short, long) = (length.min(self.length), length.max(self.length).max(1));
        short as f32 / long as f32
    }

    /// Those of `pairs` that have the passage's words as they are; and whether all were tried.
    pub fn matching(&self, haystack: &Haystack<'_>, pairs: &[(f32, Place)], work: &mut Work) -> (Vec<Place>, bool) {
        let plausible: Vec<&Place> =
            pairs.iter().map(|(_, place)| place).filter(|place| self.is_plausible(haystack, place)).collect();
        let first = plausible
            .iter()
            .take(MOST_PAIRS)
            .position(|place| digest_is(haystack.slice(&place.raw), self.digest, work));
        let Some(first) = first else { return (Vec::new(), plausible.len() <= MOST_PAIRS && work.digests > 0) };
        (same_words(haystack, plausible[first], pairs), true)
    }

    /// Whether the stretch at `place`, as it is, can be as long as the passage. Its canonical form is as long as the folded one,
    /// and longer by the dashes and spaces that folding takes out; the passage's is about as long as it is, and shorter by spaces.
    fn is_plausible(&self, haystack: &Haystack<'_>, place: &Place) -> bool {
        let least = place.folded.len();
        let dashes = haystack.chars()[place.folded.clone()].iter().filter(|&&c| c == '-').count();
        least <= self.length && least + 3 * dashes + 4 + self.length / 20 >= self.length
    }

    /// Those of `pairs` that have the passage's words in another spelling. Only the likeliest are tried.
    pub fn spelt(
        &self,
        haystack: &Haystack<'_>,
        span: &Range<u32>,
        pairs: &[(f32, Place)],
        neighbours: &Neighbours,
        work: &mut Work,
    ) -> Vec<(Place, Normalisations)> {
        let mut likely: Vec<(bool, &Place)> =
            pairs.iter().map(|(_, place)| (neighbours.ends(span, place).any(), place)).collect();
        likely.sort_by_key(|(beside, _)| !beside);
        let tried: Vec<&Place> = likely.into_iter().take(MOST_SPELT).map(|(_, place)| place).collect();
        let stretches: Vec<&[char]> = tried.iter().map(|place| haystack.slice(&place.raw)).collect();
        let Some((at, by)) = spelt_like(&stretches, self.digest, work) else { return Vec::new() };
        same_words(haystack, tried[at], pairs).into_iter().map(|place| (place, by)).collect()
    }

    /// Whether a stretch at `place` is no accident.
    pub fn is_strong(haystack: &Haystack<'_>, place: &Place) -> bool {
        is_strong(haystack.slice(&place.raw))
    }

    /// The words stand at `place` for certain; `by` is what their digest took.
    pub fn stands(&self, haystack: &Haystack<'_>, place: &Place, by: Normalisations) -> Outcome {
        let range = place.raw.clone();
        let stretch = haystack.slice(&range);
        let edge = |words: &str, folded: Range<usize>| {
            needed(&words.chars().collect::<Vec<_>>(), haystack.slice(&haystack.place(folded).raw))
        };
        let Range { start, end } = place.folded;
        let first = edge(self.head, start..start + self.first.words.len());
        let last = edge(self.tail, end.saturating_sub(self.last.words.len())..end);
        let mut by = by.and(first).and(last);
        if by.is_empty() && stretch.len() != self.length {
            by = by.with(space_in(stretch));
        }
        if by.is_empty() { Outcome::Exact(range) } else { Outcome::Normalised { range, by } }
    }

    /// No stretch has the words. Where one begins and ends like them and is about as long, it is nearly the place.
    pub fn near(
        &self,
        haystack: &Haystack<'_>,
        span: &Range<u32>,
        matches: &Matches,
        neighbours: &Neighbours,
    ) -> Outcome {
        let with_ends = |(score, place): &(f32, Place)| (*score, place.clone(), neighbours.ends(span, place));
        let mut found: Vec<Pair> = matches.pairs.iter().map(with_ends).collect();
        if !found.iter().any(|pair| pair.2.any()) {
            found.extend(self.one_end(haystack, span, matches, neighbours));
        }
        let sides = |sides: Sides| u8::from(sides.left) + u8::from(sides.right);
        found.sort_by(|a, b| sides(b.2).cmp(&sides(a.2)).then(b.0.total_cmp(&a.0)));
        // Of pairs that overlap, the better one stands for them all.
        let mut apart: Vec<Pair> = Vec::new();
        for pair in found {
            let overlaps =
                |other: &Place| pair.1.folded.start < other.folded.end && other.folded.start < pair.1.folded.end;
            if apart.len() < 64 && !apart.iter().any(|(_, other, _)| overlaps(other)) {
                apart.push(pair);
            }
        }
        let between: Vec<_> = apart.iter().filter(|pair| pair.2.both()).collect();
        let beside: Vec<_> = apart.iter().filter(|pair| pair.2.any()).collect();
        let telling = self.first.words.len() + self.last.words.len() >= TELLING;
        let chosen = match (between.as_slice(), beside.as_slice(), apart.as_slice()) {
            ([one], ..) | ([], [one], _) => *one,
            ([], [], [one]) if telling => one,
            ([], [], [one, next, ..]) if telling && one.0 - next.0 >= LEAD => one,
            // Short words begin and end some stretch of any text.
            ([], [], several) if several.is_empty() || !telling => return Outcome::NotFound,
            ([], [], several) => return places(several.iter()),
            ([], several, _) | (several, ..) => return places(several.iter().copied()),
        };
        // At least one code point differs, or the digest would be the same.
        let score = chosen.0.min(1.0 - 1.0 / self.length.max(2) as f32);
        let others = apart.iter().filter(|pair| pair.1 != chosen.1).map(|pair| pair.0);
        Outcome::Fuzzy { range: chosen.1.raw.clone(), score, second: others.fold(0.0, f32::max).min(score) }
    }

    /// Stretches of which one end stands where the neighbours say, with the other end where they say. Half of what is
    /// known is there.
    fn one_end(
        &self,
        haystack: &Haystack<'_>,
        span: &Range<u32>,
        matches: &Matches,
        neighbours: &Neighbours,
    ) -> Vec<Pair> {
        let (Some(start), Some(end)) = (neighbours.expected(span.start), neighbours.expected(span.end)) else {
            return Vec::new();
        };
        let heads = matches.heads.iter().map(|&head| (head, head.max(end)));
        let tails = matches.tails.iter().map(|&tail| (start, tail + self.last.words.len()));
        let within = |(start, end): (usize, usize)| {
            (start < end && self.nearness(end - start) >= LEAST_SCORE).then_some(start..end)
        };
        let stretches = heads.chain(tails).filter_map(within).map(|folded| {
            let place = haystack.place(whole_words(haystack, folded.start..folded.end.min(haystack.chars().len())));
            let score = self.nearness(place.raw.len()) / 2.0;
            let sides = neighbours.ends(span, &place);
            (score, place, sides)
        });
        stretches.filter(|pair| pair.2.both()).collect()
    }
}

/// A stretch, how near it comes to the right length, and which of its ends stand as far from a neighbour as they should.
type Pair = (f32, Place, Sides);

/// The places of all `pairs` that have the words of the one at `place`, however they are spelt: a copy may be spelt in
/// several ways, and what tells two places apart must never be where a line ends.
fn same_words(haystack: &Haystack<'_>, place: &Place, pairs: &[(f32, Place)]) -> Vec<Place> {
    let words = |place: &Place| &haystack.chars()[place.folded.clone()];
    let same = pairs.iter().filter(|(_, other)| words(other) == words(place));
    same.map(|(_, other)| other.clone()).collect()
}

fn places<'a>(pairs: impl Iterator<Item = &'a Pair>) -> Outcome {
    let mut places: Vec<Range<u32>> = pairs.map(|(_, place, _)| place.raw.clone()).collect();
    places.sort_by_key(|place| place.start);
    Outcome::Ambiguous(places)
}

/// What makes a stretch of the same words longer or shorter.
fn space_in(stretch: &[char]) -> Normalisation {
    if stretch.iter().any(|&c| sidebyline_dataset::text::is_invisible(c)) {
        Normalisation::Invisible
    } else if stretch.iter().any(|c| ('\u{300}'..='\u{36f}').contains(c)) {
        Normalisation::Composition
    } else if stretch.iter().any(|&c| is_line_break(c)) {
        Normalisation::LineBreaks
    } else {
        Normalisation::Spaces
    }
}
