//! In which rows words and phrases occur.
//!
//! Of each word there are two lists of rows: those in which it is a source's own, and those in which it is ours. So a
//! search in a source's own words and one in all words use the same lists. Phrases are held to the words of the rows
//! that have all of their words.

use std::ops::Range;

use sidebyline_turns::{Turns, pause, step};

use crate::bits::Bits;
use crate::dictionary::Dictionary;
use crate::lists::{Lists, ListsBuilder, SMALL};
use crate::stream::{Phrase, Stream};

/// The words of rows, to be searched.
#[derive(Clone, Debug, Default)]
pub struct Text {
    stream: Stream,
    ours: Postings,
    theirs: Postings,
}

/// Of each word that occurs, its rows.
#[derive(Clone, Debug, Default)]
struct Postings {
    /// The places of these words in the dictionary's order.
    places: Vec<u32>,
    lists: Lists,
}

impl Postings {
    fn new(builder: ListsBuilder) -> Self {
        let mut lists = builder.finish();
        Self { places: lists.drop_empty(), lists }
    }

    fn add_to(&self, word: &Range<u32>, rows: &mut Bits) {
        let from = self.places.partition_point(|&place| place < word.start);
        let to = self.places.partition_point(|&place| place < word.end);
        (from..to).for_each(|list| self.lists.add_to(list, rows));
    }
}

impl Text {
    /// The words of `stream`, which are those of `dictionary`.
    pub async fn new(mut stream: Stream, dictionary: &Dictionary, turns: &dyn Turns) -> Self {
        stream.shrink();
        if stream.words() == 0 {
            return Self { stream, ..Self::default() };
        }
        let places = dictionary.places();
        let builder = || ListsBuilder::new(stream.rows(), places.len(), SMALL);
        let mut builders = [builder(), builder()];
        for putting in [false, true] {
            if putting {
                builders.iter_mut().for_each(ListsBuilder::lay_out);
            }
            for row in 0..stream.rows() {
                step(turns, row, (row, stream.rows())).await;
                stream.each(row, |word, theirs| {
                    builders[usize::from(theirs)].add(places[word as usize] as usize, row, putting);
                });
            }
        }
        pause(turns).await;
        let [ours, theirs] = builders.map(Postings::new);
        Self { stream, ours, theirs }
    }

    /// The words of each row.
    pub fn stream(&self) -> &Stream {
        &self.stream
    }

    /// Adds to `rows` those in which words follow each other, of which each lies in one of these ranges of the
    /// dictionary's order; if `verbatim`, as a source's own.
    pub fn add_having(&self, phrase: &[Range<u32>], verbatim: bool, dictionary: &Dictionary, rows: &mut Bits) {
        if phrase.iter().any(Range::is_empty) || self.stream.words() == 0 {
            return;
        }
        match phrase {
            [] => {}
            [word] => self.add_word(word, verbatim, rows),
            words => {
                let mut candidates = Bits::all(rows.limit());
                for word in words {
                    let mut having = rows.emptied();
                    self.add_word(word, verbatim, &mut having);
                    candidates.keep(&having);
                }
                let phrase = Phrase::new(words, dictionary);
                for row in candidates.iter() {
                    if self.stream.has(row, verbatim, &phrase) {
                        rows.insert(row);
                    }
                }
            }
        }
    }

    fn add_word(&self, word: &Range<u32>, verbatim: bool, rows: &mut Bits) {
        self.theirs.add_to(word, rows);
        if !verbatim {
            self.ours.add_to(word, rows);
        }
    }

    /// The bytes that are kept.
    pub fn bytes(&self) -> usize {
        let postings = |postings: &Postings| postings.places.len() * 4 + postings.lists.bytes();
        self.stream.bytes() + postings(&self.ours) + postings(&self.theirs)
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use sidebyline_turns::{Undivided, at_once};

    use super::*;
    use crate::dictionary::Words;

    proptest! {
        #[test]
        fn a_phrase_is_found_where_a_plain_reading_finds_it(
            rows in vec(vec(vec((any::<bool>(), vec("[ab]{1,2}", 0..5)), 0..3), 0..3), 1..80),
            phrase in vec("[ab]{1,2}", 1..4), open: bool, verbatim: bool, many: bool,
        ) {
            let (mut words, mut stream) = (Words::default(), Stream::default());
            // So that numbers have more than one byte.
            (0..if many { 150 } else { 0 }).for_each(|number| _ = words.number(&format!("c{number}")));
            for texts in &rows {
                for stretches in texts {
                    for (theirs, text) in stretches {
                        stream.turn(*theirs);
                        stream.push_folded(&[" ", &text.join(" ")].concat(), &mut words);
                    }
                    stream.end_text();
                }
                stream.end_row();
            }
            let dictionary = at_once(Dictionary::new(words, &Undivided));
            let text = at_once(Text::new(stream, &dictionary, &Undivided));
            let mut found = Bits::none(rows.len());
            let ranges: Vec<Range<u32>> = phrase.iter().enumerate()
                .map(|(at, word)| dictionary.find(word, open && at + 1 == phrase.len())).collect();
            text.add_having(&ranges, verbatim, &dictionary, &mut found);
            let sought = format!(" {}{}", phrase.join(" "), if open { "" } else { " " });
            let has = |words: &[String]| format!(" {} ", words.join(" ")).contains(&sought);
            let expected = rows.iter().enumerate().filter(|(_, texts)| texts.iter().any(|stretches| {
                // Whoever looks at a source's own words looks at each stretch of them, else at the whole text.
                let whole: Vec<String> = stretches.iter().flat_map(|(_, words)| words.clone()).collect();
                if verbatim { stretches.iter().any(|(theirs, words)| *theirs && has(words)) } else { has(&whole) }
            }));
            prop_assert!(found.iter().eq(expected.map(|(row, _)| row)));
        }
    }
}
