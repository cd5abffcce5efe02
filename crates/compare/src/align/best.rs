//! The best way to put one more witness to the columns of those before it.

use crate::token::TokenKind;

/// A token as the search sees it.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Stands for its key.
    pub key: u32,
    pub kind: TokenKind,
    /// The first letters of its key.
    pub letters: Vec<char>,
}

impl Entry {
    pub(super) fn same(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A column in which the witness has nothing.
    Column,
    /// A token that needs a column of its own.
    Token,
    /// A token in a column.
    Both,
}

// Each kind of merit outweighs all of the next together: of none can there be more than 2^12.
const WORD: i64 = 1 << 44;
const MARK: i64 = 1 << 31;
const NO_BREAK: i64 = 1 << 18;
/// What it is worth that a pair of different words comes right after one of equal ones.
const AT_ONCE: i64 = 2;

/// The best score of a way that ends somewhere: with a match, and otherwise.
#[derive(Clone, Copy)]
struct Score {
    matched: i64,
    other: i64,
}

const IMPOSSIBLE: i64 = i64::MIN / 2;

impl Score {
    fn best(self) -> i64 {
        self.matched.max(self.other)
    }

    fn ends_matched(self) -> bool {
        self.matched >= self.other
    }
}

// How a cell's two scores came about, in one byte.
const MATCH_AFTER_MATCH: u8 = 1;
const OTHER_AFTER_MATCH: u8 = 2;
const OTHER_IS_COLUMN: u8 = 4;
const OTHER_IS_TOKEN: u8 = 8;

/// The steps of the best way through `columns` and `tokens`: as many of [`Step::Column`] and [`Step::Both`] as there are
/// columns, and as many of [`Step::Token`] and [`Step::Both`] as there are tokens.
pub(super) fn steps(columns: &[Vec<Entry>], tokens: &[Entry]) -> Vec<Step> {
    let width = tokens.len() + 1;
    let mut ways: Vec<u8> = vec![0; (columns.len() + 1) * width];
    let start = Score { matched: IMPOSSIBLE, other: 0 };
    let mut above: Vec<Score> = vec![start; width];
    ways[1..width].fill(OTHER_IS_TOKEN);
    for (row, column) in (1..).zip(columns) {
        let mut line = Vec::with_capacity(width);
        line.push(start);
        ways[row * width] = OTHER_IS_COLUMN;
        for (at, token) in (1..).zip(tokens) {
            let (corner, up, left) = (above[at - 1], above[at], line[at - 1]);
            let (score, way) = cell(column, token, corner, up, left);
            line.push(score);
            ways[row * width + at] = way;
        }
        above = line;
    }
    let ends_matched = above.last().is_some_and(|last| last.ends_matched());
    walk_back(&ways, columns.len(), tokens.len(), ends_matched)
}

/// The scores of a cell, and how they came about. Of equal ways, a pair comes before a column and that before a token.
fn cell(column: &[Entry], token: &Entry, corner: Score, up: Score, left: Score) -> (Score, u8) {
    let mut way = 0;
    let mut matched = IMPOSSIBLE;
    let mut other = IMPOSSIBLE;
    let mut after_match = false;
    if column.iter().any(|entry| entry.same(token)) {
        let unbroken = corner.matched + NO_BREAK;
        matched = worth(token.kind) + unbroken.max(corner.other);
        if unbroken >= corner.other {
            way |= MATCH_AFTER_MATCH;
        }
    } else if let Some(likeness) = column.iter().filter_map(|entry| likeness(entry, token)).max() {
        after_match = corner.matched + AT_ONCE >= corner.other;
        other = likeness + corner.other.max(corner.matched + AT_ONCE);
    }
    if up.best() > other {
        other = up.best();
        after_match = up.ends_matched();
        way |= OTHER_IS_COLUMN;
    }
    if left.best() > other {
        other = left.best();
        after_match = left.ends_matched();
        way = way & !OTHER_IS_COLUMN | OTHER_IS_TOKEN;
    }
    if after_match {
        way |= OTHER_AFTER_MATCH;
    }
    (Score { matched, other }, way)
}

fn worth(kind: TokenKind) -> i64 {
    match kind {
        TokenKind::Word | TokenKind::Rest => WORD,
        _ => MARK,
    }
}

/// How alike two tokens are that may stand in one column though they aren't the same: 1 and more.
fn likeness(a: &Entry, b: &Entry) -> Option<i64> {
    let pair = (a.kind, b.kind);
    if pair == (TokenKind::Word, TokenKind::Word) {
        let alike = a.letters.iter().zip(&b.letters).take_while(|(a, b)| a == b);
        return Some(alike.fold(1, |likeness, _| likeness + 1));
    }
    let is_mark = |kind| matches!(kind, TokenKind::Punctuation | TokenKind::Ending | TokenKind::Dash);
    (is_mark(a.kind) && is_mark(b.kind) || a.kind == b.kind).then_some(1)
}

fn walk_back(ways: &[u8], columns: usize, tokens: usize, mut matched: bool) -> Vec<Step> {
    let (mut row, mut at) = (columns, tokens);
    let mut steps = Vec::with_capacity(columns.max(tokens));
    while row > 0 || at > 0 {
        let way = ways[row * (tokens + 1) + at];
        let step = match way {
            _ if matched => Step::Both,
            _ if way & OTHER_IS_COLUMN != 0 => Step::Column,
            _ if way & OTHER_IS_TOKEN != 0 => Step::Token,
            _ => Step::Both,
        };
        matched = way & if matched { MATCH_AFTER_MATCH } else { OTHER_AFTER_MATCH } != 0;
        row -= usize::from(step != Step::Token);
        at -= usize::from(step != Step::Column);
        steps.push(step);
    }
    steps.reverse();
    steps
}
