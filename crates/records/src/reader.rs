//! The parts of a record: what may stand at a key.

use std::borrow::Cow;

use serde_json::Deserializer;

use crate::Text;

/// What can be read from JSON.
pub(crate) trait Read<'a>: Sized {
    /// Reads what comes next. None if that is anything else.
    fn read(from: &mut Reader<'a>) -> Option<Self>;

    /// What a record has if the key isn't there, if it may be missing.
    fn missing() -> Option<Self> {
        None
    }
}

impl<'a> Read<'a> for Text<'a> {
    fn read(from: &mut Reader<'a>) -> Option<Self> {
        from.text()
    }
}

impl<'a> Read<'a> for Option<Text<'a>> {
    fn read(from: &mut Reader<'a>) -> Option<Self> {
        if from.peek()? == b'n' { from.word(b"null").map(|()| None) } else { from.text().map(Some) }
    }

    fn missing() -> Option<Self> {
        Some(None)
    }
}

impl Read<'_> for bool {
    fn read(from: &mut Reader) -> Option<Self> {
        let is = from.peek()? == b't';
        from.word(if is { b"true" } else { b"false" }).map(|()| is)
    }

    fn missing() -> Option<Self> {
        Some(false)
    }
}

impl Read<'_> for u32 {
    fn read(from: &mut Reader) -> Option<Self> {
        from.number()
    }
}

impl<'a, T: Read<'a>> Read<'a> for Vec<T> {
    fn read(from: &mut Reader<'a>) -> Option<Self> {
        let mut read = Self::new();
        from.items(b'[', b']', |from| {
            read.push(T::read(from)?);
            Some(())
        })?;
        Some(read)
    }

    fn missing() -> Option<Self> {
        Some(Self::new())
    }
}

/// Where in the file it is. After a `None`, that says nothing.
pub(crate) struct Reader<'a> {
    json: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// At the beginning.
    pub fn new(json: &'a [u8]) -> Self {
        Self { json, at: 0 }
    }

    /// How many bytes have been read.
    pub fn position(&self) -> usize {
        self.at
    }

    /// The byte that comes next after any space.
    #[inline]
    fn peek(&mut self) -> Option<u8> {
        loop {
            let byte = *self.json.get(self.at)?;
            if !matches!(byte, b' ' | b'\n' | b'\t' | b'\r') {
                return Some(byte);
            }
            self.at += 1;
        }
    }

    /// Goes past this byte, if it is what comes next after any space.
    #[inline]
    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    /// Goes past this word, if it is what comes next. What may come after it is left to whoever reads on.
    fn word(&mut self, word: &[u8]) -> Option<()> {
        self.json.get(self.at..)?.starts_with(word).then(|| self.at += word.len())
    }

    /// Reads what stands between these two, with commas between its items.
    #[inline]
    pub fn items(&mut self, open: u8, close: u8, mut item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.take(open)?;
        if self.peek()? == close {
            return self.take(close);
        }
        loop {
            item(self)?;
            if self.peek()? == close {
                return self.take(close);
            }
            self.take(b',')?;
        }
    }

    /// A key, as it is written, and its colon. Whoever compares it with a name sees whether it is one.
    pub fn key(&mut self) -> Option<&'a [u8]> {
        self.take(b'"')?;
        let rest = self.json.get(self.at..)?;
        let length = rest.iter().position(|byte| *byte == b'"')?;
        self.at += length + 1;
        self.take(b':')?;
        rest.get(..length)
    }

    /// A whole number without sign, point or exponent.
    fn number(&mut self) -> Option<u32> {
        self.peek()?;
        let begin = self.at;
        let mut number = 0_u32;
        while let Some(digit) = self.json.get(self.at).filter(|byte| byte.is_ascii_digit()) {
            number = number.checked_mul(10)?.checked_add(u32::from(digit - b'0'))?;
            self.at += 1;
        }
        let leading_zero = self.json.get(begin) == Some(&b'0') && self.at > begin + 1;
        (self.at > begin && !leading_zero).then_some(number)
    }

    /// A text.
    #[inline(never)]
    fn text(&mut self) -> Option<Text<'a>> {
        self.take(b'"')?;
        let rest = self.json.get(self.at..)?;
        let length = plain(rest);
        if *rest.get(length)? != b'"' {
            return self.escaped();
        }
        self.at += length + 1;
        std::str::from_utf8(rest.get(..length)?).ok().map(Cow::Borrowed)
    }

    /// A text behind its first quotation mark, with something in it that is escaped, or may not be there.
    #[cold]
    fn escaped(&mut self) -> Option<Text<'a>> {
        let begin = self.at - 1;
        let mut texts = Deserializer::from_slice(self.json.get(begin..)?).into_iter::<String>();
        let text = texts.next()?.ok()?;
        self.at = begin + texts.byte_offset();
        Some(Cow::Owned(text))
    }
}

/// How many bytes come before the first quotation mark, backslash or control character.
fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::MAX / 0xFF;
    let mut at = 0;
    // Eight bytes at a time. A subtraction sets the highest bit of a byte that is less than what is subtracted: a control
    // character, or a quotation mark, which 2 turns into 0x20; a backslash, which is turned into 0. The byte above such a
    // one may be taken for one too, but only the first counts.
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
        let eight = u64::from_le_bytes(*eight);
        let mark_or_control = (eight ^ (ONES * 2)).wrapping_sub(ONES * 0x21);
        let backslash = (eight ^ (ONES * u64::from(b'\\'))).wrapping_sub(ONES);
        let found = (mark_or_control | backslash) & !eight & (ONES << 7);
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    let ends = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..0x20);
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(ends).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_plain_text_ends_before_the_first_byte_that_may_not_stand_in_it() {
        let ends = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..0x20);
        for [before, one] in (0..=u16::MAX).map(u16::to_le_bytes) {
            for length in [3, 7, 9] {
                let mut bytes = vec![b'.'; 2 * length];
                bytes[length - 1..=length].copy_from_slice(&[before, one]);
                assert_eq!(plain(&bytes), bytes.iter().position(ends).unwrap_or(2 * length), "{bytes:?}");
            }
        }
    }
}
