//! What can be seen in the file alone.

use std::collections::{BTreeMap, BTreeSet};

use super::{EDGE_WORDS, Use, passages_of};
use crate::edtf::{Edtf, Precision, Shape, Truth};
use crate::finding::Finding;
use crate::model::{Dataset, Link, Run, runs};
use crate::text::{Text, count_words};
use crate::wire::{self, Extra, QuoteKind};

/// Holds a file to every rule that needs no text. Errors first come from [`Dataset::from_wire`], then in the file's order.
pub fn file(dataset: &wire::Dataset) -> Vec<Finding> {
    let (model, mut out) = Dataset::from_wire(dataset.clone());
    about(dataset, &mut out);
    ids(dataset, &mut out);
    unknown_keys(dataset, &mut out);
    for source in &dataset.sources {
        for (kind, place, passage) in passages_of(dataset, &source.id) {
            passage_form(kind, &place, passage, source.length, &mut out);
        }
    }
    labels(dataset, &mut out);
    for (i, quote) in dataset.quotes.iter().enumerate() {
        quote_content(quote, &format!("$.quotes[{i}]"), &mut out);
    }
    discrepancies(dataset, &mut out);
    dates(&model, &mut out);
    out
}

fn about(dataset: &wire::Dataset, out: &mut Vec<Finding>) {
    let required = [
        ("title", &dataset.title),
        ("version", &dataset.version),
        ("language", &dataset.language),
        ("license", &dataset.license),
        ("method", &dataset.method),
    ];
    for (key, value) in required {
        if value.trim().is_empty() {
            out.push(Finding::warning(
                format!("$.{key}"),
                "this is empty",
                "Say it: readers rely on it to judge and cite the data.",
            ));
        }
    }
    calendar_date("$.updated", &dataset.updated, out);
    for (i, correction) in dataset.corrections.iter().enumerate() {
        calendar_date(&format!("$.corrections[{i}].date"), &correction.date, out);
        if let Some(version) = correction.version.as_ref().filter(|version| !is_version(version)) {
            out.push(Finding::error(
                format!("$.corrections[{i}].version"),
                format!("`{version}` can't stand in a link"),
                "A version has 1 to 64 letters, digits, `.`, `-`, `_` and `+`.",
            ));
        }
        if i > 0 && dataset.corrections[i - 1].date < correction.date {
            out.push(Finding::warning(
                format!("$.corrections[{i}].date"),
                "it is later than the one before",
                "Put the newest correction first: that is how they are read.",
            ));
        }
    }
    if let Some(excerpt) = &dataset.excerpt {
        if let Some(digest) = &excerpt.digest {
            digest_form("$.excerpt.digest", digest, out);
        }
        if let Some(taken) = &excerpt.taken {
            calendar_date("$.excerpt.taken", taken, out);
        }
    }
    if let Some(contact) = &dataset.contact
        && Link::contact(contact).is_none()
    {
        out.push(Finding::error(
            "$.contact",
            format!("`{contact}` is neither a mail address nor an http(s) link"),
            "Write one of them.",
        ));
    }
}

/// Whether a link can pin this version.
fn is_version(written: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    (1..=64).contains(&written.len()) && written.chars().all(plain)
}

fn calendar_date(place: &str, written: &str, out: &mut Vec<Finding>) {
    let is_plain_day = |date: Edtf| matches!(date.shape(), Shape::Date(day) if day.precision == Precision::Day && !day.uncertain && !day.approximate);
    if !written.parse().is_ok_and(is_plain_day) {
        out.push(Finding::error(place, format!("`{written}` is no calendar date"), "Write the day as `2025-04-25`."));
    }
}

