//! Approximate search: where some words stand with the fewest code points changed, left out or put in.
//!
//! The distance is Levenshtein's. It is counted by columns of bits, 64 rows of the table at a time: Myers, *A fast
//! bit-vector algorithm for approximate string matching* (1999), with the borders between words of bits as in Hyyrö,
//! *A bit-vector algorithm for computing Levenshtein and Damerau edit distances* (2003).

/// How many places are listed; whoever reads on has lost patience by then.
const MOST_PLACES: usize = 64;

/// Words prepared for the search.
pub(super) struct Pattern {
    length: usize,
    /// The distinct code points, sorted.
    letters: Vec<char>,
    /// Which of them each code point of ASCII is.
    ascii: [u32; 128],
    /// For each of them, and last for all others, in which rows it stands.
    rows: Vec<u64>,
    blocks: usize,
}

/// A place where the words nearly stand: its end, and the distance there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Near {
    /// The code point after its last.
    pub end: usize,
    /// How many code points differ.
    pub distance: usize,
}

impl Pattern {
    /// Prepares some words; none if there are none.
    pub fn new(words: impl ExactSizeIterator<Item = char> + Clone) -> Option<Self> {
        let length = words.len();
        let blocks = length.div_ceil(64);
        let mut letters: Vec<char> = words.clone().collect();
        letters.sort_unstable();
        letters.dedup();
        let mut rows = vec![0; (letters.len() + 1) * blocks];
        for (row, c) in words.enumerate() {
            let letter = letters.binary_search(&c).unwrap_or(letters.len());
            rows[letter * blocks + row / 64] |= 1 << (row % 64);
        }
        let mut ascii = [letters.len() as u32; 128];
        for (letter, &c) in letters.iter().enumerate().filter(|(_, c)| c.is_ascii()) {
            ascii[c as usize] = letter as u32;
        }
        (length > 0).then_some(Self { length, letters, ascii, rows, blocks })
    }

    /// How many code points it has.
    pub fn len(&self) -> usize {
        self.length
    }

    /// How many words of bits a code point of a text costs.
    pub fn cost(&self) -> usize {
        self.blocks
    }

    /// The distance at each end in a text. If `anchored`, the match has to begin where the text does; else anywhere.
    fn distances(&self, text: impl Iterator<Item = char>, anchored: bool, mut each: impl FnMut(Near)) {
        let mut up = vec![!0_u64; self.blocks];
        let mut down = vec![0_u64; self.blocks];
        let mut distance = self.length;
        let last_row = 1 << ((self.length - 1) % 64);
        for (at, c) in text.enumerate() {
            let letter = self.letter(c);
            let rows = &self.rows[letter * self.blocks..][..self.blocks];
            let mut carry = i8::from(anchored);
            for (block, &equal) in rows.iter().enumerate() {
                let bottom = if block + 1 == self.blocks { last_row } else { 1 << 63 };
                carry = step(&mut up[block], &mut down[block], equal, carry, bottom);
            }
            distance = distance.saturating_add_signed(isize::from(carry));
            each(Near { end: at + 1, distance });
        }
    }

    /// The distance at each end in `text`: that of the match whose last code point stands there.
    pub fn search(&self, text: &[char]) -> Vec<u32> {
        let mut row = Vec::with_capacity(text.len());
        self.distances(text.iter().copied(), false, |near| row.push(near.distance as u32));
        row
    }

    /// How far into `text` the pattern reaches if it begins where the text does: where the distance is least; of equal
    /// ends the one that is nearest to its own length.
    pub fn reach(&self, text: impl Iterator<Item = char>) -> Near {
        let mut best = Near { end: 0, distance: self.length };
        self.distances(text, true, |near| {
            if (near.distance, near.end.abs_diff(self.length)) < (best.distance, best.end.abs_diff(self.length)) {
                best = near;
            }
        });
        best
    }

    fn letter(&self, c: char) -> usize {
        match self.ascii.get(c as usize) {
            Some(&letter) => letter as usize,
            None => self.letters.binary_search(&c).unwrap_or(self.letters.len()),
        }
    }
}

