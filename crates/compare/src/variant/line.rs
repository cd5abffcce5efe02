//! One merged line for a reader: what all have, and where they part the readings beside each other.

use std::ops::Range;

use crate::item::Form;
use crate::token::{Token, TokenKind};
use crate::variant::Comparison;
use crate::variant::difference::{Kind, Reading, lack};
use crate::variant::segment::{Cell, Gap, Segment};

/// A piece of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What is read, by those who agree; one reading where nobody's words differ.
    pub readings: Vec<Reading>,
    /// The difference between the readings, as a position in the comparison's differences.
    pub change: Option<usize>,
    /// Whether others quote nothing here, so that it is the words of these witnesses only; not told beside a whole quote.
    pub only: bool,
    /// The omissions of which this piece is a part.
    pub within: Vec<usize>,
    /// Those of them that begin here.
    pub opens: Vec<usize>,
    /// Those of them that end here.
    pub closes: Vec<usize>,
    /// What stands between it and the piece before it.
    pub glue: Glue,
}

/// What stands between two pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glue {
    /// Nothing.
    Nothing,
    /// A space.
    Space,
    /// Words that nobody quotes.
    Unquoted,
}

/// The line of a comparison. If `close`, trivial differences part it too.
pub fn line(comparison: &Comparison, close: bool) -> Vec<Piece> {
    let segments = if close { &comparison.close } else { &comparison.segments };
    let mut pieces: Vec<Piece> = segments.iter().filter_map(|segment| piece(comparison, segment, close)).collect();
    for (number, difference) in comparison.differences.iter().enumerate() {
        if is_omission(difference.kind) {
            let mut parts: Vec<&mut Piece> = pieces.iter_mut().filter(|piece| piece.within.contains(&number)).collect();
            parts.first_mut().into_iter().for_each(|piece| piece.opens.push(number));
            parts.last_mut().into_iter().for_each(|piece| piece.closes.push(number));
        }
    }
    pieces
}

fn is_omission(kind: Kind) -> bool {
    matches!(kind, Kind::Shortened(_) | Kind::Ellipsis)
}

impl Comparison {
    /// The differences in one of its segments, as positions in the list of them, those that say most first. If `close`,
    /// the segment is one of those that trivial differences part, and these count.
    pub fn differences_in(&self, segment: &Segment, close: bool) -> Vec<usize> {
        if segment.agrees() {
            return Vec::new();
        }
        let at = self.segments.iter().position(|wide| wide.columns.contains(&segment.columns.start));
        let here = |&number: &usize| {
            let difference = &self.differences[number];
            at.is_some_and(|at| difference.segments.contains(&at)) && (close || !difference.kind.is_trivial())
        };
        let mut found: Vec<usize> = (0..self.differences.len()).filter(here).collect();
        found.sort_by_key(|&number| self.differences[number].kind);
        found
    }
}

fn piece(comparison: &Comparison, segment: &Segment, close: bool) -> Option<Piece> {
    let here = comparison.differences_in(segment, close);
    let omits = |number: &usize| is_omission(comparison.differences[*number].kind);
    let (within, changes): (Vec<usize>, Vec<usize>) = here.into_iter().partition(omits);
    let change = changes.first().copied();
    let mut readings = Vec::new();
    for group in &segment.groups {
        let base = base(comparison, group);
        // Who marks that something is left out says so at the end of the omission.
        let silent = lack(&comparison.alignment, segment, base).is_some() && !within.is_empty();
        if let Cell::Words(words) = segment.cells.get(base)?
            && !silent
        {
            // The witness whose words stand for the group comes first.
            let others = group.iter().copied().filter(|&witness| witness != base);
            readings.push(Reading { witnesses: [base].into_iter().chain(others).collect(), words: words.clone() });
        }
    }
    if change.is_none() {
        readings.truncate(1);
    }
    // Where only a mark of an omission stands, it is what there is to see.
    let first = readings.first().and_then(|reading| reading.witnesses.first().copied());
    if first.is_none() && within.is_empty() {
        return None;
    }
    let outside = segment.cells.contains(&Cell::Gap(Gap::Outside));
    let fragments = |witness: &usize| comparison.alignment.witnesses[*witness].form == Form::Fragments;
    let only = outside && readings.iter().flat_map(|reading| &reading.witnesses).all(fragments);
    let glue = first.map_or(Glue::Space, |first| glue(comparison, &segment.columns, first));
    Some(Piece { readings, change, only, within, opens: Vec::new(), closes: Vec::new(), glue })
}

/// Whose words stand for a group: a whole quote's, if there is one.
fn base(comparison: &Comparison, group: &[usize]) -> usize {
    let witnesses = &comparison.alignment.witnesses;
    let whole = |at: &&usize| witnesses.get(**at).is_some_and(|witness| witness.form == Form::Whole);
    group.iter().find(whole).or(group.first()).copied().unwrap_or(0)
}

fn glue(comparison: &Comparison, columns: &Range<usize>, witness: usize) -> Glue {
    let alignment = &comparison.alignment;
    if columns.start == 0 {
        return Glue::Nothing;
    }
    let tokens = &alignment.witnesses[witness].tokens;
    let position = columns.clone().find_map(|column| alignment.columns[column][witness]);
    let token = position.and_then(|position| tokens.get(position as usize));
    let before = position.and_then(|position| tokens.get(position.checked_sub(1)? as usize));
    let unquoted = |before: &Token, token: &Token| {
        before.part != token.part && alignment.witnesses.iter().all(|witness| witness.form == Form::Fragments)
    };
    match (before, token) {
        (Some(before), Some(token)) if unquoted(before, token) => Glue::Unquoted,
        (Some(before), Some(token)) if before.part == token.part && before.space.is_empty() => Glue::Nothing,
        (None, Some(token)) if matches!(token.kind, TokenKind::Punctuation | TokenKind::Ending) => Glue::Nothing,
        _ => Glue::Space,
    }
}
