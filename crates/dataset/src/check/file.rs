//! What can be seen in the file alone.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::take;

use super::seen::{Seen, unique};
use super::{EDGE_WORDS, Use, in_list, own_passages};
use crate::edtf::{Edtf, Precision, Shape, Truth};
use crate::finding::Finding;
use crate::json::Json;
use crate::model::{
    Event, Link, Mention, Names, Run, SourceIdx, event as resolved_event, left_out_of_groups, left_out_of_tables,
    plain_event, plain_quote, quote as resolved_quote, runs,
};
use crate::parse::{Sink, each};
use crate::path::{Path, ROOT};
use crate::store::Shared;
use crate::table::Idx;
use crate::text::{Text, count_words};
use crate::wire::{self, Extra, QuoteKind};

/// Holds a file to every rule that needs no text. Errors first come from [`crate::Dataset::from_wire`], then in the file's order.
pub fn file(dataset: &wire::Dataset) -> Vec<Finding> {
    let mut checking = Checking::default();
    checking.begin(dataset);
    for event in &dataset.events {
        checking.event(event.clone(), ());
    }
    for quote in &dataset.quotes {
        checking.quote(quote.clone(), ());
    }
    checking.finish(dataset)
}

/// The same for JSON that is read to its end, record by record: of each only its id is kept. None if it has another order
/// than the format (shared tables, events, quotes), or is no dataset: then it has to be read as a whole ([`crate::parse`]).
pub fn stream<'de, R: serde_json::de::Read<'de>>(
    deserializer: &mut serde_json::Deserializer<R>,
) -> Option<Vec<Finding>> {
    let mut checking = Checking::default();
    let shared = each(&mut *deserializer, &mut checking)?;
    deserializer.end().ok()?;
    Some(checking.finish(&shared.wire))
}

/// A file that is held to the rules record by record: what was found, rule by rule, and what later records are held to.
#[derive(Default)]
struct Checking {
    names: Names,
    sources: Vec<Known>,
    events: Seen,
    mentions: Seen,
    /// Where each mention stands: the positions of its event and of itself in that.
    places: Vec<(u32, u32)>,
    quotes: Seen,
    left_out: Vec<Finding>,
    keys_of_events: Vec<Finding>,
    keys_of_quotes: Vec<Finding>,
    keys_of_mentions: Vec<Finding>,
    /// Those of passages, with the position of the source that they stand in.
    keys_of_passages: Vec<(usize, Finding)>,
    forms: Vec<(usize, Finding)>,
    contents: Vec<Finding>,
    unreported: Vec<Finding>,
    dates: Vec<Finding>,
}

