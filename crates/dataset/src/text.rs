//! Texts: code points, canonical form, digests, words, sentences and quotation marks.
//!
//! Offsets everywhere are code points of the text as its file has it (decoded from UTF-8, without a byte order mark).

mod canonical;
mod prose;

use std::ops::Range;

use sha2::{Digest as _, Sha256};

pub use canonical::{Canonical, canonical, is_invisible, is_line_break};
pub use prose::{line_of, quotations, sentences, words};

/// A text with its code points at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    raw: Vec<u8>,
    chars: Vec<char>,
}

impl Text {
    /// A text of these bytes.
    ///
    /// # Errors
    /// If they are not UTF-8: the number of the first byte that isn't.
    pub fn from_bytes(raw: Vec<u8>) -> Result<Self, usize> {
        let text = std::str::from_utf8(&raw).map_err(|error| error.valid_up_to())?;
        let chars = text.strip_prefix('\u{feff}').unwrap_or(text).chars().collect();
        Ok(Self { raw, chars })
    }

    /// A text of this string.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let chars = text.strip_prefix('\u{feff}').unwrap_or(&text).chars().collect();
        Self { raw: text.into_bytes(), chars }
    }

    /// Its code points.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// How many code points it has.
    pub fn len(&self) -> u32 {
        self.chars.len() as u32
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The code points of `span`, as far as the text has them.
    pub fn slice(&self, span: Range<u32>) -> String {
        let end = (span.end as usize).min(self.chars.len());
        let start = (span.start as usize).min(end);
        self.chars[start..end].iter().collect()
    }

    /// The digest of its bytes.
    pub fn raw_digest(&self) -> String {
        digest(&self.raw)
    }

    /// The digest of its canonical form.
    pub fn canonical_digest(&self) -> String {
        digest(canonical(&self.slice(0..self.len())).as_bytes())
    }
}

/// `sha256:` and the SHA-256 of `bytes` (FIPS 180-4) in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    let mut digest = Digest::default();
    digest.see(bytes);
    digest.finish()
}

/// The [`digest`] of bytes that come one after the other.
#[derive(Clone, Debug, Default)]
pub struct Digest(Sha256);

impl Digest {
    /// Takes in what comes next.
    pub fn see(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// That of all that came.
    pub fn finish(self) -> String {
        use std::fmt::Write;
        let mut written = String::from("sha256:");
        for byte in self.0.finalize() {
            let _ = write!(written, "{byte:02x}");
        }
        written
    }
}

/// The digest of the canonical form of `text`.
pub fn canonical_digest(text: &str) -> String {
    digest(canonical(text).as_bytes())
}

/// How many words `text` has.
pub fn count_words(text: &str) -> usize {
    words(&text.chars().collect::<Vec<_>>()).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_names_its_method() {
        assert_eq!(digest(b"abc"), "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn two_copies_of_a_text_have_one_canonical_digest_and_two_raw_ones() {
        let original = Text::new("“Peace”, he said.\n\nAnd left.");
        let copy = Text::new("\"Peace\", he  said.\r\nAnd left.\n");
        assert_eq!(original.canonical_digest(), copy.canonical_digest());
        assert_ne!(original.raw_digest(), copy.raw_digest());
    }

    #[test]
    fn bytes_that_are_no_text_are_named_by_their_place() {
        assert_eq!(Text::from_bytes(b"abc\xff".to_vec()), Err(3));
    }

    #[test]
    fn a_slice_beyond_the_end_is_cut_off() {
        assert_eq!(Text::new("abc").slice(1..9), "bc");
        assert_eq!(Text::new("abc").slice(7..9), "");
    }
}
