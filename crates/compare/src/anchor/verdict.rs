//! Which of several places is meant. Where nothing tells, none is.

use super::support::Sides;

/// A place where all that is known of the words stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Whether what the dataset says of the words before and after stands there too.
    pub context: bool,
    /// Whether the words and their context are so many that nobody writes them twice by accident.
    pub strong: bool,
    /// Where neighbours stand as they should.
    pub sides: Sides,
}

/// What the dataset says of a passage that matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Known {
    /// Whether the context has words in it: then the source has the passage's words elsewhere too.
    pub told_apart: bool,
    /// Whether the dataset has another passage of the same words and context elsewhere.
    pub twice: bool,
    /// Whether the text is known to have the source's words, and no others.
    pub same_words: bool,
}

/// What can be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// This one.
    Sure(usize),
    /// One of these, or none.
    Unsure(Vec<usize>),
    /// The words stand in these places, and their context in none.
    OutOfContext(Vec<usize>),
    /// There is no candidate.
    Nowhere,
}

/// Decides among `candidates`.
///
/// One candidate is the place if its words are many, or a near neighbour stands where it should, or
/// farther ones do on both sides. Of several, the one is that
/// has neighbours on both sides: a copy of a whole paragraph brings along what stands beside a passage inside of it, but
/// not what stands on both sides of it outside.
pub(super) fn verdict(candidates: &[Candidate], known: Known) -> Verdict {
    let all: Vec<usize> = (0..candidates.len()).collect();
    let fitting: Vec<usize> = all.iter().copied().filter(|&at| candidates[at].context).collect();
    let pool = match (all.is_empty(), fitting.is_empty()) {
        (true, _) => return Verdict::Nowhere,
        (false, true) if known.told_apart => return Verdict::OutOfContext(all),
        (false, true) => all,
        (false, false) => fitting,
    };
    let between: Vec<usize> = pool.iter().copied().filter(|&at| candidates[at].sides.both()).collect();
    match (pool.as_slice(), between.as_slice()) {
        (&[one], _) if !known.twice => {
            let Candidate { strong, sides, .. } = candidates[one];
            if strong || sides.speak() || known.same_words { Verdict::Sure(one) } else { Verdict::Unsure(pool) }
        }
        (_, &[one]) => Verdict::Sure(one),
        _ => Verdict::Unsure(pool),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIQUE: Known = Known { told_apart: false, twice: false, same_words: false };
    const TOLD_APART: Known = Known { told_apart: true, ..UNIQUE };

    fn candidate(context: bool, strong: bool, [left, right]: [bool; 2]) -> Candidate {
        Candidate { context, strong, sides: Sides { left, right, between: false } }
    }

    #[test]
    fn many_words_that_stand_once_are_in_their_place() {
        assert_eq!(verdict(&[candidate(true, true, [false, false])], UNIQUE), Verdict::Sure(0));
        assert_eq!(verdict(&[], UNIQUE), Verdict::Nowhere);
    }

    #[test]
    fn few_words_need_a_neighbour_or_the_same_text() {
        let alone = [candidate(true, false, [false, false])];
        assert_eq!(verdict(&alone, UNIQUE), Verdict::Unsure(vec![0]));
        assert_eq!(verdict(&alone, Known { same_words: true, ..UNIQUE }), Verdict::Sure(0));
        assert_eq!(verdict(&[candidate(true, false, [false, true])], UNIQUE), Verdict::Sure(0));
        let between = Sides { between: true, ..Sides::default() };
        assert_eq!(verdict(&[Candidate { sides: between, ..alone[0] }], UNIQUE), Verdict::Sure(0));
    }

    #[test]
    fn context_tells_places_apart_and_its_lack_is_never_overlooked() {
        let (with, without) = (candidate(true, true, [false, false]), candidate(false, true, [true, true]));
        assert_eq!(verdict(&[without, with], TOLD_APART), Verdict::Sure(1));
        assert_eq!(verdict(&[without], TOLD_APART), Verdict::OutOfContext(vec![0]));
    }

    #[test]
    fn of_equal_places_only_one_between_its_neighbours_is_taken() {
        let (bare, left, both) = (
            candidate(true, true, [false, false]),
            candidate(true, true, [true, false]),
            candidate(true, true, [true, true]),
        );
        assert_eq!(verdict(&[bare, both], UNIQUE), Verdict::Sure(1));
        assert_eq!(verdict(&[bare, left], UNIQUE), Verdict::Unsure(vec![0, 1]));
        assert_eq!(verdict(&[both, both], UNIQUE), Verdict::Unsure(vec![0, 1]));
    }

    #[test]
    fn words_that_the_dataset_has_twice_need_both_neighbours() {
        let twice = Known { twice: true, ..UNIQUE };
        assert_eq!(verdict(&[candidate(true, true, [true, false])], twice), Verdict::Unsure(vec![0]));
        assert_eq!(verdict(&[candidate(true, true, [true, true])], twice), Verdict::Sure(0));
    }
}
