//! One merged line for a reader: what all have, and where they part the readings beside each other.

use crate::item::Form;
use crate::token::{Token, TokenKind};
use crate::variant::Comparison;
use crate::variant::difference::{Kind, Reading};
use crate::variant::segment::{Cell, Gap, Segment};

/// A piece of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// How the witnesses differ here; none if they don't, but for those that quote fragments elsewhere.
    pub kind: Option<Kind>,
    /// What is read: one reading where they don't differ.
    pub readings: Vec<Reading>,
    /// Who has no words here, though he quotes what stands before or after.
    pub absent: Vec<usize>,
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
    segments.iter().filter_map(|segment| piece(comparison, segment, close)).collect()
}

fn piece(comparison: &Comparison, segment: &Segment, close: bool) -> Option<Piece> {
    let mut readings = Vec::new();
    let mut absent = Vec::new();
    for group in &segment.groups {
        let base = base(comparison, group);
        match segment.cells.get(base)? {
            Cell::Words(words) => {
                // The witness whose words stand for the group comes first.
                let others = group.iter().copied().filter(|&witness| witness != base);
                readings.push(Reading { witnesses: [base].into_iter().chain(others).collect(), words: words.clone() });
            }
            Cell::Gap(Gap::Outside) => {}
            Cell::Gap(_) => absent.extend(group),
        }
    }
    let kind = comparison.kind_of(segment, close);
    if kind.is_none() {
        readings.truncate(1);
    }
    let first = readings.first()?.witnesses.first().copied()?;
    Some(Piece { kind, readings, absent, glue: glue(comparison, segment, first) })
}

/// Whose words stand for a group: a whole quote's, if there is one.
fn base(comparison: &Comparison, group: &[usize]) -> usize {
    let witnesses = &comparison.alignment.witnesses;
    let whole = |at: &&usize| witnesses.get(**at).is_some_and(|witness| witness.form == Form::Whole);
    group.iter().find(whole).or(group.first()).copied().unwrap_or(0)
}

impl Comparison {
    /// How the witnesses differ in one of its segments: the difference that says most. If `close`, the segment is one
    /// of those that trivial differences part, and these count.
    pub fn kind_of(&self, segment: &Segment, close: bool) -> Option<Kind> {
        if segment.agrees() {
            return None;
        }
        let at = self.segments.iter().position(|wide| wide.columns.contains(&segment.columns.start));
        let here = self.differences.iter().filter(|difference| difference.segment == at && at.is_some());
        let kinds = here.map(|difference| difference.kind);
        if close { kinds.min() } else { kinds.filter(|kind| !kind.is_trivial()).min() }
    }
}

fn glue(comparison: &Comparison, segment: &Segment, witness: usize) -> Glue {
    let alignment = &comparison.alignment;
    if segment.columns.start == 0 {
        return Glue::Nothing;
    }
    let tokens = &alignment.witnesses[witness].tokens;
    let position = segment.columns.clone().find_map(|column| alignment.columns[column][witness]);
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
