//! Words and whose they are. A source's own words stand in quotation marks and in its language; ours say that they
//! are ours. The two never look alike.

use sidebyline_dataset::model::{Paraphrase, Verbatim};

use crate::components::parts::{p, row, say, span};
use crate::node::{Node, el};
use crate::strings;
use sidebyline_words::language::direction;

/// A source's own words, in quotation marks.
pub fn verbatim(words: &Verbatim, language: &str) -> Node {
    let words = words.0.clone();
    el("q")
        .class("verbatim")
        .child(strings::QUOTE_OPEN)
        .child(el("span").attr("lang", language.to_owned()).attr("dir", direction(language)).child(words))
        .child(strings::QUOTE_CLOSE)
}

/// Our words, said to be ours.
pub fn own(words: &Paraphrase, language: &str) -> Node {
    own_with(strings::OUR_WORDS, text(words, language))
}

/// Something that is ours at least in part, with a label that says so.
pub fn own_with(label: &'static str, words: impl Into<Node>) -> Node {
    p("own", row([span("own__label", label), say(" "), words.into()]))
}

/// Our words as a stretch of text in their language.
pub fn text(words: &Paraphrase, language: &str) -> Node {
    let words = words.0.clone();
    match foreign(language) {
        Some(language) => el("span").attr("lang", language).child(words),
        None => words.into(),
    }
}

/// The language to name, if it isn't the interface's.
fn foreign(language: &str) -> Option<String> {
    let main = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    (main(language) != main(strings::LANGUAGE)).then(|| language.to_owned())
}
