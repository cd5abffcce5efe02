//! The articles: what each is, when it was published, and what a reader of it should know.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{Coded, Link, Origin, SourceIdx, Title};
use sidebyline_words::{dates, phrases};

use super::words::{badge, hue, ours, p, span, time, unseen, verbatim};
use super::write::{Html, el, text};

/// All articles, side by side.
pub fn sources(dataset: &Dataset) -> Html {
    let entries: Html = dataset.sources.indices().map(|source| entry(dataset, source)).collect();
    el("section")
        .class("sources")
        .attr("aria-labelledby", "_sources")
        .child(el("h2").attr("id", "_sources").class("sources__title").child(phrases::SOURCES))
        .child(el("ul").class("sources__list").child(entries))
        .into()
}

fn entry(dataset: &Dataset, index: SourceIdx) -> Html {
    let source = &dataset.sources[index];
    let (class, title, whose) = match &source.title {
        Title::Headline(words) => ("source__title", verbatim(words, &source.language), phrases::ITS_HEADLINE),
        Title::Description(words) => {
            ("source__title source__title--own", ours(words, &dataset.about.language), phrases::OUR_DESCRIPTION)
        }
    };
    // The address keeps the page's program at the article; without it, the whole page is there all the same.
    let title = el("a").class("source__link").local(&["?view=source&article=", &source.id].concat()).child(title);
    let summary = el("summary").child(phrases::ABOUT_SOURCE).child(unseen(&[" ", &source.label].concat()));
    let more = el("details").class("source__more").child(summary).child(more(dataset, index));
    el("li")
        .class(&["source ", &hue(index)].concat())
        .child(p(class, badge(dataset, index).and(" ").and(title)))
        .child(p("source__facts", facts(dataset, index, whose)))
        .child(more)
        .into()
}

/// Whose words its title is, who published it, and when.
fn facts(dataset: &Dataset, index: SourceIdx, whose: &str) -> Html {
    let source = &dataset.sources[index];
    let outlet = source.outlet.map(|outlet| {
        let outlet = &dataset.outlets[outlet];
        let name = outlet.url.as_ref().map_or_else(|| text(&outlet.name), |link| anchor(link, &outlet.name));
        name.and(" · ")
    });
    let published = match &source.published {
        Some(date) => time("", date, phrases::published(&dates::words(date))),
        None => text(phrases::PUBLISHED_UNKNOWN),
    };
    text(whose).and(" · ").and(outlet).and(published)
}

/// How we know when it was published, what it draws on, what is wrong with it.
fn more(dataset: &Dataset, index: SourceIdx) -> Html {
    let source = &dataset.sources[index];
    let note = |children: Html| p("source__note", children);
    let mut notes = vec![note(span("source__kind", phrases::DATE_BASIS).and(&source.published_basis))];
    if source.coded == Coded::Partial {
        notes.push(note(text(phrases::PARTLY_CODED)));
    }
    notes.extend(source.url.as_ref().map(|link| note(anchor(link, phrases::READ_IT))));
    notes.extend(source.derived_from.iter().map(|origin| {
        let origin = match origin {
            Origin::Source(other) => badge(dataset, *other),
            Origin::Elsewhere(link) => anchor(link, link.as_str()),
        };
        note(text(phrases::DRAWS_ON).and(" ").and(origin))
    }));
    notes.extend(source.notes.iter().map(|about| {
        let kind = span("source__kind", [phrases::note_kind(about.kind), ". "].concat());
        note(kind.and(ours(&about.note, &dataset.about.language)))
    }));
    notes.into()
}

fn anchor(link: &Link, words: &str) -> Html {
    el("a").link(link).child(words).into()
}
