//! Values that are one of several things: a byte says which, and only its own columns go on.

#[cfg(feature = "handover")]
use super::column::Writer;
use super::column::{Column, Reader};
use crate::edtf::{Date, Edtf, End, Precision, Shape};
use crate::model::{
    ActorKind, Anchor, Basis, Coded, Content, Dimension, EvidencePlace, Link, MentionIdx, Nature, NoteKind, Origin,
    Paraphrase, Passage, QuoteIdx, Run, SkipReason, SourceDigest, SourceIdx, Status, Title, Verbatim,
};

/// The string enumerations, by their place in the format's order.
macro_rules! spelled {
    ($($name:ident),+) => { $(
        impl Column for $name {
            const WIDTH: usize = 1;
            const LEAST: usize = 1;

            fn read(from: &mut Reader<'_>, at: usize) -> Self {
                Self::ALL[from.byte(at, Self::ALL.len())]
            }

            #[cfg(feature = "handover")]
            fn write(&self, to: &mut Writer, at: usize) {
                to.byte(at, *self as usize);
            }
        }
    )+ };
}

spelled!(ActorKind, Basis, Coded, Dimension, Nature, NoteKind, SkipReason, Status);

/// What is one of two things. Each has columns of its own, one after the other.
macro_rules! either {
    ($($name:ident { $first:ident($one:ty) | $second:ident($other:ty) })+) => { $(
        impl Column for $name {
            const WIDTH: usize = 1 + <$one as Column>::WIDTH + <$other as Column>::WIDTH;
            const LEAST: usize = 1;

            fn read(from: &mut Reader<'_>, at: usize) -> Self {
                if from.byte(at, 2) == 0 {
                    Self::$first(<$one as Column>::read(from, at + 1))
                } else {
                    Self::$second(<$other as Column>::read(from, at + 1 + <$one as Column>::WIDTH))
                }
            }

            #[cfg(feature = "handover")]
            fn write(&self, to: &mut Writer, at: usize) {
                match self {
                    Self::$first(value) => {
                        to.byte(at, 0);
                        value.write(to, at + 1);
                    }
                    Self::$second(value) => {
                        to.byte(at, 1);
                        value.write(to, at + 1 + <$one as Column>::WIDTH);
                    }
                }
            }
        }
    )+ };
}

either! {
    Title { Headline(Verbatim) | Description(Paraphrase) }
    Origin { Source(SourceIdx) | Elsewhere(Link) }
    Run { Quoted(Verbatim) | Own(Paraphrase) }
    EvidencePlace { Mention(MentionIdx) | Quote(QuoteIdx) }
}

/// The parts of a direct quote are most often its passages, and then aren't kept twice: the list is empty, and is made
/// when the quote is there.
impl Column for Content {
    const WIDTH: usize = 1 + Vec::<Verbatim>::WIDTH + Vec::<Run>::WIDTH + Paraphrase::WIDTH;
    const LEAST: usize = 2;

    fn read(from: &mut Reader<'_>, at: usize) -> Self {
        let (parts, runs) = (at + 1, at + 1 + Vec::<Verbatim>::WIDTH);
        match from.byte(at, 3) {
            0 => Self::Direct(Vec::read(from, parts)),
            1 => Self::Mixed(Vec::read(from, runs)),
            _ => Self::Indirect(Paraphrase::read(from, runs + Vec::<Run>::WIDTH)),
        }
    }

    #[cfg(feature = "handover")]
    fn write(&self, to: &mut Writer, at: usize) {
        let (parts, runs) = (at + 1, at + 1 + Vec::<Verbatim>::WIDTH);
        match self {
            Self::Direct(list) => {
                to.byte(at, 0);
                list.write(to, parts);
            }
            Self::Mixed(list) => {
                to.byte(at, 1);
                list.write(to, runs);
            }
            Self::Indirect(words) => {
                to.byte(at, 2);
                words.write(to, runs + Vec::<Run>::WIDTH);
            }
        }
    }
}

