//! One question that the sources answer differently, with each source's answer. No verdict who is right.

use sidebyline_compare::question::{Stands, stands};
use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{Answer, DiscrepancyIdx, EventIdx, SourceIdx};
use sidebyline_words::phrases;

use super::event::Stand;
use super::facts::for_the_eye;
use super::words::{badge, div, ours, p, span};
use super::write::{Html, el, text};

/// The discrepancy at `index`. In a list, its kind has a link to the page that it has by itself; there, its question is the
/// heading. But in an event that stands alone it is in a list all the same.
pub fn discrepancy(dataset: &Dataset, index: DiscrepancyIdx, stand: Stand) -> Html {
    let discrepancy = &dataset.discrepancies[index];
    let language = &dataset.about.language;
    let kind = text(&[phrases::dimension(discrepancy.dimension), phrases::nature(discrepancy.nature)].join(" · "));
    let way = || el("a").local(&["difference/", &discrepancy.id, "/"].concat()).child(phrases::DIFFERENCE_ALONE);
    let kind = if stand == Stand::Folded { kind.and(" · ").and(way()) } else { kind };
    let answers: Html = discrepancy.answers.iter().map(|given| answer(dataset, discrepancy.event, given)).collect();
    let note = discrepancy.note.as_ref().map(|note| p("discrepancy__note", ours(note, language)));
    let question = question(dataset, index);
    let question = match stand {
        Stand::Folded => p("discrepancy__question", question),
        Stand::Alone => el("h1").class("event__title").child(question).into(),
    };
    let children =
        question.and(p("discrepancy__kind", kind)).and(el("ul").class("discrepancy__answers").child(answers)).and(note);
    el("div").class("discrepancy").attr("id", &discrepancy.id).child(children).into()
}

/// A page's main part on the discrepancy at `index`.
pub fn alone(dataset: &Dataset, index: DiscrepancyIdx) -> Html {
    let id = &dataset.discrepancies[index].id;
    let way = el("a").class("link-button").local(&["./#", id].concat()).child(phrases::ALL_EVENTS);
    div("event__body", discrepancy(dataset, index, Stand::Alone).and(div("event__actions", way)))
}

fn question(dataset: &Dataset, index: DiscrepancyIdx) -> Html {
    let mark = for_the_eye("discrepancy__mark", phrases::DIFFERENCE_MARK);
    mark.and(" ").and(ours(&dataset.discrepancies[index].question, &dataset.about.language))
}

fn answer(dataset: &Dataset, event: Option<EventIdx>, answer: &Answer) -> Html {
    let givers = dataset.sources.indices().filter_map(|source| giver(dataset, event, answer, source));
    let who = span("discrepancy__who", Html::spaced(givers));
    let value = ours(&answer.value, &dataset.about.language);
    el("li").class("discrepancy__answer").child(who.and(" ").and(value)).into()
}

/// The badge of `source`, if it gives the answer; a link to its words, if they don't stand in the event at hand.
fn giver(dataset: &Dataset, event: Option<EventIdx>, answer: &Answer, source: SourceIdx) -> Option<Html> {
    let badge = badge(dataset, source);
    let target = match stands(dataset, event, answer, source)? {
        Stands::Here => return Some(badge),
        Stands::Elsewhere(target) => target,
    };
    let label = phrases::answers_elsewhere(&dataset.sources[source].label);
    let link = el("a").class("discrepancy__elsewhere").local(&["./#", target].concat());
    Some(link.attr("aria-label", &label).attr("title", &label).child(badge).into())
}
