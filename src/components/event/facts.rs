//! An event in one line: when, what has become of it, what it is about, who reports it, how many differences and
//! quotes.

use sidebyline_compare::column::reports;
use sidebyline_dataset::edtf::Edtf;
use sidebyline_dataset::model::{Event, EventIdx, SourceIdx, Status};

use crate::components::badge::badge;
use crate::components::parts::{for_the_eye, maybe, p, row, say, span, unseen};
use crate::dates;
use crate::intl::number;
use crate::load::Story;
use crate::node::{Node, el, live};
use crate::state::State;
use crate::strings;

/// So many reports are shown by badges and a number, where not every source has its place.
const FEW: usize = 3;

/// The facts. Each source has its place in the row of badges, so that the eye finds it; a dot stands for silence. Where
/// the sources are too many for that, they are counted: those of an open event are all there, side by side.
pub fn facts(story: &Story, state: State, index: EventIdx) -> Node {
    let dataset = &story.dataset;
    let event = &dataset.events[index];
    let reports = |source: SourceIdx| reports(dataset, index, source);
    let label = |source: SourceIdx| dataset.sources[source].label.as_str();
    let reporting: Vec<SourceIdx> = dataset.sources.indices().filter(|&source| reports(source)).collect();
    let labels: Vec<&str> = reporting.iter().map(|&source| label(source)).collect();
    let slot = |source| if reporting.contains(&source) { badge(dataset, source) } else { span("silent", "·") };
    let slots: Vec<Node> = match strings::reporting_of(reporting.len(), dataset.sources.len()) {
        None => dataset.sources.indices().map(slot).collect(),
        Some(count) => {
            let few = reporting.iter().filter(|_| reporting.len() <= FEW).map(|&source| badge(dataset, source));
            few.chain([span("facts__count", count)]).collect()
        }
    };
    // A badge of several letters would push the others from their places.
    let long = dataset.sources.indices().any(|source| label(source).chars().nth(1).is_some());
    let unsure = live(move || {
        let unsure = state.matches(|matches| matches.is_unsure(index));
        maybe(unsure.then(|| span("facts__unsure", strings::timeline::UNSURE)))
    });
    let topics: Vec<&str> = event.topics.iter().map(|&topic| dataset.topics[topic].label.as_str()).collect();
    let (differences, quotes) = (event.discrepancies.len(), event.quotes.len());
    let line = row([
        when(event.when.as_ref()),
        unsure,
        status(story, event),
        maybe((!topics.is_empty()).then(|| span("facts__topics", topics.join(", ")))),
    ]);
    let tallies = row([
        unseen(strings::reported_by(&labels)),
        for_the_eye(slots).class(if long { "facts__slots facts__slots--long" } else { "facts__slots" }),
        span("facts__differences", if differences > 0 { marked(differences) } else { ().into() }),
        span("facts__quotes", if quotes > 0 { say(strings::quotes(quotes)) } else { ().into() }),
    ]);
    p("facts", row([span("facts__line", line), span("facts__tallies", tallies)]))
}

/// When it was: what is doubtful is marked and said.
fn when(when: Option<&Edtf>) -> Node {
    let words = when.map_or(strings::UNKNOWN_DATE.into(), dates::words);
    let machine = when.and_then(dates::machine);
    let mark = match when {
        Some(when) if when.is_uncertain() => "? ",
        Some(when) if when.is_approximate() => "~ ",
        _ => "",
    };
    let mark = maybe((!mark.is_empty()).then(|| for_the_eye(mark).class("facts__doubt")));
    el("time").class("facts__when").attr("datetime", machine).child([mark, say(words)])
}

/// What has become of it, as its reports say: one word if they agree, else each word with the sources whose word it is.
fn status(story: &Story, event: &Event) -> Node {
    let said = |source: SourceIdx, status: Status| {
        event.mentions.iter().any(|&mention| {
            let mention = &story.dataset.mentions[mention];
            mention.source == source && mention.status == status
        })
    };
    let mut statuses: Vec<Status> = Vec::new();
    for &mention in &event.mentions {
        let status = story.dataset.mentions[mention].status;
        if !statuses.contains(&status) {
            statuses.push(status);
        }
    }
    let differ = statuses.len() > 1;
    let each = |status: Status| {
        let mut parts = vec![say(strings::timeline::status_word(status))];
        if differ {
            for source in story.dataset.sources.indices().filter(|&source| said(source, status)) {
                parts.extend([say(" "), badge(&story.dataset, source)]);
            }
        }
        span("facts__status", parts)
    };
    statuses.into_iter().map(each).collect::<Vec<Node>>().into()
}

/// How many differences: a mark with a number for the eye, and words for who listens.
fn marked(count: usize) -> Node {
    let mark = [strings::DIFFERENCE_MARK, " ", &number(count)].concat();
    row([for_the_eye(mark).class("facts__mark"), unseen(strings::differences(count))]).into()
}
