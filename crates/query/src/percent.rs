//! Percent-encoding of query values, decoded exactly once.
//!
//! A space is written `+`, as forms do: it stays readable, and survives where `%20` is cut.

/// The text that `encoded` stands for. What isn't a valid escape stands for itself; what isn't UTF-8 becomes `U+FFFD`.
pub(crate) fn decode(encoded: &str) -> String {
    let bytes = encoded.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = (byte == b'%').then(|| Some((digit(bytes.get(at + 1))?, digit(bytes.get(at + 2))?))).flatten();
        match (byte, escaped) {
            (_, Some((high, low))) => {
                decoded.push(high << 4 | low);
                at += 2;
            }
            (b'+', None) => decoded.push(b' '),
            (other, None) => decoded.push(other),
        }
        at += 1;
    }
    String::from_utf8(decoded).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

fn digit(byte: Option<&u8>) -> Option<u8> {
    char::from(*byte?).to_digit(16).map(|value| value as u8)
}

/// Writes `text` so that [`decode`] gives it back. A full stop at the end is escaped, because programs that find links
/// in running text leave it out.
pub(crate) fn encode(text: &str, into: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let last = text.len().saturating_sub(1);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b' ' => into.push('+'),
            b'.' if at == last => into.push_str("%2E"),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => into.push(char::from(byte)),
            _ => into.extend(['%', char::from(HEX[usize::from(byte >> 4)]), char::from(HEX[usize::from(byte & 15)])]),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(encoded: &str, text: &str) {
        assert_eq!(decode(encoded), text);
    }

    #[test]
    fn a_value_is_decoded_once() {
        check("100%2525", "100%25");
        check("100%25", "100%");
        check("truce%20talks+now%2Bthen", "truce talks now+then");
    }

    #[test]
    fn what_is_no_escape_stands_for_itself() {
        check("100%", "100%");
        check("%zz%4", "%zz%4");
        check("%+", "% ");
        check("%FF", "\u{fffd}");
    }

    #[test]
    fn letters_of_any_script_go_through() {
        check("%D0%9A%D0%B8%D1%97%D0%B2", "Київ");
        check("Київ", "Київ");
    }

    #[test]
    fn a_full_stop_at_the_end_is_escaped() {
        let mut url = String::new();
        encode("U.S.", &mut url);
        assert_eq!(url, "U.S%2E");
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_decoded_to_itself(text: String) {
            let mut url = String::new();
            encode(&text, &mut url);
            prop_assert!(url.bytes().all(|byte| byte.is_ascii_graphic() && !b"&=#,".contains(&byte)));
            prop_assert_eq!(decode(&url), text);
        }

        #[test]
        fn anything_can_be_decoded(encoded: String) {
            decode(&encoded);
        }
    }
}
