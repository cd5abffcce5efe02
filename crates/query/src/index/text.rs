//! The words of events, mentions, quotes and discrepancies, and of the names and verbs that they use.
//!
//! What an event itself has is its title; the rest is found in its rows. Names, places and reporting verbs occur in many
//! rows and are few, so their words are kept apart, once each, with the rows that use them.

use sidebyline_dataset::model::{
    ActorIdx, Content, Discrepancy, DiscrepancyIdx, EventIdx, Mention, MentionIdx, Quote, QuoteIdx, Run,
};
use sidebyline_dataset::table::Idx;
use sidebyline_rows::dictionary::Words;
use sidebyline_rows::{Dictionary, Lists, ListsBuilder, Stream, Text};

use super::NameIndex;
use super::build::Layout;
use super::facets::Cues;
use crate::facet::Level;
use crate::fold::fold;

/// The texts of each level, the names, and the words of both.
pub(super) fn collect(layout: &Layout<'_>, cues: &Cues<'_>) -> ([Text; Level::ALL.len()], NameIndex, Dictionary) {
    let mut collector = Collector::default();
    let streams = Level::ALL.map(|level| {
        for row in 0..layout.rows(level) {
            collector.row(layout, level, layout.position(level, row));
            collector.end_row();
        }
        std::mem::take(&mut collector.stream)
    });
    let names = collector.names(layout, cues);
    let dictionary = Dictionary::new(collector.words);
    let text = |stream| Text::new(stream, &dictionary);
    let names = NameIndex {
        text: text(names),
        mentions: naming(layout, Level::Mention, cues),
        quotes: naming(layout, Level::Quote, cues),
    };
    (streams.map(text), names, dictionary)
}

/// Collects words, text by text and row by row, so that no phrase is found across a border.
#[derive(Default)]
struct Collector {
    words: Words,
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

    fn row(&mut self, layout: &Layout<'_>, level: Level, at: usize) {
        let dataset = layout.dataset;
        match level {
            // What stands in for an event has no title.
            Level::Event => dataset.events.get(EventIdx::new(at)).iter().for_each(|event| self.ours(&event.title.0)),
            Level::Mention => self.mention(&dataset.mentions[MentionIdx::new(at)]),
            Level::Quote => self.quote(&dataset.quotes[QuoteIdx::new(at)]),
            Level::Discrepancy => self.discrepancy(&dataset.discrepancies[DiscrepancyIdx::new(at)]),
        }
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
    fn names(&mut self, layout: &Layout<'_>, cues: &Cues<'_>) -> Stream {
        let actors = layout.dataset.actors.iter().map(|(_, actor)| (&actor.name, &actor.aliases));
        let places = layout.dataset.places.iter().map(|(_, place)| (&place.name, &place.aliases));
        for (name, aliases) in actors.chain(places) {
            self.ours(name);
            aliases.iter().for_each(|alias| self.ours(alias));
            self.end_row();
        }
        for spelling in &cues.spellings {
            self.ours(spelling);
            self.end_row();
        }
        std::mem::take(&mut self.stream)
    }
}

/// Of each actor, place and verb, the rows of a level that name it.
fn naming(layout: &Layout<'_>, level: Level, cues: &Cues<'_>) -> Lists {
    let dataset = layout.dataset;
    let (places, verbs) = (dataset.actors.len(), dataset.actors.len() + dataset.places.len());
    let rows = layout.rows(level);
    let each = |pair: &mut dyn FnMut(usize, usize)| {
        for row in 0..rows {
            let at = layout.position(level, row);
            let mut all = |actors: &[ActorIdx]| actors.iter().for_each(|actor| pair(actor.position(), row));
            if level == Level::Mention {
                let mention = &dataset.mentions[MentionIdx::new(at)];
                all(&mention.actors);
                all(&mention.via);
                mention.places.iter().for_each(|place| pair(places + place.position(), row));
            } else {
                let quote = &dataset.quotes[QuoteIdx::new(at)];
                all(&quote.speakers);
                all(&quote.via);
                all(quote.addressee.as_slice());
                pair(verbs + cues.of_quote[at] as usize, row);
            }
        }
    };
    let mut lists = ListsBuilder::new(rows, if rows == 0 { 0 } else { verbs + cues.spellings.len() });
    each(&mut |name, row| lists.measure(name, row));
    lists.lay_out();
    each(&mut |name, row| lists.put(name, row));
    lists.finish()
}