/// What holds a passage, which is for this and stands there, to rules; it is told the source.
type Form<'f> = &'f dyn Fn(&wire::Source, Use, &Path<'_>, &wire::Passage, &mut Vec<Finding>);

/// What is said of a source that its passages and reports are held to.
struct Known {
    length: u32,
    published: Option<Edtf>,
}

impl Sink for Checking {
    type As = Json;

    fn begin(&mut self, shared: &wire::Dataset) {
        self.names = Names::of(shared);
        let known = |source: &wire::Source| Known { length: source.length, published: source.published.parse().ok() };
        self.sources = shared.sources.iter().map(known).collect();
    }

    fn event(&mut self, event: wire::Event, (): ()) {
        let position = self.events.len();
        let list = ROOT.field("events");
        let place = &list.element(position);
        self.events.push(&event.id);
        unknown_keys(place, &event.extra, &mut self.keys_of_events);
        for (j, mention) in event.mentions.iter().enumerate() {
            let list = place.field("mentions");
            let place = &list.element(j);
            self.mentions.push_in(&mention.id, self.source(&mention.source));
            self.places.push((position as u32, j as u32));
            unknown_keys(place, &mention.extra, &mut self.keys_of_mentions);
            self.passages(&mention.source, Use::Mention, place, &mention.passages);
        }
        if event.mentions.is_empty() {
            self.unreported.push(Finding::warning(
                &place.field("mentions"),
                format!("no source reports `{}`", event.id),
                "Add a mention, or take the event out.",
            ));
        }
        let resolved =
            resolved_event(&plain_event(&event), position, 0, (&self.names, &Shared::default()), &mut self.left_out);
        if let Some((event, mentions)) = resolved {
            self.dates(&event, &mentions, place);
        }
    }

    fn quote(&mut self, quote: wire::Quote, (): ()) {
        self.name_events();
        let position = self.quotes.len();
        let list = ROOT.field("quotes");
        let place = &list.element(position);
        self.quotes.push_in(&quote.id, self.source(&quote.source));
        unknown_keys(place, &quote.extra, &mut self.keys_of_quotes);
        self.passages(&quote.source, Use::Quote, place, &quote.passages);
        quote_content(&quote, place, &mut self.contents);
        resolved_quote(&plain_quote(&quote), position, (&self.names, &Shared::default()), &mut self.left_out);
    }
}

impl Checking {
    /// What was found, with what is found in all but events and quotes of `dataset`.
    fn finish(mut self, dataset: &wire::Dataset) -> Vec<Finding> {
        self.name_events();
        let mut out = Vec::new();
        left_out_of_tables(dataset, &self.names, &mut out);
        out.append(&mut self.left_out);
        if !dataset.variants.is_empty() || !dataset.discrepancies.is_empty() {
            left_out_of_groups(dataset, &self.names, &self.mentions.sorted(), &self.quotes.sorted(), &mut out);
        }
        about(dataset, &mut out);
        self.ids(dataset, &mut out);
        self.keys(dataset, &mut out);
        let forms = take(&mut self.forms);
        let form = |source: &wire::Source, kind, place: &Path<'_>, passage: &wire::Passage, out: &mut Vec<Finding>| {
            passage_form(kind, place, passage, source.length, out);
        };
        self.in_passages(dataset, forms, &form, &|_, _, _| {}, &mut out);
        labels(dataset, &mut out);
        out.append(&mut self.contents);
        discrepancies(dataset, &mut out);
        // In an excerpt, the mentions that weren't asked for are left out.
        if dataset.excerpt.is_none() {
            out.append(&mut self.unreported);
        }
        out.append(&mut self.dates);
        out
    }

    /// Names the events when all of them have come.
    fn name_events(&mut self) {
        if self.quotes.len() == 0 {
            self.names.name_events(self.events.all().into_iter());
        }
    }

    fn source(&self, id: &str) -> Option<SourceIdx> {
        self.names.sources.called(id).next().map(SourceIdx::new)
    }

    /// Passages of a record that stands at `place`, in the source called `source`.
    fn passages(&mut self, source: &str, kind: Use, place: &Path<'_>, passages: &[wire::Passage]) {
        for position in self.names.sources.called(source) {
            let length = self.sources[position].length;
            let (mut keys, mut form) = (Vec::new(), Vec::new());
            in_list(passages, place, &mut |place, passage| {
                unknown_keys(place, &passage.extra, &mut keys);
                passage_form(kind, place, passage, length, &mut form);
            });
            self.keys_of_passages.extend(keys.into_iter().map(|finding| (position, finding)));
            self.forms.extend(form.into_iter().map(|finding| (position, finding)));
        }
    }

    /// What is found in all passages, source by source: in what is said of each alone by `form`, which is told the source,
    /// and then `of_records`.
    fn in_passages(
        &self,
        dataset: &wire::Dataset,
        mut of_records: Vec<(usize, Finding)>,
        form: Form<'_>,
        before: &dyn Fn(usize, &wire::Source, &mut Vec<Finding>),
        out: &mut Vec<Finding>,
    ) {
        of_records.sort_by_key(|&(source, _)| source);
        let mut of_records = of_records.into_iter().peekable();
        for (i, source) in dataset.sources.iter().enumerate() {
            before(i, source, out);
            for j in self.names.sources.called(&source.id) {
                own_passages(&dataset.sources[j], j, &mut |kind, place, passage| {
                    form(source, kind, place, passage, out);
                });
            }
            while let Some((_, finding)) = of_records.next_if(|&(position, _)| position == i) {
                out.push(finding);
            }
        }
    }

    /// Ids are well formed, and unique among their kind.
    fn ids(&self, dataset: &wire::Dataset, out: &mut Vec<Finding>) {
        macro_rules! of {
            ($table:ident) => {
                (stringify!($table), dataset.$table.iter().map(|row| row.id.as_str()).collect())
            };
        }
        let lists: [(&str, Vec<&str>); 9] = [
            of!(outlets),
            of!(sources),
            of!(actors),
            of!(places),
            of!(topics),
            ("events", self.events.all()),
            ("quotes", self.quotes.all()),
            of!(variants),
            of!(discrepancies),
        ];
        for (list, ids) in &lists {
            unique(list, ids, &|i| format!("$.{list}[{i}].id"), out);
        }
        let mentions = self.mentions.all();
        let place = |position: usize| {
            let (i, j) = self.places[position];
            format!("$.events[{i}].mentions[{j}].id")
        };
        unique("mentions", &mentions, &place, out);
        unique("dataset", &[&dataset.id], &|_| "$.id".into(), out);
        let asked: BTreeSet<&str> = dataset.renamed.iter().flat_map(|(old, new)| [old.as_str(), new]).collect();
        let all = lists.iter().flat_map(|(_, ids)| ids).chain(&mentions);
        let there: BTreeSet<&str> = all.copied().filter(|id| asked.contains(id)).collect();
        for (old, new) in &dataset.renamed {
            let place = format!("$.renamed.{old}");
            if !there.contains(new.as_str()) {
                out.push(Finding::error(
                    &place,
                    format!("nothing is called `{new}`"),
                    "Name what the old id leads to now.",
                ));
            }
            if there.contains(old.as_str()) {
                out.push(Finding::error(
                    &place,
                    format!("`{old}` is still the id of something"),
                    "An id that is in use can't be renamed.",
                ));
            }
        }
    }

    /// Keys that aren't part of the format.
    fn keys(&mut self, dataset: &wire::Dataset, out: &mut Vec<Finding>) {
        unknown_keys(ROOT, &dataset.extra, out);
        if let Some(excerpt) = &dataset.excerpt {
            unknown_keys(&ROOT.field("excerpt"), &excerpt.extra, out);
        }
        macro_rules! rows {
            ($($list:ident),+) => { $( for (i, row) in dataset.$list.iter().enumerate() {
                unknown_keys(&ROOT.field(stringify!($list)).element(i), &row.extra, out);
            } )+ };
        }
        rows!(corrections, outlets, sources, actors, places, topics);
        out.append(&mut self.keys_of_events);
        out.append(&mut self.keys_of_quotes);
        rows!(variants, discrepancies);
        let of_passages = take(&mut self.keys_of_passages);
        let before = |i: usize, source: &wire::Source, out: &mut Vec<Finding>| {
            let list = ROOT.field("sources");
            let place = list.element(i);
            unknown_keys(&place.field("digest"), &source.digest.extra, out);
            for (j, note) in source.notes.iter().enumerate() {
                unknown_keys(&place.field("notes").element(j), &note.extra, out);
            }
            for (j, skipped) in source.skipped.iter().enumerate() {
                unknown_keys(&place.field("skipped").element(j), &skipped.extra, out);
            }
        };
        let form = |_: &wire::Source, _, place: &Path<'_>, passage: &wire::Passage, out: &mut Vec<Finding>| {
            unknown_keys(place, &passage.extra, out);
        };
        self.in_passages(dataset, of_passages, &form, &before, out);
        out.append(&mut self.keys_of_mentions);
        for (i, discrepancy) in dataset.discrepancies.iter().enumerate() {
            for (j, answer) in discrepancy.answers.iter().enumerate() {
                let list = ROOT.field("discrepancies");
                let place = list.element(i);
                let answers = place.field("answers");
                let place = answers.element(j);
                unknown_keys(&place, &answer.extra, out);
                for (k, evidence) in answer.evidence.iter().enumerate() {
                    unknown_keys(&place.field("evidence").element(k), &evidence.extra, out);
                }
            }
        }
    }

    /// Nobody reports what can't be known yet.
    fn dates(&mut self, event: &Event, mentions: &[Mention], place: &Path<'_>) {
        let Some(known_from) = &event.known_from else { return };
        for source in mentions.iter().map(|mention| mention.source) {
            if let Some(published) = &self.sources[source.position()].published
                && published.extent().before(known_from.extent()) == Truth::Yes
            {
                let id = &self.names.sources.id(source);
                let found =
                    format!("source `{id}`, published {published}, reports what could be known from {known_from} only");
                self.dates.push(Finding::error(
                    &place.field("known_from"),
                    found,
                    "Set it to the first day on which a reporter could have known, or mend `published`.",
                ));
            }
        }
    }
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
            digest_form(&ROOT.field("excerpt").field("digest"), digest, out);
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