/// Where it begins, how long it is, and what it has of words: the words with what stands around them, or their edges.
impl Column for Passage {
    const WIDTH: usize = 3 + 5 * String::WIDTH + Digest::WIDTH;
    const LEAST: usize = 5;

    fn read(from: &mut Reader<'_>, at: usize) -> Self {
        let (start, length) = (from.small(at), from.small(at + 1));
        let end = start.checked_add(length).filter(|_| length > 0);
        from.failed |= end.is_none();
        let text = |from: &mut Reader<'_>, number: usize| String::read(from, at + 3 + number * String::WIDTH);
        let anchor = if from.byte(at + 2, 2) == 0 {
            Anchor::Exact { exact: Verbatim(text(from, 0)), prefix: text(from, 1), suffix: text(from, 2) }
        } else {
            let (head, tail) = (Verbatim(text(from, 3)), Verbatim(text(from, 4)));
            Anchor::Edges { head, tail, digest: Digest::read(from, at + 3 + 5 * String::WIDTH).0 }
        };
        Self { span: start..end.unwrap_or(start), anchor }
    }

    #[cfg(feature = "handover")]
    fn write(&self, to: &mut Writer, at: usize) {
        to.number(at, u64::from(self.span.start));
        to.number(at + 1, u64::from(self.span.end - self.span.start));
        let mut text = |number: usize, text: &String| text.write(to, at + 3 + number * String::WIDTH);
        match &self.anchor {
            Anchor::Exact { exact, prefix, suffix } => {
                text(0, &exact.0);
                text(1, prefix);
                text(2, suffix);
                to.byte(at + 2, 0);
            }
            Anchor::Edges { head, tail, digest } => {
                text(3, &head.0);
                text(4, &tail.0);
                to.byte(at + 2, 1);
                Digest(digest.clone()).write(to, at + 3 + 5 * String::WIDTH);
            }
        }
    }
}

/// `sha256:` and 64 hexadecimal digits, as the 32 bytes that they stand for; or another text, one longer than it is.
pub(super) struct Digest(pub String);

const SCHEME: &str = "sha256:";
const DIGITS: &[u8; 16] = b"0123456789abcdef";

impl Column for Digest {
    const WIDTH: usize = 2;
    const LEAST: usize = 1;

    fn read(from: &mut Reader<'_>, at: usize) -> Self {
        let length = from.number(at);
        if let Some(length) = length.checked_sub(1) {
            return Self(from.text(at + 1, length));
        }
        let mut written = String::with_capacity(SCHEME.len() + 64);
        written.push_str(SCHEME);
        for byte in from.bytes(at + 1, 32) {
            for half in [byte >> 4, byte & 15] {
                written.push(char::from(DIGITS[usize::from(half)]));
            }
        }
        Self(written)
    }

    #[cfg(feature = "handover")]
    fn write(&self, to: &mut Writer, at: usize) {
        let raw = raw(&self.0);
        to.number(at, if raw.is_some() { 0 } else { self.0.len() as u64 + 1 });
        to.bytes(at + 1, raw.as_deref().unwrap_or(self.0.as_bytes()));
    }
}

/// The bytes that a digest stands for, if it is written as ours are.
#[cfg(feature = "handover")]
fn raw(digest: &str) -> Option<Vec<u8>> {
    let digits = digest.strip_prefix(SCHEME).filter(|digits| digits.len() == 64)?;
    let value = |digit: u8| DIGITS.iter().position(|&known| known == digit);
    digits.as_bytes().chunks(2).map(|pair| Some((value(pair[0])? << 4 | value(pair[1])?) as u8)).collect()
}

impl Column for SourceDigest {
    const WIDTH: usize = 2 * Digest::WIDTH;
    const LEAST: usize = 2;

    fn read(from: &mut Reader<'_>, at: usize) -> Self {
        Self { raw: Digest::read(from, at).0, canonical: Digest::read(from, at + Digest::WIDTH).0 }
    }

    #[cfg(feature = "handover")]
    fn write(&self, to: &mut Writer, at: usize) {
        Digest(self.raw.clone()).write(to, at);
        Digest(self.canonical.clone()).write(to, at + Digest::WIDTH);
    }
}

