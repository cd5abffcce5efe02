//! XXH32: tells bytes that were changed on the way, and nothing more. Of the known checksums it is among the quickest for
//! which a page needs no table, and a large archive is looked at as a whole before anything of it is shown.

const PRIMES: [u32; 5] = [0x9E37_79B1, 0x85EB_CA77, 0xC2B2_AE3D, 0x27D4_EB2F, 0x1656_67B1];

/// The checksum of `bytes`, with the seed 0.
#[inline(never)]
pub fn checksum(bytes: &[u8]) -> u32 {
    let [first, second, third, fourth, fifth] = PRIMES;
    let mut stripes = bytes.chunks_exact(16);
    let mut sum = fifth;
    if bytes.len() >= 16 {
        let mut lanes = [first.wrapping_add(second), second, 0, first.wrapping_neg()];
        for stripe in stripes.by_ref() {
            for (lane, word) in lanes.iter_mut().zip(stripe.chunks_exact(4)) {
                *lane = mixed(*lane, number(word), second, 13, first);
            }
        }
        sum = lanes.iter().zip([1, 7, 12, 18]).fold(0, |sum, (lane, by)| sum.wrapping_add(lane.rotate_left(by)));
    }
    sum = sum.wrapping_add(bytes.len() as u32);
    let mut words = stripes.remainder().chunks_exact(4);
    for word in words.by_ref() {
        sum = mixed(sum, number(word), third, 17, fourth);
    }
    for &byte in words.remainder() {
        sum = mixed(sum, u32::from(byte), fifth, 11, first);
    }
    sum = (sum ^ sum >> 15).wrapping_mul(second);
    sum = (sum ^ sum >> 13).wrapping_mul(third);
    sum ^ sum >> 16
}

fn mixed(sum: u32, more: u32, times: u32, by: u32, prime: u32) -> u32 {
    sum.wrapping_add(more.wrapping_mul(times)).rotate_left(by).wrapping_mul(prime)
}

/// Four bytes as a number, the least first.
fn number(word: &[u8]) -> u32 {
    word.try_into().map_or(0, u32::from_le_bytes)
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