/// Whether a link can pin this version: up to 64 letters, digits, `.`, `-`, `_` and `+`.
pub fn is_version(written: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    (1..=64).contains(&written.len()) && written.chars().all(plain)
}

fn calendar_date(place: &str, written: &str, out: &mut Vec<Finding>) {
    let is_plain_day = |date: Edtf| matches!(date.shape(), Shape::Date(day) if day.precision == Precision::Day && !day.uncertain && !day.approximate);
    if !written.parse().is_ok_and(is_plain_day) {
        out.push(Finding::error(place, format!("`{written}` is no calendar date"), "Write the day as `2025-04-25`."));
    }
}

/// Whether `id` matches `[a-z0-9][a-z0-9_-]{0,63}`. The reserved `_none` doesn't.
pub fn is_id(id: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    let mut bytes = id.bytes();
    bytes.next().is_some_and(plain) && bytes.all(|b| plain(b) || b == b'_' || b == b'-') && id.len() <= 64
}

fn unknown_keys(place: &Path<'_>, extra: &Extra, out: &mut Vec<Finding>) {
    for key in extra.keys() {
        out.push(Finding::warning(
            format!("{place}.{key}"),
            "this key isn't part of the format",
            "It is kept and shown nowhere; see whether it is misspelt.",
        ));
    }
}

