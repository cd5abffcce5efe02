//! What an image and a piece of HTML show, without how they look; and the same in words, for who can't see it.

use leptos::prelude::*;
use sidebyline_compare::{Cell, Column, Item, Silence, columns, items, row};
use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{
    Content, DiscrepancyIdx, EventIdx, EvidencePlace, Link, MentionIdx, QuoteIdx, Run, SourceIdx, Verbatim,
};
use sidebyline_dataset::table::Idx;
use sidebyline_export::Excerpt;
use sidebyline_query::Page;
use sidebyline_words::language::direction;

use super::sheet::Sheet;
use super::subject::Subject;
use crate::strings::share as words;
use crate::strings::{self, QUOTE_CLOSE, QUOTE_OPEN, compare};

/// The most quotes of one source on one event that are shown.
const MOST_QUOTES: usize = 3;
/// The most events that are shown at once.
const MOST: usize = 5;

/// What an image shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// What it is about: the story.
    pub story: String,
    /// Its parts.
    pub parts: Vec<Part>,
    /// How many further parts there would be.
    pub left_out: usize,
    /// Where all of it comes from.
    pub foot: Vec<String>,
    /// Its address, if it has one for others.
    pub link: Option<String>,
}

/// One event, quote or difference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// What it is, in our words.
    pub title: String,
    /// When; empty if that isn't said.
    pub when: String,
    /// What each source has on it.
    pub entries: Vec<Entry>,
    /// Who has nothing.
    pub silent: Vec<String>,
}

/// What one source has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its badge.
    pub label: String,
    /// Its place among the sources, which gives it its colour.
    pub source: usize,
    /// What it is called in full.
    pub name: String,
    /// Where it was published.
    pub url: Option<Link>,
    /// What it has.
    pub lines: Vec<Line>,
}

/// Words, and whose they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The words.
    pub text: String,
    /// Whose.
    pub whose: Whose,
    /// Their language, as a BCP 47 tag.
    pub language: String,
}

/// Whose words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The source's own, in quotation marks.
    Source,
    /// Ours, or partly ours.
    Ours,
    /// Who is said to say it, or what else is known.
    About,
}

/// An event across the sources that report it, or across `sources` with who of them is silent.
pub fn of_event(dataset: &Dataset, event: EventIdx, sources: Option<&[SourceIdx]>) -> Part {
    let found = &dataset.events[event];
    let mut part = Part {
        title: found.title.0.clone(),
        when: found.when.as_ref().map(sidebyline_export::date_words).unwrap_or_default(),
        ..Part::default()
    };
    let Some(sources) = sources else {
        part.entries = columns(dataset, event).iter().map(|column| of_column(dataset, column)).collect();
        return part;
    };
    let mut silent: Vec<(Silence, Vec<&str>)> = Vec::new();
    for (cell, &source) in row(dataset, event, sources).cells.iter().zip(sources) {
        match cell {
            Cell::Reported(column) => part.entries.push(of_column(dataset, column)),
            Cell::Silent(kind) => {
                let label = dataset.sources[source].label.as_str();
                match silent.iter_mut().find(|(known, _)| compare::silence(*known) == compare::silence(*kind)) {
                    Some((_, labels)) => labels.push(label),
                    None => silent.push((*kind, vec![label])),
                }
            }
        }
    }
    part.silent = silent.iter().map(|(kind, labels)| compare::silent(labels, *kind)).collect();
    part
}

/// One quote.
pub fn of_quote(dataset: &Dataset, index: QuoteIdx) -> Part {
    let quote = &dataset.quotes[index];
    let event = quote.event.map(|event| dataset.events[event].title.0.clone());
    let when = quote.when.as_ref().map(sidebyline_export::date_words).unwrap_or_default();
    let title = event.unwrap_or_else(|| words::QUOTE.into());
    Part { title, when, entries: vec![entry(dataset, quote.source, quoted(dataset, index))], ..Part::default() }
}

/// The words of some quotes and reports.
pub fn of_items(dataset: &Dataset, items: &[Item]) -> Part {
    let of_item = |item: &Item| match item {
        Item::Quote(quote) => entry(dataset, item.source(dataset), quoted(dataset, *quote)),
        Item::Mention(mention) => entry(dataset, item.source(dataset), reported(dataset, *mention)),
    };
    Part { title: words::WORDINGS.into(), entries: items.iter().map(of_item).collect(), ..Part::default() }
}