/// Ids are well formed, and unique among their kind.
fn ids(dataset: &wire::Dataset, out: &mut Vec<Finding>) {
    fn each<'a>(list: &str, ids: impl Iterator<Item = (String, &'a str)>, out: &mut Vec<Finding>) -> BTreeSet<&'a str> {
        let mut seen: BTreeMap<&str, String> = BTreeMap::new();
        for (place, id) in ids {
            if !is_id(id) {
                out.push(Finding::error(
                    &place,
                    format!("`{id}` is no id"),
                    "An id has 1 to 64 of the characters a–z, 0–9, `_` and `-`, and begins with a letter or digit.",
                ));
            }
            if let Some(first) = seen.get(id) {
                out.push(Finding::error(
                    &place,
                    format!("`{id}` is the id of two {list}; the other is at {first}"),
                    "Rename one of them.",
                ));
            } else {
                seen.insert(id, place);
            }
        }
        seen.into_keys().collect()
    }
    macro_rules! table {
        ($list:ident) => {
            each(
                stringify!($list),
                dataset
                    .$list
                    .iter()
                    .enumerate()
                    .map(|(i, row)| (format!("$.{}[{i}].id", stringify!($list)), row.id.as_str())),
                out,
            )
        };
    }
    let mut all = table!(outlets);
    all.extend(table!(sources));
    all.extend(table!(actors));
    all.extend(table!(places));
    all.extend(table!(topics));
    all.extend(table!(events));
    all.extend(table!(quotes));
    all.extend(table!(variants));
    all.extend(table!(discrepancies));
    let mentions = dataset.events.iter().enumerate().flat_map(|(i, event)| {
        event.mentions.iter().enumerate().map(move |(j, m)| (format!("$.events[{i}].mentions[{j}].id"), m.id.as_str()))
    });
    all.extend(each("mentions", mentions, out));
    each("dataset", std::iter::once(("$.id".to_owned(), dataset.id.as_str())), out);
    for (old, new) in &dataset.renamed {
        let place = format!("$.renamed.{old}");
        if !all.contains(new.as_str()) {
            out.push(Finding::error(
                &place,
                format!("nothing is called `{new}`"),
                "Name what the old id leads to now.",
            ));
        }
        if all.contains(old.as_str()) {
            out.push(Finding::error(
                &place,
                format!("`{old}` is still the id of something"),
                "An id that is in use can't be renamed.",
            ));
        }
    }
}

/// Whether `id` matches `[a-z0-9][a-z0-9_-]{0,63}`. The reserved `_none` doesn't.
pub fn is_id(id: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    let mut bytes = id.bytes();
    bytes.next().is_some_and(plain) && bytes.all(|b| plain(b) || b == b'_' || b == b'-') && id.len() <= 64
}

fn unknown_keys(dataset: &wire::Dataset, out: &mut Vec<Finding>) {
    let mut each = |place: &str, extra: &Extra| {
        for key in extra.keys() {
            out.push(Finding::warning(
                format!("{place}.{key}"),
                "this key isn't part of the format",
                "It is kept and shown nowhere; see whether it is misspelt.",
            ));
        }
    };
    each("$", &dataset.extra);
    if let Some(excerpt) = &dataset.excerpt {
        each("$.excerpt", &excerpt.extra);
    }
    macro_rules! rows {
        ($($list:ident),+) => { $( for (i, row) in dataset.$list.iter().enumerate() {
            each(&format!("$.{}[{i}]", stringify!($list)), &row.extra);
        } )+ };
    }
    rows!(corrections, outlets, sources, actors, places, topics, events, quotes, variants, discrepancies);
    for (i, source) in dataset.sources.iter().enumerate() {
        each(&format!("$.sources[{i}].digest"), &source.digest.extra);
        source.notes.iter().enumerate().for_each(|(j, note)| each(&format!("$.sources[{i}].notes[{j}]"), &note.extra));
        source.skipped.iter().enumerate().for_each(|(j, s)| each(&format!("$.sources[{i}].skipped[{j}]"), &s.extra));
        for (_, place, passage) in passages_of(dataset, &source.id) {
            each(&place, &passage.extra);
        }
    }
    for (i, event) in dataset.events.iter().enumerate() {
        event.mentions.iter().enumerate().for_each(|(j, m)| each(&format!("$.events[{i}].mentions[{j}]"), &m.extra));
    }
    for (i, discrepancy) in dataset.discrepancies.iter().enumerate() {
        for (j, answer) in discrepancy.answers.iter().enumerate() {
            each(&format!("$.discrepancies[{i}].answers[{j}]"), &answer.extra);
            answer
                .evidence
                .iter()
                .enumerate()
                .for_each(|(k, e)| each(&format!("$.discrepancies[{i}].answers[{j}].evidence[{k}]"), &e.extra));
        }
    }
}

