//! The folded words of events, mentions, quotes and discrepancies: all of them, and those that are a source's own.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{ActorIdx, Content, Discrepancy, Mention, Quote, Run};
use sidebyline_dataset::table::Idx;

use super::Rows;
use crate::facet::Level;
use crate::fold::fold;

/// Fills in the words of all rows. What belongs to a subject is found in it too.
pub(super) fn collect(dataset: &Dataset, levels: &mut [Rows; 4]) {
    for level in levels.iter_mut() {
        level.words = vec![String::new(); level.subject.len()];
        level.verbatim = level.words.clone();
    }
    let empty = || Words { dataset, all: String::new(), verbatim: String::new() };
    for (index, event) in dataset.events.iter() {
        let mut words = empty();
        words.ours(&event.title.0);
        words.add_to(levels, Level::Event, index.position());
    }
    for (index, mention) in dataset.mentions.iter() {
        let mut words = empty();
        words.mention(mention);
        words.add(levels, Level::Mention, index.position());
    }
    for (index, quote) in dataset.quotes.iter() {
        let mut words = empty();
        words.quote(quote);
        words.add(levels, Level::Quote, index.position());
    }
    for (index, discrepancy) in dataset.discrepancies.iter() {
        let mut words = empty();
        words.discrepancy(discrepancy);
        words.add(levels, Level::Discrepancy, index.position());
    }
}

/// Collects folded words, each text with a line break after it, so that nothing is found across a border.
struct Words<'a> {
    dataset: &'a Dataset,
    all: String,
    verbatim: String,
}

impl Words<'_> {
    /// Adds what was collected to a row, and to its subject.
    fn add(&self, levels: &mut [Rows; 4], level: Level, row: usize) {
        let subject = levels[level as usize].subject[row] as usize;
        self.add_to(levels, level, row);
        self.add_to(levels, Level::Event, subject);
    }

    fn add_to(&self, levels: &mut [Rows; 4], level: Level, row: usize) {
        let rows = &mut levels[level as usize];
        rows.words[row].push_str(&self.all);
        rows.verbatim[row].push_str(&self.verbatim);
    }

    /// Words of ours, or a name.
    fn ours(&mut self, text: &str) {
        fold(text, &mut self.all);
        self.all.push('\n');
    }

    /// A source's own words.
    fn theirs(&mut self, text: &str) {
        self.ours(text);
        fold(text, &mut self.verbatim);
        self.verbatim.push('\n');
    }

    fn named(&mut self, name: &str, aliases: &[String]) {
        self.ours(name);
        aliases.iter().for_each(|alias| self.ours(alias));
    }

    fn actors(&mut self, actors: &[ActorIdx]) {
        for &actor in actors {
            let actor = &self.dataset.actors[actor];
            self.named(&actor.name, &actor.aliases);
        }
    }

    fn mention(&mut self, mention: &Mention) {
        mention.fragments().for_each(|fragment| self.theirs(&fragment.0));
        self.ours(&mention.paraphrase.0);
        self.actors(&mention.actors);
        self.actors(&mention.via);
        for &place in &mention.places {
            let place = &self.dataset.places[place];
            self.named(&place.name, &place.aliases);
        }
    }

    fn quote(&mut self, quote: &Quote) {
        match &quote.content {
            Content::Direct(parts) => parts.iter().for_each(|part| self.theirs(&part.0)),
            Content::Mixed(runs) => {
                let mut whole = String::new();
                for run in runs {
                    match run {
                        Run::Quoted(words) => {
                            whole.push_str(&words.0);
                            fold(&words.0, &mut self.verbatim);
                            self.verbatim.push('\n');
                        }
                        Run::Own(words) => whole.push_str(&words.0),
                    }
                }
                self.ours(&whole);
            }
            Content::Indirect(words) => self.ours(&words.0),
        }
        self.ours(&quote.cue);
        self.actors(&quote.speakers);
        self.actors(&quote.via);
        quote.addressee.iter().for_each(|&addressee| self.actors(&[addressee]));
    }

    fn discrepancy(&mut self, discrepancy: &Discrepancy) {
        self.ours(&discrepancy.question.0);
        discrepancy.note.iter().for_each(|note| self.ours(&note.0));
        discrepancy.answers.iter().for_each(|answer| self.ours(&answer.value.0));
    }
}
