//! A difference as a sentence, with the words themselves in it.

use sidebyline_compare::Item;
use sidebyline_compare::variant::difference::{Difference, Kind, Reading};

use crate::components::event::names;
use crate::components::parts::{li, row, say, span};
use crate::components::variants::comparison::Wording;
use crate::node::{Node, el};
use crate::strings;
use crate::strings::variants::{self as words, Part};

/// An entry of the list of differences.
pub fn sentence(wording: &Wording, difference: &Difference) -> Node {
    let mut children = row([
        el("span").class("fork__glyph").attr("aria-hidden", "true").child(words::glyph(difference.kind)),
        span("wordings__kind", words::kind(difference.kind)),
        say(": "),
    ]);
    children.extend(parts(wording, difference).into_iter().map(|part| match part {
        Part::Say(text) => say(text),
        Part::Reading(at) => difference.readings.get(at).map_or(().into(), |reading| quoted(wording, reading)),
    }));
    li("", children)
}

/// The sentence as one text.
pub fn told(wording: &Wording, difference: &Difference) -> String {
    let text = |part: Part| match part {
        Part::Say(text) => text,
        Part::Reading(at) => {
            let Some(reading) = difference.readings.get(at) else { return String::new() };
            let said = reading.witnesses.first().and_then(|&witness| wording.words.get(witness));
            let text = |(part, span): &(usize, std::ops::Range<u32>)| said.map_or("", |said| said.text(*part, span));
            let text: Vec<&str> = reading.words.iter().map(text).collect();
            [strings::QUOTE_OPEN, &text.join(words::UNQUOTED), strings::QUOTE_CLOSE].concat()
        }
    };
    parts(wording, difference).into_iter().map(text).collect()
}

fn parts(wording: &Wording, difference: &Difference) -> Vec<Part> {
    let readings: Vec<Vec<&str>> =
        difference.readings.iter().map(|reading| wording.names(&reading.witnesses)).collect();
    let mut parts = words::sentence(difference.kind, &wording.names(&difference.who), &readings);
    if difference.kind == Kind::PartialQuote {
        let fragments = difference.who.iter().filter_map(|&witness| wording.words.get(witness));
        let fragments: Vec<String> = fragments
            .flat_map(sidebyline_compare::Words::parts)
            .map(|fragment| [strings::QUOTE_OPEN, fragment.0.as_str(), strings::QUOTE_CLOSE].concat())
            .collect();
        parts.push(Part::Say([&fragments.join(", "), "."].concat()));
    }
    if difference.kind == Kind::OtherSpeaker {
        let attributed: Vec<String> = difference.readings.iter().map(|reading| attributed(wording, reading)).collect();
        parts.push(Part::Say([&attributed.join(", "), "."].concat()));
    }
    parts
}

/// Who attributes the words to whom.
fn attributed(wording: &Wording, reading: &Reading) -> String {
    let item = reading.witnesses.first().and_then(|&witness| wording.comparison.items.get(witness));
    let speakers = item.map_or(&[][..], |item: &Item| item.speakers(&wording.story.dataset));
    let speakers = names(wording.story, speakers);
    let speakers = if speakers.is_empty() { strings::NOBODY_NAMED } else { &speakers };
    words::attributed(&wording.names(&reading.witnesses), speakers)
}

fn quoted(wording: &Wording, reading: &Reading) -> Node {
    let witness = reading.witnesses.first().copied().unwrap_or(0);
    row([say(strings::QUOTE_OPEN), wording.text(witness, &reading.words), say(strings::QUOTE_CLOSE)]).into()
}
