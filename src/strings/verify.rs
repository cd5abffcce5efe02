//! Words of *verify*: a reader's own copy of an article, and where in it each passage stands.

use sidebyline_compare::anchor::{Normalisation, Normalisations, Outcome, Sameness};

use super::counted;
use crate::intl::number;

pub const PROMISE: &str = "Check it for yourself: paste or drop its text, and every passage that the data take from it is looked for there. The text never leaves this tab. Nothing of it is sent, stored or put into the address, and it is gone when you leave this page.";
pub const HERE_ALREADY: &str =
    "Its publisher gives the whole text with the data; here it is, with every passage in its place.";
pub const OWN_COPY: &str = "Check another copy";
pub const PASTE_HERE: &str = "The article’s text";
pub const PASTE_HINT: &str =
    "Copied from a web page it may have anything round it. You can also drop a text file here.";
pub const CHECK: &str = "Look for the passages";
pub const CHOOSE_FILE: &str = "Choose a text file";
pub const AT_WORK: &str = "Looking for the passages.";
pub const FORGET: &str = "Forget this text";
pub const BACK: &str = "Back to the publisher’s text";
pub const FORGOTTEN: &str = "The text is forgotten.";
pub const RESULT: &str = "What became of the passages";
pub const FILTER: &str = "Show passages";
pub const ALL: &str = "all";
pub const TEXT: &str = "The text";
pub const ENTRIES: &str = "Passages";
pub const PREVIOUS: &str = "Previous passage";
pub const NEXT: &str = "Next passage";
pub const AT_THE_END: &str = "There is no further passage in this direction.";
pub const GAP: &str = " … ";
pub const QUOTE: &str = "Quote of ";
pub const REPORT: &str = "Report: ";
pub const BOUNDED: &str = "The text is very long. Not every place in it was tried for each passage.";
pub const LEGEND: &str = "Solid line: as in the data. Dashed: in another spelling. Wavy: nearly. Dotted: one of several places. Words that the data quote are on a tinted ground; of the rest they know the first and last words. A number leads to the passage in the list.";

/// What became of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Exact,
    Normalised,
    Fuzzy,
    Ambiguous,
    NotFound,
}

impl Kind {
    pub const ALL: [Self; 5] = [Self::Exact, Self::Normalised, Self::Fuzzy, Self::Ambiguous, Self::NotFound];

    pub fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Exact(_) => Self::Exact,
            Outcome::Normalised { .. } => Self::Normalised,
            Outcome::Fuzzy { .. } => Self::Fuzzy,
            Outcome::Ambiguous(_) => Self::Ambiguous,
            Outcome::NotFound => Self::NotFound,
        }
    }

    /// What says it to the eye beside its name.
    pub const fn glyph(self) -> &'static str {
        match self {
            Self::Exact => "=",
            Self::Normalised => "≈",
            Self::Fuzzy => "~",
            Self::Ambiguous => "?",
            Self::NotFound => "–",
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Normalised => "normalised",
            Self::Fuzzy => "fuzzy",
            Self::Ambiguous => "ambiguous",
            Self::NotFound => "not found",
        }
    }

    /// What styles call it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            other => other.name(),
        }
    }
}

/// What a person should know of an outcome beside its name.
pub fn outcome(outcome: &Outcome, by_edges: bool) -> String {
    match outcome {
        Outcome::Exact(_) if by_edges => {
            "The data know its first and last words, its length and a digest of all of its words; all agree.".into()
        }
        Outcome::Exact(_) => "It stands in the text to the letter.".into(),
        Outcome::Normalised { by, .. } => ["The same words in another spelling: ", &normalisations(*by), "."].concat(),
        Outcome::Fuzzy { score, second, .. } => {
            let measured =
                if by_edges { " % as long, between the same first and last words." } else { " % is the same." };
            let points = |share: f32| ((share * 100.0).round() as i32).unsigned_abs() as usize;
            let (best, next) = (points(*score), points(*second));
            let behind = [" ", &counted(best.saturating_sub(next), "point", "points"), " behind."].concat();
            let next = if next == 0 {
                " Nothing else comes near.".into()
            } else {
                [" The next best place has ", &number(next), " %,", &behind].concat()
            };
            ["Something like it stands here: ", &number(best), measured, &next].concat()
        }
        Outcome::Ambiguous(places) if places.len() == 1 => {
            "Its words stand in one place, and nothing round them tells whether they are this passage.".into()
        }
        Outcome::Ambiguous(places) => {
            ["It may stand in any of ", &number(places.len()), " places, and nothing tells in which."].concat()
        }
        Outcome::NotFound => "Neither its words nor anything like them stands in the text.".into(),
    }
}

