//! Whether anything of a text was left unread.

use std::ops::Range;

use super::{Use, passages_of};
use crate::finding::Finding;
use crate::text::{Text, line_of, quotations, sentences, words};
use crate::wire;

/// How many words in a row of a sentence may lie outside of every mention, quote and skip. It is about as long as a clause
/// that merely attributes or joins; a longer one says something.
pub const UNREAD_WORDS: usize = 8;

/// Audits the completeness of a fully coded source. Every stretch between quotation marks is covered by a quote. Every
/// sentence is touched by a mention, a quote or a skip, and no more than [`UNREAD_WORDS`] of its words in a row lie outside.
pub fn completeness(dataset: &wire::Dataset, source: &wire::Source, text: &Text) -> Vec<Finding> {
    let chars = text.chars();
    let passages = passages_of(dataset, &source.id);
    let spans = |wanted: &[Use]| -> Vec<Range<u32>> {
        passages.iter().filter(|(kind, ..)| wanted.contains(kind)).map(|(_, _, p)| p.start..p.end).collect()
    };
    let place = |at: u32| format!("text of `{}`, line {}", source.id, line_of(chars, at));
    let all_words = words(chars);
    let mut out = Vec::new();

    let quoted: Vec<Range<u32>> = passages
        .iter()
        .filter(|(kind, _, p)| *kind == Use::Quote && p.exact.is_some())
        .map(|(_, _, p)| p.start..p.end)
        .collect();
    for stretch in quotations(chars) {
        if words_in(&all_words, &stretch).any(|word| !covered(word, &quoted)) {
            let found = format!("`{}` stands in quotation marks and in no quote", text.slice(stretch.clone()));
            out.push(Finding::error(
                place(stretch.start),
                found,
                "Add it to `quotes.csv` with its speaker, or widen the quote that holds a part of it.",
            ));
        }
    }

    let read = spans(&[Use::Mention, Use::Quote, Use::Skipped]);
    for sentence in sentences(chars) {
        let unread = longest_unread(&all_words, &sentence, &read);
        let total = words_in(&all_words, &sentence).count();
        let Some(unread) = unread else { continue };
        let length = words_in(&all_words, &unread).count();
        if length == total {
            let found = format!("no mention, quote or skip touches the sentence `{}`", gist(text, &sentence));
            out.push(Finding::error(
                place(sentence.start),
                found,
                "Code it, or name it in `skipped.csv` with a reason.",
            ));
        } else if length > UNREAD_WORDS {
            let found = format!("{length} words in a row are left unread: `{}`", gist(text, &unread));
            out.push(Finding::error(
                place(unread.start),
                found,
                "Code them, widen the passage beside them, or name them in `skipped.csv` with a reason.",
            ));
        }
    }
    out
}

fn words_in<'a>(words: &'a [Range<u32>], span: &Range<u32>) -> impl Iterator<Item = &'a Range<u32>> + use<'a> {
    let (start, end) = (span.start, span.end);
    words.iter().filter(move |word| word.start >= start && word.end <= end)
}

fn covered(word: &Range<u32>, spans: &[Range<u32>]) -> bool {
    spans.iter().any(|span| span.start <= word.start && word.end <= span.end)
}

/// The longest row of words of `sentence` that no span covers.
fn longest_unread(words: &[Range<u32>], sentence: &Range<u32>, read: &[Range<u32>]) -> Option<Range<u32>> {
    let mut longest: Option<(usize, Range<u32>)> = None;
    let mut current: Option<(usize, Range<u32>)> = None;
    for word in words_in(words, sentence) {
        if covered(word, read) {
            current = None;
            continue;
        }
        let (count, span) = current.take().map_or((1, word.clone()), |(count, span)| (count + 1, span.start..word.end));
        if longest.as_ref().is_none_or(|(most, _)| count > *most) {
            longest = Some((count, span.clone()));
        }
        current = Some((count, span));
    }
    longest.map(|(_, span)| span)
}

/// The first and last words of a stretch.
fn gist(text: &Text, span: &Range<u32>) -> String {
    let stretch = text.slice(span.clone());
    let parts: Vec<&str> = stretch.split_whitespace().collect();
    if parts.len() <= 10 {
        stretch
    } else {
        format!("{} … {}", parts[..5].join(" "), parts[parts.len() - 4..].join(" "))
    }
}
