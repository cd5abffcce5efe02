//! How wordings differ, each difference with its type and what each witness reads.

use crate::align::Alignment;
use crate::item::Form;
use crate::token::{Token, TokenKind};
use crate::variant::segment::{Cell, Gap, Segment};

/// One way in which wordings differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What kind of difference it is.
    pub kind: Kind,
    /// The witnesses that shorten, insert, add or quote in part; for a change all that differ.
    pub who: Vec<usize>,
    /// The segment in which it stands, of those in which trivial differences part nothing; none if it is of whole
    /// witnesses.
    pub segment: Option<usize>,
    /// What the witnesses read, those that agree together. A witness that has no words there is in no reading, unless
    /// it marks that it has left some out.
    pub readings: Vec<Reading>,
}

/// The types of differences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// They are attributed to different speakers.
    OtherSpeaker,
    /// Only fragments of it stand in quotation marks, inside a paraphrase.
    PartialQuote,
    /// Words are left out at the start, in the middle or at the end, and no mark says so.
    Shortened(Gap),
    /// Words are left out, and a mark says so.
    Ellipsis,
    /// Somebody has put words of his own in brackets.
    Insertion,
    /// Other words stand in the same place.
    ChangedWords,
    /// Words in the middle that fewer than half of the witnesses have; of two witnesses the one with fewer words in all.
    AddedWords,
    /// A difference of typography only.
    Trivial(Trivial),
}

impl Kind {
    /// Whether it is a difference of typography only.
    pub fn is_trivial(self) -> bool {
        matches!(self, Self::Trivial(_))
    }
}

/// Differences of typography.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trivial {
    /// Capital and small letters.
    Case,
    /// White space, or a word written in two.
    Space,
    /// Quotation marks and apostrophes.
    QuotationMarks,
    /// Dashes and hyphens.
    Dashes,
    /// Commas, full stops and the like.
    Punctuation,
    /// Characters that look the same: other code points, invisible ones.
    Characters,
}

/// What some witnesses read in the same place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// They, in order. They may differ in typography; their first stands for them.
    pub witnesses: Vec<usize>,
    /// The words of the first of them, as the segment's cell has them; empty for differences of whole witnesses.
    pub words: Vec<(usize, std::ops::Range<u32>)>,
}

impl Reading {
    /// A reading of one witness, of no words in particular.
    pub(super) fn of(witness: usize) -> Self {
        Self { witnesses: vec![witness], words: Vec::new() }
    }
}

/// The differences of words, segment by segment.
pub(super) fn of_words(alignment: &Alignment, segments: &[Segment]) -> Vec<Difference> {
    let whole: Vec<String> = alignment.witnesses.iter().map(|witness| squeezed(witness.tokens.iter())).collect();
    let only_typography = alignment.witnesses.iter().all(|witness| witness.form == Form::Whole)
        && whole.iter().all(|other| *other == whole[0]);
    let mut found = Vec::new();
    for (number, segment) in segments.iter().enumerate().filter(|(_, segment)| !segment.agrees()) {
        let first = found.len();
        of_segment(alignment, number, segment, &mut found);
        if only_typography {
            // Words that are parted elsewhere: whatever stands beside what, together they are the same.
            for difference in found[first..].iter_mut().filter(|difference| !stays(difference.kind)) {
                difference.kind = Kind::Trivial(Trivial::Space);
            }
        }
    }
    found
}

/// Whether a difference is one though the letters of all witnesses are the same.
fn stays(kind: Kind) -> bool {
    kind.is_trivial() || matches!(kind, Kind::Insertion | Kind::Ellipsis)
}

