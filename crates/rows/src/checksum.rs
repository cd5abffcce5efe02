//! XXH32: tells bytes that were changed on the way, and nothing more. Of the known checksums it is among the quickest for
//! which a page needs no table, and a large archive is looked at as a whole before anything of it is shown.

const PRIMES: [u32; 5] = [0x9E37_79B1, 0x85EB_CA77, 0xC2B2_AE3D, 0x27D4_EB2F, 0x1656_67B1];

/// The checksum of `bytes`, with the seed 0.
#[inline(never)]
pub fn checksum(bytes: &[u8]) -> u32 {
    let [first, second, third, fourth, fifth] = PRIMES;
    let (stripes, rest) = bytes.as_chunks::<16>();
    let mut sum = fifth;
    if !stripes.is_empty() {
        let [mut a, mut b, mut c, mut d] = [first.wrapping_add(second), second, 0, first.wrapping_neg()];
        for [a0, a1, a2, a3, b0, b1, b2, b3, c0, c1, c2, c3, d0, d1, d2, d3] in stripes {
            a = mixed(a, u32::from_le_bytes([*a0, *a1, *a2, *a3]), second, 13, first);
            b = mixed(b, u32::from_le_bytes([*b0, *b1, *b2, *b3]), second, 13, first);
            c = mixed(c, u32::from_le_bytes([*c0, *c1, *c2, *c3]), second, 13, first);
            d = mixed(d, u32::from_le_bytes([*d0, *d1, *d2, *d3]), second, 13, first);
        }
        let lanes = [a.rotate_left(1), b.rotate_left(7), c.rotate_left(12), d.rotate_left(18)];
        sum = lanes.into_iter().fold(0, u32::wrapping_add);
    }
    sum = sum.wrapping_add(bytes.len() as u32);
    let (words, rest) = rest.as_chunks::<4>();
    for &word in words {
        sum = mixed(sum, u32::from_le_bytes(word), third, 17, fourth);
    }
    for &byte in rest {
        sum = mixed(sum, u32::from(byte), fifth, 11, first);
    }
    sum = (sum ^ sum >> 15).wrapping_mul(second);
    sum = (sum ^ sum >> 13).wrapping_mul(third);
    sum ^ sum >> 16
}

#[inline]
fn mixed(sum: u32, more: u32, times: u32, by: u32, prime: u32) -> u32 {
    sum.wrapping_add(more.wrapping_mul(times)).rotate_left(by).wrapping_mul(prime)
}

#[cfg(test)]
mod tests {
    use super::checksum;

    #[test]
    fn the_checksum_is_that_of_its_specification() {
        assert_eq!(checksum(b""), 0x02CC_5D05);
        assert_eq!(checksum(b"a"), 0x550D_7456);
        assert_eq!(checksum(b"abc"), 0x32D1_53FF);
        assert_eq!(checksum(b"Nobody inspects the spammish repetition"), 0xE229_3B2F);
    }
}
