//! Words, marks and spaces: a statement as the pieces that an alignment puts side by side.
//!
//! As in collation of manuscripts, a token carries the white space after it, so that a statement is its tokens one after
//! another, and it has a *key*, the form in which it counts as the same: without case, in Unicode normalisation form C,
//! with straight apostrophes and plain hyphens.

use std::ops::Range;

use sidebyline_dataset::model::Verbatim;
use sidebyline_dataset::text::{canonical, words};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TokenKind {
    /// A word, a number, or a sign that is read as a word (`%`, `€`).
    Word,
    /// `…`, `...`, `. . .`, with or without brackets: a mark that words were left out, or that somebody paused.
    Ellipsis,
    /// A question or exclamation mark, which can change what is said.
    Ending,
    /// Another mark of punctuation.
    Punctuation,
    /// A dash or a hyphen that stands by itself.
    Dash,
    /// A quotation mark.
    QuotationMark,
    /// What lies beyond the number of tokens that are aligned, in one piece.
    Rest,
}

impl TokenKind {
    /// Whether it is nothing but typography: that one has it and another doesn't is a trivial difference.
    pub fn is_trivial(self) -> bool {
        matches!(self, Self::Punctuation | Self::Dash | Self::QuotationMark)
    }
}

/// A piece of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The part of the statement in which it stands.
    pub part: u32,
    /// Its code points in that part, with the white space after it; those of a part leave no gap.
    pub span: Range<u32>,
    /// Its code points without white space, brackets included.
    pub body: Range<u32>,
    /// What it is.
    pub kind: TokenKind,
    /// Whether it stands in brackets: an insertion of whoever wrote it down.
    pub bracketed: bool,
    /// The form in which it counts as the same.
    pub key: String,
    /// It as it stands, without the brackets of an insertion and the white space.
    pub text: String,
    /// The white space after it.
    pub space: String,
}

/// The code points that brackets may hold at most to be read as an insertion.
const INSERTION: usize = 120;

/// The tokens of all `parts`, at most `most` of them: beyond, what is left of the part is one token, as is each part
/// after it.
pub fn tokens(parts: &[&Verbatim], most: usize) -> Vec<Token> {
    let mut found = Vec::new();
    for (part, verbatim) in (0..).zip(parts) {
        let room = most.saturating_sub(found.len());
        tokens_of_part(&verbatim.0.chars().collect::<Vec<char>>(), part, room, &mut found);
    }
    found
}

fn tokens_of_part(chars: &[char], part: u32, room: usize, found: &mut Vec<Token>) {
    let spoken = words(chars);
    let first = found.len();
    let mut brackets = Brackets::default();
    let mut at = 0;
    while at < chars.len() {
        if chars[at].is_whitespace() {
            at += 1;
            continue;
        }
        let start = at;
        if found.len() - first >= room {
            push(chars, part, start..chars.len(), TokenKind::Rest, false, found);
            break;
        }
        if let Some(end) = ellipsis(chars, at) {
            push(chars, part, start..end, TokenKind::Ellipsis, false, found);
            at = end;
        } else if let Some(end) = letter_in_brackets(chars, at, &spoken) {
            push(chars, part, start..end, TokenKind::Word, false, found);
            at = end;
        } else if let Some(end) = word_at(&spoken, at).or_else(|| negative(chars, at, &spoken)) {
            let body = brackets.opened.take().unwrap_or(start)..end;
            push(chars, part, body, TokenKind::Word, brackets.close.is_some(), found);
            at = end;
        } else if let Some(close) = closing_bracket(chars, at).filter(|_| brackets.close.is_none()) {
            brackets = Brackets { opened: Some(at), close: Some(close) };
            at += 1;
        } else if brackets.close == Some(at) {
            at += 1;
            match found.last_mut().filter(|last| found_inside(last, part, brackets.opened)) {
                Some(last) => last.body.end = at as u32,
                // Nothing but signs stood in them.
                None => push(chars, part, brackets.opened.unwrap_or(start)..at, TokenKind::Punctuation, false, found),
            }
            brackets = Brackets::default();
        } else {
            let body = brackets.opened.take().unwrap_or(start)..at + 1;
            push(chars, part, body, sign(chars[at]), brackets.close.is_some(), found);
            at += 1;
        }
    }
    cover(chars, &mut found[first..]);
}

/// Brackets that have been opened: where, until a token has taken them up, and where they close.
#[derive(Default)]
struct Brackets {
    opened: Option<usize>,
    close: Option<usize>,
}

/// Whether `last` stands inside the brackets that now close.
fn found_inside(last: &Token, part: u32, opened: Option<usize>) -> bool {
    last.part == part && opened.is_none() && last.bracketed
}