fn normalisations(all: Normalisations) -> String {
    all.iter().map(normalisation).collect::<Vec<_>>().join(", ")
}

const fn normalisation(one: Normalisation) -> &'static str {
    match one {
        Normalisation::QuotationMarks => "quotation marks",
        Normalisation::Dashes => "dashes",
        Normalisation::Spaces => "spaces",
        Normalisation::LineBreaks => "line breaks",
        Normalisation::Composition => "letters with marks (NFC)",
        Normalisation::Invisible => "invisible characters",
    }
}

/// *52 of 60 passages stand in this text: 40 exact, 12 normalised. …*
pub fn summary(counts: &[(Kind, usize)], all: usize) -> String {
    let of =
        |kinds: &[Kind]| counts.iter().filter(|(kind, _)| kinds.contains(kind)).map(|(_, count)| count).sum::<usize>();
    let standing = of(&[Kind::Exact, Kind::Normalised]);
    let stand = if all == 1 { " passage stands in this text" } else { " passages stand in this text" };
    let parts: Vec<String> = (counts.iter())
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| [&number(*count), " ", kind.name()].concat())
        .collect();
    let parts = if parts.is_empty() { String::new() } else { [": ", &parts.join(", ")].concat() };
    [&number(standing), " of ", &number(all), stand, &parts, "."].concat()
}

pub fn in_order(in_order: usize, placed: usize) -> String {
    if in_order == placed {
        return "They stand in the same order as in the article that was coded.".into();
    }
    [
        &number(in_order),
        " of the ",
        &number(placed),
        " that stand in one place only are in the same order as in the article that was coded.",
    ]
    .concat()
}

pub const BYTES: &str = "The file";
pub const CANONICAL: &str = "Its words";

/// What the two digests say: of the bytes, and of the words.
pub const fn digests(sameness: Sameness) -> (&'static str, &'static str) {
    match sameness {
        Sameness::Bytes => ("the same, byte for byte, as the one that the data were made from", "the same"),
        Sameness::Words => (
            "not the same bytes as the one that the data were made from",
            "the same, apart from quotation marks, spaces and line breaks",
        ),
        Sameness::Other => (
            "not the same bytes as the one that the data were made from",
            "not the same as a whole: more, fewer or others. A copy with anything round the article is so too; the passages tell",
        ),
    }
}

pub fn filter(kind: Kind) -> [&'static str; 2] {
    [kind.glyph(), kind.name()]
}

pub fn passage(at: usize, kind: Kind) -> String {
    ["Passage ", &number(at), ", ", kind.name(), ": to the list"].concat()
}

pub fn show(at: usize) -> String {
    [SHOW, ": passage ", &number(at)].concat()
}

pub fn show_place(at: usize, place: usize) -> String {
    [&self::place(place), " of passage ", &number(at)].concat()
}

pub const SHOW: &str = "show in the text";

pub fn place(place: usize) -> String {
    ["place ", &number(place)].concat()
}

pub fn left_out(characters: usize) -> String {
    ["[ … ", &counted(characters, "character", "characters"), " without a passage … ]"].concat()
}

/// Why a text can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    Empty,
    TooLarge,
    NotUtf8(usize),
    Utf16,
    Pdf,
    Archive,
    Html,
    NoText,
    Unreadable,
}

pub fn refusal(refusal: Refusal) -> String {
    match refusal {
        Refusal::Empty => "There is no text in it. Paste the article’s words.".into(),
        Refusal::TooLarge => "It is larger than 5 MB, which no article is. Paste the article’s words alone.".into(),
        Refusal::NotUtf8(byte) => [
            "It is no text in UTF-8: byte ",
            &number(byte + 1),
            " is none. Open it in an editor and save it as UTF-8, or paste its words.",
        ]
        .concat(),
        Refusal::Utf16 => {
            "It is a text in UTF-16. Open it in an editor and save it as UTF-8, or paste its words.".into()
        }
        Refusal::Pdf => "It is a PDF. Open it, select the article, copy it, and paste it here.".into(),
        Refusal::Archive => {
            "It is an archive or a word processor’s file. Open it, select the article, copy it, and paste it here."
                .into()
        }
        Refusal::Html => {
            "It is the source of a web page. Open it in a browser, select the article, copy it, and paste it here."
                .into()
        }
        Refusal::NoText => "What was dropped is neither a file nor text.".into(),
        Refusal::Unreadable => "The browser could not read the file. Try again, or paste the article’s words.".into(),
    }
}
