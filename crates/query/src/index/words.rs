//! The folded words of events, mentions, quotes and discrepancies: all of them, and those that are a source's own.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::model::{ActorIdx, Content, Discrepancy, Mention, Quote, Run};

use super::LevelIndex;
use crate::facet::Level;
use crate::fold::fold;

/// Fills in the words of all rows. What an event itself has is its title; the rest is found in its rows.
pub(super) fn collect(dataset: &Dataset, levels: &mut [LevelIndex; 4]) {
    let mut words = Words { dataset, all: String::new(), verbatim: String::new() };
    for (_, event) in dataset.events.iter() {
        words.ours(&event.title.0);
        words.add_to(levels, Level::Event);
    }
    for (_, mention) in dataset.mentions.iter() {
        words.mention(mention);
        words.add_to(levels, Level::Mention);
    }
    for (_, quote) in dataset.quotes.iter() {
        words.quote(quote);
        words.add_to(levels, Level::Quote);
    }
    for (_, discrepancy) in dataset.discrepancies.iter() {
        words.discrepancy(discrepancy);
        words.add_to(levels, Level::Discrepancy);
    }
}

/// Collects folded words, each text with a line break after it, so that nothing is found across a border.
struct Words<'a> {
    dataset: &'a Dataset,
    all: String,
    verbatim: String,
}

impl Words<'_> {
    /// Gives what was collected to the next row of a level.
    fn add_to(&mut self, levels: &mut [LevelIndex; 4], level: Level) {
        let rows = &mut levels[level as usize];
        rows.words.push(std::mem::take(&mut self.all));
        rows.verbatim.push(std::mem::take(&mut self.verbatim));
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
        for alias in aliases {
            self.ours(alias);
        }
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
                            // The marks part words, as they do where the words stand alone.
                            whole.extend(["“", &words.0, "”"]);
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
