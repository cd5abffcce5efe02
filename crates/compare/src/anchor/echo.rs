//! How far round a place the text repeats itself elsewhere. Where a paragraph stands twice, once perhaps edited, what
//! stands beside a passage inside of it says nothing of which of the two it is in.

use std::ops::Range;

use super::haystack::Haystack;
use super::near::Pattern;

/// How many code points are compared at a time.
const BLOCK: usize = 64;

/// How many of a hundred of them may differ. Unrelated prose of that length differs in seventy.
const MOST_CHANGED: usize = 58;

/// How far it is looked to each side: farther than any neighbour is asked.
const FARTHEST: usize = 4_500;

/// The stretch round `place` of which something like it stands round `other` too; a block more on each side, since where
/// it ends isn't known to the letter. Both are in folded code points.
pub(super) fn echo(haystack: &Haystack<'_>, place: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    let chars = haystack.chars();
    let (before, other_before) = (&chars[..place.start], &chars[..other.start]);
    let left = alike(&|at, length| before.iter().rev().skip(at).take(length).copied().collect(), &|at, length| {
        other_before.iter().rev().skip(at).take(length).copied().collect()
    });
    let (after, other_after) = (&chars[place.end..], &chars[other.end..]);
    let right = alike(&|at, length| after.iter().skip(at).take(length).copied().collect(), &|at, length| {
        other_after.iter().skip(at).take(length).copied().collect()
    });
    place.start.saturating_sub(left + BLOCK)..(place.end + right + BLOCK).min(chars.len())
}

/// How far two texts are alike, read from one end by what gives so many code points from somewhere on.
fn alike(one: &dyn Fn(usize, usize) -> Vec<char>, other: &dyn Fn(usize, usize) -> Vec<char>) -> usize {
    let (mut at, mut there) = (0, 0);
    while at < FARTHEST {
        let block = one(at, BLOCK);
        let Some(pattern) = Pattern::new(block.iter().copied()) else { break };
        let reach = pattern.reach(other(there, BLOCK * 3 / 2).into_iter());
        if reach.distance * 100 > block.len() * MOST_CHANGED {
            break;
        }
        at += block.len();
        there += reach.end;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repeated_paragraph_is_an_echo_as_far_as_it_goes_even_if_it_was_edited() {
        let paragraph = "The ferry between the mainland and Nordholm will sail again on Friday, the harbour office announced \
            on Wednesday evening. We are ready. It had been two weeks in which the island could be reached only by boats.";
        let edited = paragraph.replace("Friday", "Sunday next").replace("two weeks", "a month");
        let text =
            format!("Nothing else was said of it by anybody. {paragraph} Then came winter. {edited} And spring came.");
        let chars: Vec<char> = text.chars().collect();
        let haystack = Haystack::new(&chars);
        let first = text.find("We are ready").expect("it is there");
        let second = first + 1 + text[first + 1..].find("We are ready").expect("it is there");
        let found = echo(&haystack, &(second..second + 12), &(first..first + 12));
        let edited_at = text.find(&edited).expect("it is there");
        assert!(found.start <= edited_at && found.end >= edited_at + edited.len() - 20, "{found:?}");
        assert!(found.start + 3 * BLOCK > edited_at, "{found:?}");
    }

    #[test]
    fn the_same_words_in_other_company_are_no_echo() {
        let text = "They sat by the stove and waited for news. We are ready, said one of them, and put on her coat at last. \
            Nobody in the council had asked what it would cost to mend the crane. We are ready to pay half, wrote the port.";
        let chars: Vec<char> = text.chars().collect();
        let haystack = Haystack::new(&chars);
        let first = text.find("We are ready").expect("it is there");
        let second = first + 1 + text[first + 1..].find("We are ready").expect("it is there");
        assert_eq!(
            echo(&haystack, &(second..second + 12), &(first..first + 12)),
            second - BLOCK..(second + 12 + BLOCK).min(chars.len())
        );
    }
}
