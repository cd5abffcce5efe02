//! Bytes that are read from front to back, and never trusted: whatever isn't there is none.

use crate::varint;

/// What is left of some bytes.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    bytes: &'a [u8],
}

impl<'a> Input<'a> {
    /// All of `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// How many bytes are left.
    pub fn rest(&self) -> usize {
        self.bytes.len()
    }

    /// The next number.
    #[inline]
    pub fn number(&mut self) -> Option<usize> {
        self.number_here()
    }

    /// The next number, where it takes less time to look than to call.
    #[expect(
        clippy::inline_always,
        reason = "for the crate that reads rows, which is built for size, it would be a call"
    )]
    #[inline(always)]
    pub fn number_here(&mut self) -> Option<usize> {
        // Most are small.
        match self.bytes.split_first() {
            Some((&byte, rest)) if byte < 0x80 => {
                self.bytes = rest;
                Some(usize::from(byte))
            }
            _ => self.longer(),
        }
    }

    /// The next number, of two bytes or more.
    #[inline(never)]
    fn longer(&mut self) -> Option<usize> {
        let mut at = 0;
        let number = varint::read(self.bytes, &mut at)?;
        self.take(at)?;
        Some(number as usize)
    }

    /// The next `length` bytes.
    #[inline(never)]
    pub fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        Some(taken)
    }
}

/// Writes a number as [`Input::number`] reads it.
pub fn put(number: usize, to: &mut Vec<u8>) {
    varint::write(number as u32, |byte| to.push(byte));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_was_written_is_read_and_no_more(numbers: Vec<u32>, tail: Vec<u8>) {
            let mut bytes = Vec::new();
            for &number in &numbers {
                put(number as usize, &mut bytes);
            }
            bytes.extend(&tail);
            let mut input = Input::new(&bytes);
            for &number in &numbers {
                prop_assert_eq!(input.number(), Some(number as usize));
            }
            prop_assert_eq!(input.take(tail.len() + 1), None);
            prop_assert_eq!(input.take(tail.len()), Some(&tail[..]));
            prop_assert_eq!((input.rest(), input.number()), (0, None));
        }
    }
}
