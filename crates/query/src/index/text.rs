//! The words of events, mentions, quotes and discrepancies, and of the names and verbs that they use.
//!
//! What an event itself has is its title; the rest is found in its rows. Names, places and reporting verbs occur in many
//! rows and are few, so their words are kept apart, once each, with the rows that use them.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{
    ActorIdx, Content, Discrepancy, DiscrepancyIdx, EventIdx, Mention, MentionIdx, Quote, QuoteIdx, Run,
};
use sidebyline_dataset::table::{Idx, in_order};
use sidebyline_rows::{ColumnBuilder, Dictionary, Stream, Text, dictionary};
use sidebyline_turns::{Turns, pause, step};

use super::Verbs;
use super::layout::Layout;
use super::words::{LevelWords, Search, Words};
use crate::facet::Level;
use crate::fold::fold;
use crate::matches::containing_words;
use crate::search::{Query, Spellings};

impl Words {
    /// The words of what stands in a dataset so.
    pub(super) async fn new(layout: &Layout<'_>, verbs: &Verbs<'_>, turns: &dyn Turns) -> Self {
        let dataset = layout.dataset;
        let mut collector = Collector::default();
        let (mut levels, mut streams, mut own) = (Vec::new(), Vec::new(), Vec::new());
        for level in Level::ALL {
            let mut names = ColumnBuilder::default();
            let rows = layout.rows(level);
            for row in 0..rows {
                step(turns, row, (row, rows)).await;
                let at = layout.position(level, row);
                own.clear();
                names_of(dataset, verbs, level, at, &mut own);
                names.push(&own, None);
                collector.row(dataset, level, at);
            }
            levels.push(LevelWords { text: Text::default(), naming: names.lists(number(dataset, verbs)) });
            streams.push(collector.take());
        }
        streams.push(collector.names(dataset, verbs));
        let dictionary = collector.dictionary();
        let mut names = Text::default();
        for (at, stream) in streams.into_iter().enumerate() {
            let text = levels.get_mut(at).map_or(&mut names, |level: &mut LevelWords| &mut level.text);
            pause(turns).await;
            *text = Text::new(stream, &dictionary, turns).await;
        }
        let search = Search { query: Query::new, containing: containing_words };
        Self { search, levels, names, dictionary, spellings: Spellings::new(dataset) }
    }
}

/// Collects words, text by text and row by row, so that no phrase is found across a border.
#[derive(Default)]
pub(super) struct Collector {
    words: dictionary::Words,
    stream: Stream,
    folded: String,
    /// Whether the row at hand has a text.
    begun: bool,
    /// Whether the words at hand are a source's own.
    theirs: bool,
}

impl Collector {
    fn end_row(&mut self) {
        self.stream.end_row();
        (self.begun, self.theirs) = (false, false);
    }

    /// Words of ours, or a name.
    fn ours(&mut self, text: &str) {
        self.begin(false);
        self.add(text);
    }

    /// A source's own words.
    fn theirs(&mut self, text: &str) {
        self.begin(true);
        self.add(text);
    }

    fn begin(&mut self, theirs: bool) {
        if self.begun {
            self.stream.end_text();
        }
        self.begun = true;
        if self.theirs != theirs {
            self.turn(theirs);
        }
    }

    fn turn(&mut self, theirs: bool) {
        self.theirs = theirs;
        self.stream.turn(theirs);
    }

    fn add(&mut self, text: &str) {
        self.folded.clear();
        fold(text, &mut self.folded);
        self.stream.push_folded(&self.folded, &mut self.words);
    }

    /// Adds the words of the next row of a level, which is at this position of the dataset.
    pub(super) fn row(&mut self, dataset: &Dataset, level: Level, at: usize) {
        match level {
            // What stands in for an event has no title.
            Level::Event => dataset.events.get(EventIdx::new(at)).iter().for_each(|event| self.ours(&event.title.0)),
            Level::Mention => self.mention(&dataset.mentions.seen(MentionIdx::new(at))),
            Level::Quote => self.quote(&dataset.quotes.seen(QuoteIdx::new(at))),
            Level::Discrepancy => self.discrepancy(&dataset.discrepancies[DiscrepancyIdx::new(at)]),
        }
        self.end_row();
    }

    /// The words of all rows that were added.
    pub(super) fn take(&mut self) -> Stream {
        std::mem::take(&mut self.stream)
    }

    /// The dictionary of all words.
    pub(super) fn dictionary(self) -> Dictionary {
        Dictionary::new(self.words, &in_order)
    }

    fn mention(&mut self, mention: &Mention) {
        mention.fragments().for_each(|fragment| self.theirs(&fragment.0));
        self.ours(&mention.paraphrase.0);
    }

    fn quote(&mut self, quote: &Quote) {
        match &quote.content {
            Content::Direct(parts) => parts.iter().for_each(|part| self.theirs(&part.0)),
            Content::Mixed(runs) => {
                // One text of several stretches. The marks part words, as they do where the words stand alone.
                self.begin(false);
                for run in runs {
                    match run {
                        Run::Quoted(words) => {
                            self.turn(true);
                            self.add(&words.0);
                        }
                        Run::Own(words) => {
                            if self.theirs {
                                self.turn(false);
                            }
                            self.add(&words.0);
                        }
                    }
                }
            }
            Content::Indirect(words) => self.ours(&words.0),
        }
    }

    fn discrepancy(&mut self, discrepancy: &Discrepancy) {
        self.ours(&discrepancy.question.0);
        discrepancy.note.iter().for_each(|note| self.ours(&note.0));
        discrepancy.answers.iter().for_each(|answer| self.ours(&answer.value.0));
    }

    /// What each actor, place and verb is called.
    pub(super) fn names(&mut self, dataset: &Dataset, verbs: &Verbs<'_>) -> Stream {
        let actors = dataset.actors.iter().map(|(_, actor)| (&actor.name, &actor.aliases));
        let places = dataset.places.iter().map(|(_, place)| (&place.name, &place.aliases));
        for (name, aliases) in actors.chain(places) {
            self.ours(name);
            for alias in aliases {
                self.ours(alias);
            }
            self.end_row();
        }
        for spelling in &verbs.spellings {
            self.ours(spelling);
            self.end_row();
        }
        self.take()
    }
}

/// How many actors, places and verbs there are.
pub(super) fn number(dataset: &Dataset, verbs: &Verbs<'_>) -> usize {
    dataset.actors.len() + dataset.places.len() + verbs.spellings.len()
}

/// The actors, places and verbs that a row of a level names: their numbers in that order.
pub(super) fn names_of(dataset: &Dataset, verbs: &Verbs<'_>, level: Level, at: usize, names: &mut Vec<u32>) {
    let mut all = |actors: &[ActorIdx]| names.extend(actors.iter().map(|actor| actor.0));
    let places = dataset.actors.len();
    match level {
        Level::Event | Level::Discrepancy => {}
        Level::Mention => {
            let mention = dataset.mentions.outline(MentionIdx::new(at));
            all(&mention.actors);
            all(&mention.via);
            names.extend(mention.places.iter().map(|place| places as u32 + place.0));
        }
        Level::Quote => {
            let quote = dataset.quotes.outline(QuoteIdx::new(at));
            all(&quote.speakers);
            all(&quote.via);
            all(quote.addressee.as_slice());
            names.push((places + dataset.places.len()) as u32 + verbs.of_quote[at]);
        }
    }
}