fn passage_form(kind: Use, place: &str, passage: &wire::Passage, length: u32, out: &mut Vec<Finding>) {
    if passage.end > length {
        out.push(Finding::error(
            place,
            format!("the passage ends at {}, and its source has {length} code points", passage.end),
            "Build the file anew from its texts.",
        ));
    }
    let span = passage.end.saturating_sub(passage.start) as usize;
    if let Some(exact) = &passage.exact {
        let length = exact.chars().count();
        if length != span {
            out.push(Finding::error(
                format!("{place}.exact"),
                format!("these are {length} code points, and the offsets span {span}"),
                "Build the file anew from its texts.",
            ));
        }
        if passage.head.is_some() || passage.tail.is_some() {
            out.push(Finding::error(
                place,
                "the passage has its words and its edges",
                "Keep one: `exact`, or `head`, `tail` and `digest`.",
            ));
        }
    }
    for (key, edge) in [("head", &passage.head), ("tail", &passage.tail)] {
        if let Some(edge) = edge
            && count_words(edge) > EDGE_WORDS
        {
            out.push(Finding::error(
                format!("{place}.{key}"),
                format!("it has {} words", count_words(edge)),
                format!("It may have {EDGE_WORDS} at most."),
            ));
        }
    }
    if let Some(digest) = &passage.digest {
        digest_form(&format!("{place}.digest"), digest, out);
    }
    // Quoted speech may have any length, and whether words are quoted speech is seen in the text.
    let reproduced = [&passage.prefix, &passage.exact, &passage.suffix]
        .into_iter()
        .flatten()
        .map(|part| count_words(part))
        .sum::<usize>();
    if kind == Use::Skipped && reproduced > super::FRAGMENT_WORDS {
        out.push(Finding::error(
            place,
            format!("{reproduced} words of a skipped stretch are reproduced"),
            "Give its first and last words only.",
        ));
    }
}

pub(super) fn digest_form(place: &str, digest: &str, out: &mut Vec<Finding>) {
    let hex = digest.strip_prefix("sha256:").unwrap_or_default();
    if hex.len() != 64 || !hex.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
        out.push(Finding::error(
            place,
            format!("`{digest}` is no digest"),
            "A digest is `sha256:` and 64 hexadecimal digits in lower case.",
        ));
    }
}

fn labels(dataset: &wire::Dataset, out: &mut Vec<Finding>) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (i, source) in dataset.sources.iter().enumerate() {
        let place = format!("$.sources[{i}]");
        let letters = source.label.chars().count();
        if !(1..=3).contains(&letters) || !source.label.chars().all(char::is_alphanumeric) {
            out.push(Finding::error(
                format!("{place}.label"),
                format!("`{}` is no badge", source.label),
                "A badge has one to three letters.",
            ));
        }
        if let Some(other) = seen.insert(&source.label, i) {
            out.push(Finding::error(
                format!("{place}.label"),
                format!("`{}` is the badge of $.sources[{other}] too", source.label),
                "Give each source a badge of its own.",
            ));
        }
        digest_form(&format!("{place}.digest.raw"), &source.digest.raw, out);
        digest_form(&format!("{place}.digest.canonical"), &source.digest.canonical, out);
        own_text(source, &place, out);
    }
}

/// A text that a source carries is the one that its digest and its offsets are of.
fn own_text(source: &wire::Source, place: &str, out: &mut Vec<Finding>) {
    let Some(text) = source.text.as_deref().map(Text::new) else { return };
    if text.canonical_digest() != source.digest.canonical || text.len() != source.length {
        out.push(Finding::error(
            format!("{place}.text"),
            "this is another text than the one that the digest and the length are of",
            "Build the file anew from its texts.",
        ));
    }
}

