//! How wordings differ, each difference with its type and what each witness reads.

mod omission;

use std::ops::Range;

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
    /// The segments over which it goes, of those in which trivial differences part nothing; empty if it is of whole
    /// witnesses.
    pub segments: Range<usize>,
    /// What the witnesses read, those that agree together. A witness that has no words there is in no reading. Of what
    /// is left out over several segments, it is what the first of those who have most of it reads.
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
    /// The words of the first of them: code points of its parts, in order, without punctuation at the ends; empty for
    /// differences of whole witnesses.
    pub words: Vec<(usize, Range<u32>)>,
}

impl Reading {
    /// A reading of one witness, of no words in particular.
    pub(super) fn of(witness: usize) -> Self {
        Self { witnesses: vec![witness], words: Vec::new() }
    }
}

/// The differences of words, in the order of the segments: those of readings, and what is left out.
pub(super) fn of_words(alignment: &Alignment, segments: &[Segment]) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut added = vec![false; segments.len()];
    for (number, segment) in segments.iter().enumerate().filter(|(_, segment)| !segment.agrees()) {
        let readings = readings(alignment, segment);
        let having: Vec<usize> = readings.iter().flat_map(|reading| reading.witnesses.clone()).collect();
        added[number] = adds(alignment, segment, &having);
        if let Some((kind, who)) = of_readings(alignment, segment, &readings, added[number]) {
            found.push(Difference { kind, who, segments: number..number + 1, readings });
        }
    }
    omission::differences(alignment, segments, &added, &mut found);
    found.sort_by_key(|difference| (difference.segments.start, difference.kind));
    let whole: Vec<String> = alignment.witnesses.iter().map(|witness| squeezed(witness.tokens.iter())).collect();
    let only_typography = alignment.witnesses.iter().all(|witness| witness.form == Form::Whole)
        && whole.iter().all(|other| *other == whole[0]);
    if only_typography {
        // Words that are parted elsewhere: whatever stands beside what, together they are the same.
        for difference in found.iter_mut().filter(|difference| !stays(difference.kind)) {
            difference.kind = Kind::Trivial(Trivial::Space);
        }
    }
    found
}

/// Whether a difference is one though the letters of all witnesses are the same.
fn stays(kind: Kind) -> bool {
    kind.is_trivial() || matches!(kind, Kind::Insertion | Kind::Ellipsis)
}

/// What is read in a segment, by those who have words there.
pub(super) fn readings(alignment: &Alignment, segment: &Segment) -> Vec<Reading> {
    let reading = |group: &Vec<usize>| {
        let first = group.first().copied().filter(|&first| lack(alignment, segment, first).is_none())?;
        let words = stretches(tokens(alignment, &segment.columns, first));
        Some(Reading { witnesses: group.clone(), words })
    };
    segment.groups.iter().filter_map(reading).collect()
}

/// How those who have words differ from each other, or add them.
fn of_readings(
    alignment: &Alignment,
    segment: &Segment,
    readings: &[Reading],
    added: bool,
) -> Option<(Kind, Vec<usize>)> {
    let inserted = |reading: &&Reading| reading.witnesses.iter().any(|&at| is_inserted(alignment, segment, at));
    let of = |readings: Vec<&Reading>| readings.into_iter().flat_map(|reading| reading.witnesses.clone()).collect();
    let insertions: Vec<&Reading> = readings.iter().filter(inserted).collect();
    if !insertions.is_empty() {
        return Some((Kind::Insertion, of(insertions)));
    }
    if added {
        return Some((Kind::AddedWords, of(readings.iter().collect())));
    }
    if readings.len() < 2 {
        return None;
    }
    let plain = |reading: &Reading| squeezed(tokens(alignment, &segment.columns, reading.witnesses[0]));
    let same = readings.windows(2).all(|pair| plain(&pair[0]) == plain(&pair[1]));
    let hyphens = readings.iter().any(|reading| has_hyphen(alignment, segment, reading.witnesses[0]));
    let kind = match (same, hyphens) {
        (true, true) => Kind::Trivial(Trivial::Dashes),
        (true, false) => Kind::Trivial(Trivial::Space),
        _ => Kind::ChangedWords,
    };
    Some((kind, of(readings.iter().collect())))
}

/// Why a witness has no words in a segment, if it has none; nothing but typography is no words.
pub(super) fn lack(alignment: &Alignment, segment: &Segment, witness: usize) -> Option<Gap> {
    if let Some(Cell::Gap(gap)) = segment.cells.get(witness) {
        return Some(*gap);
    }
    let mut words = tokens(alignment, &segment.columns, witness).filter(|token| !token.kind.is_trivial()).peekable();
    if words.peek().is_none() {
        let has_gap = segment.columns.clone().any(|column| alignment.token(column, witness).is_none());
        return has_gap.then_some(Gap::Middle);
    }
    words.all(|token| token.kind == TokenKind::Ellipsis).then_some(Gap::Marked)
}

/// Whether those who have the words of a segment add them, rather than that the others leave them out.
fn adds(alignment: &Alignment, segment: &Segment, having: &[usize]) -> bool {
    let silent: Vec<usize> = (0..segment.cells.len())
        .filter(|&witness| lack(alignment, segment, witness).is_some_and(|gap| gap != Gap::Outside))
        .collect();
    let middle = silent.iter().all(|&witness| lack(alignment, segment, witness) == Some(Gap::Middle));
    match (having, silent.as_slice()) {
        _ if !middle => false,
        ([one], [other]) => alignment.words(*one) < alignment.words(*other),
        _ => !having.is_empty() && having.len() < silent.len(),
    }
}

/// Tokens as stretches of their parts, without what is only typography at the ends.
pub(super) fn stretches<'a>(tokens: impl Iterator<Item = &'a Token>) -> Vec<(usize, Range<u32>)> {
    let tokens: Vec<&Token> = tokens.collect();
    let kept = |token: &&Token| !token.kind.is_trivial();
    let from = tokens.iter().position(kept).unwrap_or(0);
    let to = tokens.iter().rposition(kept).map_or(tokens.len(), |last| last + 1);
    let mut stretches: Vec<(usize, Range<u32>)> = Vec::new();
    for token in &tokens[from..to] {
        let part = token.part as usize;
        match stretches.last_mut().filter(|(last, _)| *last == part) {
            Some((_, span)) => span.end = token.body.end,
            None => stretches.push((part, token.body.clone())),
        }
    }
    stretches
}

/// The tokens that a witness has in these columns.
pub(super) fn tokens<'a>(
    alignment: &'a Alignment,
    columns: &Range<usize>,
    witness: usize,
) -> impl Iterator<Item = &'a Token> + use<'a> {
    columns.clone().filter_map(move |column| alignment.token(column, witness))
}

fn has_hyphen(alignment: &Alignment, segment: &Segment, witness: usize) -> bool {
    tokens(alignment, &segment.columns, witness).any(|token| token.kind == TokenKind::Dash || token.key.contains('-'))
}

fn is_inserted(alignment: &Alignment, segment: &Segment, witness: usize) -> bool {
    tokens(alignment, &segment.columns, witness).any(|token| token.bracketed && token.kind == TokenKind::Word)
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
