//! Several wordings of one statement, token by token in columns.
//!
//! The method is that of collation: witnesses are aligned one after another with the columns that those before them have
//! made (progressive alignment: Feng and Doolittle, *J. Mol. Evol.* 25, 1987; for texts Spencer and Howe, *Computers and
//! the Humanities* 38, 2004), each by dynamic programming (Needleman and Wunsch, *J. Mol. Biol.* 48, 1970). What is best
//! is decided in steps: most words in common, which for two witnesses is a longest common subsequence; then most marks
//! in common; then fewest breaks; then most alike where words differ.
//!
//! The witnesses go in by length and words and not in the order given, so that nothing depends on that order.

mod best;

use sidebyline_dataset::model::Verbatim;

use crate::item::{Form, Words};
use crate::token::{Token, TokenKind, tokens};
use best::{Entry, Step};

/// The most witnesses that are aligned.
pub const WITNESSES: usize = 48;

/// The most tokens of one of two witnesses that are aligned; of more witnesses it is fewer.
pub const TOKENS: usize = 1500;

/// Several wordings, token by token in columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alignment {
    /// The tokens of each witness, in the order in which the witnesses were given.
    pub witnesses: Vec<Witness>,
    /// For each column the token that each witness has in it, as a position in its tokens. In each column somebody has
    /// one, and each witness's tokens stand in their order.
    pub columns: Vec<Vec<Option<u32>>>,
}

/// The tokens of one witness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// In their order.
    pub tokens: Vec<Token>,
    /// How its parts hang together.
    pub form: Form,
}

/// Aligns `words`. Beyond [`WITNESSES`] nothing is aligned, and beyond a number of tokens the rest is one token, so
/// that the cost is bounded whatever the words are.
pub fn align(words: &[Words<'_>]) -> Alignment {
    let words = &words[..words.len().min(WITNESSES)];
    let most = (5000 / words.len().max(1)).clamp(80, TOKENS);
    let read = |words: &Words<'_>| Witness { tokens: tokens(words.parts(), most), form: words.form() };
    let witnesses: Vec<Witness> = words.iter().map(read).collect();
    let keys = Keys::of(&witnesses);
    let mut columns: Vec<Vec<Option<u32>>> = Vec::new();
    let mut heads: Vec<Vec<Entry>> = Vec::new();
    for witness in order(words, &witnesses) {
        let entries: Vec<Entry> = keys.entries(&witnesses[witness]);
        (columns, heads) = merged(columns, heads, witness, witnesses.len(), &entries);
    }
    Alignment { witnesses, columns }
}

/// The order in which witnesses are aligned: those with most words first, then by what they say.
fn order(words: &[Words<'_>], witnesses: &[Witness]) -> Vec<usize> {
    let spoken = |at: &usize| witnesses[*at].tokens.iter().filter(|token| token.kind == TokenKind::Word).count();
    let keys = |at: &usize| witnesses[*at].tokens.iter().map(|token| token.key.as_str()).collect::<Vec<_>>();
    let text = |at: &usize| words[*at].parts().iter().map(|Verbatim(part)| part.as_str()).collect::<Vec<_>>();
    let mut order: Vec<usize> = (0..witnesses.len()).collect();
    order.sort_by(|a, b| {
        let longer = spoken(b).cmp(&spoken(a));
        longer.then_with(|| keys(a).cmp(&keys(b))).then_with(|| text(a).cmp(&text(b)))
    });
    order
}

/// The columns with one witness more, and what each may be matched with.
fn merged(
    columns: Vec<Vec<Option<u32>>>,
    heads: Vec<Vec<Entry>>,
    witness: usize,
    witnesses: usize,
    entries: &[Entry],
) -> (Vec<Vec<Option<u32>>>, Vec<Vec<Entry>>) {
    let steps = best::steps(&heads, entries);
    let mut made = (Vec::with_capacity(steps.len()), Vec::with_capacity(steps.len()));
    let mut old = columns.into_iter().zip(heads);
    let mut tokens = (0_u32..).zip(entries);
    for step in steps {
        let before = if step == Step::Token { None } else { old.next() };
        let (mut column, mut head) = before.unwrap_or_else(|| (vec![None; witnesses], Vec::new()));
        if step != Step::Column
            && let Some((position, entry)) = tokens.next()
        {
            column[witness] = Some(position);
            if !head.iter().any(|other| other.same(entry)) {
                head.push(entry.clone());
            }
        }
        made.0.push(column);
        made.1.push(head);
    }
    made
}

/// Every key that occurs, in order, so that a number stands for it.
struct Keys<'a>(Vec<(TokenKind, &'a str)>);

impl<'a> Keys<'a> {
    fn of(witnesses: &'a [Witness]) -> Self {
        let tokens = witnesses.iter().flat_map(|witness| &witness.tokens);
        let mut keys: Vec<_> = tokens.map(|token| (token.kind, token.key.as_str())).collect();
        keys.sort_unstable();
        keys.dedup();
        Self(keys)
    }

    fn entries(&self, witness: &Witness) -> Vec<Entry> {
        let entry = |token: &Token| Entry {
            key: self.0.partition_point(|key| *key < (token.kind, token.key.as_str())) as u32,
            kind: token.kind,
            letters: token.key.chars().take(12).collect(),
        };
        witness.tokens.iter().map(entry).collect()
    }
}

impl Alignment {
    /// The token that `witness` has in `column`.
    pub fn token(&self, column: usize, witness: usize) -> Option<&Token> {
        let position = (*self.columns.get(column)?.get(witness)?)?;
        self.witnesses.get(witness)?.tokens.get(position as usize)
    }

    /// How many words stand in the same column with the same key in all witnesses.
    pub fn shared_words(&self) -> usize {
        let all_share = |column: &usize| {
            let first = self.token(*column, 0).filter(|token| token.kind == TokenKind::Word);
            first.is_some_and(|first| {
                (1..self.witnesses.len())
                    .all(|witness| self.token(*column, witness).is_some_and(|token| token.key == first.key))
            })
        };
        (0..self.columns.len()).filter(all_share).count()
    }

    /// How many words `witness` has.
    pub fn words(&self, witness: usize) -> usize {
        let tokens = self.witnesses.get(witness).map_or(&[][..], |witness| &witness.tokens);
        tokens.iter().filter(|token| token.kind == TokenKind::Word).count()
    }

    /// The most words in a row that `a` and `b` have in common. Marks between two words don't part them, a word of one
    /// that the other lacks does.
    pub fn longest_run(&self, a: usize, b: usize) -> usize {
        let (mut run, mut longest) = (0, 0);
        for column in 0..self.columns.len() {
            let is_word = |token: &&Token| matches!(token.kind, TokenKind::Word | TokenKind::Rest);
            match (self.token(column, a).filter(is_word), self.token(column, b).filter(is_word)) {
                (None, None) => {}
                (Some(one), Some(other)) if one.key == other.key => run += 1,
                _ => run = 0,
            }
            longest = longest.max(run);
        }
        longest
    }
}

#[cfg(test)]
pub(crate) mod tests;
