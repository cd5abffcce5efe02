//! A quote as a whole record: what a page shows of it, with references as ids.

use serde::Serialize;
use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{Content, QuoteIdx, Run};
use sidebyline_query::timeline::said;

/// A quote, as the benchmarks hand it to whoever asks.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "each is the wire field of the same name; `date` is the quote's own or its event's")]
pub struct Record<'a> {
    pub id: &'a str,
    pub source: &'a str,
    pub speakers: Vec<&'a str>,
    pub topics: Vec<&'a str>,
    pub kind: &'static str,
    pub date: &'a str,
    pub event: Option<&'a str>,
    pub cue: &'a str,
    pub text: String,
}

impl<'a> Record<'a> {
    /// The record of `quote`.
    pub fn of(dataset: &'a Dataset, quote: QuoteIdx) -> Self {
        let date = said(dataset, quote).map_or("", |when| when.as_str());
        let quote = &dataset.quotes[quote];
        Self {
            id: &quote.id,
            source: &dataset.sources[quote.source].id,
            speakers: quote.speakers.iter().map(|&speaker| dataset.actors[speaker].id.as_str()).collect(),
            topics: quote.topics.iter().map(|&topic| dataset.topics[topic].id.as_str()).collect(),
            kind: quote.content.kind().as_str(),
            date,
            event: quote.event.map(|event| dataset.events[event].id.as_str()),
            cue: &quote.cue,
            text: text(&quote.content),
        }
    }
}

/// Adds the content to a text, as a file has it.
pub fn put_content(content: &Content, to: &mut String) {
    match content {
        Content::Direct(parts) => {
            for (at, part) in parts.iter().enumerate() {
                to.push_str(if at > 0 { " … " } else { "" });
                to.push_str(&part.0);
            }
        }
        Content::Mixed(runs) => {
            for run in runs {
                match run {
                    Run::Quoted(words) => to.extend(["“", &words.0, "”"]),
                    Run::Own(words) => to.push_str(&words.0),
                }
            }
        }
        Content::Indirect(words) => to.push_str(&words.0),
    }
}

fn text(content: &Content) -> String {
    let mut text = String::new();
    put_content(content, &mut text);
    text
}
