//! What a reader supplies, as a text or as the reason why it is none.

use sidebyline_dataset::text::Text;

use crate::strings::verify::Refusal;

/// The largest file, in bytes. The longest articles are a tenth of it.
pub const LARGEST: usize = 5 * 1024 * 1024;

/// The text of a file.
pub fn from_bytes(bytes: Vec<u8>) -> Result<Text, Refusal> {
    if bytes.len() > LARGEST {
        return Err(Refusal::TooLarge);
    }
    match bytes.as_slice() {
        [b'%', b'P', b'D', b'F', ..] => return Err(Refusal::Pdf),
        [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(Refusal::Archive),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => return Err(Refusal::Utf16),
        _ => {}
    }
    usable(Text::from_bytes(bytes).map_err(Refusal::NotUtf8)?)
}

/// The text of something pasted or dropped.
pub fn from_words(words: String) -> Result<Text, Refusal> {
    if words.len() > LARGEST { Err(Refusal::TooLarge) } else { usable(Text::new(words)) }
}

fn usable(text: Text) -> Result<Text, Refusal> {
    let chars = text.chars();
    let begun = chars.iter().skip_while(|c| c.is_whitespace());
    let beginning: String = begun.take(15).collect::<String>().to_ascii_lowercase();
    if beginning.is_empty() {
        Err(Refusal::Empty)
    } else if ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| beginning.starts_with(tag)) {
        Err(Refusal::Html)
    } else if chars.contains(&'\0') {
        let byte = chars.iter().take_while(|&&c| c != '\0').map(|c| c.len_utf8()).sum();
        Err(Refusal::NotUtf8(byte))
    } else {
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], refusal: Refusal) {
        assert_eq!(from_bytes(bytes.to_vec()).expect_err("it is refused"), refusal);
    }

    #[test]
    fn what_is_no_text_is_told_by_what_it_is() {
        check(b"", Refusal::Empty);
        check(b" \r\n\xc2\xa0", Refusal::Empty);
        check(b"%PDF-1.7", Refusal::Pdf);
        check(b"PK\x03\x04word", Refusal::Archive);
        check(b"\xff\xfeA\0", Refusal::Utf16);
        check(b"caf\xe9", Refusal::NotUtf8(3));
        check(b"ab\0c", Refusal::NotUtf8(2));
        check(b"\n<!DOCTYPE html><p>Hello", Refusal::Html);
        check(&vec![b'a'; LARGEST + 1], Refusal::TooLarge);
        assert_eq!(from_words("x".repeat(LARGEST + 1)).expect_err("it is refused"), Refusal::TooLarge);
    }

    #[test]
    fn a_byte_order_mark_and_words_about_tags_are_no_hindrance() {
        assert_eq!(from_bytes(b"\xef\xbb\xbfHello".to_vec()).expect("it is a text").len(), 5);
        assert!(from_words("The <html> tag".into()).is_ok());
    }
}
