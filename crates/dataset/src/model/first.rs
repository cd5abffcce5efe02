//! The beginning of a file, for a reader who has to wait for the rest.

use sidebyline_records as records;

use super::assembly::Assembly;
use super::{Content, Paraphrase, Verbatim, plain};
use crate::edtf::Edtf;
use crate::json::Json;
use crate::parse::Sink;
use crate::table::Idx;
use crate::wire;

/// Something that is known before all of a file has been read.
#[derive(Clone, Debug, PartialEq)]
pub enum First<'a> {
    /// What the whole is called. It comes once, and before all else.
    Title(&'a str),
    /// An event.
    Event {
        /// Its title.
        title: &'a Paraphrase,
        /// The language of the dataset's own words.
        language: &'a str,
        /// When it is.
        when: Option<&'a Edtf>,
    },
    /// A direct quote.
    Quote {
        /// The first part of it.
        words: &'a Verbatim,
        /// The source's language.
        language: &'a str,
        /// When it was said.
        when: Option<&'a Edtf>,
        /// The speakers' names, one after the other.
        speakers: Vec<&'a str>,
        /// The source's label.
        source: &'a str,
    },
}

/// Hears of what comes first, and says whether it wants to hear more.
pub type Hear<'a> = &'a mut dyn FnMut(First<'_>) -> bool;

/// Puts a dataset together of the records of a file, and tells of the first.
pub(super) struct Telling<'a> {
    pub assembly: Assembly,
    hear: Hear<'a>,
    /// Whether it wants to hear more.
    hears: bool,
    /// The language of the dataset's own words.
    language: String,
    /// Names.
    actors: Vec<String>,
    /// Labels and languages.
    sources: Vec<(String, String)>,
}

impl<'a> Telling<'a> {
    /// Nothing yet.
    pub fn new(assembly: Assembly, hear: Hear<'a>) -> Self {
        Self { assembly, hear, hears: false, language: String::new(), actors: Vec::new(), sources: Vec::new() }
    }
}

impl Sink for Telling<'_> {
    type As = Json;

    fn begin(&mut self, shared: &wire::Dataset) {
        self.assembly.name(shared);
        self.hears = (self.hear)(First::Title(&shared.title));
        if self.hears {
            self.language.clone_from(&shared.language);
            self.actors = shared.actors.iter().map(|actor| actor.name.clone()).collect();
            self.sources =
                shared.sources.iter().map(|source| (source.label.clone(), source.language.clone())).collect();
        }
    }

    fn event(&mut self, event: wire::Event, (): ()) {
        self.plain_event(&plain::event(&event));
    }

    fn quote(&mut self, quote: wire::Quote, (): ()) {
        self.plain_quote(&plain::quote(&quote));
    }

    const TAKES_PLAIN: bool = true;

    fn plain_event(&mut self, event: &records::Event<'_>) -> bool {
        let is_taken = self.assembly.event(event).is_some();
        if self.hears
            && is_taken
            && let Some(event) = self.assembly.last_event()
        {
            let (title, when) = (&event.title, event.when.as_ref());
            self.hears = (self.hear)(First::Event { title, language: &self.language, when });
        }
        is_taken
    }

    fn plain_quote(&mut self, quote: &records::Quote<'_>) -> bool {
        let taken = self.assembly.quote(quote);
        if self.hears
            && let Some(Some(quote)) = &taken
            && let Content::Direct(parts) = &quote.content
            && let Some(words) = parts.first()
        {
            let speakers = quote.speakers.iter().map(|speaker| self.actors[speaker.position()].as_str()).collect();
            let (source, language) = &self.sources[quote.source.position()];
            self.hears = (self.hear)(First::Quote { words, language, when: quote.when.as_ref(), speakers, source });
        }
        taken.is_some()
    }
}

#[cfg(test)]
mod tests {
    use sidebyline_turns::{Undivided, at_once};

    use crate::model::First;
    use crate::{Dataset, Here};

    /// What is heard of a file, as it is built, by whoever wants to hear so much.
    fn heard(most: usize) -> Vec<String> {
        let json = include_str!("../../../../tests/fixtures/harbour.json");
        let mut heard = Vec::new();
        let mut hear = |first: First<'_>| {
            heard.push(match first {
                First::Title(title) => title.to_owned(),
                First::Event { title, when, .. } => format!("{}, {}", title.0, when.map_or("", |when| when.as_str())),
                First::Quote { words, speakers, source, .. } => {
                    format!("“{}”, {} in {source}", words.0, speakers.join(", "))
                }
            });
            heard.len() < most
        };
        let mut file = Here::new(json.as_bytes());
        at_once(Dataset::read_as_it_comes(&mut file, &mut hear, &Undivided)).expect("it is a dataset");
        heard
    }

    #[test]
    fn what_comes_first_is_told_to_who_wants_to_hear_it() {
        let all = heard(100);
        assert_eq!(heard(3), all[..3]);
        insta::assert_debug_snapshot!((&all[..3], &all[all.len() - 2..]), @r#"
        (
            [
                "The crane of Westhaven, May 2031",
                "The steam crane is built, 2014",
                "The port moves its freight to the southern basin, 2022-06/2023",
            ],
            [
                "“Every name is a person who can see it from the kitchen window.”, Friends of the Crane in E",
                "“Steam has a smell that you do not forget.”, Per Lind in C",
            ],
        )
        "#);
    }
}
