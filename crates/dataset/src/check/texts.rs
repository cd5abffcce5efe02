//! Whether each passage stands in its text where the file says.

use super::{FRAGMENT_WORDS, REPRODUCED_SHARE, Texts, completeness, passages_of, share};
use crate::finding::Finding;
use crate::text::{Text, canonical_digest, words};
use crate::wire;

/// Holds a file to its texts: digests, offsets and anchors, completeness of fully coded sources, and how much is
/// reproduced. A source without a text is an error: it can't be audited.
pub fn texts(dataset: &wire::Dataset, texts: &Texts) -> Vec<Finding> {
    let mut out = Vec::new();
    for (i, source) in dataset.sources.iter().enumerate() {
        let place = format!("$.sources[{i}]");
        let Some(text) = texts.get(&source.id) else {
            out.push(Finding::error(
                place,
                format!("the text of source `{}` isn't there", source.id),
                "Put the file with these words into the folder of texts.",
            ));
            continue;
        };
        if text.canonical_digest() != source.digest.canonical {
            out.push(Finding::error(
                format!("{place}.digest.canonical"),
                "the text has other words than the one this was made from",
                "Take the original text, or build the file anew.",
            ));
            continue;
        }
        if text.raw_digest() != source.digest.raw {
            let mend = "Its words are the same; offsets may be off. Take the original file to check them.";
            out.push(Finding::warning(
                format!("{place}.digest.raw"),
                "the text has other bytes than the one this was made from",
                mend,
            ));
            continue;
        }
        if text.len() != source.length {
            out.push(Finding::error(
                format!("{place}.length"),
                format!("the text has {} code points", text.len()),
                "Build the file anew.",
            ));
        }
        for (_, place, passage) in passages_of(dataset, &source.id) {
            anchors(&place, passage, text, &mut out);
        }
        if source.coded == wire::Coded::Full {
            out.extend(completeness(dataset, source, text));
        }
        // Who publishes the whole text needs no leave for a part of it.
        if source.text.is_none() {
            reproduction(dataset, source, &place, text, &mut out);
        }
    }
    out
}

/// The words, contexts, edges and digest of a passage are those of the text at its offsets.
fn anchors(place: &str, passage: &wire::Passage, text: &Text, out: &mut Vec<Finding>) {
    let stretch = text.slice(passage.start..passage.end);
    let before = text.slice(0..passage.start);
    let after = text.slice(passage.end..text.len());
    let holds = [
        ("exact", &passage.exact, passage.exact.as_ref().is_none_or(|words| *words == stretch)),
        ("prefix", &passage.prefix, passage.prefix.as_ref().is_none_or(|prefix| before.ends_with(prefix))),
        ("suffix", &passage.suffix, passage.suffix.as_ref().is_none_or(|suffix| after.starts_with(suffix))),
        ("head", &passage.head, passage.head.as_ref().is_none_or(|head| stretch.starts_with(head))),
        ("tail", &passage.tail, passage.tail.as_ref().is_none_or(|tail| stretch.ends_with(tail))),
    ];
    let mend = "Build the file anew from its texts.";
    for (key, words, _) in holds.into_iter().filter(|(_, _, holds)| !holds) {
        let found = format!("the text doesn't have `{}` there", words.as_deref().unwrap_or_default());
        out.push(Finding::error(format!("{place}.{key}"), found, mend));
    }
    if passage.digest.as_ref().is_some_and(|digest| *digest != canonical_digest(&stretch)) {
        out.push(Finding::error(format!("{place}.digest"), "the words there have another digest", mend));
    }
}

/// How much of the text is reproduced, in all and in a row.
fn reproduction(dataset: &wire::Dataset, source: &wire::Source, place: &str, text: &Text, out: &mut Vec<Finding>) {
    let share = share(dataset, source, text);
    if share.outside_speech() >= REPRODUCED_SHARE {
        let found =
            format!("{:.1} % of `{}` is reproduced outside quoted speech", share.outside_speech() * 100.0, source.id);
        out.push(Finding::error(
            place,
            found,
            format!(
                "Keep it under {:.0} %: shorten fragments, or give first and last words only.",
                REPRODUCED_SHARE * 100.0
            ),
        ));
    }
    for run in &share.runs {
        let in_run = words(&text.chars()[run.start as usize..run.end as usize]).len();
        if in_run > FRAGMENT_WORDS {
            let found = format!(
                "{in_run} words in a row of `{}` are reproduced outside quoted speech: `{}`",
                source.id,
                text.slice(run.clone())
            );
            out.push(Finding::error(
                place,
                found,
                format!("Keep it to {FRAGMENT_WORDS}: shorten the fragments and edges that meet there."),
            ));
        }
    }
}
