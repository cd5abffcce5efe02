//! What mentions and quotes say, and whom they name, told one after the other without making rows of them.

use sidebyline_rows::Spelling;

use super::{ActorIdx, Content, Mention, MentionIdx, PlaceIdx, Quote, QuoteIdx, Run};
use crate::table::{Idx, Table};

/// A text as it is kept.
#[derive(Clone, Copy, Debug)]
pub enum Kept<'a> {
    /// As it is.
    Plain(&'a str),
    /// As the numbers of its parts.
    Spelt(&'a Spelling, &'a [u8]),
}

/// Who is told what a row says. Texts come in their order, and so do names.
pub trait Listener<'a> {
    /// Somebody is named.
    fn actor(&mut self, actor: ActorIdx);
    /// A place is named.
    fn place(&mut self, place: PlaceIdx);
    /// A text is a source's own.
    fn theirs(&mut self, text: Kept<'a>);
    /// A text is ours.
    fn ours(&mut self, text: Kept<'a>);
    /// A text of several stretches begins.
    fn mixed(&mut self);
    /// A stretch of it is a source's own.
    fn quoted(&mut self, words: Kept<'a>);
    /// A stretch of it is ours.
    fn own(&mut self, words: Kept<'a>);
}

impl Table<MentionIdx, Mention> {
    /// Tells of the mention at `index`: actors, places, and who it goes back to; the fragments that may be shown, and what
    /// we say.
    ///
    /// # Panics
    /// If the index comes from another, longer table.
    pub fn say<'a>(&'a self, index: MentionIdx, to: &mut dyn Listener<'a>) {
        if let Some(stored) = self.in_store() {
            return stored.say(index.position(), to);
        }
        let mention = &self[index];
        mention.actors.iter().for_each(|&actor| to.actor(actor));
        mention.places.iter().for_each(|&place| to.place(place));
        mention.via.iter().for_each(|&actor| to.actor(actor));
        mention.fragments().for_each(|fragment| to.theirs(Kept::Plain(&fragment.0)));
        to.ours(Kept::Plain(&mention.paraphrase.0));
    }
}

impl Table<QuoteIdx, Quote> {
    /// Tells of the quote at `index`: speakers, who it goes back to, and to whom it is said; then what it says.
    ///
    /// # Panics
    /// If the index comes from another, longer table.
    pub fn say<'a>(&'a self, index: QuoteIdx, to: &mut dyn Listener<'a>) {
        if let Some(stored) = self.in_store() {
            return stored.say(index.position(), to);
        }
        let quote = &self[index];
        quote.speakers.iter().chain(&quote.via).chain(&quote.addressee).for_each(|&actor| to.actor(actor));
        match &quote.content {
            Content::Direct(parts) => parts.iter().for_each(|part| to.theirs(Kept::Plain(&part.0))),
            Content::Mixed(runs) => {
                to.mixed();
                for run in runs {
                    match run {
                        Run::Quoted(words) => to.quoted(Kept::Plain(&words.0)),
                        Run::Own(words) => to.own(Kept::Plain(&words.0)),
                    }
                }
            }
            Content::Indirect(words) => to.ours(Kept::Plain(&words.0)),
        }
    }
}

#[cfg(all(test, feature = "pack"))]
mod tests;