/// One column of one word of bits: the vertical differences `up` and `down`, the rows that are `equal`, the horizontal
/// difference that comes in from above. Gives the one that goes out at the `bottom`.
fn step(up: &mut u64, down: &mut u64, equal: u64, carry: i8, bottom: u64) -> i8 {
    let vertical = equal | *down;
    let equal = equal | u64::from(carry < 0);
    let horizontal = ((equal & *up).wrapping_add(*up) ^ *up) | equal;
    let mut right = *down | !(horizontal | *up);
    let mut left = *up & horizontal;
    let out = i8::from(right & bottom != 0) - i8::from(left & bottom != 0);
    right = right << 1 | u64::from(carry > 0);
    left = left << 1 | u64::from(carry < 0);
    *up = left | !(vertical | right);
    *down = right & vertical;
    out
}

/// The start of the match of `words` that ends at `end` of `text`.
pub(super) fn start_of(words: &[char], text: &[char], end: usize) -> usize {
    let window = &text[end.saturating_sub(words.len() * 2)..end];
    let reach = Pattern::new(words.iter().rev().copied()).map(|pattern| pattern.reach(window.iter().rev().copied()));
    end - reach.map_or(0, |reach| reach.end)
}

/// The best end of a `row` of distances, and the best of those whose match doesn't overlap it.
pub(super) fn best_and_second(row: &[u32], length: usize) -> Option<(Near, Option<Near>)> {
    let nears = || row.iter().enumerate().map(|(at, &distance)| Near { end: at + 1, distance: distance as usize });
    let best = nears().min_by_key(|near| near.distance)?;
    let apart = nears().filter(|near| near.end.abs_diff(best.end) >= length);
    Some((best, apart.min_by_key(|near| near.distance)))
}

/// The ends of a `row` with a distance of `most` at most that don't overlap a better one, in the text's order.
pub(super) fn apart(row: &[u32], most: usize, length: usize) -> Vec<Near> {
    let nears = row.iter().enumerate().map(|(at, &distance)| Near { end: at + 1, distance: distance as usize });
    let mut good: Vec<Near> = nears.filter(|near| near.distance <= most).collect();
    good.sort_by_key(|near| (near.distance, near.end));
    let mut kept: Vec<Near> = Vec::new();
    for near in good {
        if kept.len() < MOST_PLACES && kept.iter().all(|other| other.end.abs_diff(near.end) >= length) {
            kept.push(near);
        }
    }
    kept.sort_by_key(|near| near.end);
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The table, cell by cell (Sellers 1980): its last row.
    fn table(pattern: &[char], text: &[char], anchored: bool) -> Vec<usize> {
        let mut above: Vec<usize> = (0..=text.len()).map(|at| if anchored { at } else { 0 }).collect();
        for (row, p) in pattern.iter().enumerate() {
            let mut current = vec![row + 1];
            for (at, t) in text.iter().enumerate() {
                let step = (above[at] + usize::from(p != t)).min(above[at + 1] + 1).min(current[at] + 1);
                current.push(step);
            }
            above = current;
        }
        above.split_off(1)
    }

    proptest! {
        #[test]
        fn distances_are_those_of_the_table(pattern in "[abc]{1,140}", text in "[abcd]{0,200}", anchored: bool) {
            let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
            let prepared = Pattern::new(pattern.iter().copied()).expect("it has letters");
            let mut found = Vec::new();
            prepared.distances(text.iter().copied(), anchored, |near| found.push(near.distance));
            prop_assert_eq!(found, table(&pattern, &text, anchored));
        }

        #[test]
        fn the_best_place_is_the_tables_best(pattern in "[ab]{1,70}", text in "[abc]{1,200}") {
            let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
            let row = table(&pattern, &text, false);
            let prepared = Pattern::new(pattern.iter().copied()).expect("it has letters");
            let (best, second) = best_and_second(&prepared.search(&text), pattern.len()).expect("there is text");
            prop_assert_eq!(Some(&best.distance), row.iter().min());
            let apart = row.iter().enumerate().filter(|(at, _)| (at + 1).abs_diff(best.end) >= pattern.len());
            prop_assert_eq!(second.map(|near| near.distance), apart.map(|(_, &distance)| distance).min());
            let start = start_of(&pattern, &text, best.end);
            prop_assert_eq!(table(&pattern, &text[start..best.end], true).last().copied().unwrap_or(pattern.len()), best.distance);
        }
    }
}
