//! One merged line. Where the witnesses differ, their readings stand beside each other under a mark; who listens hears a
//! sentence instead.

use sidebyline_compare::variant::difference::Kind;
use sidebyline_compare::variant::line::{Glue, Piece, line as pieces};

use crate::components::parts::{for_the_eye, p, say, span, unseen};
use crate::components::variants::comparison::Wording;
use crate::components::variants::sentence::told;
use crate::node::Node;
use crate::strings;
use crate::strings::variants as words;

/// The line.
pub fn line(wording: &Wording, close: bool) -> Node {
    let mut children = vec![say(strings::QUOTE_OPEN)];
    for piece in pieces(&wording.comparison, close) {
        children.push(match piece.glue {
            Glue::Nothing => ().into(),
            Glue::Space => say(" "),
            Glue::Unquoted => span("quote__gap", words::UNQUOTED),
        });
        children.push(self::piece(wording, &piece));
    }
    children.push(say(strings::QUOTE_CLOSE));
    p("merged", children)
}

/// The class of a mark.
pub fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::ChangedWords | Kind::OtherSpeaker | Kind::PartialQuote => "fork__words fork__words--changed",
        Kind::Shortened(_) => "fork__words fork__words--shortened",
        Kind::Ellipsis => "fork__words fork__words--ellipsis",
        Kind::Insertion => "fork__words fork__words--inserted",
        Kind::AddedWords => "fork__words fork__words--added",
        Kind::Trivial(_) => "fork__words fork__words--trivial",
    }
}

/// What is read: in plain words where nobody's differ, else with marks for the eye and sentences for the ear.
fn piece(wording: &Wording, piece: &Piece) -> Node {
    let kind = |number: usize| wording.comparison.differences.get(number).map(|difference| difference.kind);
    let change = piece.change.and_then(kind);
    let omission = piece.within.first().copied().and_then(kind);
    let glyph = |kind: Kind| span("fork__glyph", words::glyph(kind)).attr("aria-hidden", "true");
    let opens = piece.opens.iter().filter_map(|&number| kind(number));
    let mut children: Vec<Node> = opens.chain(change).map(glyph).collect();
    let mut readings: Vec<Node> = Vec::new();
    for (at, reading) in piece.readings.iter().enumerate() {
        if at > 0 {
            readings.push(span("fork__part", words::SEPARATOR));
        }
        let text = wording.text(reading.witnesses.first().copied().unwrap_or(0), &reading.words);
        readings.push(match change.or(omission) {
            Some(kind) => span(class(kind), text),
            None => text,
        });
        if change.is_some() {
            readings.push(who(wording.names(&reading.witnesses).join(" ")));
        }
    }
    // Readings that differ would be heard as one run of words; the sentence says which are whose.
    children.push(if change.is_some() { for_the_eye(readings) } else { readings.into() });
    if piece.only && change.is_none() {
        let only: Vec<&str> = piece.readings.iter().flat_map(|reading| wording.names(&reading.witnesses)).collect();
        children.extend([who(only.join(" ")), unseen(words::only_in(&only))]);
    }
    for &number in &piece.closes {
        if let Some(difference) = wording.comparison.differences.get(number) {
            let names = wording.names(&difference.who);
            let is_marked = difference.kind == Kind::Ellipsis;
            children.push(who(if is_marked { words::marked_by(&names) } else { words::not_in(&names) }));
        }
    }
    let heard: Vec<String> = (piece.opens.iter().copied().chain(piece.change))
        .filter_map(|number| wording.comparison.differences.get(number))
        .map(|difference| [words::kind(difference.kind), ": ", &told(wording, difference)].concat())
        .collect();
    if !heard.is_empty() {
        children.insert(0, unseen([" (", &heard.join(" "), ") "].concat()));
    }
    if children.len() == 1 { children.into() } else { span("fork", children) }
}

/// The letters of those who read something.
fn who(names: String) -> Node {
    span("fork__who", names).attr("aria-hidden", "true")
}
