//! All passages of a source in one text: first those that are certain by themselves, then those that these help to place,
//! then what is only nearly there.

use std::collections::BTreeMap;
use std::ops::Range;

use sidebyline_dataset::model::{Anchor, Passage};
use sidebyline_dataset::text::canonical_digest;

use super::echo::echo;
use super::edges::Edges;
use super::fold::{Normalisation, Normalisations};
use super::haystack::{Haystack, Needle, Place};
use super::support::{Neighbours, Sides};
use super::verdict::{Candidate, Known, Verdict, verdict};
use super::words::{Near, Words};
use super::{Outcome, Sameness, Work};

/// From which score on, and with which lead, a passage that is nearly in its place speaks for others.
const FIRM: f32 = 0.75;
const FIRM_LEAD: f32 = 0.2;

/// Among how many places neighbours may decide.
const MOST_ECHOES: usize = 12;

/// A passage, prepared.
struct Wanted<'a> {
    span: &'a Range<u32>,
    form: Form<'a>,
    known: Known,
}

enum Form<'a> {
    Words(Words),
    Edges(Edges<'a>),
}

/// A place that has all that is known of a passage's words.
struct Match {
    place: Place,
    context: bool,
    strong: bool,
    /// What its digest took; nothing for a passage whose words are known.
    by: Normalisations,
}

/// What was found of a passage's words.
#[derive(Default)]
pub(super) struct Matches {
    all: Vec<Match>,
    /// For edges: stretches between them, whatever their words.
    pub pairs: Vec<(f32, Place)>,
    /// For edges: where the first words start.
    pub heads: Vec<usize>,
    /// For edges: where the last words start.
    pub tails: Vec<usize>,
    /// For words that stand nowhere: where they nearly do.
    near: Vec<Near>,
}

/// What became of each passage.
pub(super) fn search(text: &[char], passages: &[&Passage], sameness: Sameness, work: &mut Work) -> Vec<Outcome> {
    let at_offsets: Vec<bool> =
        passages.iter().map(|passage| sameness == Sameness::Bytes && stands_at_its_offsets(text, passage)).collect();
    if at_offsets.iter().all(|&stands| stands) {
        return passages.iter().map(|passage| Outcome::Exact(passage.span.clone())).collect();
    }
    let haystack = Haystack::new(text);
    let wanted = prepare(passages, sameness);
    let mut matches = matches(&haystack, &wanted, work);

    let mut outcomes: Vec<Option<Outcome>> = vec![None; passages.len()];
    for (at, wanted) in wanted.iter().enumerate() {
        if at_offsets[at] {
            outcomes[at] = Some(Outcome::Exact(wanted.span.clone()));
        } else if let Verdict::Sure(sure) = decide(&haystack, wanted, &matches[at], &Neighbours::default()) {
            outcomes[at] = Some(stands(&haystack, wanted, &matches[at].all[sure]));
        }
    }
    let certain = neighbours(&haystack, &wanted, &outcomes);
    let open: Vec<usize> = (0..wanted.len()).filter(|&at| outcomes[at].is_none()).collect();
    for &at in &open {
        let (Wanted { span, form, .. }, found) = (&wanted[at], &mut matches[at]);
        match form {
            _ if !found.all.is_empty() => {}
            Form::Words(words) => found.near = words.near(&haystack, certain.expected(span.start), work),
            Form::Edges(edges) => {
                let spelt = edges.spelt(&haystack, span, &found.pairs, &certain, work);
                found.all.extend(spelt.into_iter().map(|(place, by)| edges_match(&haystack, place, by, true)));
                found.all.sort_by_key(|found| found.place.folded.start);
            }
        }
        outcomes[at] = Some(place(&haystack, &wanted[at], &matches[at], &certain));
    }
    // What is nearly in its place for sure is a neighbour for what is still open; two of them are as good as a certain one.
    let likely = neighbours(&haystack, &wanted, &outcomes);
    for at in open
        .into_iter()
        .filter(|&at| outcomes[at].as_ref().is_none_or(|outcome| outcome.range().is_none()))
        .collect::<Vec<_>>()
    {
        let mut found = place(&haystack, &wanted[at], &matches[at], &likely.clone());
        if !matches!(found, Outcome::Fuzzy { .. })
            && !found.range().is_some_and(|range| {
                likely.sides(wanted[at].span, &haystack.place_of_raw(range.clone()), &(0..0)).both()
            })
        {
            continue;
        }
        std::mem::swap(outcomes[at].get_or_insert(Outcome::NotFound), &mut found);
    }
    let mut outcomes: Vec<Outcome> = outcomes.into_iter().map(|outcome| outcome.unwrap_or(Outcome::NotFound)).collect();
    tell_quotation_marks(&haystack, &wanted, &mut outcomes);
    outcomes
}