/// A question with each source's answer and the words that give it.
pub fn of_difference(dataset: &Dataset, index: DiscrepancyIdx) -> Part {
    let found = &dataset.discrepancies[index];
    let when = found.event.and_then(|event| dataset.events[event].when.as_ref());
    let mut part = Part {
        title: found.question.0.clone(),
        when: when.map(sidebyline_export::date_words).unwrap_or_default(),
        ..Part::default()
    };
    for source in dataset.sources.indices() {
        let mut lines = Vec::new();
        for answer in &found.answers {
            let mut places = answer.evidence.iter().filter(|evidence| evidence.source == source).peekable();
            if places.peek().is_none() {
                continue;
            }
            lines.push(ours(dataset, &answer.value.0));
            for evidence in places {
                match evidence.place {
                    EvidencePlace::Mention(mention) => lines.extend(fragments(dataset, mention)),
                    EvidencePlace::Quote(quote) => lines.extend(quoted(dataset, quote)),
                }
            }
        }
        if !lines.is_empty() {
            part.entries.push(entry(dataset, source, lines));
        }
    }
    part
}

fn of_column(dataset: &Dataset, column: &Column) -> Entry {
    let mut lines: Vec<Line> = column.mentions.iter().flat_map(|&mention| reported(dataset, mention)).collect();
    lines.extend(column.quotes.iter().take(MOST_QUOTES).flat_map(|&quote| quoted(dataset, quote)));
    if column.quotes.len() > MOST_QUOTES {
        lines.push(about(words::more_quotes(column.quotes.len() - MOST_QUOTES)));
    }
    entry(dataset, column.source, lines)
}

fn entry(dataset: &Dataset, source: SourceIdx, lines: Vec<Line>) -> Entry {
    let found = &dataset.sources[source];
    Entry {
        label: found.label.clone(),
        source: source.position(),
        name: strings::source_name(&found.label, found.title.as_str()),
        url: found.url.clone(),
        lines,
    }
}

fn reported(dataset: &Dataset, mention: MentionIdx) -> Vec<Line> {
    let mut lines = fragments(dataset, mention);
    lines.push(ours(dataset, &dataset.mentions[mention].paraphrase.0));
    lines
}

fn fragments(dataset: &Dataset, mention: MentionIdx) -> Vec<Line> {
    let mention = &dataset.mentions[mention];
    mention.fragments().map(|words| own(dataset, mention.source, marked(words))).collect()
}

fn quoted(dataset: &Dataset, index: QuoteIdx) -> Vec<Line> {
    let quote = &dataset.quotes[index];
    let names: Vec<&str> = quote.speakers.iter().map(|&actor| dataset.actors[actor].name.as_str()).collect();
    let said = match &quote.content {
        Content::Direct(parts) => {
            let parts: Vec<String> = parts.iter().map(marked).collect();
            own(dataset, quote.source, parts.join(" … "))
        }
        Content::Indirect(words) => ours(dataset, &words.0),
        Content::Mixed(runs) => {
            let run = |run: &Run| match run {
                Run::Quoted(words) => marked(words),
                Run::Own(words) => words.0.clone(),
            };
            ours(dataset, &runs.iter().map(run).collect::<String>())
        }
    };
    vec![about(words::says(&names.join(", "))), said]
}

fn marked(Verbatim(words): &Verbatim) -> String {
    [QUOTE_OPEN, words, QUOTE_CLOSE].concat()
}

fn own(dataset: &Dataset, source: SourceIdx, text: String) -> Line {
    Line { text, whose: Whose::Source, language: dataset.sources[source].language.clone() }
}

fn ours(dataset: &Dataset, text: &str) -> Line {
    Line { text: text.into(), whose: Whose::Ours, language: dataset.about.language.clone() }
}

fn about(text: String) -> Line {
    Line { text, whose: Whose::About, language: strings::LANGUAGE.into() }
}

impl Sheet {
    /// Whether there is something that a picture can show.
    pub fn can_be_shown(self) -> bool {
        let comparison = || {
            self.state
                .view(|view| view.page == Page::Compare || (view.page == Page::Variants && !view.items().is_empty()))
        };
        self.subject.get() != Subject::View || comparison()
    }

    /// It as a picture.
    pub fn picture(self) -> Picture {
        let dataset = &self.story().dataset;
        let (parts, left_out) = match self.subject.get() {
            Subject::Event(event) => (vec![of_event(dataset, event, None)], 0),
            Subject::Quote(quote) => (vec![of_quote(dataset, quote)], 0),
            Subject::Difference(difference) => (vec![of_difference(dataset, difference)], 0),
            Subject::View => self.compared(),
        };
        let about = &dataset.about;
        let foot = vec![words::WHOSE_WORDS.to_owned(), words::from(&about.title, &about.version, &about.license)];
        let link = self.is_reachable().then(|| self.permalink());
        Picture { story: about.title.clone(), parts, left_out, foot, link }
    }

