//! An event in one line: when, what has become of it, what it is about, who reports it, how many differences and quotes.

use sidebyline_compare::column::reports;
use sidebyline_dataset::Dataset;
use sidebyline_dataset::edtf::Edtf;
use sidebyline_dataset::model::{Event, EventIdx, SourceIdx, Status};
use sidebyline_words::{dates, phrases};

use super::words::{badge, span, time, unseen};
use super::write::{Html, el, text};

/// So many reports are shown by badges and a number, where not every source has its place.
const FEW: usize = 3;

/// The facts. Each source has its place in the row of badges; a dot stands for silence. Where the sources are too many
/// for that, they are counted.
pub fn facts(dataset: &Dataset, index: EventIdx) -> Html {
    let event = &dataset.events[index];
    let reports = |source: SourceIdx| reports(dataset, index, source);
    let label = |source: SourceIdx| dataset.sources[source].label.as_str();
    let reporting: Vec<SourceIdx> = dataset.sources.indices().filter(|&source| reports(source)).collect();
    let labels: Vec<&str> = reporting.iter().map(|&source| label(source)).collect();
    let slot = |source| if reporting.contains(&source) { badge(dataset, source) } else { span("silent", "·") };
    let slots: Html = match phrases::reporting_of(reporting.len(), dataset.sources.len()) {
        None => dataset.sources.indices().map(slot).collect(),
        Some(count) => {
            let few = reporting.iter().filter(|_| reporting.len() <= FEW).map(|&source| badge(dataset, source));
            few.chain([span("facts__count", count)]).collect()
        }
    };
    let long = dataset.sources.indices().any(|source| label(source).chars().nth(1).is_some());
    let shape = if long { "facts__slots facts__slots--long" } else { "facts__slots" };
    let topics: Vec<&str> = event.topics.iter().map(|&topic| dataset.topics[topic].label.as_str()).collect();
    let topics = (!topics.is_empty()).then(|| span("facts__topics", topics.join(", ")));
    let line = [when(event.when.as_ref())].into_iter().chain(status(dataset, event)).chain(topics);
    let (differences, quotes) = (event.discrepancies.len(), event.quotes.len());
    let tallies = Html::spaced([
        unseen(&phrases::reported_by(&labels)),
        for_the_eye(shape, slots),
        span("facts__differences", if differences > 0 { marked(differences) } else { Html::default() }),
        span("facts__quotes", if quotes > 0 { text(&phrases::quotes(quotes)) } else { Html::default() }),
    ]);
    span("facts", Html::spaced([span("facts__line", Html::spaced(line)), span("facts__tallies", tallies)]))
}

/// When it was: what is doubtful is marked and said.
fn when(when: Option<&Edtf>) -> Html {
    let Some(when) = when else { return span("facts__when", phrases::UNKNOWN_DATE) };
    let mark = match when {
        when if when.is_uncertain() => "? ",
        when if when.is_approximate() => "~ ",
        _ => "",
    };
    let mark = (!mark.is_empty()).then(|| for_the_eye("facts__doubt", mark));
    time("facts__when", when, Html::from(mark).and(dates::words(when)))
}

/// What has become of it, as its reports say: one word if they agree, else each word with the sources whose word it is.
fn status(dataset: &Dataset, event: &Event) -> Vec<Html> {
    let mentions = || event.mentions.iter().map(|&mention| &dataset.mentions[mention]);
    let mut statuses: Vec<Status> = Vec::new();
    for mention in mentions() {
        if !statuses.contains(&mention.status) {
            statuses.push(mention.status);
        }
    }
    let differ = statuses.len() > 1;
    let said = |source: SourceIdx, status: Status| {
        differ && mentions().any(|mention| mention.source == source && mention.status == status)
    };
    let each = |status: Status| {
        let who = dataset.sources.indices().filter(|&source| said(source, status));
        let who = who.map(|source| text(" ").and(badge(dataset, source)));
        span("facts__status", text(phrases::status_word(status)).and(who.collect::<Html>()))
    };
    statuses.into_iter().map(each).collect()
}

/// How many differences: a mark with a number for the eye, and words for who listens.
fn marked(count: usize) -> Html {
    let mark = [phrases::DIFFERENCE_MARK, " ", &phrases::grouped(count)].concat();
    for_the_eye("facts__mark", mark).and(" ").and(unseen(&phrases::differences(count)))
}

/// What only the eye needs.
pub fn for_the_eye(class: &str, children: impl Into<Html>) -> Html {
    el("span").attr("aria-hidden", "true").class(class).child(children).into()
}