/// What a quote says agrees with its kind and its passages.
fn quote_content(quote: &wire::Quote, place: &str, out: &mut Vec<Finding>) {
    let exact: Vec<&str> = quote.passages.iter().filter_map(|passage| passage.exact.as_deref()).collect();
    let content = format!("{place}.content");
    if quote.passages.is_empty() {
        out.push(Finding::error(
            format!("{place}.passages"),
            "the quote stands nowhere",
            "Name its words in the sheet.",
        ));
    }
    if quote.speakers.is_empty() {
        out.push(Finding::error(
            format!("{place}.speakers"),
            "nobody says it",
            "Name who is said to say it; for a voice without a name, an actor of the kind `anonymous`.",
        ));
    }
    match quote.kind {
        QuoteKind::Direct => {
            if exact.len() != quote.passages.len() || quote.content != exact.join(" … ") {
                out.push(Finding::error(
                    content,
                    "the content of a direct quote isn't what its passages hold",
                    "Leave `content` empty in the sheet, and name all of its words.",
                ));
            }
        }
        QuoteKind::Mixed => {
            let quoted: Vec<String> = runs(&quote.content)
                .into_iter()
                .filter_map(|run| match run {
                    Run::Quoted(words) => Some(words.0),
                    Run::Own(_) => None,
                })
                .collect();
            if exact.is_empty() {
                out.push(Finding::error(
                    format!("{place}.passages"),
                    "a mixed quote has no quoted fragment",
                    "Name the fragment's words, or call the quote `indirect`.",
                ));
            }
            for fragment in exact.iter().filter(|fragment| !quoted.iter().any(|words| words == *fragment)) {
                out.push(Finding::error(
                    &content,
                    format!("the fragment “{fragment}” doesn't stand in the content in typographic quotation marks"),
                    "Put it into the paraphrase, as the text has it.",
                ));
            }
            for words in quoted.iter().filter(|words| !exact.contains(&words.as_str())) {
                out.push(Finding::error(
                    &content,
                    format!("“{words}” stands in quotation marks and is no passage of the quote"),
                    "Name it in `words`, or take the marks off: between them stand the source's words only.",
                ));
            }
        }
        QuoteKind::Indirect => {
            if quote.content.contains(['“', '”', '"']) {
                out.push(Finding::error(
                    content,
                    "an indirect quote has quotation marks in its content",
                    "Call it `mixed` and name the fragment, or take the marks off.",
                ));
            }
        }
    }
}

fn discrepancies(dataset: &wire::Dataset, out: &mut Vec<Finding>) {
    for (i, discrepancy) in dataset.discrepancies.iter().enumerate() {
        if discrepancy.answers.len() < 2 {
            out.push(Finding::error(
                format!("$.discrepancies[{i}].answers"),
                "fewer than two answers",
                "A discrepancy has at least two; else it is none.",
            ));
        }
        for (j, answer) in discrepancy.answers.iter().enumerate().filter(|(_, answer)| answer.evidence.is_empty()) {
            out.push(Finding::error(
                format!("$.discrepancies[{i}].answers[{j}].evidence"),
                format!("the answer `{}` has no evidence", answer.value),
                "Name the mentions or quotes that give it.",
            ));
        }
    }
    // In an excerpt, the mentions that weren't asked for are left out.
    let unreported = dataset.events.iter().enumerate().filter(|(_, event)| event.mentions.is_empty());
    for (i, event) in unreported.filter(|_| dataset.excerpt.is_none()) {
        out.push(Finding::warning(
            format!("$.events[{i}].mentions"),
            format!("no source reports `{}`", event.id),
            "Add a mention, or take the event out.",
        ));
    }
}

/// Nobody reports what can't be known yet.
fn dates(model: &Dataset, out: &mut Vec<Finding>) {
    for (i, (_, event)) in model.events.iter().enumerate() {
        let Some(known_from) = &event.known_from else { continue };
        for source in event.mentions.iter().map(|&m| &model.sources[model.mentions[m].source]) {
            if let Some(published) = &source.published
                && published.extent().before(known_from.extent()) == Truth::Yes
            {
                let found = format!(
                    "source `{}`, published {published}, reports what could be known from {known_from} only",
                    source.id
                );
                out.push(Finding::error(
                    format!("$.events[{i}].known_from"),
                    found,
                    "Set it to the first day on which a reporter could have known, or mend `published`.",
                ));
            }
        }
    }
}
