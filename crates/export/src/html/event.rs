//! An event: a row that says what it is, when, and who reports it; folded below it, what each source has on it, and
//! where they differ.

use sidebyline_compare::{Column, columns};
use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{EventIdx, MentionIdx};
use sidebyline_words::{dates, phrases};

use super::discrepancy::discrepancy;
use super::facts::facts;
use super::quote::{names, quote};
use super::words::{badge, div, hue, ours, own, p, unseen, verbatim};
use super::write::{Html, el};

/// How an event stands on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// In a list, folded.
    Folded,
    /// By itself.
    Alone,
}

/// The event at `index`.
pub fn event(dataset: &Dataset, index: EventIdx, stand: Stand) -> Html {
    let event = &dataset.events[index];
    let name = el("span").class("event__toggle").child(ours(&event.title, &dataset.about.language));
    let title = el(if stand == Stand::Alone { "h1" } else { "h3" }).class("event__title").child(name);
    let head = Html::spaced([title.into(), facts(dataset, index)]);
    let details = el("details")
        .flag("open", stand == Stand::Alone)
        .child(el("summary").class("event__head").child(head))
        .child(body(dataset, index, stand));
    el("article").class("event").attr("id", &event.id).child(details).into()
}

fn body(dataset: &Dataset, index: EventIdx, stand: Stand) -> Html {
    let event = &dataset.events[index];
    let columns = columns(dataset, index);
    let shape = if columns.len() == 1 { "event__columns event__columns--one" } else { "event__columns" };
    let columns: Html = columns.iter().map(|of_one| column(dataset, index, of_one)).collect();
    let mut parts = vec![div(shape, columns)];
    if !event.discrepancies.is_empty() {
        let title = el("h4").class("event__subtitle").child(phrases::DIFFERENCES).into();
        let differences = event.discrepancies.iter().map(|&index| discrepancy(dataset, index, Stand::Folded));
        parts.push(div("event__differences", std::iter::once(title).chain(differences).collect::<Html>()));
    }
    let way = match stand {
        Stand::Folded => el("a").local(&["event/", &event.id, "/"].concat()).child(phrases::EVENT_ALONE),
        Stand::Alone => el("a").local(&["./#", &event.id].concat()).child(phrases::ALL_EVENTS),
    };
    parts.push(div("event__actions", way.class("link-button")));
    div("event__body", Html::from(parts))
}

/// What one source has on an event: its own words first, then ours, then whom it quotes.
fn column(dataset: &Dataset, event: EventIdx, column: &Column) -> Html {
    let source = &dataset.sources[column.source];
    let badge = el("span").attr("aria-hidden", "true").child(badge(dataset, column.source));
    let name = unseen(&[" ", &phrases::source_name(&source.label, source.title.as_str())].concat());
    let mut parts: Vec<Html> = vec![el("h4").class("column__head").child(badge).child(name).into()];
    if !column.mentions.is_empty() {
        let mentions: Html = column.mentions.iter().map(|&index| mention(dataset, event, index)).collect();
        parts.push(div("column__mentions", mentions));
    }
    if !column.quotes.is_empty() {
        let quotes: Html = column.quotes.iter().map(|&index| div("column__quote", quote(dataset, index))).collect();
        parts.push(div("column__quotes", quotes));
    }
    div(&["column ", &hue(column.source)].concat(), Html::from(parts))
}

/// One report, and what the source makes of it: what has become of the event, when, if not on its own date, and from whom
/// it knows.
fn mention(dataset: &Dataset, event: EventIdx, index: MentionIdx) -> Html {
    let mention = &dataset.mentions[index];
    let language = &dataset.sources[mention.source].language;
    let fragments = mention.fragments().map(|fragment| p("mention__fragment", verbatim(fragment, language)));
    let event_when = dataset.events[event].when.as_ref();
    let other_date = mention.when.as_ref().filter(|when| Some(*when) != event_when);
    let mut facts = vec![phrases::status(mention.status).to_owned()];
    facts.extend(other_date.map(|when| phrases::dated(&dates::words(when))));
    facts.push(phrases::basis(mention.basis, &names(dataset, &mention.via)));
    let ours = own(&mention.paraphrase, &dataset.about.language);
    div("mention", fragments.chain([ours, p("mention__facts", facts.join(" · "))]).collect::<Html>())
}
