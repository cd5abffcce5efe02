//! Words and whose they are: the same marks as on the page, in the elements that say it without styles.

use sidebyline_dataset::Dataset;
use sidebyline_dataset::edtf::Edtf;
use sidebyline_dataset::model::{Paraphrase, SourceIdx, Verbatim};
use sidebyline_dataset::table::Idx;
use sidebyline_words::dates;
use sidebyline_words::language::direction;
use sidebyline_words::phrases::{self, LANGUAGE};

use super::write::{Element, Html, el, text};

/// A `span` of this class.
pub fn span(class: &str, children: impl Into<Html>) -> Html {
    el("span").class(class).child(children).into()
}

/// A `p` of this class.
pub fn p(class: &str, children: impl Into<Html>) -> Html {
    el("p").class(class).child(children).into()
}

/// A `div` of this class.
pub fn div(class: &str, children: impl Into<Html>) -> Html {
    el("div").class(class).child(children).into()
}

/// Words for who listens, or reads without styles.
pub fn unseen(words: &str) -> Html {
    span("visually-hidden", words)
}

/// A source's own words, in quotation marks.
pub fn verbatim(words: &Verbatim, language: &str) -> Html {
    let words = el("span").attr("lang", language).attr("dir", direction(language)).child(&words.0);
    el("q").class("verbatim").child(phrases::QUOTE_OPEN).child(words).child(phrases::QUOTE_CLOSE).into()
}

/// Our words, said to be ours.
pub fn own(words: &Paraphrase, language: &str) -> Html {
    own_with(phrases::OUR_WORDS, ours(words, language))
}

/// Something that is ours at least in part, with a label that says so.
pub fn own_with(label: &str, words: Html) -> Html {
    p("own", span("own__label", label).and(" ").and(words))
}

/// Our words as a stretch of text in their language.
pub fn ours(words: &Paraphrase, language: &str) -> Html {
    in_language("span", language, &words.0)
}

/// Words in an element that names their language, or as they are if it is that of the page.
pub fn in_language(name: &'static str, language: &str, words: &str) -> Html {
    if is_foreign(language) { foreign(el(name), language).child(words).into() } else { text(words) }
}

/// The element with the language of what is in it, where that isn't the page's.
pub fn foreign(element: Element, language: &str) -> Element {
    if is_foreign(language) { element.attr("lang", language).attr("dir", direction(language)) } else { element }
}

fn is_foreign(language: &str) -> bool {
    let main = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    main(language) != main(LANGUAGE)
}

/// A date in words; for machines too, where it is one date.
pub fn time(class: &str, when: &Edtf, words: impl Into<Html>) -> Html {
    match dates::machine(when) {
        Some(machine) => el("time").class(class).attr("datetime", &machine).child(words).into(),
        None => span(class, words),
    }
}

/// The class that gives an element the colour of `source`.
pub fn hue(source: SourceIdx) -> String {
    format!("hue-{}", source.position() % 5)
}

/// The badge of `source`.
pub fn badge(dataset: &Dataset, source: SourceIdx) -> Html {
    span(&format!("badge {}", hue(source)), &dataset.sources[source].label)
}