/// As it is written, and what that says: the page needs no reader of dates for it.
impl Column for Edtf {
    const WIDTH: usize = String::WIDTH + 1 + 2 * End::WIDTH;
    const LEAST: usize = 3;

    fn read(from: &mut Reader<'_>, at: usize) -> Self {
        let written = String::read(from, at);
        let (shape, first) = (from.byte(at + String::WIDTH, 3), at + String::WIDTH + 1);
        let from_end = End::read(from, first);
        let shape = if shape == 0 {
            let date = from_end.date();
            Shape::Date(date.unwrap_or_else(|| {
                from.failed = true;
                NO_DATE
            }))
        } else {
            let to_end = End::read(from, first + End::WIDTH);
            // What ends before it begins, or has no end at all, is no date that could be read.
            from.failed |= match (from_end.date(), to_end.date()) {
                (None, None) => true,
                (Some(from), Some(to)) => from.first > to.last,
                _ => false,
            };
            if shape == 1 { Shape::Lasting(from_end, to_end) } else { Shape::OneOf(from_end, to_end) }
        };
        Self::from_parts(written, shape)
    }

    #[cfg(feature = "handover")]
    fn write(&self, to: &mut Writer, at: usize) {
        self.as_str().to_owned().write(to, at);
        let (shape, first) = (at + String::WIDTH, at + String::WIDTH + 1);
        match self.shape() {
            Shape::Date(date) => {
                to.byte(shape, 0);
                End::Date(date).write(to, first);
            }
            Shape::Lasting(from_end, to_end) | Shape::OneOf(from_end, to_end) => {
                to.byte(shape, if matches!(self.shape(), Shape::Lasting(..)) { 1 } else { 2 });
                from_end.write(to, first);
                to_end.write(to, first + End::WIDTH);
            }
        }
    }
}

const NO_DATE: Date = Date { first: 0, last: 0, precision: Precision::Day, uncertain: false, approximate: false };
/// No date that can be written is farther away, in seconds. So sums of a few never overflow.
const FARTHEST: i64 = 1_000_000_000_000_000_000;
const PRECISIONS: [Precision; 7] = [
    Precision::Century,
    Precision::Decade,
    Precision::Year,
    Precision::Season,
    Precision::Month,
    Precision::Day,
    Precision::Second,
];

/// What it is (0 open, 1 unknown; a date from 2 on: its precision, four times, and whether it is uncertain and
/// approximate), its first second with its sign last, and how many seconds follow that.
impl Column for End {
    const WIDTH: usize = 3;
    const LEAST: usize = 1;

    fn read(from: &mut Reader<'_>, at: usize) -> Self {
        let what = match from.byte(at, 2 + 4 * PRECISIONS.len()) {
            0 => return Self::Open,
            1 => return Self::Unknown,
            what => what - 2,
        };
        let (first, more) = (from.number(at + 1), from.number(at + 2).cast_signed());
        let first = (first >> 1).cast_signed() ^ -(first & 1).cast_signed();
        let last = first.saturating_add(more);
        from.failed |= first < -FARTHEST || more < 0 || last > FARTHEST;
        let (uncertain, approximate) = (what & 2 != 0, what & 1 != 0);
        Self::Date(Date { first, last, precision: PRECISIONS[what / 4], uncertain, approximate })
    }

    #[cfg(feature = "handover")]
    fn write(&self, to: &mut Writer, at: usize) {
        match self {
            Self::Open => to.byte(at, 0),
            Self::Unknown => to.byte(at, 1),
            Self::Date(date) => {
                let precision = PRECISIONS.iter().position(|&one| one == date.precision).unwrap_or_default();
                to.byte(at, 2 + 4 * precision + 2 * usize::from(date.uncertain) + usize::from(date.approximate));
                to.number(at + 1, (date.first << 1 ^ date.first >> 63).cast_unsigned());
                to.number(at + 2, (date.last - date.first).cast_unsigned());
            }
        }
    }
}
