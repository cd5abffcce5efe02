//! Columns joined to stretches in which the same witnesses agree.

use std::ops::Range;

use crate::align::Alignment;
use crate::item::Form;
use crate::token::{Token, TokenKind};

/// Neighbouring columns in which the same witnesses agree with each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The columns.
    pub columns: Range<usize>,
    /// What each witness has there, by number.
    pub cells: Vec<Cell>,
    /// The witnesses in groups of those that agree, each group in order, and the groups by their first.
    pub groups: Vec<Vec<usize>>,
    /// Whether the groups differ in typography only.
    pub trivial: bool,
}

impl Segment {
    /// Whether all witnesses agree.
    pub fn agrees(&self) -> bool {
        self.groups.len() < 2
    }
}

/// What a witness has in a stretch of columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// These words: code points of its parts, in order, without white space at their ends.
    Words(Vec<(usize, Range<u32>)>),
    /// None, and this is why.
    Gap(Gap),
}

/// Why a witness has no words where another has some.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// They stand before its first word.
    Start,
    /// They would stand between two of its words.
    Middle,
    /// They stand after its last word.
    End,
    /// It marks that words are left out there.
    Marked,
    /// They lie outside of what it quotes; what it says there in other words isn't compared.
    Outside,
}

/// What a witness reads in one column, as far as agreement goes.
#[derive(Clone, PartialEq, Eq)]
enum Sign<'a> {
    Word(TokenKind, &'a str, bool),
    None(Gap),
}

/// The stretches of `alignment`. If `close`, trivial differences part stretches too.
pub fn segments(alignment: &Alignment, close: bool) -> Vec<Segment> {
    let gaps = gaps(alignment);
    let mut found: Vec<(Range<usize>, Option<Vec<usize>>)> = Vec::new();
    for (column, gaps) in gaps.iter().enumerate() {
        let classes = (!goes_along(alignment, column, close)).then(|| classes(alignment, column, gaps, close));
        let parted = classes.is_none() && opens_gap(alignment, column) || begins_fragment(alignment, column);
        match found.last_mut() {
            Some((columns, known)) if !parted && (classes.is_none() || known.is_none() || classes == *known) => {
                columns.end = column + 1;
                *known = known.take().or(classes);
            }
            _ => found.push((column..column + 1, classes)),
        }
    }
    found
        .into_iter()
        .map(|(columns, classes)| Segment {
            cells: (0..alignment.witnesses.len()).map(|witness| cell(alignment, &columns, witness, &gaps)).collect(),
            groups: groups(&classes.unwrap_or_else(|| vec![0; alignment.witnesses.len()])),
            trivial: false,
            columns,
        })
        .collect()
}

/// Whether a column goes along with whatever stands beside it: a mark of typography that somebody lacks, and a mark
/// of an omission beside what is omitted.
fn goes_along(alignment: &Alignment, column: usize, close: bool) -> bool {
    let lacks =
        |column: usize, witness: usize| column < alignment.columns.len() && alignment.token(column, witness).is_none();
    let goes = |witness: usize, token: &Token| {
        let omits = token.kind == TokenKind::Ellipsis;
        let beside = lacks(column + 1, witness) || column.checked_sub(1).is_some_and(|before| lacks(before, witness));
        token.kind.is_trivial() && !close || omits && beside
    };
    let all = 0..alignment.witnesses.len();
    all.clone().any(|witness| lacks(column, witness))
        && all
            .filter_map(|witness| Some((witness, alignment.token(column, witness)?)))
            .all(|(at, token)| goes(at, token))
}

/// Whether somebody's mark of an omission stands in the column, and what is omitted follows in the next.
fn opens_gap(alignment: &Alignment, column: usize) -> bool {
    (0..alignment.witnesses.len()).any(|witness| {
        let omits = alignment.token(column, witness).is_some_and(|token| token.kind == TokenKind::Ellipsis);
        let is_open = column + 1 < alignment.columns.len() && alignment.token(column + 1, witness).is_none();
        let follows = column == 0 || alignment.token(column - 1, witness).is_some();
        omits && is_open && follows
    })
}