    /// The first events of a comparison, or the wordings that are compared.
    fn compared(self) -> (Vec<Part>, usize) {
        let story = self.story();
        self.state.answer(|answer| {
            let view = &answer.selection.view;
            if view.page == Page::Variants {
                let (items, _) = items(&story.dataset, view.items().iter().map(String::as_str));
                return (vec![of_items(&story.dataset, &items)], 0);
            }
            let sources = answer.selection.columns(&story.dataset);
            let events = Excerpt::of_view(&story.dataset, &story.timeline, &answer.selection, &answer.matches).events;
            let shown = events.iter().take(MOST);
            let parts: Vec<Part> = shown.map(|&event| of_event(&story.dataset, event, Some(&sources))).collect();
            (parts, events.len().saturating_sub(MOST))
        })
    }
}

impl Picture {
    /// All of it in words, as the alternative to the image: one line each, whose words they are said.
    pub fn alternative(&self) -> String {
        let mut said = vec![words::image_of(&self.story)];
        for part in &self.parts {
            let when = if part.when.is_empty() { String::new() } else { [" (", &part.when, ")"].concat() };
            said.push([part.title.as_str(), &when, "."].concat());
            for entry in &part.entries {
                let lines: Vec<String> = entry.lines.iter().map(Line::said).collect();
                said.push(words::alternative_of(&entry.label, &lines.join(" ")));
            }
            said.extend(part.silent.iter().map(|silent| [silent.as_str(), "."].concat()));
        }
        if self.left_out > 0 {
            said.push(words::left_out(self.left_out));
        }
        said.extend(self.foot.iter().chain(&self.link).cloned());
        said.join("\n")
    }
}

impl Line {
    /// Whether it is written from right to left.
    pub fn is_rtl(&self) -> bool {
        direction(&self.language) == "rtl"
    }

    fn said(&self) -> String {
        match self.whose {
            Whose::Ours => [words::IN_OUR_WORDS, &self.text].concat(),
            Whose::Source | Whose::About => self.text.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::harbour;

    #[test]
    fn an_image_of_an_event_has_each_source_that_reports_it_with_whose_words_are_whose() {
        let dataset = &harbour().dataset;
        let vote = dataset.events.find("vote").expect("it is there");
        let part = of_event(dataset, vote, None);
        let labels: Vec<&str> = part.entries.iter().map(|entry| entry.label.as_str()).collect();
        let reporting: Vec<String> =
            columns(dataset, vote).iter().map(|column| dataset.sources[column.source].label.clone()).collect();
        assert_eq!(labels, reporting);
        for line in part.entries.iter().flat_map(|entry| &entry.lines) {
            assert_eq!(
                line.whose == Whose::Source,
                line.text.starts_with(QUOTE_OPEN) && line.text.ends_with(QUOTE_CLOSE),
                "{line:?}"
            );
        }
    }

    #[test]
    fn a_comparison_says_who_is_silent() {
        let dataset = &harbour().dataset;
        let all: Vec<SourceIdx> = dataset.sources.indices().collect();
        for event in dataset.events.indices() {
            let part = of_event(dataset, event, Some(&all));
            let silent: usize =
                part.silent.iter().map(|line| line.split(": ").next().unwrap_or("").split(", ").count()).sum();
            assert_eq!(part.entries.len() + silent, all.len());
        }
    }

    #[test]
    fn the_alternative_has_every_word_of_the_image() {
        let dataset = &harbour().dataset;
        for event in dataset.events.indices() {
            let picture = Picture { parts: vec![of_event(dataset, event, None)], ..Picture::default() };
            let alternative = picture.alternative();
            for part in &picture.parts {
                let lines = part.entries.iter().flat_map(|entry| &entry.lines);
                assert!(lines.into_iter().all(|line| alternative.contains(&line.text)));
            }
        }
    }

    #[test]
    fn an_answer_stands_with_the_words_that_give_it() {
        let dataset = &harbour().dataset;
        for index in dataset.discrepancies.indices() {
            let part = of_difference(dataset, index);
            assert!(part.entries.len() >= 2 && part.entries.iter().all(|entry| entry.lines[0].whose == Whose::Ours));
        }
    }
}
