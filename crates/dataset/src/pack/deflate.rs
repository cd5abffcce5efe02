//! Deflates and inflates where there is no browser that does it.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::{Container, Fault, Kind};

/// As small as it gets: a pack is made once and loaded often.
const LEVEL: u8 = 10;

/// What a pack's sections of one kind come to.
///
/// # Errors
/// The pack isn't whole, is damaged, or of a newer version.
pub fn inflated(pack: &[u8], kind: Kind) -> Result<Vec<Vec<u8>>, Fault> {
    let sections = Container::parse(pack)?.sections(kind)?;
    let inflate = |section: &super::Section<'_>| {
        let inflated = decompress_to_vec_with_limit(section.stored, section.length).map_err(|_| Fault::Damaged)?;
        if inflated.len() == section.length { Ok(inflated) } else { Err(Fault::Damaged) }
    };
    sections.iter().map(inflate).collect()
}

/// `bytes` as raw DEFLATE.
pub(super) fn deflated(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec(bytes, LEVEL)
}