/// A digest doesn't tell which quotation marks a stretch had. Where the text has others at passages whose words are known,
/// it has others in stretches too.
fn tell_quotation_marks(haystack: &Haystack<'_>, wanted: &[Wanted<'_>], outcomes: &mut [Outcome]) {
    let mut marks: Vec<char> = Vec::new();
    for (wanted, outcome) in wanted.iter().zip(outcomes.iter()) {
        if let (Form::Words(words), Outcome::Exact(range) | Outcome::Normalised { range, .. }) = (&wanted.form, outcome)
        {
            marks.extend(words.other_marks(haystack, &haystack.place_of_raw(range.clone())));
        }
    }
    for (wanted, outcome) in wanted.iter().zip(outcomes) {
        let (Form::Edges(_), Outcome::Exact(range) | Outcome::Normalised { range, .. }) = (&wanted.form, &*outcome)
        else {
            continue;
        };
        if haystack.slice(range).iter().any(|c| marks.contains(c)) {
            let (range, by) = match &*outcome {
                Outcome::Normalised { by, .. } => (range.clone(), *by),
                _ => (range.clone(), Normalisations::NONE),
            };
            *outcome = Outcome::Normalised { range, by: by.with(Normalisation::QuotationMarks) };
        }
    }
}

/// The passages that can speak for others: those that are in their place for certain, and those of which most is there
/// and far more than anywhere else.
fn neighbours(haystack: &Haystack<'_>, wanted: &[Wanted<'_>], outcomes: &[Option<Outcome>]) -> Neighbours {
    let placed = wanted.iter().zip(outcomes).filter_map(|(wanted, outcome)| {
        let range = match (outcome.as_ref()?, &wanted.form) {
            (Outcome::Exact(range) | Outcome::Normalised { range, .. }, _) => range,
            (Outcome::Fuzzy { range, score, second }, Form::Words(_))
                if *score >= FIRM && score - second >= FIRM_LEAD =>
            {
                range
            }
            _ => return None,
        };
        Some((wanted.span, haystack.place_of_raw(range.clone())))
    });
    Neighbours::new(placed)
}

/// Whether the words at the passage's own offsets are its words.
fn stands_at_its_offsets(text: &[char], passage: &Passage) -> bool {
    let Some(stretch) = text.get(passage.span.start as usize..passage.span.end as usize) else { return false };
    let stretch: String = stretch.iter().collect();
    match &passage.anchor {
        Anchor::Exact { exact, .. } => exact.0 == stretch,
        Anchor::Edges { digest, .. } => *digest == canonical_digest(&stretch),
    }
}

fn prepare<'a>(passages: &[&'a Passage], sameness: Sameness) -> Vec<Wanted<'a>> {
    let prepared = passages.iter().map(|passage| {
        let form = match &passage.anchor {
            Anchor::Exact { exact, prefix, suffix } => Form::Words(Words::new(&exact.0, prefix, suffix)),
            Anchor::Edges { head, tail, digest } => Form::Edges(Edges::new(&head.0, &tail.0, digest, &passage.span)),
        };
        let told_apart = matches!(&form, Form::Words(words) if words.told_apart());
        let known = Known { told_apart, twice: false, same_words: sameness != Sameness::Other };
        Wanted { span: &passage.span, form, known }
    });
    let mut prepared: Vec<Wanted<'a>> = prepared.collect();
    let twice: Vec<bool> = prepared
        .iter()
        .map(|one| {
            prepared.iter().any(|other| one.span.start != other.span.start && same_words(&one.form, &other.form))
        })
        .collect();
    prepared.iter_mut().zip(twice).for_each(|(wanted, twice)| wanted.known.twice = twice);
    prepared
}

fn same_words(one: &Form<'_>, other: &Form<'_>) -> bool {
    match (one, other) {
        (Form::Words(one), Form::Words(other)) => one.same_as(other),
        (Form::Edges(one), Form::Edges(other)) => one.digest == other.digest,
        _ => false,
    }
}

