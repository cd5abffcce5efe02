//! Differences of typography among witnesses that agree in their words.

use sidebyline_dataset::text::canonical;

use crate::align::Alignment;
use crate::token::{Token, TokenKind, plain_hyphen};
use crate::variant::difference::{Difference, Kind, Reading, Trivial};
use crate::variant::segment::{Cell, Segment};

/// They, in the order of the columns. Those who differ in their words aren't compared in their commas.
pub(super) fn differences(alignment: &Alignment, segments: &[Segment]) -> Vec<Difference> {
    let mut found = Vec::new();
    for (number, segment) in segments.iter().enumerate() {
        let has_words = |witness: &&usize| matches!(segment.cells.get(**witness), Some(Cell::Words(_)));
        for group in &segment.groups {
            let group: Vec<usize> = group.iter().filter(has_words).copied().collect();
            if group.len() < 2 {
                continue;
            }
            for column in segment.columns.clone() {
                of_column(alignment, number, column, &group, &mut found);
            }
        }
    }
    found
}

fn of_column(alignment: &Alignment, number: usize, column: usize, group: &[usize], found: &mut Vec<Difference>) {
    let readings = readings(alignment, column, group, |token, _| Some(token.text.clone()));
    let missing = group.iter().any(|&witness| alignment.token(column, witness).is_none());
    if readings.len() > 1 || missing && !readings.is_empty() {
        let mut kinds: Vec<Trivial> = Vec::new();
        let tokens: Vec<&Token> = group.iter().filter_map(|&witness| alignment.token(column, witness)).collect();
        for pair in tokens.windows(2) {
            kinds.extend(between(pair[0], pair[1]));
        }
        if missing {
            kinds.extend(tokens.first().and_then(|token| of_mark(token.kind)));
        }
        kinds.sort_unstable();
        kinds.dedup();
        found.extend(kinds.into_iter().map(|kind| trivial(kind, number, readings.clone())));
    }
    let following: Vec<TokenKind> =
        group.iter().filter_map(|&witness| alignment.token(column + 1, witness)).map(|token| token.kind).collect();
    if following.windows(2).any(|pair| pair[0] != pair[1]) {
        return;
    }
    let spaces = self::readings(alignment, column, group, |token, next| next.map(|_| token.space.clone()));
    if spaces.len() > 1 {
        found.push(trivial(Trivial::Space, number, spaces));
    }
}

fn trivial(kind: Trivial, segment: usize, readings: Vec<Reading>) -> Difference {
    let who = readings.iter().flat_map(|reading| reading.witnesses.clone()).collect();
    Difference { kind: Kind::Trivial(kind), who, segments: segment..segment + 1, readings }
}

/// What the witnesses of `group` read in the column, by what `sign` gives of the token and, if all who have one have the
/// next in the next column, of that.
fn readings(
    alignment: &Alignment,
    column: usize,
    group: &[usize],
    sign: impl Fn(&Token, Option<&Token>) -> Option<String>,
) -> Vec<Reading> {
    let mut readings: Vec<(String, Reading)> = Vec::new();
    for &witness in group {
        let Some(token) = alignment.token(column, witness) else { continue };
        let next = alignment.token(column + 1, witness).filter(|next| next.part == token.part);
        let Some(sign) = sign(token, next) else { continue };
        if let Some((_, reading)) = readings.iter_mut().find(|(other, _)| *other == sign) {
            reading.witnesses.push(witness);
        } else {
            let words = vec![(token.part as usize, token.body.clone())];
            readings.push((sign, Reading { witnesses: vec![witness], words }));
        }
    }
    readings.into_iter().map(|(_, reading)| reading).collect()
}

fn of_mark(kind: TokenKind) -> Option<Trivial> {
    match kind {
        TokenKind::QuotationMark => Some(Trivial::QuotationMarks),
        TokenKind::Dash => Some(Trivial::Dashes),
        TokenKind::Punctuation => Some(Trivial::Punctuation),
        _ => None,
    }
}

/// A kind of difference, and what takes it away.
type Step = (Trivial, fn(&str) -> String);

/// In what two tokens differ that count as the same.
fn between(a: &Token, b: &Token) -> Vec<Trivial> {
    if a.text == b.text {
        return Vec::new();
    }
    if let (Some(one), Some(other)) = (of_mark(a.kind), of_mark(b.kind)) {
        return vec![if one == other { one } else { Trivial::Punctuation }];
    }
    if a.kind == TokenKind::Ellipsis {
        return vec![Trivial::Punctuation];
    }
    let steps: [Step; 3] = [
        (Trivial::Case, |text| text.to_lowercase()),
        (Trivial::Dashes, |text| text.chars().map(plain_hyphen).collect()),
        (Trivial::Characters, canonical),
    ];
    let needed = |skipped: Trivial| {
        let plain = |text: &str| {
            let others = steps.iter().filter(|(kind, _)| *kind != skipped);
            others.fold(text.to_owned(), |text, (_, step)| step(&text))
        };
        plain(&a.text) != plain(&b.text)
    };
    let apostrophes =
        |text: &str| text.chars().filter(|c| matches!(c, '\'' | '‘' | '’' | '‚' | '‛')).collect::<String>();
    let mut found: Vec<Trivial> = steps.iter().map(|(kind, _)| *kind).filter(|&kind| needed(kind)).collect();
    // The canonical form has straight apostrophes, which is no matter of look-alike characters.
    if apostrophes(&a.text) != apostrophes(&b.text) {
        found.retain(|&kind| kind != Trivial::Characters || plain_apostrophes(&a.text) != plain_apostrophes(&b.text));
        found.push(Trivial::QuotationMarks);
    }
    if found.is_empty() { vec![Trivial::Characters] } else { found }
}

/// A text with straight apostrophes, without case and kinds of hyphens, and else as it is.
fn plain_apostrophes(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .map(plain_hyphen)
        .map(|c| if matches!(c, '‘' | '’' | '‚' | '‛') { '\'' } else { c })
        .collect()
}
