//! XXH32: tells bytes that were changed on the way, and nothing more. Of the known checksums it is among the quickest for
//! which a page needs no table, and a large archive is looked at as a whole before anything of it is shown.

const PRIMES: [u32; 5] = [0x9E37_79B1, 0x85EB_CA77, 0xC2B2_AE3D, 0x27D4_EB2F, 0x1656_67B1];

/// The checksum of `bytes`, with the seed 0.
pub fn checksum(bytes: &[u8]) -> u32 {
    Sum::default().finish(bytes)
}

/// The checksum of bytes of which the last may still be on their way.
#[derive(Clone, Copy, Debug)]
pub struct Sum {
    lanes: [u32; 4],
    /// How many bytes are in it.
    done: usize,
}

impl Default for Sum {
    fn default() -> Self {
        let [first, second, ..] = PRIMES;
        Self { lanes: [first.wrapping_add(second), second, 0, first.wrapping_neg()], done: 0 }
    }
}

impl Sum {
    /// Takes in what has come since it was last asked; `bytes` are all that are here, from the first on.
    #[inline(never)]
    pub fn see(&mut self, bytes: &[u8]) {
        let [first, second, ..] = PRIMES;
        let [mut a, mut b, mut c, mut d] = self.lanes;
        let (stripes, _) = bytes.get(self.done..).unwrap_or_default().as_chunks::<16>();
        for [a0, a1, a2, a3, b0, b1, b2, b3, c0, c1, c2, c3, d0, d1, d2, d3] in stripes {
            a = mixed(a, u32::from_le_bytes([*a0, *a1, *a2, *a3]), second, 13, first);
            b = mixed(b, u32::from_le_bytes([*b0, *b1, *b2, *b3]), second, 13, first);
            c = mixed(c, u32::from_le_bytes([*c0, *c1, *c2, *c3]), second, 13, first);
            d = mixed(d, u32::from_le_bytes([*d0, *d1, *d2, *d3]), second, 13, first);
        }
        self.lanes = [a, b, c, d];
        self.done += stripes.len() * 16;
    }

    /// The checksum of `bytes`, which are all.
    pub fn finish(mut self, bytes: &[u8]) -> u32 {
        self.see(bytes);
        let [first, second, third, fourth, fifth] = PRIMES;
        let [a, b, c, d] = self.lanes;
        let lanes = [a.rotate_left(1), b.rotate_left(7), c.rotate_left(12), d.rotate_left(18)];
        let sum = if self.done == 0 { fifth } else { lanes.into_iter().fold(0, u32::wrapping_add) };
        let mut sum = sum.wrapping_add(bytes.len() as u32);
        let (words, rest) = bytes.get(self.done..).unwrap_or_default().as_chunks::<4>();
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
}

#[inline]
fn mixed(sum: u32, more: u32, times: u32, by: u32, prime: u32) -> u32 {
    sum.wrapping_add(more.wrapping_mul(times)).rotate_left(by).wrapping_mul(prime)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Sum, checksum};

    #[test]
    fn the_checksum_is_that_of_its_specification() {
        assert_eq!(checksum(b""), 0x02CC_5D05);
        assert_eq!(checksum(b"a"), 0x550D_7456);
        assert_eq!(checksum(b"abc"), 0x32D1_53FF);
        assert_eq!(checksum(b"Nobody inspects the spammish repetition"), 0xE229_3B2F);
    }

    proptest! {
        #[test]
        fn bytes_that_come_one_after_the_other_have_the_checksum_that_they_have_at_once(
            bytes in proptest::collection::vec(any::<u8>(), 0..100),
            come in proptest::collection::vec(any::<prop::sample::Index>(), 0..5),
        ) {
            let mut come: Vec<usize> = come.iter().map(|come| come.index(bytes.len() + 1)).collect();
            come.sort_unstable();
            let mut sum = Sum::default();
            for come in come {
                sum.see(&bytes[..come]);
            }
            prop_assert_eq!(sum.finish(&bytes), checksum(&bytes));
        }
    }
}
