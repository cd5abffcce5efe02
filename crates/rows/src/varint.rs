//! Numbers in as few bytes as they need: seven bits a byte, the lowest first, and a bit that says whether more follow.

/// How many bytes `number` takes.
#[inline]
pub(crate) fn length(number: u32) -> usize {
    match number {
        0..0x80 => 1,
        0x80..0x4000 => 2,
        0x4000..0x20_0000 => 3,
        0x20_0000..0x1000_0000 => 4,
        _ => 5,
    }
}

/// Gives the bytes of `number`, one after the other.
#[inline]
pub(crate) fn write(number: u32, mut put: impl FnMut(u8)) {
    let mut rest = number;
    while rest >= 0x80 {
        put(rest as u8 | 0x80);
        rest >>= 7;
    }
    put(rest as u8);
}

/// The number that stands at `at`, which is moved behind it; none at the end.
#[inline]
pub(crate) fn read(bytes: &[u8], at: &mut usize) -> Option<u32> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let byte = *bytes.get(*at)?;
        *at += 1;
        number |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 || shift == 28 {
            return Some(number);
        }
        shift += 7;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_read_is_what_was_written(numbers: Vec<u32>, small in proptest::collection::vec(0u32..300, 0..9)) {
            let mut bytes = Vec::new();
            for &number in numbers.iter().chain(&small) {
                let before = bytes.len();
                write(number, |byte| bytes.push(byte));
                prop_assert_eq!(bytes.len() - before, length(number));
            }
            let mut at = 0;
            for &number in numbers.iter().chain(&small) {
                prop_assert_eq!(read(&bytes, &mut at), Some(number));
            }
            prop_assert_eq!(read(&bytes, &mut at), None);
        }

        #[test]
        fn any_bytes_can_be_read(bytes: Vec<u8>) {
            let mut at = 0;
            while read(&bytes, &mut at).is_some() {}
            prop_assert_eq!(at, bytes.len());
        }
    }
}