/// Every place of every passage's words.
fn matches(haystack: &Haystack<'_>, wanted: &[Wanted<'_>], work: &mut Work) -> Vec<Matches> {
    // Several passages begin with the same word; each word is looked for once.
    let mut index: BTreeMap<&Needle, usize> = BTreeMap::new();
    let needles = wanted.iter().flat_map(|wanted| match &wanted.form {
        Form::Words(words) => vec![&words.needle],
        Form::Edges(edges) => vec![&edges.first, &edges.last],
    });
    for needle in needles {
        let next = index.len();
        index.entry(needle).or_insert(next);
    }
    let mut distinct = vec![Needle::new(Vec::new()); index.len()];
    for (needle, &at) in &index {
        distinct[at] = (*needle).clone();
    }
    let (found, complete) = haystack.find(&distinct);
    work.bounded |= !complete;
    let places = |needle: &Needle| index.get(needle).map_or(&[][..], |&at| &found[at]);

    let each = wanted.iter().map(|wanted| match &wanted.form {
        Form::Words(words) => {
            let all = places(&words.needle).iter().map(|&start| {
                let (place, context, strong) = words.candidate(haystack, start);
                Match { place, context, strong, by: Normalisations::NONE }
            });
            Matches { all: all.collect(), ..Matches::default() }
        }
        Form::Edges(edges) => {
            let (heads, tails) = (places(&edges.first), places(&edges.last));
            let pairs = edges.pairs(haystack, heads, tails);
            let (matching, complete) = edges.matching(haystack, &pairs, work);
            // Where not all could be tried, a match may not be the only one.
            let found = |place: Place| edges_match(haystack, place, Normalisations::NONE, complete);
            let mut all: Vec<Match> = matching.into_iter().map(found).collect();
            all.sort_by_key(|found| found.place.folded.start);
            Matches { all, pairs, heads: heads.to_vec(), tails: tails.to_vec(), near: Vec::new() }
        }
    });
    each.collect()
}

fn edges_match(haystack: &Haystack<'_>, place: Place, by: Normalisations, complete: bool) -> Match {
    let strong = complete && Edges::is_strong(haystack, &place);
    Match { place, context: true, strong, by }
}

fn decide(haystack: &Haystack<'_>, wanted: &Wanted<'_>, matches: &Matches, neighbours: &Neighbours) -> Verdict {
    let candidates: Vec<Candidate> = matches
        .all
        .iter()
        .map(|found| Candidate {
            context: found.context,
            strong: found.strong,
            sides: sides(haystack, wanted, found, &matches.all, neighbours),
        })
        .collect();
    verdict(&candidates, wanted.known)
}

/// On which sides neighbours speak for a match. Where it has rivals, only those do that aren't part of what stands
/// round these, too.
fn sides(haystack: &Haystack<'_>, wanted: &Wanted<'_>, found: &Match, all: &[Match], neighbours: &Neighbours) -> Sides {
    let all_round = neighbours.sides(wanted.span, &found.place, &(0..0));
    let place = &found.place.folded;
    let is_rival = |other: &&Match| other.context == found.context && other.place.folded != *place;
    let rivals: Vec<&Match> = all.iter().filter(is_rival).collect();
    if rivals.is_empty() || !all_round.both() {
        return all_round;
    }
    // A neighbour that speaks for a rival, too, has been left where something else was taken out or put in.
    let spoken_for = |rival: &&Match| neighbours.sides(wanted.span, &rival.place, &(0..0)).speak();
    if rivals.len() > MOST_ECHOES || rivals.iter().any(spoken_for) {
        return Sides::default();
    }
    let deaf = rivals.into_iter().fold(place.clone(), |deaf, rival| {
        let echo = echo(haystack, place, &rival.place.folded);
        deaf.start.min(echo.start)..deaf.end.max(echo.end)
    });
    neighbours.sides(wanted.span, &found.place, &deaf)
}

fn stands(haystack: &Haystack<'_>, wanted: &Wanted<'_>, found: &Match) -> Outcome {
    match &wanted.form {
        Form::Words(words) => words.stands(haystack, &found.place),
        Form::Edges(edges) => edges.stands(haystack, &found.place, found.by),
    }
}

/// What becomes of a passage that isn't certain by itself.
fn place(haystack: &Haystack<'_>, wanted: &Wanted<'_>, matches: &Matches, neighbours: &Neighbours) -> Outcome {
    let all = &matches.all;
    match (decide(haystack, wanted, matches, neighbours), &wanted.form) {
        (Verdict::Sure(sure), _) => stands(haystack, wanted, &all[sure]),
        (Verdict::OutOfContext(at), Form::Words(words)) => {
            let places = at.iter().map(|&at| all[at].place.clone()).collect::<Vec<_>>();
            words.out_of_context(haystack, wanted.span, &places, neighbours)
        }
        (Verdict::Unsure(at) | Verdict::OutOfContext(at), _) => {
            Outcome::Ambiguous(at.iter().map(|&at| all[at].place.raw.clone()).collect())
        }
        (Verdict::Nowhere, Form::Words(words)) => words.nearly(wanted.span, &matches.near, neighbours),
        (Verdict::Nowhere, Form::Edges(edges)) => edges.near(haystack, wanted.span, matches, neighbours),
    }
}
