//! CRC-32 (ISO 3309, as in PNG and ZIP): tells bytes that were changed on the way, and nothing more.

/// What each half of a byte comes to. A table of sixteen is enough, and small in the page.
const TABLE: [u32; 16] = table();

const fn table() -> [u32; 16] {
    let mut table = [0; 16];
    let mut nibble = 0;
    while nibble < 16 {
        let mut value = nibble as u32;
        let mut bit = 0;
        while bit < 4 {
            value = if value & 1 == 1 { value >> 1 ^ 0xEDB8_8320 } else { value >> 1 };
            bit += 1;
        }
        table[nibble] = value;
        nibble += 1;
    }
    table
}

/// The checksum of `bytes`.
pub(super) fn crc(bytes: &[u8]) -> u32 {
    let step = |value: u32| value >> 4 ^ TABLE[(value & 15) as usize];
    !bytes.iter().fold(u32::MAX, |value, &byte| step(step(value ^ u32::from(byte))))
}

#[cfg(test)]
mod tests {
    use super::crc;

    #[test]
    fn the_checksum_is_that_of_its_standard() {
        assert_eq!(crc(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc(b""), 0);
    }
}