fn passage_form(kind: Use, place: &Path<'_>, passage: &wire::Passage, length: u32, out: &mut Vec<Finding>) {
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
                &place.field("exact"),
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
                &place.field(key),
                format!("it has {} words", count_words(edge)),
                format!("It may have {EDGE_WORDS} at most."),
            ));
        }
    }
    if let Some(digest) = &passage.digest {
        digest_form(&place.field("digest"), digest, out);
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

fn digest_form(place: &Path<'_>, digest: &str, out: &mut Vec<Finding>) {
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
        let list = ROOT.field("sources");
        let place = list.element(i);
        let letters = source.label.chars().count();
        if !(1..=3).contains(&letters) || !source.label.chars().all(char::is_alphanumeric) {
            out.push(Finding::error(
                &place.field("label"),
                format!("`{}` is no badge", source.label),
                "A badge has one to three letters.",
            ));
        }
        if let Some(other) = seen.insert(&source.label, i) {
            out.push(Finding::error(
                &place.field("label"),
                format!("`{}` is the badge of $.sources[{other}] too", source.label),
                "Give each source a badge of its own.",
            ));
        }
        digest_form(&place.field("digest").field("raw"), &source.digest.raw, out);
        digest_form(&place.field("digest").field("canonical"), &source.digest.canonical, out);
        own_text(source, &place, out);
    }
}

/// A text that a source carries is the one that its digest and its offsets are of.
fn own_text(source: &wire::Source, place: &Path<'_>, out: &mut Vec<Finding>) {
    let Some(text) = source.text.as_deref().map(Text::new) else { return };
    if text.canonical_digest() != source.digest.canonical || text.len() != source.length {
        out.push(Finding::error(
            &place.field("text"),
            "this is another text than the one that the digest and the length are of",
            "Build the file anew from its texts.",
        ));
    }
}

/// What a quote says agrees with its kind and its passages.
fn quote_content(quote: &wire::Quote, place: &Path<'_>, out: &mut Vec<Finding>) {
    let exact: Vec<&str> = quote.passages.iter().filter_map(|passage| passage.exact.as_deref()).collect();
    let content = &place.field("content");
    if quote.passages.is_empty() {
        out.push(Finding::error(&place.field("passages"), "the quote stands nowhere", "Name its words in the sheet."));
    }
    if quote.speakers.is_empty() {
        out.push(Finding::error(
            &place.field("speakers"),
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
                    &place.field("passages"),
                    "a mixed quote has no quoted fragment",
                    "Name the fragment's words, or call the quote `indirect`.",
                ));
            }
            for fragment in exact.iter().filter(|fragment| !quoted.iter().any(|words| words == *fragment)) {
                out.push(Finding::error(
                    content,
                    format!("the fragment “{fragment}” doesn't stand in the content in typographic quotation marks"),
                    "Put it into the paraphrase, as the text has it.",
                ));
            }
            for words in quoted.iter().filter(|words| !exact.contains(&words.as_str())) {
                out.push(Finding::error(
                    content,
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
}