fn push(chars: &[char], part: u32, body: Range<usize>, kind: TokenKind, bracketed: bool, found: &mut Vec<Token>) {
    let letters = chars[body.clone()].iter();
    let is_word = kind == TokenKind::Word;
    let text: String = letters.filter(|c| !is_word || !matches!(c, '[' | ']' | '(' | ')')).collect();
    let key = match kind {
        TokenKind::Ellipsis => "…".into(),
        TokenKind::QuotationMark => "\"".into(),
        TokenKind::Dash => "-".into(),
        _ => key(&text),
    };
    let body = body.start as u32..body.end as u32;
    found.push(Token { part, span: body.clone(), body, kind, bracketed, key, text, space: String::new() });
}

/// Hyphens and minus signs that differ in nothing but their code point.
pub(crate) fn plain_hyphen(c: char) -> char {
    if matches!(c, '\u{2010}' | '\u{2011}' | '−') { '-' } else { c }
}

/// The form in which some words count as the same: canonical, without case, with plain hyphens.
pub(crate) fn key(words: &str) -> String {
    canonical(words).chars().map(plain_hyphen).flat_map(char::to_lowercase).collect()
}

/// Stretches the spans over the white space after each token, and the first one's over that before it.
fn cover(chars: &[char], tokens: &mut [Token]) {
    let mut end = chars.len() as u32;
    for token in tokens.iter_mut().rev() {
        token.span.end = end;
        token.space = chars[token.body.end as usize..end as usize].iter().collect();
        end = token.body.start;
        token.span.start = end;
    }
    if let Some(first) = tokens.first_mut() {
        first.span.start = 0;
    }
}

/// Where the ellipsis that begins at `at` ends, if one does.
fn ellipsis(chars: &[char], at: usize) -> Option<usize> {
    let skip_spaces = |from: usize| (from..chars.len()).find(|&at| !chars[at].is_whitespace()).unwrap_or(chars.len());
    let close = match chars[at] {
        '[' => ']',
        '(' => ')',
        _ => return dots(chars, at),
    };
    let end = skip_spaces(dots(chars, skip_spaces(at + 1))?);
    (chars.get(end) == Some(&close)).then_some(end + 1)
}

/// Where the dots that begin at `at` end: one of `…`, or two and more full stops with at most one space between them.
fn dots(chars: &[char], at: usize) -> Option<usize> {
    let mut end = at;
    let mut stops = 0;
    let mut signs = 0;
    loop {
        match chars.get(end) {
            Some('.') => stops += 1,
            Some('…') => signs += 1,
            Some(c) if c.is_whitespace() && stops > 0 && chars.get(end + 1) == Some(&'.') => {}
            _ => break,
        }
        end += 1;
    }
    // `. .` alone is two slips of a full stop; without a space it is an ellipsis that lacks a dot.
    let joined = stops == 2 && end == at + 2;
    (signs > 0 || stops >= 3 || joined).then_some(end)
}

/// The end of a word whose beginning stands in brackets, as in `[T]he`.
fn letter_in_brackets(chars: &[char], at: usize, words: &[Range<u32>]) -> Option<usize> {
    let close = closing_bracket(chars, at)?;
    let letters = chars[at + 1..close].iter().all(|c| c.is_alphabetic());
    (letters && close <= at + 3).then(|| word_at(words, close + 1)).flatten()
}

/// The end of a number with a minus sign before it.
fn negative(chars: &[char], at: usize, words: &[Range<u32>]) -> Option<usize> {
    let apart = at == 0 || !chars[at - 1].is_alphanumeric();
    let digit = chars.get(at + 1).is_some_and(char::is_ascii_digit);
    (matches!(chars[at], '-' | '−') && apart && digit).then(|| word_at(words, at + 1)).flatten()
}

/// The end of the word that begins at `at`, if one does.
fn word_at(words: &[Range<u32>], at: usize) -> Option<usize> {
    let position = words.binary_search_by_key(&(at as u32), |word| word.start).ok()?;
    Some(words[position].end as usize)
}

/// Where the brackets that open at `at` close, if what they hold is short and has no brackets in it.
fn closing_bracket(chars: &[char], at: usize) -> Option<usize> {
    let close = match chars[at] {
        '[' => ']',
        '(' => ')',
        _ => return None,
    };
    let held = chars[at + 1..].iter().take(INSERTION);
    let end = at + 1 + held.into_iter().position(|c| matches!(c, '[' | ']' | '(' | ')'))?;
    (chars[end] == close && end > at + 1).then_some(end)
}

/// What a sign is that belongs to no word.
fn sign(c: char) -> TokenKind {
    match c {
        '"' | '\'' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '«' | '»' | '‹' | '›' | '「' | '」' => {
            TokenKind::QuotationMark
        }
        '-' | '\u{2010}'..='\u{2015}' | '−' => TokenKind::Dash,
        '!' | '?' | '¡' | '¿' | '؟' | '？' | '！' => TokenKind::Ending,
        '%' | '$' | '&' | '+' | '=' | '@' | '#' | '<' | '>' | '^' => TokenKind::Word,
        _ if c.is_ascii_punctuation() || matches!(c, '،' | '؛' | '。' | '、' | '，' | '·' | '•') => {
            TokenKind::Punctuation
        }
        _ if c.is_control() || is_invisible(c) => TokenKind::Punctuation,
        _ => TokenKind::Word,
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests;
