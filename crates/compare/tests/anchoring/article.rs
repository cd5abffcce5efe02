//! Invented articles of any length, with passages as `sidebyline build` makes them.

use sidebyline_dataset::model::{Anchor, Passage, Verbatim};
use sidebyline_dataset::text::{canonical_digest, words};

/// Numbers that look random and are the same every time (`SplitMix64`; Steele, Lea and Flood 2014).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % sides.max(1) as u64) as usize
    }

    /// One of `these`.
    pub fn pick<'a, T: ?Sized>(&mut self, these: &[&'a T]) -> &'a T {
        these[self.roll(these.len())]
    }
}

/// What every sentence is full of.
const COMMON: &str = "the the the of of to to a a in in and and that for on with as by from at his its who has have would had not but it he she they was were is are";
const OTHER: &str = "harbour ferry engine island mayor inspector crane council repair winter letter quay storm captain \
    shipyard mechanic passenger café déjà naïve façade Zoë ticket helicopter doctor luggage children morning evening weather anchor \
    bridge market school library railway station tunnel valley mountain river forest garden window kitchen painter \
    singer teacher lawyer baker farmer soldier minister president committee parliament election treaty border agreement \
    budget figure percent thousand million year month week night summer autumn spring water bread paper stone glass iron \
    silver golden narrow wide early late quiet loud certain possible likely public private final second third former \
    western eastern northern southern long-term three-year well-known announced warned insisted promised refused \
    expected decided reopened postponed crossed waited carried signed measured counted answered believed remembered \
    Nordholm Westhaven Brandt Okafor Lind Ashgrove Marrow Tellisford people government office town country workers union";

/// An article: its text, and passages in it.
pub struct Article {
    pub text: Vec<char>,
    pub passages: Vec<Passage>,
}

/// An invented article of about `length` words.
pub fn article(seed: u64, length: usize) -> Article {
    let mut dice = Dice::new(seed);
    let common: Vec<&str> = COMMON.split_whitespace().collect();
    let other: Vec<&str> = OTHER.split_whitespace().collect();
    let mut text: Vec<char> = Vec::new();
    // Where each sentence, and each stretch of quoted speech, stands.
    let (mut sentences, mut quotes) = (Vec::new(), Vec::new());
    let mut written = 0;
    while written < length {
        for _ in 0..=dice.roll(4) {
            let start = text.len();
            let count = 6 + dice.roll(20);
            written += count;
            let speech = (dice.roll(3) == 0).then(|| (dice.roll(3), 3 + dice.roll(count - 4)));
            for at in 0..count {
                if at > 0 {
                    text.extend([" ", " ", " ", " ", " ", " ", " ", ", ", " – "][dice.roll(9)].chars());
                }
                if speech.is_some_and(|(from, _)| from == at) {
                    text.push('“');
                    quotes.push(text.len()..text.len());
                }
                let word = if dice.roll(5) < 2 { dice.pick(&common) } else { dice.pick(&other) };
                text.extend(word.chars());
                if dice.roll(12) == 0 {
                    text.extend("’s".chars());
                }
                if speech.is_some_and(|(from, length)| at == (from + length).min(count - 1)) {
                    if let Some(quote) = quotes.last_mut() {
                        quote.end = text.len();
                    }
                    text.push('”');
                }
            }
            sentences.push(start..text.len());
            text.extend(". ".chars());
        }
        text.pop();
        text.push('\n');
    }
    let all = words(&text);
    let mut passages: Vec<Passage> = sentences.iter().map(|span| edges(&text, span.start..span.end)).collect();
    passages.extend(quotes.iter().map(|span| exact(&text, span.clone())));
    for _ in 0..sentences.len() / 2 {
        let first = dice.roll(all.len() - 4);
        let last = first + 1 + dice.roll(3);
        passages.push(exact(&text, all[first].start as usize..all[last].end as usize));
    }
    Article { text, passages }
}

/// A passage that is known by its first and last word.
pub fn edges(text: &[char], span: std::ops::Range<usize>) -> Passage {
    let inside: Vec<_> = words(&text[span.clone()]);
    let string =
        |from: u32, to: u32| text[span.start + from as usize..span.start + to as usize].iter().collect::<String>();
    let (first, last) = (inside[0].clone(), inside[inside.len() - 1].clone());
    Passage {
        span: span.start as u32 + first.start..span.start as u32 + last.end,
        anchor: Anchor::Edges {
            digest: canonical_digest(&string(first.start, last.end)),
            head: Verbatim(string(first.start, first.end)),
            tail: Verbatim(string(last.start, last.end)),
        },
    }
}

/// A passage whose words are known, with the marks beside it and, if it stands elsewhere too, as many words before it as
/// tell it apart.
pub fn exact(text: &[char], span: std::ops::Range<usize>) -> Passage {
    let is_mark = |c: &&char| !c.is_whitespace() && !c.is_alphanumeric();
    let mut from = span.start - text[..span.start].iter().rev().take_while(is_mark).count();
    let to = span.end + text[span.end..].iter().take_while(is_mark).count();
    while text.windows(to - from).filter(|window| *window == &text[from..to]).count() > 1 && from > 0 {
        from -= 1;
        while from > 0 && !text[from - 1].is_whitespace() {
            from -= 1;
        }
    }
    let string = |from: usize, to: usize| text[from..to].iter().collect::<String>();
    Passage {
        anchor: Anchor::Exact {
            exact: Verbatim(string(span.start, span.end)),
            prefix: string(from, span.start),
            suffix: string(span.end, to),
        },
        span: span.start as u32..span.end as u32,
    }
}
