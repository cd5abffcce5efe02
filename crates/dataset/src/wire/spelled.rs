//! The string enumerations of the format, each with its spellings.

use serde::Serialize;

/// Declares a string enumeration of the format with its spellings, and lists its values in order.
macro_rules! spelled {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// Every value, in the format's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Their spellings, in the same order.
            pub(crate) const SPELLINGS: &'static [&'static str] = &[$($text),+];

            /// The value's spelling in the format.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The value spelled `text`, if there is one.
            pub fn from_spelling(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == text)
            }
        }
    };
}

spelled! {
    /// How much of a source has been coded. Silence counts only where it is `Full`.
    Coded {
        /// Every sentence was read and coded, or skipped with a reason.
        Full = "full",
        /// Some of it was; what is missing from the data may still stand in the text.
        Partial = "partial",
    }
}

spelled! {
    /// What kind of actor it is.
    ActorKind {
        /// A human being.
        Person = "person",
        /// A body that can act or speak as one: a government, ministry, company, medium.
        Organization = "organization",
        /// People or states taken together: European leaders, allies.
        Group = "group",
        /// A voice whose name the source withholds.
        Anonymous = "anonymous",
    }
}

spelled! {
    /// What a source says has become of an event.
    Status {
        /// It took place.
        Occurred = "occurred",
        /// It is arranged and not yet held.
        Planned = "planned",
        /// Somebody wants or offers it.
        Proposed = "proposed",
        /// It was planned and will not be.
        Cancelled = "cancelled",
        /// Somebody says so; the source doesn't in its own voice.
        Claimed = "claimed",
        /// Somebody says that it isn't so.
        Denied = "denied",
    }
}

spelled! {
    /// From whom a source has a report.
    Basis {
        /// Told in the source's own voice.
        Own = "own",
        /// An office, ministry or spokesperson.
        Official = "official",
        /// A named person or medium speaking for itself.
        Named = "named",
        /// Voices without a name.
        Anonymous = "anonymous",
        /// Marked as hearsay, with no origin.
        Unattributed = "unattributed",
    }
}

spelled! {
    /// How much of a quote's content stands in quotation marks.
    QuoteKind {
        /// All of it.
        Direct = "direct",
        /// Fragments inside a paraphrase.
        Mixed = "mixed",
        /// None of it.
        Indirect = "indirect",
    }
}

spelled! {
    /// What a discrepancy is about.
    Dimension {
        /// A count, length, share or sum.
        Number = "number",
        /// When.
        Date = "date",
        /// Where.
        Place = "place",
        /// Who takes part, or is meant.
        Participant = "participant",
        /// Who said or did it.
        Attribution = "attribution",
        /// Done, planned, offered or denied.
        Status = "status",
        /// On which condition.
        Condition = "condition",
        /// What came first, or led to what.
        Sequence = "sequence",
        /// Which words.
        Wording = "wording",
        /// How somebody or something is named.
        Name = "name",
    }
}

spelled! {
    /// How far the answers to a discrepancy exclude each other.
    Nature {
        /// They can't both be true of the same moment.
        Contradiction = "contradiction",
        /// They were published at different moments; each may be true of its own.
        Moment = "moment",
        /// They are compatible, yet one leaves out or stresses what changes the picture.
        Emphasis = "emphasis",
        /// The texts don't allow a decision.
        Unclear = "unclear",
    }
}

spelled! {
    /// What a note on a source is about.
    NoteKind {
        /// A mistake of fact or language.
        Error = "error",
        /// Something told of the wrong time.
        Anachronism = "anachronism",
        /// A name that is mangled or mistaken.
        Name = "name",
        /// A trace of translation.
        Translation = "translation",
        /// Text of the site and not of the article.
        Boilerplate = "boilerplate",
    }
}

spelled! {
    /// Why a stretch of a source carries neither mention nor quote.
    SkipReason {
        /// Text of the site and not of the article.
        Boilerplate = "boilerplate",
        /// It says again what the same source has said.
        Repeat = "repeat",
        /// It leads from one thing to the next.
        Transition = "transition",
        /// A judgement or outlook in the source's own voice that reports nothing.
        Comment = "comment",
    }
}
