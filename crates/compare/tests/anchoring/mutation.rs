//! What becomes of a text on its way to a reader, with each code point's origin kept.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::article::Dice;

/// A code point, and where in the source it was; of what was put in, nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub c: char,
    pub origin: Option<u32>,
    /// Whether it belongs to a copy of a paragraph that stands in the text already.
    pub copy: bool,
}

/// What is done to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mutation {
    QuotationMarks,
    Dashes,
    Spaces,
    LineBreaks,
    Decomposed,
    Invisible,
    Boilerplate,
    Browser,
    Reordered,
    Duplicated,
    Edited,
    LookAlikes,
    Deleted,
    Other,
}

use Mutation::{
    Boilerplate, Browser, Dashes, Decomposed, Deleted, Duplicated, Edited, Invisible, LineBreaks, LookAlikes, Other,
    QuotationMarks, Reordered, Spaces,
};

impl Mutation {
    pub const ALL: [Self; 14] = [
        QuotationMarks,
        Dashes,
        Spaces,
        LineBreaks,
        Decomposed,
        Invisible,
        Boilerplate,
        Browser,
        Reordered,
        Duplicated,
        Edited,
        LookAlikes,
        Deleted,
        Other,
    ];

    /// What it is called in the documents.
    pub fn name(self) -> &'static str {
        match self {
            QuotationMarks => "quotation marks of another kind",
            Dashes => "dashes of another kind, with or without spaces",
            Spaces => "no-break, thin and doubled spaces",
            LineBreaks => "CRLF, blank lines, wrapped lines",
            Decomposed => "letters with marks in two code points (NFD)",
            Invisible => "soft hyphens and zero-width spaces",
            Boilerplate => "other things round the article and between its paragraphs",
            Browser => "a browser's copy: all of the above but dashes and NFD",
            Reordered => "paragraphs in another order",
            Duplicated => "a paragraph twice",
            Edited => "one to three words of every other sentence changed, left out or put in",
            LookAlikes => "Cyrillic letters in every third word",
            Deleted => "a fifth of the sentences left out",
            Other => "another text altogether",
        }
    }

    pub fn apply(self, text: Vec<Mark>, dice: &mut Dice) -> Vec<Mark> {
        match self {
            QuotationMarks => {
                let (double, single) = [("\"\"", "''"), ("«»", "‹›"), ("‘’", "“”"), ("„“", "‚’")][dice.roll(4)];
                let of = |pair: &str, at| pair.chars().nth(at).unwrap_or('"');
                each(text, |c| match c {
                    '“' => of(double, 0),
                    '”' => of(double, 1),
                    '‘' => of(single, 0),
                    '’' => '\'',
                    _ => c,
                })
            }
            Dashes => {
                let written = dice.pick(&["-", " - ", "—", " — ", "--", "–"]);
                let mut out: Vec<Mark> = Vec::new();
                for (at, mark) in text.iter().enumerate() {
                    let after = at > 0 && text[at - 1].c == '–';
                    if mark.c == '–' {
                        out.pop_if(|last| last.c == ' ');
                        out.extend(written.chars().map(|c| Mark { c, ..*mark }));
                    } else if !(after && mark.c == ' ') {
                        out.push(*mark);
                    }
                }
                out
            }
            Spaces => {
                let kinds = ["\u{a0}", "  ", "\u{2009}", "\t", " \u{202f}", " ", " "];
                replaced(text, |c| if c == ' ' { dice.pick(&kinds).to_owned() } else { c.into() })
            }
            LineBreaks => {
                let kind = dice.pick(&["\r\n", "\n\n", "\r\n\r\n", "\n \n"]);
                let wrapped = dice.roll(2) == 0;
                let mut column = 0;
                replaced(text, |c| {
                    column += 1;
                    match c {
                        '\n' => kind.to_owned(),
                        ' ' if wrapped && column > 70 => {
                            column = 0;
                            "\n".into()
                        }
                        _ => c.into(),
                    }
                })
            }
            Decomposed => replaced(text, |c| std::iter::once(c).nfd().collect()),
            Invisible => replaced(text, |c| match dice.roll(12) {
                0 if c.is_alphabetic() => format!("{c}\u{ad}"),
                1 => format!("{c}\u{200b}"),
                _ => c.into(),
            }),
            Boilerplate => boilerplate(&text, dice),
            Browser => {
                let text = QuotationMarks.apply(boilerplate(&text, dice), dice);
                Invisible.apply(LineBreaks.apply(Spaces.apply(text, dice), dice), dice)
            }
            Reordered => {
                let mut paragraphs = paragraphs(&text);
                for at in (1..paragraphs.len()).rev() {
                    paragraphs.swap(at, dice.roll(at + 1));
                }
                paragraphs.concat()
            }
            Duplicated => {
                let mut paragraphs = paragraphs(&text);
                let copy = dice.roll(paragraphs.len());
                let copy = paragraphs[copy].iter().map(|mark| Mark { copy: true, ..*mark }).collect();
                paragraphs.insert(dice.roll(paragraphs.len() + 1), copy);
                paragraphs.concat()
            }
            Edited => edited(&text, dice),
            LookAlikes => {
                let mut word = 0;
                each(text, |c| {
                    word += usize::from(c == ' ');
                    match c {
                        'a' if word % 3 == 0 => 'а',
                        'e' if word % 3 == 0 => 'е',
                        'o' if word % 3 == 0 => 'о',
                        'c' if word % 3 == 0 => 'с',
                        _ => c,
                    }
                })
            }
            Deleted => {
                let kept = sentences(&text).into_iter().filter(|_| dice.roll(5) > 0);
                kept.flat_map(|span| text[span].to_vec()).collect()
            }
            Other => {
                let other = super::article::article(dice.roll(1 << 30) as u64 | 1 << 40, text.len() / 7);
                unmarked(other.text.into_iter())
            }
        }
    }
}

