//! One record of a `sidebyline/1` file, read where it lies.
//!
//! Nearly all of a large file is events and quotes, one after the other. They are read here in one pass over their bytes,
//! without a tree, and their texts are borrowed from the file. The fields are those of the format (`docs/dataset.md`);
//! words and numbers stand in them as they are written, and nothing is checked but their types.
//!
//! Only what is plainly such a record is read. Anything else is `None`, without a message: there is a slower way of reading,
//! which has them all, and keeps what this one doesn't know.
//!
//! ```
//! let file = br#"[{"id": "q1", "source": "s1", "kind": "direct", "cue": "said", "content": "No."}, null]"#;
//!
//! let (quote, length) = sidebyline_records::quote(&file[1..]).expect("it is a quote");
//! assert_eq!(&*quote.content, "No.");
//! assert_eq!(&file[1 + length..], b", null]");
//! ```
//!
//! The crate stands apart because it is built for speed where the page is built for size. For the same reason neither of
//! its two functions is generic: a generic function would be built where it is used. It is written by hand since what
//! `serde` derives for these shapes takes nearly twice the time in a page, and more bytes. Texts with escapes, which are
//! the tricky part of JSON, are left to `serde_json`.
//!
//! Nothing here panics, whatever it is given.

mod reader;

use std::borrow::Cow;

use reader::{Read, Reader};

/// A text, as it lies in the file; a copy where something in it is escaped.
pub type Text<'a> = Cow<'a, str>;

/// The quote with which `json` begins, and how many bytes it takes, with the space before it.
#[inline(never)]
pub fn quote(json: &[u8]) -> Option<(Quote<'_>, usize)> {
    first(json)
}

/// The event with which `json` begins, and how many bytes it takes, with the space before it.
#[inline(never)]
pub fn event(json: &[u8]) -> Option<(Event<'_>, usize)> {
    first(json)
}

fn first<'a, T: Read<'a>>(json: &'a [u8]) -> Option<(T, usize)> {
    let mut from = Reader::new(json);
    let record = T::read(&mut from)?;
    Some((record, from.position()))
}

/// Declares records, and how they are read: each key at most once, in any order, and no other.
macro_rules! records {
    ($($(#[$meta:meta])* $record:ident { $($(#[$about:meta])* $field:ident: $type:ty),+ $(,)? })+) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $record<'a> { $($(#[$about])* pub $field: $type),+ }

        impl<'a> Read<'a> for $record<'a> {
            fn read(from: &mut Reader<'a>) -> Option<Self> {
                $(let mut $field = None;)+
                from.items(b'{', b'}', |from| {
                    let key = from.key()?;
                    $(if key == stringify!($field).as_bytes() {
                        if $field.is_some() {
                            return None;
                        }
                        $field = Some(Read::read(from)?);
                        return Some(());
                    })+
                    None
                })?;
                Some(Self { $($field: $field.or_else(Read::missing)?),+ })
            }
        }
    )+ };
}

records! {
    /// An attribution: somebody is said to say something.
    Quote {
        /// Its id.
        id: Text<'a>,
        /// The source's id.
        source: Text<'a>,
        /// How much of it stands in quotation marks.
        kind: Text<'a>,
        /// To whom it is attributed: ids of actors.
        speakers: Vec<Text<'a>>,
        /// Who relays it, from the speaker outward: ids of actors.
        via: Vec<Text<'a>>,
        /// The reporting words.
        cue: Text<'a>,
        /// What is said.
        content: Text<'a>,
        /// Where it stands in the text.
        passages: Vec<Passage<'a>>,
        /// When it was said.
        when: Option<Text<'a>>,
        /// The event it is about or was made at: an event's id.
        event: Option<Text<'a>>,
        /// Ids of topics.
        topics: Vec<Text<'a>>,
        /// To whom it was said: an actor's id.
        addressee: Option<Text<'a>>,
    }

    /// A stretch of a source's text.
    Passage {
        /// The first code point.
        start: u32,
        /// The code point after the last.
        end: u32,
        /// The words.
        exact: Option<Text<'a>>,
        /// What stands directly before them.
        prefix: Option<Text<'a>>,
        /// What stands directly after them.
        suffix: Option<Text<'a>>,
        /// The stretch's first words.
        head: Option<Text<'a>>,
        /// The stretch's last words.
        tail: Option<Text<'a>>,
        /// Of the stretch's canonical text.
        digest: Option<Text<'a>>,
    }

    /// Something that happened, is planned or proposed, was cancelled, or is claimed to have happened.
    Event {
        /// Its id.
        id: Text<'a>,
        /// What it is.
        title: Text<'a>,
        /// When.
        when: Text<'a>,
        /// The first day on which a reporter could have known of it.
        known_from: Option<Text<'a>>,
        /// Whether it belongs to the story's past.
        background: bool,
        /// Ids of topics.
        topics: Vec<Text<'a>>,
        /// What each source reports of it.
        mentions: Vec<Mention<'a>>,
    }

    /// One source's report of an event.
    Mention {
        /// Its id.
        id: Text<'a>,
        /// The source's id.
        source: Text<'a>,
        /// What it reports.
        paraphrase: Text<'a>,
        /// Where it stands in the text.
        passages: Vec<Passage<'a>>,
        /// What the source says has become of the event.
        status: Text<'a>,
        /// When, as this source has it.
        when: Option<Text<'a>>,
        /// Who takes part, as this source has it: ids of actors.
        actors: Vec<Text<'a>>,
        /// Where, as this source has it: ids of places.
        places: Vec<Text<'a>>,
        /// From whom the source has it.
        basis: Text<'a>,
        /// Those it has it from: ids of actors.
        via: Vec<Text<'a>>,
    }
}
