//! Words in a row that two sources have in common.

mod tokens;

use std::collections::BTreeMap;
use std::ops::Range;

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{
    Content, EventIdx, Evidence, EvidencePlace, Mention, MentionIdx, Quote, QuoteIdx, Run, SourceIdx, Verbatim,
};

use super::{Reason, Tie};
use tokens::Tokens;

/// So many words in a row, the same in two sources, tie them. Names and set phrases have up to five (*President of the
/// United States*), so five, by which studies of text reuse in newspapers look for a common origin (Smith, Cordell and
/// Dillon 2013), would be one too few here. Many more would find nothing: a fragment outside of quoted speech has at most
/// twelve words, and two such fragments of one sentence of eighteen words need have no more than six in common.
pub const SHARED_WORDS: usize = 6;

/// A stretch of verbatim words in a mention or quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which of its verbatim parts; see [`parts`].
    pub part: usize,
    /// Code points of that part.
    pub span: Range<u32>,
}

/// The verbatim parts of a mention or quote, in their order: fragments, or what is quoted.
pub fn parts(dataset: &Dataset, place: EvidencePlace) -> Vec<&Verbatim> {
    match place {
        EvidencePlace::Mention(at) => dataset.mentions[at].fragments().collect(),
        EvidencePlace::Quote(at) => quoted(&dataset.quotes[at].content),
    }
}

fn quoted(content: &Content) -> Vec<&Verbatim> {
    match content {
        Content::Direct(parts) => parts.iter().collect(),
        Content::Mixed(runs) => runs
            .iter()
            .filter_map(|run| match run {
                Run::Quoted(words) => Some(words),
                Run::Own(_) => None,
            })
            .collect(),
        Content::Indirect(_) => Vec::new(),
    }
}

/// Verbatim words, made ready to be compared.
#[derive(Clone, Debug, Default)]
pub(super) struct Shared {
    /// Parts that are long enough, in the order of their events, those without one first; then of their sources.
    parts: Vec<Part>,
}

#[derive(Clone, Debug)]
struct Part {
    event: Option<EventIdx>,
    evidence: Evidence,
    /// Which of the parts of the mention or quote it is.
    number: usize,
    /// Its words, the same number for what counts as the same word.
    words: Vec<u32>,
    /// Where each word stands.
    spans: Vec<Range<u32>>,
}

/// A word of a part.
type At = (usize, usize);

impl Shared {
    /// All verbatim words of a dataset.
    pub(super) fn new(dataset: &Dataset) -> Self {
        let (mut shared, mut tokens) = (Self::default(), Tokens::default());
        dataset.mentions.scan().for_each(|(at, mention)| shared.mention(at, &mention, &mut tokens));
        dataset.quotes.scan().for_each(|(at, quote)| shared.quote(at, &quote, &mut tokens));
        shared.in_order()
    }

    /// The verbatim words of those reporters of `event` for which `compared` is true.
    pub(super) fn on(dataset: &Dataset, event: EventIdx, compared: impl Fn(SourceIdx) -> bool) -> Self {
        let (mut shared, mut tokens) = (Self::default(), Tokens::default());
        let row = &dataset.events[event];
        for &at in row.mentions.iter().filter(|at| compared(dataset.mentions.head(**at).source)) {
            shared.mention(at, &dataset.mentions.seen(at), &mut tokens);
        }
        for &at in row.quotes.iter().filter(|at| compared(dataset.quotes.head(**at).source)) {
            shared.quote(at, &dataset.quotes.seen(at), &mut tokens);
        }
        shared.in_order()
    }

    fn mention(&mut self, at: MentionIdx, mention: &Mention, tokens: &mut Tokens) {
        let evidence = Evidence { source: mention.source, place: EvidencePlace::Mention(at) };
        self.add(Some(mention.event), evidence, mention.fragments(), tokens);
    }

    fn quote(&mut self, at: QuoteIdx, quote: &Quote, tokens: &mut Tokens) {
        let evidence = Evidence { source: quote.source, place: EvidencePlace::Quote(at) };
        self.add(quote.event, evidence, quoted(&quote.content).into_iter(), tokens);
    }

    fn add<'a>(
        &mut self,
        event: Option<EventIdx>,
        evidence: Evidence,
        parts: impl Iterator<Item = &'a Verbatim>,
        tokens: &mut Tokens,
    ) {
        for (number, text) in parts.enumerate() {
            if let Some((words, spans)) = tokens.of(&text.0, SHARED_WORDS) {
                self.parts.push(Part { event, evidence, number, words, spans });
            }
        }
    }

    fn in_order(mut self) -> Self {
        self.parts.sort_by_key(|part| (part.event, part.evidence.source));
        self
    }

    /// What sources share of these words.
    pub(super) fn ties(&self) -> Vec<Tie> {
        ties(&self.parts.iter().collect::<Vec<_>>())
    }

    /// What those reporters of `event` share of these words for which `compared` is true.
    pub(super) fn ties_on(&self, event: EventIdx, compared: impl Fn(SourceIdx) -> bool) -> Vec<Tie> {
        let from = self.parts.partition_point(|part| part.event < Some(event));
        let to = self.parts.partition_point(|part| part.event <= Some(event));
        let parts = self.parts.get(from..to).unwrap_or_default();
        ties(&parts.iter().filter(|part| compared(part.evidence.source)).collect::<Vec<_>>())
    }
}

/// Every longest run of words that two sources share, in the order of the two. Where a source has the same words
/// several times, the first place counts.
fn ties(parts: &[&Part]) -> Vec<Tie> {
    let mut runs: BTreeMap<([SourceIdx; 2], [At; 2]), usize> = BTreeMap::new();
    let mut grams: Vec<(&[u32], SourceIdx, At)> = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        let grams_of = part.words.windows(SHARED_WORDS).enumerate();
        grams.extend(grams_of.map(|(word, gram)| (gram, part.evidence.source, (number, word))));
    }
    grams.sort_unstable();
    grams.dedup_by_key(|&mut (gram, source, _)| (gram, source));
    for same in grams.chunk_by(|one, other| one.0 == other.0) {
        for (at, one) in same.iter().enumerate() {
            for other in &same[at + 1..] {
                let (places, length) = whole_run(parts, [one.2, other.2]);
                runs.insert(([one.1, other.1], places), length);
            }
        }
    }
    runs.into_iter().map(|((sources, places), length)| tie(parts, sources, places, length)).collect()
}

/// The longest run of the same words that has these two in it: where it begins, and how many words it has.
fn whole_run(parts: &[&Part], places: [At; 2]) -> ([At; 2], usize) {
    let [(one, mut from), (other, mut others_from)] = places;
    let (ours, theirs) = (&parts[one].words, &parts[other].words);
    while from > 0 && others_from > 0 && ours[from - 1] == theirs[others_from - 1] {
        (from, others_from) = (from - 1, others_from - 1);
    }
    let same = ours[from..].iter().zip(&theirs[others_from..]).take_while(|(one, other)| one == other);
    ([(one, from), (other, others_from)], same.count())
}

fn tie(parts: &[&Part], sources: [SourceIdx; 2], places: [At; 2], length: usize) -> Tie {
    let place = |(part, from): At| {
        let Part { number, spans, .. } = parts[part];
        let last = spans.get(from + length - 1).map_or(spans[from].end, |last| last.end);
        Place { part: *number, span: spans[from].start..last }
    };
    let evidence = places.map(|(part, _)| parts[part].evidence).to_vec();
    Tie { reason: Reason::Words(length, places.map(place)), sources: sources.to_vec(), evidence }
}
