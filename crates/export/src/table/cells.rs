//! What stands in the cells, in the order of the columns.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::edtf::Edtf;
use sidebyline_dataset::model::{
    ActorIdx, Content, DiscrepancyIdx, EventIdx, EvidencePlace, MentionIdx, Paraphrase, Passage, QuoteIdx, Run,
    SourceIdx, Title, TopicIdx, Verbatim,
};

use crate::{Excerpt, Origin};

/// What stands between the items of a list, as in the sheets.
const AND: &str = " | ";

/// What the cells are filled from.
pub(super) struct Cells<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) excerpt: &'a Excerpt,
    pub(super) origin: &'a Origin,
}

impl Cells<'_> {
    pub(super) fn event(&self, index: EventIdx) -> Vec<String> {
        let (dataset, event) = (self.dataset, &self.dataset.events[index]);
        let mentions = self.excerpt.mentions.iter().filter(|&&mention| dataset.mentions.head(mention).event == index);
        let mentions: Vec<SourceIdx> = mentions.map(|&mention| dataset.mentions.head(mention).source).collect();
        let quotes = self.excerpt.quotes.iter().filter(|&&quote| dataset.quotes.head(quote).event == Some(index));
        let quotes: Vec<SourceIdx> = quotes.map(|&quote| dataset.quotes.head(quote).source).collect();
        let discrepancies = self.excerpt.discrepancies.iter();
        let discrepancies = discrepancies.filter(|&&at| dataset.discrepancies[at].event == Some(index)).count();
        let counts = [mentions.len(), quotes.len(), discrepancies].map(|count| count.to_string());
        let mut sources = [mentions, quotes].concat();
        sources.sort_unstable();
        sources.dedup();
        let mut cells = vec![
            event.id.clone(),
            event.title.0.clone(),
            date(event.when.as_ref()),
            date(event.known_from.as_ref()),
            if event.background { "yes".into() } else { String::new() },
        ];
        cells.extend(self.topics(&event.topics));
        cells.push(list(sources.iter().map(|&source| dataset.sources[source].id.as_str())));
        cells.push(list(sources.iter().map(|&source| dataset.sources[source].label.as_str())));
        cells.extend(counts);
        cells.push(self.origin.event(&event.id));
        cells
    }

    pub(super) fn mention(&self, index: MentionIdx) -> Vec<String> {
        let mention = &self.dataset.mentions[index];
        let mut cells = vec![mention.id.clone()];
        cells.extend(self.belongs_to(Some(mention.event)));
        cells.extend(self.source(mention.source));
        cells.extend([mention.status.as_str().into(), date(mention.when.as_ref()), mention.basis.as_str().into()]);
        cells.extend(self.actors(&mention.via));
        cells.extend(self.actors(&mention.actors));
        let places = || mention.places.iter().map(|&place| &self.dataset.places[place]);
        cells.push(list(places().map(|place| place.id.as_str())));
        cells.push(list(places().map(|place| place.name.as_str())));
        cells.push(mention.paraphrase.0.clone());
        cells.push(list(mention.fragments().map(|words| words.0.as_str())));
        cells.push(passages(&mention.passages));
        cells.push(self.origin.event(&self.dataset.events[mention.event].id));
        cells
    }

    pub(super) fn quote(&self, index: QuoteIdx) -> Vec<String> {
        let quote = &self.dataset.quotes[index];
        let (verbatim, paraphrase) = words_of(&quote.content);
        let mut cells = vec![quote.id.clone()];
        cells.extend(self.belongs_to(quote.event));
        cells.extend(self.source(quote.source));
        cells.push(quote.content.kind().as_str().into());
        cells.extend(self.actors(&quote.speakers));
        cells.extend(self.actors(&quote.via));
        cells.extend(self.actors(quote.addressee.as_slice()));
        cells.extend([quote.cue.clone(), date(quote.when.as_ref())]);
        cells.extend(self.topics(&quote.topics));
        cells.extend([list(verbatim.into_iter()), paraphrase, passages(&quote.passages)]);
        cells.push(self.origin.quote(&quote.id));
        cells
    }

    /// One row for each piece of evidence; a question or answer without any has one too.
    pub(super) fn discrepancy(&self, index: DiscrepancyIdx) -> Vec<Vec<String>> {
        let discrepancy = &self.dataset.discrepancies[index];
        let mut question = vec![discrepancy.id.clone()];
        question.extend(self.belongs_to(discrepancy.event));
        question.extend([discrepancy.dimension.as_str().into(), discrepancy.nature.as_str().into()]);
        question.extend([discrepancy.question.0.clone(), text(discrepancy.note.as_ref())]);
        let link = [self.origin.discrepancy(&discrepancy.id)];
        let row = |answer: &[String; 4], by: &[String]| [&question[..], answer, by, &link].concat();
        let nobody: [String; 7] = Default::default();
        let mut rows = Vec::new();
        for answer in &discrepancy.answers {
            let number = answer.number.map(|number| number.to_string()).unwrap_or_default();
            let unit = answer.unit.clone().unwrap_or_default();
            let cells = [answer.value.0.clone(), number, unit, date(answer.date.as_ref())];
            for evidence in &answer.evidence {
                let mut by = self.source(evidence.source).to_vec();
                by.extend(match evidence.place {
                    EvidencePlace::Mention(at) => [self.dataset.mentions.id(at).to_owned(), String::new()],
                    EvidencePlace::Quote(at) => [String::new(), self.dataset.quotes.id(at).to_owned()],
                });
                rows.push(row(&cells, &by));
            }
            if answer.evidence.is_empty() {
                rows.push(row(&cells, &nobody));
            }
        }
        if rows.is_empty() {
            rows.push(row(&Default::default(), &nobody));
        }
        rows
    }

    /// The event that something belongs to: its id and title.
    fn belongs_to(&self, event: Option<EventIdx>) -> [String; 2] {
        let event = event.map(|event| &self.dataset.events[event]);
        event.map(|event| [event.id.clone(), event.title.0.clone()]).unwrap_or_default()
    }

    /// A source: its id, badge, headline or else our description, and outlet.
    fn source(&self, source: SourceIdx) -> [String; 5] {
        let source = &self.dataset.sources[source];
        let (headline, description) = match &source.title {
            Title::Headline(Verbatim(words)) => (words.clone(), String::new()),
            Title::Description(Paraphrase(words)) => (String::new(), words.clone()),
        };
        let outlet = source.outlet.map(|outlet| self.dataset.outlets[outlet].name.clone());
        [source.id.clone(), source.label.clone(), headline, description, outlet.unwrap_or_default()]
    }

    /// Actors: their ids, and their names.
    fn actors(&self, actors: &[ActorIdx]) -> [String; 2] {
        let actors = || actors.iter().map(|&actor| &self.dataset.actors[actor]);
        [list(actors().map(|actor| actor.id.as_str())), list(actors().map(|actor| actor.name.as_str()))]
    }

    /// Topics: their ids, and their labels.
    fn topics(&self, topics: &[TopicIdx]) -> [String; 2] {
        let topics = || topics.iter().map(|&topic| &self.dataset.topics[topic]);
        [list(topics().map(|topic| topic.id.as_str())), list(topics().map(|topic| topic.label.as_str()))]
    }
}

