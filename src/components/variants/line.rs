//! One merged line. Where the witnesses differ, their readings stand beside each other under a mark; who listens hears a
//! sentence instead.

use sidebyline_compare::variant::difference::{Difference, Kind};
use sidebyline_compare::variant::line::{Glue, Piece, line as pieces};

use crate::components::parts::{for_the_eye, p, row, say, span, unseen};
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
        children.push(match piece.kind {
            None => readings(wording, &piece).into(),
            Some(kind) => fork(wording, &piece, kind),
        });
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

fn readings(wording: &Wording, piece: &Piece) -> Vec<Node> {
    let first = |reading: &sidebyline_compare::variant::difference::Reading| {
        wording.text(reading.witnesses.first().copied().unwrap_or(0), &reading.words)
    };
    piece.readings.iter().map(first).collect()
}

fn fork(wording: &Wording, piece: &Piece, kind: Kind) -> Node {
    let mut shown = vec![span("fork__glyph", words::glyph(kind))];
    for (at, (reading, text)) in piece.readings.iter().zip(readings(wording, piece)).enumerate() {
        if at > 0 {
            shown.push(span("fork__part", words::SEPARATOR));
        }
        shown.push(span(class(kind), text));
        shown.push(span("fork__who", wording.names(&reading.witnesses).join(" ")));
    }
    if !piece.absent.is_empty() {
        shown.push(span("fork__who", words::not_in(&wording.names(&piece.absent))));
    }
    // The same as a difference, so that the sentence is the same.
    let difference = Difference { kind, who: who(piece, kind), segment: None, readings: piece.readings.clone() };
    let sentence = [" (", words::kind(kind), ": ", &told(wording, &difference), ") "].concat();
    span("fork", row([for_the_eye(shown), unseen(sentence)]))
}

/// Of whom the kind speaks.
fn who(piece: &Piece, kind: Kind) -> Vec<usize> {
    match kind {
        Kind::Shortened(_) | Kind::Ellipsis if !piece.absent.is_empty() => piece.absent.clone(),
        _ => piece.readings.iter().flat_map(|reading| reading.witnesses.clone()).collect(),
    }
}