/// Whether a fragment begins in the column, after another of the same witness.
fn begins_fragment(alignment: &Alignment, column: usize) -> bool {
    alignment.witnesses.iter().enumerate().filter(|(_, witness)| witness.form == Form::Fragments).any(
        |(at, witness)| {
            let position = alignment.columns[column].get(at).copied().flatten();
            let before = position.and_then(|position| position.checked_sub(1));
            let part = |position: Option<u32>| witness.tokens.get(position? as usize).map(|token| token.part);
            before.is_some() && part(before) != part(position)
        },
    )
}

/// For each witness the number of the first that reads the same in the column.
fn classes(alignment: &Alignment, column: usize, gaps: &[Option<Gap>], close: bool) -> Vec<usize> {
    let sign = |witness: usize| match alignment.token(column, witness) {
        Some(token) if close => Sign::Word(token.kind, &token.text, token.bracketed),
        // Of typography it is enough that everybody has some.
        Some(token) if token.kind.is_trivial() => Sign::Word(TokenKind::Punctuation, "", false),
        Some(token) => Sign::Word(token.kind, &token.key, token.bracketed),
        None => Sign::None(gaps[witness].unwrap_or(Gap::Middle)),
    };
    let signs: Vec<Sign<'_>> = (0..alignment.witnesses.len()).map(sign).collect();
    (0..signs.len()).map(|at| signs.iter().position(|sign| *sign == signs[at]).unwrap_or(at)).collect()
}

fn groups(classes: &[usize]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (witness, &class) in classes.iter().enumerate() {
        match groups.iter_mut().find(|group| group.first() == Some(&class)) {
            Some(group) if class != witness => group.push(witness),
            _ => groups.push(vec![witness]),
        }
    }
    groups
}

/// Why each witness has nothing in each column in which it has nothing.
fn gaps(alignment: &Alignment) -> Vec<Vec<Option<Gap>>> {
    let mut all = vec![vec![None; alignment.witnesses.len()]; alignment.columns.len()];
    for (number, witness) in alignment.witnesses.iter().enumerate() {
        let mut before: Option<&Token> = None;
        let mut next = 0;
        for (column, gaps) in all.iter_mut().enumerate() {
            if let Some(token) = alignment.token(column, number) {
                // Before a full stop is the end too.
                before = Some(token).filter(|token| !token.kind.is_trivial()).or(before);
                next += 1;
                continue;
            }
            let after = witness.tokens[next..].iter().find(|token| !token.kind.is_trivial());
            let marks = |token: Option<&Token>| token.is_some_and(|token| token.kind == TokenKind::Ellipsis);
            let parts = [before, after].map(|token| token.map(|token| token.part));
            gaps[number] = Some(match (before, after) {
                _ if marks(before) || marks(after) => Gap::Marked,
                _ if witness.form == Form::Fragments && parts[0] != parts[1] => Gap::Outside,
                (None, _) => Gap::Start,
                (_, None) => Gap::End,
                _ => Gap::Middle,
            });
        }
    }
    all
}

fn cell(alignment: &Alignment, columns: &Range<usize>, witness: usize, gaps: &[Vec<Option<Gap>>]) -> Cell {
    let mut stretches: Vec<(usize, Range<u32>)> = Vec::new();
    for token in columns.clone().filter_map(|column| alignment.token(column, witness)) {
        let part = token.part as usize;
        match stretches.last_mut().filter(|(last, _)| *last == part) {
            Some((_, span)) => span.end = token.body.end,
            None => stretches.push((part, token.body.clone())),
        }
    }
    if stretches.is_empty() {
        let gap = columns.clone().find_map(|column| gaps[column][witness]);
        return Cell::Gap(gap.unwrap_or(Gap::Middle));
    }
    Cell::Words(stretches)
}
