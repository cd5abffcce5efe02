//! Which rows contain the words that are looked for.

use sidebyline_rows::Bits;

use crate::facet::Level;
use crate::index::{Index, Words};
use crate::selection::Selection;

/// The rows of each level that contain the words; for events, in what belongs to them too. As long as there are no words,
/// everything does.
/// Only subjects in the stretch of `within` are looked for.
pub(super) fn containing(index: &Index, selection: &Selection, within: &Bits) -> Vec<Bits> {
    match index.words() {
        Some(words) => (words.search.containing)(words, index, selection, within),
        None => everything(index),
    }
}

/// The same, by these words.
///
/// A term costs the rows that have it: those of its words' lists; of a phrase, the words of the rows that have all of
/// its words.
pub(crate) fn containing_words(words: &Words, index: &Index, selection: &Selection, within: &Bits) -> Vec<Bits> {
    let mut found = everything(index);
    let verbatim = selection.view.verbatim;
    let titleless = words.levels[Level::Event as usize].text.stream().words() == 0;
    for term in &selection.query.terms {
        let phrases = term.phrases(&words.dictionary);
        // Names aren't a source's own words.
        let mut names = Bits::none(words.names.stream().rows());
        if !verbatim {
            for phrase in &phrases {
                words.names.add_having(phrase, false, &words.dictionary, &mut names);
            }
        }
        let mut subjects = Bits::room(index.events.limit(), 0..0);
        for level in Level::ALL {
            let (groups, of_level) = (&index.level(level).groups, &words.levels[level as usize]);
            if level == Level::Event && titleless {
                continue;
            }
            let mut having = room(index, level, within);
            for phrase in &phrases {
                of_level.text.add_having(phrase, verbatim, &words.dictionary, &mut having);
            }
            names.iter().for_each(|name| of_level.naming.add_to(name, &mut having));
            if titleless && index.are_alone(level) {
                // What a row has, its subject has, and nothing else does.
                subjects = having;
                break;
            }
            groups.lift_into(&having, &mut subjects);
            if level != Level::Event {
                restrict(&mut found[level as usize], having, term.excluded);
            }
        }
        restrict(&mut found[Level::Event as usize], subjects, term.excluded);
    }
    found
}

/// An empty set for the rows of a level whose subjects lie in the stretch of `within`; for all of them, where rows aren't
/// numbered as their subjects are.
pub(super) fn room(index: &Index, level: Level, within: &Bits) -> Bits {
    let groups = &index.level(level).groups;
    if groups.are_single() { within.emptied() } else { Bits::none(groups.rows()) }
}

/// All rows of each level.
pub(super) fn everything(index: &Index) -> Vec<Bits> {
    index.levels.iter().map(|level| Bits::all(level.groups.rows())).collect()
}

/// Keeps what is in `other` too, or drops it.
fn restrict(rows: &mut Bits, other: Bits, dropping: bool) {
    if dropping {
        rows.drop_all(&other);
    } else if rows.is_all() {
        *rows = other;
    } else {
        rows.keep(&other);
    }
}
