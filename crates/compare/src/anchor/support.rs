//! What stands round a place: whether passages that are found for certain stand as far from it as they did in the
//! source.

use std::ops::Range;

use super::haystack::Place;

/// How far a neighbour may be, in code points. What stands farther off says little about a place.
const REACH: u32 = 400;

/// How far off two neighbours may be that have a place between them.
const FAR: u32 = 4_000;

/// How many neighbours are asked on each side.
const NEIGHBOURS: usize = 6;

/// Borders of passages that are found for certain, by where they are in the source.
#[derive(Clone, Debug, Default)]
pub(super) struct Neighbours(Vec<Border>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Border {
    source: u32,
    raw: u32,
    folded: u32,
}

/// On which sides of a place the neighbours stand where they should.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sides {
    pub left: bool,
    pub right: bool,
    /// Whether farther ones do on both.
    pub between: bool,
}

impl Sides {
    pub fn any(self) -> bool {
        self.left || self.right
    }

    /// Whether they speak for the only place there is.
    pub fn speak(self) -> bool {
        self.any() || self.between
    }

    pub fn both(self) -> bool {
        self.left && self.right
    }
}

impl Neighbours {
    /// The borders of passages (`span` in the source) that stand at a place for certain.
    pub fn new<'a>(certain: impl Iterator<Item = (&'a Range<u32>, Place)>) -> Self {
        let mut borders: Vec<Border> = certain
            .flat_map(|(span, place)| {
                let border = |source, raw, folded| Border { source, raw, folded };
                [
                    border(span.start, place.raw.start, place.folded.start as u32),
                    border(span.end, place.raw.end, place.folded.end as u32),
                ]
            })
            .collect();
        borders.sort_unstable();
        borders.dedup();
        Self(borders)
    }

    /// On which sides of `place` neighbours stand where they stood round `span` in the source. Those inside of `deaf`, a
    /// stretch of the folded text, aren't asked.
    pub fn sides(&self, span: &Range<u32>, place: &Place, deaf: &Range<usize>) -> Sides {
        let heard = |border: &&Border| {
            let at = border.folded as usize;
            deaf.is_empty() || at <= deaf.start || at >= deaf.end
        };
        let split = self.0.partition_point(|border| border.source <= span.start);
        let before = self.0[..split].iter().rev().filter(heard).take(NEIGHBOURS);
        let split = self.0.partition_point(|border| border.source < span.end);
        let after = self.0[split..].iter().filter(heard).take(NEIGHBOURS);
        let start = Border { source: span.start, raw: place.raw.start, folded: place.folded.start as u32 };
        let end = Border { source: span.end, raw: place.raw.end, folded: place.folded.end as u32 };
        let left = |reach| before.clone().any(|border| agree(*border, start, reach));
        let right = |reach| after.clone().any(|border| agree(end, *border, reach));
        Sides { left: left(REACH), right: right(REACH), between: left(FAR) && right(FAR) }
    }

    /// Which ends of `place` are as far from the nearest neighbours, on whichever side and inside too, as those of `span`
    /// were. For what is only nearly the place.
    pub fn ends(&self, span: &Range<u32>, place: &Place) -> Sides {
        let start = Border { source: span.start, raw: place.raw.start, folded: place.folded.start as u32 };
        let end = Border { source: span.end, raw: place.raw.end, folded: place.folded.end as u32 };
        let agrees = |border: Border| {
            let split = self.0.partition_point(|other| other.source <= border.source);
            let before = self.0[..split].iter().rev().take(NEIGHBOURS / 2);
            before
                .chain(self.0[split..].iter().take(NEIGHBOURS / 2))
                .any(|&other| agree(other.min(border), border.max(other), REACH))
        };
        Sides { left: agrees(start), right: agrees(end), between: false }
    }

    /// Where in the folded text a place of the source is to be expected: a hint only.
    pub fn expected(&self, source: u32) -> Option<usize> {
        let nearest = self.0.iter().min_by_key(|border| border.source.abs_diff(source))?;
        let moved = i64::from(nearest.folded) + i64::from(source) - i64::from(nearest.source);
        Some(usize::try_from(moved).unwrap_or(0))
    }
}

/// Whether two borders, within `reach`, are as far from each other in the text as in the source. In one of the two forms, since spaces
/// and marks change the one or the other.
fn agree(first: Border, second: Border, reach: u32) -> bool {
    let gap = second.source.abs_diff(first.source);
    let off = |first: u32, second: u32| (i64::from(second) - i64::from(first) - i64::from(gap)).unsigned_abs();
    let least = off(first.raw, second.raw).min(off(first.folded, second.folded));
    gap <= reach && least <= 2 + u64::from(gap) / 24
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(range: Range<u32>) -> Place {
        Place { folded: range.start as usize..range.end as usize, raw: range }
    }

    #[test]
    fn a_neighbour_speaks_for_a_place_that_is_as_far_off_as_in_the_source() {
        let none = Sides::default();
        let neighbours = Neighbours::new([(&(100..140), place(1100..1140))].into_iter());
        assert_eq!(neighbours.sides(&(150..160), &place(1150..1160), &(0..0)), Sides { left: true, ..none });
        assert_eq!(neighbours.sides(&(80..90), &place(1080..1090), &(0..0)), Sides { right: true, ..none });
        assert_eq!(
            neighbours.sides(&(110..120), &place(1110..1120), &(0..0)),
            Sides { left: true, right: true, between: true }
        );
        assert_eq!(neighbours.sides(&(150..160), &place(1190..1200), &(0..0)), none);
        assert_eq!(neighbours.sides(&(900..910), &place(1900..1910), &(0..0)), none, "it is too far off");
        assert_eq!(
            neighbours.sides(&(150..160), &place(1150..1160), &(1050..1200)),
            none,
            "it is among what repeats itself"
        );
        assert_eq!(neighbours.expected(150), Some(1150));
    }
}
