//! Whole pages: what stands in the head of each, and what it shows before the program does, or without it.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{DiscrepancyIdx, EventIdx};
use sidebyline_query::Timeline;
use sidebyline_query::timeline::{Day, When};
use sidebyline_words::{dates, phrases};

use super::event::{Stand, event};
use super::masthead::{colophon, masthead};
use super::quote::quote;
use super::source::sources;
use super::summary::{Summary, of_dataset, of_discrepancy, of_event};
use super::words::{badge, div, hue, p, span};
use super::write::{Html, el, text};
use super::{discrepancy, json_ld, place};

/// Two stretches of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// What its head has of its own: title, description, what a preview shows.
    pub head: Html,
    /// What its body shows.
    pub body: Html,
}

/// What a page has to know of the site that it stands in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Site<'a> {
    /// Its absolute address with a slash at its end, if it is known.
    pub root: Option<&'a str>,
    /// Where the dataset lies packed, relative to the site's first page, if it does.
    pub packed: Option<&'a str>,
}

/// The site's first page: the whole dataset.
pub fn index(dataset: &Dataset, site: Site<'_>) -> Page {
    let timeline = Timeline::new(dataset);
    let events = background(dataset, &timeline)
        .and(timeline.days.iter().map(|of| day(dataset, of)).collect::<Html>())
        .and(loose_quotes(dataset, &timeline))
        .and(loose_discrepancies(dataset));
    let main = el("main")
        .class("page__main")
        .child(place::histogram(dataset, &timeline))
        .child(place::result())
        .child(div("page__events", events));
    let data = json_ld::dataset(dataset, site.root);
    let summary = of_dataset(dataset);
    Page { head: head(&summary, site, None), body: body(dataset, Stand::Folded, main.into(), data) }
}

/// The page of the event at `index`.
pub fn of_one_event(dataset: &Dataset, index: EventIdx, site: Site<'_>) -> Page {
    let row = &dataset.events[index];
    let main = main_of_one(event(dataset, index, Stand::Alone));
    let data = json_ld::quotes(dataset, &row.quotes, site.root);
    let summary = of_event(dataset, index);
    Page { head: head(&summary, site, Some(("event", &row.id))), body: body(dataset, Stand::Alone, main, data) }
}

/// The page of the discrepancy at `index`.
pub fn of_one_discrepancy(dataset: &Dataset, index: DiscrepancyIdx, site: Site<'_>) -> Page {
    let row = &dataset.discrepancies[index];
    let main = main_of_one(discrepancy::alone(dataset, index));
    let summary = of_discrepancy(dataset, index);
    let data = json_ld::quotes(dataset, &[], site.root);
    Page { head: head(&summary, site, Some(("difference", &row.id))), body: body(dataset, Stand::Alone, main, data) }
}

fn head(summary: &Summary, site: Site<'_>, item: Option<(&str, &str)>) -> Html {
    let meta = |name: &str, content: &str| Html::from(el("meta").attr("name", name).attr("content", content));
    let og = |property: &str, content: &str| Html::from(el("meta").attr("property", property).attr("content", content));
    let base = item.map(|_| Html::from(el("base").local("../../")));
    let own = Html::from(base)
        .and(el("title").child(summary.title(phrases::NAME)))
        .and(meta("description", &summary.description))
        .and(meta("pages", "event difference"))
        .and(site.packed.map(|place| meta("packed", place)))
        .and(item.map(|(_, id)| meta("item", id)))
        .and(og("og:title", &summary.name))
        .and(og("og:description", &summary.description))
        .and(og("og:type", if item.is_some() { "article" } else { "website" }))
        .and(og("og:site_name", phrases::NAME));
    let Some(root) = site.root else { return own };
    let below = item.map(|(folder, id)| [folder, "/", id, "/"].concat()).unwrap_or_default();
    let address = [root, &below].concat();
    own.and(el("link").attr("rel", "canonical").attr("href", &address)).and(og("og:url", &address))
}

fn body(dataset: &Dataset, stand: Stand, main: Html, data: Html) -> Html {
    let page = el("div").class("page").attr("data-page", "timeline");
    let page = page.child(div("panel-place substance__place", Html::default())).child(main);
    let substance = el("div")
        .class("substance")
        .attr("id", "_substance")
        .child(masthead(dataset, stand))
        .child(place::bar())
        .child(page)
        .child(sources(dataset))
        .child(colophon(dataset));
    Html::from(el("noscript").child(p("without-script", phrases::WITHOUT_SCRIPT))).and(substance).and(data)
}

fn main_of_one(item: Html) -> Html {
    el("main").class("page__main").child(div("page__events", item)).into()
}

fn day(dataset: &Dataset, day: &Day) -> Html {
    let name = |first| dates::english(dates::Unit::Weekday, first);
    let name = match day.when {
        When::Day(first) => name(first),
        When::Around(first) => phrases::or_later(&name(first)),
        When::Unsure => phrases::UNSURE_DAY.into(),
    };
    let events: Html = day.events.iter().map(|&index| event(dataset, index, Stand::Folded)).collect();
    div("day", Html::from(el("h2").class("day__name").child(name)).and(events))
}

/// What came before.
fn background(dataset: &Dataset, timeline: &Timeline) -> Html {
    let members: Vec<EventIdx> = timeline.background.iter().flat_map(|day| &day.events).copied().collect();
    if members.is_empty() {
        return Html::default();
    }
    let title = [phrases::BACKGROUND, ": ", phrases::BACKGROUND_HINT].concat();
    let title = Html::from(el("h2").class("background__title").child(title));
    let count = span("background__count", phrases::shown(members.len(), members.len()));
    let summary = el("summary").class("background__summary").child(title.and(count));
    let events: Html = members.iter().map(|&index| event(dataset, index, Stand::Folded)).collect();
    el("details").class("background").child(summary).child(events).into()
}

fn loose_quotes(dataset: &Dataset, timeline: &Timeline) -> Html {
    if timeline.loose.is_empty() {
        return Html::default();
    }
    let item = |index| {
        let source = dataset.quotes.head(index).source;
        let item = el("li").class(&["column ", &hue(source)].concat());
        Html::from(item.child(p("column__head", badge(dataset, source))).child(quote(dataset, index)))
    };
    let items: Html = timeline.loose.iter().map(|&index| item(index)).collect();
    let count = span("loose__count", phrases::grouped(timeline.loose.len()));
    loose(text(phrases::LOOSE).and(" ").and(count), el("ul").class("loose__list").child(items).into())
}

fn loose_discrepancies(dataset: &Dataset) -> Html {
    let loose_ones = dataset.discrepancies.iter().filter(|(_, discrepancy)| discrepancy.event.is_none());
    let items = loose_ones.map(|(index, _)| discrepancy::discrepancy(dataset, index, Stand::Folded));
    let items: Vec<Html> = items.map(|item| el("div").child(item).into()).collect();
    if items.is_empty() {
        return Html::default();
    }
    loose(text(phrases::LOOSE_DISCREPANCIES), div("event__differences", items))
}

fn loose(title: Html, items: Html) -> Html {
    el("section").class("loose").child(el("h2").class("day__name").child(title)).child(items).into()
}