fn unmarked(text: impl Iterator<Item = char>) -> Vec<Mark> {
    text.map(|c| Mark { c, origin: None, copy: false }).collect()
}

fn each(text: Vec<Mark>, mut change: impl FnMut(char) -> char) -> Vec<Mark> {
    text.into_iter().map(|mark| Mark { c: change(mark.c), ..mark }).collect()
}

fn replaced(text: Vec<Mark>, mut change: impl FnMut(char) -> String) -> Vec<Mark> {
    text.into_iter().flat_map(|mark| change(mark.c).chars().map(|c| Mark { c, ..mark }).collect::<Vec<_>>()).collect()
}

/// Each with its line break.
fn paragraphs(text: &[Mark]) -> Vec<Vec<Mark>> {
    text.split_inclusive(|mark| mark.c == '\n').map(<[Mark]>::to_vec).collect()
}

/// Each with the space or line break after it.
fn sentences(text: &[Mark]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 1..text.len() {
        if text[at].c.is_whitespace() && text[at - 1].c == '.' {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    found.push(start..text.len());
    found.retain(|sentence| !sentence.is_empty());
    found
}

fn boilerplate(text: &[Mark], dice: &mut Dice) -> Vec<Mark> {
    let mut out =
        unmarked("Skip to content\n\nNews  Sport  Weather  Sign in\n\nThe paper of the western coast\n\n".chars());
    for paragraph in paragraphs(text) {
        out.extend(paragraph);
        out.extend(unmarked(match dice.roll(4) {
            0 => "Advertisement\n".chars(),
            1 => "The ferry at the quay in the morning. Photograph: A. Marrow\n\n".chars(),
            _ => "\n".chars(),
        }));
    }
    out.extend(unmarked(
        "Read more stories like this one\nMost read: five things to know this week\n© The paper\n".chars(),
    ));
    out
}

fn edited(text: &[Mark], dice: &mut Dice) -> Vec<Mark> {
    let mut out = Vec::new();
    for sentence in sentences(text) {
        let mut parts: Vec<Vec<Mark>> =
            text[sentence].split_inclusive(|mark| mark.c.is_whitespace()).map(<[Mark]>::to_vec).collect();
        if dice.roll(2) == 0 {
            for _ in 0..=dice.roll(3) {
                let at = dice.roll(parts.len());
                let word = unmarked(dice.pick(&["seven ", "indeed ", "officials ", "Monday ", "reportedly "]).chars());
                match dice.roll(3) {
                    0 => parts[at] = word,
                    1 => parts.insert(at, word),
                    _ if parts.len() > 2 => drop(parts.remove(at)),
                    _ => {}
                }
            }
        }
        out.extend(parts.concat());
    }
    out
}
