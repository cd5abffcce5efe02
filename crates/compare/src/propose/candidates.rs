//! Which pairs of quotes are worth a closer look.

use std::collections::BTreeMap;

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{QuoteIdx, SourceIdx};

use crate::item::Item;
use crate::token::{TokenKind, tokens};

/// The most words of a quote that are looked at.
const WORDS: usize = 120;

/// How many of its rarest words a quote asks for.
const RAREST: usize = 8;

/// How many of the quotes that have a word are looked at, those that stand nearest.
const NEAREST: usize = 64;

/// How many of the quotes that share rare words with a quote are scored.
const LIKELIEST: usize = 16;

/// The words of a quote as numbers, and what they weigh.
pub(super) struct Statement {
    pub quote: QuoteIdx,
    pub source: SourceIdx,
    /// Equal numbers are equal words.
    pub words: Vec<u32>,
    pub weights: Vec<f32>,
}

impl Statement {
    pub(super) fn weight(&self) -> f32 {
        self.weights.iter().sum()
    }
}

/// The statements of all quotes that have verbatim words.
pub(super) fn statements(dataset: &Dataset) -> Vec<Statement> {
    let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
    let mut letters: Vec<usize> = Vec::new();
    let mut statements = Vec::new();
    for quote in dataset.quotes.indices() {
        let Some(words) = Item::Quote(quote).words(dataset) else { continue };
        let spoken = tokens(words.parts(), WORDS).into_iter().filter(|token| token.kind == TokenKind::Word);
        let words: Vec<u32> = spoken
            .map(|token| {
                let next = letters.len() as u32;
                let length = token.key.chars().count();
                *numbers.entry(token.key).or_insert_with(|| {
                    letters.push(length);
                    next
                })
            })
            .collect();
        let source = dataset.quotes.head(quote).source;
        statements.push(Statement { quote, source, words, weights: Vec::new() });
    }
    let having = having(&statements, letters.len());
    let weigh = |&word: &u32| weight(statements_with(&having, word), dataset.quotes.len(), letters[word as usize]);
    let weights: Vec<Vec<f32>> = statements.iter().map(|one| one.words.iter().map(weigh).collect()).collect();
    for (statement, weights) in statements.iter_mut().zip(weights) {
        statement.weights = weights;
    }
    statements
}

fn statements_with(having: &[Vec<u32>], word: u32) -> usize {
    having.get(word as usize).map_or(0, Vec::len)
}

/// What a word says of a statement: the rarer the more, and little if it is as short as words of grammar are in most
/// languages.
fn weight(with_it: usize, all: usize, letters: usize) -> f32 {
    let rarity = 1.0 + ((all as f32 + 1.0) / (with_it as f32 + 1.0)).ln() / 4.0;
    let length = match letters {
        0..=2 => 0.2,
        3 => 0.3,
        4 => 0.7,
        _ => 1.0,
    };
    rarity * length
}

/// For each word the statements that have it, in order.
fn having(statements: &[Statement], words: usize) -> Vec<Vec<u32>> {
    let mut having: Vec<Vec<u32>> = vec![Vec::new(); words];
    for (number, statement) in (0..).zip(statements) {
        for &word in &statement.words {
            let with_it = &mut having[word as usize];
            if with_it.last() != Some(&number) {
                with_it.push(number);
            }
        }
    }
    having
}

/// Pairs of statements of different sources that share rare words, each once and in order.
pub(super) fn pairs(statements: &[Statement]) -> Vec<(usize, usize)> {
    let words = statements.iter().flat_map(|one| &one.words).max().map_or(0, |&word| word as usize + 1);
    let having = having(statements, words);
    let mut pairs = Vec::new();
    let mut shared: Vec<(f32, u32)> = Vec::new();
    for (number, statement) in statements.iter().enumerate() {
        let mut rare: Vec<(usize, u32, f32)> = (statement.words.iter().zip(&statement.weights))
            .map(|(&word, &weight)| (having[word as usize].len(), word, weight))
            .filter(|&(count, ..)| count > 1)
            .collect();
        // The word with most weight is the rarest of the long ones.
        rare.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)).then(a.1.cmp(&b.1)));
        rare.dedup_by_key(|&mut (_, word, _)| word);
        shared.clear();
        for &(_, word, weight) in rare.iter().take(RAREST) {
            let with_it = &having[word as usize];
            let own = with_it.partition_point(|&other| (other as usize) < number);
            let from = own.saturating_sub(NEAREST / 2).min(with_it.len().saturating_sub(NEAREST));
            let near = with_it.iter().skip(from).take(NEAREST);
            let others = near.filter(|&&other| statements[other as usize].source != statement.source);
            shared.extend(others.map(|&other| (weight, other)));
        }
        pairs.extend(likeliest(&mut shared, number).map(|other| (number.min(other), number.max(other))));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Those who share most, by the sum of the weights; of equal ones the nearest.
fn likeliest(shared: &mut [(f32, u32)], number: usize) -> impl Iterator<Item = usize> + use<> {
    shared.sort_by_key(|&(_, other)| other);
    let mut sums: Vec<(f32, usize)> = Vec::new();
    for &mut (weight, other) in shared {
        match sums.last_mut() {
            Some((sum, last)) if *last == other as usize => *sum += weight,
            _ => sums.push((weight, other as usize)),
        }
    }
    sums.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.abs_diff(number).cmp(&b.1.abs_diff(number))));
    sums.truncate(LIKELIEST);
    sums.into_iter().map(|(_, other)| other)
}