/// A quote's words: the source's, and ours. Of a mixed quote, ours hold the source's in “marks”.
fn words_of(content: &Content) -> (Vec<&str>, String) {
    match content {
        Content::Direct(parts) => (parts.iter().map(|part| part.0.as_str()).collect(), String::new()),
        Content::Mixed(runs) => {
            let quoted = runs.iter().filter_map(|run| match run {
                Run::Quoted(words) => Some(words.0.as_str()),
                Run::Own(_) => None,
            });
            (quoted.collect(), crate::quote_text::runs(runs))
        }
        Content::Indirect(words) => (Vec::new(), words.0.clone()),
    }
}

fn list<'a>(items: impl Iterator<Item = &'a str>) -> String {
    items.collect::<Vec<_>>().join(AND)
}

fn date(when: Option<&Edtf>) -> String {
    when.map(|when| when.as_str().to_owned()).unwrap_or_default()
}

fn text(words: Option<&Paraphrase>) -> String {
    words.map(|words| words.0.clone()).unwrap_or_default()
}

/// Where passages stand: the first code point and the one after the last.
fn passages(passages: &[Passage]) -> String {
    let spans: Vec<String> =
        passages.iter().map(|passage| format!("{}-{}", passage.span.start, passage.span.end)).collect();
    spans.join(AND)
}
