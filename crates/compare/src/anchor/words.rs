//! Passages whose words are known: where they stand, and failing that where they nearly do.

use std::ops::Range;

use super::fold::{Normalisations, fold, folded, in_one_word, is_quotation_mark, needed};
use super::haystack::{Haystack, Needle, Place};
use super::near::{Pattern, apart, best_and_second, start_of};
use super::support::{Neighbours, Sides};
use super::{Outcome, Work};

/// From how many code points and words on nobody writes the same by accident.
const STRONG: (usize, usize) = (24, 4);

/// How many of a hundred code points may differ.
const MOST_CHANGED: usize = 30;

/// By how many of a hundred code points, and by how many at least, the best place has to be better than the next.
const LEAD: (usize, usize) = (5, 2);

/// How far round the expected place it is looked, where the text is too long to look everywhere.
const WINDOW: usize = 4_000;

/// A passage's words and context, folded.
pub(super) struct Words {
    exact: Vec<char>,
    /// The context as the dataset has it.
    around: [Vec<char>; 2],
    pub needle: Needle,
    prefix: Vec<char>,
    suffix: Vec<char>,
}

/// Whether so many words are no accident. Where a script puts no space between words, letters count.
pub(super) fn is_strong(chars: &[char]) -> bool {
    let words = chars.split(|c| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
    let unspaced = chars.iter().filter(|&&c| c.is_alphanumeric() && !in_one_word(c, c)).count();
    (chars.len() >= STRONG.0 && words >= STRONG.1) || unspaced * 2 >= STRONG.0
}

impl Words {
    pub fn new(exact: &str, prefix: &str, suffix: &str) -> Self {
        let border = |before: Option<char>, after: Option<char>| {
            before.zip(after).is_some_and(|(before, after)| in_one_word(before, after))
        };
        let needle = Needle {
            words: folded(exact),
            open_start: border(prefix.chars().next_back(), exact.chars().next()),
            open_end: border(exact.chars().next_back(), suffix.chars().next()),
        };
        let around = [prefix, suffix].map(|side| side.trim().chars().collect());
        Self { exact: exact.chars().collect(), around, needle, prefix: folded(prefix), suffix: folded(suffix) }
    }

    /// Whether words stand in the context: then the words alone stand elsewhere in the source too.
    pub fn told_apart(&self) -> bool {
        [&self.prefix, &self.suffix].into_iter().flatten().any(|c| c.is_alphanumeric())
    }

    /// Whether another passage has the same words and context.
    pub fn same_as(&self, other: &Self) -> bool {
        (&self.needle, &self.prefix, &self.suffix) == (&other.needle, &other.prefix, &other.suffix)
    }

    /// The place of the words that start at `start` of the folded text, whether the context stands there too, and
    /// whether all that does is no accident.
    pub fn candidate(&self, haystack: &Haystack<'_>, start: usize) -> (Place, bool, bool) {
        let end = start + self.needle.words.len();
        let chars = haystack.chars();
        let context = trimmed_end(&chars[..start]).ends_with(&self.prefix)
            && trimmed_start(&chars[end..]).starts_with(&self.suffix);
        let all = if context { self.whole() } else { self.needle.words.clone() };
        (haystack.place(start..end), context, is_strong(&all))
    }

    /// The words with their context.
    fn whole(&self) -> Vec<char> {
        [&*self.prefix, &[' '], &self.needle.words, &[' '], &self.suffix].concat()
    }

    /// The words stand at `place` for certain.
    pub fn stands(&self, haystack: &Haystack<'_>, place: &Place) -> Outcome {
        let by = needed(&self.exact, haystack.slice(&place.raw));
        let range = place.raw.clone();
        if by.is_empty() { Outcome::Exact(range) } else { Outcome::Normalised { range, by } }
    }

    /// The quotation marks that stand in the words and round them, at `place`, where the dataset has others.
    pub fn other_marks(&self, haystack: &Haystack<'_>, place: &Place) -> Vec<char> {
        let chars = haystack.chars();
        let before = trimmed_end(&chars[..place.folded.start]);
        let after = chars.len() - trimmed_start(&chars[place.folded.end..]).len();
        let prefix = before.len() - self.prefix.len().min(before.len())..before.len();
        let suffix = after..(after + self.suffix.len()).min(chars.len());
        let [known_before, known_after] = &self.around;
        let pairs = [(&self.exact, place.folded.clone()), (known_before, prefix), (known_after, suffix)];
        let of_one = |(known, there): (&Vec<char>, Range<usize>)| {
            let there = haystack.slice(&haystack.place(there).raw);
            // What stands there instead of the context tells nothing of how it is spelt.
            let same = fold(known, Normalisations::ALL).chars == fold(there, Normalisations::ALL).chars;
            let other = there.iter().copied().filter(|&c| same && is_quotation_mark(c) && !known.contains(&c));
            other.collect::<Vec<char>>()
        };
        pairs.into_iter().flat_map(of_one).collect()
    }

    /// The words stand at each of `places`, and what should stand round them at none: the one where most of it does, if
    /// there is one.
    pub fn out_of_context(
        &self,
        haystack: &Haystack<'_>,
        span: &Range<u32>,
        places: &[Place],
        neighbours: &Neighbours,
    ) -> Outcome {
        let whole = self.prefix.len() + self.needle.words.len() + self.suffix.len();
        let mut scored: Vec<(usize, &Place)> = Vec::new();
        for place in places {
            let before = trimmed_end(&haystack.chars()[..place.folded.start]).iter().rev().copied();
            let after = trimmed_start(&haystack.chars()[place.folded.end..]).iter().copied();
            let prefix = Pattern::new(self.prefix.iter().rev().copied());
            let suffix = Pattern::new(self.suffix.iter().copied());
            let off = prefix.map_or(0, |p| p.reach(before.take(p.len() * 2)).distance)
                + suffix.map_or(0, |p| p.reach(after.take(p.len() * 2)).distance);
            scored.push((off, place));
        }
        scored.sort_by_key(|(off, _)| *off);
        let lead = lead(whole);
        let strong = is_strong(&self.whole());
        let is_sure = |place: &Place| strong || neighbours.sides(span, place, &(0..0)).any();
        match scored.as_slice() {
            [(off, best), rest @ ..]
                if is_sure(best)
                    && *off * 100 <= whole * MOST_CHANGED
                    && rest.first().is_none_or(|(next, _)| next - off >= lead) =>
            {
                Outcome::Fuzzy {
                    range: best.raw.clone(),
                    score: share(whole - off, whole),
                    second: rest.first().map_or(0.0, |(next, _)| share(whole.saturating_sub(*next), whole)),
                }
            }
            _ => Outcome::Ambiguous(places.iter().map(|place| place.raw.clone()).collect()),
        }
    }

    /// Where the words nearly stand.
    pub fn near(&self, haystack: &Haystack<'_>, expected: Option<usize>, work: &mut Work) -> Vec<Near> {
        let words = &self.needle.words;
        let Some(pattern) = Pattern::new(words.iter().copied()) else { return Vec::new() };
        let window = work.window(haystack.chars().len(), pattern.cost(), expected, WINDOW + words.len());
        let text = &haystack.chars()[window.clone()];
        let row = pattern.search(text);
        let second = best_and_second(&row, words.len()).and_then(|(_, second)| second);
        let most = words.len() * MOST_CHANGED / 100;
        let mut found: Vec<Near> = Vec::new();
        for end in apart(&row, most, words.len()) {
            let span = window.start + start_of(words, text, end.end)..window.start + end.end;
            // Inside a longer word it is another word.
            let parted = usize::from(!self.needle.open_start && haystack.parts_a_word(span.start))
                + usize::from(!self.needle.open_end && haystack.parts_a_word(span.end));
            found.push(Near {
                distance: end.distance + parted,
                place: haystack.place(whole_words(haystack, span)),
                next: words.len(),
            });
        }
        found.retain(|near| near.distance <= most);
        found.sort_by_key(|near| near.distance);
        // What comes next to the only one is farther off than what counts as near.
        if let ([only], Some(second)) = (found.as_mut_slice(), second) {
            only.next = second.distance.max(only.distance);
        }
        found
    }

    /// Which of the places where they nearly stand is theirs. Few words need a neighbour.
    pub fn nearly(&self, span: &Range<u32>, found: &[Near], neighbours: &Neighbours) -> Outcome {
        let length = self.needle.words.len();
        let strong = is_strong(&self.needle.words);
        let all = found.iter().map(|near| (near, neighbours.sides(span, &near.place, &(0..0))));
        let all: Vec<(&Near, Sides)> = all.filter(|(_, sides)| strong || sides.any()).collect();
        let Some(least) = all.first().map(|(near, _)| near.distance) else { return Outcome::NotFound };
        let contenders: Vec<_> = all.iter().filter(|(near, _)| near.distance - least < lead(length)).collect();
        let between: Vec<_> = contenders.iter().filter(|(_, sides)| sides.both()).collect();
        let (chosen, _) = match (contenders.as_slice(), between.as_slice()) {
            ([one], _) => one,
            (_, [one]) => *one,
            (several, _) => {
                let mut places: Vec<Range<u32>> = several.iter().map(|(near, _)| near.place.raw.clone()).collect();
                places.sort_by_key(|place| place.start);
                return Outcome::Ambiguous(places);
            }
        };
        let others = found.iter().filter(|near| near.place != chosen.place);
        let next = others.map(|near| near.distance).min().unwrap_or(chosen.next);
        Outcome::Fuzzy {
            range: chosen.place.raw.clone(),
            score: share(length - chosen.distance, length),
            second: share(length.saturating_sub(next), length),
        }
    }
}

/// A place where the words nearly stand.
pub(super) struct Near {
    pub place: Place,
    /// How many code points differ.
    distance: usize,
    /// How many do at the next best place, if none of those found is that.
    next: usize,
}

/// The least lead for words of this length.
fn lead(length: usize) -> usize {
    (length * LEAD.0 / 100).max(LEAD.1)
}

fn share(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

/// `span` of the folded text without spaces at its ends, widened to whole words; not beyond what a word may be long.
pub(super) fn whole_words(haystack: &Haystack<'_>, span: Range<usize>) -> Range<usize> {
    const LONGEST: usize = 16;
    let chars = haystack.chars();
    let span = span.start.min(span.end)..span.end;
    let mut start = span.end - trimmed_start(&chars[span.clone()]).len();
    let mut end = start + trimmed_end(&chars[start..span.end]).len();
    while haystack.parts_a_word(start) && span.start - start.min(span.start) < LONGEST {
        start -= 1;
    }
    while haystack.parts_a_word(end) && end.max(span.end) - span.end < LONGEST {
        end += 1;
    }
    start..end
}

fn trimmed_start(chars: &[char]) -> &[char] {
    &chars[chars.iter().take_while(|&&c| c == ' ').count()..]
}

fn trimmed_end(chars: &[char]) -> &[char] {
    &chars[..chars.len() - chars.iter().rev().take_while(|&&c| c == ' ').count()]
}