fn of_segment(alignment: &Alignment, number: usize, segment: &Segment, found: &mut Vec<Difference>) {
    let mut readings: Vec<Reading> = Vec::new();
    let mut gaps: Vec<(Gap, Vec<usize>)> = Vec::new();
    for group in &segment.groups {
        let Some(&first) = group.first() else { continue };
        match &segment.cells[first] {
            _ if only_omits(alignment, segment, first) => note(&mut gaps, Gap::Marked, group),
            Cell::Words(stretches) => readings.push(Reading { witnesses: group.clone(), words: stretches.clone() }),
            Cell::Gap(gap) => note(&mut gaps, *gap, group),
        }
    }
    let mut push = |kind, who: Vec<usize>, readings: &[Reading]| {
        found.push(Difference { kind, who, segment: Some(number), readings: readings.to_vec() });
    };
    let inserted = |reading: &&Reading| reading.witnesses.iter().any(|&at| is_inserted(alignment, segment, at));
    let insertions: Vec<usize> = readings.iter().filter(inserted).flat_map(|r| r.witnesses.clone()).collect();
    if !insertions.is_empty() {
        push(Kind::Insertion, insertions, &readings);
        return;
    }
    if readings.len() > 1 {
        let plain = |reading: &Reading| squeezed(tokens(alignment, segment, reading.witnesses[0]));
        let same = readings.windows(2).all(|pair| plain(&pair[0]) == plain(&pair[1]));
        let hyphens = readings.iter().any(|reading| has_hyphen(alignment, segment, reading.witnesses[0]));
        let kind = match (same, hyphens) {
            (true, true) => Kind::Trivial(Trivial::Dashes),
            (true, false) => Kind::Trivial(Trivial::Space),
            _ => Kind::ChangedWords,
        };
        push(kind, readings.iter().flat_map(|reading| reading.witnesses.clone()).collect(), &readings);
    }
    if readings.is_empty() {
        // A mark of an omission where nobody has words: it tells something of this witness all the same.
        let omits = gaps.iter().filter(|(gap, _)| *gap == Gap::Marked).flat_map(|(_, who)| who.clone());
        push(Kind::Ellipsis, omits.collect(), &readings);
        return;
    }
    let having: Vec<usize> = readings.iter().flat_map(|reading| reading.witnesses.clone()).collect();
    for (gap, who) in gaps {
        match gap {
            Gap::Outside => {}
            Gap::Middle if adds(alignment, &having, &who) => push(Kind::AddedWords, having.clone(), &readings),
            Gap::Marked => push(Kind::Ellipsis, who, &readings),
            _ => push(Kind::Shortened(gap), who, &readings),
        }
    }
}

fn note(gaps: &mut Vec<(Gap, Vec<usize>)>, gap: Gap, group: &[usize]) {
    match gaps.iter_mut().find(|(known, _)| *known == gap) {
        Some((_, who)) => who.extend(group),
        None => gaps.push((gap, group.to_vec())),
    }
}

/// Whether those who have the words add them, rather than that the others leave them out.
fn adds(alignment: &Alignment, having: &[usize], silent: &[usize]) -> bool {
    match (having, silent) {
        ([one], [other]) => alignment.words(*one) < alignment.words(*other),
        _ => having.len() < silent.len(),
    }
}

pub(super) fn tokens<'a>(
    alignment: &'a Alignment,
    segment: &Segment,
    witness: usize,
) -> impl Iterator<Item = &'a Token> {
    segment.columns.clone().filter_map(move |column| alignment.token(column, witness))
}

/// Whether a witness has a mark of an omission there, and nothing beside it but typography.
fn only_omits(alignment: &Alignment, segment: &Segment, witness: usize) -> bool {
    let mut tokens = tokens(alignment, segment, witness).filter(|token| !token.kind.is_trivial()).peekable();
    tokens.peek().is_some() && tokens.all(|token| token.kind == TokenKind::Ellipsis)
}

fn has_hyphen(alignment: &Alignment, segment: &Segment, witness: usize) -> bool {
    tokens(alignment, segment, witness).any(|token| token.kind == TokenKind::Dash || token.key.contains('-'))
}

fn is_inserted(alignment: &Alignment, segment: &Segment, witness: usize) -> bool {
    tokens(alignment, segment, witness).any(|token| token.bracketed && token.kind == TokenKind::Word)
}

/// Letters, digits and what changes their sense, without case, spaces, quotation marks, hyphens and punctuation.
fn squeezed<'a>(tokens: impl Iterator<Item = &'a Token>) -> String {
    let kept = tokens.filter(|token| !token.kind.is_trivial());
    kept.map(|token| without_hyphens(&token.key)).collect()
}

/// A key without its hyphens. A minus stays, and so does a hyphen between digits, since 10-15 isn't 1015.
fn without_hyphens(key: &str) -> String {
    let chars: Vec<char> = key.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let stays = |&(at, c): &(usize, char)| c != '-' || at == 0 || is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
    chars.iter().copied().enumerate().filter(stays).map(|(_, c)| c).collect()
}
